import SourceText

/// A date as written, whether or not there is such a day.
struct WrittenDate {
  /// Nil for 2025-02-30.
  var date: CalendarDate?
  var range: FoldedRange
  /// Whether it is written with 年, 月 and 日.
  var isChinese: Bool
}

/// Finds dates in short stretches of a folded text.
struct DateScan {
  let text: PageText

  /// All dates in `range`, ascending.
  func dates(in range: FoldedRange) -> [WrittenDate] {
    var found: [WrittenDate] = []
    var index = range.start
    while index < range.end {
      if text.isDigit(at: index), index == range.start || !text.isDigit(at: index - 1),
        let date = date(at: index, limit: range.end)
      {
        found.append(date)
        index = max(date.range.end, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  /// The date that begins at `start`: 2025-02-08, 2025/2/8, 2025.2.8, 20250208, 2025年2月8日, 2025年二月八日.
  func date(at start: Int, limit: Int) -> WrittenDate? {
    guard let (year, yearEnd) = number(at: start, limit: limit, digits: 4...8) else { return nil }
    if yearEnd - start == 8 {
      return written(year / 10_000, year / 100 % 100, year % 100, FoldedRange(start, yearEnd), isChinese: false)
    }
    guard yearEnd - start == 4 else { return nil }
    if text.glyph(at: yearEnd) == Glyph.year {
      return chineseDate(year: year, from: start, afterYear: yearEnd + 3, limit: limit)
    }
    let separator = text.byte(at: yearEnd)
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E,
      let (month, monthEnd) = number(at: yearEnd + 1, limit: limit, digits: 1...2),
      text.byte(at: monthEnd) == separator,
      let (day, dayEnd) = number(at: monthEnd + 1, limit: limit, digits: 1...2)
    else { return nil }
    return written(year, month, day, FoldedRange(start, dayEnd), isChinese: false)
  }

  private func chineseDate(year: Int, from start: Int, afterYear: Int, limit: Int) -> WrittenDate? {
    guard let (month, monthEnd) = anyNumber(at: afterYear, limit: limit), text.glyph(at: monthEnd) == Glyph.month,
      let (day, dayEnd) = anyNumber(at: monthEnd + 3, limit: limit), dayEnd + 3 <= limit,
      text.glyph(at: dayEnd) == Glyph.day || text.glyph(at: dayEnd) == Glyph.spokenDay
    else { return nil }
    return written(year, month, day, FoldedRange(start, dayEnd + 3), isChinese: true)
  }

  private func written(_ year: Int, _ month: Int, _ day: Int, _ range: FoldedRange, isChinese: Bool) -> WrittenDate? {
    guard (1900...2099).contains(year) else { return nil }
    return WrittenDate(
      date: CalendarDate(year: year, month: month, day: day), range: range, isChinese: isChinese)
  }

  /// A number of exactly so many digits, with no digit after it.
  private func number(at start: Int, limit: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var value = 0
    var index = start
    while index < limit, text.isDigit(at: index) {
      if index - start == digits.upperBound { return nil }
      value = value * 10 + Int(text.byte(at: index) - 0x30)
      index += 1
    }
    return index - start >= digits.lowerBound ? (value, index) : nil
  }

  /// A month or a day, in ASCII or Chinese digits: 8, 八, 十二, 二十, 二十八.
  private func anyNumber(at start: Int, limit: Int) -> (value: Int, end: Int)? {
    if let number = number(at: start, limit: limit, digits: 1...2) { return number }
    var value = 0
    var index = start
    while index + 3 <= limit, index - start < 9, let digit = Glyph.digit(text.glyph(at: index)) {
      if digit == 10 {
        value = max(value, 1) * 10
      } else {
        value = value % 10 == 0 ? value + digit : value * 10 + digit
      }
      index += 3
    }
    return index > start ? (value, index) : nil
  }

  /// Where the time of day behind a date ends, ` 10:48:47` or `T10:48`; `end` itself when there is none.
  func timeEnd(after end: Int, limit: Int) -> Int {
    var index = end
    if text.byte(at: index) == 0x20 || text.byte(at: index) == 0x54 { index += 1 }
    var sawColon = false
    let start = index
    while index < limit, text.isDigit(at: index) || text.byte(at: index) == 0x3A {
      // A colon must lead to a digit, or it belongs to what follows.
      if text.byte(at: index) == 0x3A {
        guard text.isDigit(at: index + 1) else { break }
        sawColon = true
      }
      index += 1
    }
    return sawColon && index - start <= 8 ? index : end
  }
}

extension DateScan {
  /// The dates that the addresses in a line carry: /202503/t20250328_6583952.html, /art/2023/2/21/.
  func addressDates(in line: FoldedRange) -> [WrittenDate] {
    var found: [WrittenDate] = []
    var index = line.start
    while index < line.end {
      defer { index += 1 }
      guard text.byte(at: index) == 0x2F else { continue }
      let afterSlash = text.byte(at: index + 1) == 0x74 ? index + 2 : index + 1
      guard let date = date(at: afterSlash, limit: line.end) else { continue }
      let next = text.byte(at: date.range.end)
      if next == 0x5F || next == 0x2F || next == 0x2E, date.date != nil { found.append(date) }
    }
    return found
  }
}
