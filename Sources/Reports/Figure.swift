package import SourceText

/// A number of the report, with its unit and with what it counts.
package struct Figure: Hashable, Sendable {
  package var value: ExactNumber
  /// The decimals as written, for rounding: 2 in 95.06%.
  package var decimals: Int
  /// The measure word, 件 or %, folded; empty when there is none.
  package var unit: String
  /// The number with its unit.
  package var range: FoldedRange
  /// The words before it, back to the clause's start, that say what is counted: 受理行政复议申请.
  package var subject: FoldedRange
  /// Whether it says 余, 多, 近, 约, 以上 …
  package var isApproximate: Bool
  /// Whether it is one end of a range such as 5%-10%.
  package var isRangeEnd: Bool
  /// The unit as a number, since figures are compared by their units more often than spelt.
  var measure = Measure.none

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
