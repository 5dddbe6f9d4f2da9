/// Eight bytes of a text, compared all at once: most stretches of a text hold nothing of what is looked for.
///
/// The results have the highest bit of each byte set for which the answer is yes.
struct EightBytes {
  private let bytes: UInt64

  /// The bytes at `index`…`index + 7`, all of which must exist.
  @inline(__always)
  init(_ span: Span<UInt8>, at index: Int) {
    // Any eight bytes are a number; whoever asks has seen that they exist.
    let word = unsafe span.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
    bytes = UInt64(littleEndian: word)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Which bytes are this one.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 { places(with: byte, below: 1) }

  /// Which bytes are ASCII.
  @inline(__always)
  var ascii: UInt64 { ~bytes & Self.highBits }

  /// Whether a byte of these or of others is ASCII.
  @inline(__always)
  func hasASCII(orIn others: EightBytes) -> Bool { bytes & others.bytes & Self.highBits != Self.highBits }

  /// Which bytes are below `limit`, 1…128, when the bits of `mask` are flipped.
  @inline(__always)
  func places(with mask: UInt8, below limit: UInt64) -> UInt64 {
    let flipped = bytes ^ (UInt64(mask) &* 0x0101_0101_0101_0101)
    // The sum of the low seven bits carries into the eighth when they are `limit` or more, and never beyond it.
    let sum = (flipped & ~Self.highBits) &+ (128 &- limit) &* 0x0101_0101_0101_0101
    return ~(sum | flipped) & Self.highBits
  }

  /// The first place of a result that is not 0.
  @inline(__always)
  static func first(_ places: UInt64) -> Int { places.trailingZeroBitCount &>> 3 }

  /// The last place of a result that is not 0.
  @inline(__always)
  static func last(_ places: UInt64) -> Int { 7 &- places.leadingZeroBitCount &>> 3 }
}
