/// A file that means harm to whoever reads it, with what is to become of it.
package struct HostileFile: Sendable {
  /// The name, whose extension matters.
  package var name: String
  package var outcome: Outcome
  /// Too much for a debug build: measured with the release build alone.
  package var isHeavy = false
  private let make: @Sendable (Int) -> [UInt8]

  package enum Outcome: Sendable {
    /// Audited, whatever the verdict.
    case read
    /// Refused with messages that have these words.
    case refused(zh: String, en: String)
    /// Audited or refused.
    case either
  }

  /// The file's content.
  ///
  /// - Parameter scale: how many times larger than needed those are that could be of any size; a debug build bears 1.
  package func bytes(scale: Int = 1) -> [UInt8] { make(scale) }

  init(
    _ name: String, _ outcome: Outcome, isHeavy: Bool = false, scaled make: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.name = name
    self.outcome = outcome
    self.isHeavy = isHeavy
    self.make = make
  }

  init(_ name: String, _ outcome: Outcome, isHeavy: Bool = false, _ make: @escaping @Sendable () -> [UInt8]) {
    self.init(name, outcome, isHeavy: isHeavy, scaled: { _ in make() })
  }

  /// A file that is refused for a limit, whose key both messages name.
  init(_ name: String, limit: String, isHeavy: Bool = false, _ make: @escaping @Sendable () -> [UInt8]) {
    self.init(name, .refused(zh: "limits.\(limit)。", en: "limits.\(limit) "), isHeavy: isHeavy, make)
  }

  init(_ name: String, limit: String, scaled make: @escaping @Sendable (Int) -> [UInt8]) {
    self.init(name, .refused(zh: "limits.\(limit)。", en: "limits.\(limit) "), scaled: make)
  }

  /// All of them.
  package static let all = archives + words + pages + printed + texts + empty
}

extension HostileFile {
  private static let password = Outcome.refused(zh: "密码", en: "password")
  private static let declared = Outcome.refused(zh: "文档类型声明", en: "document type declaration")
  private static let attributes = Outcome.refused(zh: "属性超过 256 个", en: "more than 256 attributes")

  // MARK: Archives

  private static let archives = [
    HostileFile("重叠.zip", .refused(zh: "压缩炸弹", en: "zip bomb")) {
      overlapping { "\($0).txt" }
    },
    HostileFile("重叠.docx", .refused(zh: "压缩炸弹", en: "zip bomb")) {
      overlapping { $0 == 0 ? "word/document.xml" : "word/\($0).xml" }
    },
    HostileFile("炸弹.zip", limit: "inflation_ratio") {
      ZipFile(entries: [.init("a.txt".utf8, Deflated(repeating: [0], times: 20_000_000, isChecked: false))]).bytes
    },
    HostileFile("炸弹.docx", limit: "inflation_ratio") {
      ZipFile(entries: [
        .init("word/document.xml".utf8, Deflated(repeating: [0x20], times: 20_000_000, isChecked: false))
      ]).bytes
    },
    // It claims to be small.
    HostileFile("谎报.docx", .either) {
      var entry = ZipFile.Entry(
        "word/document.xml".utf8, Deflated(repeating: [0x20], times: 20_000_000, isChecked: false))
      entry.size = 100
      return ZipFile(entries: [entry]).bytes
    },
    HostileFile("部件多.docx", limit: "entries") { many(10_001, "") },
    HostileFile("部件多.zip", limit: "entries") { many(10_001, ".txt") },
    HostileFile("百万部件.zip", limit: "file_size_mb", isHeavy: true) { many(1_000_000, ".txt") },
    HostileFile("加密.zip", password) {
      var entry = ZipFile.Entry("a.txt".utf8, Array(report.utf8))
      entry.isEncrypted = true
      return ZipFile(entries: [entry]).bytes
    },
  ]

  /// Hundreds of entries that share the same 21 KB, each of which inflates to 21 MB.
  private static func overlapping(_ name: (Int) -> String) -> [UInt8] {
    let packed = Deflated(repeating: [0x61], times: 21_000_000, isChecked: false)
    return ZipFile(
      entries: (0..<250).map { index in
        var entry = ZipFile.Entry(name(index).utf8, packed)
        if index > 0 { entry.shares = 0 }
        return entry
      }
    ).bytes
  }

  /// Zip files in zip files, sixteen in each, with gigabytes at the bottom.
  package static func nested() -> [UInt8] {
    var inner = ZipFile(entries: [.init("0.txt".utf8, Deflated(repeating: [0x61], times: 1_000_000))]).bytes
    for _ in 0..<3 { inner = ZipFile((0..<16).map { ("lib \($0).zip", inner) }).bytes }
    return inner
  }

  /// Empty entries.
  private static func many(_ count: Int, _ ending: String) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for index in 0..<count {
      let name = Array("\(index)\(ending)".utf8)
      let facts = [UInt8](repeating: 0, count: 20) + ZipFile.little(name.count, 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
      directory += ZipFile.little(file.count, 4) + name
      file += [0x50, 0x4B, 3, 4, 20, 0] + facts + name
    }
    // The counts have room for 65,535; beyond that a second end record has them.
    let (size, start) = (ZipFile.little(directory.count, 8), ZipFile.little(file.count, 8))
    let end = ZipFile.little(file.count + directory.count, 8)
    let counts = ZipFile.little(count, 8) + ZipFile.little(count, 8)
    file += directory
    file +=
      [0x50, 0x4B, 6, 6] + ZipFile.little(44, 8) + [45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0] + counts + size + start
    file += [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + end + [1, 0, 0, 0]
    return file + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 12) + [0, 0]
  }

  // MARK: Word files

  private static let words = [
    HostileFile("十亿笑.docx", declared) { word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", declaring: laughs) },
    HostileFile("外部实体.docx", declared) { word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", declaring: external) },
    HostileFile("六十万空段.docx", .refused(zh: "没有文字", en: "no text"), isHeavy: true) { word("<w:p/>", times: 600_000) },
    HostileFile("六十万段.docx", limit: "paragraphs", isHeavy: true) {
      word("<w:p><w:r><w:t>文</w:t></w:r></w:p>", times: 600_000)
    },
    HostileFile(
      "一格.docx", limit: "paragraphs",
      scaled: { scale in
        word("<w:tbl><w:tr><w:tc>" + String(repeating: "<w:p/>", count: 210_000 * scale))
      }),
    HostileFile(
      "批注.docx", .read,
      scaled: { scale in
        word(
          "<w:p><w:r><w:t>文</w:t></w:r>" + (0..<5_000 * scale).map { "<w:commentReference w:id=\"\($0)\"/>" }.joined()
            + "</w:p>")
      }),
    HostileFile(
      "嵌套.docx", limit: "depth",
      scaled: { scale in
        word("<w:sdt>", times: 10_000 * scale)
      }),
    HostileFile(
      "属性.docx", attributes,
      scaled: { scale in
        word("<w:p " + (0..<20_000 * scale).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>")
      }),
    HostileFile("命名空间.docx", attributes) {
      word(
        (0..<190).map { depth in "<a " + (0..<50).map { "xmlns:n\(depth)x\($0)=\"u\"" }.joined(separator: " ") + ">" }
          .joined())
    },
    HostileFile("长文.docx", limit: "text_size_mb") {
      word("<w:p><w:r><w:t>\(String(repeating: "云", count: 2_000_000))")
    },
    HostileFile("四百万字.docx", limit: "text_size_mb", isHeavy: true) {
      word("<w:r><w:t>云溪县依法行政</w:t></w:r>", times: 600_000)
    },
    HostileFile("密码.docx", password) {
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        + "EncryptedPackage".utf8.flatMap { [$0, 0] }
    },
    HostileFile("其实是网页.docx", .read) { Array("<html><body><p>云溪县人民政府报告</p></body></html>".utf8) },
    HostileFile("其实是图片.docx", .refused(zh: "图片", en: "image")) { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
  ]

  private static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// A Word file whose body is a stretch of XML so many times.
  private static func word(_ xml: String, times: Int = 1, declaring types: String = "") -> [UInt8] {
    let body = String(repeating: xml, count: times)
    return ZipFile([
      (
        "word/document.xml",
        "<?xml version=\"1.0\"?>\(types)<w:document xmlns:w=\"\(space)\"><w:body>\(body)</w:body></w:document>"
      )
    ]).bytes
  }

  /// Entities of which each stands for ten of the one before.
  private static let laughs =
    "<!DOCTYPE a [<!ENTITY l0 \"lol\">"
    + (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined() + "]>"

  /// An entity that would be read from outside.
  private static let external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"

  // MARK: Web pages

  private static let pages = [
    HostileFile("外部实体.html", .read) { Array("\(external)<html><body><p>云溪县&x;报告</p></body></html>".utf8) },
    HostileFile(
      "层层.html", limit: "depth",
      scaled: { scale in
        page("<div>", times: 50_000 * scale)
      }),
    HostileFile("三千万小于号.html", limit: "paragraphs", isHeavy: true) {
      page("<", times: 30_000_000)
    },
    HostileFile("三十兆空格.html", limit: "paragraphs", isHeavy: true) { page("&nbsp;", times: 5_000_000) },
    HostileFile("百兆层层.html", limit: "file_size_mb", isHeavy: true) {
      page("<div>", times: 20_000_000)
    },
    HostileFile(
      "小于号.html", .either,
      scaled: { scale in
        page("<", times: 110_000 * scale)
      }),
    HostileFile(
      "与号.html", .refused(zh: "语法错误", en: "syntax errors"),
      scaled: { scale in
        page("&", times: 110_000 * scale)
      }),
    HostileFile(
      "多余的结束.html", .refused(zh: "语法错误", en: "syntax errors"),
      scaled: { scale in
        page(String(repeating: "<div>", count: 900) + "文" + String(repeating: "</i>", count: 110_000 * scale), times: 1)
      }),
    HostileFile(
      "属性.html", attributes,
      scaled: { scale in
        Array(("<html><p " + (0..<40_000 * scale).map { "a\($0) " }.joined() + ">文").utf8)
      }),
    HostileFile("属性不少.html", attributes) { Array(("<html><p " + (0..<3000).map { "a\($0) " }.joined() + ">文").utf8) },
    HostileFile("空格.html", limit: "paragraphs", isHeavy: true) { page("&nbsp;", times: 900_000) },
    HostileFile(
      "空格表.html", .read,
      scaled: { scale in
        page("<table><tr>" + String(repeating: "<td>&nbsp;", count: 15_000 * scale) + "</table><p>云溪县报告，正文。", times: 1)
      }),
    HostileFile(
      "长标题.html", .read,
      scaled: { scale in
        Array("<html><title>\(String(repeating: "\u{3000}", count: 50_000 * scale))</title><p>云溪县报告，正文。".utf8)
      }),
    HostileFile(
      "又深又宽.html", .read,
      scaled: { scale in
        page(String(repeating: "<div>", count: 900) + String(repeating: "<p>云溪县", count: 10_000 * scale), times: 1)
      }),
    HostileFile(
      "注释.html", .refused(zh: "没有文字", en: "no text"),
      scaled: { scale in
        page("<!--", times: 50_000 * scale)
      }),
    HostileFile(
      "脚本.html", .refused(zh: "没有文字", en: "no text"),
      scaled: { scale in
        page("<script><", times: 30_000 * scale)
      }),
    HostileFile(
      "许多表.html", limit: "depth",
      scaled: { scale in
        page("<table><tr><td>", times: 10_000 * scale)
      }),
    HostileFile("许多段.html", limit: "paragraphs", isHeavy: true) { page("<p>文", times: 250_000) },
  ]

  private static func page(_ html: String, times: Int) -> [UInt8] {
    let stretch = Array(html.utf8)
    var bytes = Array("<html><body>".utf8)
    bytes.reserveCapacity(bytes.count + stretch.count * times)
    for _ in 0..<times { bytes += stretch }
    return bytes
  }

  // MARK: PDF and OFD

  private static let printed = [
    HostileFile("五千页.pdf", limit: "pages") {
      PDFFile(contents: (1...5000).map { .plain("BT /F1 12 Tf 72 700 Td (Page \($0)) Tj ET") }).bytes
    },
    HostileFile("五千满页.pdf", .refused(zh: "limits.", en: "limits."), isHeavy: true) {
      let line =
        "(the quick brown fox jumps over the lazy dog and more words of the report follow here for the test) Tj T* "
      return PDFFile(
        contents: (1...5000).map { _ in .repeating(line, times: 100, head: "BT /F1 6 Tf 20 780 Td 7 TL ", tail: "ET") }
      ).bytes
    },
    HostileFile("画不完.pdf", limit: "seconds", isHeavy: true) {
      PDFFile(contents: [.repeating("BT /F1 6 Tf 9 9 Td (abc def) Tj ET ", times: 8_000_000)]).bytes
    },
    HostileFile("吃内存.pdf", .refused(zh: "pdftotext 中途停止", en: "pdftotext"), isHeavy: true) {
      PDFFile(contents: [.repeating("q ", times: 20_000_000)]).bytes
    },
    HostileFile("密码.pdf", password) {
      var file = PDFFile(pages: [[(72, 700, 12, "Locked")]])
      let key = String(repeating: "00", count: 32)
      file.trailer = "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >>"
      return file.bytes
    },
    HostileFile("十亿笑.ofd", declared) {
      ZipFile([("OFD.xml", "\(laughs)<OFD><DocBody><DocRoot>&l9;</DocRoot></DocBody></OFD>")]).bytes
    },
    HostileFile("外部实体.ofd", declared) { ofd(pages: 1, "\(external)<Page>&x;</Page>") },
    HostileFile("五千页.ofd", limit: "pages") { ofd(pages: 5000, "<Page/>") },
    HostileFile("出去.ofd", .refused(zh: "缺少 etc/passwd", en: "lacks etc/passwd")) {
      ZipFile([("OFD.xml", "<OFD><DocBody><DocRoot>../../../etc/passwd</DocRoot></DocBody></OFD>")]).bytes
    },
  ]

  /// An OFD file of which each page is the same part.
  private static func ofd(pages: Int, _ page: String) -> [UInt8] {
    let list = (1...pages).map { "<Page ID=\"\($0)\" BaseLoc=\"P.xml\"/>" }.joined()
    return ZipFile([
      ("OFD.xml", "<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>"),
      ("Document.xml", "<Document><Pages>\(list)</Pages></Document>"), ("P.xml", page),
    ]).bytes
  }

  // MARK: Text

  private static let texts = [
    HostileFile("双字节.txt", limit: "text_size_mb") {
      [0xFF, 0xFE] + [UInt8](repeating: 0x4E, count: 6_000_000)
    },
    HostileFile("三十兆.txt", limit: "text_size_mb", isHeavy: true) { text("云溪县依法行政。\n", megabytes: 30) },
    HostileFile("四十兆.txt", limit: "file_size_mb", isHeavy: true) { text("云溪县依法行政。\n", megabytes: 40) },
    HostileFile("空行.txt", .refused(zh: "文字", en: "text")) { text("\n", megabytes: 1) },
    HostileFile("许多行.txt", limit: "paragraphs") { text("文\n", megabytes: 1) },
  ]

  /// Stretches of which a text of four megabytes is made, to see that no stage takes time out of step with the length.
  package static let stretches = [
    "（", "“", "《", "一、", "一、甲\n", "（一）甲\n", "1.甲\n", "第一，", "2024年", "2024年1月1日\n", "共12件，占34%，", "同比增长5%，其中",
    "1", "12件、", "云溪县人民政府", "云溪县人民政府\n2024年1月1日\n", "存在的不足\n", "| 甲 | 1 |\n", "发布日期：2025-01-01\n", "。", "\n\n\n甲",
    "\u{3000}",
    "[a](", "*a **b _c ", "` ``", ">", "|a|b|\n|-|-|\n", "#", "甲乙丙丁戊己庚辛，", "110101199001011234 ", "1.1.1.", "〔2024〕1号",
  ]

  private static func text(_ stretch: String, megabytes: Int) -> [UInt8] {
    let stretch = Array(stretch.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(megabytes << 20)
    while bytes.count + stretch.count <= megabytes << 20 { bytes += stretch }
    return bytes
  }

  /// The text of one stretch over and over, as long as texts may be.
  package static func repetition(_ index: Int, bytes: Int) -> [UInt8] {
    let stretch = Array(stretches[index].utf8)
    return (0..<bytes / stretch.count).flatMap { _ in stretch }
  }

  private static let empty = ["txt", "md", "docx", "html", "pdf", "ofd", "doc", "wps"].map { ending in
    HostileFile("空.\(ending)", .refused(zh: "没有文字", en: "no text")) { [] }
  }

  /// A report that is none of all that.
  package static let report = """
    云溪县人民政府2024年法治政府建设年度报告
    一、主要举措和成效
    全县依法行政取得成效。

    """
}
