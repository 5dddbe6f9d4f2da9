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
  package var scorecard: Scorecard
  package var verdict: Verdict

  package init(report: Report, findings: [Finding], scorecard: Scorecard, verdict: Verdict) {
    self.report = report
    self.findings = findings
    self.scorecard = scorecard
    self.verdict = verdict
  }

  /// Scores and judges the findings of a report.
  package init(report: Report, findings: [Finding], pack: RulePack, gate: Gate) {
    let scorecard = Scorecard(of: findings, by: pack)
    self.init(
      report: report, findings: findings, scorecard: scorecard,
      verdict: gate.judge(findings, rules: pack.rules, score: scorecard.score))
  }
}
