import SourceText

/// The characters of a title that may be broken over lines, joined, with the way back to their places.
struct TitleText {
  private(set) var bytes: [UInt8] = []
  /// Where each line's piece begins in `bytes`, and the place of its first character in the text.
  private var pieces: [(offset: Int, place: Int)] = []
  private(set) var range: FoldedRange

  /// - Parameter lines: at least one range.
  init(_ lines: [FoldedRange], of text: PageText) {
    range = FoldedRange(lines.first?.start ?? 0, lines.last?.end ?? 0)
    for line in lines {
      pieces.append((bytes.count, line.start))
      bytes += text.bytes[line.start..<line.end]
    }
  }

  /// The title within one stretch of the text.
  init(_ range: FoldedRange, of text: PageText) {
    var lines: [FoldedRange] = []
    var start = range.start
    for index in range.start..<max(range.start, range.end) where text.bytes[index] == 0x0A {
      if index > start { lines.append(FoldedRange(start, index)) }
      start = index + 1
    }
    if start < range.end { lines.append(FoldedRange(start, range.end)) }
    self.init(lines, of: text)
  }

  func firstIndex(of word: [UInt8], from start: Int = 0) -> Int? {
    guard let last = word.last else { return nil }
    // The last byte of a character tells more characters apart than the first.
    var end = start + word.count
    while end <= bytes.count {
      if bytes[end - 1] == last, matches(word, at: end - word.count) { return end - word.count }
      end += 1
    }
    return nil
  }

  private func matches(_ word: [UInt8], at start: Int) -> Bool {
    for offset in word.indices where bytes[start + offset] != word[offset] { return false }
    return true
  }

  func contains(_ word: [UInt8]) -> Bool { firstIndex(of: word) != nil }

  /// Whether the title ends in one of the words, bracketed remarks at its end left aside.
  func ends(inAnyOf words: [[UInt8]]) -> Bool {
    let end = endWithoutRemarks
    return words.contains { $0.count <= end && matches($0, at: end - $0.count) }
  }

  private var endWithoutRemarks: Int {
    var end = bytes.count
    while end > 2, bytes[end - 1] == 0x29, let open = bytes[..<end].lastIndex(of: 0x28), open > 0 { end = open }
    return end
  }

  /// The place in the text of a stretch of the title.
  func place(_ range: Range<Int>) -> FoldedRange {
    guard !range.isEmpty else { return FoldedRange(place(of: range.lowerBound), place(of: range.lowerBound)) }
    return FoldedRange(place(of: range.lowerBound), place(of: range.upperBound - 1) + 1)
  }

  private func place(of offset: Int) -> Int {
    guard let piece = pieces.last(where: { $0.offset <= offset }) else { return range.start }
    return piece.place + offset - piece.offset
  }

  /// The first year, 2024年, 2024年度 or 2024 alone, that is not quoted.
  func year() -> (value: Int, offsets: Range<Int>)? {
    var quotes = 0
    var index = 0
    while index + 4 <= bytes.count {
      let glyph = glyph(at: index)
      if glyph == Glyph.openTitle { quotes += 1 }
      if glyph == Glyph.closeTitle { quotes = max(0, quotes - 1) }
      if isDigit(index), index == 0 || !isDigit(index - 1), isDigit(index + 1), isDigit(index + 2), isDigit(index + 3),
        !isDigit(index + 4), bytes[index] == 0x32, bytes[index + 1] == 0x30, quotes == 0, !isSpan(index)
      {
        var end = index + 4
        if self.glyph(at: end) == Glyph.year {
          end += 3
          if self.glyph(at: end) == Glyph.fullYear { end += 3 }
        }
        return (bytes[index..<(index + 4)].reduce(0) { $0 * 10 + Int($1) - 0x30 }, index..<end)
      }
      index += 1
    }
    return nil
  }

  /// Whether the year at `index` is one end of 2021-2025年.
  private func isSpan(_ index: Int) -> Bool {
    let after = glyph(at: index + 4) == Glyph.year ? index + 7 : index + 4
    if isDash(after), isDigit(after + 1), isDigit(after + 4) { return true }
    return isDash(index - 1) && (isDigit(index - 2) || glyph(at: index - 4) == Glyph.year)
  }

  private func isDash(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] == 0x2D }

  private func isDigit(_ index: Int) -> Bool {
    bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
  }

  private func glyph(at index: Int) -> UInt32 {
    guard index >= 0, index + 2 < bytes.count else { return 0 }
    return UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }
}
