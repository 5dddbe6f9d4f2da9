import SourceText
import Testing
import YAMLReading

@Suite("Hostile and broken files cost little and are refused with a reason")
struct LimitTests {
  @Test("a file that holds nothing is reported as a whole", arguments: ["", "\n\n", "# 只有注释\n", "---\n", "\u{FEFF}"])
  func empty(_ text: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(reading.problems == ["- the file is empty or has nothing but comments"])
  }

  @Test("a file of more than 1 MB is not read")
  func size() {
    let reading = Reading("a: " + String(repeating: "x", count: 1 << 20))
    #expect(reading.root == nil)
    #expect(reading.problems.first?.contains("more than the 1048576 (1 MB)") == true)
    #expect(Reading("a: " + String(repeating: "x", count: (1 << 20) - 3)).root != nil)
  }

  @Test("64 levels are read, 65 are not")
  func depth() {
    let reading = Reading(String(repeating: "[", count: 65) + String(repeating: "]", count: 65))
    #expect(reading.root == nil)
    #expect(reading.problems == ["1:65+1 nested more than 64 levels deep; nothing after this was read"])
    #expect(Reading(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).root != nil)
  }

  @Test(
    "a megabyte of anything is over within ten seconds",
    arguments: [
      "[", "{", "- ", "? ", "a: ", "[a: ", "{a: ", "&a ", "*a ", "!a ", "\"", "'", "|\n", "\t", "[]", "{}", "[a,",
      "a:\n ",
      ": ", "%", "# ", "\n", "- a\n", "--- a\n", "a,", "\r", "一", "[{", "- [\n",
    ])
  func hostile(_ piece: String) {
    let count = (1 << 20) / piece.utf8.count
    let text = String(repeating: piece, count: count)
    let elapsed = ContinuousClock().measure {
      let reading = Reading(text)
      _ = reading.problems
    }
    #expect(elapsed < .seconds(90), "\(piece): \(elapsed)")
  }

  @Test("10,000 levels, in a flow or a block, stop at once")
  func deep() {
    let block = (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    for text in [String(repeating: "[", count: 10_000), String(repeating: "- ", count: 10_000), block] {
      let elapsed = ContinuousClock().measure { #expect(Reading(text).root == nil) }
      #expect(elapsed < .milliseconds(500))
    }
  }

  @Test("more than 200,000 values are not read")
  func nodes() {
    let reading = Reading(String(repeating: "- a\n", count: 200_001))
    #expect(reading.root == nil)
    #expect(reading.problems.first?.contains("more than 200000 values") == true)
    #expect(Reading(String(repeating: "- a\n", count: 199_999)).root != nil)
  }

  @Test("anchors and aliases are refused, so a bomb never goes off")
  func bomb() {
    let reading = Reading("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
    #expect(reading.places == ["1:4+1", "2:4+1", "2:8+2", "2:12+2", "3:5+2", "3:9+2"])
    #expect(reading.problems.allSatisfy { $0.contains("not allowed") })
    // What was refused is not complained about again.
    let before = reading.problems.count
    _ = reading.root?.mapping { reader in (reader.strings("a"), reader.strings("b"), reader.strings("c")) }
    #expect(reading.problems.count == before)
  }

  @Test("an alias to itself is refused")
  func cycle() {
    #expect(Reading("&a [*a]").places == ["1:1+1", "1:5+2"])
  }

  @Test("tags and a second document are refused")
  func tags() {
    #expect(Reading("a: !!int 5\nb: ! x\n").places == ["1:4+7", "2:4+3"])
    let reading = Reading("a: b\n---\nc: d\n")
    #expect(reading.problems.first?.hasPrefix("2:1+1 a file holds one YAML document") == true)
    #expect(Reading("---\na: b\n...\n").problems == [])
  }

  @Test("a repeated key is reported where it stands again, with the line of the first")
  func repeats() {
    let reading = Reading("a: 1\nb: 2\n\"a\": 3\nc: {d: 1, d: 2}\na: 4\n")
    #expect(
      reading.problems == [
        "3:1+3 `a` is repeated; line 1 has it already; merge the two or remove one",
        "4:11+1 `d` is repeated; line 4 has it already; merge the two or remove one",
        "5:1+1 `a` is repeated; line 1 has it already; merge the two or remove one",
      ])
    let long = (0..<100).map { "k\($0): x\n" }.joined() + "k7: y\n"
    #expect(Reading(long).places == ["101:1+2"])
    #expect(reading.root?.mapping { reader in (reader.value("b"), reader.value("c"), reader.int("a")).2 }?.value == 1)
  }

  @Test("keys are words")
  func keys() {
    #expect(Reading("[a, b]: c\n").places == ["1:1+1"])
    #expect(Reading("{a: b}: c\n").places == ["1:1+1"])
    #expect(Reading("a: b\n: c\n").places == ["2:1+1"])
  }

  @Test("bytes that are no UTF-8 are shown where they stand")
  func badUTF8() {
    let reading = Reading(Array("a: 一\nb: 云".utf8) + [0xC4, 0xFA] + Array("\n".utf8))
    #expect(reading.root == nil)
    #expect(reading.problems == ["2:5+1 this is not UTF-8 (perhaps GBK); save the file as UTF-8 in your editor"])
    #expect(Reading([0xFF, 0xFE, 0x61, 0x00]).problems.first?.contains("UTF-16") == true)
  }

  @Test("control characters are shown where they stand")
  func control() {
    #expect(Reading("a: 一\nb: \u{1}\n").problems == ["2:4+1 the file has a control character; remove it"])
  }

  @Test("the list of problems has an end")
  func manyProblems() {
    let reading = Reading("a: b\n" + String(repeating: "a: b\n", count: 5_000))
    #expect(reading.problems.count == ProblemSink.limit + 1)
    #expect(reading.problems.last == "- 4800 more problems are not shown.")
  }

  @Test("an error is shown even behind a crowd of warnings")
  func errorBehindWarnings() throws {
    let sink = ProblemSink()
    let root = try #require(readYAML(path: "a.yaml", bytes: Array("a: b\n".utf8), problems: sink))
    for _ in 0..<300 {
      sink.report(Wording("warning"), in: root.source, at: nil, severity: .warning)
    }
    #expect(!sink.hasError)
    #expect(sink.problems.last?.severity == .warning)
    sink.report(Wording("error"), in: root.source, at: nil)
    #expect(sink.hasError)
    #expect(sink.problems.count { $0.severity == .error } == 1)
    #expect(sink.problems.count == ProblemSink.limit + 1)
    #expect(sink.count == 301)
  }

  @Test("whatever happens to a good file, it is read or refused with a place inside it")
  func mutations() {
    let good = Array(
      """
      rules:
        - id: date.deadline  # 注释
          title: {zh: "云溪县", en: 'x'}
          require: {any: [甲, 乙], characters: 120..}
          text: |
            一、主要举措
            二、不足
          "k": >-
            folded
      """.utf8)
    let junk = Array("\t\n\r :-[]{},#&*!|>'\"%@`?\\\u{0}\u{85}一：\u{FEFF}".utf8)
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<4_000 {
      var bytes = good
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = junk[random(junk.count)]
        case 1: bytes.insert(junk[random(junk.count)], at: place)
        default: bytes.removeSubrange(place..<min(place + random(6), bytes.count))
        }
      }
      let reading = Reading(bytes)
      _ = reading.root?.mapping { reader in
        reader.mappings("rules") { rule in (rule.string("id", .required), rule.text("title"), rule.strings("text")).0 }
      }
      let lines = reading.root?.source.text.lines.starts.count ?? Int.max
      for problem in reading.sink.problems {
        guard let place = problem.place else { continue }
        #expect(place.position.line <= lines && place.position.column <= place.line.unicodeScalars.count + 1)
      }
      #expect(reading.root != nil || !reading.problems.isEmpty)
    }
  }
}
