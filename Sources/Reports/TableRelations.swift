public import SourceText

/// A row of a table: a label, and nothing but numbers behind it.
public struct TableRow: Sendable {
  /// The place of its block among those of the text.
  public var block: Int
  public var label: FoldedRange
  public var cells: [Figure]
}

/// Tables, in Markdown and in rows of plain text whose cells stand apart.
extension FigureReader {
  /// The rows of numbers in `body`, ascending.
  ///
  /// What has other words between its numbers is a sentence, or a row of which nothing can be told.
  public func rows(of text: FoldedText, in body: FoldedRange) -> [TableRow] {
    let bytes = text.bytes.span
    var rows: [TableRow] = []
    for (index, block) in text.blocks.enumerated()
    where block.count <= Self.longestRow && body.contains(block) && !block.isEmpty {
      if let row = row(bytes, block, index) { rows.append(row) }
    }
    return rows
  }

  /// Sentences are longer than rows of numbers, most of them.
  private static let longestRow = 240

  private func row(_ bytes: Span<UInt8>, _ block: FoldedRange, _ index: Int) -> TableRow? {
    var place = skipGap(bytes, from: block.start, to: block.end)
    // A running number before the label.
    let run = NumberToken.run(bytes, from: place, to: block.end)
    if run > 0, run < 4 { place = skipGap(bytes, from: place + run, to: block.end) }
    let start = place
    while place < block.end {
      let byte = bytes[place]
      if byte >= 0xE4 && byte < 0xF0 {
        place += 3
      } else if byte == 0x28 || byte == 0x29 {
        place += 1
      } else {
        break
      }
    }
    guard place > start, place < block.end else { return nil }
    let label = FoldedRange(start, place)
    var cells: [Figure] = []
    while true {
      place = skipGap(bytes, from: place, to: block.end)
      guard place < block.end else { break }
      guard cells.count < 40, (0x30...0x39).contains(bytes[place]) else { return nil }
      let number = NumberToken(bytes, at: place, to: block.end)
      guard let value = number.value else { return nil }
      let unit = measure(bytes, at: number.end, to: block.end)
      let end = unit.range.end
      guard end == block.end || bytes[end] == 0x20 || bytes[end] == 0x7C else { return nil }
      var cell = Figure(
        value: value, decimals: number.decimals, unit: unit.range, range: FoldedRange(place, end),
        subject: cells.isEmpty ? label : FoldedRange(place, place))
      cell.measure = unit.measure
      cells.append(cell)
      place = end
    }
    return cells.isEmpty ? nil : TableRow(block: index, label: label, cells: cells)
  }

  private func skipGap(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x7C { index += 1 }
    return index
  }
}

/// Judges the rows of tables by their totals and by the names of their columns.
extension FigureRelations {
  func judgeTables(_ text: FoldedText, rows: [TableRow], into relations: inout [FigureRelation]) {
    var first = 0
    while first < rows.count {
      var end = first + 1
      while end < rows.count, rows[end].block == rows[end - 1].block + 1,
        rows[end].cells.count == rows[first].cells.count
      {
        end += 1
      }
      let table = rows[first..<end]
      judgeColumns(table, text.bytes.span, into: &relations)
      if let head = head(of: table, text) { judgeRows(table, head, text.bytes.span, into: &relations) }
      first = end
    }
  }

  /// A row of totals, last or first, beside the sums of its columns.
  private func judgeColumns(
    _ table: ArraySlice<TableRow>, _ bytes: Span<UInt8>, into relations: inout [FigureRelation]
  ) {
    guard table.count > 2, let last = table.last, let first = table.first else { return }
    let total: TableRow
    let parts: ArraySlice<TableRow>
    if isTotal(last.label, bytes) {
      (total, parts) = (last, table.dropLast())
    } else if isTotal(first.label, bytes) {
      (total, parts) = (first, table.dropFirst())
    } else {
      return
    }
    // Rows within rows are counted twice.
    for row in parts
    where totals.first(bytes, in: row.label) != nil
      || ofWhich.longest(bytes, at: row.label.start, to: row.label.end) != nil
      || ofWhich.first(bytes, in: row.label) != nil
    {
      return
    }
    for (column, stated) in total.cells.enumerated() where !stated.measure.isShare {
      let cells = parts.map { $0.cells[column] }
      guard !cells.contains(where: \.measure.isShare) else { continue }
      let sum = cells.reduce(ExactNumber.zero) { $0.adding($1.value) ?? $0 }
      // A column of averages or of codes adds up to nothing that is near its total.
      guard sum == stated.value || isClose(sum, to: stated.value) else { continue }
      relations.append(
        FigureRelation(
          kind: .sum, verdict: sum == stated.value ? .ok : .contradicted, stated: stated.range, whole: nil,
          parts: cells.map(\.range), calculation: .sum(cells.map(\.value), sum, total: stated.value)))
    }
  }

  /// Whether a sum is within a fifth of a total.
  private func isClose(_ sum: ExactNumber, to total: ExactNumber) -> Bool {
    guard let difference = sum < total ? total.subtracting(sum) : sum.subtracting(total),
      let fivefold = difference.multiplied(by: 5)
    else { return false }
    return fivefold <= total
  }

  private func isTotal(_ label: FoldedRange, _ bytes: Span<UInt8>) -> Bool {
    totals.longest(bytes, at: label.start, to: label.end).map { $0.count == label.count } ?? false
  }

  /// The names of a table's columns, when the row above it has as many cells with a bar between each.
  private func head(of table: ArraySlice<TableRow>, _ text: FoldedText) -> [FoldedRange]? {
    guard let first = table.first, first.block > 0, first.cells.count > 1 else { return nil }
    let bytes = text.bytes.span
    let block = text.blocks[first.block - 1]
    guard block.count < 400 else { return nil }
    var names: [FoldedRange] = []
    var start = block.start
    var index = block.start
    while index <= block.end {
      if index == block.end || bytes[index] == 0x7C {
        var name = FoldedRange(start, index)
        while name.start < name.end, bytes[name.start] == 0x20 { name.start += 1 }
        while name.start < name.end, bytes[name.end - 1] == 0x20 { name.end -= 1 }
        if !name.isEmpty { names.append(name) }
        start = index + 1
      }
      index += 1
    }
    return names.count > first.cells.count ? Array(names.suffix(first.cells.count)) : nil
  }

  /// Totals and rates that a column of their own gives for each row.
  private func judgeRows(
    _ table: ArraySlice<TableRow>, _ names: [FoldedRange], _ bytes: Span<UInt8>, into relations: inout [FigureRelation]
  ) {
    for column in names.indices {
      let name = names[column]
      if let ending = rateEndings.longestSuffix(bytes, from: name.start, to: name.end),
        growth.first(bytes, in: name) == nil
      {
        let stem = FoldedRange(name.start, name.end - ending.count)
        guard let part = names.indices.first(where: { $0 < column && opens(bytes, names[$0], with: stem) }), part > 0
        else { continue }
        for row in table { judgeRate(row, column, part, into: &relations) }
      } else if column > 1 || column == 0 && names.count > 2, isTotal(name, bytes) {
        for row in table {
          let parts = row.cells.indices.filter { $0 != column }.map { row.cells[$0] }
          guard !parts.contains(where: \.measure.isShare) else { continue }
          var sum = ExactNumber.zero
          for part in parts { sum = sum.adding(part.value) ?? sum }
          guard sum == row.cells[column].value || isClose(sum, to: row.cells[column].value) else { continue }
          relations.append(
            FigureRelation(
              kind: .sum, verdict: sum == row.cells[column].value ? .ok : .contradicted,
              stated: row.cells[column].range, whole: nil, parts: parts.map(\.range),
              calculation: .sum(parts.map(\.value), sum, total: row.cells[column].value)))
        }
      }
    }
  }

  /// A rate beside the column of its name and one before it, whichever fits.
  private func judgeRate(_ row: TableRow, _ column: Int, _ part: Int, into relations: inout [FigureRelation]) {
    let rate = row.cells[column]
    guard rate.measure == .percent else { return }
    let fitting = (0..<part).reversed().lazy.compactMap { base in
      self.compare(row.cells[part], row.cells[base], rate).map { (base, $0) }
    }.first
    let base = row.cells[fitting?.0 ?? part - 1]
    guard row.cells[part].value <= base.value else { return }
    relations.append(
      FigureRelation(
        kind: .rate, verdict: fitting?.1 ?? .contradicted, stated: rate.range, whole: base.range,
        parts: [row.cells[part].range],
        calculation: .percentage(
          part: row.cells[part].value, whole: base.value, stated: rate.value, decimals: rate.decimals)))
  }

  private func opens(_ bytes: Span<UInt8>, _ name: FoldedRange, with stem: FoldedRange) -> Bool {
    stem.count >= 6 && stem.count <= name.count
      && contains(bytes, FoldedRange(name.start, name.start + stem.count), stem)
  }
}
