package import Reports
import SourceText
import YAMLReading

/// `numbering: FAULT…`: the numbers of the headings have one of these faults.
///
///     forbid: {numbering: [missing-first, gap, repeated, backward]}
package struct NumberingCheck: Sendable {
  /// The faults that count.
  package var faults: [NumberingFault.Kind]

  /// What its answers tell, for the sentences of rules.
  static let found = ["heading", "line", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let numbered = context.report.sections.filter { $0.numbering != nil }
    guard !numbered.isEmpty else {
      return Answer(
        truth: .pointless, message: Wording(zh: "标题没有编号", en: "The headings are not numbered"), evidence: [])
    }
    let found = context.report.numberingFaults.filter { faults.contains($0.kind) }
    guard let first = found.first else {
      return Answer(
        truth: .absent,
        message: Wording(zh: "\(numbered.count)个编号标题，序号连续", en: "\(numbered.count) numbered headings, in sequence"),
        evidence: [])
    }
    let heading = context.report.sections[first.section].heading
    let words = Self.words(for: first, in: context)
    return Answer(
      truth: .holds, message: words,
      evidence: found.prefix(5).map { .found(context.report.sections[$0.section].heading) },
      found: [
        "heading": Wording(context.excerpt(heading)), "count": Wording("\(found.count)"),
        "line": Wording("\(context.line(of: heading.start))"),
      ])
  }

  private static func words(for fault: NumberingFault, in context: EvaluationContext) -> Wording {
    let section = context.report.sections[fault.section]
    let marker = section.numbering.map { context.excerpt($0.range) } ?? ""
    let expected = fault.style.written(fault.expected)
    let line = context.line(of: section.heading.start)
    return Wording(
      zh: "第\(line)行序号是“\(marker)”，按顺序应为“\(expected)”",
      en: "the number on line \(line) is “\(marker)” where “\(expected)” was due")
  }
}

extension NumberingCheck {
  /// Reads `numbering`.
  init?(reading reader: inout MappingReader) {
    let faults = reader.choices("numbering", .required, of: NumberingFault.Kind.self).map(\.value)
    guard !faults.isEmpty else { return nil }
    self.init(faults: faults)
  }
}

extension NumberingCheck {
  func words(in pack: RulePack) -> Wording {
    let names = faults.map { fault -> Wording in
      switch fault {
      case .gap: Wording(zh: "缺号", en: "a gap")
      case .repeated: Wording(zh: "重号", en: "a repeat")
      case .backward: Wording(zh: "倒号", en: "a step back")
      case .missingFirst: Wording(zh: "不从一开始", en: "a start later than one")
      case .mixed: Wording(zh: "编号方式不一", en: "numbers that run on here and start anew there")
      }
    }
    return Wording(
      zh: "标题序号" + names.map(\.zh).joined(separator: "、"),
      en: names.map(\.en).joined(separator: ", ") + " in the headings' numbers")
  }
}
