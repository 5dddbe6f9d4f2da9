/// A document's text as UTF-8, with its lines.
///
/// The bytes are valid UTF-8 without a byte order mark; whoever makes one has checked that.
public struct DecodedText: Sendable {
  public let bytes: [UInt8]
  public let lines: LineIndex

  public init(validUTF8 bytes: [UInt8]) {
    self.bytes = bytes
    self.lines = LineIndex(of: bytes)
  }

  public init(_ string: String) {
    self.init(validUTF8: Array(string.utf8))
  }

  /// The characters of `range` as a string.
  public func string(_ range: TextRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// The line and column, both from 1, of the character at `offset`.
  public func position(of offset: Int) -> Position {
    let line = lines.line(of: offset)
    let column = bytes.span.count(from: lines.starts[line - 1], to: offset, where: startsCharacter)
    return Position(line: line, column: column + 1)
  }

  /// The positions of a range's first character and of the place behind its last, which are one for an empty range.
  public func positions(of range: TextRange) -> (start: Position, end: Position) {
    let start = position(of: range.start)
    if range.isEmpty { return (start, start) }
    // Most ranges end on the line on which they start, and its characters before the range need not be counted twice.
    if start.line < lines.starts.count, range.end >= lines.starts[start.line] {
      return (start, position(of: range.end))
    }
    let count = bytes.span.count(from: range.start, to: range.end, where: startsCharacter)
    return (start, Position(line: start.line, column: start.column + count))
  }

  /// How many code points a range has.
  public func codePoints(in range: TextRange) -> Int {
    bytes.span.count(from: range.start, to: range.end, where: startsCharacter)
  }
}

@inline(__always)
private func startsCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
