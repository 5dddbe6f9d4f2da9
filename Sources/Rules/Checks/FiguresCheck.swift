package import Reports
import SourceText
import YAMLReading

/// `figures: rate_contradicts` or `sum_contradicts`: figures of the report contradict each other.
///
///     forbid: {figures: rate_contradicts}
package struct FiguresCheck: Sendable {
  package var relation: FigureClaim.Relation

  func answer(in context: EvaluationContext) -> Answer {
    let claims = context.report.figureClaims.filter { $0.relation == relation }
    let judged = claims.filter { $0.verdict != .noClaim }
    guard !judged.isEmpty else {
      let words =
        switch relation {
        case .rate: Wording(zh: "没有可以复算的比率", en: "No rate can be recomputed")
        case .sum: Wording(zh: "没有可以复算的合计", en: "No total can be recomputed")
        }
      return Answer(truth: .pointless, message: words, evidence: [])
    }
    let wrong = judged.filter { $0.verdict == .contradicted }
    guard let first = wrong.first else {
      return Answer(
        truth: .absent,
        message: Wording(zh: "复算\(judged.count)处，均相符", en: "\(judged.count) recomputed, all agree"),
        evidence: judged.prefix(3).flatMap { [Answer.Trace.found($0.stated)] })
    }
    return Answer(
      truth: .holds,
      message: Wording(
        zh: "第\(context.line(of: first.stated.start))行：\(first.computation.zh)",
        en: "line \(context.line(of: first.stated.start)): \(first.computation.en)"),
      evidence: wrong.prefix(3).flatMap { claim in [claim.stated] + claim.parts }.map(Answer.Trace.found),
      found: ["count": Wording("\(wrong.count)"), "found": Wording(context.excerpt(first.stated))])
  }
}

extension FiguresCheck {
  /// Reads `figures`.
  init?(reading reader: inout MappingReader) {
    guard let relation = reader.choice("figures", .required, of: FigureClaim.Relation.self) else { return nil }
    self.init(relation: relation.value)
  }
}
