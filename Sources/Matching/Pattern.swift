package import SourceText

/// A regular expression of a rule, compiled once, matched in bounded time.
package final class Pattern: Sendable {
  /// The expression as its author wrote it.
  package let source: String

  /// Compiles an expression, whose own characters are folded as texts are.
  package init(_ source: String) throws(PatternError) {
    fatalError("helper B")
  }

  /// All matches inside `range`, ascending, not overlapping.
  ///
  /// - Throws: `PatternLimit` when a limit was hit: then nothing is known, least of all that there is no match.
  package func matches(in text: FoldedText, range: FoldedRange) throws(PatternLimit) -> [PatternMatch] {
    fatalError("helper B")
  }
}

/// One match of a pattern and of its named groups.
package struct PatternMatch: Sendable {
  package var range: FoldedRange
  package var groups: [String: FoldedRange]
}

/// Why an expression does not compile or can never match.
package struct PatternError: Error, Sendable {
  package var message: Wording
  /// UTF-8 offset in the expression, as written, where the trouble was seen.
  package var offset: Int
}

/// The bound that stopped a search.
package struct PatternLimit: Error, Sendable {
  package var message: Wording
}
