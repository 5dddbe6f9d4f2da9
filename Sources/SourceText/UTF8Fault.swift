extension Span<UInt8> {
  /// The offset of the first byte that is not UTF-8, or nil when all of it is.
  ///
  /// Eight or two Chinese characters are told at a glance, which are nearly all of a text; from the first character of
  /// another kind than the commonest on, the library judges.
  public var firstFaultOfUTF8: Int? {
    var index = 0
    while index < count {
      while index &+ 24 <= count, isEightCharacters(at: index) { index &+= 24 }
      while index &+ 8 <= count, isTwoCharacters(at: index) { index &+= 6 }
      guard index < count else { break }
      let lead = self[index]
      if lead < 0x80 {
        repeat { index &+= 1 } while index < count && self[index] < 0x80
        continue
      }
      let width = lead < 0xE0 ? 2 : 3
      guard lead &- 0xC2 < 0x1E || lead & 0xF0 == 0xE0 && Self.isPlainLead(UInt64(lead)),
        index &+ width <= count, self[index &+ 1] & 0xC0 == 0x80, width < 3 || self[index &+ 2] & 0xC0 == 0x80
      else { break }
      index &+= width
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: extracting(droppingFirst: index))
      return nil
    } catch {
      return index + error.byteOffsets.lowerBound
    }
  }

  @inline(__always)
  private func word(at index: Int) -> UInt64 {
    // Any eight bytes are a number; whoever asks has seen that they exist.
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }

  /// Whether the 24 bytes at a place are eight characters of the commonest kind.
  @inline(__always)
  private func isEightCharacters(at index: Int) -> Bool {
    let (first, second, third) = (word(at: index), word(at: index &+ 8), word(at: index &+ 16))
    let isShaped =
      first & 0xC0F0_C0C0_F0C0_C0F0 == 0x80E0_8080_E080_80E0 && second & 0xF0C0_C0F0_C0C0_F0C0 == 0xE080_80E0_8080_E080
      && third & 0xC0C0_F0C0_C0F0_C0C0 == 0x8080_E080_80E0_8080
    // The first bytes of the characters stand at different places of the three words, so that one word holds their last four bits.
    let leads = first & 0x000F_0000_0F00_000F | second & 0x0F00_000F_0000_0F00 | third & 0x0000_0F00_000F_0000
    // Of 0 and of 13, the bits of E0 and ED, adding 15 makes no carry, the latter once its own bits are flipped.
    let fifteen: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
    let carries = (leads &+ fifteen) & ((leads ^ 0x0D0D_0D0D_0D0D_0D0D) &+ fifteen)
    return isShaped && carries & 0x1010_1010_1010_1010 == 0x1010_1010_1010_1010
  }

  /// Whether two characters of the commonest kind stand at a place, which eight bytes follow at least.
  @inline(__always)
  private func isTwoCharacters(at index: Int) -> Bool {
    let word = word(at: index)
    return word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 && Self.isPlainLead(word) && Self.isPlainLead(word >> 24)
  }

  /// Whether behind a first byte E0…EF any two bytes that go on will do, as is not so for E0 and ED.
  @inline(__always)
  private static func isPlainLead(_ lead: UInt64) -> Bool { 0xDFFE >> (lead & 0xF) & 1 != 0 }
}
