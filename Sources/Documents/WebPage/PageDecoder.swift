import SourceText

/// A web page: the text of its main content, with the way back to the line and column of its source.
///
/// - Parameters:
///   - source: the page's source, decoded by the encoding that its bytes really have, whatever the page says of it.
///   - encoding: that encoding.
func decodePage(
  _ source: DecodedText, encoding: TextEncoding, limits: DocumentLimits
) throws(DocumentError) -> DecodedDocument {
  let outline = try parseHTML(source.bytes, limits: limits)
  var lines = PageLines(source: source.bytes, outline: outline, limits: limits)
  let content = PageContent(of: outline, source: source.bytes)
  try lines.read(content)
  if lines.blocks.isEmpty { throw DocumentError(.empty) }
  lines.addTrail(PageTrail(of: outline, source: source.bytes, before: content.start))
  lines.addProperties()
  return DecodedDocument(
    format: .html, encoding: encoding, text: DecodedText(validUTF8: lines.bytes), blocks: lines.blocks, dropped: [],
    origin: .source(lines.map, source), generated: lines.generated, metadata: lines.properties)
}

/// The lines of a page's content, while they are put together.
private struct PageLines {
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var map = SourceMap(capacity: 256)
  private(set) var properties: [DocumentProperty] = []
  private(set) var generated: [TextRange] = []
  private let source: [UInt8]
  private let outline: PageOutline
  private let limits: DocumentLimits
  /// Lines of the table row that is being read.
  private var row: [(cell: Int, line: PageLine)] = []
  private var openRow = -1

  init(source: [UInt8], outline: PageOutline, limits: DocumentLimits) {
    self.source = source
    self.outline = outline
    self.limits = limits
  }

  /// Puts the kept pieces together line by line.
  mutating func read(_ content: PageContent) throws(DocumentError) {
    let pieces = outline.pieces
    var index = 0
    while index < pieces.count {
      let number = pieces[index].line
      guard content.isKept[index] else {
        index += 1
        continue
      }
      var line = PageLine(node: Int(pieces[index].node))
      while index < pieces.count, pieces[index].line == number {
        if content.isKept[index] { line.add(pieces[index], source) }
        index += 1
      }
      guard !line.isBlank else { continue }
      let (row, cell) = cell(of: line.node)
      if row != openRow {
        try endRow()
        openRow = row
      }
      if row < 0 { try append(line, line.kind(in: outline)) } else { self.row.append((cell, line)) }
    }
    try endRow()
  }

  /// The table row and the cell in which a node stands; -1 outside of tables.
  private func cell(of node: Int) -> (row: Int, cell: Int) {
    var node = node
    var cell = -1
    while node >= 0 {
      switch outline.nodes[node].tag {
      case .td, .th: if cell < 0 { cell = node }
      case .tr: return (node, cell)
      case .table: return (-1, -1)
      case _: break
      }
      node = outline.nodes[node].parent
    }
    return (-1, -1)
  }

  /// A row with several filled cells is a line of cells. One whose text is in one cell, or runs over many lines, is layout, and
  /// its lines stand for themselves.
  private mutating func endRow() throws(DocumentError) {
    defer { row = [] }
    guard let first = row.first else { return }
    var cells = 0
    var longest = 0
    var run = 0
    for index in row.indices {
      if index == 0 || row[index].cell != row[index - 1].cell {
        cells += 1
        run = 0
      }
      run += 1
      longest = max(longest, run)
    }
    if cells < 2 || longest > 3 {
      for (_, line) in row { try append(line, line.kind(in: outline)) }
      return
    }
    var whole = first.line
    for index in row.indices.dropFirst() {
      whole.add(row[index].line, separator: row[index].cell == row[index - 1].cell ? " " : " | ")
    }
    try append(whole, .tableRow)
  }

  private mutating func append(_ line: PageLine, _ kind: Block.Kind) throws(DocumentError) {
    let start = bytes.count
    if start + line.bytes.count > limits.textSize { throw DocumentError(.tooMuchText(limit: limits.textSize)) }
    write(line)
    generated += line.generated.map { TextRange(start + $0.start, start + $0.end) }
    let range = ScalarReader(bytes: line.bytes).trimmed(TextRange(0, line.bytes.count))
    blocks.append(
      Block(
        kind: kind, range: TextRange(start + range.start, start + range.end), followsBlank: true,
        isEmphasised: line.hasBold && !line.hasPlain))
    if blocks.count > limits.blocks { throw DocumentError(.tooManyBlocks(limit: limits.blocks)) }
  }

  private mutating func write(_ line: PageLine) {
    let start = bytes.count
    for stretch in line.stretches {
      map.append(
        folded: start + stretch.at, source: stretch.source, foldedUnit: stretch.unit, sourceUnit: stretch.sourceUnit)
    }
    bytes += line.bytes
    bytes.append(0x0A)
  }

  /// Puts the trail that leads to the page behind the text, in one form whatever signs stand between its steps.
  mutating func addTrail(_ trail: PageTrail) {
    var whole: PageLine?
    for pieces in trail.steps {
      var step = PageLine(node: 0)
      for piece in pieces { step.add(piece, source) }
      if whole == nil { whole = step } else { whole?.add(step, separator: " > ") }
    }
    guard let whole else { return }
    let start = bytes.count
    write(whole)
    properties.append(
      DocumentProperty(
        name: DocumentProperty.trail, value: String(decoding: whole.bytes, as: UTF8.self),
        range: TextRange(start, start + whole.bytes.count)))
  }

  /// Puts the page's meta tags behind the text; each leads back to its tag.
  mutating func addProperties() {
    for meta in outline.metas {
      let property = DocumentProperty(meta.name, Array(meta.content.utf8), writtenTo: &bytes)
      map.append(
        folded: property.range.start, source: meta.source.start, foldedUnit: max(property.range.count, 1),
        sourceUnit: meta.source.count)
      properties.append(property)
    }
  }
}

/// One line of a page with the way of its characters to the source.
private struct PageLine {
  /// The block element in which it begins.
  var node: Int
  private(set) var bytes: [UInt8] = []
  private(set) var stretches: [(at: Int, source: Int, unit: Int, sourceUnit: Int)] = []
  private(set) var hasBold = false
  private(set) var hasPlain = false
  /// The numbers of list items.
  private(set) var generated: [TextRange] = []
  /// Where in the source white space began that is not yet in the line.
  private var gap: Int?

  init(node: Int) {
    self.node = node
  }

  var isBlank: Bool { ScalarReader(bytes: bytes).trimmed(TextRange(0, bytes.count)).isEmpty }

  /// Adds a piece; runs of white space become one blank, and none at the line's start.
  mutating func add(_ piece: PageOutline.Piece, _ source: [UInt8]) {
    if let reference = piece.reference {
      closeGap()
      stretches.append((bytes.count, piece.source.start, reference.count, piece.source.count))
      if piece.isGenerated { generated.append(TextRange(bytes.count, bytes.count + reference.count)) }
      for position in 0..<reference.count {
        let byte = UInt8(truncatingIfNeeded: reference.bytes >> UInt64(8 * position))
        bytes.append(byte < 0x20 ? 0x20 : byte)
      }
      return
    }
    var start = piece.source.start
    while start < piece.source.end {
      if source[start] <= 0x20 {
        if !bytes.isEmpty, gap == nil { gap = start }
        start += 1
        continue
      }
      let end = source.span.firstBlank(from: start + 1, to: piece.source.end)
      closeGap()
      stretches.append((bytes.count, start, 1, 1))
      bytes += source[start..<end]
      if piece.isBold { hasBold = true } else { hasPlain = true }
      start = end
    }
  }

  private mutating func closeGap() {
    guard let gap else { return }
    stretches.append((bytes.count, gap, 1, 1))
    bytes.append(0x20)
    self.gap = nil
  }

  /// Adds the line of another cell or paragraph.
  mutating func add(_ other: PageLine, separator: String) {
    guard let first = other.stretches.first else { return }
    stretches.append((bytes.count, first.source, separator.utf8.count, 0))
    bytes += separator.utf8
    for stretch in other.stretches {
      stretches.append((bytes.count + stretch.at, stretch.source, stretch.unit, stretch.sourceUnit))
    }
    generated += other.generated.map { TextRange($0.start + bytes.count, $0.end + bytes.count) }
    bytes += other.bytes
    hasBold = hasBold || other.hasBold
    hasPlain = hasPlain || other.hasPlain
  }

  func kind(in outline: PageOutline) -> Block.Kind {
    let tag = outline.nodes[node].tag
    let longest = 100
    if let level = tag.headingLevel, bytes.count <= 3 * longest { return .heading(level: level) }
    // A numbered item is a paragraph like those whose number was typed.
    return tag == .li && generated.isEmpty ? .listItem : .paragraph
  }
}
