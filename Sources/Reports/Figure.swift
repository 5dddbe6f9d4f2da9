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
}
