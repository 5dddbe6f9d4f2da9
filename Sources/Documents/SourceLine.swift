import SourceText

/// A line of a document that has text on it, as the decoders hand it to the joining of wrapped lines.
struct SourceLine {
  /// Where the line starts, its indentation and marks included.
  var start: Int
  /// The text without white space and marks at its edges.
  var range: TextRange
  var kind: Block.Kind
  /// Whether a blank line, or the start of the document, stands before it.
  var followsBlank: Bool
  /// Whether the format says that a block starts here: the mark of a list item.
  var opensBlock = false
  /// Whether the line is a block by itself: a heading, a table row, a line of code.
  var standsAlone = false
}

/// What a decoder makes of a text.
struct DocumentParts {
  var blocks: [Block] = []
  var dropped: [TextRange] = []
}

/// The stretches of text between line ends, form feeds and vertical tabs inside lines (which old editors and pasted text
/// have for page and line breaks) being line ends too.
struct RawLines: Sequence, IteratorProtocol {
  private let text: DecodedText
  private let hasFeeds: Bool
  private var line = 0
  /// What is left of the current line when a feed has cut it, without white space at its end.
  private var rest: TextRange?
  private let reader: ScalarReader

  init(of text: DecodedText) {
    self.text = text
    reader = ScalarReader(bytes: text.bytes)
    hasFeeds = text.bytes.span.containsAny { $0 &- 0x0B < 2 }
  }

  /// The next line: where it starts and its text without white space at the edges, empty for a blank line.
  mutating func next() -> (start: Int, range: TextRange)? {
    let starts = text.lines.starts
    guard line < starts.count else { return nil }
    let whole = rest ?? TextRange(starts[line], line + 1 < starts.count ? starts[line + 1] : text.bytes.count)
    rest = nil
    line += 1
    var range = reader.trimmed(whole)
    if hasFeeds, let feed = text.bytes[range.start..<range.end].firstIndex(where: { $0 == 0x0B || $0 == 0x0C }) {
      rest = TextRange(feed, range.end)
      line -= 1
      range = reader.trimmed(TextRange(range.start, feed))
    }
    return (whole.start, range)
  }
}
