import SourceText

/// What is wrong with bytes that are not UTF-8: a few damaged bytes, or another encoding altogether.
struct UTF8Damage {
  /// The offset of the first bad byte.
  private var first: Int
  /// How many stretches of bad bytes there are.
  private var places = 0
  /// Bytes above 0x7F, and those of them that belong to whole characters of three or four bytes.
  private var highBytes = 0
  private var soundBytes = 0
  private var isOnlyCutOff = false

  /// Looks at all of the bytes; nil when they are valid UTF-8.
  init?(of bytes: [UInt8]) {
    first = bytes.count
    var index = 0
    var lastBad = -2
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = Self.length(of: bytes.span, at: index)
      if length == 0 {
        if places == 0 { first = index }
        if lastBad != index - 1 { places += 1 }
        lastBad = index
        highBytes += 1
        index += 1
      } else {
        highBytes += length
        // Pairs of GBK bytes often are UTF-8 sequences of two bytes, seldom of three.
        if length > 2 { soundBytes += length }
        index += length
      }
    }
    if places == 0 { return nil }
    let tail = bytes.count - first
    isOnlyCutOff =
      places == 1 && tail < 4 && bytes[first] >= 0xC2 && bytes[(first + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// Whether the text is UTF-8 for all that: Chinese in GBK has almost no such sequences, Chinese in UTF-8 almost nothing else.
  var isLikely: Bool { soundBytes * 10 >= highBytes * 7 }

  /// The error that says where the damage is.
  ///
  /// - Parameter offset: where `bytes` start in the file.
  func error(in bytes: [UInt8], offset: Int) -> DocumentError {
    let place = RefusalReason.DamagedPlace(after: Array(bytes[..<first]), offset: first + offset)
    return DocumentError(isOnlyCutOff ? .cutOff(.utf8, place) : .damaged(.utf8, place, count: places))
  }

  /// The length of the valid sequence at `index`, whose first byte is above 0x7F; 0 when there is none.
  private static func length(of bytes: Span<UInt8>, at index: Int) -> Int {
    func continues(_ count: Int) -> Bool {
      guard index + count < bytes.count else { return false }
      for next in 1...count where bytes[index + next] & 0xC0 != 0x80 { return false }
      return true
    }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return second >= 0xA0 && continues(2) ? 3 : 0
    case 0xED: return second < 0xA0 && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(2) ? 3 : 0
    case 0xF0: return second >= 0x90 && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(3) ? 4 : 0
    case 0xF4: return second < 0x90 && continues(3) ? 4 : 0
    case _: return 0
    }
  }
}
