import Documents
import HostileFiles
import SourceText
import Testing

@Suite("Printed pages: PDF and OFD")
struct PrintedTests {
  private func ofd(_ pages: [String], common: String = "", more: [(String, String)] = []) -> [UInt8] {
    let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
    let list = pages.indices.map { "<ofd:Page ID=\"\($0)\" BaseLoc=\"Pages/P\($0).xml\"/>" }.joined()
    let parts = [
      (
        "OFD.xml",
        "<ofd:OFD \(space)><ofd:DocBody><ofd:DocInfo><ofd:Title>云溪县报告</ofd:Title></ofd:DocInfo>"
          + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
      ),
      (
        "Doc_0/Document.xml",
        "<ofd:Document \(space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
          + "\(common)</ofd:CommonData><ofd:Pages>\(list)</ofd:Pages></ofd:Document>"
      ),
    ]
    let contents = pages.enumerated().map {
      ("Doc_0/Pages/P\($0.offset).xml", "<ofd:Page \(space)>\($0.element)</ofd:Page>")
    }
    return ZipFile(parts + contents + more).bytes
  }

  private func line(_ x: Double, _ y: Double, _ text: String, size: Double = 5, extra: String = "") -> String {
    "<ofd:TextObject Boundary=\"\(x) \(y) 160 \(size)\" Size=\"\(size)\" \(extra)>"
      + "<ofd:TextCode X=\"0\" Y=\"\(size)\">\(text)</ofd:TextCode></ofd:TextObject>"
  }

  private let full = "全县各级行政机关坚持以人民为中心全面推进依法行政各项工作取得新的成效"  // 33 characters
  private var wide: String { String(full.prefix(30)) }

  @Test("joins lines that reach the margin, over pages too, and leaves page numbers and running heads out")
  func paragraphs() throws {
    let head = line(30, 12, "云溪县法治政府建设年度报告", size: 3)
    func page(_ number: Int, _ lines: String) -> String { head + lines + line(100, 280, "— \(number) —", size: 4) }
    let first =
      line(40, 50, String(wide.prefix(28))) + line(30, 58, wide) + line(30, 66, "并持续用力。")
      + line(40, 74, String(wide.prefix(28)))
    let second = line(30, 50, wide) + line(30, 58, "一体推进。") + line(40, 66, "一、主要举措") + line(40, 74, "出台文件3件。")
    let document = try decodeDocument(ofd([page(1, first), page(2, second)]), name: "a.ofd")
    #expect(
      Shown(document).blocks.map { $0.replacing("⏎", with: "") } == [
        wide.prefix(28) + wide + "并持续用力。", wide.prefix(28) + wide + "一体推进。", "一、主要举措", "出台文件3件。",
      ])
    let pages = document.blocks.map { document.paragraph(at: $0.range.start)?.page }
    #expect(pages == [1, 1, 2, 2])
    #expect(document.paragraph(at: document.blocks[1].range.end - 1)?.page == 2)
    #expect(document.format == .ofd)
    #expect(document.metadata(named: "title")?.value == "云溪县报告")
  }

  @Test("reads in the order of the page, whatever the order of the file, and rows of a table cell by cell")
  func order() throws {
    let table = line(120, 90, "12件") + line(30, 90, "行政复议") + line(30, 98, "行政应诉") + line(120, 98, "8件")
    let page = table + line(73, 30, "云溪县人民政府", size: 9) + line(69, 41, "法治政府建设报告", size: 9)
    let text = line(30, 120, wide) + line(30, 128, wide) + line(30, 136, "取得实效。")
    let document = try decodeDocument(ofd([text + page]), name: "a.ofd")
    #expect(
      Shown(document).blocks.map { $0.replacing("⏎", with: "") } == [
        "!云溪县人民政府 法治政府建设报告", "| 行政复议 | 12件", "| 行政应诉 | 8件", wide + wide + "取得实效。",
      ])
  }

  @Test("takes text of templates, of any namespace, and leaves watermarks and hidden text out")
  func templates() throws {
    let space = "xmlns:o=\"http://example.com/other\""
    let template =
      "<o:Page \(space)><o:TextObject Boundary=\"30 30 100 5\" Size=\"5\"><o:TextCode X=\"0\" Y=\"5\">云溪县人民政府文件</o:TextCode>"
      + "</o:TextObject></o:Page>"
    let page =
      "<ofd:Template TemplateID=\"9\"/>" + line(30, 60, "正文内容。")
      + line(50, 100, "内部资料", extra: "CTM=\"0.7 0.7 -0.7 0.7 0 0\"") + line(30, 70, "看不见", extra: "Visible=\"false\"")
    let bytes = ofd(
      [page], common: "<ofd:TemplatePage ID=\"9\" BaseLoc=\"/Doc_0/Tpls/T.xml\"/>",
      more: [("Doc_0/Tpls/T.xml", template)])
    let document = try decodeDocument(bytes, name: "a.ofd")
    #expect(Shown(document).blocks == ["⏎云溪县人民政府文件", "⏎正文内容。"])
  }

  @Test("bears places and sizes that no sheet has", arguments: ["1e300", "-1e300", "9e18", "1e308"])
  func hugePlaces(number: String) throws {
    let object =
      "<ofd:TextObject Boundary=\"20 \(number) 100 5\" Size=\"\(number)\" CTM=\"1 0 0 1 \(number) \(number)\">"
    let page = object + "<ofd:TextCode X=\"\(number)\" Y=\"5\">远处</ofd:TextCode></ofd:TextObject>"
    let document = try decodeDocument(ofd([page + line(30, 60, "正文内容。"), page]), name: "a.ofd")
    #expect(Shown(document).blocks.joined().contains("正文内容。"))
  }

  @Test("keeps no more distances than there are characters")
  func distances() throws {
    let code = "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g 5 5 5 5\">正文</ofd:TextCode>"
    let far = String(repeating: "g 4096 5 ", count: 4_000)
    let object = "<ofd:TextObject Boundary=\"30 60 100 5\" Size=\"5\">"
    let page = object + code + code.replacing("g 5 5 5 5", with: far) + "</ofd:TextObject>"
    let document = try decodeDocument(ofd([page]), name: "a.ofd")
    #expect(Shown(document).blocks.joined().contains("正文"))
  }

  @Test("says of pages without text that they are a scan, and what to do")
  func scan() throws {
    #expect(try #require(refusal(ofd([""]), name: "a.ofd")).zh.contains("文字识别"))
    let scan = PDFFile(pages: [[(290, 30, 10, "1")], [(290, 30, 10, "2")]])
    #expect(try #require(refusal(scan.bytes, name: "a.pdf")).en.contains("no text layer"))
  }

  @Test("reads a PDF whatever its name, joins its lines and tells its pages")
  func pdf() throws {
    let file = PDFFile(pages: [
      [
        (72, 700, 12, "The county government kept to the plan of the year and met"), (72, 684, 12, "most of its aims."),
        (290, 30, 10, "1"),
      ], [(72, 700, 12, "Next year."), (290, 30, 10, "2")],
    ])
    let document = try decodeDocument(file.bytes, name: "report.txt")
    #expect(document.format == .pdf)
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    #expect(text.contains("met most of its aims.") && text.contains("Next year."))
    #expect(!text.contains("1") && !text.contains("2"))
    #expect(document.blocks.last.flatMap { document.paragraph(at: $0.range.start)?.page } == 2)
  }

  @Test("refuses a damaged PDF, a locked one, and one with too many pages")
  func refusals() throws {
    #expect(try #require(refusal(Array("%PDF-1.7\ngarbage".utf8), name: "a.pdf")).en.contains("damaged"))
    let locked = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Encrypt 5 0 R /Root 1 0 R >>\n"
    #expect(try #require(refusal(Array(locked.utf8), name: "a.pdf")).zh.contains("密码"))
    var limits = DocumentLimits()
    limits.pages = 2
    let long = PDFFile(pages: (1...3).map { [(72, 700, 12, "Page \($0)")] })
    #expect(try #require(refusal(long.bytes, name: "a.pdf", limits: limits)).zh.contains("limits.pages"))
    #expect(try #require(refusal(ofd(["", "", ""]), name: "a.ofd", limits: limits)).zh.contains("limits.pages"))
  }

  @Test("refuses an OFD without its parts, with entities, or cut off")
  func damagedOFD() throws {
    #expect(try #require(refusal(ZipFile([("OFD.xml", "<OFD/>")]).bytes, name: "a.ofd")).en.contains("lacks"))
    let bomb = "<!DOCTYPE a [<!ENTITY x \"y\">]><OFD><DocRoot>&x;</DocRoot></OFD>"
    #expect(try #require(refusal(ZipFile([("OFD.xml", bomb)]).bytes, name: "a.ofd")).en.contains("document type"))
    let outside = "<OFD><DocBody><DocRoot>../../../etc/passwd</DocRoot></DocBody></OFD>"
    #expect(try #require(refusal(ZipFile([("OFD.xml", outside)]).bytes, name: "a.ofd")).en.contains("lacks etc/passwd"))
  }

  @Test("survives damage anywhere in the file", arguments: [1, 2, 3])
  func damage(_ seed: UInt64) {
    var dice = Dice(seed)
    let whole = ofd([line(30, 50, wide) + line(30, 58, "并持续用力。")])
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0...dice.roll(4) { bytes[dice.roll(bytes.count)] = UInt8(dice.roll(256)) }
      if dice.roll(4) == 0 { bytes.removeLast(dice.roll(bytes.count)) }
      _ = refusal(bytes, name: "a.ofd")
    }
  }
}
