extension Span<UInt8> {
  /// How many bytes between two offsets, both cut to what there is, pass a test.
  ///
  /// The test must be a comparison or two, without a branch: then the processor looks at 16 bytes a step. The counts of 255 bytes fit
  /// into one byte each, and the loop is a plain one (not over a range), which is what makes that possible.
  @inlinable @inline(__always)
  public func count(from start: Int, to end: Int, where test: (UInt8) -> Bool) -> Int {
    let start = Swift.max(start, 0)
    var rest = extracting(Swift.min(start, count)..<Swift.max(Swift.min(start, count), Swift.min(end, count)))
    var total = 0
    while !rest.isEmpty {
      let chunk = rest.extracting(first: Swift.min(255, rest.count))
      rest = rest.extracting(droppingFirst: chunk.count)
      var sum: UInt8 = 0
      var index = 0
      while index < chunk.count {
        sum &+= test(chunk[index]) ? 1 : 0
        index &+= 1
      }
      total &+= Int(sum)
    }
    return total
  }

  /// The offset of the first blank or control character in a stretch, its end when there is none.
  public func firstBlank(from start: Int, to end: Int) -> Int {
    var index = start
    while index &+ 16 <= end, !extracting(index..<index &+ 16).containsAny(where: { $0 <= 0x20 }) { index &+= 16 }
    while index < end, self[index] > 0x20 { index &+= 1 }
    return index
  }

  /// Whether any byte passes a test, which must be as plain as that of `count`.
  @inlinable @inline(__always)
  public func containsAny(where test: (UInt8) -> Bool) -> Bool {
    var found: UInt8 = 0
    var index = 0
    while index < count {
      found |= test(self[index]) ? 1 : 0
      index &+= 1
    }
    return found != 0
  }
}

extension String {
  /// Whether any byte of the text's UTF-8 passes a test, which must be as plain as that of `Span.count`.
  @inlinable @inline(__always)
  public func containsAnyByte(where test: (UInt8) -> Bool) -> Bool { utf8Span.span.containsAny(where: test) }
}
