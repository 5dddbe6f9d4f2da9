import Reports
import SourceText
import YAMLReading

/// `same_body: [signature, issuer]`: whoever signed is the body whose report it is.
///
///     require: {same_body: [signature, title]}
public struct SameBodyCheck: Sendable {
  /// The name that is judged.
  public var first: Name
  /// The name with which it is compared.
  public var second: Name

  /// A name of a body in the report, as rules call it.
  public enum Name: String, CaseIterable, Sendable {
    case signature, title, issuer

    var words: Wording {
      switch self {
      case .signature: Wording(zh: "署名机关", en: "the signing organ")
      case .title: Wording(zh: "标题中的机关", en: "the body in the title")
      case .issuer: Wording(zh: "报告主体", en: "the reporting body")
      }
    }
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    guard let left = range(first, in: report) else {
      return Answer(
        truth: .absent, message: context.wording(zh: "没有找到\(first.words.zh)", en: "Not found: \(first.words.en)"),
        evidence: [slot(in: report)])
    }
    guard let right = range(second, in: report) else {
      return Answer(
        truth: .pointless,
        message: context.wording(
          zh: "没有\(second.words.zh)，无从比对", en: "Nothing to compare with: \(second.words.en) is not known"),
        evidence: [.found(left)])
    }
    let same = report.text.namesOneBody(left, right)
    return Answer(
      truth: same ? .holds : .wrong,
      message: context.wording(
        zh:
          "\(first.words.zh)“\(context.excerpt(left))”与\(second.words.zh)“\(context.excerpt(right))”\(same ? "一致" : "不是同一机关")",
        en:
          "“\(context.excerpt(left))” and “\(context.excerpt(right))” \(same ? "are one body" : "are different bodies")"
      ),
      evidence: same ? [.found(left)] : [.found(left), .found(right)],
      found: ["found": Wording(context.excerpt(left)), "expected": Wording(context.excerpt(right))])
  }

  /// Where the first of the two should stand.
  private func slot(in report: Report) -> Answer.Trace {
    switch first {
    case .signature: .slot(report.signature?.range.end ?? report.body.end)
    case .title, .issuer:
      report.title.map { .nearest($0.range) } ?? .slot(report.text.blocks.first?.start ?? 0)
    }
  }

  private func range(_ name: Name, in report: Report) -> FoldedRange? {
    switch name {
    case .signature: report.signature?.issuer
    case .title: report.title?.issuer
    case .issuer: report.issuer?.range
    }
  }
}

extension SameBodyCheck {
  /// Reads `same_body`, a list of two names.
  init?(reading reader: inout MappingReader) {
    let names = reader.choices(
      "same_body", .required, of: Name.self, doc: Wording(zh: "这两处写的是同一机关", en: "These two name one body")
    ).map(\.value)
    guard names.count == 2, names[0] != names[1] else {
      reader.report(Wording(zh: "“same_body”要写两个不同的名称。", en: "`same_body` takes two different names"))
      return nil
    }
    self.init(first: names[0], second: names[1])
  }
}

extension SameBodyCheck {
  func words(in pack: RulePack) -> Wording {
    Wording(
      zh: "\(first.words.zh)与\(second.words.zh)是同一机关", en: "\(first.words.en) and \(second.words.en) name one body")
  }
}
