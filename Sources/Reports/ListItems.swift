import Matching
public import SourceText

/// Splits a part of a report into its items: the problems of a list of problems, the tasks of a plan.
///
/// Items are the sections below the part; where it has none, the stretches that open with 一是, 二是 …; where there are none either,
/// its paragraphs, and the sentences of a single paragraph.
public enum ListItems {
  /// The items of all parts of a role, one part after the other.
  public static func items(of role: SectionRole, in report: Report) -> [FoldedRange] {
    report.roles.filter { $0.role == role }.flatMap { split($0, of: report) }
  }

  /// The first sentence of an item, which says what it is about.
  public static func opening(of item: FoldedRange, in report: Report) -> FoldedRange {
    let sentence = report.sentence(around: item)
    return FoldedRange(max(sentence.start, item.start), min(sentence.end, item.end))
  }

  /// The items of a part, in reading order; what introduces them belongs to none.
  private static func split(_ span: RoleSpan, of report: Report) -> [FoldedRange] {
    let sections = sections(in: span, of: report)
    if sections.count >= 2 { return sections }
    let text = text(of: span, in: report)
    let marked = marked(in: text, of: report)
    if marked.count >= 2 { return marked }
    if !sections.isEmpty { return sections }
    let paragraphs = report.text.blocks(in: text)
    if paragraphs.count >= 2 { return paragraphs }
    return report.sentences(in: text)
  }

  /// The part without its heading.
  private static func text(of span: RoleSpan, in report: Report) -> FoldedRange {
    guard let section = span.section else { return span.range }
    let heading = report.sections[section].heading
    return heading.start >= span.range.start && heading.end <= span.range.end
      ? FoldedRange(heading.end, span.range.end) : span.range
  }

  /// The uppermost sections inside the part.
  private static func sections(in span: RoleSpan, of report: Report) -> [FoldedRange] {
    var items: [FoldedRange] = []
    var index = report.sections.partitioningIndex { $0.heading.start >= span.range.start }
    while index < report.sections.count, report.sections[index].heading.start < span.range.end {
      let extent = report.sections[index].extent
      if index != span.section, report.sections[index].heading.start >= items.last?.end ?? 0 {
        items.append(FoldedRange(report.sections[index].heading.start, min(extent.end, span.range.end)))
      }
      index += 1
    }
    return items
  }

  /// The stretches of paragraphs that open with a mark at the start of a clause, each up to the next or to its paragraph's end.
  private static func marked(in range: FoldedRange, of report: Report) -> [FoldedRange] {
    var starts: [Int] = []
    for mark in report.itemMarks {
      for found in report.matches.ranges(of: mark, in: range) where opensClause(found.start, report.text.bytes.span) {
        starts.append(found.start)
      }
    }
    starts.sort()
    var items: [FoldedRange] = []
    for (index, start) in starts.enumerated() {
      guard let block = report.text.block(at: start) else { continue }
      var end = min(report.text.blocks[block].end, range.end)
      if index + 1 < starts.count { end = min(end, starts[index + 1]) }
      if start < end { items.append(FoldedRange(start, end)) }
    }
    return items
  }

  /// Whether a clause begins at `offset`: at the start of a block or behind a sign.
  private static func opensClause(_ offset: Int, _ bytes: Span<UInt8>) -> Bool {
    guard offset > 0 else { return true }
    switch bytes[offset - 1] {
    case 0x0A, 0x20, 0x21, 0x29, 0x2C, 0x3A, 0x3B, 0x3F: return true
    case 0x81, 0x82:
      // 、 and 。
      return offset >= 3 && bytes[offset - 2] == 0x80 && bytes[offset - 3] == 0xE3
    default: return false
    }
  }
}

extension FoldedText {
  /// The parts of the blocks that lie in a range, without empty ones.
  public func blocks(in range: FoldedRange) -> [FoldedRange] {
    var index = blocks.partitioningIndex { $0.end > range.start }
    var found: [FoldedRange] = []
    while index < blocks.count, blocks[index].start < range.end {
      let part = FoldedRange(max(blocks[index].start, range.start), min(blocks[index].end, range.end))
      if !part.isEmpty { found.append(part) }
      index += 1
    }
    return found
  }
}

extension Report {
  /// The sentences that lie wholly inside a range.
  public func sentences(in range: FoldedRange) -> [FoldedRange] {
    var index = sentences.partitioningIndex { $0.start >= range.start }
    var found: [FoldedRange] = []
    while index < sentences.count, sentences[index].end <= range.end {
      found.append(sentences[index])
      index += 1
    }
    return found
  }
}
