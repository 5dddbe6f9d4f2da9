/// The verdicts that a sample must get, as far as its making settles them.
package struct SampleVerdicts: Sendable {
  /// For each rule that the sample settles, the statuses that are right for it.
  package private(set) var statuses: [FixedRule: Set<RuleStatus>]

  /// Nothing is settled.
  package static let none = SampleVerdicts(statuses: [:])

  /// Every fixed rule is met.
  package static let allMet = SampleVerdicts(
    statuses: Dictionary(uniqueKeysWithValues: FixedRule.allCases.map { ($0, [.met]) }))

  /// Only the given rules are settled, all of them met.
  package static func met(_ rules: FixedRule...) -> SampleVerdicts {
    SampleVerdicts(statuses: Dictionary(uniqueKeysWithValues: rules.map { ($0, [.met]) }))
  }

  /// The same with another verdict for one rule; one of several statuses will do when several are given.
  package func with(_ rule: FixedRule, _ allowed: RuleStatus...) -> SampleVerdicts {
    var copy = self
    copy.statuses[rule] = Set(allowed)
    return copy
  }

  /// The same without a word on the given rules.
  package func without(_ rules: [FixedRule]) -> SampleVerdicts {
    var copy = self
    for rule in rules { copy.statuses[rule] = nil }
    return copy
  }

  /// The same without a word on the given rules.
  package func without(_ rules: FixedRule...) -> SampleVerdicts { without(rules) }

  /// The same without a word on the fields of the Outline.
  package func withoutOutline() -> SampleVerdicts { without(OutlineField.allCases.map(\.rule)) }

  /// The same for a text from which no date of publication can be told.
  package func undated() -> SampleVerdicts {
    with(.datePublished, .unverifiable).with(.dateDeadline, .unverifiable)
      .with(.dateOrder, .unverifiable, .notApplicable)
  }

  /// The same for a body to which some fields of the Outline may not apply.
  package func withOutlineSoftened() -> SampleVerdicts {
    OutlineField.allCases.reduce(self) { $0.with($1.rule, .met, .notApplicable) }
  }
}
