public import Reports
import SourceText
import YAMLReading

/// `level: [department, ministry]`: the reporting body stands at one of these levels.
///
///     any_of:
///       - {mention: {any: [县委书记], in: leader-duty}}
///       - all_of: [{level: department}, {mention: {any: [党组书记], in: leader-duty}}]
public struct LevelCheck: Sendable {
  /// The levels, one of which is enough.
  public var levels: [Level]

  /// What its answers tell, for the sentences of rules.
  static let found = ["found"]

  func answer(in context: EvaluationContext) -> Answer {
    guard let level = context.report.level else {
      return Answer(
        truth: .unknown,
        message: Wording(zh: "看不出报告机关的层级，可用 --level 指明", en: "The body's level can't be told; name it with --level"),
        evidence: [])
    }
    let name = Self.words(for: level)
    return Answer(
      truth: levels.contains(level) ? .holds : .absent,
      message: context.wording(zh: "报告机关是\(name.zh)", en: "The body is of the level \(name.en)"), evidence: [],
      found: ["found": name])
  }

  /// A level as readers name it.
  private static func words(for level: Level) -> Wording {
    switch level {
    case .ministry: Wording(zh: "国务院部门", en: "ministry")
    case .province: Wording(zh: "省级政府", en: "province")
    case .city: Wording(zh: "市级政府", en: "city")
    case .county: Wording(zh: "县级政府", en: "county")
    case .township: Wording(zh: "乡镇政府", en: "township")
    case .subdistrict: Wording(zh: "街道办事处", en: "subdistrict")
    case .department: Wording(zh: "政府部门", en: "department")
    }
  }
}

extension LevelCheck {
  /// Reads `level`.
  init?(reading reader: inout MappingReader) {
    let levels = reader.choices("level", .required, of: Level.self).map(\.value)
    if levels.isEmpty {
      if reader.hasEmptyList("level") {
        reader.report(Wording(zh: "level 没有写任何层级。", en: "`level` names no level"))
      }
      return nil
    }
    self.init(levels: levels)
  }
}

extension LevelCheck {
  func words(in pack: RulePack) -> Wording {
    let names = levels.map(Self.words(for:))
    return Wording(
      zh: "报告机关是" + names.map(\.zh).joined(separator: "或"),
      en: "the body is of the level " + names.map(\.en).joined(separator: " or "))
  }
}
