public import SourceText

extension DocumentFormat {
  /// The extensions that files of the format have, in small letters; the first is the usual one.
  public var extensions: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .markdown: ["md", "markdown", "mdown", "mkd"]
    case .docx: ["docx", "docm", "dotx", "dotm"]
    case .html: ["html", "htm", "xhtml", "shtml"]
    case .pdf: ["pdf"]
    case .ofd: ["ofd"]
    }
  }

  /// The format in words.
  public var words: Wording {
    switch self {
    case .text: Wording(zh: "纯文本", en: "plain text")
    case .markdown: Wording(zh: "Markdown 文本", en: "Markdown")
    case .docx: Wording(zh: "Word 文档（.docx）", en: "a Word document (.docx)")
    case .html: Wording(zh: "网页", en: "a web page")
    case .pdf: Wording(zh: "PDF 文件", en: "a PDF file")
    case .ofd: Wording(zh: "OFD 版式文件", en: "an OFD document")
    }
  }
}

/// Says that a file's name announces another format than its bytes have; nil when it doesn't, or announces none.
func wrongExtension(of name: String, for format: DocumentFormat) -> DocumentNote? {
  let given = fileExtension(of: name)
  let others = ["doc", "wps", "wpt", "rtf", "odt", "pdf", "ofd", "mht", "xls", "xlsx"]
  let isKnown = DocumentFormat.allCases.contains { $0.extensions.contains(given) } || others.contains(given)
  if format.extensions.contains(given) || !isKnown { return nil }
  return DocumentNote(
    kind: .wrongExtension,
    text: Wording(
      zh: "文件扩展名是 .\(given)，实际内容是\(format.words.zh)，已按其内容读取。",
      en: "The file is named .\(given) but is \(format.words.en); it was read as what it is."),
    range: TextRange(0, 0))
}
