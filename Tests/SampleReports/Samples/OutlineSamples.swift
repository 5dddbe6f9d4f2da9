/// Reports that leave out a field of the Outline, or touch it only in passing.
enum OutlineSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    bases.all.flatMap { name, base in
      OutlineField.allCases.flatMap { field in
        [without(field, base, name), passing(field, base, name)] + [onlyInPlan(field, base, name)].compactMap(\.self)
      }
    }
  }

  /// One clause a field that names it and tells nothing.
  private static func mention(_ field: OutlineField) -> String {
    switch field {
    case .functions: "营商环境不断优化。"
    case .institutions: "行政规范性文件管理进一步加强。"
    case .decisions: "重大行政决策更加规范。"
    case .enforcement: "行政执法三项制度持续落实。"
    case .emergencies: "应急预案不断完善。"
    case .disputes: "行政复议工作稳步推进。"
    case .oversight: "政务公开持续深化。"
    case .digital: "数字政府建设步伐加快。"
    case .leadership: "“八五”普法规划有序实施。"
    }
  }

  /// The report without the field, nor what another field says in words that both share.
  private static func stripped(_ field: OutlineField, _ base: SampleReport) -> SampleReport {
    // The leader part speaks of the Party's leadership by its nature, so that it must go with the field.
    let report = base.without(field).changed { if field == .leadership { $0[.leaderDuty] = nil } }
    return report.mapText { text in
      sharedWords(field).reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
  }

  /// Words of the field that stand in other fields' sections, and what to say there instead.
  private static func sharedWords(_ field: OutlineField) -> [(String, String)] {
    switch field {
    case .functions:
      [("一网通办", "网上通办"), ("政务服务事项", "事项"), ("政务服务平台", "平台"), ("政务服务便民热线", "便民热线")]
    case .institutions: [("合法性审查", "法律把关"), ("公平竞争审查", "公平竞争评估")]
    case .decisions, .enforcement, .emergencies, .disputes, .oversight, .digital, .leadership: []
    }
  }

  private static func verdicts(_ field: OutlineField, _ allowed: RuleStatus) -> SampleVerdicts {
    let verdicts = SampleVerdicts.allMet.with(field.rule, allowed)
    return field == .leadership ? verdicts.with(.sectionLeaderDuty, .missing) : verdicts
  }

  private static func without(_ field: OutlineField, _ base: SampleReport, _ name: String) -> SampleDocument {
    // The county has a section on study besides, which a strict reader may count as a mention.
    let alsoPartial = field == .leadership && name == "county"
    let verdicts = verdicts(field, .missing)
    return SampleDocument(
      "nothing on \(field.rawValue) in \(name)", stripped(field, base),
      verdicts: alsoPartial ? verdicts.with(field.rule, .missing, .partial) : verdicts)
  }

  private static func passing(_ field: OutlineField, _ base: SampleReport, _ name: String) -> SampleDocument {
    let report = stripped(field, base).changed {
      $0[.measures]?.parts[1].paragraphs.append(SampleParagraph(mention(field)))
    }
    return SampleDocument("\(field.rawValue) only in passing in \(name)", report, verdicts: verdicts(field, .partial))
  }

  private static func onlyInPlan(_ field: OutlineField, _ base: SampleReport, _ name: String) -> SampleDocument? {
    guard let plan = base[.nextYearPlan], plan.parts.contains(where: { $0.field == field }) else { return nil }
    let report = stripped(field, base).changed { $0[.nextYearPlan] = plan }
    return SampleDocument(
      "\(field.rawValue) only in the plan in \(name)", report, verdicts: verdicts(field, .partial))
  }
}
