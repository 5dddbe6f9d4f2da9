package import SourceText

/// Two sections of two reports that say the same.
package struct CopiedPassage: Sendable {
  package var first: Side
  package var second: Side
  /// How much of the shorter section stands in the other, in percent, stock phrases left out.
  package var share: Int
  /// The sentences that the two share, in the order of the first.
  package var sentences: [SentencePair]

  /// One of the two sections.
  package struct Side: Hashable, Sendable {
    package var path: String
    package var issuer: String?
    package var year: Int?
    /// The section's heading, folded; empty for the text before the first.
    package var heading: String
    package var line: LineNumber
  }

  /// A sentence as it stands in both, folded.
  package struct SentencePair: Hashable, Sendable {
    package var first: String
    package var second: String
    package var firstLine: LineNumber
    package var secondLine: LineNumber
  }
}
