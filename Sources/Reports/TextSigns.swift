import SourceText

/// Where marks and numbers stand in a stretch of text: one look at all of it for all who look for them.
struct TextSigns {
  /// The places of line feeds, of the marks ! " , : ; ? and of all characters from U+3000 to U+3FFF, among which are 。 and 、, ascending.
  private(set) var marks: [Int] = []
  /// The places of (, ascending.
  private(set) var brackets: [Int] = []
  /// Where numbers in digits begin, ascending.
  private(set) var digits: [Int] = []

  init(_ text: FoldedText, in range: FoldedRange) {
    let bytes = text.bytes.span
    let end = min(range.end, bytes.count)
    var index = max(0, range.start)
    var lastDigit = -2
    marks.reserveCapacity((end - index) / 20)
    digits.reserveCapacity((end - index) / 96)
    while index < end {
      var signs: UInt64 = 1 << 7
      var next = index &+ 1
      if index &+ 8 <= end {
        let eight = EightBytes(bytes, at: index)
        signs = eight.ascii | eight.places(of: 0xE3)
        next = index &+ 8
      }
      while signs != 0 {
        let place = index &+ EightBytes.first(signs)
        signs &= signs &- 1
        switch bytes[place] {
        case 0x30...0x39:
          if place != lastDigit &+ 1 { digits.append(place) }
          lastDigit = place
        case 0x0A, 0x21, 0x22, 0x2C, 0x3A, 0x3B, 0x3F, 0xE3: marks.append(place)
        case 0x28: brackets.append(place)
        default: break
        }
      }
      index = next
    }
  }
}

/// Finds the next place that may be a mark.
protocol MarkFinder {
  /// The first place from `start` on that may be one of LF ! " ; ? or the first byte of 。 and 《, or `end`.
  ///
  /// Each call asks for a place not before that of the last one.
  mutating func next(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int
}

/// Looks for marks in the text itself, for those who look at few stretches of it.
struct MarkSearch: MarkFinder {
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
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
}

/// Goes along the marks that were found already.
struct MarkCursor: MarkFinder {
  private let places: [Int]
  private var passed = 0

  /// - Parameter places: ascending.
  init(_ places: [Int]) { self.places = places }

  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    while passed < places.count, places[passed] < start { passed += 1 }
    return passed < places.count ? min(places[passed], end) : end
  }
}
