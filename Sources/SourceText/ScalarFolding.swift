/// What folding makes of one character on its own.
///
/// It is the one table of the folded spelling: texts, phrases and patterns all ask it. What depends on the neighbours
/// (white space, years in Chinese digits) is decided by the `Folder`.
public enum ScalarFolding: Hashable, Sendable {
  case same
  /// Another character, never longer in UTF-8 than the one it stands for.
  case replaced(by: UInt32)
  case whiteSpace
  /// A character without width, which is dropped everywhere.
  case nothing

  /// The folding of a Unicode scalar value.
  public init(of scalar: UInt32) {
    switch scalar {
    case 0x00...0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      self = .whiteSpace
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF:
      self = .nothing
    case 0x7E, 0x2010...0x2015, 0x2212, 0x301C, 0xFF5E:
      self = .replaced(by: 0x2D)
    case 0x2018...0x201B:
      self = .replaced(by: 0x27)
    case 0x201C...0x201F, 0x300C...0x300F, 0x301D, 0x301E:
      self = .replaced(by: 0x22)
    case 0x3014, 0x3016:
      self = .replaced(by: 0x5B)
    case 0x3015, 0x3017:
      self = .replaced(by: 0x5D)
    case 0x2022, 0x2027, 0x30FB, 0xFF65:
      self = .replaced(by: 0xB7)
    case 0xFF01...0xFF5D:
      self = .replaced(by: scalar - 0xFEE0)
    case 0x2E80...0x2FD5:
      self = RadicalFolding.character(for: scalar).map { .replaced(by: $0) } ?? .same
    default:
      self = .same
    }
  }

  /// Stretches outside of which no character is `replaced`.
  public static let replacedStretches: [ClosedRange<UInt32>] = [
    0x7E...0x7E, 0x2010...0x2027, 0x2212...0x2212, 0x2E80...0x2FD5, 0x300C...0x301E, 0x30FB...0x30FB, 0xFF01...0xFF65,
  ]

  /// The value of a Chinese digit as it stands in a year: 二〇二四年.
  public static func yearDigit(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x3007, 0x25CB, 0x25EF, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }
}
