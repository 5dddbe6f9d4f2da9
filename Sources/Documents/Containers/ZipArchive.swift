import CLibZip
import Glibc

/// A zip file in memory, read through libzip, whose handles never leave this file.
///
/// What is inflated counts against the limits of the document, over all entries together, while it is inflated: the sizes
/// that the file itself states are anybody's claim.
@safe final class ZipArchive {
  /// What the archive's directory says, in its own order.
  let entries: [Entry]
  private let handle: OpaquePointer
  private let limits: DocumentLimits
  /// How many bytes may still be inflated.
  private var budget: Int
  private let compressedSize: Int

  /// One file or folder of the archive.
  struct Entry {
    /// Position in the archive.
    var index: Int
    /// The name as the archive has it, which may be in any encoding and lead anywhere.
    var name: [UInt8]
    /// Bytes after inflation, as the archive claims; nil when it doesn't say.
    var size: Int?
    /// Bytes in the archive, as it claims.
    fileprivate var packedSize: Int
    var isEncrypted: Bool
  }

  /// Opens a zip file.
  ///
  /// - Throws: `.damagedArchive` when the bytes are no zip file or its directory is damaged, `.tooManyEntries`.
  init(_ bytes: [UInt8], limits: DocumentLimits) throws(DocumentError) {
    // libzip reads the buffer for as long as the archive is open, and frees this copy with it.
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    unsafe bytes.withUnsafeBytes { buffer in
      if let base = buffer.baseAddress { unsafe copy.copyMemory(from: base, byteCount: buffer.count) }
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
      unsafe copy.deallocate()
      throw DocumentError(.damagedArchive)
    }
    guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
      unsafe zip_source_free(source)
      throw DocumentError(.damagedArchive)
    }
    unsafe self.handle = handle
    self.limits = limits
    compressedSize = bytes.count
    budget = limits.inflatedSize
    let count = Int(unsafe zip_get_num_entries(handle, 0))
    if count > limits.entries {
      entries = []
      throw DocumentError(.tooManyEntries(count: count, limit: limits.entries))
    }
    entries = (0..<max(count, 0)).compactMap { unsafe Self.entry($0, of: handle) }
    var packed = 0
    for entry in entries {
      packed = packed.addingReportingOverflow(entry.packedSize).partialValue
      // Where entries lie apart from each other they cannot come to more than the file.
      if packed > bytes.count || packed < 0 { throw DocumentError(.overlappingEntries) }
    }
  }

  /// Opens bytes that begin as a zip file does; nil when they begin otherwise.
  convenience init?(opening bytes: [UInt8], limits: DocumentLimits) throws(DocumentError) {
    // An entry, or the end of an archive without any.
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) else { return nil }
    try self.init(bytes, limits: limits)
  }

  deinit {
    unsafe zip_discard(handle)
  }

  private static func entry(_ index: Int, of handle: OpaquePointer) -> Entry? {
    var facts = unsafe zip_stat_t()
    unsafe zip_stat_init(&facts)
    guard unsafe zip_stat_index(handle, UInt64(index), zip_flags_t(ZIP_FL_ENC_RAW), &facts) == 0,
      let name = unsafe facts.name
    else { return nil }
    let (valid, size, packed, method) = unsafe (facts.valid, facts.size, facts.comp_size, facts.encryption_method)
    return Entry(
      index: index, name: unsafe UnsafeRawBufferPointer(start: name, count: strlen(name)).map { $0 },
      size: valid & UInt64(ZIP_STAT_SIZE) != 0 ? Int(clamping: size) : nil,
      packedSize: valid & UInt64(ZIP_STAT_COMP_SIZE) != 0 ? Int(clamping: packed) : 0,
      isEncrypted: valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0 && Int32(method) != ZIP_EM_NONE)
  }

  /// The entry of a name, in any letter case, as programs that write them differ.
  func entry(named name: String) -> Entry? {
    let wanted = Array(name.utf8)
    return entries.first { $0.name == wanted } ?? entries.first { $0.name.lowercasedASCII == wanted.lowercasedASCII }
  }

  /// The name of the entry that a part of the archive names: from the root, or beside that part.
  static func path(_ target: String, besides part: String) -> String {
    var steps = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast()
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  /// Opens an entry for reading from its start.
  func open(_ entry: Entry) throws(DocumentError) -> ZipEntryStream {
    if entry.isEncrypted { throw DocumentError(.encrypted) }
    if let size = entry.size { try check(inflating: size) }
    guard let file = unsafe zip_fopen_index(handle, UInt64(entry.index), 0) else {
      throw DocumentError(.damagedEntry(String(decoding: entry.name, as: UTF8.self)))
    }
    return unsafe ZipEntryStream(file, of: self, name: entry.name)
  }

  /// Lets all of the limit be inflated again, for an archive whose entries are documents of their own.
  func renewBudget() {
    budget = limits.inflatedSize
  }

  /// All bytes of an entry that is a file of its own.
  func bytes(of entry: Entry) throws(DocumentError) -> [UInt8] {
    if let size = entry.size { try limits.check(fileSize: size) }
    let stream = try open(entry)
    var bytes: [UInt8] = []
    let chunk = 64 * 1024
    while true {
      var got = 0
      var failure: DocumentError?
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        do throws(DocumentError) {
          got = unsafe try stream.read(into: UnsafeMutableRawBufferPointer(buffer))
        } catch {
          failure = error
        }
        count = got
      }
      if let failure { throw failure }
      if got == 0 { return bytes }
      bytes += piece
      if bytes.count > limits.fileSize { throw limits.refusal(ofSize: nil) }
    }
  }

  /// Takes inflated bytes from the budget.
  fileprivate func spend(_ count: Int) throws(DocumentError) {
    try check(inflating: count)
    budget -= count
  }

  /// Whether so many bytes more may be inflated.
  private func check(inflating count: Int) throws(DocumentError) {
    if count > budget { throw DocumentError(.inflatesTooFar(limit: limits.inflatedSize)) }
    let inflated = limits.inflatedSize - budget + count
    // A few megabytes hurt nobody, and small files of nothing but repetition are packed a thousand times.
    if inflated > DocumentLimits.harmlessInflation, inflated / max(compressedSize, 1) > limits.inflationRatio {
      throw DocumentError(.suspiciousRatio(limit: limits.inflationRatio))
    }
  }
}

/// The inflated bytes of one entry, one piece after the other.
@safe final class ZipEntryStream: ByteStream {
  private let file: OpaquePointer
  private let archive: ZipArchive
  let name: [UInt8]

  fileprivate init(_ file: OpaquePointer, of archive: ZipArchive, name: [UInt8]) {
    unsafe self.file = file
    self.archive = archive
    self.name = name
  }

  deinit {
    unsafe zip_fclose(file)
  }

  /// Reads the next bytes; 0 at the end, where the checksum has been found right.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
    guard let base = buffer.baseAddress, unsafe !buffer.isEmpty else { return 0 }
    let count = unsafe Int(zip_fread(file, base, UInt64(buffer.count)))
    if count < 0 { throw DocumentError(.damagedEntry(String(decoding: name, as: UTF8.self))) }
    try archive.spend(count)
    return count
  }
}

extension [UInt8] {
  /// The bytes with A to Z made small.
  var lowercasedASCII: [UInt8] { map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 } }
}
