import SourceText

/// A fact of the report that any sentence, and the words and patterns of a mention, may name in braces.
enum ReportVariable: String, CaseIterable {
  case reportYear = "report_year"
  case nextYear = "next_year"
  case previousYear = "previous_year"
  case issuer
  case publicationDate = "publication_date"
  case signatureDate = "signature_date"
  case title

  /// What it stands for, in words.
  var words: Wording {
    switch self {
    case .reportYear, .nextYear, .previousYear: Wording(zh: "报告年度", en: "the report year")
    case .issuer: Wording(zh: "报告主体", en: "the reporting body")
    case .publicationDate: Wording(zh: "发布日期", en: "the publication date")
    case .signatureDate: Wording(zh: "落款日期", en: "the signature date")
    case .title: Wording(zh: "标题", en: "the title")
    }
  }

  /// A value with which a pattern can be tried before there is a report.
  var sample: String {
    switch self {
    case .reportYear, .nextYear, .previousYear: "2024"
    case .publicationDate, .signatureDate: "2025-01-31"
    case .issuer, .title: "某"
    }
  }
}
