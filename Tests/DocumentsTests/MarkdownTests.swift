import Documents
import SourceText
import Testing

@Suite("Markdown")
struct MarkdownTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var blocks: [String]

    init(_ description: String, _ text: String, _ blocks: [String]) {
      (testDescription, self.text, self.blocks) = (description, text, blocks)
    }
  }

  static let structure = [
    Case("headings", "# 甲\n## 乙 ##\n###\t丙\n#### 丁 #\n\n正文", ["⏎# 甲", "## 乙", "### 丙", "#### 丁", "⏎正文"]),
    Case("headings without the space", "#一、举措\n##（一）细项", ["⏎# 一、举措", "## （一）细项"]),
    Case("what is no heading", "####### 甲\n#abc\n\\# 丙", ["⏎####### 甲", "#abc", "# 丙"]),
    Case("an empty heading", "#\n甲", ["⏎甲"]),
    Case("underlined headings", "标题\n====\n二级\n---\n正文", ["⏎# 标题", "⏎## 二级", "⏎正文"]),
    Case("a rule under a sentence", "正文完。\n---\n附件", ["⏎正文完。", "⏎附件"]),
    Case("rules", "甲。\n\n***\n\n_ _ _\n乙", ["⏎甲。", "⏎乙"]),
    Case("a line a paragraph", "第一段。\n第二段。", ["⏎第一段。", "第二段。"]),
    Case("bullets", "- 甲\n* 乙\n+ 丙\n  - 丁\n- [x] 戊", ["⏎- 甲", "- 乙", "- 丙", "- 丁", "- 戊"]),
    Case("numbers of headings", "1. 总体情况\n2.细项\n（一）分项\n1\\. 转义", ["⏎1. 总体情况", "2.细项", "（一）分项", "1. 转义"]),
    Case("quotations", "> 甲\n>\n> > 乙\n> - 丙", ["⏎甲", "⏎乙", "- 丙"]),
    Case(
      "tables", "前文\n\n| 项目 | 数量 |\n| --- | :-: |\n| 复议 | 12 |\n\n后文",
      ["⏎前文", "⏎| | 项目 | 数量 |", "| | 复议 | 12 |", "⏎后文"]),
    Case("tables without outer bars", "项目 | 数量\n---|---\n复议 | 12\n完。", ["⏎| 项目 | 数量", "| 复议 | 12", "完。"]),
    Case("a bar in running text", "甲 | 乙\n丙", ["⏎甲 | 乙", "丙"]),
    Case(
      "front matter", "---\ntitle: 年度报告\n发布日期: 2025-03-01\n---\n# 报告",
      ["⏎| title: 年度报告", "| 发布日期: 2025-03-01", "⏎# 报告"]),
    Case("front matter keeps its marks", "---\nfile: a_b_c **d**\n---\n正文", ["⏎| file: a_b_c **d**", "⏎正文"]),
    Case("rules that are no front matter", "---\n正文。\n---\n", ["⏎正文。"]),
    Case("front matter without an end", "---\n日期: 今天。\n正文", ["⏎日期: 今天。", "正文"]),
    Case("fenced code", "```text\n# 甲 **乙**\n\n丙\n```\n*丁*", ["⏎# 甲 **乙**", "⏎丙", "⏎丁"]),
    Case("a fence without an end", "~~~\n- 甲\n```\n乙", ["⏎- 甲", "```", "乙"]),
    Case("comments", "<!-- 甲 -->\n乙<!-- 丙 -->丁\n<!--\n戊\n\n己\n-->庚\n辛<!-- 壬\n癸 -->", ["⏎乙丁", "⏎庚", "辛"]),
    Case("a comment without an end", "甲\n<!-- 乙\n丙", ["⏎甲", "<!-- 乙", "丙"]),
    Case("images alone on a line", "甲\n![图](a.png)\n乙", ["⏎甲", "乙"]),
    Case("link definitions", "甲[1]\n\n[1]: https://example.cn\n[附]：说明", ["⏎甲[1]", "⏎[附]：说明"]),
    Case("tags", "<center>标题</center>\n<br/>\n<div align=\"right\">\n落款</div>", ["⏎标题", "落款"]),
    Case("hard breaks", "甲  \n乙\\\n丙", ["⏎甲", "乙", "丙"]),
    Case("indented paragraphs", "    甲\n\u{3000}\u{3000}乙\n&emsp;&emsp;丙", ["⏎甲", "乙", "丙"]),
  ]

  @Test("knows", arguments: structure)
  func knows(_ given: Case) throws {
    #expect(try blocks(of: given.text, name: "report.md") == given.blocks)
  }

  @Test(
    "drops the marks and keeps the words",
    arguments: [
      ("甲**乙**丙*丁*戊", "甲乙丙丁戊"),
      ("**重点：**内容", "重点：内容"),
      ("__甲__ _乙_ ***丙*** ~~丁~~", "甲 乙 丙 丁"),
      ("snake_case_name 与 5~10 件、2~~3", "snake_case_name 与 5~10 件、2~~3"),
      ("3 * 4 * 5 与 **未完", "3 * 4 * 5 与 **未完"),
      ("****甲", "****甲"),
      ("**甲*乙**丙*", "甲*乙丙*"),
      ("`a*b*` 与 ``c`d`` 与 `e", "a*b* 与 c`d 与 `e"),
      ("[办法](http://a.cn/b_(c)_d \"题\")规定", "办法规定"),
      ("[[甲]](b) [乙](见 附件) [丙]（丁）", "[甲] [乙](见 附件) [丙]（丁）"),
      ("前![**图**](a.png)后", "前后"),
      ("[![图](a.png)文](b)", "文"),
      ("\\*甲\\* \\乙 1\\.", "*甲* \\乙 1."),
      ("甲<b>乙</b><br>丙 <https://a.cn> 1<2 <丁>", "甲乙丙 https://a.cn 1<2 <丁>"),
      ("甲&nbsp;乙 &amp; R&D", "甲乙 &amp; R&D"),
      ("**甲[乙**](丙)", "甲乙"),
    ])
  func inline(_ text: String, _ expected: String) throws {
    #expect(try blocks(of: "文" + text, name: "a.md") == ["⏎文" + expected])
  }

  @Test(
    "notes lines that are bold from end to end",
    arguments: [
      ("**一、主要举措**", true), ("__甲__", true), ("***甲***", true), ("*甲*", false), ("**甲**：", false),
      ("**甲** **乙**", false), ("~~甲~~", false), ("\\*\\*甲**", false), ("- **甲**", true),
    ])
  func emphasised(_ text: String, _ expected: Bool) throws {
    let document = try decodeDocument(Array(text.utf8), name: "a.markdown")
    #expect(document.blocks.map(\.isEmphasised) == [expected])
  }

  @Test(
    "goes by the name", arguments: [("a.md", 1), ("x/y.Markdown", 1), ("a.txt", 0), ("-", 0), ("", 0), ("a.md/b", 0)])
  func names(_ name: String, _ headings: Int) throws {
    let document = try decodeDocument(Array("# 甲\n".utf8), name: name)
    #expect(document.format == (headings == 1 ? .markdown : .text))
    #expect(document.blocks.filter { $0.kind == .heading(level: 1) }.count == headings)
  }
}
