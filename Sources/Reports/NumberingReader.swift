import SourceText

/// Reads the number at the start of a heading, in all styles of official documents and in their usual misspellings.
enum NumberingReader {
  /// A number, and whether it is one only when its line looks like a heading (一，…).
  struct Reading {
    var numbering: Numbering
    var isWeak: Bool
  }

  /// The number at `start`, or nil when the block starts with something else: 3.15, 1.5万, 2024年, 三、四月份.
  static func read(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Reading? {
    guard start < end else { return nil }
    let reading: Reading?
    switch bytes[start] {
    case 0x28:
      reading = parenthesised(bytes, from: start, to: end)
    case 0x31...0x39:
      reading = arabic(bytes, from: start, to: end)
    case 0xE2, 0xE3:
      reading = sign(bytes, from: start, to: end) ?? chinese(bytes, from: start, to: end)
    case 0xE7 where start + 3 <= end && ChineseNumeral.code(bytes, at: start) == 0xE7_AC_AC:
      reading = part(bytes, from: start, to: end)
    case 0xE4...0xE9:
      reading = chinese(bytes, from: start, to: end)
    default:
      reading = nil
    }
    // A number with nothing behind it numbers nothing.
    guard let reading, reading.numbering.range.end < end else { return nil }
    return reading
  }

  /// （一）, (一)、, (1)
  private static func parenthesised(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Reading? {
    let number: (value: Int, end: Int)
    let style: Numbering.Style
    if let chinese = ChineseNumeral.read(bytes, from: start + 1, to: end) {
      number = chinese
      style = .chineseParenthesised
    } else if let digits = digits(bytes, from: start + 1, to: end) {
      number = digits
      style = .arabicParenthesised
    } else {
      return nil
    }
    guard number.end < end, bytes[number.end] == 0x29 else { return nil }
    return made(style, number.value, bytes, from: start, to: afterMark(bytes, from: number.end + 1, to: end))
  }

  /// 1. 1、 1)
  private static func arabic(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Reading? {
    guard let number = digits(bytes, from: start, to: end), number.end < end else { return nil }
    switch bytes[number.end] {
    case 0x29:
      return made(.arabicParenthesised, number.value, bytes, from: start, to: number.end + 1)
    case 0x2E:
      let next = number.end + 1
      // 3.15 and 1.5万 are numbers; 1.2024年 can only be a heading whose space was folded away.
      let run = digitRun(bytes, from: next, to: end)
      if (1...3).contains(run) { return nil }
      return made(.arabic, number.value, bytes, from: start, to: afterMark(bytes, from: next, to: end))
    case 0xE3 where isEnumerationComma(bytes, at: number.end, to: end):
      let next = number.end + 3
      if digitRun(bytes, from: next, to: end) > 0, startsPeriod(bytes, after: number.value, from: next, to: end) {
        return nil
      }
      return made(.arabic, number.value, bytes, from: start, to: next)
    default:
      return nil
    }
  }

  /// 一、 and, where the line looks like a heading, 一. 一, 一: and the half-lost 一)
  private static func chinese(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Reading? {
    guard let number = ChineseNumeral.read(bytes, from: start, to: end), number.end < end else { return nil }
    switch bytes[number.end] {
    case 0xE3 where isEnumerationComma(bytes, at: number.end, to: end):
      let next = number.end + 3
      if startsPeriod(bytes, after: number.value, from: next, to: end) { return nil }
      return made(.chinese, number.value, bytes, from: start, to: next)
    case 0x2E:
      return made(.chinese, number.value, bytes, from: start, to: afterMark(bytes, from: number.end + 1, to: end))
    case 0x2C, 0x3A:
      return made(.chinese, number.value, bytes, from: start, to: number.end + 1, isWeak: true)
    case 0x29:
      return made(
        .chineseParenthesised, number.value, bytes, from: start, to: afterMark(bytes, from: number.end + 1, to: end))
    default:
      return nil
    }
  }

  /// 第一部分, 第一章, 第一篇, 第一编
  private static func part(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Reading? {
    let first = start + 3
    guard let number = ChineseNumeral.read(bytes, from: first, to: end) ?? digits(bytes, from: first, to: end),
      number.end + 3 <= end
    else { return nil }
    var next = number.end + 3
    switch ChineseNumeral.code(bytes, at: number.end) {
    case 0xE7_AB_A0, 0xE7_AF_87, 0xE7_BC_96:
      break
    case 0xE9_83_A8:
      guard next + 3 <= end, ChineseNumeral.code(bytes, at: next) == 0xE5_88_86 else { return nil }
      next += 3
    default:
      return nil
    }
    if next < end, bytes[next] == 0x3A || bytes[next] == 0x2C { next += 1 }
    return made(.part, number.value, bytes, from: start, to: afterMark(bytes, from: next, to: end))
  }

  /// ① ⑴ ⒈ ㈠
  private static func sign(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Reading? {
    guard start + 3 <= end else { return nil }
    let code = ChineseNumeral.code(bytes, at: start)
    let scalar = Int((code >> 4) & 0xF000 | (code >> 2) & 0xFC0 | code & 0x3F)
    let next = afterMark(bytes, from: start + 3, to: end)
    switch scalar {
    case 0x2460...0x2473: return made(.circled, scalar - 0x245F, bytes, from: start, to: next)
    case 0x2474...0x2487: return made(.arabicParenthesised, scalar - 0x2473, bytes, from: start, to: next)
    case 0x2488...0x249B: return made(.arabic, scalar - 0x2487, bytes, from: start, to: next)
    case 0x3220...0x3229: return made(.chineseParenthesised, scalar - 0x321F, bytes, from: start, to: next)
    default: return nil
    }
  }

  private static func made(
    _ style: Numbering.Style, _ number: Int, _ bytes: Span<UInt8>, from start: Int, to end: Int, isWeak: Bool = false
  ) -> Reading {
    Reading(
      numbering: Numbering(style: style, number: number, range: FoldedRange(start, end)), isWeak: isWeak)
  }

  /// A number of one to three digits that does not start with 0 and is not part of a longer one.
  private static func digits(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> (value: Int, end: Int)? {
    let run = digitRun(bytes, from: start, to: end)
    guard (1...3).contains(run), bytes[start] != 0x30 else { return nil }
    var value = 0
    var index = start
    while index < start + run {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return (value, index)
  }

  /// How many digits stand at `start`; more than 8 are not counted.
  private static func digitRun(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, index < start + 8, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index - start
  }

  private static func isEnumerationComma(_ bytes: Span<UInt8>, at index: Int, to end: Int) -> Bool {
    index + 3 <= end && ChineseNumeral.code(bytes, at: index) == 0xE3_80_81
  }

  /// Steps over a second mark, as in (一)、 and 1.、
  private static func afterMark(_ bytes: Span<UInt8>, from index: Int, to end: Int) -> Int {
    if isEnumerationComma(bytes, at: index, to: end) { return index + 3 }
    return index < end && bytes[index] == 0x2E ? index + 1 : index
  }

  /// Whether an enumeration of numbers goes on, as in 三、四月份 or 一、二、三类, so that the first is no heading's.
  private static func startsPeriod(_ bytes: Span<UInt8>, after number: Int, from start: Int, to end: Int) -> Bool {
    let next: (value: Int, end: Int)
    if let chinese = ChineseNumeral.read(bytes, from: start, to: end) {
      next = chinese
    } else if let digits = digits(bytes, from: start, to: end) {
      next = digits
    } else {
      return false
    }
    guard next.value > number, next.end + 3 <= end else { return false }
    switch ChineseNumeral.code(bytes, at: next.end) {
    // 、月季级类线期届
    case 0xE3_80_81, 0xE6_9C_88, 0xE5_AD_A3, 0xE7_BA_A7, 0xE7_B1_BB, 0xE7_BA_BF, 0xE6_9C_9F, 0xE5_B1_8A:
      return true
    default:
      return false
    }
  }
}
