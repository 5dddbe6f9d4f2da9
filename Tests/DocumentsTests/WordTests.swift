import Documents
import HostileFiles
import SourceText
import Testing

@Suite("Word files")
struct WordTests {
  private func shown(_ file: WordFile, _ view: RevisionView = .accepted) throws -> [String] {
    Shown(try decodeDocument(file.bytes, name: "a.docx", revisions: view)).blocks
      .map { $0.hasPrefix("⏎") ? String($0.dropFirst()) : $0 }
  }

  @Test("headings are what a style, its base, its name or the paragraph itself says, and bold lines are told")
  func headings() throws {
    var file = WordFile(
      paragraph("一级", "<w:pStyle w:val=\"1\"/>") + paragraph("二级", "<w:pStyle w:val=\"derived\"/>")
        + paragraph("三级", "<w:outlineLvl w:val=\"2\"/>") + paragraph("四级", "<w:pStyle w:val=\"wps\"/>")
        + paragraph("粗体", run: "<w:b/>") + paragraph("不粗", run: "<w:b w:val=\"0\"/>")
        + paragraph("样式粗体", "<w:pStyle w:val=\"strong\"/>")
        + paragraph("正文", "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>"))
    file.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"base\"><w:name w:val=\"x\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"derived\"><w:name w:val=\"y\"/><w:basedOn w:val=\"base\"/></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"wps\"><w:name w:val=\"标题 4\"/></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"strong\"><w:name w:val=\"z\"/><w:rPr><w:b/></w:rPr></w:style>"
    #expect(try shown(file) == ["# 一级", "## 二级", "### 三级", "#### 四级", "!粗体", "不粗", "!样式粗体", "正文"])
  }

  @Test(
    "numbers look as on the page",
    arguments: [
      ("decimal", [1, 10, 21], ["1", "10", "21"]), ("decimalZero", [3, 12], ["03", "12"]),
      ("decimalFullWidth", [12], ["１２"]),
      ("chineseCountingThousand", [1, 10, 11, 20, 101, 110, 1001], ["一", "十", "十一", "二十", "一百零一", "一百一十", "一千零一"]),
      ("taiwaneseCountingThousand", [2, 15], ["二", "十五"]), ("chineseCounting", [12, 99], ["十二", "九十九"]),
      ("japaneseCounting", [25], ["二十五"]),
      ("ideographDigital", [1, 10, 102], ["一", "一〇", "一〇二"]), ("ideographTraditional", [1, 10], ["甲", "癸"]),
      ("ideographZodiac", [1, 12], ["子", "亥"]), ("chineseLegalSimplified", [1, 12], ["壹", "壹拾贰"]),
      ("decimalEnclosedCircle", [1, 20, 21, 50, 51], ["①", "⑳", "㉑", "㊿", "51"]),
      ("decimalEnclosedParen", [3], ["⑶"]), ("decimalEnclosedFullstop", [4], ["⒋"]),
      ("ideographEnclosedCircle", [2], ["㊁"]),
      ("upperRoman", [4, 9, 40], ["IV", "IX", "XL"]), ("lowerRoman", [8], ["viii"]),
      ("upperLetter", [1, 26, 27], ["A", "Z", "AA"]), ("lowerLetter", [3], ["c"]),
    ])
  func formats(_ format: String, _ numbers: [Int], _ expected: [String]) throws {
    for (number, text) in zip(numbers, expected) {
      var file = WordFile(paragraph("文", numbered(1)))
      file.numbering = list(
        1, level(0, format, "%1、").replacing("<w:start w:val=\"1\"/>", with: "<w:start w:val=\"\(number)\"/>"))
      let document = try decodeDocument(file.bytes, name: "a.docx")
      #expect(Shown(document).blocks == ["⏎\(text)、文"])
      #expect(document.generated.map(document.text.string) == ["\(text)、"])
    }
  }

  @Test("levels count under each other, start anew, and show the numbers above them")
  func levels() throws {
    var file = WordFile(
      paragraph("甲", numbered(1)) + paragraph("乙", numbered(1, 1)) + paragraph("丙", numbered(1, 1))
        + paragraph("丁", numbered(1, 2)) + paragraph("戊", numbered(1)) + paragraph("己", numbered(1, 1))
        + paragraph("庚", numbered(1, 2)) + paragraph("辛", numbered(2)) + paragraph("壬", numbered(1)))
    file.numbering = list(
      1,
      level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCountingThousand", "（%2）")
        + level(2, "decimal", "%1.%2.%3 ", "<w:isLgl/>"))
    file.numbering +=
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/>"
      + "</w:lvlOverride></w:num>"
    #expect(
      try shown(file) == ["一、甲", "（一）乙", "（二）丙", "1.2.1 丁", "二、戊", "（一）己", "2.1.1 庚", "七、辛", "八、壬"])
  }

  @Test("a level that never starts anew goes on counting")
  func noRestart() throws {
    var file = WordFile(
      paragraph("甲", numbered(1)) + paragraph("乙", numbered(1, 1)) + paragraph("丙", numbered(1))
        + paragraph("丁", numbered(1, 1)))
    file.numbering = list(
      1, level(0, "decimal", "%1.") + level(1, "decimal", "（%2）", "<w:lvlRestart w:val=\"0\"/>"))
    #expect(try shown(file) == ["1.甲", "（1）乙", "2.丙", "（2）丁"])
  }

  @Test("a style's numbering counts, the paragraph's own wins, and number 0 means none; typed numbers stay beside it")
  func styleNumbering() throws {
    var file = WordFile(
      paragraph("甲", "<w:pStyle w:val=\"s\"/>") + paragraph("乙", "<w:pStyle w:val=\"s\"/>" + numbered(2))
        + paragraph("丙", "<w:pStyle w:val=\"s\"/>" + numbered(0)) + paragraph("丁", "<w:pStyle w:val=\"t\"/>")
        + paragraph("一、戊", "<w:pStyle w:val=\"s\"/>"))
    file.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"s\"><w:name w:val=\"s\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"t\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    file.numbering =
      list(
        1,
        level(0, "chineseCountingThousand", "%1、", "<w:pStyle w:val=\"s\"/>")
          + level(1, "chineseCountingThousand", "（%2）", "<w:pStyle w:val=\"t\"/>"))
      + list(2, level(0, "decimal", "%1."))
    #expect(try shown(file) == ["一、甲", "1.乙", "丙", "（一）丁", "二、一、戊"])
  }

  @Test("a format of WPS's own is taken from the choice that is understood, else from the fallback")
  func chosenFormat() throws {
    for (custom, expected) in [("001, 002, 003, ...", "001、甲"), ("？, ？？", "1、甲")] {
      var file = WordFile(paragraph("甲", numbered(1)))
      file.numbering = list(
        1,
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" "
          + "w:format=\"\(custom)\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent>"
          + "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl>")
      #expect(try shown(file) == [expected])
    }
  }

  @Test("bullets make list items")
  func bullets() throws {
    var file = WordFile(paragraph("甲", numbered(1)))
    file.numbering = list(1, level(0, "bullet", "\u{F06C}"))
    #expect(try shown(file) == ["- 甲"])
  }

  static let changed =
    "<w:p><w:r><w:t>办理</w:t></w:r><w:del w:id=\"1\" w:author=\"甲\"><w:r><w:delText>12</w:delText></w:r></w:del>"
    + "<w:ins w:id=\"2\" w:author=\"乙\"><w:r><w:t>15</w:t></w:r></w:ins><w:r><w:t>件。</w:t></w:r></w:p>"
    + "<w:p><w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"甲\"/></w:rPr></w:pPr><w:r><w:t>前半，</w:t></w:r></w:p>"
    + paragraph("后半。")
    + "<w:p><w:pPr><w:rPr><w:ins w:id=\"4\" w:author=\"乙\"/></w:rPr></w:pPr><w:ins w:id=\"5\" w:author=\"乙\"><w:r><w:t>新段。</w:t></w:r></w:ins></w:p>"
    + "<w:p><w:moveFrom w:id=\"6\" w:author=\"甲\"><w:r><w:t>移走。</w:t></w:r></w:moveFrom><w:r><w:t>留下。</w:t></w:r></w:p>"
    + "<w:p><w:moveTo w:id=\"7\" w:author=\"甲\"><w:r><w:t>移来。</w:t></w:r></w:moveTo></w:p>"
    + "<w:p><w:pPr><w:pPrChange w:id=\"8\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>末段。</w:t></w:r></w:p>"

  @Test("tracked changes are read as accepted or as before, and noted")
  func revisions() throws {
    let file = WordFile(Self.changed)
    #expect(try shown(file) == ["办理15件。", "前半，后半。", "新段。", "留下。", "移来。", "末段。"])
    #expect(try shown(file, .original) == ["办理12件。", "前半，", "后半。", "移走。留下。", "末段。"])
    let document = try decodeDocument(file.bytes, name: "a.docx")
    let notes = document.notes.map { "\($0.kind) \($0.author ?? "") \($0.text.zh) “\(document.text.string($0.range))”" }
    #expect(
      notes == [
        "deletion 甲 12 “”", "insertion 乙 15 “15”", "insertion 乙 新段。 “新段。”", "move 甲 移走。 “”", "move 甲 移来。 “移来。”",
      ])
  }

  @Test("a character that is given by its number is one, but a picture of a font of signs is none")
  func signs() throws {
    func sign(_ code: String) -> String { "<w:r><w:sym w:font=\"x\" w:char=\"\(code)\"/></w:r>" }
    let file = WordFile(
      "<w:p>" + sign("2462") + "<w:r><w:t>合格</w:t></w:r>" + sign("F0FC") + sign("6CD5") + sign("zz") + "</w:p>")
    #expect(try shown(file) == ["③合格法"])
  }

  @Test("a text box stands behind its paragraph once, whatever stands in for it; content controls are seen through")
  func containers() throws {
    let box = "<w:txbxContent>\(paragraph("框内"))</w:txbxContent>"
    let file = WordFile(
      "<w:p><w:r><w:t>段前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\(box)</wps:txbx></w:drawing>"
        + "</mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + "<w:r><w:t>段后</w:t></w:r></w:p><w:sdt><w:sdtContent>\(paragraph("控件"))</w:sdtContent></w:sdt>"
        + "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>换行</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>"
    )
    #expect(try shown(file) == ["段前段后", "框内", "控件", "链接", "换行", "7"])
  }

  @Test("a table row is a line of cells, and a table for layout is its paragraphs")
  func tables() throws {
    func row(_ cells: [String]) -> String { "<w:tr>" + cells.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>" }
    let file = WordFile(
      "<w:tbl>" + row([paragraph("项目"), paragraph("数量")]) + row([paragraph("复议") + paragraph("案件"), paragraph("12件")])
        + "</w:tbl><w:tbl>" + row([paragraph("第一段") + paragraph("第二段"), "<w:p/>"]) + "</w:tbl>"
        + "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>\(paragraph("删去的行"))</w:tc></w:tr></w:tbl>")
    #expect(try shown(file) == ["| 项目 | 数量", "| 复议 案件 | 12件", "第一段", "第二段"])
  }

  @Test("the numbers of a row's cells stay in their cells")
  func numberedCells() throws {
    func cell(_ content: String) -> String { "<w:tc>\(content)</w:tc>" }
    var file = WordFile(
      "<w:tbl><w:tr>" + cell(paragraph("甲单位"))
        + cell(paragraph("乙事项", numbered(1)) + paragraph("丙事项", numbered(1))) + "</w:tr></w:tbl>")
    file.numbering = list(1, level(0, "decimal", "%1. "))
    #expect(try shown(file) == ["| 甲单位 | 1. 乙事项 2. 丙事项"])
  }

  @Test("of two levels with one style the upper numbers its paragraphs")
  func sharedStyle() throws {
    var file = WordFile(paragraph("甲", "<w:pStyle w:val=\"N\"/>"))
    file.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"N\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    let style = "<w:pStyle w:val=\"N\"/>"
    file.numbering = list(
      1, (1..<9).reduce(level(0, "decimal", "%1. ")) { $0 + level($1, "decimal", "（%\($1 + 1)）", style) })
    #expect(try shown(file) == ["（1）甲"])
  }

  @Test("notes come last, comments and margins are told apart from the text, done comments are not told")
  func parts() throws {
    var file = WordFile(
      "<w:p><w:r><w:t>甲</w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>乙丙</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
        + "<w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>")
    file.parts = [
      (
        "footnotes.xml", "footnotes",
        WordFile.root(
          "footnotes",
          "<w:footnote w:type=\"separator\" w:id=\"-1\">\(paragraph("线"))</w:footnote><w:footnote w:id=\"2\">\(paragraph("脚注"))</w:footnote>"
        )
      ),
      (
        "comments.xml", "comments",
        WordFile.root(
          "comments",
          "<w:comment w:id=\"0\" w:author=\"审稿人\"><w:p w14:paraId=\"A\"><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>"
            + "<w:comment w:id=\"1\" w:author=\"审稿人\"><w:p w14:paraId=\"B\"><w:r><w:t>已改</w:t></w:r></w:p></w:comment>")
      ),
      (
        "commentsExtended.xml", "commentsExtended",
        "<w15:commentsEx \(WordFile.namespaces)><w15:commentEx w15:paraId=\"B\" w15:done=\"1\"/></w15:commentsEx>"
      ),
      ("header1.xml", "header", WordFile.root("hdr", paragraph("内部资料"))),
      ("footer1.xml", "footer", WordFile.root("ftr", paragraph("— 1 —"))),
    ]
    file.core = "<dc:title>报告</dc:title><dc:creator></dc:creator><cp:keywords>法治</cp:keywords>"
    let document = try decodeDocument(file.bytes, name: "a.docx")
    #expect(Shown(document).blocks == ["⏎甲乙丙", "⏎脚注"])
    let notes = document.notes.map {
      "\($0.kind) \($0.author ?? "–") \($0.text.zh) “\(document.text.string($0.range))”"
    }
    #expect(notes == ["header – 内部资料 “”", "comment 审稿人 请核对 “乙丙”"])
    #expect(
      document.metadata.map { "\($0.name)=\($0.value)=\(document.text.string($0.range))" } == [
        "title=报告=报告", "keywords=法治=法治",
      ])
    let places = document.blocks.map { document.paragraph(at: $0.range.start) }
    #expect(places.map { $0?.paragraph } == [1, 1])
    #expect(places.map { $0.flatMap(document.partName) } == ["word/document.xml", "word/footnotes.xml"])
  }

  @Test("a line is a paragraph, empty ones counted, and the page is known where Word has left it")
  func places() throws {
    let file = WordFile(
      paragraph("一") + "<w:p/>" + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>三</w:t><w:lastRenderedPageBreak/><w:t>四</w:t></w:r></w:p>" + paragraph("五"))
    let document = try decodeDocument(file.bytes, name: "a.docx")
    #expect(document.blocks.map { document.line(of: $0.range.start).number } == [1, 3, 4, 5])
    #expect(document.blocks.map { document.paragraph(at: $0.range.start)?.page } == [1, 2, 2, 3])
    #expect(document.blocks.map(\.followsBlank) == [true, true, false, false])
  }

  @Test("the strict form is read as the usual one")
  func strict() throws {
    let file = WordFile(paragraph("甲")).bytes
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains("schemas.openxmlformats.org/wordprocessingml/2006/main"))
    let zip = ZipFile([
      (
        "word/document.xml",
        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>\(paragraph("甲"))</w:body></w:document>"
      )
    ])
    #expect(Shown(try decodeDocument(zip.bytes, name: "a.docx")).blocks == ["⏎甲"])
  }

  @Test("a wrong name is said, and the bytes decide")
  func wrongName() throws {
    let document = try decodeDocument(WordFile(paragraph("正文")).bytes, name: "报告.txt")
    #expect(document.format == .docx)
    #expect(document.notes.map(\.kind) == [.wrongExtension])
    #expect(try decodeDocument(Array("正文".utf8), name: "报告.docx").notes.map(\.kind) == [.wrongExtension])
    #expect(try decodeDocument(Array("正文".utf8), name: "报告.txt").notes.isEmpty)
    // 新 begins in GB18030 as an old Word file does.
    let text = [0xD0, 0xC2, 0xCF, 0xE7] + [UInt8](repeating: 0x0A, count: 1) + [0xB1, 0xA8, 0xB8, 0xE6]
    #expect(try decodeDocument(text, name: "报告.docx").notes.map(\.kind) == [.wrongExtension])
  }
}

@Suite("Hostile Word files")
struct HostileWordTests {
  @Test("are read or refused, however they are damaged")
  func damaged() {
    let whole = WordFile(WordTests.changed).bytes
    var dice = Dice(9)
    for round in 0..<600 {
      var bytes = whole
      if round % 3 == 0 { bytes.removeLast(dice.roll(bytes.count)) }
      for _ in 0...dice.roll(5) where !bytes.isEmpty { bytes[dice.roll(bytes.count)] ^= 1 << UInt8(dice.roll(8)) }
      if let document = try? decodeDocument(bytes, name: "a.docx") { HostileInputTests.check(document) }
    }
  }

  @Test(
    "bears numbers that no list has",
    arguments: [
      "9223372036854775807", "-9223372036854775808", "2147483647", "-2147483648", "99999999999999999999", "x",
    ])
  func extremeNumbers(_ number: String) throws {
    let levels =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"\(number)\"/><w:numFmt w:val=\"upperRoman\"/>"
      + "<w:lvlText w:val=\"%1、\"/><w:lvlRestart w:val=\"\(number)\"/></w:lvl>"
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"\(number)\"/></w:lvlOverride>"
    for instance in [number, "1"] {
      let numbers = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(instance)\"/></w:numPr></w:pPr>"
      var file = WordFile(String(repeating: "<w:p>\(numbers)<w:r><w:t>正文</w:t></w:r></w:p>", count: 3))
      file.numbering =
        "<w:abstractNum w:abstractNumId=\"7\">\(levels)</w:abstractNum>"
        + "<w:num w:numId=\"\(instance)\"><w:abstractNumId w:val=\"7\"/>\(start)</w:num>"
      #expect(try decodeDocument(file.bytes, name: "a.docx").blocks.count == 3)
    }
  }

  @Test("refuses declared entities, whether they laugh or look into files")
  func entities() throws {
    for declaration in [
      "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">", "<!ENTITY b SYSTEM \"file:///etc/passwd\">",
    ] {
      let xml =
        "<!DOCTYPE w [\(declaration)]><w:document \(WordFile.namespaces)><w:body>\(paragraph("&b;"))</w:body></w:document>"
      let message = try #require(refusal(ZipFile([("word/document.xml", xml)]).bytes, name: "a.docx"))
      #expect(message.en.contains("document type declaration"))
    }
  }

  @Test("refuses XML that is nested without end, and says where XML breaks off")
  func structure() throws {
    let deep = String(repeating: "<w:sdt>", count: 300)
    #expect(try #require(refusal(WordFile(deep).bytes, name: "a.docx")).zh.contains("200 层"))
    let cut = ZipFile([("word/document.xml", "<w:document \(WordFile.namespaces)>\n<w:body>\n<w:p>")])
    #expect(try #require(refusal(cut.bytes, name: "a.docx")).zh.contains("word/document.xml 第 3 行"))
    let none = ZipFile([("word/media/a.png", "x")])
    #expect(try #require(refusal(none.bytes, name: "a.docx")).zh.contains("缺少 word/document.xml"))
  }

  @Test("holds to the limits of size, parts and paragraphs")
  func limits() throws {
    var limits = DocumentLimits()
    limits.inflatedSize = 10_000
    let large = WordFile(paragraph(String(repeating: "字", count: 10_000))).bytes
    #expect(try #require(refusal(large, name: "a.docx", limits: limits)).zh.contains("压缩炸弹"))
    limits = DocumentLimits()
    limits.entries = 3
    #expect(try #require(refusal(large, name: "a.docx", limits: limits)).zh.contains("上限 3 个"))
    limits = DocumentLimits()
    limits.blocks = 10
    let many = WordFile(String(repeating: paragraph("段"), count: 11)).bytes
    #expect(try #require(refusal(many, name: "a.docx", limits: limits)).zh.contains("10 个"))
    limits = DocumentLimits()
    limits.textSize = 30_000
    let breaks = WordFile("<w:p><w:r>\(String(repeating: "<w:br/>", count: 11_000))<w:t>段</w:t></w:r></w:p>").bytes
    #expect(try #require(refusal(breaks, name: "a.docx", limits: limits)).en.contains("limits.text_size_mb"))
  }

  @Test("a cell with a hundred thousand breaks is soon over", .timeLimit(.minutes(1)))
  func breaksInCell() throws {
    let cell = "<w:tc><w:p><w:r>\(String(repeating: "<w:br/>", count: 100_000))<w:t>段</w:t></w:r></w:p></w:tc>"
    let file = WordFile("<w:tbl><w:tr><w:tc>\(paragraph("项目"))</w:tc>\(cell)</w:tr></w:tbl>")
    #expect(Shown(try decodeDocument(file.bytes, name: "a.docx")).blocks.count == 1)
  }

  @Test("six hundred thousand empty paragraphs are soon over", .timeLimit(.minutes(1)))
  func emptyParagraphs() throws {
    let file = WordFile(String(repeating: "<w:p/>", count: 600_000))
    #expect(try #require(refusal(file.bytes, name: "a.docx")).zh.contains("没有文字"))
  }
}
