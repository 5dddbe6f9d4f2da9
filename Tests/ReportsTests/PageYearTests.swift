import Testing

@testable import Reports

@Suite("Years and dates")
struct PageYearTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var years: [String]
    var testDescription: String { line }
  }

  @Test(
    "are found with their digits, those quoted or in spans marked",
    arguments: [
      Case(line: "2024年云溪县办理案件。", years: ["2024年"]),
      Case(line: "2024年度工作。", years: ["2024年度"]),
      Case(line: "二〇二四年和２０２３年。", years: ["2024年", "2023年"]),
      Case(line: "2021—2025年规划。", years: ["2021 *", "2025年 *"]),
      Case(line: "2021年至2025年规划。", years: ["2021年 *", "2025年 *"]),
      Case(line: "2021年-2025年规划。", years: ["2021年 *", "2025年 *"]),
      Case(line: "《云溪县2024年工作要点》和2025年安排。", years: ["2024年 *", "2025年"]),
      Case(line: "（20212025年）", years: ["2021 *", "2025年 *"]),
      Case(line: "案件12024年的编号。", years: []),
      Case(line: "1998年和2124年。", years: []),
      Case(line: "截至2024年底。", years: ["2024年"]),
    ])
  func years(of sample: Case) {
    let page = PageSample(sample.line)
    #expect(page.reading.years.map { (page[$0.range] ?? "") + ($0.isQuotedOrSpan ? " *" : "") } == sample.years)
  }

  @Test(
    "of the running text are dates only when day and month are told and exist",
    arguments: [
      ("于2024年3月5日印发。", ["2024-03-05"]), ("于2024年3月印发。", []), ("于2025年2月30日印发。", []),
      ("于二〇二四年十二月二十日印发。", ["2024-12-20"]), ("于2024年3月5日和2024年6月7日印发。", ["2024-03-05", "2024-06-07"]),
    ])
  func mentioned(line: String, expected: [String]) {
    let page = PageSample("云溪县2024年法治政府建设情况报告\n\(line)")
    #expect(page.reading.dates.filter { $0.kind == .mentioned }.map(\.date.description) == expected)
    #expect(page.publication == nil)
  }

  struct YearCase: Sendable, CustomTestStringConvertible {
    var page: String
    var year: Int?
    var source: ReportYear.Source?
    var testDescription: String { String(page.prefix(40)) }
  }

  @Test(
    "tell the year reported on",
    arguments: [
      YearCase(page: "云溪县2024年法治政府建设情况报告\n2023年以来，成效明显。", year: 2024, source: .title),
      YearCase(page: "云溪县法治政府建设年度报告\n2024年，云溪县坚持依法行政。", year: 2024, source: .preamble),
      YearCase(
        page: "云溪县法治政府建设年度报告\n按照2025年1月20日的要求，贯彻《云溪县2023年要点》，现将2024年情况报告如下。", year: 2024,
        source: .preamble),
      YearCase(
        page: "云溪县法治政府建设年度报告\n现将情况报告如下。\n一、2024年主要举措\n成效明显。\n二、2025年工作打算\n继续努力。", year: 2024,
        source: .heading),
      YearCase(
        page: "云溪县法治政府建设年度报告\n发布日期：2025-03-01\n现将情况报告如下。\n一、主要举措\n成效明显。\n二、2025年工作打算\n继续努力。",
        year: 2024, source: .publication),
      YearCase(page: "云溪县法治政府建设年度报告\n现将情况报告如下。", year: nil, source: nil),
    ])
  func reportYear(of sample: YearCase) {
    let page = PageSample(sample.page)
    #expect(page.reading.reportYear?.value == sample.year)
    #expect(page.reading.reportYear?.source == sample.source)
  }

  @Test("give way to a year that was given")
  func given() {
    var given = GivenFacts()
    given.year = 2022
    let year = PageSample("云溪县2024年法治政府建设情况报告", given: given).reading.reportYear
    #expect(year?.value == 2022)
    #expect(year?.source == .given)
    #expect(year?.range == nil)
  }
}
