import SourceText

/// The first and the last lines of a page, as far as they can be anything but the report's running text.
struct PageWindows {
  /// Blocks from the first to where the report is surely under way.
  var head: Range<Int>
  /// Blocks from where the report surely was still under way to the last.
  var tail: Range<Int>

  /// Lines looked at on either side; a page's navigation and footer are shorter.
  private static let most = 600
  /// So many paragraphs of running text in a row are the report itself, not a notice before it.
  private static let enoughProse = 4

  init(_ text: PageText) {
    func isLongProse(_ block: Int) -> Bool {
      let range = text.blocks[block]
      return range.count > 90 && text.isProse(range)
    }
    var prose = 0
    var end = 0
    while end < text.blocks.count, end < Self.most, prose < Self.enoughProse {
      prose = isLongProse(end) ? prose + 1 : prose
      end += 1
    }
    head = 0..<end
    prose = 0
    var start = text.blocks.count
    while start > 0, text.blocks.count - start < Self.most, prose < Self.enoughProse {
      start -= 1
      prose = isLongProse(start) ? prose + 1 : prose
    }
    tail = start..<text.blocks.count
  }

  /// The stretches of text that the windows cover, joined where they meet.
  func ranges(in text: PageText) -> [FoldedRange] {
    func range(_ blocks: Range<Int>) -> FoldedRange {
      guard let first = blocks.first, let last = blocks.last else { return FoldedRange(0, 0) }
      return FoldedRange(text.blocks[first].start, text.blocks[last].end)
    }
    let (first, last) = (range(head), range(tail))
    return last.start < first.end ? [FoldedRange(first.start, max(first.end, last.end))] : [first, last]
  }
}
