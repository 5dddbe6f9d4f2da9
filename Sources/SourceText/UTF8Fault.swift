extension Span<UInt8> {
  /// The offset of the first byte that is not UTF-8, or nil when all of it is.
  ///
  /// Two Chinese characters or eight ASCII ones are told at a glance, which are nearly all of a text; from the first character of
  /// another kind than the commonest on, the library judges.
  package var firstFaultOfUTF8: Int? {
    var index = 0
    while index < count {
      if index &+ 8 <= count {
        // Any eight bytes are a number; the place is checked.
        let word = unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
        if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, Self.isPlainLead(word), Self.isPlainLead(word >> 24) {
          index &+= 6
          continue
        }
        if word & 0x8080_8080_8080_8080 == 0 {
          index &+= 8
          continue
        }
      }
      let lead = self[index]
      let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
      guard lead < 0x80 || lead &- 0xC2 < 0x1E || lead & 0xF0 == 0xE0 && Self.isPlainLead(UInt64(lead)),
        index + width <= count, width < 2 || self[index + 1] & 0xC0 == 0x80,
        width < 3 || self[index + 2] & 0xC0 == 0x80
      else { break }
      index += width
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: extracting(droppingFirst: index))
      return nil
    } catch {
      return index + error.byteOffsets.lowerBound
    }
  }

  /// Whether behind a first byte E0…EF any two bytes that go on will do, as is not so for E0 and ED.
  @inline(__always)
  private static func isPlainLead(_ lead: UInt64) -> Bool { 0xDFFE >> (lead & 0xF) & 1 != 0 }
}
