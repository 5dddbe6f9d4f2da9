import Matching
import SourceText

/// Finds the years and the full dates of the running text by their 年.
struct YearMentionReader {
  let text: PageText
  let vocabulary: CompiledVocabulary
  let matches: PhraseMatches

  /// All years, in reading order, and the dates that begin with one of them.
  func read() -> (years: [YearMention], dates: [WrittenDate]) {
    var years: [YearMention] = []
    var dates: [WrittenDate] = []
    guard let year = vocabulary.year else { return (years, dates) }
    var quotes = QuoteCursor(
      opens: vocabulary.openTitle.map { matches.ranges(of: $0) },
      closes: vocabulary.closeTitle.map { matches.ranges(of: $0) })
    let scan = DateScan(text: text)
    let limit = text.folded.end
    for mark in matches.ranges(of: year, in: FoldedRange(0, limit)) {
      guard let value = value(endingAt: mark.start) else { continue }
      let start = mark.start - 4
      let isQuoted = quotes.isQuoted(mark.start)
      let first = spanStart(before: start)
      if let first {
        // 2021年-2025年 has met the first year already; 2021-2025年 has not.
        if let last = years.indices.last, years[last].range.start == first.range.start {
          years[last].isQuotedOrSpan = true
        } else {
          years.append(first)
        }
      }
      var end = mark.end
      if text.glyph(at: end) == Glyph.fullYear { end += 3 }
      years.append(
        YearMention(value: value, range: FoldedRange(start, end), isQuotedOrSpan: isQuoted || first != nil))
      if let date = scan.date(at: start, limit: limit) { dates.append(date) }
    }
    return (years, dates)
  }

  /// The year whose four digits end at `end`, 2000 to 2099.
  private func value(endingAt end: Int) -> Int? {
    guard end >= 4, text.byte(at: end - 4) == 0x32, text.byte(at: end - 3) == 0x30, text.isDigit(at: end - 2),
      text.isDigit(at: end - 1)
    else { return nil }
    // A ninth digit makes it a number; eight are a span that lost its dash: (20212025年).
    if text.isDigit(at: end - 5), digits(before: end - 4) != 4 || text.byte(at: end - 8) != 0x32 { return nil }
    return 2000 + Int(text.byte(at: end - 2) - 0x30) * 10 + Int(text.byte(at: end - 1) - 0x30)
  }

  private func digits(before end: Int) -> Int {
    var count = 0
    while count < 10, end - count > 0, text.isDigit(at: end - count - 1) { count += 1 }
    return count
  }

  /// The year at the other end of the span of which the year at `start` is the last.
  private func spanStart(before start: Int) -> YearMention? {
    var end = start
    if text.byte(at: end - 1) == 0x2D {
      while text.byte(at: end - 1) == 0x2D { end -= 1 }
    } else if text.glyph(at: end - 3) == Glyph.until {
      end -= 3
    } else if !text.isDigit(at: end - 1) {
      return nil
    }
    let digitsEnd = text.glyph(at: end - 3) == Glyph.year ? end - 3 : end
    guard let value = value(endingAt: digitsEnd) else { return nil }
    return YearMention(value: value, range: FoldedRange(digitsEnd - 4, end), isQuotedOrSpan: true)
  }
}

/// Tells whether ascending places stand between 《 and 》 of one block.
private struct QuoteCursor {
  let opens: PhraseRanges?
  let closes: PhraseRanges?
  private var open = 0
  private var close = 0

  init(opens: PhraseRanges?, closes: PhraseRanges?) {
    self.opens = opens
    self.closes = closes
    open = opens?.startIndex ?? 0
    close = closes?.startIndex ?? 0
  }

  mutating func isQuoted(_ offset: Int) -> Bool {
    guard let opens, let closes else { return false }
    while open < opens.endIndex, opens[open].start < offset { open += 1 }
    while close < closes.endIndex, closes[close].start < offset { close += 1 }
    guard open > opens.startIndex else { return false }
    let lastOpen = opens[open - 1].start
    if close > closes.startIndex, closes[close - 1].start > lastOpen { return false }
    // A 《 that is never closed, or only much later, quotes nothing.
    return close < closes.endIndex && closes[close].start - lastOpen <= 300
  }
}
