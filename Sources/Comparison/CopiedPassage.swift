/// Two sections of two reports that say the same.
package struct CopiedPassage: Sendable {
  package var kind: Kind
  package var evidence: Evidence
  package var first: Side
  package var second: Side
  /// How much of the shorter section stands in the other, in percent of its Chinese characters.
  package var share: Int
  /// The sentences that the two share, in the order of the first; stock phrases are left out where others are the evidence.
  package var sentences: [SentencePair]

  /// Whose reports the two are.
  package enum Kind: String, CaseIterable, Sendable {
    case otherBody = "other-body"
    /// One body's reports on two years.
    case otherYear = "other-year"
    /// One body's reports on one year: a report handed in twice, or two versions of it.
    case sameReport = "same-report"
  }

  /// What tells that one is a copy of the other.
  package enum Evidence: String, CaseIterable, Sendable {
    /// Sentences that few other reports have.
    case words
    /// Figures that few other reports have, in sentences that many have.
    case figures
    /// Sentences that many reports have, in an order that few have.
    case order
  }

  /// One of the two sections.
  package struct Side: Hashable, Sendable {
    package var path: String
    package var issuer: String?
    package var year: Int?
    /// The section's heading, folded; empty for the text before the first.
    package var heading: String
    package var line: Int
  }

  /// A sentence as it stands in both, folded.
  package struct SentencePair: Hashable, Sendable {
    package var first: String
    package var second: String
    package var firstLine: Int
    package var secondLine: Int
  }
}
