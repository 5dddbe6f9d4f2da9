import SourceText
import Testing

@testable import Rendering

@Suite("Text on a console")
struct ConsoleTextTests {
  @Test(
    "is cut by columns, not by characters",
    arguments: [("依法行政工作报告", 8, "依法行…"), ("依法", 4, "依法"), ("abcdef", 4, "abc…")])
  func clipping(text: String, columns: Int, shown: String) {
    #expect(ConsoleText.clipped(text, to: columns) == shown)
    #expect(displayWidth(shown) <= columns)
  }

  @Test("is cut at its start by columns", arguments: [("依法行政工作报告", 8, "…作报告"), ("reports/县.txt", 8, "…/县.txt")])
  func clippingAtStart(text: String, columns: Int, shown: String) {
    #expect(ConsoleText.clippedAtStart(text, to: columns) == shown)
  }

  static let paragraphs: [(String, Int, [String])] = [
    ("依法行政，公开透明。", 10, ["依法行政，", "公开透明。"]),
    ("依法行政工，公开", 10, ["依法行政", "工，公开"]),
    ("依法行（政府）", 8, ["依法行", "（政府）"]),
    ("one two three", 8, ["one two", "three"]),
    ("编号GB-9704的文件", 10, ["编号", "GB-9704的", "文件"]),
    ("reports/a-very-long-path", 10, ["reports/a-", "very-long-", "path"]),
    ("", 10, [""]),
  ]

  @Test("is wrapped between Chinese characters and at spaces, with no closing mark in front", arguments: paragraphs)
  func wrapping(text: String, columns: Int, lines: [String]) {
    #expect(ConsoleText.wrapped(text, to: columns) == lines)
  }

  @Test("loses nothing by wrapping, at any width", arguments: 1...30)
  func complete(columns: Int) {
    let text = "《云溪县报告办法》(云府发〔2020〕1号)第7条:写明原因,one “two” three……——以及reports/云溪县.txt:14:1。"
    let lines = ConsoleText.wrapped(text, to: columns)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    #expect(lines.allSatisfy { displayWidth($0) <= max(columns, 2) })
  }

  @Test("can't move the cursor, colour the screen or turn the direction of writing")
  func harmless() {
    #expect(ConsoleText.harmless("a\u{1B}[31m\u{202E}b\nc\u{9B}d\u{7}") == "a[31mb cd")
    #expect(ConsoleText.harmless("县政府，“好”") == "县政府，“好”")
  }

  @Test("shows the place itself, however long the line is", arguments: [40, 60, 90])
  func excerpt(columns: Int) {
    let filler = String(repeating: "依法行政", count: 5000)
    let text = DecodedText("开头\n" + filler + "要找的词" + filler + "\n结尾")
    let start = "开头\n".utf8.count + filler.utf8.count
    let excerpt = Excerpt(of: TextRange(start, start + 12), in: text, columns: columns)
    #expect(excerpt.match == "要找的词")
    #expect(excerpt.before.hasPrefix("…") && excerpt.before.hasSuffix("行政"))
    #expect(excerpt.after.hasPrefix("依法") && excerpt.after.hasSuffix("…"))
    #expect(displayWidth(excerpt.before + excerpt.match + excerpt.after) <= columns)
  }

  @Test("shows the first line of a place over several lines, and cuts a long one")
  func longPlaces() {
    let text = DecodedText("甲乙\r\n丙丁戊" + String(repeating: "己", count: 100) + "\n庚")
    let two = Excerpt(of: TextRange(3, 14), in: text, columns: 40)
    #expect((two.before, two.match, two.after) == ("甲", "乙", ""))
    let long = Excerpt(of: TextRange(8, 320), in: text, columns: 40)
    #expect(long.match.hasPrefix("丙丁戊") && long.match.hasSuffix("…"))
    #expect(displayWidth(long.before + long.match + long.after) <= 40)
    let end = Excerpt(of: TextRange(text.bytes.count, text.bytes.count), in: text, columns: 40)
    #expect((end.before, end.match, end.after) == ("庚", "", ""))
  }

  @Test("is coloured only where colour is wanted")
  func colour() {
    let plain = SampleAudits.render(SampleAudits.all, as: .console, language: .zh)
    let coloured = SampleAudits.render(
      SampleAudits.all, as: .console, language: .zh, display: Display(isColoured: true))
    #expect(!plain.contains(0x1B))
    #expect(coloured.contains(0x1B))
  }
}
