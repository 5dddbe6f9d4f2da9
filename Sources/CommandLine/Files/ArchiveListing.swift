import Documents
import SourceText

/// What there is to audit in an archive.
struct ArchiveListing {
  /// The documents, in the order of their names' bytes.
  var documents: [DocumentArchive.Member] = []
  /// How many files in it are no documents.
  var others = 0

  /// Lists an archive; nil when the file is none, or can't be read, which is for its own audit to say.
  init?(_ path: FilePath, limits: DocumentLimits) {
    guard let bytes = try? readFile(path, limit: limits.fileSize),
      let archive = try? DocumentArchive(bytes, limits: limits)
    else { return nil }
    documents = archive.members.filter { DocumentName(FilePath($0.name)).isListed && !Self.isArchive($0) }
    documents.sort { ($0.name, $0.index) < ($1.name, $1.index) }
    others = archive.members.count - documents.count
  }

  private static func isArchive(_ member: DocumentArchive.Member) -> Bool {
    if case .archive = DocumentName(FilePath(member.name)) { true } else { false }
  }

  /// What is said of files that are passed over, or of an archive without a document; nil when there is nothing to say.
  func remark(on path: FilePath) -> Wording? {
    if others == 0 { return nil }
    return Wording(
      zh: "\(path.shown)：另有 \(others) 个文件不是可以核查的文档，未核查",
      en:
        "\(path.shown): \(others) more \(others == 1 ? "file is" : "files are") no document and \(others == 1 ? "was" : "were") passed over"
    )
  }
}
