/// Writes a table as CSV (RFC 4180) for spreadsheet programs.
///
/// It begins with a byte order mark and has CR LF line ends, by which Excel and WPS know UTF-8. A cell that a spreadsheet would take for
/// a formula is preceded by an apostrophe: titles and paths are other people's words.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  /// - Parameter hasMark: false for what follows on a beginning.
  init(hasMark: Bool = true) {
    if hasMark { bytes += "\u{FEFF}".utf8 }
  }

  /// A row of words.
  mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() { write(cell, isWord: true, isFirst: index == 0) }
    bytes += [0x0D, 0x0A]
  }

  /// A row of words and, among them, numbers, which may begin with a minus sign.
  mutating func row(_ words: [String], numbers: [String], _ more: [String], numbers last: [String]) {
    for (index, cell) in words.enumerated() { write(cell, isWord: true, isFirst: index == 0) }
    for cell in numbers { write(cell, isWord: false, isFirst: false) }
    for cell in more { write(cell, isWord: true, isFirst: false) }
    for cell in last { write(cell, isWord: false, isFirst: false) }
    bytes += [0x0D, 0x0A]
  }

  private mutating func write(_ cell: String, isWord: Bool, isFirst: Bool) {
    if !isFirst { bytes.append(0x2C) }
    let cell = ConsoleText.harmless(cell)
    let isFormula = isWord && (cell.utf8.first.map { "=+-@".utf8.contains($0) } ?? false)
    if !isFormula, !cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) {
      bytes += cell.utf8
      return
    }
    bytes.append(0x22)
    if isFormula { bytes.append(0x27) }
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
