import Glibc

/// A folder for the files of another program, which goes away with all that is in it.
final class ScratchFolder {
  let path: String

  /// Makes a folder that only this user can look into, or gives the system's error number.
  init() throws(ChildProcess.Failure) {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/fazhi-audit-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw .system(errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Self.remove(path, depth: 0)
  }

  /// Writes a new file.
  func write(_ bytes: [UInt8], to name: String) throws(ChildProcess.Failure) {
    let file = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file < 0 { throw .system(errno) }
    defer { close(file) }
    try writeAll(bytes, to: file)
  }

  /// The bytes of a file, or nil when there is none or it is larger than `limit`.
  func read(_ name: String, limit: Int) -> [UInt8]? {
    let file = unsafe open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if file < 0 { return nil }
    defer { close(file) }
    var info = stat()
    guard unsafe fstat(file, &info) == 0, info.st_size > 0, info.st_size <= limit else { return nil }
    var bytes: [UInt8] = []
    while bytes.count < info.st_size {
      let wanted = Int(info.st_size) - bytes.count
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        count = max(unsafe Glibc.read(file, buffer.baseAddress, wanted), 0)
      }
      if piece.isEmpty { return nil }
      bytes = bytes.isEmpty ? piece : bytes + piece
    }
    return bytes
  }

  private static func remove(_ path: String, depth: Int) {
    if depth > 32 { return }
    if let folder = unsafe opendir(path) {
      var names: [String] = []
      while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
          unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { names.append(name) }
      }
      unsafe closedir(folder)
      for name in names {
        let inner = "\(path)/\(name)"
        var info = stat()
        if unsafe lstat(inner, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
          remove(inner, depth: depth + 1)
        } else {
          unsafe unlink(inner)
        }
      }
    }
    unsafe rmdir(path)
  }
}

/// Writes all bytes to an open file.
func writeAll(_ bytes: [UInt8], to file: Int32) throws(ChildProcess.Failure) {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(file, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
    }
    if count < 0, errno == EINTR { continue }
    if count <= 0 { throw .system(errno) }
    written += count
  }
}
