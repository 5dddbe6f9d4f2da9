import SourceText

/// What most lines of a document, or of one page's columns, have in common: the size of the font, the margins, the distance of lines.
struct PrintedMeasures {
  /// The size of the font that most of the text is set in.
  private(set) var em = 0.0
  /// The distance between the tops of two lines of one paragraph.
  private(set) var pitch = 0.0
  /// Whether first lines of paragraphs are set in.
  private(set) var indentsParagraphs = false
  /// Whether more space stands between paragraphs than between lines.
  private(set) var spacesParagraphs = false
  private var margins: [Column: Margins] = [:]

  /// Rows that share their margins: one page's, one column's.
  private struct Column: Hashable {
    /// -1 for all pages together.
    var page: Int
    var column: Int
  }

  struct Margins {
    var left: Double
    var right: Double
    var middle: Double { (left + right) / 2 }
  }

  init(_ rows: [PrintedRow]) {
    em = Self.commonSize(rows)
    if em <= 0 { em = 12 }
    let body = rows.filter { isBody($0) && !$0.isTableRow }
    let groups = Dictionary(grouping: body) { Column(page: -1, column: $0.column) }
    for (column, rows) in groups { margins[column] = Self.margins(of: rows, em: em) }
    for (column, rows) in Dictionary(grouping: body, by: { Column(page: $0.page, column: $0.column) }) {
      // A page by itself tells its margins only when it is full of lines: odd and even pages may differ, pages lie on their side.
      guard rows.count >= 12, let own = Self.margins(of: rows, em: em),
        let all = margins[Column(page: -1, column: column.column)],
        abs(own.left - all.left) > em || abs(own.right - all.right) > em
      else { continue }
      margins[column] = own
    }
    measurePitch(body)
    var indented = 0
    for row in body {
      guard let margin = self.margins(of: row) else { continue }
      let indent = (row.box.left - margin.left) / em
      if indent > 1.2, indent < 3.2 { indented += 1 }
    }
    indentsParagraphs = indented >= 2 && indented * 20 >= body.count
  }

  /// Whether a row is set in the font size of the running text.
  func isBody(_ row: PrintedRow) -> Bool { row.em == 0 || abs(row.em / em - 1) < 0.1 }

  func margins(of row: PrintedRow) -> Margins? {
    margins[Column(page: row.page, column: row.column)] ?? margins[Column(page: -1, column: row.column)]
      ?? margins[Column(page: -1, column: 0)]
  }

  private static func commonSize(_ rows: [PrintedRow]) -> Double {
    var weights: [Int: Int] = [:]
    // A size beyond any sheet of paper comes from a damaged file, and fits no integer.
    for row in rows where row.em > 0 && row.em < 10_000 {
      weights[Int((row.em * 4).rounded()), default: 0] += row.text.count
    }
    // Of equal weights the larger size, so that the order of a dictionary never decides.
    let best = weights.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return best.map { Double($0.key) / 4 } ?? 0
  }

  private static func margins(of rows: [PrintedRow], em: Double) -> Margins? {
    guard let left = leftEdge(rows.map(\.box.left).sorted(), em: em),
      let right = rightEdge(rows.map(\.box.right).sorted(), em: em)
    else { return nil }
    return Margins(left: left, right: max(left, right))
  }

  /// The leftmost place where several lines start: lines that continue a paragraph may be fewer than first lines.
  private static func leftEdge(_ sorted: [Double], em: Double) -> Double? {
    let wanted = max(2, sorted.count / 20)
    for (index, left) in sorted.enumerated() {
      let end = index + wanted - 1
      if end < sorted.count, sorted[end] - left < em * 0.6 { return left }
    }
    return sorted.first
  }

  /// The right end of the stretch, as wide as a character and its punctuation, in which most lines end.
  private static func rightEdge(_ sorted: [Double], em: Double) -> Double? {
    var best = (count: 0, at: 0)
    var start = 0
    for end in sorted.indices {
      while sorted[end] - sorted[start] > em * 1.2 { start += 1 }
      if end - start + 1 >= best.count { best = (end - start + 1, end) }
    }
    return sorted.isEmpty ? nil : sorted[best.at]
  }

  private mutating func measurePitch(_ body: [PrintedRow]) {
    var distances: [Double] = []
    for (row, next) in zip(body, body.dropFirst()) where row.page == next.page && row.column == next.column {
      let distance = next.box.top - row.box.top
      if distance > em * 0.8, distance < em * 6 { distances.append(distance) }
    }
    distances.sort()
    let wanted = max(1, distances.count / 10)
    pitch = distances.first ?? em * 1.75
    for (index, distance) in distances.enumerated() {
      let end = index + wanted - 1
      if end < distances.count, distances[end] - distance < em * 0.15 {
        pitch = distance
        break
      }
    }
    let wide = distances.count { $0 > pitch * 1.25 }
    spacesParagraphs = wide >= 2 && wide * 10 >= distances.count
  }
}
