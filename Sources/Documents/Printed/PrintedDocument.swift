import SourceText

extension DecodedDocument {
  /// Makes a document of printed pages: margins left out, lines joined, each paragraph a line of the text.
  ///
  /// - Parameters:
  ///   - properties: what the file states of itself, by name and value.
  /// - Throws: `.noTextLayer` when the pages show no text or only what stands in their margins.
  init(
    _ printed: PrintedText, format: DocumentFormat, properties: [(name: String, value: String)], limits: DocumentLimits
  ) throws(DocumentError) {
    let rows = PrintedRows(printed)
    let isMargin = PageFurniture(rows, pages: printed.pages).marked()
    let positions = rows.rows.indices.filter { !isMargin[$0] }
    guard Self.isReadable(rows, positions) else { throw DocumentError(.noTextLayer(pages: printed.pages.count)) }
    let paragraphs = PrintedParagraphs(rows, measures: PrintedMeasures(positions.map { rows.rows[$0] }))

    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.bytes.count + rows.rows.count)
    var blocks: [Block] = []
    var starts: [Int] = [0]
    for paragraph in paragraphs.paragraphs(of: positions) {
      let start = bytes.count
      for (order, position) in paragraph.rows.enumerated() {
        if order > 0 { bytes += paragraphs.separator(between: paragraph.rows[order - 1], and: position) }
        // Notes that were put behind a paragraph belong to a page before it, which then goes on to where they stand.
        while starts.count <= rows.rows[position].page { starts.append(bytes.count) }
        bytes += rows.bytes[rows.rows[position].text.start..<rows.rows[position].text.end]
      }
      blocks.append(
        Block(
          kind: paragraph.isTableRow ? .tableRow : .paragraph, range: TextRange(start, bytes.count),
          followsBlank: paragraph.followsBlank, isEmphasised: paragraph.isEmphasised))
      if blocks.count > limits.blocks { throw DocumentError(.tooManyBlocks(limit: limits.blocks)) }
      bytes.append(0x0A)
    }
    let stated = properties.filter { $0.value.utf8.contains { $0 > 0x20 } }
      .map { DocumentProperty($0.name, Array($0.value.utf8), writtenTo: &bytes) }
    self.init(
      format: format, encoding: .utf8, text: DecodedText(validUTF8: bytes), blocks: blocks, dropped: [],
      origin: .pages(starts: starts), metadata: stated)
  }

  /// Whether there is text to audit: some characters besides the margins, most of which have a meaning.
  ///
  /// Fonts without a table of characters yield private or replacement characters; nobody can read those.
  private static func isReadable(_ rows: PrintedRows, _ positions: [Int]) -> Bool {
    var characters = 0
    var unknown = 0
    for position in positions {
      let text = rows.rows[position].text
      var index = text.start
      while index < text.end {
        let lead = rows.bytes[index]
        if lead == 0xEE || lead == 0xEF, index + 2 < text.end {
          let second = rows.bytes[index + 1]
          // U+E000…U+F8FF, U+FFFD.
          if lead == 0xEE || second <= 0xA3 || second == 0xBF && rows.bytes[index + 2] == 0xBD { unknown += 1 }
        }
        if lead > 0x20 { characters += 1 }
        index += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      }
    }
    return characters > 0 && unknown * 2 < characters
  }
}
