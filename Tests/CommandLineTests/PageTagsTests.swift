import Documents
import Reports
import SampleReports
import SourceText
import Testing

/// What a web page states in its tags counts where the page itself does not show it.
@Suite("The tags of a web page")
struct PageTagsTests {
  private func audited(head: String, before: String = "", under: String = "", after: String = "") throws
    -> AuditedSample
  {
    let html = """
      <html><head>\(head)</head><body>\(before)<div><h1>云溪县人民政府2024年法治政府建设年度报告</h1><p>\(under)</p>
      <p>2024年，县政府扎实推进法治政府建设，现将有关情况报告如下。</p><p>一、主要举措和成效</p>
      <p>开展执法培训6次，审查合同协议85份，办理行政复议案件40件。</p><p>云溪县人民政府</p><p>2025年2月17日</p></div>\(after)</body></html>
      """
    return try AuditedSample(bytes: Array(html.utf8), name: "a.html")
  }

  @Test(
    "give the date of publication, in any letter case, unless the page shows one",
    arguments: [
      ("<meta name=\"PubDate\" content=\"2025-02-21 10:26\">", "", "2025-02-21"),
      ("<META NAME=\"pubdate\" CONTENT=\"2025年4月2日\">", "", "2025-04-02"),
      ("<meta name=\"publishdate\" content=\"2025/2/21\">", "", "2025-02-21"),
      ("<meta name=\"PubDate\" content=\"2025-02-21\">", "发布日期：2025-04-02", "2025-04-02"),
      ("<meta name=\"PubDate\" content=\"2025-02-21\">", "2025-04-02 云溪县司法局", "2025-04-02"),
      ("<meta name=\"PubDate\" content=\"2025-02-21\">", "更新时间：2025-04-02", "2025-02-21"),
      ("<meta name=\"PubDate\" content=\"\">", "", nil), ("<meta name=\"PubDate\" content=\"昨天\">", "", nil),
      ("<meta name=\"Keywords\" content=\"2025-02-21\">", "", nil),
    ] as [(String, String, String?)])
  func publication(_ tag: String, _ line: String, _ expected: String?) throws {
    let sample = try audited(head: tag, under: line)
    #expect(sample[.publicationDate] == expected)
    #expect(sample.report.stage == (expected == nil ? .draft : .published))
    // Years in tags are none of the text's.
    #expect(sample.report.years.allSatisfy { $0.range.end <= sample.report.text.end })
  }

  @Test("a date that is only in a tag is judged, and shown where the tag stands")
  func late() throws {
    let sample = try audited(head: "<meta name=\"PubDate\" content=\"2025-05-06 09:00\">")
    #expect(sample.statuses["date.deadline"] == "violated")
    #expect(sample.quotes["date.deadline"]?.contains("2025-05-06") == true)
    let range = try #require(sample.report.publication?.range)
    let place = sample.report.document.position(of: sample.report.text.source(range).start)
    #expect(place.line == 1)
  }

  @Test(
    "give the column, after what the page shows and after its trail",
    arguments: [
      ("<meta name=\"ColumnName\" content=\"法治政府建设年度报告\">", "", "met"),
      ("<meta name=\"columnname\" content=\"公示公告\">", "", "partial"),
      ("<meta name=\"ColumnName\" content=\"公示公告\">", "<div><a>首页</a> > <a>法治政府建设年度报告</a></div>", "met"),
      ("", "<ul class=\"breadcrumb\"><li><a>首页</a></li><li><a>政府信息公开年报</a></li></ul>", "violated"),
      ("<meta name=\"PubDate\" content=\"2025-02-21\">", "", "unverifiable"),
    ])
  func column(_ head: String, _ before: String, _ expected: String) throws {
    let sample = try audited(head: head, before: before, under: "发布日期：2025-02-21 来源：云溪县司法局")
    #expect(sample.statuses["publication.column"] == expected)
  }
}
