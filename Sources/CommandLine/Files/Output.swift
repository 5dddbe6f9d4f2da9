import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where bytes go: standard output, or a file or folder that appears under its name only when it is complete.
final class Output {
  private let descriptor: Int32
  /// The file for people.
  let name: Wording
  private let target: FilePath?
  private var temporary: FilePath?
  private let folder: OutputFolder?

  /// Standard output.
  static func standard() -> Output {
    Output(descriptor: 1, name: Wording(zh: "标准输出", en: "standard output"))
  }

  private init(
    descriptor: Int32, name: Wording, target: FilePath? = nil, temporary: FilePath? = nil,
    folder: OutputFolder? = nil
  ) {
    self.folder = folder
    self.descriptor = descriptor
    self.name = name
    self.target = target
    self.temporary = temporary
  }

  /// A file; what is there stays as it is until `finish`. Folders above it that are not there are made. Devices and pipes are written to
  /// directly.
  convenience init(file path: FilePath) throws(CommandFailure) {
    let name = Wording(path.shown)
    let target = path.resolved ?? path
    if let facts = FileFacts(target), facts.kind != .file {
      let descriptor = facts.kind == .folder ? -1 : unsafe open(target.terminated, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 {
        throw Output.refused(name, facts.kind == .folder ? SystemTrouble(code: EISDIR) : .last)
      }
      self.init(descriptor: descriptor, name: name)
      return
    }
    try Output.makeFolder(target.folder, for: name)
    let temporary = target.folder.appending(Array(".".utf8) + target.name + Array(".\(getpid()).tmp".utf8))
    let descriptor = unsafe open(temporary.terminated, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Output.refused(name, .last) }
    self.init(descriptor: descriptor, name: name, target: target, temporary: temporary)
  }

  /// A folder in which `index.html` takes what is written, and other files stand beside it.
  convenience init(folder path: FilePath) throws(CommandFailure) {
    let folder = try OutputFolder(path)
    let index = folder.temporary.appending("index.html")
    let descriptor = unsafe open(index.terminated, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw Output.refused(Wording(path.shown), .last) }
    self.init(descriptor: descriptor, name: Wording(path.shown), folder: folder)
  }

  /// Whether it is standard output.
  var isStandard: Bool { descriptor == 1 }

  /// Writes a file of its own into the folder.
  func add(_ page: String, _ bytes: [UInt8]) throws(CommandFailure) {
    guard let folder else { return try write(bytes) }
    let output = try Output(file: folder.temporary.appending(page))
    try output.write(bytes)
    try output.finish()
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe systemWrite(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Output.refused(name, .last)
      }
      done += count
    }
  }

  /// Puts the file or folder in its place.
  func finish() throws(CommandFailure) {
    if let folder { return try folder.finish() }
    guard let from = temporary, let to = target else { return }
    if unsafe rename(from.terminated, to.terminated) != 0 { throw Output.refused(name, .last) }
    temporary = nil
  }

  deinit {
    if let temporary { _ = unsafe unlink(temporary.terminated) }
    if descriptor > 2 { close(descriptor) }
  }

  /// Makes a folder and those above it, where they are not there.
  static func makeFolder(_ folder: FilePath, for name: Wording) throws(CommandFailure) {
    if FileFacts(folder) != nil || folder.folder == folder { return }
    try makeFolder(folder.folder, for: name)
    // Another run may have been quicker.
    if unsafe mkdir(folder.terminated, 0o777) != 0, errno != EEXIST { throw refused(name, .last) }
  }

  static func refused(_ name: Wording, _ trouble: SystemTrouble) -> CommandFailure {
    CommandFailure(
      Wording(
        zh: "无法写入 \(name.zh)：\(trouble.words.zh)", en: "can't write to \(name.en): \(trouble.words.en)"))
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
