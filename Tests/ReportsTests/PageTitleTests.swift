import Testing

@testable import Reports

@Suite("Title")
struct PageTitleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var title: String?
    var issuer: String?
    var year: Int? = 2024
    var kind = DocumentKind.annualReport
    var endsAsReport = true
    var testDescription: String { line }
  }

  @Test(
    "is read from one line",
    arguments: [
      Case(line: "云溪县人民政府关于2024年法治政府建设情况的报告", issuer: "云溪县人民政府"),
      Case(line: "云溪县人民政府关于2024年度法治政府建设情况的报告", issuer: "云溪县人民政府"),
      Case(line: "临江市云溪区2024年法治政府建设情况报告", issuer: "临江市云溪区"),
      Case(line: "云溪县2024年度法治政府建设情况报告", issuer: "云溪县"),
      Case(line: "青禾镇2024年法治政府建设年度报告", issuer: "青禾镇"),
      Case(line: "云溪县2024年度法治政府建设报告", issuer: "云溪县"),
      Case(line: "临江市人民政府2024年法治政府建设工作总结的报告", issuer: "临江市人民政府"),
      Case(line: "云溪县2024年法治政府建设工作的报告", issuer: "云溪县"),
      Case(line: "关于2024年度法治政府建设情况的报告", issuer: nil),
      Case(line: "关于云溪县2024年法治政府建设情况的报告", issuer: "云溪县"),
      Case(line: "2024年云溪县法治政府建设年度报告", issuer: "云溪县"),
      Case(line: "关于2024年度云溪县法治政府建设情况的报告", issuer: "云溪县"),
      Case(line: "中共云溪县委 云溪县人民政府关于2024年法治政府建设情况的报告", issuer: "中共云溪县委云溪县人民政府"),
      Case(line: "云溪县人民政府二〇二四年法治政府建设情况报告", issuer: "云溪县人民政府"),
      Case(line: "云溪县司法局2024法治政府建设年度报告", issuer: "云溪县司法局"),
      Case(line: "全县2024年法治政府建设情况报告", issuer: nil),
      Case(line: "云溪县２０２４年法治政府建设情况报告（征求意见稿）", issuer: "云溪县"),
      Case(line: "云溪县关于2024年法治政府建设情况和2025年工作安排的报告", issuer: "云溪县"),
      Case(line: "政务服务管理局2024年度法治政府建设情况报告", issuer: "政务服务管理局"),
      Case(line: "云溪县法治政府建设年度报告", issuer: "云溪县", year: nil),
      Case(line: "云溪县2024年法治政府建设工作总结", issuer: "云溪县", endsAsReport: false),
      Case(line: "云溪县2024年度法治政府建设情况", issuer: "云溪县", endsAsReport: false),
      Case(
        line: "云溪县2024年政府信息公开工作年度报告", issuer: "云溪县", kind: .informationDisclosureReport),
      Case(line: "云溪县人民政府2024年工作报告", issuer: "云溪县人民政府", kind: .otherReport),
      Case(
        line: "一图读懂：云溪县2024年法治政府建设情况报告", issuer: "云溪县", kind: .interpretation),
      Case(
        line: "关于印发《云溪县2024年法治政府建设情况报告》的通知", issuer: "云溪县", year: nil, kind: .notice,
        endsAsReport: false),
      Case(
        line: "云溪县2024年法治政府建设工作要点", issuer: "云溪县", kind: .plan, endsAsReport: false),
      Case(
        line: "云溪县召开2024年法治政府建设推进会", issuer: "云溪县", kind: .news, endsAsReport: false),
      Case(line: "2024年法治政府建设年度报告范文", issuer: nil, kind: .template, endsAsReport: false),
      Case(
        line: "云溪县贯彻落实《法治政府建设实施纲要（2021—2025年）》情况的报告", issuer: "云溪县", year: nil),
    ])
  func line(of sample: Case) {
    let page = PageSample(sample.line + "\n\n" + body)
    let title = page.reading.title
    #expect(page.parts == "tbbbbbbb")
    #expect(page[title?.issuer] == sample.issuer)
    #expect(title?.year?.value == sample.year)
    #expect(page.reading.kind == sample.kind)
    #expect(title?.endsAsReport == sample.endsAsReport)
    #expect(page.reading.kindEvidence == title?.range)
  }

  struct Page: Sendable, CustomTestStringConvertible {
    var name: String
    var lines: [String]
    var title: String?
    var parts: String
    var testDescription: String { name }
  }

  @Test(
    "is found wherever it stands",
    arguments: [
      Page(
        name: "over two lines", lines: ["中共云溪县委　云溪县人民政府", "关于2024年度法治政府建设情况的报告"],
        title: "中共云溪县委云溪县人民政府\n关于2024年度法治政府建设情况的报告", parts: "tt"),
      Page(
        name: "over four lines", lines: ["中共云溪县委", "云溪县人民政府", "关于2024年度法治政府", "建设情况的报告"],
        title: "中共云溪县委\n云溪县人民政府\n关于2024年度法治政府\n建设情况的报告", parts: "tttt"),
      Page(
        name: "with its year in brackets below", lines: ["云溪县法治政府建设报告", "（2024年度）"],
        title: "云溪县法治政府建设报告\n(2024年度)", parts: "tt"),
      Page(
        name: "behind a tag", lines: ["【年度报告】云溪县2024年法治政府建设情况报告"], title: "云溪县2024年法治政府建设情况报告",
        parts: "t"),
      Page(
        name: "behind a square tag", lines: ["[图文]云溪县2024年法治政府建设情况报告"],
        title: "云溪县2024年法治政府建设情况报告", parts: "t"),
      Page(
        name: "before a site's name", lines: ["云溪县2024年法治政府建设情况报告_云溪县人民政府门户网站"],
        title: "云溪县2024年法治政府建设情况报告", parts: "t"),
      Page(
        name: "before a dash and a column", lines: ["云溪县2024年法治政府建设情况报告 - 政府信息公开"],
        title: "云溪县2024年法治政府建设情况报告", parts: "t"),
      Page(
        name: "twice around the source line",
        lines: [
          "云溪县2024年法治政府建设情况报告", "发布时间：2025-01-26 来源：云溪县司法局", "云溪县2024年法治政府建设情况报告",
        ], title: "云溪县2024年法治政府建设情况报告", parts: "tmt"),
      Page(
        name: "below the navigation and a column's name",
        lines: [
          "云溪县人民政府", "首页", "政务公开", "政务服务", "法治政府建设", "法治政府建设年度报告",
          "云溪县2024年法治政府建设情况报告", "来源：云溪县司法局",
        ], title: "云溪县2024年法治政府建设情况报告", parts: "fffffftm"),
      Page(
        name: "below metadata",
        lines: ["索 引 号：01135/2025-10067", "成文日期：2025年01月20日", "云溪县2024年法治政府建设情况报告"],
        title: "云溪县2024年法治政府建设情况报告", parts: "mmt"),
      Page(
        name: "only in a breadcrumb", lines: ["当前位置：首页 > 政务公开 > 云溪县2024年法治政府建设情况报告"],
        title: "云溪县2024年法治政府建设情况报告", parts: "f"),
      Page(
        name: "run together with a breadcrumb",
        lines: ["当前位置：首页 > 政务公开 > 法治政府建设年度报告云溪县人民政府2024年法治政府建设情况报告"],
        title: "云溪县人民政府2024年法治政府建设情况报告", parts: "f"),
      Page(
        name: "in a breadcrumb and below it",
        lines: ["当前位置：首页 > 政务公开 > 云溪县2024年法治政府建设…", "云溪县2024年法治政府建设情况报告"],
        title: "云溪县2024年法治政府建设情况报告", parts: "ft"),
      Page(
        name: "only in the catalogue", lines: ["名称：云溪县2024年法治政府建设情况报告", "发布日期：2025-02-14"],
        title: "云溪县2024年法治政府建设情况报告", parts: "mm"),
      Page(name: "nowhere", lines: [], title: nil, parts: ""),
      Page(
        name: "with an addressee below", lines: ["云溪县2024年法治政府建设情况报告", "省委、省政府："],
        title: "云溪县2024年法治政府建设情况报告", parts: "ta"),
      Page(
        name: "behind a notice that publishes it",
        lines: ["根据有关规定，现将2024年度有关情况予以公布。", "云溪县人民政府关于2024年法治政府建设情况的报告"],
        title: "云溪县人民政府关于2024年法治政府建设情况的报告", parts: "ft"),
      Page(
        name: "under a red head", lines: ["云溪县人民政府文件", "云政〔2025〕3号　　签发人：张三", "云溪县人民政府", "关于2024年度法治政府建设情况的报告"],
        title: "云溪县人民政府\n关于2024年度法治政府建设情况的报告", parts: "fmtt"),
      Page(
        name: "above a note on the session", lines: ["云溪县2024年法治政府建设情况报告", "（2025年1月20日在县人大常委会会议上）", "各位代表："],
        title: "云溪县2024年法治政府建设情况报告", parts: "tma"),
      Page(
        name: "above a link to its file", lines: ["云溪县2024年法治政府建设情况报告", "附件：云溪县2024年法治政府建设情况报告.pdf"],
        title: "云溪县2024年法治政府建设情况报告", parts: "tx"),
      Page(
        name: "behind a table of contents",
        lines: ["目录", "一、主要举措和成效", "二、存在的不足", "云溪县2024年法治政府建设情况报告"],
        title: "云溪县2024年法治政府建设情况报告", parts: "ffft"),
      Page(
        name: "on a cover and behind a table of contents",
        lines: ["云溪县2024年法治政府建设情况报告", "目录", "一、主要举措和成效", "二、存在的不足", "云溪县2024年法治政府建设情况报告"],
        title: "云溪县2024年法治政府建设情况报告", parts: "tffft"),
      Page(
        name: "of another matter", lines: ["云溪县营商环境建设的实践与探索", "来源：云溪县司法局"],
        title: "云溪县营商环境建设的实践与探索", parts: "tm"),
    ])
  func place(of page: Page) {
    let sample = PageSample((page.lines + [body]).joined(separator: "\n"))
    #expect(sample[sample.reading.title?.range] == page.title)
    #expect(sample.parts == page.parts + "bbbbbbb")
    #expect(sample.reading.bodyBlocks == page.parts.count..<(page.parts.count + 7))
  }

  @Test("is no sentence and no numbered heading")
  func sentence() {
    #expect(PageSample("云溪县法治政府建设取得新成效。\n\(body)").reading.title == nil)
    #expect(PageSample("一、2024年法治政府建设情况报告\n\(body)").reading.title == nil)
  }

  @Test("marked as a heading is preferred")
  func heading() {
    let sample = PageSample("云溪简报\n云溪县法治工作的回顾\n\(body)", headings: [1: 1])
    #expect(sample[sample.reading.title?.range] == "云溪县法治工作的回顾")
  }

  @Test("missing, the opening tells the kind")
  func untitled() {
    let sample = PageSample(body)
    #expect(sample.reading.kind == .annualReport)
    #expect(sample[sample.reading.kindEvidence] == "现将")
    #expect(PageSample("今天天气很好。").reading.kind == .unknown)
  }
}
