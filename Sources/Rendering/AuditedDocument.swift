package import Documents
package import Reports
package import Rules
package import Scoring

/// A document with all that was found out about it, or why nothing could be.
package struct AuditedDocument: Sendable {
  /// The file as the user named it, or as it was found under a folder that the user named.
  package var path: String
  package var result: Result

  package enum Result: Sendable {
    case audited(Audit)
    case unreadable(DocumentError)
  }

  package init(path: String, result: Result) {
    self.path = path
    self.result = result
  }
}

/// A report that was judged: what it says, what the rules say of it, what that makes.
package struct Audit: Sendable {
  package var report: Report
  /// In the order of `RulePack.rules`.
  package var findings: [Finding]
  /// The profile by which it was judged; nil when the rules were taken as the pack has them.
  package var profile: Profile?
  /// The rules as they were put to this report, in step with `RulePack.rules`: severity and weight are the profile's.
  package var rules: [Rule]
  /// The categories as they count for this report, in step with `RulePack.categories`.
  package var categories: [RulePack.Category]
  package var scorecard: Scorecard
  package var verdict: Verdict
  /// The numbers of the waivers that name this document, ascending, whether or not they had anything to excuse.
  package var waivers: [Int]

  /// Scores and judges the findings of a report.
  package init(
    report: Report, findings: [Finding], pack: RulePack, profile: Profile? = nil, gate: Gate, waivers: [Int] = []
  ) {
    self.report = report
    self.findings = findings
    self.profile = profile
    self.waivers = waivers
    rules = profile?.rules ?? pack.rules
    categories = profile?.categories ?? pack.categories
    scorecard = Scorecard(
      of: findings, rules: rules, categories: categories, grades: pack.grades, vetoGrade: pack.vetoGrade)
    verdict = gate.judge(
      findings, rules: rules, score: scorecard.score, categoryScores: scorecard.categories.map(\.score))
  }
}
