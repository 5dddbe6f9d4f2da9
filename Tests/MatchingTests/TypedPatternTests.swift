import Matching
import SourceText
import Testing

/// The matches of a typed pattern in a text, as typed.
private func typed(_ pattern: String, in string: String) throws -> [String] {
  let text = DecodedText(string)
  return try TypedPattern(pattern).matches(in: text, range: TextRange(0, text.bytes.count)).map { text.string($0) }
}

@Suite("Typed patterns") struct TypedPatternTests {
  @Test(
    "find what stands there as it was typed, however their matches begin",
    arguments: [
      (#"[０-９Ａ-Ｚ]+"#, "第１２条，12条，ＡＢ", ["１２", "ＡＢ"]),
      (#"(?<=[一-龥])[ \x{A0}]+(?=[，。])"#, "办结 ，受理\u{A0}。a ，", [" ", "\u{A0}"]),
      (#"(?<=[，；])[ ]+(?=[一-龥])"#, "一， 二；三； 四", [" ", " "]),
      (#"\([^()]*\)"#, "（甲）(乙)(丙)", ["(乙)", "(丙)"]),
      (#"[\[（]20\d\d[\]）]"#, "〔2024〕[2025]（2023）", ["[2025]", "（2023）"]),
      (#"(?|20\d\d-(0)\d|[［〔](\d)[］〕])"#, "2024-05，〔3〕，［4］", ["2024-05", "〔3〕", "［4］"]),
      (#"(?:，|。)。"#, "甲，。乙。。。丙", ["，。", "。。"]),
      (#"，?。"#, "甲，。乙。", ["，。", "。"]),
      (#"[，。]*；"#, "甲，。；乙；", ["，。；", "；"]),
      (#"，{0,2}！"#, "甲，，！乙！", ["，，！", "！"]),
      (#"(，|)。"#, "甲，。乙。", ["，。", "。"]),
      (#"[^，]。"#, "甲。，。", ["甲。"]),
      (#"年|，"#, "一年，二", ["年", "，"]),
      (#"(?i)a，"#, "A，a，", ["A，", "a，"]),
      (#"\d，"#, "1，二，", ["1，"]),
      (#"，\K。"#, "甲，。", ["。"]),
      (#"！+"#, "甲！！乙！", ["！！", "！"]),
      (#"\x{1F600}"#, "甲😀乙", ["😀"]),
      (#"é"#, "caféé", ["é", "é"]),
      (#"[é-ü]+"#, "naïve", ["ï"]),
      (#"\Q，\E。"#, "，。", ["，。"]),
      (#"(?=，)，。"#, "，，。", ["，。"]),
      (#"^，"#, "，甲\n，乙，", ["，", "，"]),
      (#"[]，]"#, "]，", ["]", "，"]),
      (#"[a\-c]"#, "ab-c", ["a", "-", "c"]),
      (#"[，-。]"#, "，", []),
    ] as [(String, String, [String])])
  func find(pattern: String, string: String, expected: [String]) throws {
    guard pattern != #"[，-。]"# else {
      // U+FF0C is behind U+3002: PCRE2 refuses what our reader of beginnings must not choke on.
      #expect(throws: PatternError.self) { try TypedPattern(pattern) }
      return
    }
    #expect(try typed(pattern, in: string) == expected)
  }

  @Test("see what stands before a range, and nothing behind it")
  func range() throws {
    let text = DecodedText("甲，乙，丙，")
    let pattern = try TypedPattern("(?<=乙)，|，(?=丁)")
    let comma = "甲，".utf8.count + "乙".utf8.count
    #expect(try pattern.firstMatch(in: text, range: TextRange(comma, text.bytes.count))?.start == comma)
    #expect(try pattern.matches(in: text, range: TextRange(0, comma)).isEmpty)
    #expect(try pattern.matches(in: text, range: TextRange(comma + 1, text.bytes.count)).isEmpty)
  }
}
