import SourceText

/// The digits of one number as written: 1,638 or 95.06.
struct NumberToken {
  let start: Int
  let end: Int
  /// Nil when there are too many digits, or a second point as in 1.2.3.
  let value: ExactNumber?
  let decimals: Int
  /// Digits before the point, separators not counted.
  let digits: Int
  let hasSeparators: Bool

  init(_ bytes: Span<UInt8>, at start: Int, to end: Int) {
    var index = start
    var units = 0
    var digits = 0
    var overflowed = false
    func take(_ count: Int) {
      let last = index &+ count
      while index < last {
        let (tens, tooMany) = units.multipliedReportingOverflow(by: 10)
        let (sum, tooLarge) = tens.addingReportingOverflow(Int(bytes[index] &- 0x30))
        if tooMany || tooLarge { overflowed = true } else { units = sum }
        index &+= 1
      }
    }
    let run = Self.run(bytes, from: start, to: end)
    take(run)
    digits = run
    var separators = 0
    if run <= 3, bytes[start] != 0x30 {
      // A comma followed by other than three digits is punctuation.
      while index < end, bytes[index] == 0x2C, separators < 6, Self.run(bytes, from: index + 1, to: end) == 3 {
        index += 1
        take(3)
        digits += 3
        separators += 1
      }
    }
    var scale = 0
    if index < end, bytes[index] == 0x2E {
      scale = Self.run(bytes, from: index + 1, to: end)
      if scale > 0 {
        index += 1
        take(scale)
      }
    }
    let isChain = scale > 0 && index + 1 < end && bytes[index] == 0x2E && (0x30...0x39).contains(bytes[index + 1])
    self.start = start
    self.end = index
    self.decimals = scale
    self.digits = digits
    self.hasSeparators = separators > 0
    self.value =
      overflowed || isChain || scale > ExactNumber.largestScale ? nil : ExactNumber(units: units, scale: scale)
  }

  /// 万, 亿, 万亿 or 千万 behind a number.
  static func multiplier(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> (factor: Int, zeros: Int, end: Int)? {
    guard start + 3 <= end else { return nil }
    switch ChineseNumeral.code(bytes, at: start) {
    case 0xE4_B8_87:
      if start + 6 <= end, ChineseNumeral.code(bytes, at: start + 3) == 0xE4_BA_BF {
        return (1_000_000_000_000, 12, start + 6)
      }
      return (10_000, 4, start + 3)
    case 0xE4_BA_BF:
      return (100_000_000, 8, start + 3)
    default:
      return nil
    }
  }

  /// The place of the second number of a range, behind - or 至.
  static func rangeJoint(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Int? {
    var next = start
    if next < end, bytes[next] == 0x2D {
      while next < end, next < start + 3, bytes[next] == 0x2D { next += 1 }
    } else if next + 3 <= end, ChineseNumeral.code(bytes, at: next) == 0xE8_87_B3 {
      next += 3
    } else {
      return nil
    }
    return next < end && (0x30...0x39).contains(bytes[next]) ? next : nil
  }

  /// Whether a word of approximation can only follow its number: before one, 多 says how many more.
  static func standsBehindOnly(_ word: [UInt8]) -> Bool {
    // 多, 余
    word == [0xE5, 0xA4, 0x9A] || word == [0xE4, 0xBD, 0x99]
  }

  /// How many digits stand at `start`.
  static func run(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    return index - start
  }
}
