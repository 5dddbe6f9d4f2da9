/// Reports that lack a part or a cause, and texts that only seem to have it.
enum ContentSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    withoutPart(bases) + decoys(bases) + causes(bases)
  }

  private static func withoutPart(_ bases: SampleBases) -> [SampleDocument] {
    bases.all.flatMap { name, base in
      SampleRole.allCases.map { role in
        let report = base.changed { $0[role] = nil }
        var verdicts = SampleVerdicts.allMet.with(role.rule, .missing)
        switch role {
        case .measures:
          verdicts = verdicts.withoutOutline().with(.figuresRate, .met, .notApplicable)
            .with(.figuresSum, .met, .notApplicable)
        case .shortcomings: verdicts = verdicts.with(.sectionCauses, .missing)
        case .nextYearPlan: verdicts = verdicts.without(.yearConsistent)
        case .leaderDuty: break
        }
        return SampleDocument("no \(role.rawValue) in \(name)", report, verdicts: verdicts)
      }
    }
  }

  private static func decoys(_ bases: SampleBases) -> [SampleDocument] {
    let cases: [(String, SampleRole, String, SampleVerdicts)] = [
      (
        "heads of units at a training", .leaderDuty, "组织各单位主要负责人参加依法行政专题培训。",
        .allMet.with(.sectionLeaderDuty, .missing)
      ),
      (
        "the duty of first person responsible in passing", .leaderDuty,
        "推动乡镇和部门落实第一责任人职责。", .allMet.with(.sectionLeaderDuty, .missing, .partial)
      ),
      (
        "leaders who attach importance", .leaderDuty, "各级主要领导高度重视法治政府建设工作。",
        .allMet.with(.sectionLeaderDuty, .missing, .partial)
      ),
      (
        "problems found at a training", .shortcomings, "举办培训班，针对存在问题开展研讨交流。",
        .allMet.with(.sectionShortcomings, .missing).with(.sectionCauses, .missing)
      ),
      (
        "problems that enterprises reported", .shortcomings, "收集企业反映的问题和困难，逐一协调解决。",
        .allMet.with(.sectionShortcomings, .missing).with(.sectionCauses, .missing)
      ),
      (
        "a yearly plan that was drawn up", .nextYearPlan, "制定年度工作计划和重点工作安排，明确责任分工。",
        .allMet.with(.sectionNextYearPlan, .missing).without(.yearConsistent)
      ),
      (
        "a meeting that arranged the next steps", .nextYearPlan, "召开推进会，对下一步工作作出安排部署。",
        .allMet.with(.sectionNextYearPlan, .missing, .partial).without(.yearConsistent)
      ),
    ]
    return cases.enumerated().map { turn, entry in
      let (name, role, sentence, verdicts) = entry
      let base = bases.taking(turn)
      let report = base.report.changed {
        $0[role] = nil
        $0[.measures]?.parts[1].paragraphs.append(SampleParagraph(sentence))
      }
      return SampleDocument("\(name) is no \(role.rawValue) part in \(base.name)", report, verdicts: verdicts)
    }
  }

  private static let causalSentences = [
    "原因在于，学用结合不够紧密，考核约束力不足。", "究其原因，是日常学习多停留在条文层面。",
    "这主要是由于专业人员配备不足，业务指导跟得不紧。", "其根源在于责任没有压实到具体岗位。",
    "主要原因是部门之间信息共享机制不健全。", "造成上述问题的原因主要有：一是认识不到位，二是力量配备不足。",
    "之所以出现上述问题，是因为部分单位责任落实不到位。", "归根结底，是少数干部法治观念不牢。",
    "分析其成因，主要是专业力量薄弱、培训针对性不强。", "产生这些问题，既有客观原因，更主要的是主观上重视程度不够。",
  ]

  private static func causes(_ bases: SampleBases) -> [SampleDocument] {
    let present = causalSentences.enumerated().map { turn, sentence in
      let base = bases.taking(turn)
      let report = withoutCauses(base.report).changed {
        let last = ($0[.shortcomings]?.parts.count ?? 1) - 1
        $0[.shortcomings]?.parts[last].paragraphs.append(SampleParagraph(sentence, givesCause: true))
      }
      return SampleDocument("the cause given as \(sentence.prefix(8)) in \(base.name)", report)
    }
    let apart = bases.all.map { name, base in
      let report = withoutCauses(base).changed {
        $0[.shortcomings]?.parts.append(
          SamplePart("原因分析", paragraphs: [SampleParagraph("上述问题的存在，主要是思想认识不到位、专业力量不足、考核约束不够造成的。")]))
      }
      return SampleDocument("the causes in a section of their own in \(name)", report)
    }
    let onlyInHeading = bases.all.map { name, base in
      SampleDocument(
        "causes promised by the heading and not given in \(name)",
        withoutCauses(base).heading(.shortcomings, "存在的不足和原因"),
        verdicts: .allMet.with(.sectionCauses, .partial))
    }
    let absent = bases.all.map { name, base in
      SampleDocument(
        "no causes in \(name)", withoutCauses(base).heading(.shortcomings, "存在的不足"),
        verdicts: .allMet.with(.sectionCauses, .missing))
    }
    let elsewhere = bases.all.map { name, base in
      let report = withoutCauses(base).heading(.shortcomings, "存在的问题").changed {
        $0[.measures]?.parts[1].paragraphs.append(SampleParagraph("逐案分析败诉原因，并通报有关单位。"))
      }
      return SampleDocument(
        "causes of lost cases are no causes of shortcomings in \(name)", report,
        verdicts: .allMet.with(.sectionCauses, .missing))
    }
    return present + apart + onlyInHeading + absent + elsewhere
  }

  private static func withoutCauses(_ report: SampleReport) -> SampleReport {
    report.changed { $0[.shortcomings] = report[.shortcomings]?.mapParagraphs { $0.givesCause ? nil : $0 } }
  }
}
