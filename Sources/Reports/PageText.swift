import SourceText

/// The folded text, with the questions that are asked of its lines.
///
/// All places outside the text are answered as if a blank stood there, so that no question can go astray.
struct PageText {
  let folded: FoldedText
  let bytes: [UInt8]
  let blocks: [FoldedRange]

  init(_ text: FoldedText) {
    folded = text
    bytes = text.bytes
    blocks = text.blocks
  }

  func byte(at index: Int) -> UInt8 {
    bytes.indices.contains(index) ? bytes[index] : 0x20
  }

  /// The three bytes at `index` as a `Glyph` has them, or 0 near the end.
  func glyph(at index: Int) -> UInt32 {
    guard index >= 0, index + 2 < bytes.count else { return 0 }
    return UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }

  func isDigit(at index: Int) -> Bool { (0x30...0x39).contains(byte(at: index)) }

  func starts(with word: [UInt8], at index: Int, limit: Int) -> Bool {
    guard index >= 0, index + word.count <= min(limit, bytes.count) else { return false }
    for offset in word.indices where bytes[index + offset] != word[offset] { return false }
    return true
  }

  func ends(_ range: FoldedRange, with word: [UInt8]) -> Bool {
    range.end - word.count >= range.start && starts(with: word, at: range.end - word.count, limit: range.end)
  }

  func firstIndex(of word: [UInt8], in range: FoldedRange) -> Int? {
    guard let first = word.first else { return nil }
    var index = range.start
    while index + word.count <= range.end {
      if bytes[index] == first, starts(with: word, at: index, limit: range.end) { return index }
      index += 1
    }
    return nil
  }

  func contains(glyph: UInt32, in range: FoldedRange) -> Bool {
    let span = bytes.span
    let (lead, last) = (UInt8(truncatingIfNeeded: glyph >> 16), UInt8(truncatingIfNeeded: glyph))
    var index = range.start
    while index + 2 < range.end {
      let byte = span[index]
      if byte == lead, span[index + 2] == last, self.glyph(at: index) == glyph { return true }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return false
  }

  func contains(byte: UInt8, in range: FoldedRange) -> Bool {
    bytes[range.start..<range.end].contains(byte)
  }

  /// The range without blanks at its ends.
  func trimmed(_ range: FoldedRange) -> FoldedRange {
    var (start, end) = (range.start, range.end)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return FoldedRange(start, end)
  }

  /// The range without a bracketed remark at its end: `…报告(征求意见稿)`.
  func withoutRemark(_ range: FoldedRange) -> FoldedRange {
    var result = range
    while result.count > 2, byte(at: result.end - 1) == 0x29 {
      var open = result.end - 2
      while open > result.start, bytes[open] != 0x28 { open -= 1 }
      if open <= result.start { return result }
      result.end = open
    }
    return result
  }

  /// Whether the author left white space, which folding drops, before the character at `offset`.
  func hasGap(before offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    let before = folded.source(FoldedRange(offset - 1, offset)).end
    return folded.source(FoldedRange(offset, offset + 1)).start > before
  }

  /// Whether two ranges hold the same characters.
  func same(_ left: FoldedRange, _ right: FoldedRange) -> Bool {
    left.count == right.count && bytes[left.start..<left.end].elementsEqual(bytes[right.start..<right.end])
  }
}

extension PageText {
  /// Whether the line is running text: it ends, or holds, a sentence.
  func isProse(_ line: FoldedRange) -> Bool {
    // Most paragraphs end in a full stop, and need not be searched for one.
    if line.count > 1200 || glyph(at: line.end - 3) == Glyph.fullStop { return true }
    switch byte(at: line.end - 1) {
    case 0x3B, 0x21, 0x3F, 0x2C: return true
    default: break
    }
    return contains(glyph: Glyph.fullStop, in: line)
  }

  /// Whether the line begins with a heading's number: 一、 （一） 1. 第一部分 ①.
  func isNumbered(_ line: FoldedRange) -> Bool {
    var index = line.start
    let parenthesised = byte(at: index) == 0x28
    if parenthesised { index += 1 }
    let ordinal = glyph(at: index) == Glyph.ordinal
    if ordinal { index += 3 }
    var digits = 0
    while index < line.end, digits < 4 {
      if isDigit(at: index) {
        index += 1
      } else if Glyph.digit(glyph(at: index)) != nil {
        index += 3
      } else {
        break
      }
      digits += 1
    }
    if digits == 0 { return (0xE291A0...0xE291B3).contains(glyph(at: line.start)) }
    if parenthesised { return byte(at: index) == 0x29 }
    let next = glyph(at: index)
    if ordinal { return next == Glyph.section || next == Glyph.part }
    if next == Glyph.pause { return true }
    // 1. is a number, 1.5 and 2025.2.8 are not.
    return (byte(at: index) == 0x2E || byte(at: index) == 0x29) && digits < 3 && !isDigit(at: index + 1)
  }

  /// Whether the line is only a rule or a page number: ----, -3-, 第3页.
  func isOrnament(_ line: FoldedRange) -> Bool {
    if line.count > 40 { return bytes[line.start..<line.end].allSatisfy(isMark) }
    var index = line.start
    var marks = 0
    if glyph(at: index) == Glyph.ordinal {
      index += 3
      while isDigit(at: index) { index += 1 }
      return index > line.start + 3 && index + 3 == line.end && glyph(at: index) == Glyph.page
    }
    while index < line.end {
      let byte = bytes[index]
      if isMark(byte) {
        marks += 1
      } else if !(0x30...0x39).contains(byte) {
        return false
      }
      index += 1
    }
    // A number needs a dash on both sides to be a page's, and then it has no more than three digits.
    return marks == line.count
      || (marks >= 2 && line.count - marks <= 3 && isMark(bytes[line.start])
        && isMark(bytes[line.end - 1]))
  }

  private func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2A, 0x2D, 0x3D, 0x5F, 0x7C, 0x2E, 0x23, 0x3A, 0x3E, 0x3C: true
    default: false
    }
  }
}
