import Documents
import SourceText
import Threads

/// The bytes of a document, or why there are none, as a reader of the report is told.
func readDocument(
  _ source: DocumentList.Source, limits: DocumentLimits, archives: OpenArchives = OpenArchives()
) throws(DocumentError) -> [UInt8] {
  switch source {
  case .standardInput:
    return try read(limits) { () throws(FileReadingError) in try readAll(of: 0, limit: limits.fileSize) }
  case .file(let path):
    if let refusal = DocumentName(path).refusal { throw DocumentError(refusal) }
    return try read(limits) { () throws(FileReadingError) in try readFile(path, limit: limits.fileSize) }
  case .member(let path, let index, _):
    let archive = if let open = archives.take(path) { open } else { try openArchive(path, limits) }
    defer { archives.put(archive, of: path) }
    return try archive.bytes(of: index)
  }
}

/// Reads and decodes the only document of a command; what keeps it from that ends the command.
func decode(
  _ source: DocumentList.Source, name: String, limits: DocumentLimits, revisions: RevisionView = .accepted
) throws(CommandFailure) -> DecodedDocument {
  do throws(DocumentError) {
    return try decodeDocument(
      try readDocument(source, limits: limits), name: name, limits: limits, revisions: revisions)
  } catch {
    throw CommandFailure(Wording(zh: "\(name)：\(error.message.zh)", en: "\(name): \(error.message.en)"))
  }
}

private func openArchive(_ path: FilePath, _ limits: DocumentLimits) throws(DocumentError) -> DocumentArchive {
  let bytes = try read(limits) { () throws(FileReadingError) in try readFile(path, limit: limits.fileSize) }
  guard let archive = try DocumentArchive(bytes, limits: limits) else {
    throw DocumentError(Wording(zh: "压缩包在核查期间被改动。", en: "the archive was changed while it was being audited."))
  }
  return archive
}

/// What a reading gives, with the words for why it failed.
private func read(
  _ limits: DocumentLimits, _ reading: () throws(FileReadingError) -> [UInt8]
) throws(DocumentError) -> [UInt8] {
  do throws(FileReadingError) {
    return try reading()
  } catch {
    switch error {
    case .system(let trouble):
      throw DocumentError(
        Wording(zh: "无法打开文件：\(trouble.words.zh)。", en: "the file can't be opened: \(trouble.words.en)."))
    case .isFolder:
      throw DocumentError(Wording(zh: "这是文件夹，不是文档。", en: "this is a folder, not a document."))
    case .silent(let seconds): throw DocumentError(FileReadingError.words(silentFor: seconds))
    case .tooLarge(let size): throw limits.refusal(ofSize: size)
    }
  }
}

/// Archives that stay open while their documents are audited, so that each is read once by each thread and not once for each
/// document in it.
///
/// The documents of an archive follow each other, so those of one file are enough.
final class OpenArchives: @unchecked Sendable {
  private let monitor = Monitor()
  /// Those that nobody is using: an archive is in the hands of one thread at a time.
  private var idle: [DocumentArchive] = []
  private var path: FilePath?

  /// An open archive for the caller alone, or nil when there is none.
  func take(_ path: FilePath) -> DocumentArchive? {
    monitor.locked { self.path == path ? idle.popLast() : nil }
  }

  /// Gives an archive back to be used again.
  func put(_ archive: DocumentArchive, of path: FilePath) {
    monitor.locked {
      if self.path != path {
        self.path = path
        idle = []
      }
      idle.append(archive)
    }
  }
}
