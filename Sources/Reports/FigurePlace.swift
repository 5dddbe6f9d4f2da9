import SourceText

/// What stands around a number and tells whether it is a figure.
struct FigurePlace {
  let bytes: [UInt8]
  let number: NumberToken
  /// Where the text begins that may be looked at; a number there stands at the start of its block.
  let start: Int
  let end: Int
  /// Whether it is the second number of a range, whose joint stands before it.
  let isSecond: Bool

  /// Where to go on when the number is no figure, or nil when it may be one.
  func skipped(units: WordTable) -> Int? {
    let next = number.end
    guard number.value != nil else { return chainEnd(from: next) }
    if !isSecond, let reason = reasonBefore() { return reason }
    if next >= end { return nil }
    let byte = bytes[next]
    switch byte {
    case 0x30...0x39, 0x2B, 0x3D, 0x40, 0x5F:
      return chainEnd(from: next)
    case 0x2E where number.decimals > 0 || isDigit(next + 1):
      return chainEnd(from: next)
    case 0x2F, 0x3A:
      return isDigit(next + 1) ? chainEnd(from: next) : nil
    case 0xC2:
      return next + 2 < end && bytes[next + 1] == 0xB7 && isDigit(next + 2) ? chainEnd(from: next) : nil
    case 0x41...0x5A, 0x61...0x7A:
      return units.longest(bytes.span, at: next, to: end) == nil ? chainEnd(from: next) : nil
    case 0x2D:
      return isSecond && isDigit(next + 1) ? chainEnd(from: next) : rangeOfDates(units: units)
    case 0xE4...0xE9:
      if let joined = rangeOfDates(units: units) { return joined }
      return isCalendar(at: next, digits: number.digits) ? next + 3 : nil
    default:
      return nil
    }
  }

  /// Whether a number without a measure word counts something all the same: 10万, 1,638, 12 in a table.
  ///
  /// - Parameter figureEnd: where the number ends with its multiplier and its word of approximation.
  func isBareFigure(_ figureEnd: Int) -> Bool {
    if figureEnd > number.end || number.hasSeparators { return true }
    guard let value = number.value, bytes[number.start] != 0x30 || number.digits == 1 else { return false }
    if number.decimals > 0 {
      // 3.15 is a day as often as a number.
      return number.decimals > 2 || value > ExactNumber(units: 13, scale: 0)
    }
    guard number.digits < 7, let integer = value.integer else { return false }
    switch number.digits {
    case 3: if (110...129).contains(integer) { return false }
    case 4: if (1900...2100).contains(integer) { return false }
    case 5: if [10, 11, 12, 95, 96].contains(integer / 1000) { return false }
    default: break
    }
    // 1、2、3: a list of marks.
    let next = number.end
    return !(next + 3 <= end && ChineseNumeral.code(bytes.span, at: next) == 0xE3_80_81)
  }

  private func reasonBefore() -> Int? {
    let next = number.end
    guard number.start > start, bytes[number.start - 1] != 0x0A else { return isListMark ? next : nil }
    let before = bytes[number.start - 1]
    switch before {
    case 0x41...0x5A, 0x61...0x7A, 0x23, 0x25, 0x26, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3D, 0x40, 0x5B, 0x5C, 0x5D, 0x5E,
      0x5F:
      return chainEnd(from: next)
    case 0x22:
      return next < end && bytes[next] == 0x22 ? next : nil
    case 0x28:
      return next < end && bytes[next] == 0x29 ? next : nil
    case 0xB7:
      return number.start >= 2 && bytes[number.start - 2] == 0xC2 ? chainEnd(from: next) : nil
    case 0xAC:
      // 第
      let isOrdinal =
        number.start >= start + 3 && ChineseNumeral.code(bytes.span, at: number.start - 3) == 0xE7_AC_AC
      return isOrdinal ? chainEnd(from: next) : nil
    default:
      return nil
    }
  }

  /// Whether the number at the start of its block is its mark: 1. 1、 1)
  private var isListMark: Bool {
    let next = number.end
    guard next < end else { return false }
    switch bytes[next] {
    case 0x29, 0x2E: return true
    case 0xE3: return next + 3 <= end && ChineseNumeral.code(bytes.span, at: next) == 0xE3_80_81
    default: return false
    }
  }

  /// Where 2021-2025年, 10-12月, 2025-01-26 or 0412-6681234 ends, or nil when the number opens no such thing.
  private func rangeOfDates(units: WordTable) -> Int? {
    let span = bytes.span
    guard let secondStart = NumberToken.rangeJoint(span, at: number.end, to: end) else {
      let isName = bytes[number.end] == 0x2D && number.end + 1 < end && isLetter(number.end + 1)
      return isName ? chainEnd(from: number.end) : nil
    }
    let second = NumberToken(span, at: secondStart, to: end)
    let next = second.end
    if second.value == nil || second.digits >= 7 || (bytes[number.start] == 0x30 && number.digits >= 3) {
      return chainEnd(from: next)
    }
    guard next < end else { return isYear(number) ? next : nil }
    if [0x2D, 0x2E, 0x2F].contains(bytes[next]), isDigit(next + 1) { return chainEnd(from: next) }
    if bytes[next] >= 0xE4, isCalendar(at: next, digits: second.digits) { return next + 3 }
    return isYear(number) && units.longest(span, at: next, to: end) == nil ? next : nil
  }

  private func isYear(_ number: NumberToken) -> Bool {
    guard number.digits == 4, number.decimals == 0, !number.hasSeparators, let year = number.value?.integer else {
      return false
    }
    return (1900...2100).contains(year)
  }

  /// Whether 年 (behind two or four digits), 月, 日, 号, 时 or 点 stands here and makes the number a date or a name.
  private func isCalendar(at index: Int, digits: Int) -> Bool {
    guard index + 3 <= end else { return false }
    switch ChineseNumeral.code(bytes.span, at: index) {
    case 0xE5_B9_B4: return digits == 2 || digits == 4
    case 0xE6_9C_88, 0xE6_97_A5, 0xE5_8F_B7, 0xE6_97_B6, 0xE7_82_B9: return true
    default: return false
    }
  }

  /// The end of a run of digits, letters and the marks that join them: 2025-01-26, 10:48:47, 6+X, www.a.cn/1.
  private func chainEnd(from index: Int) -> Int {
    var index = index
    while index < end {
      let byte = bytes[index]
      if isWord(byte) {
        index += 1
      } else if isJoint(byte), index + 1 < end, isWord(bytes[index + 1]) {
        index += 2
      } else if byte == 0xC2, index + 2 < end, bytes[index + 1] == 0xB7, isWord(bytes[index + 2]) {
        index += 3
      } else {
        break
      }
    }
    return index
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2B, 0x2D, 0x2E, 0x2F, 0x3A, 0x3D, 0x3F, 0x40, 0x5F, 0x26: true
    default: false
    }
  }

  private func isDigit(_ index: Int) -> Bool { index < end && (0x30...0x39).contains(bytes[index]) }

  private func isLetter(_ index: Int) -> Bool {
    index < end && ((0x41...0x5A).contains(bytes[index]) || (0x61...0x7A).contains(bytes[index]))
  }
}
