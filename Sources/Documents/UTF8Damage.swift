import SourceText

/// What is wrong with bytes that are not UTF-8: a few damaged bytes, or another encoding altogether.
struct UTF8Damage {
  /// The offset of the first bad byte.
  private var first: Int
  /// How many stretches of bad bytes there are.
  private var places = 0
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
      }
      index += max(length, 1)
    }
    if places == 0 { return nil }
    let tail = bytes.count - first
    isOnlyCutOff =
      places == 1 && tail < 4 && bytes[first] >= 0xC2 && bytes[(first + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// Whether bytes with a fault are UTF-8 for all that, judged by all before the fault and some KB behind it.
  ///
  /// Chinese in UTF-8 is almost nothing but sequences of three bytes. Pairs of GBK bytes often look like sequences of two,
  /// seldom of three.
  static func isLikely(in bytes: [UInt8], firstFault: Int) -> Bool {
    var high = 0
    var sound = 0
    var index = 0
    while index < min(bytes.count, firstFault + 4096) {
      let length = bytes[index] < 0x80 ? 0 : Self.length(of: bytes.span, at: index)
      if bytes[index] >= 0x80 { high += max(length, 1) }
      if length > 2 { sound += length }
      index += max(length, 1)
    }
    return sound * 10 >= high * 7
  }

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
