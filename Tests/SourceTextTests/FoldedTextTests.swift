import SourceText
import Testing

/// Folds a text whose lines are its blocks.
func folded(_ string: String, dropped: [TextRange] = []) -> FoldedText {
  let text = DecodedText(string)
  let ends = text.lines.starts.dropFirst().map { $0 - 1 } + [text.bytes.count]
  return FoldedText(text, blocks: zip(text.lines.starts, ends).map { TextRange($0, $1) }, dropped: dropped)
}

/// Folds a text as one block, line ends and all.
func foldedBlock(_ string: String, dropped: [TextRange] = []) -> FoldedText {
  let text = DecodedText(string)
  return FoldedText(text, blocks: [TextRange(0, text.bytes.count)], dropped: dropped)
}

extension FoldedText {
  var whole: String { string(FoldedRange(0, bytes.count)) }
}

@Suite("Folding") struct FoldedTextTests {
  @Test(
    "gives different spellings of the same text one spelling",
    arguments: [
      ("（２０２４—２０２５年）", "(2024-2025年)"),
      ("(2024-2025 年)", "(2024-2025年)"),
      ("二〇二四年", "2024年"),
      ("二○二四 年度", "2024年度"),
      ("二零二四年", "2024年"),
      ("二０二四年", "2024年"),
      ("二O二O年", "2020年"),
      ("一九 九八\u{3000}年", "1998年"),
      ("二十四年", "二十四年"),
      ("一二三四五年", "一二三四五年"),
      ("12二三四五年", "12二三四五年"),
      ("00二四年", "00二四年"),
      ("二四年", "二四年"),
      ("二〇二四届", "二〇二四届"),
      ("2024年", "2024年"),
      ("0年", "0年"),
      ("年", "年"),
      ("法 治\u{3000}政\u{A0}府\t建\u{2009}设", "法治政府建设"),
      ("  法治  ", "法治"),
      ("rule  of\u{3000}law", "rule of law"),
      ("Ａ　Ｂ", "A B"),
      ("办件 12 件", "办件12件"),
      ("12 34", "12 34"),
      ("12\u{200B}34", "1234"),
      ("12 , 34", "12,34"),
      ("法\u{FEFF}治\u{AD}政\u{200D}府", "法治政府"),
      ("法治\n政府", "法治政府"),
      ("law\r\nand order", "law and order"),
      ("“依法”『行政』「为民」", "\"依法\"\"行政\"\"为民\""),
      ("‘一网’", "'一网'"),
      ("＂＇", "\"'"),
      ("—–―－‐‑‒−~～〜", "-----------"),
      ("，；：？！％．", ",;:?!%."),
      ("〔2021〕〖1〗［2］", "[2021][1][2]"),
      ("【标题】《条例》〈附〉", "【标题】《条例》〈附〉"),
      ("、。…", "、。…"),
      ("·‧•・･", "·····"),
      ("⽤⼾⻓期⾏政，⺠⽣，⻘年", "用户长期行政,民生,青年"),
      ("⼆〇⼆四年", "2024年"),
      ("⺀⿕龠", "⺀龠龠"),
      ("é𠮷😀", "é𠮷😀"),
      ("", ""),
      (" \u{3000}\n", ""),
    ])
  func spelling(text: String, expected: String) {
    #expect(foldedBlock(text).whole == expected)
    #expect(String(decoding: FoldedText.fold(text), as: UTF8.self) == expected)
  }

  @Test(
    "leads back from a folded phrase to the author's characters",
    arguments: [
      ("见（２０２４年）。", "(2024年)", "（２０２４年）"),
      ("甲，乙", ",", "，"),
      ("于二〇二四年公布", "2024", "二〇二四"),
      ("于二〇二四年公布", "02", "〇二"),
      ("于二０ 二四 年公布", "2024年", "二０ 二四 年"),
      ("建设 法 治 政府 工作", "法治政府", "法 治 政府"),
      ("a \u{3000} b", " ", " \u{3000} "),
      ("a \u{3000} b", "a ", "a \u{3000} "),
      ("一・二", "·", "・"),
      ("，，；；", ",;", "，；"),
      ("“”法治", "\"法", "”法"),
      ("甲\u{200B}乙", "甲乙", "甲\u{200B}乙"),
      ("甲\u{200B}乙", "甲", "甲"),
      ("甲\u{200B}乙", "乙", "乙"),
    ])
  func origin(text: String, phrase: String, expected: String) throws {
    let folded = foldedBlock(text)
    let start = try #require(firstOffset(of: Array(phrase.utf8), in: folded.bytes))
    let range = folded.source(FoldedRange(start, start + phrase.utf8.count))
    #expect(DecodedText(text).string(range) == expected)
  }

  @Test("keeps blocks apart and in step with the document, empty ones too")
  func blocks() {
    let text = folded("\u{3000}一、总体 情况\n \n（一）举措\n")
    #expect(text.whole == "一、总体情况\n\n(一)举措")
    #expect(text.blocks.map(text.string) == ["一、总体情况", "", "(一)举措"])
    #expect(text.source(text.blocks[0]) == TextRange(3, 22))
    #expect(text.source(text.blocks[1]) == TextRange(24, 24))
    #expect(text.source(text.blocks[2]) == TextRange(25, 40))
  }

  @Test("drops the stretches that are no text, wherever they lie")
  func dropped() {
    let source = "**法治**政\n  府"
    let text = foldedBlock(source, dropped: [TextRange(0, 2), TextRange(8, 10), TextRange(13, 16)])
    #expect(text.whole == "法治政府")
    #expect(text.source(FoldedRange(0, 12)) == TextRange(2, 19))
    #expect(text.source(FoldedRange(3, 6)) == TextRange(5, 8))
  }

  @Test("an empty range leads to an empty range at its place")
  func emptyRanges() {
    let text = folded("甲，乙\n丙")
    #expect(text.source(FoldedRange(0, 0)) == TextRange(0, 0))
    #expect(text.source(FoldedRange(4, 4)) == TextRange(6, 6))
    #expect(text.source(FoldedRange(text.bytes.count, text.bytes.count)) == TextRange(13, 13))
    #expect(foldedBlock("").source(FoldedRange(0, 0)) == TextRange(0, 0))
  }

  @Test("survives blocks and holes that are out of order, out of bounds or inside a character")
  func nonsense() {
    let text = DecodedText("法治，政府")
    let odd = FoldedText(
      text, blocks: [TextRange(1, 8), TextRange(4, 99), TextRange(-3, 2)], dropped: [TextRange(7, 40)])
    #expect(odd.blocks.count == 3)
    #expect(odd.bytes.span.firstFaultOfUTF8 == nil)
    for start in 0...odd.bytes.count { _ = odd.source(FoldedRange(start, odd.bytes.count)) }
  }

  @Test("every folded character leads back to characters of its own, in order", arguments: 0..<300 as Range<UInt64>)
  func randomTexts(seed: UInt64) {
    var random = SplitMix(state: seed)
    let alphabet: [Unicode.Scalar] = Array(
      "法治政府年二〇○零一九aZ09O０Ｏ \u{3000}\u{A0}\u{200B}\t\n，。（）“”—·・é𠮷😀\u{FEFF}、《》【】〔〕~".unicodeScalars)
    var string = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      if let scalar = alphabet.randomElement(using: &random) { string.append(scalar) }
    }
    let decoded = DecodedText(String(string))
    let text = folded(String(string))
    #expect(String(validating: text.bytes, as: UTF8.self) != nil)
    var previousEnd = 0
    var offset = 0
    while offset < text.bytes.count {
      let lead = text.bytes[offset]
      let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let range = text.source(FoldedRange(offset, offset + width))
      #expect(range.start >= previousEnd && range.end >= range.start && range.end <= decoded.bytes.count)
      if lead != 0x0A {
        let source = decoded.string(range)
        // A digit out of 二〇二四年 folds only together with its 年; all others fold by themselves.
        if !("0123456789 ".utf8.contains(lead)) {
          #expect(FoldedText.fold(source) == Array(text.bytes[offset..<(offset + width)]))
        }
        #expect(source.unicodeScalars.count == 1 || lead == 0x20)
      }
      previousEnd = range.end
      offset += width
    }
    #expect(text.blocks.count == decoded.lines.starts.count)
    for block in text.blocks { #expect(!text.bytes[block.start..<block.end].contains(0x0A)) }
  }

  @Test("no character is replaced outside the stretches that are said to hold all that are")
  func stretches() {
    for value in 0...(0x10FFFF as UInt32) {
      guard case .replaced(let other) = ScalarFolding(of: value) else { continue }
      #expect(ScalarFolding.replacedStretches.contains { $0.contains(value) }, "U+\(String(value, radix: 16))")
      #expect(ScalarFolding(of: other) == .same)
    }
  }

  @Test("a scalar folds alike in a text and in the table, for every scalar there is")
  func allScalars() {
    for value in (0x21 as UInt32)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = FoldedText.fold("法" + String(scalar) + "法").dropFirst(3).dropLast(3)
      let agrees =
        switch ScalarFolding(of: value) {
        case .same: bytes.elementsEqual(String(scalar).utf8)
        case .replaced(let other): Unicode.Scalar(other).map { bytes.elementsEqual(String($0).utf8) } ?? false
        case .whiteSpace, .nothing: bytes.isEmpty
        }
      if !agrees { Issue.record("U+\(String(value, radix: 16)) folds to \(Array(bytes))") }
    }
  }
}

func firstOffset(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
  guard needle.count <= bytes.count else { return nil }
  return (0...(bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) }
}

/// A small generator with a seed, so that a failing text can be made again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
