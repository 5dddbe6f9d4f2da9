#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A path as the system knows it: bytes, which need not be UTF-8.
struct FilePath: Hashable, Sendable {
  var bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The path for people; bytes that are no text show as replacement characters.
  var shown: String { String(decoding: bytes, as: UTF8.self) }

  /// The path as C functions take it.
  var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// The part behind the last slash.
  var name: ArraySlice<UInt8> { bytes.lastIndex(of: 0x2F).map { bytes[($0 + 1)...] } ?? bytes[...] }

  /// The path of the folder that it lies in; `.` for a bare name.
  var folder: FilePath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return FilePath(".") }
    return FilePath(bytes: slash == 0 ? [0x2F] : Array(bytes[..<slash]))
  }

  /// What lies in this folder under `name`.
  func appending(_ name: some Collection<UInt8>) -> FilePath {
    FilePath(bytes: bytes + (bytes.isEmpty || bytes.last == 0x2F ? [] : [0x2F]) + name)
  }

  func appending(_ name: String) -> FilePath { appending(name.utf8) }

  /// What `text` names as seen from this folder; `..` goes up without a trace where no link is in the way.
  func joined(_ text: String) -> FilePath {
    var (folder, rest) = (self, FilePath(text))
    if rest.isAbsolute { return rest }
    while rest.bytes.starts(with: "../".utf8), ![".", ".."].contains(String(decoding: folder.name, as: UTF8.self)),
      folder.resolved?.folder == folder.folder.resolved
    {
      folder = folder.folder
      rest = FilePath(bytes: Array(rest.bytes.dropFirst(3)))
    }
    return folder.bytes == Array(".".utf8) ? rest : folder.appending(rest.bytes)
  }

  var isAbsolute: Bool { bytes.first == 0x2F }

  /// The part of the name behind its last dot, in lower case; empty when there is none.
  var fileExtension: String {
    guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex else { return "" }
    return String(decoding: name[(dot + 1)...].map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  /// The path without links and dots, or nil when nothing is there.
  var resolved: FilePath? {
    guard let resolved = unsafe realpath(terminated, nil) else { return nil }
    defer { unsafe free(resolved) }
    return FilePath(
      bytes: unsafe Array(UnsafeBufferPointer(start: resolved, count: strlen(resolved))).map(UInt8.init(bitPattern:)))
  }
}

/// What the system says a path is.
struct FileFacts: Hashable {
  /// Names the file itself, whatever path leads to it.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  enum Kind: Hashable {
    case file
    case folder
    case other
  }

  var identity: Identity
  var kind: Kind
  var size: Int

  /// The facts about what is at `path`, links followed, or nil when nothing is there or it may not be looked at.
  init?(_ path: FilePath) {
    var info = stat()
    guard unsafe stat(path.terminated, &info) == 0 else { return nil }
    self.init(info)
  }

  init(_ info: stat) {
    identity = Identity(
      device: UInt64(truncatingIfNeeded: info.st_dev), number: UInt64(truncatingIfNeeded: info.st_ino))
    size = Int(info.st_size)
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
  }
}
