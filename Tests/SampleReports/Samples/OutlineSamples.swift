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
    case .institutions: "规范性文件管理进一步加强。"
    case .decisions: "重大行政决策更加规范。"
    case .enforcement: "行政执法更加规范。"
    case .emergencies: "应急预案不断完善。"
    case .disputes: "行政复议工作稳步推进。"
    case .oversight: "政务公开持续深化。"
    case .digital: "数字政府建设步伐加快。"
    case .leadership: "普法宣传广泛开展。"
    }
  }

  /// The leader part speaks of the Party's leadership by its nature, so that it must go with the field.
  private static func stripped(_ field: OutlineField, _ base: SampleReport) -> SampleReport {
    base.without(field).changed { if field == .leadership { $0[.leaderDuty] = nil } }
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
