public import SourceText

/// A document as its decoder understood it: the text, and which parts of it are headings, paragraphs, list items, table rows.
public struct DecodedDocument: Sendable {
  public var format: DocumentFormat
  public var encoding: TextEncoding
  public var text: DecodedText
  /// The parts of the text that are read, in reading order, ascending and not overlapping. Blank lines belong to no block.
  public var blocks: [Block]
  /// Stretches inside blocks that are no text: soft line breaks with the indentation behind them, Markdown marks.
  public var dropped: [TextRange]
  /// How places in the text lead back to the file.
  public var origin: Origin
  /// Stretches of the text that the author did not write but sees: the numbers of automatic numbering. Ascending.
  public var generated: [TextRange]
  /// What the file states beside the text, in the order of the file.
  public var metadata: [DocumentProperty]
  /// What the text does not show and the reader should know, in reading order.
  public var notes: [DocumentNote]

  public init(
    format: DocumentFormat, encoding: TextEncoding, text: DecodedText, blocks: [Block], dropped: [TextRange],
    origin: Origin = .lines, generated: [TextRange] = [], metadata: [DocumentProperty] = [],
    notes: [DocumentNote] = []
  ) {
    self.format = format
    self.encoding = encoding
    self.text = text
    self.blocks = blocks
    self.dropped = dropped
    self.origin = origin
    self.generated = generated
    self.metadata = metadata
    self.notes = notes
  }
}

/// One paragraph, heading, list item or table row of a document.
public struct Block: Hashable, Sendable {
  public var kind: Kind
  public var range: TextRange
  /// Whether a blank line, or the start of the document, stands before it.
  public var followsBlank: Bool
  /// Whether the author set all of it in bold, as those do who have no headings; never so in plain text.
  public var isEmphasised: Bool

  public init(kind: Kind, range: TextRange, followsBlank: Bool, isEmphasised: Bool = false) {
    self.kind = kind
    self.range = range
    self.followsBlank = followsBlank
    self.isEmphasised = isEmphasised
  }

  /// What the document's format says the block is; plain text says nothing, so all its blocks are paragraphs.
  public enum Kind: Hashable, Sendable {
    case paragraph
    /// A heading that the format marks as one, level from 1.
    case heading(level: Int)
    case listItem
    case tableRow
  }
}

/// A document format that there is a decoder for.
public enum DocumentFormat: String, CaseIterable, Sendable {
  case text
  case markdown
  case docx
  case html
  case pdf
  case ofd
}

/// The encoding that a document's bytes were found to be in.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
}
