public import SourceText

/// A regular expression of a rule, compiled once, matched in bounded time.
///
/// The syntax is that of Perl (PCRE2). `^` and `$` are the start and the end of a block, `.` stays inside a block.
/// The characters of the expression are folded as texts are: `（２０２４年）` finds what `\(2024年\)` finds.
public final class Pattern: Sendable {
  /// The expression as its author wrote it.
  public let source: String
  /// Folded bytes that every match contains, when some are easily known: where they don't occur, neither does a match.
  public let requiredLiteral: [UInt8]?
  /// The names of the groups, ascending.
  public let groupNames: [String]
  private let compiled: CompiledPattern

  /// Compiles an expression, whose own characters are folded as texts are.
  ///
  /// - Throws: `PatternError` when it does not compile, can never match or would escape the bounds.
  public init(_ source: String) throws(PatternError) {
    var reader = PatternReader(source)
    try reader.read()
    do throws(CompiledPattern.Failure) {
      compiled = try CompiledPattern(reader.output)
    } catch {
      throw PatternError(message: error.message, offset: reader.sourceOffset(of: error.offset))
    }
    self.source = source
    requiredLiteral = reader.requiredLiteral()
    groupNames = compiled.groups.map(\.name).sorted()
  }

  /// All matches inside `range`, ascending, not overlapping; a lookbehind sees the text before `range`.
  ///
  /// - Throws: `PatternLimit` when a limit was hit: then nothing is known, least of all that there is no match.
  public func matches(in text: FoldedText, range: FoldedRange) throws(PatternLimit) -> [PatternMatch] {
    try compiled.matches(in: text.bytes, range: range, atMost: .max)
  }

  /// The first match inside `range`.
  ///
  /// - Throws: `PatternLimit` when a limit was hit: then nothing is known, least of all that there is no match.
  public func firstMatch(in text: FoldedText, range: FoldedRange) throws(PatternLimit) -> PatternMatch? {
    try compiled.matches(in: text.bytes, range: range, atMost: 1).first
  }

  /// The expression that finds `text` and nothing else, for a value that is put into an expression.
  public static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII, !isAlphanumeric(scalar), scalar != " " { quoted.append("\\") }
      quoted.append(scalar)
    }
    return String(quoted)
  }
}

/// One match of a pattern and of its named groups.
public struct PatternMatch: Hashable, Sendable {
  public var range: FoldedRange
  /// The groups that took part in the match, by name.
  public var groups: [String: FoldedRange]
}
