/// Numbers written in Chinese characters, as headings carry them: 三, 十一, 廿二, 一百零五.
enum ChineseNumeral {
  /// Reads the number that starts at `start`; from 1 to 999.
  static func read(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> (value: Int, end: Int)? {
    var total = 0
    var pending = 0
    var index = start
    var length = 0
    reading: while index + 3 <= end, length < 6 {
      guard let sign = Sign(code(bytes, at: index)) else { break }
      switch sign {
      case .digit(let value):
        // 一二 side by side is an approximate number or a list, never a heading's number.
        if pending > 0 { return nil }
        pending = value
      case .zero:
        if total == 0 || pending > 0 { break reading }
      case .ten:
        total += max(pending, 1) * 10
        pending = 0
      case .tens(let value):
        if total > 0 || pending > 0 { break reading }
        total = value
      case .hundred:
        if pending == 0 || total > 0 { break reading }
        total = pending * 100
        pending = 0
      }
      index += 3
      length += 1
    }
    let value = total + pending
    return index > start && (1...999).contains(value) ? (value, index) : nil
  }

  /// Reads a number that counts something, which may have 两, 千, 万 and 亿: 两千三百, 一百二十, 三万.
  ///
  /// - Returns: its value; the zeros that its last word stands for; whether it is that word alone, as in 百余件.
  static func readCount(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> (value: Int, zeros: Int, isBare: Bool, end: Int)? {
    var total = 0
    var section = 0
    var pending: Int?
    var zeros = 0
    var largest = 10_000
    var index = start
    while index + 3 <= end, index < start + 36 {
      let code = code(bytes, at: index)
      let word: Int
      switch code {
      case 0xE4_B8_A4: word = 2
      case 0xE5_8D_83: word = 1000
      case 0xE4_B8_87: word = 10_000
      case 0xE4_BA_BF: word = 100_000_000
      default:
        switch Sign(code) {
        case .digit(let value): word = value
        case .zero: word = 0
        case .ten: word = 10
        case .hundred: word = 100
        case .tens, nil: word = -1
        }
      }
      if word < 0 { break }
      if word == 0 {
        if index == start || pending != nil { return nil }
      } else if word < 10 {
        // 三五个 is no number.
        if pending != nil { return nil }
        pending = word
        zeros = 0
      } else if word < 10_000 {
        if word >= largest || (pending == nil && (index > start || word == 10 && section > 0) && section == 0) {
          return nil
        }
        section += (pending ?? 1) * word
        pending = nil
        largest = word
        zeros = word == 10 ? 1 : word == 100 ? 2 : 3
      } else {
        let count = section + (pending ?? 0)
        if count == 0 { break }
        total += count * word
        (section, pending, largest) = (0, nil, 10_000)
        zeros = word == 10_000 ? 4 : 8
      }
      index += 3
    }
    guard index > start else { return nil }
    let value = total + section + (pending ?? 0)
    let isBare = index == start + 3 && value >= 100
    return value > 0 ? (value, zeros, isBare, index) : nil
  }

  /// Whether a character is one of those that numbers are written with.
  static func isNumeral(_ code: UInt32) -> Bool {
    switch code {
    case 0xE4_B8_A4, 0xE5_8D_83, 0xE4_B8_87, 0xE4_BA_BF: true
    default: Sign(code) != nil
    }
  }

  /// The number in Chinese characters, or in digits when it lies outside 1…99.
  static func written(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10
    if tens == 0 { return digits[number] }
    return (tens == 1 ? "" : digits[tens]) + "十" + digits[number % 10]
  }

  /// The three bytes of a Chinese character as one number, for comparisons.
  @inline(__always)
  static func code(_ bytes: Span<UInt8>, at index: Int) -> UInt32 {
    UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }

  /// The value of a single character 一…九, or nil.
  static func digit(_ code: UInt32) -> Int? {
    guard case .digit(let value) = Sign(code) else { return nil }
    return value
  }

  private enum Sign {
    case digit(Int)
    case zero
    case ten
    /// 廿 and 卅.
    case tens(Int)
    case hundred

    init?(_ code: UInt32) {
      switch code {
      case 0xE4_B8_80: self = .digit(1)
      case 0xE4_BA_8C: self = .digit(2)
      case 0xE4_B8_89: self = .digit(3)
      case 0xE5_9B_9B: self = .digit(4)
      case 0xE4_BA_94: self = .digit(5)
      case 0xE5_85_AD: self = .digit(6)
      case 0xE4_B8_83: self = .digit(7)
      case 0xE5_85_AB: self = .digit(8)
      case 0xE4_B9_9D: self = .digit(9)
      case 0xE3_80_87, 0xE9_9B_B6: self = .zero
      case 0xE5_8D_81: self = .ten
      case 0xE5_BB_BF: self = .tens(20)
      case 0xE5_8D_85: self = .tens(30)
      case 0xE7_99_BE: self = .hundred
      default: return nil
      }
    }
  }
}
