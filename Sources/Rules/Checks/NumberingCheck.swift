import Reports
import SourceText
import YAMLReading

/// `numbering: FAULT…`: the numbers of the headings have one of these faults.
///
///     forbid: {numbering: [missing-first, gap, repeated, backward]}
public struct NumberingCheck: Sendable {
  /// The faults that count.
  public var faults: [Fault]

  /// How the numbers of headings can be wrong, as rules call it.
  public enum Fault: String, CaseIterable, Sendable {
    case missingFirst = "missing-first"
    case gap, repeated, backward, mixed
    /// A level is left out (一、 and below it 1.) that is used elsewhere in the report.
    case levelSkipped = "level-skipped"

    init(_ kind: NumberingFault.Kind) {
      switch kind {
      case .gap: self = .gap
      case .repeated: self = .repeated
      case .backward: self = .backward
      case .missingFirst: self = .missingFirst
      case .mixed: self = .mixed
      }
    }
  }

  /// A fault where it shows, and the number that would be right there.
  private struct Place {
    var section: Int
    var expected: String
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["heading", "line", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let sections = context.report.sections
    let numbered = sections.filter { $0.numbering != nil }
    guard !numbered.isEmpty else {
      return Answer(
        truth: .pointless, message: Wording(zh: "标题没有编号", en: "The headings are not numbered"), evidence: [])
    }
    let found = places(in: context.report)
    guard let first = found.first else {
      let isAboutLevels = faults == [.levelSkipped]
      return Answer(
        truth: .absent,
        message: context.wording(
          zh: "\(numbered.count)个编号标题，\(isAboutLevels ? "没有越级" : "序号连续")",
          en: "\(numbered.count) numbered headings, \(isAboutLevels ? "no level skipped" : "in sequence")"),
        evidence: [])
    }
    let heading = sections[first.section].heading
    return Answer(
      truth: .holds, message: Self.words(for: first, in: context),
      evidence: found.prefix(Answer.mostPlaces).map { .found(sections[$0.section].heading) },
      found: [
        "heading": Wording(context.excerpt(heading)), "count": Wording("\(found.count)"),
        "line": Wording("\(context.line(of: heading.start).number)"),
      ])
  }

  private func places(in report: Report) -> [Place] {
    var places: [Place] = []
    for fault in report.numberingFaults where faults.contains(Fault(fault.kind)) {
      places.append(Place(section: fault.section, expected: fault.style.written(fault.expected)))
    }
    if faults.contains(.levelSkipped) {
      for skip in LevelSkip.skips(in: report.sections) where skip.isUsedBeside {
        places.append(Place(section: skip.section, expected: skip.expected.written(1)))
      }
      places.sort { $0.section < $1.section }
    }
    return places
  }

  private static func words(for fault: Place, in context: EvaluationContext) -> Wording {
    let section = context.report.sections[fault.section]
    let marker = section.numbering.map { context.excerpt($0.range) } ?? ""
    let line = context.line(of: section.heading.start)
    return context.wording(
      zh: "\(line.zh)序号是“\(marker)”，按顺序应为“\(fault.expected)”",
      en: "the number \(line.whereInEnglish) is “\(marker)” where “\(fault.expected)” was due")
  }
}

extension NumberingCheck {
  /// Reads `numbering`.
  init?(reading reader: inout MappingReader) {
    let faults = reader.choices("numbering", .required, of: Fault.self).map(\.value)
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
      case .levelSkipped: Wording(zh: "越级", en: "a level left out that is used elsewhere")
      }
    }
    return Wording(
      zh: "标题序号" + names.map(\.zh).joined(separator: "、"),
      en: names.map(\.en).joined(separator: ", ") + " in the headings' numbers")
  }
}
