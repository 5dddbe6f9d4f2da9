import Documents
import SourceText

/// What a file's name says of it, before a byte is read.
enum DocumentName {
  /// A format that can be read; or no word about it, which leaves it to the content.
  case readable
  /// A document of a kind that reports come in, but that can't be read yet.
  case notYet(String)
  /// A zip file, whose documents are audited each on its own.
  case archive
  /// Something that is no report.
  case unrelated(String)
  /// A name that says nothing.
  case unknown

  init(_ path: FilePath) {
    let fileExtension = path.fileExtension
    switch fileExtension {
    case _ where DocumentFormat.allCases.contains { $0.extensions.contains(fileExtension) }: self = .readable
    // LibreOffice turns these into .docx.
    case "doc", "wps", "wpt": self = .readable
    case "mht", "mhtml", "rtf", "odt", "pages":
      self = .notYet(fileExtension)
    case "zip": self = .archive
    case "yaml", "yml", "json", "jsonl", "sarif", "xml", "csv", "tsv", "xls", "xlsx", "et", "ppt", "pptx", "png", "jpg",
      "jpeg", "gif", "bmp", "tif", "tiff", "svg", "webp", "mp3", "mp4", "rar", "7z", "gz", "tar", "css", "js",
      "swift", "py", "sh", "log":
      self = .unrelated(fileExtension)
    default: self = .unknown
    }
  }

  /// Whether a file of this name is audited when it is found in a folder.
  var isListed: Bool {
    switch self {
    case .readable, .notYet, .archive: true
    case .unrelated, .unknown: false
    }
  }

  /// Why a file of this name is not read, or nil when it is.
  var refusal: Wording? {
    switch self {
    case .readable, .archive, .unknown: nil
    case .notYet(let name):
      Wording(
        zh: "尚不支持 .\(name) 格式。请另存为 .docx 或 .txt 文件后再核查。",
        en: ".\(name) files can't be read yet; save the document as .docx or .txt and audit that.")
    case .unrelated(let name):
      Wording(
        zh: ".\(name) 文件不是可以核查的文档。请指定 .docx、.html、.pdf、.ofd、.txt 或 .md 格式的报告。",
        en: ".\(name) files are no documents to audit; name a report in .docx, .html, .pdf, .ofd, .txt or .md.")
    }
  }
}
