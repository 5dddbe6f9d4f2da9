import Documents
import HostileFiles
import SourceText
import Testing

@Suite("What is refused")
struct RefusalTests {
  @Test(
    "names the kind of file by its first bytes",
    arguments: [
      ("{\\rtf1\\ansi", "report.txt", "RTF"),
      ("<?xml version=\"1.0\"?>\n<w:document>", "report.txt", "XML"),
      ("GIF89a", "report.txt", "image"),
      ("\u{7F}ELF", "report.txt", "program"),
    ])
  func foreign(_ content: String, _ name: String, _ expected: String) throws {
    let message = try #require(refusal(Array(content.utf8), name: name))
    #expect(message.en.contains(expected))
    #expect(message.zh.hasSuffix("。"))
  }

  @Test(
    "tells zip files apart by what they hold, wherever in them it stands",
    arguments: [
      (["[Content_Types].xml", "xl/workbook.xml"], "spreadsheet"),
      (["[Content_Types].xml", "ppt/presentation.xml"], "presentation"), (["mimetype", "content.xml"], ".odt"),
      (["photo.jpg"], "archive"),
    ])
  func zip(_ names: [String], _ expected: String) throws {
    let file = ZipFile(names.map { ($0, "内容") })
    #expect(try #require(refusal(file.bytes)).en.contains(expected))
  }

  @Test("says that a zip file is cut off")
  func cutZip() throws {
    let file = ZipFile([("word/document.xml", "<w:document/>")]).bytes
    #expect(try #require(refusal(Array(file.dropLast(30)), name: "a.docx")).en.contains("damaged or incomplete"))
  }

  @Test("knows a password by the stream that holds the encrypted document")
  func encryptedOffice() throws {
    let stream = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    let bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600) + stream
    #expect(try #require(refusal(bytes, name: "a.docx")).zh.contains("密码"))
  }

  @Test(
    "knows magic numbers that are no UTF-8",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "report.doc", "WPS"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "report.xls", "spreadsheet"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "report.txt", "image"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "report.txt", "image"),
      ([0x1F, 0x8B, 0x08, 0x00], "report.txt", "archive"),
    ] as [([UInt8], String, String)])
  func magic(_ bytes: [UInt8], _ name: String, _ expected: String) throws {
    #expect(try #require(refusal(bytes, name: name)).en.contains(expected))
  }

  @Test(
    "sees a web page in every encoding, whatever it is called", arguments: ["GBK", "UTF-16LE", "UTF-16BE", "UTF-8"])
  func pageInOtherEncoding(_ encoding: String) throws {
    let bytes = encoded("\n <!DOCTYPE html><html><title>云溪县人民政府</title><p>正文内容。</p>", as: encoding)
    let document = try decodeDocument(bytes, name: "report.txt")
    #expect(document.format == .html && document.notes.map(\.kind) == [.wrongExtension])
  }

  @Test(
    "has no words for nothing",
    arguments: ["", " \n\t\r\n", "\u{3000}\u{3000}\n\u{A0}\u{200B}\n", "\u{FEFF}", "\u{C}\n\u{1A}"])
  func empty(_ text: String) throws {
    #expect(try #require(refusal(Array(text.utf8))).zh.hasPrefix("文件中没有文字"))
  }

  @Test(
    "finds no text in Markdown of marks only", arguments: ["![图](a.png)\n", "<!-- 待补 -->", "---\n\n***\n", "```\n```"])
  func emptyMarkdown(_ text: String) throws {
    #expect(try #require(refusal(Array(text.utf8), name: "a.md")).zh.hasPrefix("文件中没有文字"))
  }

  @Test("takes one NUL for a binary file and says where it is")
  func nul() throws {
    let message = try #require(refusal(Array("报告正文\u{0}继续".utf8)))
    #expect(message.en.contains("byte 13") && message.en.contains("UTF-8"))
  }

  @Test("bears a few control characters, not many")
  func controls() throws {
    #expect(refusal(Array("正文\u{7}内容\u{8}。\u{1A}".utf8)) == nil)
    #expect(refusal(Array(String(repeating: "a\u{1}", count: 20).utf8)) != nil)
  }

  @Test("says both sizes of a file that is too large, before and after reading")
  func tooLarge() throws {
    let limits = DocumentLimits()
    do throws(DocumentError) {
      try limits.check(fileSize: 200 << 20)
      Issue.record("accepted")
    } catch {
      #expect(error.message.zh.contains("200 MB") && error.message.zh.contains("32 MB"))
    }
    var small = DocumentLimits()
    small.fileSize = 1 << 20
    let message = try #require(refusal([UInt8](repeating: 0x61, count: 1 << 20 | 1), limits: small))
    #expect(message.en.contains("1.1 MB") && message.en.contains("limit of 1 MB"))
    #expect(refusal([UInt8](repeating: 0x61, count: 1 << 20), limits: small) == nil)
  }

  @Test("refuses a million lines and reads a line of 30 MB", arguments: ["a.txt", "a.md"])
  func extremes(_ name: String) throws {
    let many = [UInt8](String(repeating: "a\n", count: 1_000_000).utf8)
    #expect(try #require(refusal(many, name: name)).zh.contains("200000"))
    let long = [UInt8](String(repeating: "云", count: 10 << 20).utf8)
    #expect(try #require(refusal(long, name: name)).en.contains("limits.text_size_mb"))
    var limits = DocumentLimits()
    limits.textSize = long.count
    #expect(try decodeDocument(long, name: name, limits: limits).blocks.count == 1)
  }
}
