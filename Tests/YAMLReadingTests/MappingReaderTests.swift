import Foundation
import SourceText
import Testing
import YAMLReading

@Suite("A mapping is read key by key, and every mistake is said at once")
struct MappingReaderTests {
  enum Severity: String, CaseIterable, Sendable { case info, warning, error }

  @Test("values come as they were written")
  func values() throws {
    let text = """
      id: date.deadline
      title: 应当公开
      name: {zh: 报告, en: report}
      weight: 12
      credit: 0.50
      veto: true
      any: [甲, "乙"]
      one: 丙
      level: warning
      levels: [info, error]
      characters: 120..
      years: 2021..2025
      below: ..-60
      exactly: 5
      share: 0.5..99.95
      force: 2019-04-15..
      """
    let reading = Reading(text)
    let root = try #require(reading.root)
    _ = root.mapping { reader in
      #expect(reader.string("id", .required)?.value == "date.deadline")
      #expect(reader.text("title")?.value == Wording("应当公开"))
      #expect(reader.text("name")?.value == Wording(zh: "报告", en: "report"))
      #expect(reader.int("weight")?.value == 12)
      #expect(reader.decimal("credit")?.value == ExactNumber(units: 50, scale: 2))
      #expect(reader.bool("veto")?.value == true)
      #expect(reader.strings("any").map(\.value) == ["甲", "乙"])
      #expect(reader.strings("one").map(\.value) == ["丙"])
      #expect(reader.choice("level", in: ["error", "warning"])?.value == "warning")
      #expect(reader.choices("levels", of: Severity.self).map(\.value) == [.info, .error])
      #expect(reader.range("characters")?.value == Bounds(lower: 120, upper: nil))
      #expect(reader.range("years")?.value == Bounds(lower: 2021, upper: 2025))
      #expect(reader.range("below")?.value == Bounds(lower: nil, upper: -60))
      #expect(reader.range("exactly")?.value == Bounds(lower: 5, upper: 5))
      let share = Bounds(lower: ExactNumber(units: 5, scale: 1), upper: ExactNumber(units: 9995, scale: 2))
      #expect(reader.decimalRange("share")?.value == share)
      #expect(reader.stringRange("force")?.value == Bounds(lower: "2019-04-15", upper: nil))
      #expect(reader.string("absent") == nil)
      return true
    }
    #expect(reading.problems == [])
  }

  @Test("the Chinese words are as good as the English ones")
  func chineseWords() {
    let reading = Reading("serverity: error\nweight: \"5\"\n")
    _ = reading.root?.mapping { reader in
      (reader.string("id", .required), reader.string("severity"), reader.int("weight")).0
    }
    #expect(
      reading.sink.problems.map(\.message.zh) == [
        "不认识的键“serverity”；是不是“severity”？这里可以用：id、severity、weight。",
        "缺少必须有的键“id”；请写上，例如 id: …",
        "“weight”应当是整数，加了引号就成了文字；请去掉引号。",
      ])
  }

  @Test("all problems of a file come in one run, in order of place")
  func allAtOnce() {
    let text = """
      titel: x
      severity: eror
      weight: many
      rules:
        - id: [a]
          wight: 1
        - nothing
      """
    let said = problems(of: text) { reader in
      let rules = reader.mappings("rules") { rule in
        (rule.string("id", .required), rule.int("weight")).0
      }
      _ = reader.int("weight")
      _ = reader.choice("severity", of: Severity.self)
      _ = reader.text("title", .required)
      return rules
    }
    #expect(
      said == [
        "1:1+5 unknown key `titel`; did you mean `title`? (known here: rules, weight, severity, title)",
        "2:11+4 `severity` can't be `eror`; did you mean `error`? (allowed: info, warning, error)",
        "3:9+4 `weight` must be a whole number, as in `weight: 6`; this is `many`",
        "5:9+1 `id` must be text; this is a list",
        "6:5+5 unknown key `wight`; did you mean `weight`? (known here: id, weight)",
        "7:5+7 each item of `rules` must be a mapping of keys to values, as in `- {…: …}`; this is `nothing`",
      ])
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    var value: String
    var kind: ValueKind
    var says: String

    init(_ value: String, _ kind: ValueKind, _ says: String) {
      self.value = value
      self.kind = kind
      self.says = says
    }

    var testDescription: String { "\(value) as \(kind)" }
  }

  @Test(
    "a value of the wrong kind is told from the right one",
    arguments: [
      Wrong("[x]", .string, "must be text; this is a list"),
      Wrong("{report_year}", .string, "must be quoted: \"{report_year}\""),
      Wrong("{x: y}", .string, "this is a mapping"),
      Wrong("", .string, "has no value"),
      Wrong("~", .int, "has no value"),
      Wrong("{zh: x}", .text, "the key `en` is missing"),
      Wrong("{zh: x, en: y, fr: z}", .text, "unknown key `fr`"),
      Wrong("{x: y}", .text, "or one for each language"),
      Wrong("1.5", .int, "must be a whole number"),
      Wrong("'5'", .int, "quotes make it text"),
      Wrong("+5", .int, "must be a whole number"),
      Wrong("007", .int, "must be a whole number"),
      Wrong("99999999999999999999", .int, "must be a whole number"),
      Wrong("五", .int, "this is `五`"),
      Wrong("1.", .decimal, "must be a number"),
      Wrong(".5", .decimal, "must be a number"),
      Wrong("--1.5", .decimal, "must be a number"),
      Wrong("1.0000000000001", .decimal, "must be a number"),
      Wrong("yes", .bool, "must be true or false"),
      Wrong("\"true\"", .bool, "quotes make it text"),
      Wrong("[a, [b]]", .strings, "must be text; this is a list"),
      Wrong("{a: b}", .strings, "text or a list of texts"),
      Wrong("5..3", .range, "its lower end is above its upper end"),
      Wrong("1.5..1.25", .decimalRange, "its lower end is above its upper end"),
      Wrong("..", .range, "written 120.., ..60 or 2021..2025"),
      Wrong("1..x", .range, "written 120.., ..60 or 2021..2025"),
      Wrong("5-10", .range, "written 120.., ..60 or 2021..2025"),
      Wrong("...5", .range, "written 120.., ..60 or 2021..2025"),
      Wrong("..", .stringRange, "written 2019-04-15.."),
      Wrong("标题：x", .mapping, "full-width colon"),
      Wrong("title:x", .mapping, "space after the colon"),
      Wrong("x", .mappings, "must be a list of mappings"),
      Wrong("[x]", .wordOrMapping, "must be a word or a mapping"),
      Wrong("{report_year}", .wordOrMapping, "must be quoted: \"{report_year}\""),
      Wrong("{a: x, b: y}", .wordOrMapping, "unknown key `b`"),
      Wrong("x", .oneOrMore, "a mapping of keys to values, or a list of them"),
      Wrong("[x]", .named, "a mapping of names to values"),
    ])
  func wrongKinds(_ wrong: Wrong) {
    let said = problems(of: "k: \(wrong.value)\n") { reader in
      switch wrong.kind {
      case .string: _ = reader.string("k")
      case .text: _ = reader.text("k")
      case .int: _ = reader.int("k")
      case .decimal: _ = reader.decimal("k")
      case .bool: _ = reader.bool("k")
      case .choice: _ = reader.choice("k", in: ["a"])
      case .strings: _ = reader.strings("k")
      case .range: _ = reader.range("k")
      case .decimalRange: _ = reader.decimalRange("k")
      case .stringRange: _ = reader.stringRange("k")
      case .mapping: _ = reader.mapping("k") { _ in true }
      case .mappings: _ = reader.mappings("k") { _ in true }
      case .oneOrMore: _ = reader.oneOrMore("k") { _ in true }
      case .namedMappings: _ = reader.namedMappings("k") { _, _ in true }
      case .wordOrMapping: _ = reader.either("k", word: { $0.string()?.value }, mapping: { $0.string("a")?.value })
      case .named: _ = reader.named("k")
      case .list: _ = reader.values("k")
      case .reference: _ = reader.value("k", of: "shape")
      case .references: _ = reader.values("k", of: "shape")
      case .any: _ = reader.value("k")
      }
      return true
    }
    #expect(said.count == 1)
    #expect(said.first?.contains(wrong.says) == true, "\(said)")
  }

  @Test("a missing choice shows one of its words")
  func missingChoice() {
    let said = problems(of: "a: b\n") { reader in
      (reader.string("a"), reader.choice("s", .required, of: Severity.self)).1
    }
    #expect(said == ["1:1+1 the key `s` is missing; add it, as in `s: info`"])
  }

  @Test("names that the author chooses keep their order and their place")
  func named() throws {
    let reading = Reading("bases:\n  乙: {title: b}\n  甲: {title: a, nummer: 1}\ngrades: {优秀: 90.., 良好: x}\n")
    var names: [String] = []
    _ = reading.root?.mapping { reader in
      names = reader.namedMappings("bases") { name, base in
        _ = base.string("number")
        return base.string("title").map { "\(name.value)=\($0.value)" }
      }
      return reader.named("grades").map { ($0.name, $0.value.range()) }
    }
    #expect(names == ["乙=b", "甲=a"])
    #expect(reading.places == ["3:17+6", "4:24+1"])
    #expect(reading.problems.last?.contains("`良好` must be a range of whole numbers") == true)
  }

  @Test("a word or a mapping can stand for the same thing", arguments: ["k: x\n", "k: {a: x}\n"])
  func either(_ text: String) {
    let reading = Reading(text)
    let value = reading.root?.mapping { reader in
      reader.either("k", word: { $0.string()?.value }, mapping: { $0.string("a")?.value })
    }
    #expect(value == "x")
    #expect(reading.problems == [])
  }

  @Test("several files share a list of problems, each in order of place")
  func severalFiles() {
    let sink = ProblemSink()
    let one = readYAML(path: "b.yaml", bytes: Array("x: 1\ny: 2\n".utf8), problems: sink)
    let other = readYAML(path: "a.yaml", bytes: Array("z: 1\n".utf8), problems: sink)
    let y = one?.mapping { reader in (reader.int("x"), reader.int("y")).1 }
    _ = other?.mapping { _ in true }
    one?.report(Wording("again"))
    #expect(sink.problems.map { "\($0.path):\($0.place?.position.line ?? 0)" } == ["a.yaml:1", "b.yaml:1"])
    #expect(y?.problem(Wording("late")).place?.position == Position(line: 2, column: 4))
  }

  @Test("a root that is no mapping is reported in the file's name")
  func wrongRoot() {
    #expect(
      problems(of: "- a\n") { _ in true } == ["1:1+1 the file must be a mapping of keys to values; this is a list"])
  }

  @Test("a hundred thousand unknown keys cost little")
  func manyUnknown() {
    let text = (0..<90_000).map { "k\($0): x\n" }.joined()
    let start = processorSeconds()
    #expect(problems(of: text) { $0.string("a") }.count == ProblemSink.limit + 1)
    #expect(processorSeconds() - start < 5)
  }

  @Test("a reader tells what it would read, and a shape inside itself is only named")
  func shape() {
    func condition(_ reader: inout MappingReader) -> Bool? {
      _ = reader.string("section", doc: Wording(zh: "部分", en: "a section"))
      _ = reader.mappings("all", shape: "condition", reading: condition)
      return true
    }
    let shape = Shape.of("rule") { reader -> Bool? in
      _ = reader.choice("severity", .required, of: Severity.self)
      return reader.mapping("require", shape: "condition", reading: condition)
    }
    #expect(shape.keys.map(\.name) == ["severity", "require"])
    #expect(shape.keys[0].isRequired)
    #expect(shape.keys[0].words == ["info", "warning", "error"])
    #expect(shape.keys[1].shape?.keys.map(\.name) == ["section", "all"])
    #expect(shape.keys[1].shape?.keys[0].doc?.en == "a section")
    #expect(shape.keys[1].shape?.keys[1].shape?.name == "condition")
    #expect(shape.keys[1].shape?.keys[1].shape?.keys.isEmpty == true)
  }
}

@Suite("The nearest known word")
struct NearestWordTests {
  @Test(
    "a slip of the pen finds its word, anything else finds none",
    arguments: [
      ("titel", "title"), ("serverity", "severity"), ("eror", "error"), ("Error", "error"),
      ("report_years", "report-year"),
      ("measure", "measures"), ("character", "characters"), ("char", "characters"), ("举挫", "举措"), ("举", nil),
      ("xyz", nil), ("", nil), ("不相干", nil), ("t", nil), (String(repeating: "x", count: 10_000), nil),
    ] as [(String, String?)])
  func nearestWord(_ word: String, _ expected: String?) {
    let known = ["error", "title", "severity", "report-year", "measures", "characters", "举措"]
    #expect(nearest(word, among: known) == expected)
  }

  @Test("the nearest of several near words wins, the first among equals")
  func ties() {
    #expect(nearest("sections", among: ["selections", "section"]) == "section")
    #expect(nearest("bat", among: ["cat", "hat"]) == "cat")
  }
}

/// The seconds that the processor has spent on this thread: a busy machine does not make them more.
private func processorSeconds() -> Double {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
