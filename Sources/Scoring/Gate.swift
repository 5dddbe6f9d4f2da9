public import Rules

/// What a report must reach to pass.
public struct Gate: Hashable, Sendable {
  /// The least severity that fails a report, or nil when no finding does.
  public var failOn: Severity?
  /// The least score that passes, in thousandths of a point, or nil when any does.
  public var minScore: Int?
  /// Whether findings that a baseline holds count like any other.
  public var countsKnown = true
  /// What is asked otherwise of a category, by its position in `RulePack.categories`.
  public var categories: [Int: CategoryGate] = [:]

  /// What a report must reach in one category.
  public struct CategoryGate: Hashable, Sendable {
    /// The least severity of a finding in it that fails a report; what the whole report's gate says where it is `inherited`.
    public var failOn: FailOn
    /// The least score of the category that passes, in thousandths of a point, or nil when any does.
    public var minScore: Int?

    /// The severity of a category's own, or that of the whole report.
    public enum FailOn: Hashable, Sendable {
      case inherited
      /// Nil when no finding fails.
      case own(Severity?)
    }

    public init(failOn: FailOn = .inherited, minScore: Int? = nil) {
      self.failOn = failOn
      self.minScore = minScore
    }
  }

  public init(failOn: Severity? = .error, minScore: Int? = nil) {
    self.failOn = failOn
    self.minScore = minScore
  }

  /// Whether a finding of this gravity in a category fails.
  public func fails(_ gravity: Severity, in category: Int) -> Bool {
    switch categories[category]?.failOn {
    case nil, .inherited: fails(gravity)
    case .own(let severity): severity.map { gravity >= $0 } ?? false
    }
  }

  /// Whether something of this severity that concerns no single category fails.
  public func fails(_ severity: Severity) -> Bool { failOn.map { severity >= $0 } ?? false }

  /// Judges one report.
  ///
  /// A report without a score falls short of any minimum: it cannot be shown to reach it.
  ///
  /// - Parameters:
  ///   - findings: of one report; those that a baseline holds are passed over where they don't count.
  ///   - rules: as they were put to it.
  ///   - score: the total.
  ///   - categoryScores: in step with the pack's categories; needed where the gate asks something of categories. A category in
  ///     which nothing could be scored is not below any minimum: the rules that apply to a draft leave some without a score.
  public func judge(
    _ findings: [Finding], rules: [Rule], score: Score?, categoryScores: [Score?] = []
  ) -> Verdict {
    var verdict = Verdict(outcome: .passed, blocking: 0, isBelowMinimum: false)
    if failOn != nil || !categories.isEmpty {
      // By position, here and in the scorecard: a copy of each finding would count up and down all its sentences.
      verdict.blocking = findings.indices.count { index in
        let rule = findings[index].rule
        if findings[index].isKnown && !countsKnown { return false }
        return findings[index].status.gravity(at: rules[rule].severity)
          .map { fails($0, in: rules[rule].category) } ?? false
      }
    }
    if let minScore { verdict.isBelowMinimum = score.map { $0.tenths * 100 < minScore } ?? true }
    verdict.categoriesBelow = categoryScores.indices.filter { index in
      guard let least = categories[index]?.minScore, let score = categoryScores[index] else { return false }
      return score.tenths * 100 < least
    }
    if verdict.blocking > 0 || verdict.isBelowMinimum || !verdict.categoriesBelow.isEmpty { verdict.outcome = .failed }
    return verdict
  }
}

/// Whether a report passed its gate, and why not.
public struct Verdict: Hashable, Sendable {
  public var outcome: Outcome
  /// How many findings are as grave as the gate lets none be.
  public var blocking: Int
  public var isBelowMinimum: Bool
  /// The categories whose score is below what the gate asks of them, ascending.
  public var categoriesBelow: [Int] = []
}

/// What came of a document, as the contract names it.
public enum Outcome: String, CaseIterable, Sendable {
  case passed
  case failed
  case unreadable
}

extension Finding {
  /// How grave a finding is under a rule of this severity, or nil when it is nothing to put right.
  ///
  /// What is missing or violated is as grave as its rule says; what is there in part is one step less, and nothing at all under an `info` rule.
  public func gravity(at severity: Severity) -> Severity? { status.gravity(at: severity) }
}

extension Status {
  /// How grave a finding of this status is under a rule of this severity, or nil when it is nothing to put right.
  public func gravity(at severity: Severity) -> Severity? {
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
