/// The part that a section of a sample plays, by the contract's names.
package enum SampleRole: String, CaseIterable, Sendable {
  case measures
  case leaderDuty = "leader-duty"
  case shortcomings
  case nextYearPlan = "next-year-plan"

  /// The word for the role in a fixture file.
  package var fixtureWord: String {
    switch self {
    case .measures: "measures"
    case .leaderDuty: "leader-duty"
    case .shortcomings: "shortcomings"
    case .nextYearPlan: "plan"
    }
  }

  /// The fixed rule that asks for the part.
  package var rule: FixedRule {
    switch self {
    case .measures: .sectionMeasures
    case .leaderDuty: .sectionLeaderDuty
    case .shortcomings: .sectionShortcomings
    case .nextYearPlan: .sectionNextYearPlan
    }
  }
}
