import Documents
import SourceText
import Testing

@Suite("Plain text")
struct PlainTextTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var blocks: [String]
  }

  @Test(
    "makes a paragraph of each line",
    arguments: [
      Case(testDescription: "line ends of all kinds", text: "甲\n乙\r\n丙\r丁", blocks: ["⏎甲", "乙", "丙", "丁"]),
      Case(testDescription: "blank lines", text: "\n甲\n\n乙\r\n\r\n丙\n丁\n", blocks: ["⏎甲", "⏎乙", "⏎丙", "丁"]),
      Case(
        testDescription: "lines of ideographic and no-break spaces", text: "甲\n\u{3000}\u{3000}\n乙\n\u{A0}\n丙",
        blocks: ["⏎甲", "⏎乙", "⏎丙"]),
      Case(
        testDescription: "white space at the edges", text: "\u{3000}\u{3000}甲 乙\u{A0} \n\t丙", blocks: ["⏎甲 乙", "丙"]),
      Case(testDescription: "form feeds", text: "甲\n\u{C}乙\u{C}丙\n丁\u{C}\n戊", blocks: ["⏎甲", "乙", "丙", "丁", "戊"]),
      Case(testDescription: "vertical tabs from word processors", text: "甲\u{B}乙", blocks: ["⏎甲", "乙"]),
      Case(testDescription: "a page break alone on a line", text: "甲\n\u{C}\n乙", blocks: ["⏎甲", "⏎乙"]),
      Case(testDescription: "a file without a last line end", text: "甲", blocks: ["⏎甲"]),
      Case(testDescription: "Markdown marks", text: "# 甲\n**乙**", blocks: ["⏎# 甲", "**乙**"]),
    ])
  func lines(_ given: Case) throws {
    #expect(try blocks(of: given.text) == given.blocks)
  }

  @Test("keeps the place of each block")
  func places() throws {
    let document = try decodeDocument(Array("\u{FEFF}标题\n\n\u{3000}\u{3000}正文".utf8), name: "")
    #expect(document.blocks.map(\.range) == [TextRange(0, 6), TextRange(14, 20)])
    #expect(document.text.position(of: 14) == Position(line: 3, column: 3))
  }

  /// Reports with a line a paragraph, of the kinds that a careless unwrapper would join.
  static let unwrapped = [
    "短段落": """
    云溪县2024年度法治政府建设报告
    2024年，云溪县深入推进依法行政，现将有关情况报告如下。
    一、主要举措
    全面清理行政规范性文件，废止12件，修改3件，继续有效88件。
    组织行政执法人员培训，全年举办6期，参训人员共1200人次。
    完善行政复议机制，受理案件45件，办结43件，纠错2件。
    开展普法宣传活动，发放宣传资料2万份，解答群众咨询900次。
    二、存在不足
    基层执法力量仍显薄弱，个别单位程序意识不强，需要改进。
    """,
    "等宽而无标点的清单": """
    工作清单
    完成行政规范性文件清理工作任务
    开展行政执法人员培训考核工作
    推进行政复议体制改革落实工作
    组织法治宣传教育主题活动工作
    落实重大决策合法性审查工作
    健全突发事件应对预案体系工作
    以上工作均已完成。
    """,
    "作者把一句话断成两段": """
    云溪县坚持干部教育培训制度化。将宪法等法律法规纳入

    干部教育培训必修课教学计划，按照教学计划开设专题培训班。

    全面实行权责清单制，完善行政执法权责清单1638项。

    推进政务公开，2024年共发布信息2192条。
    """,
    "标题断成两行": """
    中共云溪县委 云溪县人民政府
    关于2024年法治政府建设情况的报告
    2024年，云溪县认真贯彻落实上级部署。
    一、主要举措
    依法行政水平稳步提升。
    """,
    "网页元数据表": """
    索引号 | 115001110093 | 发文字号 | 云府〔2025〕1号
    主题分类 | 综合政务和其他 | 体裁分类 | 其他公文
    发布机构 | 云溪县政府办公室 | 发布日期 | 2025-02-15
    成文日期 | 2025-02-15 | 有效性 | 有效有效有效
    发布机构 | 云溪县政府办公室 | 发布日期 | 2025-02-16
    云溪县2024年法治政府建设情况报告。
    """,
    "目录": """
    一、党政主要负责人履行职责的情况………1
    二、法治政府建设的主要举措和成效………3
    三、法治政府建设存在的不足和原因………8
    四、下一年度法治政府建设主要安排………9
    """,
  ]

  @Test("never joins a text with a line a paragraph", arguments: unwrapped.keys.sorted())
  func staysApart(_ name: String) throws {
    let text = try #require(Self.unwrapped[name])
    #expect(try blocks(of: text).count == text.split(separator: "\n").count)
    #expect(try blocks(of: text, name: "a.md").count == text.split(separator: "\n").count)
  }

  @Test("joins nothing in the real reports", arguments: ["dazu-2022", "jiyang-2024", "lishan-2024"])
  func realReports(_ name: String) throws {
    guard let bytes = corpusFile(name + ".txt") else { return print("skipped: no ../shared/corpus/\(name).txt") }
    let document = try decodeDocument(bytes, name: name + ".txt")
    #expect(document.dropped.isEmpty)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    #expect(document.blocks.count == lines.count)
  }
}
