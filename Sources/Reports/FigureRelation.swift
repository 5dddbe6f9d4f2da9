public import SourceText

/// What follows, or does not follow, from one or several figures of the report.
public struct FigureRelation: Hashable, Sendable {
  public var kind: Kind
  public var verdict: Verdict
  /// What is judged: the rate, the total, the part, the later of two mentions.
  public var stated: FoldedRange
  /// The base of a rate, what a part belongs to, the earlier of two mentions; nil for a sum, whose total is `stated`.
  public var whole: FoldedRange?
  /// The numerator of a rate, or the parts of a total; empty when none is stated.
  public var parts: [FoldedRange]
  /// How the figures were compared.
  public var calculation: FigureCalculation

  /// The calculation, as a person would write it down: 118 ÷ 119 = 99.1597% ≈ 99.16%.
  public var computed: String {
    switch verdict {
    case .ok, .okTruncated: calculation.written(isWrong: false)
    case .contradicted, .doubtful: calculation.written(isWrong: true)
    case .baseUnstated, .cannotTell: calculation.written(isWrong: nil)
    }
  }

  /// Whether a figure is one of those that are compared.
  public func involves(_ figure: Figure) -> Bool {
    stated.contains(figure.range) || whole?.contains(figure.range) == true || parts.contains(figure.range)
  }

  /// What the figures are to each other.
  public enum Kind: String, CaseIterable, Sendable {
    /// A rate with its numerator and its base, or without.
    case rate
    /// A share of a stated number of things, which some whole number of them must give.
    case attainability
    /// A rate that cannot exceed 100 %.
    case bound
    /// A total and its parts.
    case sum
    /// A growth with the number that has grown, or with both numbers, or without.
    case growth
    /// One quantity, named twice.
    case repetition
    /// A part, or a later stage, and what it is taken from.
    case subset
    /// An announced number of things and the list of them.
    case list
    /// A number with a word that makes it approximate.
    case approximation
    /// Figures that belong together and differ in their units.
    case unit
  }

  /// Whether the figures agree.
  public enum Verdict: String, CaseIterable, Sendable {
    case ok
    /// They agree when the rate was cut off instead of rounded.
    case okTruncated = "ok_truncated"
    case contradicted
    /// They disagree, unless the base is another than the one that stands there.
    case doubtful
    /// A rate whose base does not stand there, or may be one or another.
    case baseUnstated = "base_unstated"
    /// Related, but the text leaves open how.
    case cannotTell = "cannot_tell"
  }
}
