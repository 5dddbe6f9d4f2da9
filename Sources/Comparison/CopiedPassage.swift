public import SourceText

/// Two sections of two reports that say the same.
public struct CopiedPassage: Sendable {
  /// Whose the two reports are: `otherBody` also where a body is not known, `sameReport` where a year is not.
  public var kind: Kind
  /// What the two share that few other reports have.
  public var evidence: Evidence
  /// The section of the report that was taken in earlier.
  public var first: Side
  /// The section of the report that was taken in later.
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
    /// What the report was called when the finder took it in.
    public var path: String
    /// The body as its report spells it; nil where that was not found.
    public var issuer: String?
    /// The year on which it reports; nil where that was not found.
    public var year: Int?
    /// The section's heading, folded; empty for the text before the first.
    public var heading: String
    /// Where the section begins in the document, from 1.
    public var line: LineNumber
  }

  /// A sentence as it stands in both, folded.
  public struct SentencePair: Hashable, Sendable {
    /// As the section has it whose report was taken in earlier.
    public var first: String
    /// As the other section has it; the two need not agree in every word.
    public var second: String
    /// Where `first` begins in its document, from 1.
    public var firstLine: LineNumber
    /// Where `second` begins in its document, from 1.
    public var secondLine: LineNumber
  }
}
