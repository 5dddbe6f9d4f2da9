import SourceText
import Testing
import YAMLReading

@Suite("Every value knows its place")
struct PlaceTests {
  private func places(_ text: String) throws -> [String] {
    let root = try #require(Reading(text).root)
    var found: [String] = []
    func walk(_ node: YAMLNode) {
      let place = root.source.place(of: node.head)
      let shown = "\(place.position.line):\(place.position.column)+\(place.width)"
      switch node.content {
      case .scalar(let text, _): found.append("\(shown) \(text)")
      case .sequence(let nodes):
        found.append("\(shown) list")
        for node in nodes { walk(node) }
      case .mapping(let entries):
        found.append("\(shown) mapping")
        for entry in entries {
          walk(entry.key)
          walk(entry.value)
        }
      case .refused: found.append("\(shown) refused")
      }
    }
    walk(root.node)
    return found
  }

  @Test("columns count Chinese characters as one")
  func chinese() throws {
    #expect(
      try places("标题: 云溪县报告\n甲: [乙, \"丙 丁\"]\n") == [
        "1:1+2 mapping", "1:1+2 标题", "1:5+5 云溪县报告", "2:1+1 甲", "2:4+1 list", "2:5+1 乙", "2:8+5 丙 丁",
      ])
  }

  @Test("a byte order mark, CR LF and lone CR change no place", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = ["\u{FEFF}# 注释", "a: 一", "b:", "  - x", "  - {c: d}", ""].joined(separator: end)
    #expect(
      try places(text) == [
        "2:1+1 mapping", "2:1+1 a", "2:4+1 一", "3:1+1 b", "4:3+1 list", "4:5+1 x", "5:5+1 mapping", "5:6+1 c",
        "5:9+1 d",
      ])
  }

  @Test("characters that only YAML takes for line ends do not shift the lines below")
  func rareLineEnds() throws {
    #expect(
      try places("a: \"x\u{2028}y\"\nb: 𠮷z\nc: d\n").suffix(4) == ["2:1+1 b", "2:4+2 𠮷z", "3:1+1 c", "3:4+1 d"])
  }

  @Test("a block text ends with its last character, and its width stays on its first line")
  func blockText() throws {
    let root = try #require(Reading("a: |\n  一\n  二\n\n\nb: c\n").root)
    guard case .mapping(let entries) = root.node.content else { throw Unexpected() }
    #expect(root.source.text.string(entries[0].value.range) == "|\n  一\n  二")
    #expect(root.source.place(of: entries[0].value.range).width == 1)
  }

  @Test("a block collection ends with its last child, not at the next token")
  func blockEnds() throws {
    let root = try #require(Reading("a:\n  - b\n  - c\n\n\nd: {e: f}\n").root)
    guard case .mapping(let entries) = root.node.content else { throw Unexpected() }
    #expect(root.source.text.string(entries[0].value.range) == "- b\n  - c")
    #expect(root.source.text.string(entries[1].value.range) == "{e: f}")
  }

  @Test("placed values are equal when their values are, wherever they stand")
  func equality() {
    let one = Reading("\n\na: b").root?.mapping { $0.string("a") }
    let other = Reading("a: b").root?.mapping { $0.string("a") }
    #expect(one == other)
    #expect(one?.range != other?.range)
  }

  private struct Unexpected: Error {}
}
