import Matching
import SourceText
import Testing

/// The matches of a pattern in a text, as folded characters.
func found(_ pattern: String, in string: String) throws -> [String] {
  let subject = text(string)
  let matches = try Pattern(pattern).matches(in: subject, range: FoldedRange(0, subject.bytes.count))
  return matches.map { subject.string($0.range) }
}

@Suite("Patterns") struct PatternTests {
  @Test(
    "finds in any spelling what its author wrote in another",
    arguments: [
      (#"（\d+）"#, "第（２）条", ["(2)"]),
      (#"\(\d+\)"#, "第（２）条", ["(2)"]),
      (#"\（\d+\）"#, "第（２）条", ["(2)"]),
      (#"(\d+)件"#, "办理１２ 件，３件", ["12件", "3件"]),
      (#"\d+％"#, "占５０％", ["50%"]),
      (#"“[^”]+”"#, "称「依法」“行政”", ["\"依法\"", "\"行政\""]),
      (#"[（(]甲[)）]"#, "（甲）", ["(甲)"]),
      (#"[０-９]+"#, "12 号", ["12"]),
      (#"[！-～]+"#, "（a-1）", ["(a-1)"]),
      (#"[Ａ-Ｃ]"#, "ABCD", ["A", "B", "C"]),
      (#"[—-]{2}"#, "甲——乙", ["--"]),
      (#"[0-9—～]+"#, "2021～2025", ["2021-2025"]),
      (#"[^（）]+"#, "甲（乙）丙", ["甲", "乙", "丙"]),
      (#"[一-龥]+"#, "甲乙，丙。", ["甲乙", "丙"]),
      (#"[\x{4e00}-\x{9fa5}]+"#, "甲乙，丙。", ["甲乙", "丙"]),
      (#"[\x{ff10}-\x{ff19}]+"#, "９月", ["9"]),
      (#"\x{ff08}甲\x{FF09}"#, "（甲）", ["(甲)"]),
      (#"[\x{3000}-\x{303f}]+"#, "甲。「乙」", ["。\"", "\""]),
      (#"[］\]［]+"#, "［1］", ["[", "]"]),
      (#"[\E]，]+"#, "]，", ["],"]),
      (#"[]，]+"#, "]，", ["],"]),
      (#"[[:digit:]、]+"#, "1、2", ["1、2"]),
      (#"[\d．]+"#, "９５．５", ["95.5"]),
      (#"[\Q＾]\E]+"#, "^]", ["^]"]),
      (#"\Q（1.5）\E"#, "（1.5）（1x5）", ["(1.5)"]),
      (#"一．二"#, "一．二一甲二", ["一.二"]),
      (#"１＋"#, "1+11", ["1+"]),
      (#"二〇二四年"#, "二○二四年和2024 年", ["2024年", "2024年"]),
      (#"十二〇二四年"#, "十2024年", ["十2024年"]),
      (#"(?x) 甲 　 乙 # 注（释）"#, "甲乙", ["甲乙"]),
      (#"(?x: 甲 ) \d"#, "甲1", []),
      (#"甲(?#注（)乙"#, "甲乙", ["甲乙"]),
      (#"第　?[一二]条"#, "第 二条", ["第二条"]),
      (#"[ 　]*甲"#, "　甲", ["甲"]),
      (#"rule of"#, "the rule　of law", ["rule of"]),
      (#"·"#, "一・二", ["·"]),
      (#"⽤户|[⺠]生"#, "用⼾，民⽣", ["用户", "民生"]),
      (#"甲~乙"#, "甲～乙", ["甲-乙"]),
      (#"(?i)ａb"#, "Ab", ["Ab"]),
      (#"甲{２，３}"#, "甲甲甲甲", ["甲甲甲"]),
      (#"甲{2}"#, "甲甲甲", ["甲甲"]),
      (#"\p{Han}{2}"#, "甲乙 a 丙丁", ["甲乙", "丙丁"]),
      (#"a*"#, "baa", ["", "aa", ""]),
      (#"(?<=甲)乙|"#, "甲乙", ["", "乙", ""]),
      (#"$"#, "甲", [""]),
      (#"甲\K"#, "甲甲", ["", ""]),
      ("😀+", "甲😀😀", ["😀😀"]),
    ])
  func folding(pattern: String, string: String, expected: [String]) throws {
    #expect(try found(pattern, in: string) == expected)
  }

  @Test(
    "says where in the author's expression the mistake is",
    arguments: [
      ("（甲(乙", 10, "closing parenthesis"),
      ("甲）)", 6, "unmatched closing"),
      ("［甲[乙", 10, "missing terminating ]"),
      ("，*甲+*+*", 10, "quantifier"),
      ("[９-０]", 0, "out of order"),
      ("甲\\", 3, "\\ at end"),
      ("甲\\u4e00", 3, #"\x{4e00}"#),
      ("[甲-\\u4e00]", 5, #"\x{4e00}"#),
      ("甲\\C", 3, #"\C"#),
      ("甲　乙", 3, "never match"),
      ("甲\u{200B}", 3, "U+200B"),
      ("甲\\x{3000}", 3, "U+3000"),
      ("甲[　\u{A0}]", 3, "never match"),
      ("甲 乙", 3, "space"),
      ("a 乙", 1, "space"),
      ("(*LIMIT_MATCH=9)甲", 0, "verbs"),
      ("甲(*SKIP)", 3, "verbs"),
      ("甲(?C1)", 3, "callouts"),
      ("", 0, "empty"),
      (String(repeating: "甲", count: 30_000), 0, "too long"),
      (String(repeating: "(", count: 300) + String(repeating: ")", count: 300), 250, "nest"),
      (String(repeating: "()", count: 200), 0, "too many groups"),
    ])
  func mistakes(pattern: String, offset: Int, words: String) {
    #expect {
      try Pattern(pattern)
    } throws: { error in
      guard let error = error as? PatternError else { return false }
      if !error.message.en.contains(words) || abs(error.offset - offset) > 3 {
        Issue.record("\(error.offset): \(error.message.en) \(error.message.zh)")
      }
      return true
    }
  }

  @Test("gives the named groups that took part")
  func groups() throws {
    let subject = text("受理１２件，办结 8 件")
    let pattern = try Pattern("(?<动作>受理|办结)(?<count>\\d+)(?<rest>余)?件")
    let matches = try pattern.matches(in: subject, range: FoldedRange(0, subject.bytes.count))
    #expect(pattern.groupNames == ["count", "rest", "动作"])
    #expect(
      matches.map { $0.groups.mapValues(subject.string) } == [
        ["动作": "受理", "count": "12"], ["动作": "办结", "count": "8"],
      ])
  }

  @Test("matches inside the range only, while a lookbehind sees what stands before")
  func ranges() throws {
    let subject = text("甲乙甲乙")
    #expect(try Pattern("乙").matches(in: subject, range: FoldedRange(4, 12)).map(\.range.start) == [9])
    #expect(try Pattern("(?<=甲)乙").matches(in: subject, range: FoldedRange(3, 9)).map(\.range.start) == [3])
    #expect(try Pattern("甲乙").matches(in: subject, range: FoldedRange(0, 9)).map(\.range.start) == [0])
    #expect(try Pattern("甲乙").firstMatch(in: subject, range: FoldedRange(3, 12))?.range == FoldedRange(6, 12))
    #expect(try Pattern("乙").firstMatch(in: subject, range: FoldedRange(6, 9)) == nil)
    #expect(try Pattern("乙").matches(in: subject, range: FoldedRange(9, 3)).isEmpty)
    #expect(try Pattern("乙").matches(in: subject, range: FoldedRange(-9, 300)).count == 2)
    #expect(try Pattern(".").matches(in: subject, range: FoldedRange(1, 8)).map(\.range) == [FoldedRange(3, 6)])
    #expect(try Pattern("^").matches(in: text(""), range: FoldedRange(0, 0)).count == 1)
  }

  @Test("^ and $ are the ends of a block, and a dot stays inside one")
  func blocks() throws {
    let decoded = DecodedText("一、甲\n二、乙")
    let subject = FoldedText(decoded, blocks: [TextRange(0, 9), TextRange(10, 19)])
    let all = FoldedRange(0, subject.bytes.count)
    #expect(try Pattern("^.、").matches(in: subject, range: all).map(\.range.start) == [0, 10])
    #expect(try Pattern("一.*$").matches(in: subject, range: all).map(\.range) == [FoldedRange(0, 9)])
  }

  @Test(
    "stops a search that would take too long, and says so",
    arguments: [
      ("(a+)+$", "a", 50_000, "b"),
      ("(a|aa)+$", "a", 50_000, "b"),
      ("(?:甲*)*乙", "甲", 20_000, "丙乙"),
      ("(?:甲|甲甲|.)*乙丁", "甲", 100_000, "乙丙丁"),
      ("((?:甲|(?1))+)乙", "甲", 20_000, "丙乙"),
    ])
  func bounds(pattern: String, repeated: String, times: Int, end: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    #expect(throws: PatternLimit.self) { try found(pattern, in: String(repeating: repeated, count: times) + end) }
    #expect(start.duration(to: clock.now) < .seconds(90))
  }

  @Test("one pattern serves many tasks at once")
  func concurrency() async throws {
    let pattern = try Pattern("(?<n>\\d+)件")
    let subject = text(String(repeating: "受理１２件，办结 8 件。", count: 200))
    let all = FoldedRange(0, subject.bytes.count)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<64 { group.addTask { try pattern.matches(in: subject, range: all).count } }
      return try await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 400, count: 64))
  }

  @Test(
    "knows a literal that every match contains",
    arguments: [
      ("法治政府", "法治政府"),
      ("法治（政府）建设", "法治(政府)建设"),
      ("法治(?:政府)建设规划", "建设规划"),
      ("法治政府?建设", "法治政"),
      ("法治政府+", "法治政"),
      ("法治政府{2}", "法治政"),
      ("法治政府{0,}", "法治政"),
      ("府{0,10}", nil),
      (#"第\d+号令\."#, "号令."),
      ("二〇二四年度", "2024年度"),
      ("甲乙|丙丁", nil),
      ("(甲乙|丙丁)", nil),
      ("(?i)abc", nil),
      ("(?i:x)abc", nil),
      ("[甲乙]丙", nil),
      ("(?=甲乙)丙", nil),
      ("", nil),
    ] as [(String, String?)])
  func requiredLiterals(pattern: String, literal: String?) throws {
    guard let compiled = try? Pattern(pattern) else {
      #expect(pattern.isEmpty)
      return
    }
    #expect(compiled.requiredLiteral.map { String(decoding: $0, as: UTF8.self) } == literal)
  }

  @Test("a value put into an expression stands for itself")
  func quoted() throws {
    #expect(
      try found(Pattern.quoted("（1.5)+[a-z]\\年 度".replacing(" ", with: "")) + "$", in: "(1.5)+[a-z]\\年度") == [
        "(1.5)+[a-z]\\年度"
      ])
  }

  @Test("never crashes, and every required literal is in every match", arguments: 0..<400 as Range<UInt64>)
  func randomPatterns(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let pieces = [
      "甲", "乙", "a", "1", "年", "二〇二四年", "（", "）", "(", ")", "[", "]", "^", "-", "|", "?", "*", "+", "{2}", "{", "}",
      "\\",
      "\\d", "\\Q", "\\E", "\\x{", "\\x{ff08}", "(?", "(?:", "(?i)", "(?x)", "(?<n>", "(?=", "(?#", "#", " ", "　", "，",
      ".",
      "[:", ":]", "[^", "～", "\n", "\u{200B}", "\\N{U+", "\\p{Han}", "\\k<n>", "(?1)", "＼", "［", "\\u", "(?P=", "'",
    ]
    let pattern = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
      .joined()
    let subject = text("甲乙（a1）年2024年，甲甲-。aa乙[]1^#")
    do {
      let compiled = try Pattern(pattern)
      for match in try compiled.matches(in: subject, range: FoldedRange(0, subject.bytes.count)) {
        guard let literal = compiled.requiredLiteral else { continue }
        #expect(
          firstOffset(of: literal, in: subject.bytes) != nil,
          "\(pattern) \(match.range) \(String(decoding: literal, as: UTF8.self))")
      }
    } catch let error as PatternError {
      #expect((0...pattern.utf8.count).contains(error.offset))
    }
  }
}

func firstOffset(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
  guard needle.count <= bytes.count else { return nil }
  return (0...(bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) }
}
