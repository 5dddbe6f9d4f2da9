public import SourceText

/// Splits a text into sentences.
///
/// A sentence ends with 。！？； or with its block. A closing quote or bracket behind the mark belongs to it.
/// A mark inside a short quotation or a title (《…》) ends nothing.
public enum Sentences {
  /// The sentences of `body`, ascending; together with the LFs between blocks they cover all of it.
  public static func split(_ text: FoldedText, in body: FoldedRange) -> [FoldedRange] {
    let bytes = text.bytes.span
    let end = min(body.end, bytes.count)
    var sentences: [FoldedRange] = []
    sentences.reserveCapacity(max(0, body.count) / 96 + 1)
    var start = max(0, body.start)
    while start < end {
      if bytes[start] == 0x0A {
        start += 1
        continue
      }
      let stop = self.end(bytes, from: start, to: end)
      sentences.append(FoldedRange(start, stop))
      start = stop
    }
    return sentences
  }

  /// Where the sentence that starts at `start` ends: behind its mark, before a LF, or at `end`.
  static func end(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    // Folded quotes have no direction: only one that closes a long quotation belongs to the sentence before it.
    var isQuoting = false
    while true {
      index = nextSign(bytes, from: index, to: end)
      guard index < end else { return end }
      switch bytes[index] {
      case 0x0A:
        return index
      case 0x21, 0x3B, 0x3F:
        return closers(bytes, from: index + 1, to: end, isQuoting: isQuoting)
      case 0x22:
        guard let close = closingQuote(bytes, from: index + 1, to: end) else {
          index += 1
          isQuoting = true
          continue
        }
        index = close + 1
        if endsSentence(bytes, before: close) { return closers(bytes, from: index, to: end, isQuoting: false) }
      case 0xE3:
        guard index + 2 < end else { return end }
        let isSign = bytes[index + 1] == 0x80
        let last = bytes[index + 2]
        index += 3
        if isSign, last == 0x82 { return closers(bytes, from: index, to: end, isQuoting: isQuoting) }
        if isSign, last == 0x8A { index = closingTitleMark(bytes, from: index, to: end) ?? index }
      default:
        index += 1
      }
    }
  }

  /// The next byte from `start` on that may be a sign of interest: one of LF ! " ; ? or the first of 。 and 《.
  @inline(__always)
  private static func nextSign(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index &+ 8 <= end {
      let eight = EightBytes(bytes, at: index)
      let wide = eight.places(of: 0xE3)
      if eight.ascii | wide != 0 {
        // LF ! " lie below 0x23; the signs from ; to ? are those that flipping the bits of ? leaves below 5.
        let signs = eight.places(with: 0, below: 0x23) | eight.places(with: 0x3F, below: 5) | wide
        if signs != 0 { return index &+ EightBytes.first(signs) }
      }
      index &+= 8
    }
    while index < end {
      let byte = bytes[index]
      if byte < 0x23 || byte == 0x3B || byte == 0x3F || byte == 0xE3 { return index }
      index &+= 1
    }
    return end
  }

  /// The end of the quotes and brackets that close behind a mark at `start`.
  private static func closers(_ bytes: Span<UInt8>, from start: Int, to end: Int, isQuoting: Bool) -> Int {
    var index = start
    var isQuoting = isQuoting
    while index < end {
      switch bytes[index] {
      case 0x21, 0x29, 0x3F, 0x5D:
        index += 1
      case 0x22 where isQuoting:
        isQuoting = false
        index += 1
      case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && [0x82, 0x8B, 0x91].contains(bytes[index + 2]):
        index += 3
      default:
        return index
      }
    }
    return min(index, end)
  }

  /// The " that closes a quotation of at most 40 characters, or nil.
  private static func closingQuote(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    let limit = min(end, start + 120)
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == 0x22 { return index }
      if byte == 0x0A { return nil }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  /// The place behind the 》 that closes a title of at most 100 characters, or nil.
  private static func closingTitleMark(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    let limit = min(end, start + 300)
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == 0xE3, index + 2 < limit, bytes[index + 1] == 0x80 {
        if bytes[index + 2] == 0x8B { return index + 3 }
        // A second opening mark: the first was never closed.
        if bytes[index + 2] == 0x8A { return nil }
      }
      if byte == 0x0A { return nil }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  private static func endsSentence(_ bytes: Span<UInt8>, before index: Int) -> Bool {
    guard index > 0 else { return false }
    switch bytes[index - 1] {
    case 0x21, 0x3F: return true
    case 0x82: return index >= 3 && bytes[index - 2] == 0x80 && bytes[index - 3] == 0xE3
    default: return false
    }
  }
}
