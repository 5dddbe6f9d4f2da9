import SourceText

#if canImport(Glibc)
  import CGNU
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of pages that appears under its name only when it is complete, in place of the one that an earlier run wrote.
///
/// What stands there and was not written by us is never touched: a folder that holds anything else is refused.
final class OutputFolder {
  /// Where the pages are written until `finish`.
  private(set) var temporary: FilePath
  private let target: FilePath
  private let name: Wording
  private var isFinished = false

  init(_ path: FilePath) throws(CommandFailure) {
    var bytes = path.bytes
    while bytes.count > 1, bytes.last == 0x2F { bytes.removeLast() }
    let path = FilePath(bytes: bytes)
    name = Wording(path.shown)
    target = path.resolved ?? path
    temporary = target.folder.appending(Array(".".utf8) + target.name + Array(".\(getpid()).tmp".utf8))
    if let facts = FileFacts(target) {
      if facts.kind != .folder { throw Output.refused(name, SystemTrouble(code: EEXIST)) }
      try refuseOthers()
    }
    try Output.makeFolder(target.folder, for: name)
    if unsafe mkdir(temporary.terminated, 0o777) != 0 { throw Output.refused(name, .last) }
  }

  private func refuseOthers() throws(CommandFailure) {
    for file in try names(in: target) where !OutputFolder.isPage(file) {
      let shown = String(decoding: file, as: UTF8.self)
      throw CommandFailure(
        Wording(
          zh: "无法写入 \(name.zh)：文件夹里有别的文件（\(shown)）。请换一个新文件夹。",
          en: "can't write to \(name.en): the folder holds something else (\(shown)). Name a new one."))
    }
  }

  /// Whether a name is one of those that pages have.
  private static func isPage(_ name: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: name, as: UTF8.self)
    return name == "index.html" || name.hasPrefix("d-") && name.hasSuffix(".html")
  }

  private func names(in folder: FilePath) throws(CommandFailure) -> [ArraySlice<UInt8>] {
    do {
      let listing = try Folder(folder)
      return (0..<listing.count).map(listing.name)
    } catch {
      throw Output.refused(name, error)
    }
  }

  /// Puts the folder in its place, in one step, so that there is either the old one or the new one.
  func finish() throws(CommandFailure) {
    if FileFacts(target) == nil {
      if unsafe rename(temporary.terminated, target.terminated) != 0 { throw Output.refused(name, .last) }
      isFinished = true
      return
    }
    try refuseOthers()
    #if canImport(Glibc)
      // RENAME_EXCHANGE, which comes with the function only.
      let exchange: UInt32 = 2
      let status = unsafe renameat2(AT_FDCWD, temporary.terminated, AT_FDCWD, target.terminated, exchange)
    #else
      let status = unsafe renamex_np(temporary.terminated, target.terminated, UInt32(RENAME_SWAP))
    #endif
    if status != 0 { throw Output.refused(name, .last) }
    // The name of the new folder is now that of the old one.
    remove(temporary)
    isFinished = true
  }

  private func remove(_ folder: FilePath) {
    for file in (try? names(in: folder)) ?? [] where OutputFolder.isPage(file) {
      _ = unsafe unlink(folder.appending(file).terminated)
    }
    _ = unsafe rmdir(folder.terminated)
  }

  deinit { if !isFinished { remove(temporary) } }
}
