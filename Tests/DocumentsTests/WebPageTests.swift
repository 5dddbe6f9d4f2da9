import Documents
import Foundation
import SourceText
import Testing

@Suite("Web pages")
struct WebPageTests {
  static let sentences = [
    "2024年，县政府深入学习贯彻习近平法治思想，扎实推进依法行政，各项工作取得新的成效，现将有关情况报告如下。",
    "一、主要举措和成效", "（一）健全制度", "制定行政规范性文件12件，审查合同协议85份，开展执法培训6次，办理行政复议案件40件。",
    "二、存在的不足", "个别单位运用法治思维解决问题的能力还不够强，执法规范化水平有待提升，部分案卷制作较为粗糙。",
  ]
  static let title = "云溪县人民政府2024年法治政府建设年度报告"
  static let source = "来源：云溪县司法局 发布日期：2025-02-21"
  static let expected = [title, source] + sentences + ["云溪县人民政府", "2025年2月17日"]

  private static let body = (sentences + ["云溪县人民政府", "2025年2月17日"])
  private static func wrapped(_ tag: String, _ attributes: String = "") -> String {
    body.map { "<\(tag)\(attributes)>\($0)</\(tag)>" }.joined(separator: "\n")
  }
  private static let menu =
    "<ul>" + ["首页", "政务公开", "办事服务", "互动交流"].map { "<li><a href=\"/\">\($0)</a></li>" }.joined() + "</ul>"
  private static let related =
    "<ul>"
    + (1...5).map { "<li><a href=\"/\($0)\">关于做好第\($0)季度重点工作，进一步提升服务水平的通知。</a><span>2025-03-0\($0)</span></li>" }
    .joined()
    + "</ul>"

  /// Layouts of pages on which the same report stands; each as a person reads it gives `expected`.
  static let layouts: [(name: String, html: String)] = [
    ("plain", "<html><body><h1>\(title)</h1><p>\(source)</p>\(wrapped("p"))</body></html>"),
    ("no body tag", "<!doctype html><title>\(title)</title><h1>\(title)</h1><p>\(source)</p>\(wrapped("p"))"),
    (
      "menu, path and footer by their tags",
      "<body><nav>\(menu)</nav><main><h1>\(title)</h1><div>\(source)</div><div>\(wrapped("p"))</div></main><footer><p>主办单位：办公室，版权所有，未经许可不得转载。</p></footer></body>"
    ),
    (
      "menu without a tag", "<body><div>\(menu)</div><div><h1>\(title)</h1><p>\(source)</p>\(wrapped("p"))</div></body>"
    ),
    (
      "title outside of the text's box",
      "<body><div class=\"wrap\"><div class=\"a\"><h1>\(title)</h1></div><div class=\"b\"><span>\(source)</span></div><div class=\"c\">\(wrapped("p"))</div></div><div>\(related)</div></body>"
    ),
    (
      "lines by breaks",
      "<body><div><h1>\(title)</h1><p>\(source)</p><div>\(body.joined(separator: "<br/>\n<br>&nbsp;&nbsp;&emsp;"))</div></div></body>"
    ),
    (
      "spans within spans",
      "<body><h1><span>\(title)</span></h1><p><span>\(source)</span></p>\(body.map { "<p><span style=\"x\"><span>\($0.prefix(3))</span><font>\($0.dropFirst(3))</font></span></p>" }.joined())</body>"
    ),
    (
      "tables for layout",
      "<body><table><tr><td>\(menu)</td><td><table><tr><td><b>\(title)</b></td></tr><tr><td>\(source)</td></tr><tr><td>\(wrapped("p"))</td></tr></table></td></tr></table></body>"
        .replacing("<body>", with: "<head><title>\(title)</title></head><body>")
    ),
    ("sections", "<body><article><h1>\(title)</h1><p>\(source)</p>\(wrapped("section"))</article></body>"),
    (
      "each paragraph in a box of its own",
      "<body><div><h1>\(title)</h1><p>\(source)</p>\(body.map { "<div><div><p>\($0)</p></div></div>" }.joined())</div><div class=\"x\">\(related)</div></body>"
    ),
    (
      "hidden copies",
      "<body><div style=\"display: none\">\(wrapped("p"))</div><h1>\(title)</h1><p>\(source)</p><div>\(wrapped("p"))</div><div hidden><p>隐藏的内容，不应当读取，也不应当显示。</p></div></body>"
    ),
    (
      "scripts and styles between",
      "<body><style>p { color: red }</style><h1>\(title)</h1><script>if (1 < 2) document.write('<p>脚本，不是正文。</p>')</script><p>\(source)</p>\(wrapped("p"))<noscript><p>请启用脚本，否则无法浏览。</p></noscript></body>"
    ),
    (
      "comments", "<body><!-- <p>注释，不是正文。</p> --><h1>\(title)</h1><p>\(source)</p>\(wrapped("p"))<!-- 完 --></body>"
    ),
    ("tags in capitals", "<BODY><H1>\(title)</H1><P>\(source)</P>\(wrapped("P"))</BODY>"),
    (
      "paragraphs never closed",
      "<body><h1>\(title)</h1><p>\(source)\n\(body.map { "<p>\($0)" }.joined(separator: "\n"))</body>"
    ),
    (
      "a list of other pages beside it",
      "<body><div><div>\(related)</div><div><h1>\(title)</h1><p>\(source)</p>\(wrapped("p"))</div></div></body>"
    ),
    (
      "buttons, forms and a search box",
      "<body><form><input value=\"搜索\"><button>搜索</button><select><option>全部</option></select></form><h1>\(title)</h1><p>\(source)</p>\(wrapped("p"))<div class=\"share\">分享到：<a>微信</a></div></body>"
    ),
    (
      "title told by a meta tag",
      "<head><meta name=\"articletitle\" content=\"\(title)\"></head><body><div>\(menu)</div><div><div class=\"t\">\(title)</div><div>\(source)</div></div><div><div>\(wrapped("p"))</div></div></body>"
        .replacing("</div></div><div><div>", with: "</div><div>").replacing(
          "</div></div></body>", with: "</div></div></body>")
    ),
    (
      "the whole page in one form",
      "<body><form><div>\(menu)</div><div><h2>\(title)</h2><div>\(source)</div><div>\(wrapped("p"))</div></div></form></body>"
    ),
    (
      "indented by ideographic spaces",
      "<body><h1>\(title)</h1><p>\(source)</p>\(body.map { "<p>\u{3000}\u{3000}\($0)\u{3000}</p>" }.joined(separator: "\r\n"))</body>"
    ),
    (
      "an aside and links to the next page",
      "<body><aside><p>本栏目介绍，仅供参考，以正式文本为准。</p></aside><div><h1>\(title)</h1><p>\(source)</p>\(wrapped("p"))<div><a>上一篇：通知</a> <a>下一篇：公告</a></div></div></body>"
    ),
    (
      "brackets, quotes and comments where one does not expect them",
      "<!DOCTYPE html PUBLIC \"-//a>b\"><body><!--><!-- <script> it's \"--!><h1 title=\"1 > 0\" onclick='say(\"</h1>\")' hidden2=x>\(title)</h1><p data-a=\"x=1&amp;y='2'\" title='\"'>\(source)</p><?a b=\"?>\(wrapped("p", " style=\"font: '仿宋'; display: block\" lang=zh title = \"段落 <正文>\""))</a x=\"><!-- -- > <p>注释，不是正文。</p> ---></body>"
    ),
    (
      "scripts that write tags, and what only looks like one",
      "<body><script type=\"a>b\">document.write('<b>甲，乙。</b></p></style><p>丙，丁。');</script><h1 data-x=\"<script>\">\(title)</h1><p title='<style>'>\(source)</p>\(wrapped("p"))<scripts></scripts><style/><SCRIPT>/* <!-- */ x</Script ></body>"
    ),
  ]

  @Test("the report is read as a person reads it, whatever stands around it", arguments: layouts.indices)
  func readLayout(_ index: Int) throws {
    let layout = Self.layouts[index]
    let document = try decodeDocument(Array(layout.html.utf8), name: "a.html")
    #expect(document.blocks.map { document.text.string($0.range) } == Self.expected, "\(layout.name)")
  }

  /// Pages as sites build them, in `Pages`, each with what a person reads on it.
  static let pages: [URL] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Pages")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }
  }()

  @Test("a page of a site is read as a person reads it", arguments: pages)
  func readPage(_ page: URL) throws {
    func plain(_ line: some StringProtocol) -> String {
      line.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
    }
    let text = try String(contentsOf: page.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
    let document = try decodeDocument(Array(try Data(contentsOf: page)), name: page.lastPathComponent)
    let read = document.blocks.map { plain(document.text.string($0.range)) }
    #expect(read == text.split(separator: "\n").map(plain))
  }

  @Test("there are at least twenty of them")
  func enoughPages() {
    #expect(Self.pages.count >= 20)
  }

  @Test(
    "the trail is told by its build, whatever signs part its steps",
    arguments: [
      ("<div>当前位置：<a>首页</a>&nbsp;&gt;&nbsp;<a>公开</a>&gt;年报</div>", "当前位置：首页 > 公开 > 年报"),
      ("<p>位置 <a>首页</a> >> <a>公开</a> >> <a>年报</a></p>", "位置 首页 > 公开 > 年报"),
      ("<div><a>首页</a> » <a>公开</a></div>", "首页 > 公开"), ("<div><a>首页</a>＞<a>公开</a></div>", "首页 > 公开"),
      ("<div><a>首页</a>&rarr;<span>公开</span></div>", "首页 > 公开"),
      ("<ol class=\"breadcrumb\"><li><a>首页</a></li><li><a>公开</a></li><li>年报</li></ol>", "首页 > 公开 > 年报"),
      ("<nav class=\"Crumbs\"><a>首页</a> / <a>公开</a></nav>", "首页 > 公开"),
      ("<div>简体 / <a>繁体</a> / <a>English</a></div>", nil), ("<div><a>更多 ></a></div>", nil),
      ("<div style=\"display:none\"><a>首页</a> > <a>公开</a></div>", nil), ("<p>首页 > 公开</p>", nil),
    ] as [(String, String?)])
  func trail(_ html: String, _ expected: String?) throws {
    let page = "<body>\(html)<div><h1>\(Self.title)</h1><p>\(Self.source)</p>\(Self.wrapped("p"))</div></body>"
    let document = try decodeDocument(Array(page.utf8), name: "a.html")
    let trail = document.metadata(named: "breadcrumb")
    #expect(trail?.value == expected)
    if let trail {
      #expect(document.text.string(trail.range) == trail.value)
      let start = document.positions(of: trail.range).start
      #expect(Array(page.unicodeScalars)[(start.column - 1)...].starts(with: trail.value.unicodeScalars.prefix(1)))
    }
  }

  @Test("the number of a list's item is shown as a browser shows it, and is told as generated")
  func numberedItems() throws {
    let html = """
      <html><body><ol><li>甲</li><li value="5"><p>乙</p><ul><li>丙</li></ul></li><li><b>丁</b></li></ol>
      <ol type="I" start="9"><li>戊</li><li>2. 己</li></ol><ol style="list-style: none"><li>庚</li></ol></body></html>
      """
    let document = try decodeDocument(Array(html.utf8), name: "a.html")
    #expect(
      Shown(document).blocks.map { $0.replacing("⏎", with: "") } == [
        "1.甲", "5.乙", "- 丙", "!6.丁", "IX.戊", "- 2. 己", "- 庚",
      ])
    #expect(document.generated.map(document.text.string) == ["1.", "5.", "6.", "IX."])
    #expect(document.position(of: document.generated[1].start) == Position(line: 1, column: 40))
  }

  @Test("every place leads to the characters in the source", arguments: layouts.indices)
  func places(_ index: Int) throws {
    let html = Self.layouts[index].html
    let lines = html.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let document = try decodeDocument(Array(html.utf8), name: "a.html")
    for block in document.blocks {
      let text = document.text.string(block.range)
      let (start, end) = document.positions(of: block.range)
      let line = Array(lines[start.line - 1].unicodeScalars)
      #expect(String(String.UnicodeScalarView(line[(start.column - 1)...].prefix(2))) == String(text.prefix(2)))
      let last = Array(lines[end.line - 1].unicodeScalars)
      #expect(String(Character(last[end.column - 2])) == String(text.suffix(1)))
    }
  }

  @Test("a reference is one character whose place is all of it")
  func references() throws {
    let html = "<html><body>\n<p>“A&amp;B”&ldquo;甲&#8221;&nbsp;乙&mdash;丙&unknown;丁 & 戊</p></body></html>"
    let document = try decodeDocument(Array(html.utf8), name: "a.html")
    let block = try #require(document.blocks.first)
    let text = document.text.string(block.range)
    #expect(text == "“A&B”“甲”\u{A0}乙—丙&unknown;丁 & 戊")
    for word in ["&", "“甲”", "乙—丙", "戊"] {
      let range = try #require(text.range(of: word))
      let start = block.range.start + text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let (from, to) = document.positions(of: TextRange(start, start + word.utf8.count))
      let line = Array(html.split(separator: "\n")[from.line - 1].unicodeScalars)
      let quoted = String(String.UnicodeScalarView(line[(from.column - 1)..<(to.column - 1)]))
      let expected = ["&": "&amp;", "“甲”": "&ldquo;甲&#8221;", "乙—丙": "乙&mdash;丙", "戊": "戊"][word]
      #expect(quoted == expected)
    }
  }

  @Test("the catalogue stays, row by row, and bold headings are told")
  func catalogue() throws {
    let html = """
      <html><body><div class="nav"><a>首页</a></div>
      <table><tr><td>索引号</td><td>0113-2025</td><td>发布机构</td><td>司法局</td></tr>
      <tr><td>成文日期</td><td>2025-02-17</td><td>发布日期</td><td>2025-02-21</td></tr></table>
      <div><h1>\(Self.title)</h1><p><b>\(Self.sentences[1])</b></p><p>\(Self.sentences[0])</p><p>\(Self.sentences[3])</p></div></body></html>
      """
    let document = try decodeDocument(Array(html.utf8), name: "a.html")
    #expect(
      Shown(document).blocks.map { $0.replacing("⏎", with: "") } == [
        "| 索引号 | 0113-2025 | 发布机构 | 司法局", "| 成文日期 | 2025-02-17 | 发布日期 | 2025-02-21", "# !\(Self.title)",
        "!\(Self.sentences[1])", Self.sentences[0], Self.sentences[3],
      ])
  }

  @Test("meta tags are facts with the place of their tag")
  func meta() throws {
    let html =
      "<html><head>\n<meta name=\"ArticleTitle\" content=\"报告\">\n<META NAME='pubdate' CONTENT='2025-02-21 09:30'/>\n</head><body><p>正文。</p></body></html>"
    let document = try decodeDocument(Array(html.utf8), name: "a.html")
    #expect(document.metadata(named: "PubDate")?.value == "2025-02-21 09:30")
    #expect(document.metadata(named: "articletitle")?.value == "报告")
    #expect(
      document.metadata.map { document.position(of: $0.range.start) } == [
        Position(line: 2, column: 1), Position(line: 3, column: 1),
      ])
  }

  @Test(
    "the encoding is that of the bytes, whatever the page says", arguments: ["GBK", "GB18030", "UTF-16LE", "UTF-8"],
    ["gb2312", "utf-8"])
  func encodings(_ real: String, _ declared: String) throws {
    let html =
      "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(declared)\"></head><body><h1>\(Self.title)</h1><p>\(Self.sentences[0])</p></body></html>"
    let document = try decodeDocument(encoded(html, as: real), name: "a.htm")
    #expect(document.format == .html)
    #expect(document.blocks.map { document.text.string($0.range) } == [Self.title, Self.sentences[0]])
  }

  @Test("a page without text is none, and one of a few words is still read")
  func little() throws {
    #expect(refusal(Array("<html><body><script>x</script><img src=a></body></html>".utf8), name: "a.html") != nil)
    #expect(try decodeDocument(Array("<html><body><p>正文</p></body></html>".utf8), name: "a.html").blocks.count == 1)
  }

  @Test("whatever bytes come, they are read or refused")
  func damaged() {
    var dice = Dice(11)
    for round in 0..<400 {
      var bytes = Array(Self.layouts[round % Self.layouts.count].html.utf8)
      for _ in 0...dice.roll(6) {
        let at = dice.roll(bytes.count)
        switch dice.roll(3) {
        case 0: bytes.removeSubrange(at..<min(bytes.count, at + dice.roll(40)))
        case 1: bytes.insert(contentsOf: Array("<div><table></p>&#x;&lt<!--]]>\"'".utf8).shuffledPart(&dice), at: at)
        case _: bytes[at] = UInt8(dice.roll(128))
        }
        if bytes.isEmpty { bytes = Array("<html>".utf8) }
      }
      if let document = try? decodeDocument(bytes, name: "a.html") { HostileInputTests.check(document) }
    }
  }

  @Test(
    "time and depth are bounded", .timeLimit(.minutes(1)),
    arguments: [
      "<div>", "<p>", "<b>", "<table><tr><td>", "</div>", "&", "&amp;", "<!--", "<", "<a href=\"", "<br>", "甲<i>",
    ])
  func repetition(_ piece: String) {
    let html = "<html><body>" + String(repeating: piece, count: 200_000 / piece.utf8.count)
    if let document = try? decodeDocument(Array(html.utf8), name: "a.html") { HostileInputTests.check(document) }
  }
}

extension [UInt8] {
  fileprivate func shuffledPart(_ dice: inout Dice) -> [UInt8] {
    let start = dice.roll(count)
    return Array(self[start..<Swift.min(count, start + 1 + dice.roll(12))])
  }
}
