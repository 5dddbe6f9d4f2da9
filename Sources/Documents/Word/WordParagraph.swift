import SourceText

/// A paragraph or table row while it is being read; all places are offsets of `bytes`.
struct WordParagraph {
  /// Valid UTF-8 without line ends; `lineBreak` stands for breaks inside the paragraph.
  var bytes: [UInt8] = []
  var kind: Block.Kind = .paragraph
  /// In the part, from 1.
  var number: Int
  var page: Int?
  var generated: [TextRange] = []
  var notes: [DocumentNote] = []
  /// Where comments begin and end.
  var marks: [(comment: String, isEnd: Bool, offset: Int)] = []
  /// Whether any run that shows something is not bold.
  var hasPlainText = false
  var hasBoldText = false
  /// Whether its mark has been deleted, so that the next paragraph is its continuation.
  var runsOn = false

  /// U+2028, a line break inside a paragraph.
  static let lineBreak: [UInt8] = [0xE2, 0x80, 0xA8]

  init(number: Int, page: Int?) {
    self.number = number
    self.page = page
  }

  /// Adds a paragraph that is one with this, whose mark was deleted; the number before the other's text comes before it all.
  mutating func goOn(with other: WordParagraph) {
    var other = other
    if !bytes.isEmpty, let label = other.generated.first, label.start == 0 {
      bytes = other.bytes[..<label.end] + bytes
      move(by: label.end)
      generated.insert(label, at: 0)
      other.bytes.removeFirst(label.end)
      other.generated.removeFirst()
      other.move(by: -label.end)
    }
    append(other)
  }

  /// Adds another paragraph's text and places behind the own.
  mutating func append(_ other: WordParagraph) {
    var other = other
    other.move(by: bytes.count)
    bytes += other.bytes
    generated += other.generated
    notes += other.notes
    marks += other.marks
    hasPlainText = hasPlainText || other.hasPlainText
    hasBoldText = hasBoldText || other.hasBoldText
  }

  /// Moves all places.
  private mutating func move(by shift: Int) {
    func moved(_ range: TextRange) -> TextRange { TextRange(max(0, range.start + shift), max(0, range.end + shift)) }
    generated = generated.map(moved)
    for index in notes.indices { notes[index].range = moved(notes[index].range) }
    for index in marks.indices { marks[index].offset = max(0, marks[index].offset + shift) }
  }

  /// Whether it shows nothing.
  var isBlank: Bool {
    ScalarReader(bytes: bytes).trimmed(TextRange(0, bytes.count)).isEmpty
  }
}

/// The decoded text of a document without lines, while its paragraphs come in.
struct ParagraphText {
  private(set) var bytes: [UInt8] = []
  private(set) var paragraphs: [ParagraphOrigin] = []
  private(set) var blocks: [Block] = []
  private(set) var generated: [TextRange] = []
  private(set) var notes: [DocumentNote] = []
  private(set) var properties: [DocumentProperty] = []
  private(set) var parts: [String] = []
  /// Where each comment begins and ends in the text.
  private(set) var comments: [String: TextRange] = [:]
  private var followsBlank = true
  private let limits: DocumentLimits

  init(limits: DocumentLimits) {
    self.limits = limits
  }

  /// Opens a part of the file, in which the paragraphs that follow stand.
  mutating func beginPart(_ name: String) {
    parts.append(name)
    followsBlank = true
  }

  private var part: UInt8 { UInt8(clamping: max(parts.count - 1, 0)) }

  /// Adds a paragraph as the next line.
  mutating func append(_ paragraph: WordParagraph) throws(DocumentError) {
    let start = bytes.count
    if start + paragraph.bytes.count > limits.textSize { throw DocumentError(.tooMuchText(limit: limits.textSize)) }
    bytes += paragraph.bytes
    bytes.append(0x0A)
    paragraphs.append(
      ParagraphOrigin(
        part: part, paragraph: UInt32(clamping: paragraph.number), page: paragraph.page.map(UInt32.init(clamping:))))
    try limits.check(lines: paragraphs.count)
    for mark in paragraph.marks {
      let place = start + mark.offset
      var range = comments[mark.comment] ?? TextRange(place, place)
      if mark.isEnd { range.end = max(range.start, place) }
      comments[mark.comment] = range
    }
    generated += paragraph.generated.map { TextRange($0.start + start, $0.end + start) }
    for var note in paragraph.notes {
      note.range = TextRange(note.range.start + start, note.range.end + start)
      add(note)
    }
    let reader = ScalarReader(bytes: paragraph.bytes)
    var from = 0
    var isEmpty = true
    while from < paragraph.bytes.count {
      let rest = paragraph.bytes[from...]
      let end = rest.firstOffset(of: WordParagraph.lineBreak) ?? paragraph.bytes.count
      let range = reader.trimmed(TextRange(from, end))
      from = end + WordParagraph.lineBreak.count
      if range.isEmpty {
        followsBlank = true
        continue
      }
      isEmpty = false
      blocks.append(
        Block(
          kind: paragraph.kind, range: TextRange(range.start + start, range.end + start), followsBlank: followsBlank,
          isEmphasised: paragraph.hasBoldText && !paragraph.hasPlainText))
      if blocks.count > limits.blocks { throw DocumentError(.tooManyBlocks(limit: limits.blocks)) }
      followsBlank = false
    }
    if isEmpty { followsBlank = true }
  }

  /// Adds a note, up to a number beyond which nobody reads on.
  mutating func add(_ note: DocumentNote) {
    if notes.count < 1000 { notes.append(note) }
  }

  /// Adds a property behind all paragraphs.
  mutating func addProperty(_ name: String, _ value: [UInt8]) {
    properties.append(DocumentProperty(name, value, writtenTo: &bytes))
    paragraphs.append(ParagraphOrigin(part: part))
  }

  /// The document, whose notes are in the order of their places.
  func document(_ format: DocumentFormat, _ encoding: TextEncoding) throws(DocumentError) -> DecodedDocument {
    if blocks.isEmpty { throw DocumentError(.empty) }
    var paragraphs = paragraphs
    // What stands before the first break that Word has noted is on the first page.
    if let first = paragraphs.firstIndex(where: { $0.page != nil }) {
      for index in 0..<first { paragraphs[index].page = 1 }
    }
    return DecodedDocument(
      format: format, encoding: encoding, text: DecodedText(validUTF8: bytes), blocks: blocks, dropped: [],
      origin: .paragraphs(paragraphs, parts: parts), generated: generated, metadata: properties,
      notes: notes.enumerated().sorted { ($0.1.range.start, $0.0) < ($1.1.range.start, $1.0) }.map(\.1))
  }
}
