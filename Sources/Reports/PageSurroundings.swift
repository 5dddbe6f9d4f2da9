import SourceText

/// What of the page around the report tells where it is filed, and what of it came along with the text.
struct PageSurroundings {
  let text: PageText
  /// What each block is.
  let parts: [PagePart]
  let words: PageWords

  /// Where the report is filed: the field that says so, else the trail above the text, without where all trails of the site
  /// begin, else what the file states beside the text.
  func column(_ fields: [MetadataField], before body: Int, _ declared: DeclaredFacts) -> FoldedRange? {
    if let field = fields.first(where: { $0.field == Self.columnField && !$0.value.isEmpty }) { return field.value }
    for block in 0..<min(body, parts.count) where parts[block] == .furniture || parts[block] == .metadata {
      if let trail = trail(in: text.trimmed(text.blocks[block])) { return trail }
    }
    for value in declared.values(of: Self.columnField) {
      if let filed = separators(in: value).isEmpty ? value : trail(in: value) { return filed }
    }
    return nil
  }

  private static let columnField = "column"

  /// The steps of a trail, 首页 > 政务公开 > 公示公告, behind the first; a last one that bears a year is the page itself.
  private func trail(in range: FoldedRange) -> FoldedRange? {
    let separators = separators(in: range)
    guard let first = separators.first, let last = separators.last else { return nil }
    let steps = text.trimmed(FoldedRange(first.end, range.end))
    let page = FoldedRange(last.end, range.end)
    guard last.start > first.start, hasYear(page) else { return steps.isEmpty || hasYear(steps) ? nil : steps }
    return text.trimmed(FoldedRange(first.end, last.start))
  }

  /// The marks > » › → between the steps of a trail; bars part the entries of a menu.
  private func separators(in range: FoldedRange) -> [FoldedRange] {
    var found: [FoldedRange] = []
    var index = range.start
    while index < range.end {
      switch text.byte(at: index) {
      case 0x3E:
        found.append(FoldedRange(index, index + 1))
      case 0xC2 where text.byte(at: index + 1) == 0xBB:
        found.append(FoldedRange(index, index + 2))
      case 0xE2 where text.glyph(at: index) == Glyph.angle || text.glyph(at: index) == Glyph.arrow:
        found.append(FoldedRange(index, index + 3))
      default: break
      }
      index += 1
    }
    return found
  }

  private func hasYear(_ range: FoldedRange) -> Bool {
    var index = range.start
    while index + 3 < range.end {
      if text.byte(at: index) == 0x32, text.byte(at: index + 1) == 0x30, text.isDigit(at: index + 2),
        text.isDigit(at: index + 3)
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Lines of the page, and counters and buttons inside the line under the title.
  func residue() -> [FoldedRange] {
    var found: [FoldedRange] = []
    for (block, part) in parts.enumerated() {
      switch part {
      case .title, .addressee, .body, .signature, .appendix: continue
      case .furniture, .metadata: break
      }
      let range = text.trimmed(text.blocks[block])
      let hits = words.inside(range).filter { $0.word == .furniture }
      if hits.isEmpty { continue }
      if part == .furniture {
        found.append(range)
      } else {
        found += hits.map(\.range).filter { isCounter($0, before: range.end) }
      }
    }
    return found
  }

  /// Whether a word is a label of the page, 浏览次数:, or a button at the line's end, not part of a value.
  private func isCounter(_ range: FoldedRange, before end: Int) -> Bool {
    range.end == end || text.byte(at: range.end) == 0x3A || text.isDigit(at: range.end)
  }
}
