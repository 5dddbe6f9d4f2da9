/// Reports on other years, and reports that speak of the wrong year somewhere.
enum YearSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    otherYears(bases) + wrongYears(bases) + planYears(bases) + titles(bases)
  }

  private static func otherYears(_ bases: SampleBases) -> [SampleDocument] {
    [2021, 2022, 2023, 2025].flatMap { year in
      bases.all.map { name, base in SampleDocument("\(name) on the year \(year)", base.movedToYear(year)) }
    }
  }

  private static func wrongYears(_ bases: SampleBases) -> [SampleDocument] {
    let verdicts = SampleVerdicts.allMet.with(.yearConsistent, .violated)
    let headings: [(SampleRole, String)] = [
      (.measures, "2023年推进法治政府建设的主要举措和成效"),
      (.leaderDuty, "2023年党政主要负责人履行推进法治建设第一责任人职责情况"),
      (.shortcomings, "2022年推进法治政府建设存在的不足和原因"),
    ]
    let inHeadings = headings.flatMap { role, heading in
      bases.all.map { name, base in
        SampleDocument(
          "the wrong year in the heading of \(role.rawValue) in \(name)", base.heading(role, heading),
          verdicts: verdicts)
      }
    }
    let inPreamble = bases.all.map { name, base in
      let report = base.changed {
        $0.preamble = $0.preamble.map { $0.replacing("2024年", with: "2023年") }
      }
      return SampleDocument("the wrong year in the preamble of \(name)", report, verdicts: verdicts)
    }
    let inTitle = bases.all.map { name, base in
      let report = base.changed { $0.title = $0.title.replacing("2024年", with: "2023年") }
      return SampleDocument(
        "last year's title above this year's \(name)", report, verdicts: verdicts.without(.dateDeadline),
        facts: report.facts.without(.reportYear))
    }
    return inHeadings + inPreamble + inTitle
  }

  private static func planYears(_ bases: SampleBases) -> [SampleDocument] {
    let wrong = [2024, 2026].flatMap { year in
      bases.all.map { name, base in
        let report = base.changed { $0[.nextYearPlan] = planSaying("\(year)年", base) }
        return SampleDocument(
          "a plan for \(year) in \(name) on 2024", report, verdicts: .allMet.with(.yearConsistent, .violated))
      }
    }
    let silent = ["下一步工作安排", "下一步工作打算", "下一步工作思路"].enumerated().map { turn, heading in
      let base = bases.taking(turn)
      let report = base.report.changed { $0[.nextYearPlan] = planSaying("", base.report) }
        .heading(.nextYearPlan, heading)
      return SampleDocument(
        "a plan under \(heading) that names no year in \(base.name)", report,
        verdicts: .allMet.with(.yearConsistent, .partial))
    }
    return wrong + silent
  }

  /// The base's plan with another year, or none, wherever it names next year.
  private static func planSaying(_ year: String, _ base: SampleReport) -> SamplePart? {
    base[.nextYearPlan]?.mapText { text in
      if year.isEmpty {
        return text.replacing("2025年是", with: "今年是").replacing("2025年，", with: "").replacing("2025年", with: "")
      }
      return text.replacing("2025年", with: year)
    }
  }

  private static func titles(_ bases: SampleBases) -> [SampleDocument] {
    let partial = SampleVerdicts.allMet.with(.titlePresent, .partial)
    let yearless = bases.all.map { name, base in
      let report = base.changed {
        $0.title = $0.title.replacing("2024年度", with: "").replacing("2024年", with: "")
      }
      return SampleDocument("a title without a year in \(name)", report, verdicts: partial)
    }
    let county = bases.county
    let wordings = [
      "云溪县人民政府2024年法治政府建设情况报告", "云溪县2024年度法治政府建设年度报告", "云溪县2024年法治政府建设报告",
      "云溪县人民政府关于2024年度法治政府建设工作情况的报告", "云溪县人民政府2024年度推进法治政府建设工作总结报告",
      "2024年云溪县法治政府建设年度报告", "云溪县人民政府关于报告2024年法治政府建设情况的报告",
      "【年度报告】云溪县人民政府2024年法治政府建设年度报告",
    ].map { title in
      SampleDocument("the title \(title)", county.changed { $0.title = title }, facts: titleless(county))
    }
    let numerals = [("二〇二四年", "in Chinese numerals"), ("２０２４年", "in full-width digits")].map { year, how in
      SampleDocument(
        "the title's year \(how)", county.changed { $0.title = $0.title.replacing("2024年", with: year) },
        facts: titleless(county))
    }
    let none = county.changed { $0.title = "" }
    return yearless + wordings + numerals + [
      SampleDocument(
        "no title", none, verdicts: SampleVerdicts.allMet.with(.titlePresent, .missing).without(.yearConsistent),
        facts: titleless(county).without(.kind))
    ]
  }

  private static func titleless(_ report: SampleReport) -> SampleFacts { report.facts.without(.title, .issuer) }
}
