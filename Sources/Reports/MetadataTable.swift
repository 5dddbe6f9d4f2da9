import SourceText

extension MetadataReader {
  /// The field of a label that stood alone, with the next line as its value.
  func closed(_ field: Int, _ label: FoldedRange, value: FoldedRange) -> MetadataLine {
    var line = MetadataLine()
    line.fields = [(field, label, trimmed(value))]
    if let kind = vocabulary.fields[field].date, let written = DateScan(text: text).dates(in: value).first,
      let date = written.date
    {
      line.dates = [DateFact(date: date, kind: kind, range: written.range)]
    }
    return line
  }

  /// The fields of a row of labels with the row below it as their values, cell by cell.
  ///
  /// Empty unless the first row is nothing but labels and the second has as many cells.
  func closed(_ row: FoldedRange, _ hits: ArraySlice<WordHit>, values: FoldedRange) -> MetadataLine {
    var line = MetadataLine()
    let labels = actingLabels(row, hits)
    let (names, cells) = (cells(of: row), cells(of: values))
    guard labels.count > 1, names.count == labels.count, cells.count == names.count else { return line }
    for (label, name) in zip(labels, names) {
      guard name.contains(label.label), isOnlyMarks(from: name.start, to: label.label.start),
        isOnlyMarks(from: label.label.end, to: name.end)
      else { return line }
    }
    for (label, cell) in zip(labels, cells) {
      let field = closed(label.field, label.label, value: cell)
      line.fields += field.fields
      line.dates += field.dates
    }
    return line
  }

  /// The cells between bars; bars at the ends of the row open and close it.
  private func cells(of row: FoldedRange) -> [FoldedRange] {
    var cells: [FoldedRange] = []
    var start = row.start
    if text.byte(at: start) == 0x7C { start += 1 }
    let end = row.end > start && text.byte(at: row.end - 1) == 0x7C ? row.end - 1 : row.end
    for index in start..<max(start, end) where text.byte(at: index) == 0x7C {
      cells.append(text.trimmed(FoldedRange(start, index)))
      start = index + 1
    }
    cells.append(text.trimmed(FoldedRange(start, max(start, end))))
    return cells
  }
}
