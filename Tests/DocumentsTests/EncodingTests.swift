import Documents
import SourceText
import Testing

@Suite("Encodings")
struct EncodingTests {
  static let sample = """
    云溪县人民政府2024年法治政府建设年度报告

    2024年，云溪县共办理行政复议案件128件，“应诉率”为100%。
    一、主要举措和成效
    """

  struct Case: CustomStringConvertible {
    var description: String
    var iconv: String
    var mark: [UInt8]
    var encoding: TextEncoding
  }

  static let cases = [
    Case(description: "UTF-8", iconv: "UTF-8", mark: [], encoding: .utf8),
    Case(description: "UTF-8 with a mark", iconv: "UTF-8", mark: [0xEF, 0xBB, 0xBF], encoding: .utf8),
    Case(description: "UTF-16LE", iconv: "UTF-16LE", mark: [], encoding: .utf16LittleEndian),
    Case(description: "UTF-16LE with a mark", iconv: "UTF-16LE", mark: [0xFF, 0xFE], encoding: .utf16LittleEndian),
    Case(description: "UTF-16BE", iconv: "UTF-16BE", mark: [], encoding: .utf16BigEndian),
    Case(description: "UTF-16BE with a mark", iconv: "UTF-16BE", mark: [0xFE, 0xFF], encoding: .utf16BigEndian),
    Case(description: "GBK", iconv: "GBK", mark: [], encoding: .gb18030),
    Case(description: "GB2312", iconv: "GB2312", mark: [], encoding: .gb18030),
    Case(description: "GB18030 with a mark", iconv: "GB18030", mark: [0x84, 0x31, 0x95, 0x33], encoding: .gb18030),
  ]

  @Test("reads the same text from every encoding", arguments: cases)
  func reads(_ given: Case) throws {
    let document = try decodeDocument(given.mark + encoded(Self.sample, as: given.iconv), name: "report.txt")
    #expect(document.encoding == given.encoding)
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == Self.sample)
    #expect(document.blocks.count == 3)
  }

  @Test("reads short texts in the encodings that resemble each other", arguments: cases)
  func readsShort(_ given: Case) throws {
    for text in ["一、总体情况。", "Report 2024\n", "关于报告（2024）", "a", "无标点短句\r\n第二行"] where !text.isEmpty {
      // GBK and UTF-16 without a mark have no sign of themselves in ASCII or in one short word.
      let isTelling = !given.mark.isEmpty || text.utf8.count != text.count
      guard isTelling || given.encoding != .gb18030 else { continue }
      let document = try decodeDocument(given.mark + encoded(text, as: given.iconv), name: "report.txt")
      #expect(String(decoding: document.text.bytes, as: UTF8.self) == text, "\(given)")
    }
  }

  @Test("reads characters of four bytes in GB18030")
  func readsRareCharacters() throws {
    let text = "㙍镇、䶮村、𠅤街道依法行政。\n云溪县青禾镇人民政府"
    let document = try decodeDocument(encoded(text, as: "GB18030"), name: "report.txt")
    #expect(document.encoding == .gb18030)
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == text)
  }

  @Test("says where UTF-8 is damaged instead of reading it as GB18030")
  func damagedUTF8() throws {
    var bytes = Array(Self.sample.utf8)
    let inThirdLine = try #require(Self.sample.utf8.split(separator: 0x0A).first).count + 2 + 7
    bytes[inThirdLine] = 0xFF
    let message = try #require(refusal(bytes))
    #expect(message.zh.contains("UTF-8") && message.zh.contains("第 3 行（文件第 \(inThirdLine + 1) 字节），共 1 处"))
    #expect(message.en.contains("line 3 (byte \(inThirdLine + 1) of the file) (1 place in all)"))
    let marked = try #require(refusal([0xEF, 0xBB, 0xBF] + bytes))
    #expect(marked.en.contains("line 3 (byte \(inThirdLine + 4) of the file)"))
  }

  @Test("finds each of many damaged characters of UTF-8")
  func muchDamagedUTF8() throws {
    let bytes = [0xE4, 0xBA] + Array(Self.sample.utf8) + [0xE5] + Array("县报告".utf8) + [0xC0, 0xC1, 0x20, 0xB8, 0x0A]
    let message = try #require(refusal(bytes))
    #expect(message.en.contains("line 1 (byte 1 of the file) (4 places in all)"))
  }

  @Test(
    "says that a text stops inside a character",
    arguments: [("UTF-8", 1), ("UTF-8", 2), ("GB18030", 1), ("UTF-16LE", 1), ("UTF-16BE", 1)])
  func cutOff(_ encoding: String, _ missing: Int) throws {
    let bytes = Array(encoded(Self.sample + "效", as: encoding).dropLast(missing))
    let message = try #require(refusal(bytes))
    #expect(message.en.contains("\(encoding) text that stops in the middle of a character at line 4"))
    #expect(message.zh.contains("最后一个字不完整"))
  }

  @Test("says where a surrogate of UTF-16 stands alone")
  func loneSurrogate() throws {
    let bytes = [0xFF, 0xFE] + encoded("第一行\n第二行", as: "UTF-16LE") + [0x00, 0xD8] + encoded("字", as: "UTF-16LE")
    let message = try #require(refusal(bytes))
    #expect(message.en.contains("UTF-16LE") && message.en.contains("line 2 (byte 17 of the file)"))
  }

  @Test("says where GB18030 is damaged")
  func damagedGB18030() throws {
    let message = try #require(refusal(encoded(Self.sample, as: "GBK") + [0xFF, 0xFF, 0x0A]))
    #expect(message.en.contains("GB18030") && message.en.contains("line 4"))
  }

  @Test("says what to do when no encoding fits")
  func unknownEncoding() throws {
    let message = try #require(refusal([0x63, 0x61, 0x66, 0xE9, 0x20, 0xFF, 0x0A]))
    #expect(message.zh.contains("无法识别文件的文字编码") && message.zh.contains("另存为 UTF-8"))
  }
}
