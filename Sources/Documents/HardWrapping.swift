import SourceText

/// How a text was broken into lines of one width, by a mail program, an editor, or copying from a page.
///
/// A line was broken because the next word did not fit. So each two lines of one paragraph say between which bounds the width
/// lies; when many pairs of neighbours agree on one, hardly a line is wider, and the full lines break off inside sentences, the
/// text is wrapped. Of a text with one paragraph a line, about half the lines are wider than any width that many agree on,
/// and nearly all end sentences.
struct HardWrapping {
  /// Columns of a full line, a Chinese character taking two.
  private var width = 0
  /// Whether the lines were broken at just this width.
  private var isExact = false
  /// Whether a blank line or an indentation stands before most paragraphs.
  private var marksParagraphs = true
  /// Columns of white space before the lines that continue a paragraph.
  private var indentation = 0
  private var measures: [LineMeasure] = []

  /// Columns by which lines may miss the width: punctuation hangs over or is pulled to the next line, letters vary.
  private static let slack = 2
  /// Columns by which a line may be wider and still be joined.
  private static let tolerance = 4
  /// Widths at which texts are wrapped. Below it, lines are words of a table; above, paragraphs.
  private static let widths = 24...160
  /// A line of more bytes than this is no line of a wrapped text.
  private static let longest = 330

  /// The wrapping of a text, or nil when each of its lines is a paragraph.
  init?(of lines: [SourceLine], _ reader: ScalarReader) {
    var long = 0
    for line in lines where line.range.count > Self.longest { long += 1 }
    guard lines.count > 3, long * 8 <= lines.count else { return nil }
    measures = lines.map { LineMeasure(of: $0, reader, longest: Self.longest) }
    indentation = commonIndentation(lines)

    var votes = [Int](repeating: 0, count: Self.widths.upperBound + 2)
    var pairs = 0
    for index in 1..<lines.count where mayContinue(lines, from: index - 1, reader) {
      pairs += 1
      guard let width = measures[index - 1].width else { continue }
      let low = max(width - Self.slack, Self.widths.lowerBound)
      let high = min(width + unit(lines, index, reader) - 1 + Self.slack, Self.widths.upperBound)
      if low <= high {
        votes[low] += 1
        votes[high + 1] -= 1
      }
    }
    var best = 0
    var sum = 0
    var plateau = 0...0
    for width in votes.indices {
      sum += votes[width]
      if sum > best {
        (best, plateau) = (sum, width...width)
      } else if sum == best, plateau.upperBound == width - 1 {
        plateau = plateau.lowerBound...width
      }
    }
    guard best >= 3, best * 10 >= pairs * 3 else { return nil }
    settleWidth(near: plateau, agreeing: best, lines, reader)
    var wider = long
    for measure in measures {
      if let taken = measure.width, taken > width + Self.tolerance { wider += 1 }
    }
    // What tells best: of a text with a line a paragraph about half the lines are wider than the width most agree on.
    guard wider * 20 <= lines.count, looksWrapped(lines, reader) else { return nil }
    marksParagraphs = marksMostParagraphs(lines, reader)
  }

  /// Takes the one width that most lines were broken at, if a program counted columns; else the middle of those they allow.
  private mutating func settleWidth(
    near plateau: ClosedRange<Int>, agreeing best: Int, _ lines: [SourceLine], _ reader: ScalarReader
  ) {
    width = (plateau.lowerBound + plateau.upperBound) / 2
    let candidates = plateau.lowerBound...(plateau.upperBound + Self.slack)
    var exact = [Int](repeating: 0, count: candidates.count)
    for index in 1..<lines.count where mayContinue(lines, from: index - 1, reader) {
      guard let taken = measures[index - 1].width else { continue }
      let reach = taken + unit(lines, index, reader)
      for candidate in candidates where taken <= candidate && candidate < reach {
        exact[candidate - candidates.lowerBound] += 1
      }
    }
    guard let most = exact.max(), most * 5 >= best * 4, let at = exact.lastIndex(of: most) else { return }
    width = candidates.lowerBound + at
    isExact = true
  }

  /// Whether the line after `index` continues that line's paragraph.
  func continues(_ lines: [SourceLine], from index: Int, blockStartingAt start: Int, _ reader: ScalarReader) -> Bool {
    guard mayContinue(lines, from: index, reader, hanging: hangingIndentation(of: lines[start], start, reader)) else {
      return false
    }
    return isFull(lines, index, reader) || isInsideIndentedParagraph(lines, index, startingAt: start, reader)
  }

  /// Whether a line stands in a paragraph that an indented line began, and breaks off inside a sentence.
  ///
  /// Programs that count characters instead of columns break lines with digits early; the indentation tells all the same.
  private func isInsideIndentedParagraph(
    _ lines: [SourceLine], _ index: Int, startingAt start: Int, _ reader: ScalarReader
  ) -> Bool {
    guard marksParagraphs, measures[start].indentation > indentation + 1, let taken = measures[index].width else {
      return false
    }
    return taken * 2 >= width && !reader.endsSentence(lines[index].range)
  }

  /// Whether nothing but its own shortness could keep a line from continuing on the next.
  private func mayContinue(
    _ lines: [SourceLine], from index: Int, _ reader: ScalarReader, hanging: Int? = nil
  ) -> Bool {
    let next = lines[index + 1]
    guard !next.followsBlank, !next.opensBlock, !next.standsAlone, !lines[index].standsAlone,
      measures[index + 1].width != nil
    else { return false }
    let indent = measures[index + 1].indentation
    if indent > indentation + 1, abs(indent - (hanging ?? -9)) > 1 { return false }
    return measures[index + 1].number == 0 || isInsideNumber(lines[index].range, reader)
  }

  /// Whether what looks like a number at the start of the next line belongs to the end of this one: 第 | 一、二季度.
  private func isInsideNumber(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    guard let last = reader.scalar(endingAt: range.end, after: range.start) else { return false }
    return last.value == 0x7B2C || last.value == 0x3001 || HeadingNumber.isDigit(last.value)
  }

  /// Whether the start of the next line would not have fitted on the line.
  private func isFull(_ lines: [SourceLine], _ index: Int, _ reader: ScalarReader) -> Bool {
    guard let taken = measures[index].width else { return false }
    // A line that ends a sentence and had room left is the last of its paragraph.
    let endsSentence = reader.endsSentence(lines[index].range)
    // Where nothing else shows a new paragraph, a block too many is the lesser evil: no sentence is torn, no heading hidden.
    if endsSentence, !marksParagraphs { return false }
    let slack = isExact || endsSentence ? 0 : Self.slack
    return taken <= width + Self.tolerance && taken + unit(lines, index + 1, reader) + slack > width
  }

  /// Columns that the start of a line would have taken behind the line before it.
  private func unit(_ lines: [SourceLine], _ index: Int, _ reader: ScalarReader) -> Int {
    let needsSpace =
      reader.bytes[lines[index - 1].range.end - 1] < 0x80 && reader.bytes[lines[index].range.start] < 0x80
    return measures[index].firstUnit + (needsSpace ? 1 : 0)
  }

  /// The columns at which lines under a numbered or bulleted first line stand, if they are set in.
  private func hangingIndentation(of line: SourceLine, _ index: Int, _ reader: ScalarReader) -> Int? {
    if line.opensBlock { return reader.columns(TextRange(line.start, line.range.start)) }
    let number = measures[index].number
    guard number > 0 else { return nil }
    var end = line.range.start + number
    while end < line.range.end, reader.bytes[end] == 0x20 { end += 1 }
    return measures[index].indentation + reader.columns(TextRange(line.range.start, end))
  }

  /// The smallest indentation that a fifth of the lines have: that of the lines that continue, for first lines have more.
  private func commonIndentation(_ lines: [SourceLine]) -> Int {
    var counts = [Int](repeating: 0, count: 64)
    for measure in measures { counts[min(measure.indentation, 63)] += 1 }
    return counts.firstIndex { $0 * 5 >= measures.count } ?? counts.firstIndex { $0 > 0 } ?? 0
  }

  private func marksMostParagraphs(_ lines: [SourceLine], _ reader: ScalarReader) -> Bool {
    var paragraphs = 0
    var marked = 0
    var start = 0
    for index in lines.indices {
      if index > 0, continues(lines, from: index - 1, blockStartingAt: start, reader) { continue }
      start = index
      paragraphs += 1
      if lines[index].followsBlank || measures[index].indentation > indentation + 1 { marked += 1 }
    }
    return marked * 2 >= paragraphs
  }

  /// Whether the lines that would be joined read as running text: they break off inside sentences, have commas
  /// and full stops inside lines, and their paragraphs end where sentences do. Lists of names and tables do not.
  private func looksWrapped(_ lines: [SourceLine], _ reader: ScalarReader) -> Bool {
    var joins = 0
    var broken = 0
    var pauses = 0
    var paragraphs = 0
    var ended = 0
    var isOpen = false
    var start = 0
    for index in lines.indices {
      let isJoined =
        index + 1 < lines.count && continues(lines, from: index, blockStartingAt: start, reader)
      if isJoined {
        joins += 1
        if !reader.endsSentence(lines[index].range) { broken += 1 }
      } else {
        if isOpen {
          paragraphs += 1
          if reader.endsSentence(lines[index].range) { ended += 1 }
        }
        start = index + 1
      }
      if isJoined || isOpen { pauses += measures[index].pauses }
      isOpen = isJoined
    }
    return joins >= 3 && broken * 10 >= joins * 7 && pauses * 3 >= joins && ended * 4 >= paragraphs
  }
}
