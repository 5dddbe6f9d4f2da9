extension Span<UInt8> {
  /// The offset of the first byte that is not UTF-8, or nil when all of it is.
  ///
  /// Characters of one to three bytes whose first byte leaves nothing to ask but whether the others follow are nearly all of a
  /// text; from the first other one on the library judges.
  package var firstFaultOfUTF8: Int? {
    var index = 0
    while index < count {
      let lead = self[index]
      let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
      let isPlain = lead < 0x80 || lead &- 0xC2 < 0x1E || lead &- 0xE1 < 0x0C || lead == 0xEE || lead == 0xEF
      guard isPlain, index + width <= count, width < 2 || self[index + 1] & 0xC0 == 0x80,
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
}
