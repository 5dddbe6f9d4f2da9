import Rendering

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What earlier runs wrote for a document, by all that it depends on.
///
/// An entry holds the finished bytes of each output and what the summary counts, so that a hit needs neither reading nor judging. A file
/// that is cut off, damaged or of another version is no entry, and is written anew. Nothing that goes wrong here is told: without a
/// cache a run takes longer, and that is all.
struct AuditCache: Sendable {
  private let folder: FilePath
  /// What is the same for all documents of the run.
  private let run: ContentHash

  /// Bytes that all entries may take together; beyond, the oldest go.
  static let sizeLimit = 1 << 30
  private static let mark = Array("fazhi-audit cache 1\n".utf8)
  /// Bytes of the mark and of the check sum behind it.
  private static let headSize = mark.count + 32

  /// - Parameters:
  ///   - folder: is made when it is not there; nil when that fails.
  ///   - run: all that the outcome of a run depends on besides the documents.
  init?(in folder: FilePath, run: [UInt8]) {
    for part in [folder.folder.folder, folder.folder, folder] where FileFacts(part) == nil {
      _ = unsafe mkdir(part.terminated, 0o700)
    }
    guard FileFacts(folder)?.kind == .folder, unsafe access(folder.terminated, W_OK | X_OK) == 0 else { return nil }
    self.folder = folder
    self.run = ContentHash(run)
  }

  /// `fazhi-audit` in the user's folder for caches (XDG Base Directory Specification); nil when there is no such folder.
  static var standardFolder: FilePath? {
    if let named = Terminal.environment("XDG_CACHE_HOME"), named.utf8.first == 0x2F {
      return FilePath(named).appending("fazhi-audit")
    }
    guard let home = Terminal.environment("HOME"), home.utf8.first == 0x2F else { return nil }
    return FilePath(home).appending(".cache/fazhi-audit")
  }

  /// Where what is written for a document is kept.
  struct Key: Sendable {
    fileprivate let file: FilePath
  }

  /// The key of a document: its names and its bytes.
  func key(names: [String], bytes: [UInt8]) -> Key {
    var writer = ByteWriter()
    writer.write(run.bytes)
    for name in names { writer.write(name) }
    writer.write(ContentHash(bytes).bytes)
    let name = ContentHash(writer.bytes).hexadecimal
    return Key(file: folder.appending(String(name.prefix(2))).appending(String(name.dropFirst(2))))
  }

  /// What was written for a document, if it is there and whole.
  func result(for key: Key, outputs: Int) -> Auditor.Result? {
    guard let bytes = try? readFile(key.file, limit: Self.sizeLimit), bytes.count > Self.headSize,
      bytes.starts(with: Self.mark),
      ContentHash(bytes, from: Self.headSize).bytes.elementsEqual(bytes[Self.mark.count..<Self.headSize])
    else { return nil }
    var reader = ByteReader(bytes, from: Self.headSize)
    let pieces = reader.array { $0.data() }
    guard pieces.count == outputs, let digest = Summary.Digest(from: &reader), reader.isAtEnd else { return nil }
    return Auditor.Result(pieces: pieces, digest: digest)
  }

  /// Keeps what was written for a document.
  func keep(_ result: Auditor.Result, for key: Key) {
    var writer = ByteWriter()
    writer.write(all: result.pieces) { $0.write($1) }
    result.digest.encode(into: &writer)
    let folder = key.file.folder
    if FileFacts(folder) == nil { _ = unsafe mkdir(folder.terminated, 0o700) }
    let bytes = Self.mark + ContentHash(writer.bytes).bytes + writer.bytes
    // Two runs may write the same entry at once: each its own file, and the last one stays.
    let temporary = folder.appending(Array(".".utf8) + key.file.name + Array(".\(getpid()).tmp".utf8))
    let descriptor = unsafe open(temporary.terminated, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 { return }
    let isWhole = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) } == bytes.count
    close(descriptor)
    if isWhole, unsafe rename(temporary.terminated, key.file.terminated) == 0 { return }
    _ = unsafe unlink(temporary.terminated)
  }

  /// Removes the oldest entries where all together take more than they may.
  func tidy(limit: Int = AuditCache.sizeLimit) {
    var files: [(path: FilePath, size: Int, age: Int)] = []
    guard let all = try? Folder(folder) else { return }
    for index in 0..<all.count where all.name(at: index).count == 2 {
      let inner = folder.appending(all.name(at: index))
      guard let listing = try? Folder(inner) else { continue }
      for index in 0..<listing.count {
        let path = inner.appending(listing.name(at: index))
        var info = stat()
        guard unsafe stat(path.terminated, &info) == 0 else { continue }
        #if canImport(Darwin)
          let time = info.st_mtimespec.tv_sec
        #else
          let time = info.st_mtim.tv_sec
        #endif
        files.append((path, Int(info.st_size), Int(time)))
      }
    }
    var size = files.reduce(0) { $0 + $1.size }
    if size <= limit { return }
    // Down to three quarters, so that not every run has to look for something to remove.
    for file in files.sorted(by: { ($0.age, $0.path.shown) < ($1.age, $1.path.shown) }) where size > limit / 4 * 3 {
      if unsafe unlink(file.path.terminated) == 0 { size -= file.size }
    }
  }
}
