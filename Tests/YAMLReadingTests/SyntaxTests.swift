import Testing
import YAMLReading

@Suite("A syntax error says what, where and what to do")
struct SyntaxTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var place: String
    var says: String

    init(_ text: String, _ place: String, _ says: String) {
      self.text = text
      self.place = place
      self.says = says
    }

    var testDescription: String { text }
  }

  @Test(
    "the usual slips are named",
    arguments: [
      Case("a:\n\tb: c\n", "2:1+1", "a tab in the indentation"),
      Case("a:\n  - b\n\t- c\n", "3:1+1", "a tab in the indentation"),
      Case("a: b: c\n", "1:5+1", "unquoted text can't contain `: `"),
      Case("says: 注意: 这里\n", "1:9+1", "unquoted text can't contain `: `"),
      Case("a: b\n  c: d\n", "2:3+1", "no key can stand here"),
      Case("a: b\nc\nd: e\n", "2:1+1", "a colon is missing after the key"),
      Case("title：x\nid: a\n", "1:6+1", "full-width colon"),
      Case("id: a\ntitle：x\nb: c\n", "2:6+1", "full-width colon"),
      Case("id: a\ntitle:x\nb: c\n", "2:6+1", "the space after the colon is missing"),
      Case("before: {next_year}-04-01\n", "1:9+17", "must be quoted: \"{next_year}-04-01\""),
      Case("a:\n  - {report_year}年\n", "2:5+14", "must be quoted: \"{report_year}年\""),
      Case("a: [甲] 乙\n", "1:4+5", "must be quoted: \"[甲] 乙\""),
      Case("a: \"b\" c\nd: e\n", "1:8+1", "text after the closing quote"),
      Case("a: \"b\nc: d\n", "1:4+1", "the quote that opens here is never closed"),
      Case("a: 'b\nc: d\n", "1:4+1", "the quote that opens here is never closed"),
      Case("a: \"\\d+\"\n", "1:5+1", "use single quotes"),
      Case("a: [b, c\nd: e\n", "2:2+1", "the `[` of line 1 is not closed"),
      Case("a: {b: c\nd: e\n", "2:2+1", "the `{` of line 1 is not closed"),
      Case("a: [", "1:5+1", "it is never closed"),
      Case("a: @b\n", "1:4+1", "can't start with `@`"),
      Case("a: `b`\n", "1:4+1", "can't start with ``"),
      Case("a: %b\n", "1:4+1", "can't start with `%`"),
      Case("a: *\n", "1:4+1", "must be quoted"),
      Case("a: &\n", "1:4+1", "must be quoted"),
      Case("a:\n  - b\n c: d\n", "3:2+1", "check the indentation"),
      Case("  a: b\nc: d\n", "2:1+1", "check the indentation"),
      Case("a:\n  b: c\n - d\n", "3:2+1", "check the indentation"),
      Case("a: - b\n", "1:4+1", "check the indentation"),
      Case("a: | b\n", "1:6+1", "nothing can follow `|`"),
    ])
  func slips(_ slip: Case) {
    let reading = Reading(slip.text)
    #expect(reading.root == nil)
    #expect(reading.problems.count == 1)
    let said = reading.problems.first ?? ""
    #expect(said.hasPrefix(slip.place + " "), "\(said)")
    #expect(said.contains(slip.says), "\(said)")
  }

  @Test("a problem found before the syntax error is reported too, in order of place")
  func both() {
    #expect(Reading("a: 1\na: 2\nb: [\n").places == ["2:1+1", "3:5+1"])
  }

  @Test("no two bytes after each other bring the reader down")
  func pairs() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let reading = Reading([0x61, 0x3A, first, second])
        if reading.root == nil, reading.problems.isEmpty { Issue.record("\(first) \(second): nothing said") }
      }
    }
  }
}
