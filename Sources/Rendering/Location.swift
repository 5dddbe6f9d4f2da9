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

  init(of range: TextRange, in document: DecodedDocument) {
    (start, end) = document.positions(of: range)
  }
}

extension DecodedDocument {
  /// The positions of a range's first character and of the place behind its last, with the columns in bytes of UTF-8, from 1.
  func bytePositions(of range: TextRange) -> (start: Position, end: Position) {
    let (text, start, end) =
      switch origin {
      case .lines, .paragraphs, .pages: (text, range.start, range.end)
      case .source(let map, let source): (source, map.start(of: range.start), map.end(of: range.end))
      }
    func position(_ offset: Int) -> Position {
      let line = text.lines.line(of: offset)
      return Position(line: line, column: offset - text.lines.starts[line - 1] + 1)
    }
    return (position(start), position(range.isEmpty ? start : max(start, end)))
  }
}
