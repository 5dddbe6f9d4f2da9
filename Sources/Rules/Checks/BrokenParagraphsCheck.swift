import Documents
import Reports
import SourceText
import YAMLReading

/// `broken_paragraphs: PLACE…`: a paragraph breaks off inside a sentence that the next one carries on.
///
///     forbid: {broken_paragraphs: body}
public struct BrokenParagraphsCheck: Sendable {
  /// Where it is looked for.
  public var places: [Place]

  /// Fewer characters than these are a line of a list or a heading without a number.
  private static let shortest = 12
  /// When more than one paragraph in so many breaks off, a program broke the lines, not the author.
  private static let mostlyWhole = 5

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "line", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    let regions = context.places[places]
    let paragraphs = report.text.blocks.indices.filter { index in
      report.parts[index] == .body && isText(index, in: report)
        && regions.contains { $0.contains(report.text.blocks[index]) }
    }
    guard !paragraphs.isEmpty else {
      return Answer(truth: .pointless, message: Wording(zh: "没有成段的文字", en: "There are no paragraphs"), evidence: [])
    }
    let broken = paragraphs.filter { breaksOff($0, in: report) }
    guard let first = broken.first else {
      return Answer(
        truth: .absent,
        message: context.wording(zh: "\(paragraphs.count)段，段段完整", en: "\(paragraphs.count) whole paragraphs"),
        evidence: [])
    }
    if broken.count > 2, broken.count * Self.mostlyWhole > paragraphs.count {
      return Answer(
        truth: .unknown,
        message: context.wording(
          zh: "\(paragraphs.count)段中有\(broken.count)段在句中断开，像是转换时按行切开的，看不出原稿的段落",
          en: "\(broken.count) of \(paragraphs.count) paragraphs break off, as if a program had broken the lines"),
        evidence: broken.prefix(2).map { .found(tail(of: $0, in: report)) })
    }
    let line = context.line(of: report.text.blocks[first].end - 1)
    let nextLine = context.line(of: report.text.blocks[first + 1].start)
    let quoted = context.excerpt(lastCharacters(of: first, in: report))
    let next = context.excerpt(report.text.blocks[first + 1], 10)
    return Answer(
      truth: .holds,
      message: context.wording(
        zh: "\(line.zh)“…\(quoted)”没有结束就另起一段，\(nextLine.zh)接着“\(next)”",
        en: "\(line.en) ends “…\(quoted)” without a full stop, and \(nextLine.en) goes on “\(next)”"),
      evidence: broken.prefix(Answer.mostPlaces).flatMap { index -> [Answer.Trace] in
        [.found(tail(of: index, in: report)), .found(report.sentence(around: report.text.blocks[index + 1]))]
      },
      found: ["found": Wording(quoted), "line": Wording("\(line.number)"), "count": Wording("\(broken.count)")])
  }

  /// Whether a block is running text: no row of a table, no heading, long enough to have sentences.
  private func isText(_ index: Int, in report: Report) -> Bool {
    let range = report.text.blocks[index]
    switch report.document.blocks[index].kind {
    case .tableRow, .heading: return false
    case .paragraph, .listItem: break
    }
    return report.hanCharacters(in: range) >= Self.shortest && report.standaloneHeading(of: range) == nil
  }

  /// Whether a block ends inside a sentence and the next block ends that sentence.
  private func breaksOff(_ index: Int, in report: Report) -> Bool {
    let next = index + 1
    guard next < report.text.blocks.count, report.parts[next] == .body,
      report.document.blocks[next].kind == .paragraph
    else { return false }
    let range = report.text.blocks[index]
    let nextRange = report.text.blocks[next]
    // A list of clauses has no full stop in any of its lines; the rest of a sentence has one.
    return endsOpenly(range, in: report) && hasInnerMark(range, in: report)
      && report.sectionIndex(startingAt: nextRange.start) == nil && report.isHan(before: nextRange.start + 3)
      && !report.opensWithNumeral(nextRange) && hasStop(nextRange, in: report)
  }

  /// Whether a block ends in a Chinese character, a comma or 、 instead of a mark that closes a sentence.
  private func endsOpenly(_ range: FoldedRange, in report: Report) -> Bool {
    if report.isHan(before: range.end) { return true }
    return report.endsInMark(range) && !hasStop(FoldedRange(max(range.start, range.end - 3), range.end), in: report)
  }

  private func hasInnerMark(_ range: FoldedRange, in report: Report) -> Bool {
    report.text.bytes.span.count(from: range.start, to: range.end) { $0 == 0x2C } > 0 || hasStop(range, in: report)
  }

  /// Whether a stretch has one of 。！？；
  private func hasStop(_ range: FoldedRange, in report: Report) -> Bool {
    let bytes = report.text.bytes.span
    var index = range.start
    while index < range.end {
      switch bytes[index] {
      case 0x21, 0x3B, 0x3F: return true
      case 0xE3 where index + 2 < range.end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82: return true
      default: index += 1
      }
    }
    return false
  }

  /// The unfinished sentence.
  private func tail(of index: Int, in report: Report) -> FoldedRange {
    let end = report.text.blocks[index].end
    return report.sentence(around: FoldedRange(end - 1, end))
  }

  private func lastCharacters(of index: Int, in report: Report) -> FoldedRange {
    let range = report.text.blocks[index]
    var start = range.end
    var count = 0
    while start > range.start, count < 8 {
      start -= 1
      if report.text.bytes[start] & 0xC0 != 0x80 { count += 1 }
    }
    return FoldedRange(start, range.end)
  }
}

extension BrokenParagraphsCheck {
  /// Reads `broken_paragraphs`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let places = draft.places("broken_paragraphs", .required, in: &reader)
    guard !places.isEmpty else { return nil }
    self.init(places: places)
  }
}

extension BrokenParagraphsCheck {
  func words(in pack: RulePack) -> Wording {
    let places = Place.words(self.places)
    return Wording(zh: "\(places.zh)中在句中断开的段落", en: "a paragraph in \(places.en) that breaks off inside a sentence")
  }
}
