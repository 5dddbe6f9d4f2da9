package import SourceText

/// A document as its decoder understood it: the text, and which parts of it are headings, paragraphs, list items, table rows.
package struct DecodedDocument: Sendable {
  package var format: DocumentFormat
  package var encoding: TextEncoding
  package var text: DecodedText
  /// The parts of the text that are read, in reading order, ascending and not overlapping. Blank lines belong to no block.
  package var blocks: [Block]
  /// Stretches inside blocks that are no text: soft line breaks with the indentation behind them, Markdown marks.
  package var dropped: [TextRange]
  /// How places in the text lead back to the file.
  package var origin: Origin
  /// Stretches of the text that the author did not write but sees: the numbers of automatic numbering. Ascending.
  package var generated: [TextRange]
  /// What the file states beside the text, in the order of the file.
  package var metadata: [DocumentProperty]
  /// What the text does not show and the reader should know, in reading order.
  package var notes: [DocumentNote]

  package init(
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
package struct Block: Hashable, Sendable {
  package var kind: Kind
  package var range: TextRange
  /// Whether a blank line, or the start of the document, stands before it.
  package var followsBlank: Bool
  /// Whether the author set all of it in bold, as those do who have no headings; never so in plain text.
  package var isEmphasised: Bool

  package init(kind: Kind, range: TextRange, followsBlank: Bool, isEmphasised: Bool = false) {
    self.kind = kind
    self.range = range
    self.followsBlank = followsBlank
    self.isEmphasised = isEmphasised
  }

  /// What the document's format says the block is; plain text says nothing, so all its blocks are paragraphs.
  package enum Kind: Hashable, Sendable {
    case paragraph
    /// A heading that the format marks as one, level from 1.
    case heading(level: Int)
    case listItem
    case tableRow
  }
}

/// A document format that there is a decoder for.
package enum DocumentFormat: String, CaseIterable, Sendable {
  case text
  case markdown
  case docx
  case html
  case pdf
  case ofd
}

/// The encoding that a document's bytes were found to be in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
}
