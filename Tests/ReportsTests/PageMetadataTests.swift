import Testing

@testable import Reports

@Suite("Metadata")
struct PageMetadataTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var fields: [String]
    var publication: String?
    var parts: String?
    var testDescription: String { lines.joined(separator: " / ") }
  }

  @Test(
    "is read from the line under the title",
    arguments: [
      Case(
        lines: ["时间:2025-01-26 10:48:47来源:云溪区司法局作者:点击:"],
        fields: ["page_date=2025-01-26 10:48:47", "source=云溪区司法局", "author="], publication: "2025-01-26 page"),
      Case(
        lines: ["来源:云溪区司法局\u{2003}发布日期:2025-02-14 16:21浏览次数:"],
        fields: ["source=云溪区司法局", "publication_date=2025-02-14 16:21"], publication: "2025-02-14 publication"),
      Case(
        lines: ["来源：云溪区人民政府办公室 发布时间：2024-03-28 09:18"],
        fields: ["source=云溪区人民政府办公室", "publication_date=2024-03-28 09:18"],
        publication: "2024-03-28 publication"),
      Case(
        lines: ["文章来源:司法局 更新时间:2021/03/29 11:30:01"],
        fields: ["source=司法局", "updated=2021/03/29 11:30:01"], publication: "2021-03-29 updated"),
      Case(
        lines: ["浏览次数: 信息来源: 区司法局发布时间:2025-11-07 16:34"],
        fields: ["source=区司法局", "publication_date=2025-11-07 16:34"], publication: "2025-11-07 publication"),
      Case(
        lines: ["来源:云溪县人民政府法制办 发布日期:2018-04-03 16:13 浏览次数: 字体:【大 中 小】"],
        fields: ["source=云溪县人民政府法制办", "publication_date=2018-04-03 16:13"],
        publication: "2018-04-03 publication"),
      Case(
        lines: ["发布日期:2021-09-02 10:17 作者:张三 来源:司法部 阅读: 字体【"],
        fields: ["publication_date=2021-09-02 10:17", "author=张三", "source=司法部"],
        publication: "2021-09-02 publication"),
      Case(
        lines: ["发布时间:2023-05-19 信息来源:临江市司法局 浏览次数:1472"],
        fields: ["publication_date=2023-05-19", "source=临江市司法局"], publication: "2023-05-19 publication"),
      Case(
        lines: ["来源: 网站 2021-09-24 16:37"], fields: ["source=网站"], publication: "2021-09-24 page"),
      Case(lines: ["2025-01-26 10:48 来源：云溪县司法局"], fields: ["source=云溪县司法局"], publication: "2025-01-26 page"),
      Case(
        lines: ["来源 云溪县司法局 发布日期 2025-01-26"],
        fields: ["source=云溪县司法局", "publication_date=2025-01-26"], publication: "2025-01-26 publication"),
      Case(
        lines: ["发布时间：2025年1月26日 信息来源：云溪县司法局 字号：大 中 小 打印本页"],
        fields: ["publication_date=2025年1月26日", "source=云溪县司法局"], publication: "2025-01-26 publication"),
      Case(
        lines: ["发布时间：2025.01.26 【字体：大 中 小】"], fields: ["publication_date=2025.01.26"],
        publication: "2025-01-26 publication"),
      Case(
        lines: ["【发布日期】2025-01-26 【来源】云溪县司法局"],
        fields: ["publication_date=2025-01-26", "source=云溪县司法局"], publication: "2025-01-26 publication"),
      Case(
        lines: ["发布日期：2025-02-30 来源：司法局"], fields: ["publication_date=2025-02-30", "source=司法局"],
        publication: nil),
      Case(
        lines: ["更新时间：2025-03-01 时间：2025-02-20 发布日期：2025-02-14"],
        fields: ["updated=2025-03-01", "page_date=2025-02-20", "publication_date=2025-02-14"],
        publication: "2025-02-14 publication"),
      Case(
        lines: ["来源：云溪发布微信公众号 时间：2025-01-26"], fields: ["source=云溪发布微信公众号", "page_date=2025-01-26"],
        publication: "2025-01-26 page"),
      Case(lines: ["云溪政务 2025-03-02 11:20 东江"], fields: [], publication: "2025-03-02 page"),
      Case(
        lines: ["2025-01-20 来源：云溪县司法局 时间：2025-01-26"], fields: ["source=云溪县司法局", "page_date=2025-01-26"],
        publication: "2025-01-26 page"),
      Case(
        lines: ["来源：", "发布时间：2025-01-26"], fields: ["source=", "publication_date=2025-01-26"],
        publication: "2025-01-26 publication"),
    ])
  func line(of sample: Case) {
    let page = PageSample("云溪县2024年法治政府建设情况报告\n" + sample.lines.joined(separator: "\n") + "\n" + body)
    #expect(page.fields == sample.fields)
    #expect(page.publication == sample.publication)
    #expect(page.parts == "t" + String(repeating: "m", count: sample.lines.count) + "bbbbbbb")
    #expect(page.reading.stage == .published)
  }

  @Test(
    "is read from a catalogue table",
    arguments: [
      Case(
        lines: [
          "[ 索引号 ] | 011500/2025-00019 | [ 发文字号 ] | |", "[ 主题分类 ] | 综合政务 | [ 体裁分类 ] | 其他公文 |",
          "[ 发布机构 ] | 云溪区政府办公室 | [ 发布日期 ] | 2025-02-15 |", "[ 成文日期 ] | 2025-02-10 | [ 有效性 ]",
          "[ 索引号 ] | 011500/2025-00019 |", "[ 发文字号 ] | |", "[ 发布日期 ] | 2025-02-15 |", "[ 有效性 ]",
        ],
        fields: [
          "index_number=011500/2025-00019", "document_number=", "subject_class=综合政务", "genre_class=其他公文",
          "publisher=云溪区政府办公室", "publication_date=2025-02-15", "document_date=2025-02-10", "validity=",
        ], publication: "2025-02-15 publication", parts: "mmmmmmmm"),
      Case(
        lines: [
          "索 引 号：\t011500/2025-00019\t主题分类：\t综合政务", "发布机构：\t云溪县人民政府办公室\t成文日期：\t2025年02月10日",
          "名\u{3000}\u{3000}称：\t云溪县2024年法治政府建设情况报告", "文\u{3000}\u{3000}号：\t云政〔2025〕3号\t发布日期：\t2025年02月15日",
        ],
        fields: [
          "index_number=011500/2025-00019", "subject_class=综合政务", "publisher=云溪县人民政府办公室",
          "document_date=2025年02月10日", "title=云溪县2024年法治政府建设情况报告", "document_number=云政[2025]3号",
          "publication_date=2025年02月15日",
        ], publication: "2025-02-15 publication", parts: "mmmm"),
      Case(
        lines: ["索引号", "011500/2025-00019", "发布机构", "云溪县人民政府", "成文日期", "2025-02-10", "发文字号", "公开日期", "2025-02-15"],
        fields: [
          "index_number=011500/2025-00019", "publisher=云溪县人民政府", "document_date=2025-02-10", "document_number=",
          "publication_date=2025-02-15",
        ], publication: "2025-02-15 publication", parts: "mmmmmmmmm"),
      Case(
        lines: ["| 索引号 | 011500/2025-00019 |", "| --- | --- |", "| 公开日期 | 2025-02-15 |", "| 文号 | |"],
        fields: ["index_number=011500/2025-00019", "publication_date=2025-02-15", "document_number="],
        publication: "2025-02-15 publication", parts: "mfmm"),
      Case(
        lines: ["---", "title: 云溪县2024年法治政府建设情况报告", "date: 2025-02-15", "source: 云溪县司法局", "---"],
        fields: ["title=云溪县2024年法治政府建设情况报告", "page_date=2025-02-15", "source=云溪县司法局"],
        publication: "2025-02-15 page", parts: "fmmmf"),
      Case(
        lines: ["| 索引号 | 发布机构 | 公开日期 |", "| 011500/2025-00019 | 云溪县人民政府 | 2025-02-15 |"],
        fields: ["index_number=011500/2025-00019", "publisher=云溪县人民政府", "publication_date=2025-02-15"],
        publication: "2025-02-15 publication", parts: "mm"),
      Case(
        lines: ["索引号\t011500/2025-00019\t发布机构\t云溪县人民政府\t发布日期\t2025-02-15"],
        fields: ["index_number=011500/2025-00019", "publisher=云溪县人民政府", "publication_date=2025-02-15"],
        publication: "2025-02-15 publication", parts: "m"),
    ])
  func table(of sample: Case) {
    let page = PageSample(sample.lines.joined(separator: "\n") + "\n云溪县2024年法治政府建设情况报告\n" + body)
    #expect(page.fields == sample.fields)
    #expect(page.publication == sample.publication)
    #expect(page.parts == (sample.parts ?? "") + "tbbbbbbb")
    #expect(page[page.reading.title?.range] == "云溪县2024年法治政府建设情况报告")
  }

  @Test(
    "of the page itself never passes for the report's",
    arguments: [
      Case(lines: ["今天是2025年3月12日 星期三 农历二月十三"], fields: [], publication: nil),
      Case(lines: ["2025年3月12日 星期三"], fields: [], publication: nil),
      Case(lines: ["首页 | 政务公开 | 政务服务 | 互动交流"], fields: [], publication: nil),
      Case(lines: ["当前位置: 首页 > 云溪动态 > 公示公告"], fields: [], publication: nil),
      Case(lines: ["您现在的位置：首页 » 政府信息公开 » 法定主动公开内容"], fields: [], publication: nil),
      Case(lines: ["【字体：大 中 小】 打印本页 关闭窗口"], fields: [], publication: nil),
      Case(lines: ["分享到：微信 微博 QQ空间"], fields: [], publication: nil),
      Case(lines: ["浏览次数：1472"], fields: [], publication: nil),
      Case(
        lines: ["http://www.yunxi.example/art/2025/2/21/art_12_3456.html"], fields: [],
        publication: "2025-02-21 url"),
      Case(
        lines: ["http://www.yunxi.example/202503/t20250328_6583952.html"], fields: [],
        publication: "2025-03-28 url"),
    ])
  func furniture(of sample: Case) {
    let line = sample.lines[0]
    let title = "云溪县2024年法治政府建设情况报告\n"
    for page in [line + "\n" + title + body, title + line + "\n" + body, title + body + "\n" + line] {
      let sample = (expected: sample, page: PageSample(page))
      #expect(sample.page.parts.filter { $0 == "f" }.count == 1, "\(page.prefix(90))")
      #expect(sample.page.parts.filter { $0 == "b" }.count == 7)
      #expect(sample.page.fields == [])
      #expect(sample.page.publication == sample.expected.publication)
      #expect(sample.page[sample.page.reading.title?.range] == "云溪县2024年法治政府建设情况报告")
    }
  }

  @Test("is not made of sentences that speak of the same things")
  func sentences() {
    let sentence = "在政府网站首页开设专栏，发布日期和来源一目了然，浏览次数达到2万次。"
    let page = PageSample("云溪县2024年法治政府建设情况报告\n\(sentence)\n\(body)\n\(sentence)")
    #expect(page.parts == "tbbbbbbbbb")
    #expect(page.fields == [])
    #expect(page.reading.stage == .draft)
  }

  @Test("tells the stage, unless that is given")
  func stage() {
    let draft = "云溪县2024年法治政府建设情况报告\n\(body)"
    #expect(PageSample(draft).reading.stage == .draft)
    #expect(PageSample("云溪县人民政府文件\n云政〔2025〕3号\n\(draft)").reading.stage == .draft)
    #expect(PageSample("\(draft)\n公开方式：主动公开").reading.stage == .draft)
    #expect(PageSample("\(draft)\n云溪县人民政府\n2025年2月8日\n责任编辑：张三").reading.stage == .published)
    var given = GivenFacts()
    given.published = CalendarDate(year: 2025, month: 3, day: 1)
    let published = PageSample(draft, given: given)
    #expect(published.reading.stage == .published)
    #expect(published.reading.publication?.date == given.published)
    #expect(published.reading.publication?.range == nil)
    given.stage = .draft
    #expect(PageSample(draft, given: given).reading.stage == .draft)
  }

  @Test("keeps the catalogue's own date of the document")
  func documentDate() {
    let page = PageSample("成文日期：2025-02-10 发布日期：2025-02-15\n云溪县2024年法治政府建设情况报告\n\(body)")
    #expect(page.reading.documentDate?.date.description == "2025-02-10")
    #expect(page[page.reading.documentDate?.range] == "2025-02-10")
  }
}
