package import SourceText

/// What follows, or does not follow, from several figures of one sentence.
package struct FigureRelation: Hashable, Sendable {
  package var kind: Kind
  package var verdict: Verdict
  /// The figure that is judged: the rate, or the total.
  package var stated: FoldedRange
  /// The base of a rate; nil for a sum, whose total is `stated`.
  package var whole: FoldedRange?
  /// The numerator of a rate, or the parts of a total; empty when no numerator is stated.
  package var parts: [FoldedRange]
  /// How the figures were compared.
  package var calculation: FigureCalculation

  /// The calculation, as a person would write it down: 118 ÷ 119 = 99.16%.
  package var computed: String { calculation.written }

  /// What the figures are to each other.
  package enum Kind: String, CaseIterable, Sendable {
    /// A rate with its numerator and its base.
    case rate
    /// A share of a stated number of things, which some whole number of them must give.
    case attainability
    /// A rate that cannot exceed 100 %.
    case bound
    /// A total and its parts.
    case sum
  }

  /// Whether the figures agree.
  package enum Verdict: String, CaseIterable, Sendable {
    case ok
    /// They agree when the rate was cut off instead of rounded.
    case okTruncated
    case contradicted
    /// Related, but the text leaves open how.
    case cannotTell
  }
}
