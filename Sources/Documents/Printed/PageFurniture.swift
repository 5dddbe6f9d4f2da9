import SourceText

/// Finds what stands in the margins of pages and is no text of the author's: page numbers, running heads and feet.
struct PageFurniture {
  /// The share of a page's height, above and below, in which margins are looked for.
  private static let margin = 0.13
  /// Rows counted from the edge of a page that may belong to its margin.
  private static let depth = 3

  private let rows: PrintedRows
  private let pages: [PrintedPage]

  init(_ rows: PrintedRows, pages: [PrintedPage]) {
    self.rows = rows
    self.pages = pages
  }

  /// What a row in a margin looks like, whatever its page.
  private struct Look: Hashable {
    var isHead: Bool
    /// The place of its line in steps of three points.
    var height: Int
    /// The text with each number as one sign and without white space.
    var text: [UInt8]
  }

  /// For each row, whether it belongs to a margin.
  func marked() -> [Bool] {
    var marked = [Bool](repeating: false, count: rows.rows.count)
    let candidates = self.candidates()
    var pagesOf: [Look: Set<Int>] = [:]
    for (index, look) in candidates { pagesOf[look, default: []].insert(rows.rows[index].page) }
    for (index, look) in candidates {
      let count = pagesOf[look]?.count ?? 0
      // Heads that differ between odd and even pages stand on half of them.
      let repeats = count >= 2 && count * 5 >= pages.count * 2
      marked[index] = repeats || isPageNumber(look)
    }
    return marked
  }

  private func candidates() -> [(index: Int, look: Look)] {
    var found: [(index: Int, look: Look)] = []
    var start = 0
    while start < rows.rows.count {
      let page = rows.rows[start].page
      var end = start
      while end < rows.rows.count, rows.rows[end].page == page { end += 1 }
      let height = pages[page].height
      let byHeight = (start..<end).sorted { rows.rows[$0].box.top < rows.rows[$1].box.top }
      for index in byHeight.prefix(Self.depth) where rows.rows[index].box.bottom < height * Self.margin {
        found.append((index, look(index, isHead: true)))
      }
      for index in byHeight.suffix(Self.depth) where rows.rows[index].box.top > height * (1 - Self.margin) {
        found.append((index, look(index, isHead: false)))
      }
      start = end
    }
    return found
  }

  private func look(_ index: Int, isHead: Bool) -> Look {
    let row = rows.rows[index]
    var text: [UInt8] = []
    for byte in rows.bytes[row.text.start..<row.text.end] {
      switch byte {
      case 0x20: continue
      case 0x30...0x39: if text.last != Self.number { text.append(Self.number) }
      case _: text.append(byte)
      }
    }
    // A damaged file may put a line where no integer reaches.
    return Look(isHead: isHead, height: Int(exactly: (row.box.top / 3).rounded()) ?? 0, text: text)
  }

  /// Stands for any number; no character of UTF-8 begins with it.
  private static let number: UInt8 = 0xFF

  /// Whether the row is a number between dashes or bars, 第#页, #/#, or a lone number: on a single page nothing repeats.
  private func isPageNumber(_ look: Look) -> Bool {
    guard look.text.contains(Self.number), look.text.count <= 24 else { return false }
    // Numerals of chapters may open a page; a lone number at the top is one too often to be dropped without repeating.
    if look.isHead, look.text.count == 1 { return false }
    return Self.withoutMarks(look.text).isEmpty
  }

  /// What is left of a text when numbers, dashes and the words 第, 页, 共 are taken out.
  private static func withoutMarks(_ text: [UInt8]) -> [UInt8] {
    var rest = text.filter { ![number, 0x2D, 0x2F, 0x7C, 0x2E, 0x7E, 0x28, 0x29, 0xC2, 0xB7].contains($0) }
    for mark in ["—", "–", "－", "―", "─", "·", "•", "第", "页", "共", "頁", "，", "／"].map({ Array($0.utf8) }) {
      while let at = rest[...].firstOffset(of: mark) { rest.removeSubrange(at..<(at + mark.count)) }
    }
    return rest
  }
}
