package import Rules

/// What a report must reach to pass.
package struct Gate: Hashable, Sendable {
  /// The least severity that fails a report, or nil when no finding does.
  package var failOn: Severity?
  /// The least score that passes, in thousandths of a point, or nil when any does.
  package var minScore: Int?

  package init(failOn: Severity? = .error, minScore: Int? = nil) {
    self.failOn = failOn
    self.minScore = minScore
  }

  /// Judges one report.
  ///
  /// A report without a score falls short of any minimum: it cannot be shown to reach it.
  package func judge(_ findings: [Finding], rules: [Rule], score: Score?) -> Verdict {
    var verdict = Verdict(outcome: .passed, blocking: 0, isBelowMinimum: false)
    if let failOn {
      // By position, here and in the scorecard: a copy of each finding would count up and down all its sentences.
      verdict.blocking = findings.indices.count { index in
        guard let gravity = findings[index].status.gravity(at: rules[findings[index].rule].severity) else {
          return false
        }
        return gravity >= failOn
      }
    }
    if let minScore { verdict.isBelowMinimum = score.map { $0.tenths * 100 < minScore } ?? true }
    if verdict.blocking > 0 || verdict.isBelowMinimum { verdict.outcome = .failed }
    return verdict
  }
}

/// Whether a report passed its gate, and why not.
package struct Verdict: Hashable, Sendable {
  package var outcome: Outcome
  /// How many findings are as grave as the gate lets none be.
  package var blocking: Int
  package var isBelowMinimum: Bool
}

/// What came of a document, as the contract names it.
package enum Outcome: String, CaseIterable, Sendable {
  case passed
  case failed
  case unreadable
}

extension Finding {
  /// How grave a finding is under a rule of this severity, or nil when it is nothing to put right.
  ///
  /// What is missing or violated is as grave as its rule says; what is there in part is one step less, and nothing at all under an `info` rule.
  package func gravity(at severity: Severity) -> Severity? { status.gravity(at: severity) }
}

extension Status {
  /// How grave a finding of this status is under a rule of this severity, or nil when it is nothing to put right.
  package func gravity(at severity: Severity) -> Severity? {
    switch self {
    case .missing, .violated: severity
    case .partial:
      switch severity {
      case .error: .warning
      case .warning: .info
      case .info: nil
      }
    case .met, .notApplicable, .unverifiable, .waived: nil
    }
  }
}
