public import Comparison
public import Documents
public import Reports
public import Rules
public import Scoring

/// A document with all that was found out about it, or why nothing could be.
public struct AuditedDocument: Sendable {
  /// The file as the user named it, or as it was found under a folder that the user named.
  public var path: String
  public var result: Result

  public enum Result: Sendable {
    case audited(Audit)
    case unreadable(DocumentError)
  }

  public init(path: String, result: Result) {
    self.path = path
    self.result = result
  }
}

/// A report that was judged: what it says, what the rules say of it, what that makes.
public struct Audit: Sendable {
  public var report: Report
  /// In the order of `RulePack.rules`.
  public var findings: [Finding]
  /// The profile by which it was judged; nil when the rules were taken as the pack has them.
  public var profile: Profile?
  /// The rules as they were put to this report, in step with `RulePack.rules`: severity and weight are the profile's.
  public var rules: [Rule]
  /// The categories as they count for this report, in step with `RulePack.categories`.
  public var categories: [RulePack.Category]
  public var scorecard: Scorecard
  /// The score by which the gate judged: as though what a baseline holds had been put right, where that doesn't count.
  public var judgedScore: Score?
  public var verdict: Verdict
  /// The numbers of the waivers that name this document, ascending, whether or not they had anything to excuse.
  public var waivers: [Int]
  /// What the run's baseline holds of this document; nil without a baseline.
  public var baseline: Baseline.Use?
  /// Whether the findings that the baseline holds are left out of what is shown and judged.
  public var hidesKnown: Bool

  /// Scores and judges the findings of a report.
  public init(
    report: Report, findings: [Finding], pack: RulePack, profile: Profile? = nil, gate: Gate, waivers: [Int] = [],
    baseline: Baseline.Use? = nil
  ) {
    self.report = report
    self.findings = findings
    self.profile = profile
    self.waivers = waivers
    self.baseline = baseline
    hidesKnown = !gate.countsKnown
    rules = profile?.rules ?? pack.rules
    categories = profile?.categories ?? pack.categories
    scorecard = Scorecard(
      of: findings, rules: rules, categories: categories, grades: pack.grades, vetoGrade: pack.vetoGrade)
    var judged = scorecard
    if hidesKnown, findings.contains(where: \.isKnown) {
      var put = findings
      for index in put.indices where put[index].isKnown { put[index].status = .met }
      judged = Scorecard(
        of: put, rules: rules, categories: categories, grades: pack.grades, vetoGrade: pack.vetoGrade)
    }
    judgedScore = judged.score
    verdict = gate.judge(findings, rules: rules, score: judged.score, categoryScores: judged.categories.map(\.score))
  }

  /// Whether the finding at a position is left out, because a baseline holds it.
  public func hides(_ finding: Int) -> Bool { hidesKnown && findings[finding].isKnown }

  /// How many findings the baseline holds.
  public var known: Int { baseline == nil ? 0 : findings.indices.count { findings[$0].isKnown } }

  /// How many findings are left out.
  public var hidden: Int { hidesKnown ? known : 0 }
}
