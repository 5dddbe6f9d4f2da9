import SourceText

/// Reads single code points of valid UTF-8 forwards and backwards, for looks at the edges of lines.
struct ScalarReader {
  let bytes: [UInt8]

  /// The code point at `offset`, with its length in bytes; nil at `end`.
  @inline(__always)
  func scalar(at offset: Int, before end: Int) -> (value: UInt32, length: Int)? {
    guard offset < end else { return nil }
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= end else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for next in 1..<length { value = value << 6 | UInt32(bytes[offset + next] & 0x3F) }
    return (value, length)
  }

  /// The code point that ends at `offset`, with its length in bytes; nil at `start`.
  @inline(__always)
  func scalar(endingAt offset: Int, after start: Int) -> (value: UInt32, length: Int)? {
    var index = offset - 1
    while index > start, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index < start ? nil : scalar(at: index, before: offset)
  }

  /// The part of a range without the white space at its edges; empty, at the range's end, when there is nothing else.
  func trimmed(_ range: TextRange) -> TextRange {
    var trimmed = range
    while let next = scalar(at: trimmed.start, before: range.end), Self.isSpace(next.value) {
      trimmed.start += next.length
    }
    while let last = scalar(endingAt: trimmed.end, after: trimmed.start), Self.isSpace(last.value) {
      trimmed.end -= last.length
    }
    return trimmed
  }

  /// Whether a code point shows nothing: white space, a zero-width space, a stray byte order mark, the end mark of DOS.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1A, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    case _: false
    }
  }

  /// The columns that the white space in a range takes: two for an ideographic space, four for a tab.
  func indentation(of range: TextRange) -> Int {
    var columns = 0
    var offset = range.start
    while let next = scalar(at: offset, before: range.end) {
      switch next.value {
      case 0x09: columns += 4
      case 0x3000, 0x2003: columns += 2
      case 0x0A...0x0D, 0x1A, 0x200B, 0xFEFF: break
      case _: columns += 1
      }
      offset += next.length
    }
    return columns
  }

  /// Whether a range ends as a sentence does, quotes and brackets behind the full stop aside.
  func endsSentence(_ range: TextRange) -> Bool {
    var end = range.end
    while let last = scalar(endingAt: end, after: range.start) {
      switch last.value {
      case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x2026, 0xFF0E: return true  // 。！？；：…．
      case 0x2E, 0x21, 0x3F, 0x3B, 0x3A: return true  // .!?;:
      case 0x201D, 0x2019, 0x22, 0x27, 0xFF09, 0x29, 0x3011, 0x300B, 0x300D, 0x300F: end -= last.length
      case _: return false
      }
    }
    return false
  }
}
