/// What a rule says of a document, by the contract's names.
package enum RuleStatus: String, CaseIterable, Sendable {
  case met, partial, missing, violated
  case notApplicable = "not-applicable"
  case unverifiable, waived
}
