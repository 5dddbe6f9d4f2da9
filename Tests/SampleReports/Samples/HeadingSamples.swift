/// Reports whose four parts go by other names, stand in another order, or share a heading.
enum HeadingSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    wordings(bases) + orders(bases) + joined(bases) + leaderPartBelow(bases) + flatChapters(bases)
  }

  private static let measures = [
    "2024年度法治政府建设主要举措和工作成效", "2024年法治政府建设工作开展情况", "主要工作成效", "2024年主要做法",
    "2024年法治政府建设工作亮点", "法治政府建设推进情况", "2024年度依法行政工作回顾", "主要工作及取得的成绩",
    "推进法治政府建设采取的主要措施和取得的成效", "一年来的主要工作", "2024年重点工作落实情况",
    "法治政府建设工作情况",
  ]

  private static let leaderDuty = [
    "党政主要负责人履行推进法治建设第一责任人职责情况", "第一责任人职责履行情况",
    "履行法治建设第一责任人职责，加强法治政府建设的有关情况", "党政主要负责人履行法治建设职责情况",
    "主要领导履行推进法治政府建设职责情况", "党政主要负责同志推进法治建设履职情况",
    "党委和政府主要负责人履行推进法治建设职责情况", "压实党政主要负责人法治建设第一责任",
    "党政主要负责人抓法治政府建设情况", "主要负责人带头推进法治建设情况",
  ]

  private static let shortcomings = [
    "存在的不足和原因", "存在的问题", "存在的主要问题及原因分析", "短板和弱项", "薄弱环节", "存在的差距和不足",
    "当前存在的困难和问题", "面临的问题与不足", "工作中的不足之处", "2024年法治政府建设存在的短板",
    "问题和原因", "还需改进的地方",
  ]

  private static let plan = [
    "2025年工作安排", "2025年工作打算", "2025年工作计划", "2025年工作思路", "2025年法治政府建设工作重点",
    "2025年重点任务", "2025年努力方向", "2025年法治政府建设主要安排", "2025年度法治政府建设工作要点",
    "2025年工作举措",
  ]

  private static func wordings(_ bases: SampleBases) -> [SampleDocument] {
    let cases: [(SampleRole, [String])] = [
      (.measures, measures), (.leaderDuty, leaderDuty), (.shortcomings, shortcomings), (.nextYearPlan, plan),
    ]
    return cases.flatMap { role, headings in
      headings.enumerated().map { turn, heading in
        let base = bases.taking(turn)
        return SampleDocument(
          "\(role.rawValue) under the heading \(heading) in \(base.name)", base.report.heading(role, heading))
      }
    }
      + ["下一步工作安排", "下一步打算", "下一年度主要安排", "明年工作思路"].enumerated().map { turn, heading in
        let base = bases.taking(turn)
        // The year stands in the part's first sentence, or nowhere: only the section is settled.
        return SampleDocument(
          "plan under the heading \(heading) in \(base.name)", base.report.heading(.nextYearPlan, heading),
          verdicts: .allMet.with(.yearConsistent, .met, .partial))
      }
  }

  private static func orders(_ bases: SampleBases) -> [SampleDocument] {
    let (first, second, third, fourth) = (
      SampleRole.measures, SampleRole.shortcomings, SampleRole.leaderDuty, SampleRole.nextYearPlan
    )
    let orders = [
      [first, second, third, fourth], [first, third, second, fourth], [third, first, second, fourth],
      [first, second, fourth, third], [third, second, first, fourth], [second, first, third, fourth],
      [first, fourth, second, third], [fourth, third, second, first],
    ]
    return orders.enumerated().map { turn, order in
      let base = bases.taking(turn)
      let name = order.map(\.rawValue).joined(separator: ", ")
      return SampleDocument("the parts of \(base.name) in the order \(name)", base.report.ordered(order))
    }
  }

  private static func joined(_ bases: SampleBases) -> [SampleDocument] {
    let paragraphs = [
      "存在的不足和2025年工作思路", "存在问题及2025年工作打算", "存在的不足、原因及2025年工作安排", "问题不足与2025年工作计划",
    ].enumerated().map { turn, heading in
      let base = bases.taking(turn)
      let part = joint(base.report, heading, .shortcomings, .nextYearPlan) { $0.flattened }
      return SampleDocument("shortcomings and plan under \(heading) in \(base.name)", part)
    }
    let below = ["存在的不足及下一年度安排", "存在问题和工作打算"].enumerated().map { turn, heading in
      let base = bases.taking(turn)
      let report = joint(base.report, heading, .shortcomings, .nextYearPlan, heads: ["存在的不足和原因", "2025年工作打算"])
      return SampleDocument("shortcomings and plan as sections below \(heading) in \(base.name)", report)
    }
    let measures = bases.county.changed { report in
      guard let leader = report[.leaderDuty] else { return }
      report[.leaderDuty] = nil
      report[.measures]?.heading = "主要举措成效和党政主要负责人履行第一责任人职责情况"
      report[.measures]?.roles.insert(.leaderDuty)
      report[.measures]?.parts.append(
        SamplePart("党政主要负责人履行第一责任人职责情况", paragraphs: leader.flattened))
    }
    return paragraphs + below + [
      SampleDocument(
        "measures and leader part under one heading in county", measures, facts: measures.facts.with(roles: nil))
    ]
  }

  /// The report with two of its parts made one, as paragraphs.
  private static func joint(
    _ report: SampleReport, _ heading: String, _ first: SampleRole, _ second: SampleRole,
    paragraphs: (SamplePart) -> [SampleParagraph]
  ) -> SampleReport {
    report.changed {
      guard let one = report[first], let two = report[second] else { return }
      $0[second] = nil
      $0[first] = SamplePart(heading, roles: [first, second], paragraphs: paragraphs(one) + paragraphs(two))
    }
  }

  /// The report with two of its parts made one, each a section below.
  private static func joint(
    _ report: SampleReport, _ heading: String, _ first: SampleRole, _ second: SampleRole, heads: [String]
  ) -> SampleReport {
    report.changed {
      guard let one = report[first], let two = report[second] else { return }
      $0[second] = nil
      $0[first] = SamplePart(
        heading, roles: [first, second],
        parts: zip(heads, [one, two]).map { SamplePart($0, paragraphs: $1.flattened) })
    }
  }

  private static func leaderPartBelow(_ bases: SampleBases) -> [SampleDocument] {
    bases.all.flatMap { name, base in
      [("first", true), ("last", false)].map { place, atStart in
        let report = base.changed { report in
          guard let leader = report[.leaderDuty] else { return }
          report[.leaderDuty] = nil
          let part = SamplePart(leader.heading, paragraphs: leader.flattened)
          let index = atStart ? 0 : report[.measures]?.parts.count ?? 0
          report[.measures]?.parts.insert(part, at: index)
        }
        return SampleDocument(
          "the leader part as the \(place) section below the measures in \(name)", report,
          facts: report.facts.with(roles: Set(SampleRole.allCases)))
      }
    }
  }

  private static func flatChapters(_ bases: SampleBases) -> [SampleDocument] {
    bases.all.map { name, base in
      let report = base.withFlatChapters()
      return SampleDocument("flat chapters instead of one part on measures in \(name)", report)
    }
  }
}

extension SampleReport {
  /// A copy in which each section of the measures is a chapter of its own.
  package func withFlatChapters() -> SampleReport {
    changed { report in
      report.parts = parts.flatMap { part in
        guard part.roles.contains(.measures) else { return [part] }
        return part.parts.map { chapter in
          var chapter = chapter
          chapter.roles.insert(.measures)
          return chapter
        }
      }
    }
  }
}
