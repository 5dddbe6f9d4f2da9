public import SourceText

/// How places in a decoded text lead back to the file that the user has.
public enum Origin: Sendable {
  /// The text is the file's own: its lines are the file's lines.
  case lines
  /// Each line of the text is a paragraph, in reading order; the array is in step with the text's lines.
  case paragraphs([ParagraphOrigin], parts: [String])
  /// Each line of the text is a paragraph of printed pages; the offsets at which the text of each page starts, ascending.
  case pages(starts: [Int])
  /// The text was taken out of a source, such as a web page's, whose lines and columns are the places.
  case source(SourceMap, DecodedText)
}

/// Where a paragraph stands in a document that has no lines.
public struct ParagraphOrigin: Hashable, Sendable {
  /// Position in the list of the file's parts, or nil when the format has none.
  public var part: UInt8?
  /// The paragraph's number in its part, from 1, counted as the format counts them; nil for lines that are none.
  public var paragraph: UInt32?
  /// From 1, where the format says it.
  public var page: UInt32?

  /// Makes a place out of what the format knows; without arguments that of a line that is no paragraph.
  public init(part: UInt8? = nil, paragraph: UInt32? = nil, page: UInt32? = nil) {
    self.part = part
    self.paragraph = paragraph
    self.page = page
  }
}

extension DecodedDocument {
  /// The line and column, both from 1, of the place at an offset of the text, as a person finds it in the file.
  public func position(of offset: Int) -> Position {
    switch origin {
    case .lines, .paragraphs, .pages: text.position(of: offset)
    case .source(let map, let source): source.position(of: map.start(of: offset))
    }
  }

  /// The positions of a range's first character and of the place behind its last, which are one for an empty range.
  public func positions(of range: TextRange) -> (start: Position, end: Position) {
    switch origin {
    case .lines, .paragraphs, .pages: return text.positions(of: range)
    case .source(let map, let source):
      let start = map.start(of: range.start)
      return source.positions(of: TextRange(start, range.isEmpty ? start : max(start, map.end(of: range.end))))
    }
  }

  /// The line, from 1, of the place at an offset of the text.
  public func line(of offset: Int) -> LineNumber {
    switch origin {
    case .lines, .paragraphs, .pages: LineNumber(text.lines.line(of: offset), of: lineUnit)
    case .source(let map, let source): LineNumber(source.lines.line(of: map.start(of: offset)), of: lineUnit)
    }
  }

  /// What the lines of the document's places are in the file.
  public var lineUnit: LineNumber.Unit {
    switch origin {
    case .lines, .source: .lines
    case .paragraphs, .pages: .paragraphs
    }
  }

  /// Where the paragraph at an offset stands, for a format without lines.
  public func paragraph(at offset: Int) -> ParagraphOrigin? {
    if case .pages(let starts) = origin {
      return ParagraphOrigin(page: UInt32(clamping: max(starts.partitioningIndex { $0 > offset }, 1)))
    }
    guard case .paragraphs(let paragraphs, _) = origin else { return nil }
    let line = text.lines.line(of: offset) - 1
    return paragraphs.indices.contains(line) ? paragraphs[line] : ParagraphOrigin()
  }

  /// The name of the part of the file in which a paragraph stands.
  public func partName(of paragraph: ParagraphOrigin) -> String? {
    guard case .paragraphs(_, let parts) = origin, let part = paragraph.part else { return nil }
    return parts.indices.contains(Int(part)) ? parts[Int(part)] : nil
  }
}
