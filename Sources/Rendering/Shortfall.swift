import Rules
import Scoring

/// A finding that is something to put right, with what makes it worse or less bad than others.
struct Shortfall {
  /// Position in the audit's findings.
  var finding: Int
  /// As the gate counts it; nil for what is partly met under an `info` rule.
  var gravity: Severity?
  var lost: PointsLost?

  /// The group in which it is shown.
  var shownGravity: Severity { gravity ?? .info }

  /// The shortfalls of an audit that are shown, costliest first, then the graver, then in the order of the rules.
  static func ranked(of audit: Audit) -> [Shortfall] {
    var shortfalls: [Shortfall] = []
    for (index, finding) in audit.findings.enumerated() where !audit.hides(index) {
      switch finding.status {
      case .missing, .violated, .partial:
        shortfalls.append(
          Shortfall(
            finding: index, gravity: finding.gravity(at: audit.rules[finding.rule].severity),
            lost: audit.scorecard.losses[index]))
      case .met, .notApplicable, .unverifiable, .waived: break
      }
    }
    func rank(_ shortfall: Shortfall) -> (Int, Int, Int) {
      let gravity =
        switch shortfall.gravity {
        case .error: 0
        case .warning: 1
        case .info: 2
        case nil: 3
        }
      return (-(shortfall.lost?.hundredths ?? 0), gravity, shortfall.finding)
    }
    return shortfalls.sorted { rank($0) < rank($1) }
  }
}
