public import SourceText

/// The calculation behind a relation; it is written down only where it is shown, which is seldom.
public enum FigureCalculation: Hashable, Sendable {
  /// A part of a whole in percent, beside the percentage that is stated to so many decimals.
  case percentage(part: ExactNumber, whole: ExactNumber, stated: ExactNumber, decimals: Int)
  /// Several parts of a whole together in percent, beside the percentage that is stated to so many decimals.
  case percentageOfSum([ExactNumber], whole: ExactNumber, stated: ExactNumber, decimals: Int)
  /// The percentages of several whole numbers of things out of as many as `whole`, to so many decimals.
  case percentages(parts: [Int], whole: Int, stated: ExactNumber, decimals: Int)
  /// A rate that fits only when some of the whole are left out of it.
  case without(part: ExactNumber, whole: ExactNumber, left: ExactNumber, stated: ExactNumber, decimals: Int)
  /// A percentage above 100 %, with its decimals as written.
  case aboveAll(ExactNumber, decimals: Int)
  /// A percentage for which no base stands there, with its decimals as written.
  case alone(ExactNumber, decimals: Int)
  /// Terms and their sum, beside the total that is stated.
  case sum([ExactNumber], ExactNumber, total: ExactNumber)
  /// Terms that together are a part of a whole.
  case atMost([ExactNumber], whole: ExactNumber)
  /// What was concluded, beside what was taken in with what was there at the start.
  case intake(ExactNumber, of: [ExactNumber])
  /// A growth in percent, up or down, from the numbers before to the one now.
  case growth(before: [ExactNumber], now: ExactNumber, stated: ExactNumber, decimals: Int)
  /// A growth in percent of which the difference is stated instead of the number before.
  case growthBy(ExactNumber, now: ExactNumber, isRise: Bool, stated: ExactNumber, decimals: Int)
  /// A difference between two numbers of one unit, beside the one that is stated.
  case difference(from: ExactNumber, to: ExactNumber, stated: ExactNumber)
  /// Two values of one quantity.
  case values(ExactNumber, ExactNumber)
  /// How many things a list has and how many were announced.
  case count(items: Int, announced: Int)
  /// A number to its last digit that is said to be approximate.
  case exact(ExactNumber)
  /// Terms that add up to the total although their units differ.
  case mixedUnits([ExactNumber], total: ExactNumber)
  /// A number of things that cannot be divided, with a fraction.
  case fraction(ExactNumber)

  /// The calculation as a person would write it down: 118 ÷ 119 = 99.1597% ≈ 99.16%.
  ///
  /// - Parameter isWrong: whether the result is set against what is stated; nil when nothing is said of it.
  public func written(isWrong: Bool?) -> String {
    switch self {
    case .percentage(let part, let whole, let stated, let decimals):
      return "\(part) ÷ \(whole) = " + Self.beside(Self.share(part, whole, decimals), stated, decimals, isWrong)
    case .percentageOfSum(let parts, let whole, let stated, let decimals):
      return "(\(Self.joined(parts))) ÷ \(whole) = "
        + Self.beside(Self.share(Self.total(parts), whole, decimals), stated, decimals, isWrong)
    case .percentages(let parts, let whole, let stated, let decimals):
      let number = ExactNumber(units: whole, scale: 0)
      return parts.map { part in
        "\(part) ÷ \(whole) = "
          + Self.beside(Self.share(ExactNumber(units: part, scale: 0), number, decimals), stated, decimals, isWrong)
      }.joined(separator: ", ")
    case .without(let part, let whole, let left, let stated, let decimals):
      let rest = whole.subtracting(left) ?? whole
      return "\(part) ÷ \(whole) = " + Self.beside(Self.share(part, whole, decimals), stated, decimals, true)
        + ", \(part) ÷ (\(whole) − \(left)) = " + Self.beside(Self.share(part, rest, decimals), stated, decimals, false)
    case .aboveAll(let value, let decimals):
      return "\(value.written(decimals: decimals))% > 100%"
    case .alone(let value, let decimals):
      return "\(value.written(decimals: decimals))%"
    case .sum(let terms, let sum, let total):
      return Self.joined(terms) + " = \(sum)" + (isWrong == true ? " ≠ \(total)" : "")
    case .atMost(let terms, let whole):
      let sum = terms.count > 1 ? Self.joined(terms) + " = \(Self.total(terms))" : terms.map(\.description).joined()
      return sum + (isWrong == true ? " > \(whole)" : " ≤ \(whole)")
    case .intake(let number, let terms):
      return "\(number) " + (isWrong == true ? ">" : "≤") + " \(Self.joined(terms)) = \(Self.total(terms))"
    case .growth(let before, let now, let stated, let decimals):
      return before.map { old in
        let (large, small) = old < now ? (now, old) : (old, now)
        let change = large.subtracting(small) ?? now
        return "(\(large) − \(small)) ÷ \(old) = "
          + Self.beside(Self.share(change, old, decimals), stated, decimals, isWrong)
      }.joined(separator: ", ")
    case .growthBy(let change, let now, let isRise, let stated, let decimals):
      let before = (isRise ? now.subtracting(change) : now.adding(change)) ?? now
      return "\(change) ÷ (\(now) \(isRise ? "−" : "+") \(change)) = "
        + Self.beside(Self.share(change, before, decimals), stated, decimals, isWrong)
    case .difference(let from, let to, let stated):
      let (large, small) = from < to ? (to, from) : (from, to)
      let result = large.subtracting(small)
      return "\(large) − \(small) = \(result?.description ?? "?")"
        + (isWrong == true && result != stated ? " ≠ \(stated)" : "")
    case .values(let first, let second):
      return "\(first) \(first == second ? "=" : "≠") \(second)"
    case .count(let items, let announced):
      return "\(items) \(items == announced ? "=" : "≠") \(announced)"
    case .exact(let value):
      return "\(value)"
    case .mixedUnits(let terms, let total):
      return Self.joined(terms) + " = \(total)"
    case .fraction(let value):
      return "\(value)"
    }
  }

  /// What the other figures give instead of the one that is judged, or nil when that is more than one number.
  public var fitting: String? {
    switch self {
    case .percentage(let part, let whole, _, let decimals):
      Self.rounded(part, whole, decimals)
    case .percentageOfSum(let parts, let whole, _, let decimals):
      Self.rounded(Self.total(parts), whole, decimals)
    case .growth(let before, let now, _, let decimals):
      before.count == 1 ? before.first.flatMap { old in Self.rounded(Self.distance(old, now), old, decimals) } : nil
    case .growthBy(let change, let now, let isRise, _, let decimals):
      (isRise ? now.subtracting(change) : now.adding(change)).flatMap { Self.rounded(change, $0, decimals) }
    case .difference(let from, let to, _): Self.distance(from, to).description
    case .sum(_, let sum, _): sum.description
    case .atMost(_, let whole): whole.description
    case .intake(_, let terms): Self.total(terms).description
    case .count(let items, _): "\(items)"
    case .exact(let value): value.integer.map { "\($0 - $0 % 10)" }
    case .percentages, .without, .aboveAll, .alone, .values, .mixedUnits, .fraction: nil
    }
  }

  /// The part that a stated percentage would be right of, where one whole number alone is.
  public var fittingPart: Int? {
    guard case .percentage(let part, let whole, let stated, let decimals) = self, part.integer != nil,
      let base = whole.integer, let below = FigureRelations.numerator(stated, of: base)
    else { return nil }
    let fitting = [below - 1, below, below + 1, below + 2].filter { number in
      guard number >= 0, number <= base,
        let share = ExactNumber.percentage(
          of: ExactNumber(units: number, scale: 0), whole: whole, decimals: decimals)
      else { return false }
      return share.rounded == stated || share.truncated == stated
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  private static func rounded(_ part: ExactNumber, _ whole: ExactNumber, _ decimals: Int) -> String? {
    ExactNumber.percentage(of: part, whole: whole, decimals: decimals).map {
      $0.rounded.written(decimals: decimals) + "%"
    }
  }

  private static func distance(_ first: ExactNumber, _ second: ExactNumber) -> ExactNumber {
    (first < second ? second.subtracting(first) : first.subtracting(second)) ?? first
  }

  private static func joined(_ terms: [ExactNumber]) -> String {
    terms.map(\.description).joined(separator: " + ")
  }

  private static func total(_ terms: [ExactNumber]) -> ExactNumber {
    terms.reduce(.zero) { $0.adding($1) ?? $0 }
  }

  /// A percentage with two decimals more than are stated, so that it can be seen how it was rounded.
  private static func share(_ part: ExactNumber, _ whole: ExactNumber, _ decimals: Int) -> ExactNumber? {
    ExactNumber.percentage(of: part, whole: whole, decimals: min(decimals + 2, 6))?.rounded
  }

  private static func beside(
    _ share: ExactNumber?, _ stated: ExactNumber, _ decimals: Int, _ isWrong: Bool?
  ) -> String {
    guard let share else { return "?" }
    let result = share.written(decimals: decimals) + "%"
    guard share != stated, let isWrong else { return result }
    return result + (isWrong ? " ≠ " : " ≈ ") + stated.written(decimals: decimals) + "%"
  }
}
