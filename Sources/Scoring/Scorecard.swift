public import Rules

/// What a report scores: in total, by category, and where the points went.
///
/// Within a category `score = 100 × Σ weight·credit ÷ Σ weight` over the findings that count; the total is the weighted mean of the
/// categories that have anything to score. The arithmetic is exact and rounded half up once, at the end.
public struct Scorecard: Sendable {
  /// The total, or nil when nothing could be scored.
  public var score: Score?
  /// The position in `RulePack.grades` of the grade for the score as shown, capped by a missed veto rule.
  ///
  /// The rounded score decides, since a reader who sees 90.0 and “from 90” must not be told that it was 89.96.
  public var grade: Int?
  /// The grade that the score alone would earn; it differs from `grade` when a veto rule was missed.
  public var gradeByScore: Int?
  /// The positions in `RulePack.rules` of the veto rules that were missed, ascending.
  public var vetoes: [Int]
  /// In step with `RulePack.categories`.
  public var categories: [CategoryScore]
  /// In step with the findings: the points of the total that each one costs, nil for a finding that does not count.
  public var losses: [PointsLost?]

  /// What a category scores.
  public struct CategoryScore: Hashable, Sendable {
    public var share: Share
    /// Rounded half up to one place, or nil when nothing in the category could be scored.
    public var score: Score?
  }
}

/// Points of the total score that a finding costs, in hundredths from 0 to 10000, rounded half up.
///
/// Exactly: 100 × (category weight ÷ weight of all scored categories) × (weight ÷ scored weight in the category) × (1 − credit).
public struct PointsLost: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  public static func < (left: PointsLost, right: PointsLost) -> Bool { left.hundredths < right.hundredths }

  /// Two places: `7.50`.
  public var description: String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Status {
  /// Whether findings of this status enter the score; what does not apply, cannot be told or is waived leaves it.
  public var isScored: Bool {
    switch self {
    case .met, .partial, .missing, .violated: true
    case .notApplicable, .unverifiable, .waived: false
    }
  }
}

extension Scorecard {
  /// Scores the findings of one report by the parts of a pack that a score depends on, as a profile puts them.
  public init(
    of findings: [Finding], rules: [Rule], categories: [RulePack.Category], grades: [RulePack.Grade], vetoGrade: Int?
  ) {
    var shares = [Share](repeating: Share(earned: 0, possible: 0), count: categories.count)
    for index in findings.indices where findings[index].status.isScored {
      let rule = findings[index].rule
      let (category, weight) = (rules[rule].category, rules[rule].weight.bounded)
      shares[category].possible += weight * 1000
      shares[category].earned += weight * findings[index].earned
    }
    let scored = categories.indices.filter { shares[$0].possible > 0 && categories[$0].weight.bounded > 0 }
    let weightOfAll = scored.reduce(0) { $0 + categories[$1].weight.bounded }

    self.categories = shares.map { CategoryScore(share: $0, score: $0.score) }
    losses = findings.indices.map { index in
      if !findings[index].status.isScored { return nil }
      if findings[index].status == .met { return PointsLost(hundredths: 0) }
      let rule = findings[index].rule
      let (category, weight) = (rules[rule].category, rules[rule].weight.bounded)
      let possible = shares[category].possible
      if possible == 0 || weightOfAll == 0 { return PointsLost(hundredths: 0) }
      let lost = UInt128(weight * (1000 - findings[index].earned)) * UInt128(categories[category].weight.bounded)
      let whole = UInt128(possible) * UInt128(weightOfAll)
      return PointsLost(hundredths: Int((2 * 10_000 * lost + whole) / (2 * whole)))
    }
    score = Scorecard.total(
      scored.map { (shares[$0].reduced, categories[$0].weight.bounded) }, weightOfAll: weightOfAll)
    vetoes = findings.indices.filter { findings[$0].isMissed && rules[findings[$0].rule].isVeto }
      .map { findings[$0].rule }.sorted()
    gradeByScore = score.flatMap { score in grades.firstIndex { score.tenths * 100 >= $0.from } }
    grade = gradeByScore
    if let reached = gradeByScore, let cap = vetoGrade, !vetoes.isEmpty { grade = max(reached, cap) }
  }

  /// The weighted mean of shares, of 100 points, rounded half up to one place.
  ///
  /// It finds the largest score whose lower bound, half a tenth below it, is not above the mean: only products are compared, nothing is divided.
  private static func total(_ shares: [(share: Share, weight: UInt64)], weightOfAll: UInt64) -> Score? {
    if shares.isEmpty { return nil }
    var earned = Natural(0)
    var possible = Natural(weightOfAll)
    for index in shares.indices {
      possible = possible * shares[index].share.possible
      var term = Natural(shares[index].share.earned) * shares[index].weight
      for other in shares.indices where other != index { term = term * shares[other].share.possible }
      earned += term
    }
    earned = earned * 2000
    var low = 0
    var high = 1000
    while low < high {
      let middle = (low + high + 1) / 2
      if possible * UInt64(2 * middle - 1) <= earned { low = middle } else { high = middle - 1 }
    }
    return Score(tenths: low)
  }
}

extension Weight {
  /// Thousandths within what the arithmetic holds for any number of rules: at most a million.
  fileprivate var bounded: UInt64 { UInt64(min(max(thousandths, 0), 1_000_000_000)) }
}

extension Finding {
  /// The credit that counts, in thousandths: all for what is met, none for what is missed, whatever the finding carries.
  fileprivate var earned: UInt64 {
    switch status {
    case .met: 1000
    case .partial: UInt64(min(max(credit.thousandths, 0), 1000))
    case .missing, .violated, .notApplicable, .unverifiable, .waived: 0
    }
  }

  fileprivate var isMissed: Bool {
    switch status {
    case .missing, .violated: true
    case .met, .partial, .notApplicable, .unverifiable, .waived: false
    }
  }
}
