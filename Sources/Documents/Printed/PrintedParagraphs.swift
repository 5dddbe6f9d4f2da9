import SourceText

/// Joins the lines of pages into paragraphs.
///
/// A line was broken because what follows did not fit; so a paragraph goes on while its lines reach the right margin and the next
/// one starts at the left. Titles set over several centred lines are joined as well.
struct PrintedParagraphs {
  let rows: PrintedRows
  let measures: PrintedMeasures
  private let reader: ScalarReader

  /// Rows of one paragraph, in reading order, as positions.
  struct Paragraph {
    var rows: [Int]
    var isTableRow = false
    var isEmphasised = false
    var followsBlank = false
  }

  init(_ rows: PrintedRows, measures: PrintedMeasures) {
    self.rows = rows
    self.measures = measures
    reader = ScalarReader(bytes: rows.bytes)
  }

  /// The paragraphs of the rows at the given positions.
  func paragraphs(of positions: [Int]) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var notes: [Int] = []
    for (order, position) in positions.enumerated() {
      // A note at the foot of a page stands between the halves of a paragraph that goes over the page; it comes behind it.
      if isNote(position), let last = paragraphs.last, goesOverPage(last, positions, after: order) {
        notes.append(position)
        continue
      }
      if let last = paragraphs.last, let end = last.rows.last, continues(last, from: end, to: position) {
        paragraphs[paragraphs.count - 1].rows.append(position)
        continue
      }
      flush(&notes, into: &paragraphs)
      paragraphs.append(begun(at: position, after: paragraphs.last?.rows.last))
    }
    flush(&notes, into: &paragraphs)
    for index in paragraphs.indices { paragraphs[index].isEmphasised = standsOut(paragraphs[index]) }
    return paragraphs
  }

  private func begun(at position: Int, after previous: Int?) -> Paragraph {
    let row = rows.rows[position]
    var paragraph = Paragraph(rows: [position], isTableRow: row.isTableRow)
    guard let previous else {
      paragraph.followsBlank = true
      return paragraph
    }
    let before = rows.rows[previous]
    paragraph.followsBlank =
      before.page == row.page && before.column == row.column && row.box.top - before.box.top > measures.pitch * 1.5
    return paragraph
  }

  private func flush(_ notes: inout [Int], into paragraphs: inout [Paragraph]) {
    for note in notes { paragraphs.append(Paragraph(rows: [note])) }
    notes = []
  }

  // MARK: Notes

  /// Whether a row is smaller than the text and stands in the lower half of its page.
  private func isNote(_ position: Int) -> Bool {
    let row = rows.rows[position]
    return row.em > 0 && row.em < measures.em * 0.87 && row.column == 0
  }

  /// Whether the paragraph goes on behind the small rows that end its page.
  private func goesOverPage(_ paragraph: Paragraph, _ positions: [Int], after order: Int) -> Bool {
    guard let end = paragraph.rows.last else { return false }
    let page = rows.rows[end].page
    for position in positions[order...] {
      if rows.rows[position].page == page {
        if !isNote(position) { return false }
      } else {
        return rows.rows[position].page == page + 1 && !isNote(position)
          && continues(paragraph, from: end, to: position)
      }
    }
    return false
  }

  // MARK: Joining

  private func continues(_ paragraph: Paragraph, from position: Int, to next: Int) -> Bool {
    let (row, following) = (rows.rows[position], rows.rows[next])
    if row.isTableRow || following.isTableRow || row.cells.count > 1 { return false }
    guard hasSameSize(row, following), let margins = measures.margins(of: row),
      let nextMargins = measures.margins(of: following)
    else { return false }
    let isOnSamePage = row.page == following.page && row.column == following.column
    if isOnSamePage {
      let distance = following.box.top - row.box.top
      let size = max(row.em, measures.em)
      if distance <= 0 || distance > max(measures.pitch, size * 1.2) * (size > measures.em * 1.15 ? 1.6 : 1.25) {
        return false
      }
    }
    if isTitleLine(row, margins), isTitleLine(following, nextMargins) { return isOnSamePage }
    let unit = Double(reader.firstUnitColumns(of: following.text)) * em(of: following) / 2
    let isFull = row.box.right + unit > margins.right - em(of: row) * 0.4
    let endsSentence = reader.endsSentence(row.text)
    guard startsLine(following, nextMargins, in: paragraph) else { return false }
    let isNumbered = HeadingNumber.length(at: following.text, in: reader) > 0
    if isNumbered, endsSentence || !isFull { return false }
    if !isFull {
      // Programs that keep words together break lines early; the indentation of the first line tells all the same.
      return measures.indentsParagraphs && isIndented(paragraph) && !endsSentence
        && row.box.right - margins.left > (margins.right - margins.left) / 2
    }
    if !endsSentence { return true }
    // Where nothing shows a new paragraph, one too many is the lesser evil: no heading is hidden.
    return measures.indentsParagraphs || (measures.spacesParagraphs && isOnSamePage)
  }

  private func em(of row: PrintedRow) -> Double { row.em > 0 ? row.em : measures.em }

  private func hasSameSize(_ row: PrintedRow, _ next: PrintedRow) -> Bool {
    // A short line tells its size badly: one comma, a few digits.
    if row.em > 0, next.em > 0, min(row.text.count, next.text.count) >= 12 { return abs(row.em / next.em - 1) < 0.1 }
    return min(row.box.height, next.box.height) / max(row.box.height, next.box.height, 0.1) > 0.7
  }

  /// Whether a line starts where the lines of the paragraph do that are not its first.
  private func startsLine(_ next: PrintedRow, _ margins: PrintedMeasures.Margins, in paragraph: Paragraph) -> Bool {
    let em = measures.em
    if abs(next.box.left - margins.left) < em * 0.8 { return true }
    guard let first = paragraph.rows.first.map({ rows.rows[$0] }) else { return false }
    if paragraph.rows.count > 1, let last = paragraph.rows.last {
      return rows.rows[last].page == next.page && abs(rows.rows[last].box.left - next.box.left) < em * 0.5
    }
    guard first.page == next.page else { return false }
    // Lines under a numbered or bulleted first line may hang; a block may be set in as a whole.
    let isHanging =
      next.box.left > first.box.left + em * 0.5 && next.box.left < first.box.left + em * 3.2
      && HeadingNumber.length(at: first.text, in: reader) > 0 && first.box.left < margins.left + em * 0.8
      && !measures.indentsParagraphs
    return isHanging || (!measures.indentsParagraphs && abs(first.box.left - next.box.left) < em * 0.5)
  }

  private func isIndented(_ paragraph: Paragraph) -> Bool {
    guard let first = paragraph.rows.first.map({ rows.rows[$0] }), let margins = measures.margins(of: first) else {
      return false
    }
    return first.box.left - margins.left > measures.em * 1.2
  }

  // MARK: Titles

  /// Whether a row is larger than the text and stands in the middle of the page.
  private func isTitleLine(_ row: PrintedRow, _ margins: PrintedMeasures.Margins) -> Bool {
    row.em > measures.em * 1.12 && abs(row.box.middle - margins.middle) < row.em * 1.5
  }

  /// Whether a paragraph is short and larger than the text, or stands alone in the middle.
  private func standsOut(_ paragraph: Paragraph) -> Bool {
    guard !paragraph.isTableRow, let first = paragraph.rows.first, let margins = measures.margins(of: rows.rows[first])
    else {
      return false
    }
    let characters = paragraph.rows.reduce(0) { $0 + reader.columns(rows.rows[$1].text) / 2 }
    guard characters <= 60, let last = paragraph.rows.last, !reader.endsSentence(rows.rows[last].text) else {
      return false
    }
    return paragraph.rows.allSatisfy { position in
      let row = rows.rows[position]
      let isCentred =
        abs(row.box.middle - margins.middle) < row.em && row.box.left > margins.left + measures.em * 3
        && row.em >= measures.em * 0.95
      return row.em > measures.em * 1.12 || isCentred
    }
  }

  // MARK: Text

  /// What stands between two rows of one paragraph once they are joined.
  func separator(between row: Int, and next: Int) -> [UInt8] {
    let (line, following) = (rows.rows[row].text, rows.rows[next].text)
    let (before, after) = (rows.bytes[line.end - 1], rows.bytes[following.start])
    if before < 0x80, after < 0x80 { return breaksNumber(line, following, rows.bytes) ? [] : [0x20] }
    // A line of a title that was ended before it was full was ended on purpose.
    guard let margins = measures.margins(of: rows.rows[row]), isTitleLine(rows.rows[row], margins) else { return [] }
    let unit = rows.rows[next].em
    return rows.rows[row].box.right + unit * 2 < margins.right ? [0x20] : []
  }
}
