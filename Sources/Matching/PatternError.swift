public import SourceText

/// Why an expression does not compile or can never match.
public struct PatternError: Error, Hashable, Sendable {
  public var message: Wording
  /// UTF-8 offset in the expression, as written, where the trouble was seen.
  public var offset: Int
}

/// The bound that stopped a search: nothing is known then, least of all that there is no match.
public struct PatternLimit: Error, Hashable, Sendable {
  public var message: Wording
}
