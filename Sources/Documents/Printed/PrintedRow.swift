import SourceText

/// A line of a page, put together from the pieces that stand beside each other.
struct PrintedRow {
  /// From 0.
  var page: Int
  /// In the bytes of the rows.
  var text: TextRange
  var box: PageBox
  /// The size of the font, 0 where unknown.
  var em: Double
  /// Where the cells start on the page when wide gaps part the row; one for running text.
  var cells: [Double]
  /// Where in the bytes of the rows the gaps between cells are, each of three blanks.
  var gaps: [Int] = []
  /// 0 for a line across the page, 1 and 2 for the columns of a page set in two.
  var column: Int
  /// Whether a table has the row; its cells are parted by bars then.
  var isTableRow = false
}

/// All rows of a document in reading order.
struct PrintedRows {
  var bytes: [UInt8] = []
  var rows: [PrintedRow] = []

  /// A gap of this many characters parts cells of a table or fields of a line.
  private static let cellGap = 1.6
  /// Pieces of at least this many characters are running text, when a page is searched for columns.
  private static let longPiece = 8.0

  init(_ text: PrintedText) {
    bytes.reserveCapacity(text.bytes.count + text.pieces.count)
    for (number, page) in text.pages.enumerated() {
      let pieces = text.pieces[page.pieces].sorted { left, right in
        (left.box.top, left.box.left, left.text.start) < (right.box.top, right.box.left, right.text.start)
      }
      let first = rows.count
      if let gutter = Self.gutter(of: pieces) {
        appendColumns(pieces, gutter: gutter, text, number)
      } else {
        appendRows(pieces, column: 0, text, number)
      }
      markTables(from: first)
    }
  }

  // MARK: Rows

  private mutating func appendRows(_ pieces: [PrintedPiece], column: Int, _ text: PrintedText, _ page: Int) {
    var row: [PrintedPiece] = []
    var box: PageBox?
    for piece in pieces {
      // Compared with the row's first piece, or a staircase of pieces would become one row.
      if let box, !box.isBeside(piece.box) {
        append(row, column: column, text, page)
        row = []
      }
      if row.isEmpty { box = piece.box }
      row.append(piece)
    }
    append(row, column: column, text, page)
  }

  private mutating func append(_ pieces: [PrintedPiece], column: Int, _ text: PrintedText, _ page: Int) {
    let pieces = pieces.sorted { ($0.box.left, $0.text.start) < ($1.box.left, $1.text.start) }
    guard var last = pieces.first else { return }
    let start = bytes.count
    var row = PrintedRow(
      page: page, text: TextRange(start, start), box: last.box, em: last.em, cells: [last.box.left], column: column)
    var longest = 0
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        let em = max(last.em, piece.em, min(last.box.height, piece.box.height) * 0.7)
        if (piece.box.left - last.box.right) > Self.cellGap * em {
          row.gaps.append(bytes.count)
          bytes += Array("   ".utf8)
          row.cells.append(piece.box.left)
        } else if text.needsSpace(between: last, and: piece) {
          bytes.append(0x20)
        }
      }
      bytes += text.bytes[piece.text.start..<piece.text.end]
      row.box = row.box.joined(with: piece.box)
      if piece.em > 0, piece.text.count > longest { (row.em, longest) = (piece.em, piece.text.count) }
      last = piece
    }
    row.text.end = bytes.count
    rows.append(row)
  }

  // MARK: Tables

  /// Marks the rows of tables: those with several cells, one of which stands below or above one of the next row.
  private mutating func markTables(from first: Int) {
    guard rows.count > first + 1 else { return }
    defer {
      for row in rows[first...] where row.isTableRow {
        for gap in row.gaps { bytes[gap + 1] = UInt8(ascii: "|") }
      }
    }
    for index in first..<(rows.count - 1) {
      let (row, next) = (rows[index], rows[index + 1])
      guard row.cells.count > 1, next.cells.count > 1, next.box.top - row.box.bottom < 3 * row.box.height else {
        continue
      }
      let em = max(row.em, next.em, row.box.height * 0.7)
      let aligned = row.cells.dropFirst().contains { cell in
        next.cells.dropFirst().contains { abs($0 - cell) < em }
      }
      if aligned {
        rows[index].isTableRow = true
        rows[index + 1].isTableRow = true
      }
    }
  }

  // MARK: Columns

  /// Where the gutter is of a page set in two columns, or nil for one set across.
  private static func gutter(of pieces: [PrintedPiece]) -> Double? {
    let long = pieces.filter { $0.em > 0 && $0.box.width >= longPiece * $0.em }
    guard long.count >= 12, let left = long.map(\.box.left).min(), let right = long.map(\.box.right).max() else {
      return nil
    }
    let middle = (left + right) / 2
    let before = long.filter { $0.box.right <= middle + $0.em }
    let behind = long.filter { $0.box.left >= middle - $0.em }
    guard before.count >= 5, behind.count >= 5, (before.count + behind.count) * 3 >= long.count * 2,
      let end = before.map(\.box.right).max(), let start = behind.map(\.box.left).min(), start > end
    else { return nil }
    return (end + start) / 2
  }

  /// The columns between each two lines that go across, the left before the right.
  private mutating func appendColumns(_ pieces: [PrintedPiece], gutter: Double, _ text: PrintedText, _ page: Int) {
    var (left, right): ([PrintedPiece], [PrintedPiece]) = ([], [])
    for piece in pieces {
      if piece.box.right <= gutter {
        left.append(piece)
      } else if piece.box.left >= gutter {
        right.append(piece)
      } else {
        appendRows(left, column: 1, text, page)
        appendRows(right, column: 2, text, page)
        (left, right) = ([], [])
        appendRows([piece], column: 0, text, page)
      }
    }
    appendRows(left, column: 1, text, page)
    appendRows(right, column: 2, text, page)
  }
}
