import Documents
import SourceText
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  /// What the later stages rely on.
  static func check(_ document: DecodedDocument) {
    let size = document.text.bytes.count
    #expect(String(validating: document.text.bytes, as: UTF8.self) != nil)
    #expect(!document.blocks.isEmpty)
    var end = 0
    for block in document.blocks {
      #expect(end <= block.range.start && block.range.start < block.range.end && block.range.end <= size)
      end = block.range.end
    }
    var blocks = document.blocks[...]
    end = 0
    for gap in document.dropped {
      while let block = blocks.first, block.range.end < gap.end { blocks.removeFirst() }
      #expect(end <= gap.start && gap.start < gap.end)
      #expect(blocks.first.map { $0.range.start <= gap.start && gap.end <= $0.range.end } == true)
      end = gap.end
    }
  }

  static let seeds = [
    Array(EncodingTests.sample.utf8), encoded(EncodingTests.sample, as: "GBK"),
    encoded(EncodingTests.sample, as: "UTF-16LE"),
    Array(MarkdownTests.structure.map(\.text).joined(separator: "\n\n").utf8),
    Array(
      WrappedTextTests.paragraphs.flatMap { WrappedTextTests.wrap($0, 40, indent: "\u{3000}") }
        .joined(separator: "\n").utf8),
  ]

  @Test("reads or refuses whatever bytes it gets", arguments: ["a.txt", "a.md"])
  func randomBytes(_ name: String) {
    var dice = Dice(20_250_401)
    for _ in 0..<1500 {
      let range = [256, 128, 16, 0xC0][dice.roll(4)]
      let bytes = (0..<dice.roll(200)).map { _ in UInt8(truncatingIfNeeded: dice.roll(range) + (range == 16 ? 0x1F : 0))
      }
      if let document = try? decodeDocument(bytes, name: name) { Self.check(document) }
    }
  }

  @Test("reads or refuses damaged texts", arguments: ["a.txt", "a.md"], seeds.indices)
  func flippedBits(_ name: String, _ seed: Int) {
    var dice = Dice(UInt64(seed) + 7)
    for _ in 0..<300 {
      var bytes = Self.seeds[seed]
      for _ in 0...dice.roll(4) {
        let at = dice.roll(bytes.count)
        switch dice.roll(4) {
        case 0: bytes[at] ^= 1 << UInt8(dice.roll(8))
        case 1: bytes.remove(at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + dice.roll(100)))
        case _: bytes.insert(contentsOf: Array("\n*_`[](<!-->|#>- ~\\".utf8).shuffled(&dice), at: at)
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      if let document = try? decodeDocument(bytes, name: name) { Self.check(document) }
    }
  }

  @Test("reads words and marks in any order as text", arguments: ["a.txt", "a.md"])
  func shuffledMarks(_ name: String) throws {
    let pieces = [
      "甲", "a", "。", " ", "\n", "\n\n", "\r\n", "\u{3000}", "**", "*", "_", "~~", "`", "``", "[", "](", ")", "![",
      "<!--", "-->",
      "<b>", "#", "- ", "> ", "|", "---", "===", "```\n", "\\", "1.", "&nbsp;", "\u{C}",
    ]
    var dice = Dice(3)
    for _ in 0..<2000 {
      let text = (0..<dice.roll(60)).map { _ in pieces[dice.roll(pieces.count)] }.joined()
      if let document = try? decodeDocument(Array(text.utf8), name: name) { Self.check(document) }
    }
  }

  @Test(
    "takes time in step with the size", .timeLimit(.minutes(1)),
    arguments: [
      "[", "[](", "](", "![a](b", "<a", "<!--", "<!-- -->", "`", "` ``", "*a", "**a_", "_a*", "> ", "((", "\\",
      "&nbsp;", "~~~\n",
      "|", "|\n|-|\n", "a\n---\n", "甲。\n", "\u{3000}", "\u{C}", "-\u{3000}",
    ])
  func repetition(_ piece: String) {
    var limits = DocumentLimits()
    limits.blocks = .max
    let bytes = Array(String(repeating: piece, count: 400_000 / piece.utf8.count).utf8)
    for name in ["a.txt", "a.md"] {
      if let document = try? decodeDocument(bytes, name: name, limits: limits) {
        #expect(document.blocks.last.map { $0.range.end <= bytes.count } == true)
      }
    }
  }
}

extension [UInt8] {
  fileprivate func shuffled(_ dice: inout Dice) -> [UInt8] {
    (0..<dice.roll(count)).map { _ in self[dice.roll(count)] }
  }
}
