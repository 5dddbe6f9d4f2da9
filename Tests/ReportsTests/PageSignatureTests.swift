import Testing

@testable import Reports

@Suite("Signature")
struct PageSignatureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var issuer: String?
    var date: String?
    var parts: String
    var testDescription: String { lines.joined(separator: " / ") }
  }

  @Test(
    "is found behind the report",
    arguments: [
      Case(lines: ["云溪县人民政府", "2025年2月8日"], issuer: "云溪县人民政府", date: "2025-02-08", parts: "ss"),
      Case(
        lines: ["                云溪县人民政府", "", "                2025年2月8日"], issuer: "云溪县人民政府",
        date: "2025-02-08", parts: "ss"),
      Case(lines: ["云溪县人民政府 2025年2月8日"], issuer: "云溪县人民政府", date: "2025-02-08", parts: "s"),
      Case(lines: ["云溪县人民政府（盖章）", "二〇二五年二月八日"], issuer: "云溪县人民政府", date: "2025-02-08", parts: "ss"),
      Case(lines: ["云溪县人民政府", "二○二五年二月二十八日"], issuer: "云溪县人民政府", date: "2025-02-28", parts: "ss"),
      Case(lines: ["云溪县人民政府", "2025.2.8"], issuer: "云溪县人民政府", date: "2025-02-08", parts: "ss"),
      Case(lines: ["云溪县人民政府", "2025-02-08"], issuer: "云溪县人民政府", date: "2025-02-08", parts: "ss"),
      Case(lines: ["2025年2月8日", "云溪县人民政府"], issuer: "云溪县人民政府", date: "2025-02-08", parts: "ss"),
      Case(lines: ["2025年2月8日"], issuer: nil, date: "2025-02-08", parts: "s"),
      Case(lines: ["云溪县人民政府"], issuer: "云溪县人民政府", date: nil, parts: "s"),
      Case(lines: ["（一）开展专项整治2次。", "2025年2月8日"], issuer: nil, date: "2025-02-08", parts: "bs"),
      Case(
        lines: ["中共云溪县委", "云溪县人民政府", "2025年2月8日"], issuer: "中共云溪县委\n云溪县人民政府", date: "2025-02-08",
        parts: "sss"),
      Case(
        lines: ["中共云溪县委 云溪县人民政府", "2025年2月8日", "（此件公开发布）"], issuer: "中共云溪县委云溪县人民政府",
        date: "2025-02-08", parts: "ssx"),
      Case(
        lines: ["特此报告。", "云溪县人民政府", "2025年2月8日"], issuer: "云溪县人民政府", date: "2025-02-08", parts: "bss"),
      Case(
        lines: ["云溪县人民政府", "2025年2月8日", "附件：云溪县2024年执法数据表", "行政处罚 12件", "以上数据由各单位填报。"],
        issuer: "云溪县人民政府", date: "2025-02-08", parts: "ssxxx"),
      Case(
        lines: ["附件：1.云溪县2024年执法数据表", "2.典型案例", "云溪县人民政府", "2025年2月8日"], issuer: "云溪县人民政府",
        date: "2025-02-08", parts: "xxss"),
      Case(
        lines: [
          "云溪县人民政府", "2025年2月8日", "上一篇：云溪县2023年法治政府建设情况报告", "下一篇：没有了", "【打印本页】【关闭窗口】",
          "版权所有：云溪县人民政府 ICP备12345678号", "主办单位：云溪县人民政府办公室",
        ], issuer: "云溪县人民政府", date: "2025-02-08", parts: "ssfffff"),
      Case(
        lines: ["云溪县人民政府", "2025年2月8日", "责任编辑：张三"], issuer: "云溪县人民政府", date: "2025-02-08", parts: "ssm"),
      Case(
        lines: ["云溪县人民政府", "2025年2月8日", "建议使用1024*768分辨率浏览本网站。", "网站地图 | 联系我们"],
        issuer: "云溪县人民政府", date: "2025-02-08", parts: "ssff"),
      Case(lines: ["我们将于2025年6月30日前完成。"], issuer: nil, date: nil, parts: "b"),
      Case(lines: ["各项任务由云溪县人民政府于2025年2月8日印发。"], issuer: nil, date: nil, parts: "b"),
      Case(lines: ["上一篇：云溪县2023年法治政府建设情况报告", "2025年2月8日"], issuer: nil, date: nil, parts: "ff"),
      Case(lines: ["云溪县人民政府", "2025年2月30日"], issuer: "云溪县人民政府", date: nil, parts: "ss"),
      Case(lines: [], issuer: nil, date: nil, parts: ""),
    ])
  func signature(of sample: Case) {
    let page = PageSample((["云溪县2024年法治政府建设情况报告", body] + sample.lines).joined(separator: "\n"))
    #expect(page[page.reading.signature?.issuer] == sample.issuer)
    #expect(page.reading.signature?.date?.date.description == sample.date)
    #expect(page.parts == "tbbbbbbb" + sample.parts)
    #expect(page.reading.dates.contains { $0.kind == .signature } == (sample.date != nil))
  }

  @Test("may stand under the title")
  func underTitle() {
    let page = PageSample("云溪县2024年法治政府建设情况报告\n云溪县人民政府\n（2025年2月8日）\n\(body)")
    #expect(page[page.reading.signature?.issuer] == "云溪县人民政府")
    #expect(page.reading.signature?.date?.date.description == "2025-02-08")
    #expect(page.parts == "tmmbbbbbbb")
  }

  @Test("of a long attachment's report stands above the attachment")
  func longAttachment() {
    let rows = String(repeating: "云溪县青禾镇全年共办理各类行政执法案件若干件，群众满意度较高，执法人员培训全部完成，考核合格。\n", count: 900)
    let page = PageSample("云溪县2024年法治政府建设情况报告\n\(body)\n云溪县人民政府\n2025年2月8日\n附件\n\(rows)")
    #expect(page.reading.signature?.date?.date.description == "2025-02-08")
    #expect(page.parts.hasPrefix("tbbbbbbbssxx"))
    #expect(page.parts.count == 911)
    #expect(page.reading.bodyBlocks == 1..<8)
  }
}
