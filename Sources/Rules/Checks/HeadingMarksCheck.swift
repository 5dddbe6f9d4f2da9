import Reports
import SourceText
import YAMLReading

/// `heading_marks: FAULT…`: headings have a mark where none belongs, or another than the one that belongs there.
///
///     forbid: {heading_marks: [stray-stop, number-mark]}
public struct HeadingMarksCheck: Sendable {
  /// The faults that count.
  public var faults: [Fault]

  /// How the marks of a heading can be wrong.
  public enum Fault: String, CaseIterable, Sendable {
    /// A heading alone on its line ends in a mark, while most of those beside it do not.
    case strayStop = "stray-stop"
    /// The number is followed by another mark than its style has: （一）、 or 1、
    case numberMark = "number-mark"
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["heading", "line", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    let headings = report.sections.indices.filter { report.sections[$0].style != .paragraph }
    guard !headings.isEmpty else {
      return Answer(truth: .pointless, message: Wording(zh: "没有标题", en: "There are no headings"), evidence: [])
    }
    var found: [(section: Int, words: Wording)] = []
    for index in headings {
      if faults.contains(.numberMark), let words = wrongMark(of: report.sections[index], in: context) {
        found.append((index, words))
      } else if faults.contains(.strayStop), hasStrayStop(index, in: report) {
        let line = context.line(of: report.sections[index].heading.start)
        found.append(
          (
            index,
            context.wording(
              zh: "\(line.zh)单独成行的标题末尾有标点，同级标题没有",
              en: "the heading \(line.whereInEnglish) ends in a mark, those beside it do not")
          ))
      }
    }
    guard let first = found.first else {
      return Answer(
        truth: .absent,
        message: context.wording(zh: "\(headings.count)个标题，标点一致", en: "\(headings.count) headings with uniform marks"),
        evidence: [])
    }
    let heading = report.sections[first.section].heading
    return Answer(
      truth: .holds, message: first.words,
      evidence: found.prefix(Answer.mostPlaces).map { .found(report.sections[$0.section].heading) },
      found: [
        "heading": Wording(context.excerpt(heading)), "count": Wording("\(found.count)"),
        "line": Wording("\(context.line(of: heading.start).number)"),
      ])
  }

  /// Whether a heading ends in a mark unlike most of those of its kind: beside it, or in the report where it has few siblings.
  private func hasStrayStop(_ index: Int, in report: Report) -> Bool {
    let section = report.sections[index]
    guard isHeading(index, in: report), report.endsInMark(section.heading) else { return false }
    for onlySiblings in [true, false] {
      var with = 0
      var without = 0
      for other in report.sections.indices where isHeading(other, in: report) {
        let candidate = report.sections[other]
        guard candidate.numbering?.style == section.numbering?.style,
          !onlySiblings || candidate.parent == section.parent
        else { continue }
        if report.endsInMark(candidate.heading) { with += 1 } else { without += 1 }
      }
      if with + without > 1 { return without > with }
    }
    return false
  }

  /// Whether a section has a heading of its own line with text below; lone numbered lines are items of a list.
  private func isHeading(_ index: Int, in report: Report) -> Bool {
    let section = report.sections[index]
    return section.style == .standalone && section.extent.end > section.heading.end
  }

  private func wrongMark(of section: Section, in context: EvaluationContext) -> Wording? {
    guard let numbering = section.numbering else { return nil }
    if isRight(numbering, in: context.report.text) { return nil }
    let expected = numbering.style.written(numbering.number)
    let line = context.line(of: section.heading.start)
    let marker = context.excerpt(numbering.range)
    return context.wording(
      zh: "\(line.zh)序号写作“\(marker)”，应为“\(expected)”",
      en: "the number \(line.whereInEnglish) is written “\(marker)”, not “\(expected)”")
  }

  /// Whether a number stands between the marks of its style, as folding leaves them.
  private func isRight(_ numbering: Numbering, in text: FoldedText) -> Bool {
    let bytes = text.bytes.span
    let range = numbering.range
    let (first, last) = (bytes[range.start], bytes[range.end - 1])
    switch numbering.style {
    // 第一章 takes any mark or none.
    case .part: return true
    case .chinese: return last == 0x81 && bytes[range.end - 4] != UInt8(ascii: ".")
    case .chineseParenthesised, .arabicParenthesised:
      // A sign such as ㈠ or ⑴ has its brackets in itself.
      return range.count == 3 && first >= 0xE2 || first == UInt8(ascii: "(") && last == UInt8(ascii: ")")
    case .arabic:
      return range.count == 3 && first >= 0xE2 || last == UInt8(ascii: ".") && bytes[range.end - 2] < 0x3A
    case .circled: return range.count == 3
    }
  }
}

extension HeadingMarksCheck {
  /// Reads `heading_marks`.
  init?(reading reader: inout MappingReader) {
    let faults = reader.choices("heading_marks", .required, of: Fault.self).map(\.value)
    guard !faults.isEmpty else { return nil }
    self.init(faults: faults)
  }
}

extension HeadingMarksCheck {
  func words(in pack: RulePack) -> Wording {
    let names = faults.map { fault -> Wording in
      switch fault {
      case .strayStop: Wording(zh: "单独成行而末尾有标点的标题", en: "a heading on its own line that ends in a mark")
      case .numberMark: Wording(zh: "序号后标点不合规范的标题", en: "a number with another mark than its style has")
      }
    }
    return Wording(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
  }
}
