/// Folds blocks of UTF-8 one after the other, copying what stays as it is in runs.
struct Folder {
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [FoldedRange] = []
  private(set) var map: SourceMap
  /// Where the block being folded starts in `bytes`.
  private var blockStart = 0
  /// The white space since the last character, in the source; nil when there is none.
  private var whiteSpace: TextRange?

  init(sourceCount: Int, blockCount: Int) {
    map = SourceMap(capacity: sourceCount / 16 + 8)
    bytes.reserveCapacity(sourceCount + blockCount)
    blocks.reserveCapacity(blockCount)
  }

  /// Folds the blocks of `source` without the stretches to be dropped, both ascending and not overlapping.
  mutating func fold(_ source: [UInt8], blocks ranges: [TextRange], dropped: [TextRange]) {
    var nextDropped = 0
    var sourceEnd = 0
    for range in ranges {
      // Ranges out of order are cut to what is ascending: a wrong block is better than a crash.
      let start = boundary(in: source, from: max(range.start, sourceEnd))
      let end = boundary(in: source, from: max(start, range.end))
      if !blocks.isEmpty {
        map.append(folded: bytes.count, source: sourceEnd, sourceUnit: start - sourceEnd)
        bytes.append(0x0A)
      }
      blockStart = bytes.count
      whiteSpace = nil
      var pieceStart = start
      while nextDropped < dropped.count, dropped[nextDropped].end <= start { nextDropped += 1 }
      while nextDropped < dropped.count, dropped[nextDropped].start < end {
        let hole = dropped[nextDropped]
        let pieceEnd = min(boundary(in: source, from: max(hole.start, pieceStart)), end)
        if pieceEnd > pieceStart { foldPiece(source, from: pieceStart, to: pieceEnd) }
        pieceStart = max(pieceStart, min(boundary(in: source, from: max(hole.end, pieceStart)), end))
        if hole.end > end { break }
        nextDropped += 1
      }
      if pieceStart < end { foldPiece(source, from: pieceStart, to: end) }
      blocks.append(FoldedRange(blockStart, bytes.count))
      sourceEnd = end
    }
  }

  private mutating func foldPiece(_ source: [UInt8], from start: Int, to end: Int) {
    let span = source.span
    var index = start
    while index < end {
      let runEnd = Self.endOfCopiedRun(span, from: index, to: end)
      if runEnd > index {
        copy(source, from: index, to: runEnd)
        index = runEnd
        if index >= end { return }
      }
      index += foldScalar(source, at: index, end: end)
    }
  }

  /// Where the first character stands, from `start` on, that needs a closer look.
  static func endOfCopiedRun(_ source: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      while index &+ 8 <= end {
        // Any eight bytes are a number; the place is checked.
        let word = UInt64(
          littleEndian: unsafe source.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
        guard isPlain(word) else { break }
        index &+= 3
        guard isPlain(word >> 24) else { break }
        index &+= 3
      }
      let lead = source[index]
      if lead &- 0xE3 < 12 {
        // Chinese characters, whose lead bytes vary too much for a branch on each to be foreseen.
        guard index &+ 2 < end else { return index }
        let scalar = UInt32(lead) << 16 | UInt32(source[index &+ 1]) << 8 | UInt32(source[index &+ 2])
        if scalar < 0xE38100 || scalar == 0xE383BB {
          if scalar >= 0xE38080, scalar < 0xE380C0, !isSpecialInE380(source[index + 2]) {
            index += 3
            continue
          }
          return index
        }
        // 年 ends a year in Chinese digits, unless an ASCII digit stands before it.
        if scalar == 0xE5B9B4, index == 0 || !(0x31...0x39).contains(source[index - 1]) { return index }
        index &+= 3
      } else if lead < 0x80 {
        if lead <= 0x20 || lead >= 0x7E { return index }
        repeat { index &+= 1 } while index < end && source[index] &- 0x21 < 0x5D
      } else if lead < 0xC3 || lead == 0xE1 || lead == 0xE2 || lead == 0xEF {
        return index
      } else {
        index += lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      }
    }
    return min(index, end)
  }

  /// Whether the lowest three bytes are a Chinese character that is copied whatever stands around it: any but 年.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool { word & 0xFF &- 0xE4 < 6 && word & 0xFF_FFFF != 0xB4_B9E5 }

  /// Whether folding changes the character of U+3000…U+303F with this last byte: space, quotes, brackets, wave dash.
  @inline(__always)
  private static func isSpecialInE380(_ third: UInt8) -> Bool {
    (0x70F0_F001 as UInt64) >> UInt64(third & 0x3F) & 1 != 0
  }

  /// Folds the character at `index` and returns its width in the source.
  private mutating func foldScalar(_ source: [UInt8], at index: Int, end: Int) -> Int {
    if source[index] == 0xEF, index + 2 < end, let ascii = Self.asciiOfFullWidth(source[index + 1], source[index + 2]) {
      settleWhiteSpace(before: ascii)
      map.append(folded: bytes.count, source: index, foldedUnit: 1, sourceUnit: 3)
      bytes.append(ascii)
      return 3
    }
    let (scalar, width) = decodedScalar(source, at: index, end: end)
    switch ScalarFolding(of: scalar) {
    case .same:
      if scalar == 0x5E74 { foldYear() }
      copy(source, from: index, to: index + width)
    case .replaced(let other):
      if other < 0x80 {
        settleWhiteSpace(before: UInt8(truncatingIfNeeded: other))
        map.append(folded: bytes.count, source: index, foldedUnit: 1, sourceUnit: width)
        bytes.append(UInt8(truncatingIfNeeded: other))
      } else {
        whiteSpace = nil
        let encoded = encodedScalar(other)
        map.append(folded: bytes.count, source: index, foldedUnit: encoded.count, sourceUnit: width)
        bytes.append(contentsOf: encoded)
      }
    case .whiteSpace:
      whiteSpace = TextRange(whiteSpace?.start ?? index, index + width)
    case .nothing:
      break
    }
    return width
  }

  /// The ASCII character of U+FF01…U+FF5D, by far the most frequent change, from its last two bytes.
  @inline(__always)
  private static func asciiOfFullWidth(_ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (second, third) {
    case (0xBC, 0x81...0xBF): third &- 0x60
    case (0xBD, 0x80...0x9D): third &- 0x20
    default: nil
    }
  }

  @inline(__always)
  private mutating func copy(_ source: [UInt8], from start: Int, to end: Int) {
    settleWhiteSpace(before: source[start])
    map.append(folded: bytes.count, source: start)
    bytes.append(contentsOf: source[start..<end])
  }

  /// Writes the white space before a character as one space when it parts two ASCII words.
  @inline(__always)
  private mutating func settleWhiteSpace(before next: UInt8) {
    guard let space = whiteSpace else { return }
    whiteSpace = nil
    guard bytes.count > blockStart, isASCIIWord(bytes[bytes.count - 1]), isASCIIWord(next) else { return }
    map.append(folded: bytes.count, source: space.start, foldedUnit: 1, sourceUnit: space.count)
    bytes.append(0x20)
  }

  /// Turns the last characters into ASCII digits when they are a year of four Chinese digits.
  ///
  /// The zero is often typed as ０, O or ○; with a Chinese digit in front it can be nothing else.
  private mutating func foldYear() {
    var digits: [(value: UInt8, range: FoldedRange)] = []
    var end = bytes.count
    while digits.count < 5, let digit = yearDigit(before: end) {
      digits.append((digit.value, FoldedRange(end - digit.width, end)))
      end -= digit.width
    }
    guard digits.count == 4, let first = digits.last, first.range.count == 3 else { return }
    if end > blockStart, (0x30...0x39).contains(bytes[end - 1]) { return }
    let origins = digits.map { TextRange(map.start(of: $0.range.start), map.end(of: $0.range.end)) }
    map.truncate(to: end)
    bytes.removeSubrange(end...)
    for (digit, origin) in zip(digits, origins).reversed() {
      map.append(folded: bytes.count, source: origin.start, foldedUnit: 1, sourceUnit: origin.count)
      bytes.append(0x30 + digit.value)
    }
  }

  private func yearDigit(before end: Int) -> (value: UInt8, width: Int)? {
    guard end > blockStart else { return nil }
    let last = bytes[end - 1]
    if last == 0x30 || last == 0x4F { return (0, 1) }
    guard last >= 0x80, end - 3 >= blockStart else { return nil }
    let (scalar, width) = decodedScalar(bytes, at: end - 3, end: end)
    guard width == 3, let value = ScalarFolding.yearDigit(scalar) else { return nil }
    return (value, 3)
  }
}

/// The first place from `offset` on at which a character starts or the text ends: no character is ever cut in two.
private func boundary(in source: [UInt8], from offset: Int) -> Int {
  var offset = min(offset, source.count)
  while offset < source.count, source[offset] & 0xC0 == 0x80 { offset += 1 }
  return offset
}

@inline(__always)
private func isASCIIWord(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}

/// The scalar at `index` of valid UTF-8 and its width, which never reaches past `end`.
private func decodedScalar(_ bytes: [UInt8], at index: Int, end: Int) -> (scalar: UInt32, width: Int) {
  let lead = UInt32(bytes[index])
  let width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  if width == 1 { return (lead, 1) }
  guard index + width <= end else { return (0xFFFD, max(1, end - index)) }
  var scalar = lead & (0x7F >> UInt32(width))
  for next in bytes[(index + 1)..<(index + width)] { scalar = scalar << 6 | UInt32(next & 0x3F) }
  return (scalar, width)
}

private func encodedScalar(_ scalar: UInt32) -> [UInt8] {
  guard let scalar = Unicode.Scalar(scalar) else { return [] }
  return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
}
