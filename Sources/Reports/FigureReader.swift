package import SourceText

/// Reads the numbers of a report that count or measure something.
///
/// Dates, years, document numbers, telephone and service numbers, ordinals, marks of lists and names with digits
/// (6+X, 5G, 3·15) are no figures. 万 and 亿 are part of the value.
package struct FigureReader: Sendable {
  private let units: WordTable
  /// The same words as `units`, as they are handed out.
  private let unitNames: [String]
  private let approximations: WordTable

  /// Makes a reader for the measure words and the words of approximation of a vocabulary.
  package init(vocabulary: Vocabulary) {
    units = WordTable(vocabulary.units)
    unitNames = units.words.map { String(decoding: $0, as: UTF8.self) }
    approximations = WordTable(vocabulary.approximations)
  }

  /// The figures of `body`, ascending.
  package func read(_ text: FoldedText, in body: FoldedRange) -> [Figure] {
    let bytes = text.bytes.span
    let end = min(body.end, bytes.count)
    var figures: [Figure] = []
    var index = max(0, body.start)
    let start = index
    var clauseStart = index
    while index < end {
      let byte = bytes[index]
      if byte &- 0xE4 < 12, byte != 0xE7 {
        // Nearly all characters; no index comes near an overflow.
        index &+= 3
      } else if byte >= 0xE4 {
        if byte == 0xE7, let percentage = chinesePercentage(bytes, at: index, to: end, clauseStart: clauseStart) {
          figures.append(percentage)
          index = percentage.range.end
          clauseStart = index
        } else {
          index += byte < 0xF0 ? 3 : 4
        }
      } else if byte == 0xE3 {
        // 、 and 。
        if index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0x80 || bytes[index + 2] == 0x82 {
          clauseStart = index + 3
        }
        index += 3
      } else if byte >= 0x80 {
        index += byte < 0xE0 ? 2 : 3
      } else if byte >= 0x30, byte <= 0x39 {
        let count = figures.count
        index = readNumber(text.bytes, at: index, from: start, to: end, clauseStart: clauseStart, into: &figures)
        if figures.count > count { clauseStart = index }
      } else {
        switch byte {
        case 0x0A, 0x21, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F, 0x7C: clauseStart = index + 1
        default: break
        }
        index += 1
      }
    }
    return figures
  }

  /// Reads the number at `index`, or steps over it and what belongs to it when it is no figure; returns where to go on.
  private func readNumber(
    _ array: [UInt8], at index: Int, from start: Int, to end: Int, clauseStart: Int, into figures: inout [Figure]
  ) -> Int {
    let bytes = array.span
    let number = NumberToken(bytes, at: index, to: end)
    let place = FigurePlace(bytes: array, number: number, start: start, end: end, isSecond: false)
    if let next = place.skipped(units: units) { return next }
    guard var first = figure(bytes, number, to: end, clauseStart: clauseStart) else { return number.end }
    var next = first.range.end
    // 5%-10% and 5至10件: two figures, whose unit may stand behind the second only.
    if let secondStart = NumberToken.rangeJoint(bytes, at: next, to: end) {
      let secondNumber = NumberToken(bytes, at: secondStart, to: end)
      let secondPlace = FigurePlace(bytes: array, number: secondNumber, start: start, end: end, isSecond: true)
      guard secondPlace.skipped(units: units) == nil,
        var second = figure(bytes, secondNumber, to: end, clauseStart: secondStart),
        !(first.unit.isEmpty && second.unit.isEmpty)
      else { return secondPlace.skipped(units: units) ?? secondNumber.end }
      first.isRangeEnd = true
      second.isRangeEnd = true
      if first.unit.isEmpty { first.unit = second.unit }
      second.subject = first.subject
      figures.append(first)
      figures.append(second)
      return second.range.end
    }
    if first.unit.isEmpty, !place.isBareFigure(first.range.end) { return max(next, number.end) }
    next = first.range.end
    figures.append(first)
    return next
  }

  /// Puts together value, multiplier, approximation and unit.
  private func figure(_ bytes: Span<UInt8>, _ number: NumberToken, to end: Int, clauseStart: Int) -> Figure? {
    guard var value = number.value else { return nil }
    var next = number.end
    var isApproximate = false
    var subjectEnd = number.start
    if let word = approximations.longestSuffix(bytes, from: clauseStart, to: number.start),
      !NumberToken.standsBehindOnly(approximations.words[word])
    {
      isApproximate = true
      subjectEnd -= approximations.words[word].count
    }
    for _ in 0..<2 {
      if let multiplier = NumberToken.multiplier(bytes, at: next, to: end) {
        guard let product = value.multiplied(by: multiplier.factor) else { return nil }
        value = product
        next = multiplier.end
      }
      if let word = approximations.longest(bytes, at: next, to: end) {
        isApproximate = true
        next += approximations.words[word].count
      }
    }
    var unit = ""
    if let word = units.longest(bytes, at: next, to: end) {
      unit = unitNames[word]
      next += units.words[word].count
    } else if next < end, bytes[next] == 0x25 {
      unit = "%"
      next += 1
    } else if next + 3 <= end, ChineseNumeral.code(bytes, at: next) == 0xE2_80_B0 {
      unit = "‰"
      next += 3
    }
    if !unit.isEmpty, let word = approximations.longest(bytes, at: next, to: end) {
      isApproximate = true
      next += approximations.words[word].count
    }
    return Figure(
      value: value, decimals: number.decimals, unit: unit, range: FoldedRange(number.start, next),
      subject: FoldedRange(min(clauseStart, subjectEnd), subjectEnd), isApproximate: isApproximate, isRangeEnd: false)
  }

  /// 百分之九十五, 百分之95.5
  private func chinesePercentage(
    _ bytes: Span<UInt8>, at index: Int, to end: Int, clauseStart: Int
  ) -> Figure? {
    guard index + 12 <= end, ChineseNumeral.code(bytes, at: index) == 0xE7_99_BE,
      ChineseNumeral.code(bytes, at: index + 3) == 0xE5_88_86,
      ChineseNumeral.code(bytes, at: index + 6) == 0xE4_B9_8B
    else { return nil }
    let start = index + 9
    let value: ExactNumber
    let decimals: Int
    let stop: Int
    if let numeral = ChineseNumeral.read(bytes, from: start, to: end) {
      (value, decimals, stop) = (ExactNumber(units: numeral.value, scale: 0), 0, numeral.end)
    } else if (0x30...0x39).contains(bytes[start]) {
      let number = NumberToken(bytes, at: start, to: end)
      guard let read = number.value else { return nil }
      (value, decimals, stop) = (read, number.decimals, number.end)
    } else {
      return nil
    }
    return Figure(
      value: value, decimals: decimals, unit: "%", range: FoldedRange(index, stop),
      subject: FoldedRange(clauseStart, index), isApproximate: false, isRangeEnd: false)
  }
}
