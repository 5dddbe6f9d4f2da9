/// Bytes packed as zip files pack them (RFC 1951), for content that repeats: one packed byte holds up to 1,032 of it.
package struct Deflated {
  package private(set) var bytes: [UInt8] = []
  /// Bytes after inflation.
  package let size: Int
  /// CRC-32 of the bytes after inflation; 0 where that was not asked for.
  package private(set) var checksum = 0
  private var pending: UInt64 = 0
  private var count = 0

  /// Packs a head, a stretch so many times, and a tail.
  ///
  /// - Parameters:
  ///   - stretch: at most 32,768 bytes.
  ///   - isChecked: whether the checksum is worked out, which takes a while for bombs.
  package init(
    head: some Collection<UInt8> = [], repeating stretch: some Collection<UInt8>, times: Int,
    tail: some Collection<UInt8> = [], isChecked: Bool = true
  ) {
    let stretch = Array(stretch)
    size = head.count + stretch.count * times + tail.count
    let distance = Self.distance(stretch.count)
    put(1, 1)
    put(2, 2)
    put(29, 5)
    put(distance.symbol, 5)
    put(14, 4)
    // The lengths in use are 0, 1, 2 and 10, each in two bits; the order is the format's.
    for length in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1] {
      put([0, 1, 2, 10].contains(length) ? 2 : 0, 3)
    }
    for symbol in 0..<286 { put(length: symbol < 256 ? 10 : symbol == 256 ? 2 : symbol == 285 ? 1 : 0) }
    for symbol in 0...distance.symbol { put(length: symbol == distance.symbol ? 1 : 0) }
    for byte in head { put(literal: byte) }
    var left = stretch.count * times
    if left > 0 {
      for byte in stretch { put(literal: byte) }
      left -= stretch.count
    }
    while left >= 258 {
      // 258 bytes again: one bit for the length, one for the distance.
      put(0, 2)
      put(distance.extra, distance.bits)
      left -= 258
    }
    let done = stretch.count * times - left
    for index in 0..<left { put(literal: stretch[(done + index) % stretch.count]) }
    for byte in tail { put(literal: byte) }
    put(1, 2)
    put(0, 7)
    if !isChecked { return }
    var sum = ZipChecksum()
    sum.add(head)
    for _ in 0..<times { sum.add(stretch) }
    sum.add(tail)
    checksum = sum.value
  }

  private mutating func put(_ value: Int, _ bits: Int) {
    pending |= UInt64(value) << UInt64(count)
    count += bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Codes come with their highest bit first.
  private mutating func put(code: Int, _ bits: Int) {
    for bit in (0..<bits).reversed() { put(code >> bit & 1, 1) }
  }

  private mutating func put(length: Int) {
    put(code: length == 10 ? 3 : length, 2)
  }

  private mutating func put(literal byte: UInt8) {
    put(code: 768 + Int(byte), 10)
  }

  private static func distance(_ count: Int) -> (symbol: Int, bits: Int, extra: Int) {
    var first = 1
    for symbol in 0..<30 {
      let bits = max(symbol / 2 - 1, 0)
      if count < first + (1 << bits) { return (symbol, bits, count - first) }
      first += 1 << bits
    }
    preconditionFailure("a stretch of \(count) bytes is too long")
  }
}
