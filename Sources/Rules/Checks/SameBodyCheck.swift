import Reports
import SourceText
import YAMLReading

/// `same_body: [signature, issuer]`: whoever signed is the body whose report it is.
///
///     require: {same_body: [signature, title]}
package struct SameBodyCheck: Sendable {
  package var first: Name
  package var second: Name

  package enum Name: String, CaseIterable, Sendable {
    case signature, title, issuer
  }

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    guard let left = range(first, in: report) else {
      return Answer(
        truth: .absent, message: Wording(zh: "没有署名机关", en: "No signing organ"),
        evidence: [.slot(report.signature?.range.end ?? report.body.end)])
    }
    guard let right = range(second, in: report) else {
      return Answer(
        truth: .pointless, message: Wording(zh: "标题没有写明机关，无从比对", en: "The title names no body to compare with"),
        evidence: [.found(left)])
    }
    let same = report.text.namesOneBody(left, right)
    return Answer(
      truth: same ? .holds : .wrong,
      message: Wording(
        zh: "署名“\(context.excerpt(left))”与“\(context.excerpt(right))”\(same ? "一致" : "不是同一机关")",
        en: "“\(context.excerpt(left))” and “\(context.excerpt(right))” \(same ? "are one body" : "are different bodies")"),
      evidence: same ? [.found(left)] : [.found(left), .found(right)],
      found: ["found": Wording(context.excerpt(left)), "expected": Wording(context.excerpt(right))])
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
    let names = reader.choices("same_body", .required, of: Name.self).map(\.value)
    guard names.count == 2, names[0] != names[1] else {
      reader.report(Wording(zh: "“same_body”要写两个不同的名称。", en: "`same_body` takes two different names"))
      return nil
    }
    self.init(first: names[0], second: names[1])
  }
}
