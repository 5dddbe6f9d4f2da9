public import SourceText

/// Two sections of two reports that say the same.
public struct CopiedPassage: Sendable {
  public var kind: Kind
  public var evidence: Evidence
  public var first: Side
  public var second: Side
  /// How much of the shorter section stands in the other, in percent of its Chinese characters.
  public var share: Int
  /// The sentences that the two share, in the order of the first; stock phrases are left out where others are the evidence.
  public var sentences: [SentencePair]

  /// Whose reports the two are.
  public enum Kind: String, CaseIterable, Sendable {
    case otherBody = "other-body"
    /// One body's reports on two years.
    case otherYear = "other-year"
    /// One body's reports on one year: a report handed in twice, or two versions of it.
    case sameReport = "same-report"
  }

  /// What tells that one is a copy of the other.
  public enum Evidence: String, CaseIterable, Sendable {
    /// Sentences that few other reports have.
    case words
    /// Figures that few other reports have, in sentences that many have.
    case figures
    /// Sentences that many reports have, in an order that few have.
    case order
  }

  /// One of the two sections.
  public struct Side: Hashable, Sendable {
    public var path: String
    public var issuer: String?
    public var year: Int?
    /// The section's heading, folded; empty for the text before the first.
    public var heading: String
    public var line: LineNumber
  }

  /// A sentence as it stands in both, folded.
  public struct SentencePair: Hashable, Sendable {
    public var first: String
    public var second: String
    public var firstLine: LineNumber
    public var secondLine: LineNumber
  }
}
