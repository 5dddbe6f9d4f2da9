public import Reports
public import SourceText
import YAMLReading

/// `kind: KIND…`: the document is one of these kinds.
///
///     require: {kind: annual-report}
public struct KindCheck: Sendable {
  /// The kinds, any of which will do.
  public var kinds: [DocumentKind]

  /// What its answers tell, for the sentences of rules.
  static let found = ["found"]

  func answer(in context: EvaluationContext) -> Answer {
    let kind = context.report.kind
    let evidence = context.report.title.map { [Answer.Trace.found($0.range)] } ?? []
    let found: FoundValues = ["found": Self.words(for: kind)]
    if kinds.contains(kind) {
      return Answer(truth: .holds, message: Self.words(for: kind), evidence: evidence, found: found)
    }
    let title = context.report.title.map { context.excerpt($0.range) } ?? ""
    return Answer(
      truth: kind == .unknown ? .absent : .wrong,
      message: context.wording(
        zh: kind == .unknown ? "看不出是哪一种文件" : "“\(title)”是\(Self.words(for: kind).zh)",
        en: kind == .unknown
          ? "The kind of document cannot be made out" : "“\(title)” is \(Self.words(for: kind).en)"),
      evidence: evidence.isEmpty ? [.slot(context.report.text.blocks.first?.start ?? 0)] : evidence, found: found)
  }

  /// A kind of document in words.
  public static func words(for kind: DocumentKind) -> Wording {
    switch kind {
    case .annualReport: Wording(zh: "年度报告", en: "an annual report")
    case .informationDisclosureReport: Wording(zh: "政府信息公开工作年度报告", en: "an open-government-information report")
    case .otherReport: Wording(zh: "其他报告", en: "a report of another kind")
    case .interpretation: Wording(zh: "解读材料", en: "an interpretation")
    case .notice: Wording(zh: "通知类文件", en: "a notice")
    case .plan: Wording(zh: "计划类文件", en: "a plan")
    case .news: Wording(zh: "新闻信息", en: "a news item")
    case .template: Wording(zh: "模板或范文", en: "a template")
    case .unknown: Wording(zh: "不明文件", en: "a document of unknown kind")
    }
  }
}

extension KindCheck {
  /// Reads `kind`.
  init?(reading reader: inout MappingReader) {
    let kinds = reader.choices("kind", .required, of: DocumentKind.self).map(\.value)
    guard !kinds.isEmpty else { return nil }
    self.init(kinds: kinds)
  }
}

extension KindCheck {
  func words(in pack: RulePack) -> Wording {
    Wording(
      zh: "是" + kinds.map { Self.words(for: $0).zh }.joined(separator: "或"),
      en: "is " + kinds.map { Self.words(for: $0).en }.joined(separator: " or "))
  }
}
