public import SourceText

/// A number of the report, with its unit and with what it counts.
public struct Figure: Hashable, Sendable {
  public var value: ExactNumber
  /// The decimals as written, for rounding: 2 in 95.06%.
  public var decimals: Int
  /// The zeros that a word behind the digits stands for: 4 in 1.5万.
  public var zeros = 0
  /// The measure word, empty when there is none.
  public var unit: FoldedRange
  /// The number with its unit.
  public var range: FoldedRange
  /// The words before it, back to the clause's start, that say what is counted: 受理行政复议申请.
  public var subject: FoldedRange
  /// The word that makes it an approximate number, and where that stands.
  public var approximation: Approximation?
  /// Whether it is one end of a range such as 5%-10%.
  public var isRangeEnd: Bool
  /// Whether it is written in Chinese characters: 十二件.
  public var isSpelled = false
  /// The unit as a number, since figures are compared by their units more often than spelt.
  var measure = Measure.none

  public init(
    value: ExactNumber, decimals: Int, unit: FoldedRange, range: FoldedRange, subject: FoldedRange,
    approximation: Approximation? = nil, isRangeEnd: Bool = false
  ) {
    self.value = value
    self.decimals = decimals
    self.unit = unit
    self.range = range
    self.subject = subject
    self.approximation = approximation
    self.isRangeEnd = isRangeEnd
  }

  /// How far it may be from what was counted when it was rounded to what is written: 5,000 for 3万, 0 for 3 and 3.5%.
  var rounding: ExactNumber {
    guard zeros > 0 else { return .zero }
    var half = ExactNumber(units: 5, scale: decimals + 1)
    for _ in 0..<zeros { half = half.multiplied(by: 10) ?? half }
    return half
  }

  /// Whether it says 余, 多, 近, 约, 以上 …
  public var isApproximate: Bool { approximation != nil }

  /// The measure word as it is written, `%` for a percentage in words, empty when there is none.
  public func unitName(in text: FoldedText) -> String { measure == .percent ? "%" : text.string(unit) }

  /// Where the word stands that makes a number approximate.
  public enum Approximation: String, CaseIterable, Sendable {
    /// 约200件
    case before
    /// 200余件, where the digits before it should be round.
    case behindDigits = "behind_digits"
    /// 200件以上, 2万件以上
    case behind
  }

  /// A unit as a number: equal for figures of one unit.
  struct Measure: Hashable, Sendable {
    private let key: Int

    private init(key: Int) { self.key = key }

    static let none = Measure(key: -1)
    static let percent = Measure(key: -2)
    static let perMille = Measure(key: -3)

    /// The measure word at a place of the vocabulary.
    static func word(_ place: Int) -> Measure { Measure(key: place) }

    /// Whether it is % or ‰, which tell a share and count nothing.
    var isShare: Bool { key < -1 }
  }
}
