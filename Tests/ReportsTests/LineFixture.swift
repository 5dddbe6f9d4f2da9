import Documents
import Reports
import SourceText

/// A text read line by line: each line is a block, `| … |` a table row, `# …` a marked heading, `**…**` a line in bold.
struct LineFixture {
  let document: DecodedDocument
  let text: FoldedText

  init(_ string: String) {
    let decoded = DecodedText(string)
    var blocks: [Block] = []
    var dropped: [TextRange] = []
    var start = 0
    let bytes = decoded.bytes
    var followsBlank = true
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var first = start
      while first < end, bytes[first] == 0x20 { first += 1 }
      if first < end {
        var kind = Block.Kind.paragraph
        var isEmphasised = false
        let marks = bytes[first..<end].prefix { $0 == 0x23 }.count
        if marks > 0 {
          kind = .heading(level: marks)
          dropped.append(TextRange(first, first + marks + 1))
        } else if bytes[first] == 0x2A {
          isEmphasised = true
          dropped.append(TextRange(first, first + 2))
          dropped.append(TextRange(end - 2, end))
        } else if bytes[first..<end].contains(0x7C) {
          kind = .tableRow
        }
        blocks.append(
          Block(kind: kind, range: TextRange(first, end), followsBlank: followsBlank, isEmphasised: isEmphasised))
      }
      followsBlank = first == end
      start = end + 1
    }
    document = DecodedDocument(format: .text, encoding: .utf8, text: decoded, blocks: blocks, dropped: dropped)
    text = FoldedText(decoded, blocks: blocks.map(\.range), dropped: dropped)
  }

  var tree: SectionTree { tree(from: 0) }

  /// The tree of the blocks from `first` on, as after a title.
  func tree(from first: Int) -> SectionTree {
    SectionTree.read(document: document, text: text, bodyBlocks: Array(first..<max(first, text.blocks.count)))
  }

  var whole: FoldedRange { FoldedRange(0, text.bytes.count) }

  /// The sections as lines: level, style, heading, and the position of the parent.
  static func outline(_ tree: SectionTree, _ text: FoldedText) -> [String] {
    tree.sections.map { section in
      "\(section.level) \(section.style) \(text.string(section.heading)) <\(section.parent.map(String.init) ?? "-")"
    }
  }
}
