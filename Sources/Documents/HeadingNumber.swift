import SourceText

/// The numbers with which headings and enumerations of official documents begin: 一、 （一） 1. （1） ① 第一部分 一是.
enum HeadingNumber {
  /// The length in bytes of the number with its punctuation at the start of a range; 0 when there is none.
  static func length(at range: TextRange, in reader: ScalarReader) -> Int {
    guard let first = reader.scalar(at: range.start, before: range.end) else { return 0 }
    switch first.value {
    case 0x2460...0x249B, 0x3220...0x3229, 0x3280...0x3289: return first.length  // ① ⑴ ⒈ ㈠ ㊀
    case 0x28, 0xFF08: return parenthesised(range, first.length, reader)
    case 0x7B2C: return ordinal(range, first.length, reader)
    case _: return plain(range, reader)
    }
  }

  /// （一） (1)
  private static func parenthesised(_ range: TextRange, _ opening: Int, _ reader: ScalarReader) -> Int {
    let number = numeral(TextRange(range.start + opening, range.end), reader)
    guard number.length > 0 else { return 0 }
    let end = range.start + opening + number.length
    guard let closing = reader.scalar(at: end, before: range.end), closing.value == 0x29 || closing.value == 0xFF09
    else { return 0 }
    return end + closing.length - range.start
  }

  /// 第一部分 第二章
  private static func ordinal(_ range: TextRange, _ opening: Int, _ reader: ScalarReader) -> Int {
    let number = numeral(TextRange(range.start + opening, range.end), reader)
    guard number.length > 0 else { return 0 }
    let end = range.start + opening + number.length
    guard let unit = reader.scalar(at: end, before: range.end),
      [0x90E8, 0x7AE0, 0x8282, 0x7F16, 0x7BC7].contains(unit.value)
    else { return 0 }
    return end + unit.length - range.start
  }

  /// 一、 1. 1） 一是
  private static func plain(_ range: TextRange, _ reader: ScalarReader) -> Int {
    let number = numeral(range, reader)
    guard number.length > 0 else { return 0 }
    let end = range.start + number.length
    guard let mark = reader.scalar(at: end, before: range.end) else { return 0 }
    let after = reader.scalar(at: end + mark.length, before: range.end)?.value ?? 0
    switch mark.value {
    case 0x3001: return number.length + mark.length
    case 0x2E, 0xFF0E, 0x29, 0xFF09:
      // 1.5 is no heading, and the year before a full stop is none either.
      return (0x30...0x39).contains(after) ? 0 : number.length + mark.length
    case 0x662F: return number.isChinese ? number.length + mark.length : 0
    case _: return 0
    }
  }

  /// Up to three digits of one kind at the start of a range; more make a year or an amount, which number nothing.
  private static func numeral(_ range: TextRange, _ reader: ScalarReader) -> (length: Int, isChinese: Bool) {
    var offset = range.start
    var count = 0
    var isChinese = false
    while let next = reader.scalar(at: offset, before: range.end), isDigit(next.value) {
      let chinese = next.value > 0xFF && next.value < 0xFF00
      if count > 0, chinese != isChinese { return (0, false) }
      isChinese = chinese
      offset += next.length
      count += 1
      if count > 3 { return (0, false) }
    }
    return (offset - range.start, isChinese)
  }

  /// Whether a code point is a digit: ASCII, full-width, or 一 to 十 and 百.
  static func isDigit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0xFF10...0xFF19: true
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E: true
    case _: false
    }
  }
}
