/// Finds tags that libxml2 would take minutes for: it compares each attribute of a tag with all before it.
enum HTMLTagLength {
  /// Words in a tag, which at worst are as many attributes.
  private static let words = 16_384

  /// Whether the page has a tag with more words than any tag has, outside of quotes and scripts.
  static func isTooLong(in source: [UInt8]) -> Bool {
    // Shorter pages have no room for a tag that takes long.
    if source.count < 4 * words { return false }
    var index = 0
    while let tag = source[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = tag + 1
      guard index < source.count, isLetter(source[index]) else { continue }
      let name = source[index..<min(index + 6, source.count)].map { $0 | 0x20 }
      guard let end = end(of: source[index...]) else { return true }
      index = end
      if name.elementsEqual("script".utf8) || name.starts(with: "style".utf8) {
        index = endOfScript(source, from: index)
      }
    }
    return false
  }

  /// Where a tag ends, or nil when it has too many words first; the end of the page ends it too.
  private static func end(of rest: ArraySlice<UInt8>) -> Int? {
    var count = 0
    var quote: UInt8 = 0
    var isBehindEquals = false
    for index in rest.indices {
      let byte = rest[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: ">"): return index
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // Elsewhere a quote is a part of a name.
        if isBehindEquals { quote = byte }
        count += 1
      case 0...0x20, UInt8(ascii: "/"):
        count += 1
        if byte != UInt8(ascii: "/") { continue }
      case _: break
      }
      isBehindEquals = byte == UInt8(ascii: "=")
      if count > words { return nil }
    }
    return rest.endIndex
  }

  /// Where the next closing tag begins.
  private static func endOfScript(_ source: [UInt8], from start: Int) -> Int {
    var index = start
    while let tag = source[index...].firstIndex(of: UInt8(ascii: "<")) {
      if tag + 1 < source.count, source[tag + 1] == UInt8(ascii: "/") { return tag }
      index = tag + 1
    }
    return source.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
