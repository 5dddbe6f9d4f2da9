import Documents
import SourceText

/// A place in a document as formats for other programs name it.
struct Location: Hashable, Sendable {
  /// Line and column from 1, the column in code points.
  var start: Position
  /// The place behind the last character.
  var end: Position

  /// The beginning of a document, for findings without a place.
  static let beginning = Location(start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))

  init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  init(of range: TextRange, in text: DecodedText) {
    (start, end) = text.positions(of: range)
  }
}

extension DecodedText {
  /// The position of an offset with the column in bytes of UTF-8, from 1.
  func bytePosition(of offset: Int) -> Position {
    let line = lines.line(of: offset)
    return Position(line: line, column: offset - lines.starts[line - 1] + 1)
  }
}
