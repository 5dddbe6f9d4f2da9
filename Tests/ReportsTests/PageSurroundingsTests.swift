import Testing

@testable import Reports

@Suite("What surrounds a report on its page")
struct PageSurroundingsTests {
  private static let report = """
    云溪县人民政府2024年法治政府建设情况报告
    来源:云溪县司法局 发布日期:2025-02-14
    现将有关情况报告如下。
    一、主要举措和成效
    开展培训3次。
    """

  @Test(
    "says in which column it is filed",
    arguments: [
      ("当前位置: 首页 > 政务公开 > 公示公告", "政务公开>公示公告"),
      ("您现在的位置：首页»政府信息公开»法治政府建设年度报告", "政府信息公开»法治政府建设年度报告"),
      ("当前位置：首页 > 公示公告 > 云溪县人民政府2024年法治政府建设情况报告", "公示公告"),
      ("网站首页 | 政务公开 | 互动交流", nil),
    ] as [(String, String?)])
  func column(trail: String, expected: String?) {
    let page = PageSample(trail + "\n" + Self.report)
    #expect(page[page.reading.column] == expected)
  }

  @Test("takes the field that names the column for it") func field() {
    let page = PageSample("当前位置: 首页 > 动态\n所属栏目:工作报告 发布日期:2025-02-14\n" + Self.report)
    #expect(page[page.reading.column] == "工作报告")
  }

  @Test("is clean without words of the page, and counts those that came along")
  func residue() {
    #expect(PageSample(Self.report).reading.residue.isEmpty)
    let page = PageSample(
      """
      当前位置: 首页 > 公示公告
      云溪县人民政府2024年法治政府建设情况报告
      来源:云溪发布微信公众号 发布日期:2025-02-14 浏览次数:12
      现将有关情况报告如下。
      一、主要举措和成效
      推行网站首页改版,打印材料3份,分享经验2次。
      【打印本页】 【关闭窗口】
      """)
    #expect(page.reading.residue.map { page[$0] } == ["当前位置:首页>公示公告", "浏览次数", "【打印本页】【关闭窗口】"])
  }

  @Test("repeats a catalogue table for telephones") func repeats() {
    let page = PageSample("索引号：11350000A/2025-00012 主题分类：综合政务\n索引号：11350000A/2025-00012\n" + Self.report)
    #expect(page.reading.metadata.map(\.repeats) == [1, 0, 0, 0])
  }

  @Test(
    "counts days and weekdays between dates",
    arguments: [
      ("2025-02-07", "2025-02-10", 3, 1), ("2025-02-10", "2025-02-10", 0, 0), ("2024-02-28", "2024-03-01", 2, 2),
      ("2024-12-31", "2025-01-06", 6, 4), ("2025-01-04", "2025-01-05", 1, 0), ("1999-12-31", "2025-01-01", 9133, 6523),
    ])
  func days(from: String, to: String, days: Int, weekdays: Int) throws {
    func date(_ text: String) throws -> CalendarDate {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
    }
    #expect(try date(from).days(to: date(to)) == days)
    #expect(try date(from).weekdays(to: date(to)) == weekdays)
  }
}
