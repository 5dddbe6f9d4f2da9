/// Documents that resemble an annual report and are none.
enum KindSamples {
  static func documents(_ bases: SampleBases) -> [SampleDocument] {
    let titles: [(title: String, kinds: [String], isOwnText: Bool)] = [
      ("云溪县2024年政府信息公开工作年度报告", ["information-disclosure-report"], true),
      ("云溪县人民政府办公室2024年政府信息公开工作年度报告", ["information-disclosure-report"], true),
      ("《云溪县2024年法治政府建设情况报告》解读", ["interpretation"], false),
      ("一图读懂：云溪县2024年法治政府建设情况报告", ["interpretation"], false),
      ("关于报送2024年法治政府建设年度报告的通知", ["notice"], true),
      ("关于印发《云溪县2024年法治政府建设工作方案》的通知", ["notice", "plan"], true),
      ("云溪县2025年法治政府建设工作要点", ["plan"], true), ("云溪县法治政府建设2025年工作计划", ["plan"], true),
      ("法治政府建设年度报告（模板）", ["template"], false), ("云溪县召开2024年法治政府建设工作推进会", ["news"], true),
      ("云溪县扎实推进法治政府建设", ["news", "other-report", "unknown"], true),
      ("云溪县2024年政府工作报告", ["other-report"], true), ("云溪县2024年度法治宣传教育工作总结", ["other-report", "unknown"], true),
      ("云溪县2024年度行政执法统计年报", ["other-report", "unknown"], true),
      ("云溪县2024年国民经济和社会发展计划执行情况的报告", ["other-report"], true),
    ]
    return titles.map { title, kinds, isOwnText in
      let report = isOwnText ? ownText(title, bases.county) : bases.county.changed { $0.title = title }
      return SampleDocument(
        "\(title) is no annual report", report,
        verdicts: SampleVerdicts.none.with(.titlePresent, .missing, .violated, .partial, .notApplicable),
        facts: SampleFacts(values: [.kind: kinds], roles: nil))
    }
  }

  private static func ownText(_ title: String, _ base: SampleReport) -> SampleReport {
    base.changed {
      $0.title = title
      $0.preamble = ["根据有关规定和年度工作部署，现将有关事项公布如下。"]
      $0.parts = [
        SamplePart("总体情况", paragraphs: [SampleParagraph("2024年，各项工作有序推进，全年主动公开信息6842条，收到申请97件，均按期答复。")]),
        SamplePart("有关事项", paragraphs: [SampleParagraph("各单位要明确责任分工，按时完成各项任务，并于2月10日前报送有关材料。")]),
      ]
    }
  }
}
