public import SourceText

/// A regular expression over the text as its author typed it, where width, white space and the shapes of quotes tell.
///
/// The syntax and the bounds are those of `Pattern`; nothing is folded. `^` and `$` are the start and the end of a line.
public final class TypedPattern: Sendable {
  /// The expression as its author wrote it.
  public let source: String
  private let compiled: CompiledPattern
  /// The characters with which its matches begin, when they are known.
  private let leading: LeadingCharacters?

  /// Compiles an expression.
  ///
  /// - Throws: `PatternError` when it does not compile.
  public init(_ source: String) throws(PatternError) {
    leading = LeadingCharacters(of: source)
    do throws(CompiledPattern.Failure) {
      compiled = try CompiledPattern(Array(source.utf8), isAnchored: leading != nil)
    } catch {
      throw PatternError(message: error.message, offset: error.offset)
    }
    self.source = source
  }

  /// All matches inside `range`, ascending, not overlapping.
  ///
  /// - Throws: `PatternLimit` when a limit was hit: then nothing is known, least of all that there is no match.
  public func matches(in text: DecodedText, range: TextRange) throws(PatternLimit) -> [TextRange] {
    try matches(in: text, range: range, atMost: .max)
  }

  /// The first match inside `range`.
  ///
  /// - Throws: `PatternLimit` when a limit was hit: then nothing is known, least of all that there is no match.
  public func firstMatch(in text: DecodedText, range: TextRange) throws(PatternLimit) -> TextRange? {
    try matches(in: text, range: range, atMost: 1).first
  }

  private func matches(
    in text: DecodedText, range: TextRange, atMost most: Int
  ) throws(PatternLimit) -> [TextRange] {
    let range = FoldedRange(range.start, range.end)
    let found =
      if let leading {
        try compiled.matches(in: text.bytes, range: range, atMost: most, beginningWith: leading)
      } else {
        try compiled.matches(in: text.bytes, range: range, atMost: most)
      }
    return found.map { TextRange($0.range.start, $0.range.end) }
  }
}
