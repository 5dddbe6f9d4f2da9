package import SourceText

/// The calculation behind a relation; it is written down only where it is shown, which is seldom.
package enum FigureCalculation: Hashable, Sendable {
  /// A part of a whole in percent, to so many decimals.
  case percentage(part: ExactNumber, whole: ExactNumber, decimals: Int)
  /// The percentages of several whole numbers of things out of as many as `whole`, to so many decimals.
  case percentages(parts: [Int], whole: Int, decimals: Int)
  /// A percentage above 100 %, with its decimals as written.
  case aboveAll(ExactNumber, decimals: Int)
  /// Terms and their sum.
  case sum([ExactNumber], ExactNumber)
  /// A part that is more than its whole.
  case more(part: ExactNumber, whole: ExactNumber)

  /// The calculation as a person would write it down: 118 ÷ 119 = 99.16%.
  package var written: String {
    switch self {
    case .percentage(let part, let whole, let decimals):
      return "\(part) ÷ \(whole) = \(Self.share(part, whole, decimals) ?? "?")"
    case .percentages(let parts, let whole, let decimals):
      return parts.map { part in
        let share = Self.share(ExactNumber(units: part, scale: 0), ExactNumber(units: whole, scale: 0), decimals)
        return "\(part) ÷ \(whole) = \(share ?? "?%")"
      }.joined(separator: ", ")
    case .aboveAll(let value, let decimals):
      return "\(value.written(decimals: decimals))% > 100%"
    case .sum(let terms, let sum):
      return "\(terms.map(\.description).joined(separator: " + ")) = \(sum)"
    case .more(let part, let whole):
      return "\(part) > \(whole)"
    }
  }

  private static func share(_ part: ExactNumber, _ whole: ExactNumber, _ decimals: Int) -> String? {
    ExactNumber.percentage(of: part, whole: whole, decimals: decimals).map {
      $0.rounded.written(decimals: decimals) + "%"
    }
  }
}
