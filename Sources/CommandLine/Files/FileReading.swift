import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file's bytes could not be had.
enum FileReadingError: Error, Hashable {
  case system(SystemTrouble)
  case isFolder
  /// Larger than was allowed; the size in bytes where it is known beforehand.
  case tooLarge(size: Int?)
  /// A pipe or a device out of which nothing came for so many seconds.
  case silent(seconds: Int)

  /// Why, in words.
  ///
  /// - Parameter limit: the bytes that were allowed, whole megabytes.
  func words(limit: Int) -> Wording {
    switch self {
    case .system(let trouble): trouble.words
    case .isFolder: SystemTrouble(code: EISDIR).words
    case .tooLarge: Wording(zh: "文件超过 \(limit >> 20) MB", en: "the file is larger than \(limit >> 20) MB")
    case .silent(let seconds): Self.words(silentFor: seconds)
    }
  }

  /// What `silent` means.
  static func words(silentFor seconds: Int) -> Wording {
    Wording(
      zh: "这是管道或设备，等待 \(seconds) 秒没有内容，已放弃读取。",
      en: "it is a pipe or a device, and nothing came out of it for \(seconds) seconds; it was given up.")
  }
}

/// Seconds without a byte after which a pipe or a device is given up: one that nobody writes to would keep a run waiting for ever.
private let patience = 5

/// Reads a whole file of at most `limit` bytes; a larger one is refused before it is read.
func readFile(_ path: FilePath, limit: Int) throws(FileReadingError) -> [UInt8] {
  // Without waiting, which opening a pipe would do until somebody writes to it.
  let descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  if descriptor < 0 { throw .system(.last) }
  defer { close(descriptor) }
  return try readAll(of: descriptor, limit: limit, patience: patience)
}

/// The first bytes of a file, at most `count`; none where it can't be read.
func startOfFile(_ path: FilePath, count: Int) -> [UInt8] {
  let descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  if descriptor < 0 { return [] }
  defer { close(descriptor) }
  return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
    length = unsafe max(0, systemRead(descriptor, buffer.baseAddress, count))
  }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  unsafe read(descriptor, bytes, count)
}

/// Reads what an open file holds, standard input say, of at most `limit` bytes.
///
/// - Parameter patience: seconds without a byte after which anything but a file is given up; nil waits for ever.
func readAll(of descriptor: Int32, limit: Int, patience: Int? = nil) throws(FileReadingError) -> [UInt8] {
  var info = stat()
  if unsafe fstat(descriptor, &info) != 0 { throw .system(.last) }
  let facts = FileFacts(info)
  if facts.kind == .folder { throw .isFolder }
  if facts.kind == .file && facts.size > limit { throw .tooLarge(size: facts.size) }
  // One byte more than expected, so that the end is seen without a second buffer; a pipe has no size.
  var bytes: [UInt8] = []
  var chunk = facts.kind == .file ? facts.size + 1 : 64 * 1024
  while true {
    if let patience, facts.kind != .file, !hasNews(descriptor, within: patience) { throw .silent(seconds: patience) }
    let before = bytes.count
    var result = 0
    let grown = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
      repeat { result = unsafe read(descriptor, buffer.baseAddress, chunk) } while result < 0 && errno == EINTR
      count = max(result, 0)
    }
    if result < 0 { throw .system(.last) }
    if result == 0 { return bytes }
    if bytes.isEmpty { bytes = grown } else { bytes.append(contentsOf: grown) }
    if bytes.count > limit { throw .tooLarge(size: nil) }
    // A file that was read to its known size is at its end; only a pipe or a file that grows goes on.
    if facts.kind == .file && before == 0 && bytes.count == facts.size { return bytes }
    chunk = 64 * 1024
  }
}

/// Waits for bytes or the end of them; false when neither came in time.
private func hasNews(_ descriptor: Int32, within seconds: Int) -> Bool {
  var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  while true {
    let ready = unsafe poll(&watched, 1, Int32(clamping: seconds * 1000))
    if ready >= 0 || errno != EINTR { return ready != 0 }
  }
}
