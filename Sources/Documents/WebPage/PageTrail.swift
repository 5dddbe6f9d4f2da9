import SourceText

/// Finds the trail of a page, 首页 > 政务公开 > 法治政府建设年度报告: the steps that lead to it in its site.
///
/// It is told by its build, not by words: a short line of links with signs such as > between them, or an element that bears the
/// name by which site builders all over the world know it. Of several the last before the text counts.
struct PageTrail {
  /// The pieces of each step, cut to it; empty when the page shows no trail.
  private(set) var steps: [[PageOutline.Piece]] = []

  private let outline: PageOutline
  private let source: [UInt8]

  /// - Parameter end: how many pieces stand before the text of the page.
  init(of outline: PageOutline, source: [UInt8], before end: Int) {
    self.outline = outline
    self.source = source
    let elements = trailElements()
    let pieces = outline.pieces
    var index = 0
    while index < min(end, pieces.count) {
      let start = index
      let element = elements.isEmpty ? -1 : elements[Int(pieces[start].node)]
      while index < min(end, pieces.count),
        element < 0 ? pieces[index].line == pieces[start].line : elements[Int(pieces[index].node)] == element
      {
        index += 1
      }
      if outline.nodes[Int(pieces[start].node)].isHidden || element < 0 && !hasSign(start..<index) { continue }
      if let found = split(start..<index, isElement: element >= 0) { steps = found }
    }
  }

  /// The element known as a trail in which each node lies, -1 for none; nothing at all when the page has no such element.
  private func trailElements() -> [Int] {
    guard outline.nodes.contains(where: \.isTrail) else { return [] }
    var elements = [Int](repeating: -1, count: outline.nodes.count)
    for (index, node) in outline.nodes.enumerated() {
      let above = node.parent < 0 ? -1 : elements[node.parent]
      elements[index] = above >= 0 ? above : node.isTrail ? index : -1
    }
    return elements
  }

  private func hasSign(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let piece = outline.pieces[index]
      if let reference = piece.reference { return isSign(reference) }
      return (piece.source.start..<piece.source.end).contains { sign(at: $0, before: piece.source.end) != nil }
    }
  }

  /// The steps of a stretch of pieces, or nil when it is no trail.
  private func split(_ range: Range<Int>, isElement: Bool) -> [[PageOutline.Piece]]? {
    let (longest, longestStep) = (1200, 300)
    var steps: [[PageOutline.Piece]] = []
    var step: [PageOutline.Piece] = []
    var hasLink = false
    var size = 0
    func close() {
      let start = step.firstIndex(where: isInked) ?? 0
      if let end = step.lastIndex(where: isInked) { steps.append(Array(step[start...end])) }
      step = []
    }
    for index in range {
      let piece = outline.pieces[index]
      if index > range.lowerBound, outline.pieces[index - 1].line != piece.line { close() }
      if piece.isGenerated { continue }
      hasLink = hasLink || piece.isLink
      size += piece.source.count
      if size > longest { return nil }
      if let reference = piece.reference {
        if isSign(reference) { close() } else { step.append(piece) }
        continue
      }
      // In an element that is a trail, what stands between two links parts them, whatever it is: / - | ·
      if isElement, !piece.isLink, hasLink, piece.source.count <= 6, !isWord(piece.source) {
        close()
        continue
      }
      var from = piece.source.start
      var at = from
      while at < piece.source.end {
        guard let length = sign(at: at, before: piece.source.end) else {
          at += 1
          continue
        }
        step.append(piece.cut(to: TextRange(from, at)))
        close()
        at += length
        from = at
      }
      step.append(piece.cut(to: TextRange(from, piece.source.end)))
    }
    close()
    let isTooLong = steps.contains { $0.reduce(0) { $0 + $1.source.count } > longestStep }
    return steps.count < 2 || !hasLink || isTooLong ? nil : steps
  }

  private func isInked(_ piece: PageOutline.Piece) -> Bool {
    if let reference = piece.reference { return reference.bytes != 0xA0C2 && reference.bytes > 0x20 }
    let reader = ScalarReader(bytes: source)
    return !reader.trimmed(piece.source).isEmpty
  }

  /// Whether a stretch holds a letter or a Chinese character.
  private func isWord(_ range: TextRange) -> Bool {
    source[range.start..<range.end].contains { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || (0xE4...0xE9).contains(byte)
    }
  }

  /// > ＞ » › →
  private static let signs: [[UInt8]] = [">", "＞", "»", "›", "→"].map { Array($0.utf8) }

  private func sign(at offset: Int, before end: Int) -> Int? {
    switch source[offset] {
    case 0x3E: return 1
    case 0xC2, 0xE2, 0xEF:
      return Self.signs.first { offset + $0.count <= end && source[offset...].starts(with: $0) }?.count
    case _: return nil
    }
  }

  private func isSign(_ reference: PageOutline.Reference) -> Bool {
    Self.signs.contains { sign in
      sign.count == reference.count
        && sign.enumerated().allSatisfy { $1 == UInt8(truncatingIfNeeded: reference.bytes >> UInt64(8 * $0)) }
    }
  }
}
