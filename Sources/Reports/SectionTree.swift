public import Documents
public import SourceText

/// The sections of a report's body and the paragraphs before the first of them.
public struct SectionTree: Hashable, Sendable {
  /// In reading order, parents before their children.
  public var sections: [Section]
  /// The paragraphs before the first heading; nil when there are none, and when there is no heading at all, since then
  /// nothing tells where the opening ends.
  public var preamble: FoldedRange?

  /// Reads the headings of the body and orders them to a tree.
  ///
  /// - Parameters:
  ///   - document: says which blocks are table rows, list items and marked headings.
  ///   - text: its folded text, whose blocks are in step with the document's.
  ///   - bodyBlocks: the blocks of the report itself, without title and signature, as ascending positions in
  ///     `text.blocks`; others are left out of the reading, and positions that do not exist are skipped.
  public static func read(document: DecodedDocument, text: FoldedText, bodyBlocks: [Int]) -> SectionTree {
    let known = min(document.blocks.count, text.blocks.count)
    let blocks = bodyBlocks.filter { $0 >= 0 && $0 < known }
    let headings = HeadingFinder(document: document, text: text, blocks: blocks).headings()
    guard let first = headings.first else { return SectionTree(sections: [], preamble: nil) }
    var preamble: FoldedRange?
    if first.position > 0 {
      preamble = FoldedRange(text.blocks[blocks[0]].start, text.blocks[blocks[first.position - 1]].end)
    }
    let ends = blocks.map { text.blocks[$0].end }
    let starts = blocks.map { text.blocks[$0].start }
    return SectionTree(sections: assembled(headings, starts: starts, ends: ends), preamble: preamble)
  }

  private static func assembled(_ headings: [HeadingLine], starts: [Int], ends: [Int]) -> [Section] {
    let ranks = HeadingRanks(headings)
    var sections: [Section] = []
    sections.reserveCapacity(headings.count)
    var open: [HeadingRanks.Open] = []
    for (index, line) in headings.enumerated() {
      let textEnd = line.position > 0 ? ends[line.position - 1] : line.heading.start
      let rank = ranks.rank(of: index, in: headings, open: open)
      while let last = open.last, last.rank >= rank {
        sections[last.section].extent.end = max(sections[last.section].heading.end, textEnd)
        open.removeLast()
      }
      let parent = open.last?.section
      let level = max(ranks.level(of: rank), (parent.map { sections[$0].level } ?? 0) + 1)
      let nextPosition = index + 1 < headings.count ? headings[index + 1].position : ends.count
      let bodyEnd = max(line.heading.end, ends[nextPosition - 1])
      var bodyStart = line.heading.end
      // What follows a heading that fills its block starts with the next block.
      if ends[line.position] <= bodyStart, line.position + 1 < nextPosition { bodyStart = starts[line.position + 1] }
      sections.append(
        Section(
          parent: parent, level: level, numbering: line.numbering, heading: line.heading, style: line.style,
          body: FoldedRange(min(bodyStart, bodyEnd), bodyEnd),
          extent: FoldedRange(line.heading.start, ends[ends.count - 1])))
      open.append(
        HeadingRanks.Open(
          section: index, rank: rank,
          isLeaf: line.numbering == nil ? line.markedLevel == nil : line.style != .standalone))
    }
    return sections
  }
}
