public import SourceText

/// A limit by the name under which `limits:` of the configuration sets it.
public enum LimitName: String, CaseIterable, Sendable {
  case fileSize = "file_size_mb"
  case inflatedSize = "inflated_size_mb"
  case inflationRatio = "inflation_ratio"
  case entries
  case depth
  case textSize = "text_size_mb"
  case paragraphs
  case pages
  case seconds
  case conversionSeconds = "conversion_seconds"

  /// What may be set.
  public var range: ClosedRange<Int> {
    switch self {
    case .fileSize: 1...1024
    case .inflatedSize: 1...2048
    case .inflationRatio: 10...100_000
    case .entries: 1...1_000_000
    // libxml2 itself goes no deeper than 256.
    case .depth: 16...250
    case .textSize: 1...1024
    case .paragraphs: 1...5_000_000
    case .pages: 1...100_000
    case .seconds: 1...600
    case .conversionSeconds: 1...3600
    }
  }

  /// What the limit is of, for the guide and for messages on a wrong value.
  public var words: Wording {
    switch self {
    case .fileSize: Wording(zh: "文件大小（MB）", en: "megabytes of a file")
    case .inflatedSize: Wording(zh: "压缩格式解压后的大小（MB）", en: "megabytes that a zip-based file inflates to")
    case .inflationRatio: Wording(zh: "解压后与解压前大小之比", en: "times its size that a file may inflate to")
    case .entries: Wording(zh: "压缩格式内的部件数", en: "parts of a zip-based file")
    case .depth:
      Wording(
        zh: "XML 元素嵌套层数（网页为其 \(DocumentLimits.depthOfPages) 倍）",
        en: "elements inside elements of XML, \(DocumentLimits.depthOfPages) times as many of a web page")
    case .textSize: Wording(zh: "文档中文字的大小（MB）", en: "megabytes of text in a document")
    case .paragraphs: Wording(zh: "段落数", en: "paragraphs of a document")
    case .pages: Wording(zh: "PDF、OFD 页数", en: "pages of a PDF or OFD document")
    case .seconds: Wording(zh: "读取一份 PDF 的处理器时间（秒）", en: "seconds of a processor's work on one PDF")
    case .conversionSeconds:
      Wording(zh: "LibreOffice 转换一份文档的时间（秒）", en: "seconds for LibreOffice to convert a document")
    }
  }

  /// Where the limit is set, for the end of a message that says it was passed.
  var hint: Wording {
    Wording(
      zh: "确需核查的，可在配置文件中调整 limits.\(rawValue)。", en: "limits.\(rawValue) in the configuration sets the limit.")
  }
}

extension DocumentLimits {
  /// The limit in the unit of the configuration.
  public subscript(name: LimitName) -> Int {
    get {
      switch name {
      case .fileSize: fileSize / Self.megabyte
      case .inflatedSize: inflatedSize / Self.megabyte
      case .inflationRatio: inflationRatio
      case .entries: entries
      case .depth: depth
      case .textSize: textSize / Self.megabyte
      case .paragraphs: blocks
      case .pages: pages
      case .seconds: seconds
      case .conversionSeconds: conversionSeconds
      }
    }
    set {
      switch name {
      case .fileSize: fileSize = newValue * Self.megabyte
      case .inflatedSize: inflatedSize = newValue * Self.megabyte
      case .inflationRatio: inflationRatio = newValue
      case .entries: entries = newValue
      case .depth: depth = newValue
      case .textSize: textSize = newValue * Self.megabyte
      case .paragraphs: blocks = newValue
      case .pages: pages = newValue
      case .seconds: seconds = newValue
      case .conversionSeconds: conversionSeconds = newValue
      }
    }
  }

  private static let megabyte = 1024 * 1024
}
