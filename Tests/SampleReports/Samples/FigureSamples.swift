/// Reports in which one number is wrong, and reports whose numbers only look wrong.
enum FigureSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    rates(bases) + sums(bases) + lawful(bases)
  }

  private static func rates(_ bases: SampleBases) -> [SampleDocument] {
    let wrong: [(SampleReport, String, String)] = [
      (bases.county, "优秀率为40%", "优秀率为45%"), (bases.county, "调解成功率为97.89%", "调解成功率为98.79%"),
      (bases.county, "审结率为93.02%", "审结率为96.02%"), (bases.county, "直接纠错率为8.75%", "直接纠错率为7.85%"),
      (bases.county, "败诉率为5.33%", "败诉率为3.53%"), (bases.county, "网上可办率为97.51%", "网上可办率为99.51%"),
      (bases.county, "整改率为99.0%", "整改率为97.0%"), (bases.county, "出庭应诉62件", "出庭应诉60件"),
      (bases.district, "合格率为95%", "合格率为93%"), (bases.district, "办结率为93.02%", "办结率为92.03%"),
      (bases.district, "败诉率为6.12%", "败诉率为6.21%"), (bases.district, "整改率为99%", "整改率为96%"),
      (bases.district, "全程网办率为95%", "全程网办率为98%"), (bases.city, "办结率为99%", "办结率为96%"),
      (bases.city, "合格率为88%", "合格率为80%"), (bases.city, "优秀率为38%", "优秀率为83%"),
      (bases.city, "出庭应诉率为99%", "出庭应诉率为100%"), (bases.city, "全程网办率为93%", "全程网办率为39%"),
    ]
    return wrong.map { report, old, new in
      SampleDocument(
        "\(new) instead of \(old) in \(report.issuer)", report.replacing(old, with: new),
        verdicts: .allMet.with(.figuresRate, .violated))
    }
  }

  private static func sums(_ bases: SampleBases) -> [SampleDocument] {
    let wrong: [(SampleReport, String, String)] = [
      (bases.county, "新增86项、取消54项、变更72项", "新增76项、取消54项、变更72项"),
      (bases.county, "继续有效121件、修改19件、废止28件", "继续有效121件、修改16件、废止28件"),
      (bases.county, "刑事118件、民事287件、行政7件", "刑事128件、民事287件、行政7件"),
      (bases.county, "县政协委员提案163件，共291件", "县政协委员提案163件，共281件"),
      (bases.county, "维持78件、驳回21件", "维持87件、驳回21件"),
      (bases.district, "新增58项、取消41项、修订46项", "新增58项、取消14项、修订46项"),
      (bases.district, "保留68件、修改9件、废止16件", "保留68件、修改9件、废止19件"),
      (bases.district, "区级部门604人、街道292人", "区级部门640人、街道292人"),
      (bases.district, "区政协委员提案141件，共238件", "区政协委员提案141件，共248件"),
      (bases.district, "刑事案件149件，民事案件376件", "刑事案件194件，民事案件376件"),
      (bases.city, "无异议186件", "无异议168件"), (bases.city, "继续有效305件", "继续有效315件"),
      (bases.city, "市级52个、县级287个", "市级52个、县级278个"), (bases.city, "市政协提案414件，共700件", "市政协提案414件，共710件"),
    ]
    return wrong.map { report, old, new in
      SampleDocument(
        "\(new) instead of \(old) in \(report.issuer)", report.replacing(old, with: new),
        verdicts: .allMet.with(.figuresSum, .violated))
    }
  }

  private static func lawful(_ bases: SampleBases) -> [SampleDocument] {
    let sentences = [
      "全年办结行政处罚案件500件，其中食品药品领域120件。", "开展法治宣传活动300场次，其中进企业80场次、进校园95场次等。",
      "群众满意率达到98.5%。", "年度考核合格率、优良率均为100%。", "办理惠企事项860件，比上年增长12.5%。",
      "三级以上网点覆盖率由82%提高到91%。", "组织培训12期，培训人数占应训人数的95%以上。",
      "受理投诉举报230件，办结228件（含上年结转3件）。",
    ]
    let added = sentences.enumerated().map { turn, sentence in
      let base = bases.taking(turn)
      let report = base.report.changed {
        $0[.measures]?.parts[1].paragraphs.append(SampleParagraph(sentence))
      }
      return SampleDocument("\(sentence) contradicts nothing in \(base.name)", report)
    }
    let truncated = [
      (bases.city, "败诉率为3.13%", "败诉率为3.12%"), (bases.district, "败诉率为6.12%", "败诉率为6.1%"),
      (bases.county, "直接纠错率为8.75%", "直接纠错率为8.7%"), (bases.county, "直接纠错率为8.75%", "直接纠错率约为9%"),
    ].map { report, old, new in
      SampleDocument("\(new) for \(old) in \(report.issuer) is cut off or rounded", report.replacing(old, with: new))
    }
    return added + truncated
  }
}
