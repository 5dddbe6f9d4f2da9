package import SourceText

/// Why an expression does not compile or can never match.
package struct PatternError: Error, Hashable, Sendable {
  package var message: Wording
  /// UTF-8 offset in the expression, as written, where the trouble was seen.
  package var offset: Int
}

/// The bound that stopped a search: nothing is known then, least of all that there is no match.
package struct PatternLimit: Error, Hashable, Sendable {
  package var message: Wording
}
