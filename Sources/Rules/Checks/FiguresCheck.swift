import Reports
import SourceText
import YAMLReading

/// `figures: rate_contradicts` or `sum_contradicts`: figures of the report contradict each other.
///
///     forbid: {figures: rate_contradicts}
package struct FiguresCheck: Sendable {
  /// The contradiction that is looked for.
  package var fault: Fault

  /// How figures can contradict each other.
  package enum Fault: String, CaseIterable, Sendable {
    /// A rate that its part and its whole do not give.
    case rateContradicts = "rate_contradicts"
    /// A total that its parts do not add up to.
    case sumContradicts = "sum_contradicts"

    func covers(_ kind: FigureRelation.Kind) -> Bool {
      switch kind {
      case .rate, .attainability, .bound: self == .rateContradicts
      case .sum: self == .sumContradicts
      }
    }
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let judged = context.report.figureRelations.filter { fault.covers($0.kind) && $0.verdict != .cannotTell }
    guard !judged.isEmpty else {
      let words =
        switch fault {
        case .rateContradicts: Wording(zh: "没有可以复算的比率", en: "No rate can be recomputed")
        case .sumContradicts: Wording(zh: "没有可以复算的合计", en: "No total can be recomputed")
        }
      return Answer(truth: .pointless, message: words, evidence: [])
    }
    let wrong = judged.filter { $0.verdict == .contradicted }
    guard let first = wrong.first else {
      return Answer(
        truth: .absent,
        message: Wording(zh: "复算\(judged.count)处，均相符", en: "\(judged.count) recomputed, all agree"),
        evidence: judged.prefix(3).map { .found($0.stated) })
    }
    let line = context.line(of: first.stated.start)
    let stated = context.excerpt(first.stated)
    // Two neighbouring numerators mean little to a reader who is not told that none between them is whole.
    let whole =
      first.kind == .attainability ? Wording(zh: "没有哪个整数得出这个比率，", en: "no whole number gives it: ") : Wording("")
    return Answer(
      truth: .holds,
      message: Wording(
        zh: "第\(line)行写的是“\(stated)”，复算：\(whole.zh)\(first.computed)",
        en: "line \(line) says “\(stated)”; recomputed: \(whole.en)\(first.computed)"),
      evidence: wrong.prefix(3).flatMap { [$0.stated] + ($0.whole.map { [$0] } ?? []) + $0.parts }
        .map(Answer.Trace.found),
      found: ["count": Wording("\(wrong.count)"), "found": Wording(stated)])
  }
}

extension FiguresCheck {
  /// Reads `figures`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    guard
      let fault = reader.choice(
        "figures", .required,
        of: Fault.self,
        doc: Wording(zh: "数据之间有这种矛盾；用于 forbid", en: "Figures contradict each other so; for `forbid`"))
    else { return nil }
    draft.usedFigures.append(fault)
    self.init(fault: fault.value)
  }
}

extension FiguresCheck {
  func words(in pack: RulePack) -> Wording {
    switch fault {
    case .rateContradicts: Wording(zh: "与所列数据不符的比率", en: "a rate that its own figures contradict")
    case .sumContradicts: Wording(zh: "与各分项不符的合计", en: "a total that its own parts contradict")
    }
  }
}
