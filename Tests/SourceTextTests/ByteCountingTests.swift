import SourceText
import Testing

@Suite("Counting bytes and columns") struct ByteCountingTests {
  @Test(
    "counts what a plain loop counts, in stretches of any length", arguments: [0, 1, 254, 255, 256, 510, 511, 1000])
  func counts(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for (start, end) in [(0, length), (1, length - 1), (-5, length + 5), (length, 0), (length / 2, length)] {
      let plain = bytes.indices.count { $0 >= start && $0 < end && bytes[$0] < 0x80 }
      #expect(bytes.span.count(from: start, to: end) { $0 < 0x80 } == plain)
    }
  }

  @Test("finds whether any byte is of a kind")
  func any() {
    #expect(![UInt8](repeating: 1, count: 300).span.containsAny { $0 == 0 })
    #expect(([UInt8](repeating: 1, count: 300) + [0]).span.containsAny { $0 == 0 })
    #expect(![UInt8]().span.containsAny { $0 == 0 })
  }

  @Test("the first blank is found wherever it stands, and none behind the end")
  func blanks() {
    for place in 0..<40 {
      var bytes = [UInt8](repeating: 0x61, count: 60)
      bytes[place] = place % 2 == 0 ? 0x20 : 0x0A
      #expect(bytes.span.firstBlank(from: 0, to: 60) == place)
      #expect(bytes.span.firstBlank(from: 0, to: place) == place)
      #expect(bytes.span.firstBlank(from: place + 1, to: 60) == 60)
    }
  }

  @Test("the end of a range stands where it stands when asked for alone")
  func positions() {
    let text = DecodedText("一二\n三四五。\n\n六七 abc\n八")
    let offsets = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 } + [text.bytes.count]
    for start in offsets {
      for end in offsets where end >= start {
        let found = text.positions(of: TextRange(start, end))
        #expect(found.start == text.position(of: start))
        #expect(found.end == text.position(of: end))
      }
    }
  }
}
