import Matching
import SourceText

/// A label that acts as one, and where its value begins.
struct ActingLabel {
  var label: FoldedRange
  var field: Int
  var valueStart: Int
}

/// What a line of metadata holds.
struct MetadataLine {
  var fields: [(field: Int, label: FoldedRange, value: FoldedRange)] = []
  var dates: [DateFact] = []
  /// A label that stands alone, whose value may be the next line.
  var openField: Int?
}

/// Reads the page's metadata: catalogue tables, flattened or not, and the line with source and date.
struct MetadataReader {
  let text: PageText
  let vocabulary: CompiledVocabulary

  /// Whether the line is one of metadata: a label that opens it, or several.
  func isMetadata(_ range: FoldedRange, _ hits: ArraySlice<WordHit>) -> Bool {
    guard range.count <= 3000 else { return false }
    let labels = actingLabels(range, hits)
    guard let first = labels.first else { return false }
    let opens = isOnlyMarks(from: range.start, to: first.label.start) || opensWithDate(range, before: first.label.start)
    let prose = text.isProse(range)
    if opens { return !prose || first.valueStart > first.label.end && labels.count >= (range.count > 600 ? 2 : 1) }
    return !prose && labels.count >= 2
      || !prose && range.count <= 300 && vocabulary.fields[first.field].date != nil
        && !DateScan(text: text).dates(in: FoldedRange(first.valueStart, range.end)).isEmpty
        && text.byte(at: first.label.end) == 0x3A
  }

  /// The labels of the line that are built as labels, not words of a sentence.
  func actingLabels(_ range: FoldedRange, _ hits: ArraySlice<WordHit>) -> [ActingLabel] {
    var labels: [ActingLabel] = []
    for hit in hits {
      guard case .label(let field) = hit.word, labels.last?.label != hit.range else { continue }
      let valueStart = afterMarks(hit.range.end, limit: range.end)
      let isMarked = text.bytes[hit.range.end..<valueStart].contains { $0 != 0x20 } || isClosedTag(hit.range.end)
      let before = text.byte(at: hit.range.start - 1)
      let isBoundary =
        hit.range.start == range.start || isMark(before) || text.isDigit(at: hit.range.start - 1)
        || text.glyph(at: hit.range.start - 3) == Glyph.openTag || text.hasGap(before: hit.range.start)
        || isOnlyMarks(from: range.start, to: hit.range.start)
      let hasColon = text.bytes[hit.range.end..<valueStart].contains(0x3A)
      let isASCII = text.byte(at: hit.range.start) < 0x80
      if isASCII, !isBoundary || !isMarked { continue }
      let standsAlone = isBoundary && hit.range.end == range.end
      let opensValue = isBoundary && (text.isDigit(at: valueStart) || text.hasGap(before: hit.range.end))
      guard hasColon || (isBoundary && isMarked) || standsAlone || opensValue else { continue }
      labels.append(ActingLabel(label: hit.range, field: field, valueStart: valueStart))
    }
    return labels
  }

  /// Reads the fields and dates of a line.
  func read(_ range: FoldedRange, _ hits: ArraySlice<WordHit>) -> MetadataLine {
    var line = MetadataLine()
    let labels = actingLabels(range, hits)
    let scan = DateScan(text: text)
    var dated: [FoldedRange] = []
    for (index, label) in labels.enumerated() {
      let limit = index + 1 < labels.count ? labels[index + 1].label.start : range.end
      let value = value(of: label, limit: limit, hits)
      let cue = vocabulary.fields[label.field]
      var shown = value
      if let written = scan.dates(in: value).first {
        let end = scan.timeEnd(after: written.range.end, limit: value.end)
        if let kind = cue.date {
          shown = FoldedRange(value.start, min(value.end, max(end, written.range.end)))
          if let date = written.date { line.dates.append(DateFact(date: date, kind: kind, range: written.range)) }
          dated.append(written.range)
        } else if end == value.end, written.range.start > value.start {
          // A date without a label behind the source: 来源:网站2021-09-24 16:37
          shown = trimmed(FoldedRange(value.start, written.range.start))
        }
      }
      line.fields.append((label.field, label.label, shown))
    }
    line.openField = openField(range, labels)
    line.dates += pageDates(range, labels, scan, besides: dated, hits)
    line.dates.sort { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
    return line
  }

  /// The field of a line that is a label and nothing else.
  func openField(_ range: FoldedRange, _ hits: ArraySlice<WordHit>) -> Int? {
    openField(range, actingLabels(range, hits))
  }

  private func openField(_ range: FoldedRange, _ labels: [ActingLabel]) -> Int? {
    guard labels.count == 1, let label = labels.first, isOnlyMarks(from: range.start, to: label.label.start),
      isOnlyMarks(from: label.label.end, to: range.end)
    else { return nil }
    return label.field
  }

  /// The dates that no label claims: before the first label, or after a value that is no date.
  private func pageDates(
    _ range: FoldedRange, _ labels: [ActingLabel], _ scan: DateScan, besides dated: [FoldedRange],
    _ hits: ArraySlice<WordHit>
  ) -> [DateFact] {
    let hasClock = hits.contains { $0.word == .clock }
    return scan.dates(in: range).compactMap { written in
      guard let date = written.date, !dated.contains(written.range) else { return nil }
      let owner = labels.last { $0.valueStart <= written.range.start }
      if let owner, vocabulary.fields[owner.field].date == nil {
        // Inside a number or a title (2024年1号) a date is that field's; behind a name it is the page's.
        let value = value(of: owner, limit: range.end, hits)
        if written.range.start == value.start { return nil }
        let end = scan.timeEnd(after: written.range.end, limit: range.end)
        let next = labels.first { $0.label.start >= end }
        if end != range.end, next?.label.start != end, !text.hasGap(before: end) { return nil }
      }
      return DateFact(date: date, kind: hasClock ? .clock : .page, range: written.range)
    }
  }

  /// The value behind a label, to the next label, word of the page or cell.
  private func value(of label: ActingLabel, limit: Int, _ hits: ArraySlice<WordHit>) -> FoldedRange {
    var end = limit
    if let stop = hits.first(where: { $0.range.start >= label.valueStart && isStop($0, limit: limit) }) {
      end = min(end, stop.range.start)
    }
    if let bar = text.bytes[label.valueStart..<max(end, label.valueStart)].firstIndex(of: 0x7C) { end = bar }
    return trimmed(FoldedRange(label.valueStart, max(end, label.valueStart)))
  }

  /// Whether a word of the page begins something else, not a part of the value: 云溪发布微信公众号 is a source's name.
  private func isStop(_ hit: WordHit, limit: Int) -> Bool {
    switch hit.word {
    case .label, .appendix: return false
    case .furniture, .clock: break
    }
    let (start, end) = (hit.range.start, hit.range.end)
    if end == limit || text.byte(at: end) == 0x3A || text.isDigit(at: end) || text.hasGap(before: start) { return true }
    let glyph = text.glyph(at: end)
    return glyph == Glyph.openTag || glyph == Glyph.closeTag || isMark(text.byte(at: start - 1))
      || text.glyph(at: start - 3) == Glyph.openTag
  }

  /// The range without the marks of tables and brackets around it.
  func trimmed(_ range: FoldedRange) -> FoldedRange {
    var (start, end) = (range.start, range.end)
    while start < end {
      if isMark(text.byte(at: start)) && !isOpen(text.byte(at: start)) {
        start += 1
      } else if text.glyph(at: start) == Glyph.closeTag {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      let last = text.byte(at: end - 1)
      if last <= 0x20 || last == 0x7C || isOpen(last) || last == 0x2A || last == 0x2F || last == 0x3B || last == 0x2C {
        end -= 1
      } else if text.glyph(at: end - 3) == Glyph.openTag {
        end -= 3
      } else {
        break
      }
    }
    return FoldedRange(start, max(start, end))
  }

  private func isOpen(_ byte: UInt8) -> Bool { byte == 0x28 || byte == 0x5B }

  /// The place behind the marks that part a label from its value: ] ) : | * and blanks, one bar at most.
  private func afterMarks(_ start: Int, limit: Int) -> Int {
    var index = start
    var bars = 0
    while index < limit {
      switch text.byte(at: index) {
      case 0x20, 0x5D, 0x29, 0x3A, 0x2A: index += 1
      case 0x7C:
        if bars == 1 { return index }
        bars += 1
        index += 1
      default:
        guard text.glyph(at: index) == Glyph.closeTag else { return index }
        index += 3
      }
    }
    return index
  }

  private func isClosedTag(_ index: Int) -> Bool { text.glyph(at: index) == Glyph.closeTag }

  func isOnlyMarks(from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      let glyph = text.glyph(at: index)
      if glyph == Glyph.openTag || glyph == Glyph.closeTag {
        index += 3
      } else if isMark(text.byte(at: index)) {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  private func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x22, 0x23, 0x28, 0x29, 0x2A, 0x2D, 0x3A, 0x3B, 0x3E, 0x5B, 0x5D, 0x7C: true
    default: false
    }
  }

  /// Whether a date stands at the line's start, before the first label: 2025-01-26 10:48 来源:…
  private func opensWithDate(_ range: FoldedRange, before label: Int) -> Bool {
    let scan = DateScan(text: text)
    guard let date = scan.date(at: range.start, limit: label) else { return false }
    return isOnlyMarks(from: scan.timeEnd(after: date.range.end, limit: label), to: label)
  }
}
