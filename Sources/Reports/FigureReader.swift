package import SourceText

/// Reads the numbers of a report that count or measure something.
///
/// Dates, years, document numbers, telephone and service numbers, ordinals, marks of lists and names with digits
/// (6+X, 5G, 3·15) are no figures. 万 and 亿 are part of the value.
package struct FigureReader: Sendable {
  private let units: WordTable
  /// The same words as `units`, as they are handed out.
  private let unitNames: [String]
  /// The same words as they are compared.
  private let measures: [Figure.Measure]
  private let approximations: WordTable

  /// Makes a reader for the measure words and the words of approximation of a vocabulary.
  package init(vocabulary: Vocabulary) {
    units = WordTable(vocabulary.units)
    unitNames = units.words.map { String(decoding: $0, as: UTF8.self) }
    measures = unitNames.indices.map { [unitNames] place in
      switch unitNames[place] {
      case "": .none
      case "%": .percent
      case "‰": .perMille
      default: .word(unitNames.firstIndex(of: unitNames[place]) ?? place)
      }
    }
    approximations = WordTable(vocabulary.approximations)
  }

  /// The figures of `body`, ascending.
  package func read(_ text: FoldedText, in body: FoldedRange) -> [Figure] {
    let bytes = text.bytes.span
    let end = min(body.end, bytes.count)
    var figures: [Figure] = []
    var index = max(0, body.start)
    let start = index
    var clause = Clause(start: index, known: index)
    while true {
      index = nextCandidate(bytes, from: index, to: end)
      guard index < end else { return figures }
      if bytes[index] == 0x99 {
        if index > start, let percentage = chinesePercentage(bytes, at: index - 1, to: end, clause: &clause) {
          figures.append(percentage)
          index = percentage.range.end
          clause = Clause(start: index, known: index)
        } else {
          index += 1
        }
      } else {
        let count = figures.count
        clause.lookBack(bytes, from: index)
        index = readNumber(text.bytes, at: index, from: start, to: end, clauseStart: clause.start, into: &figures)
        if figures.count > count { clause.start = index }
        // What belongs to a number parts no clauses.
        clause.known = index
      }
    }
  }

  /// The next byte from `start` on that is a digit or may be the middle one of 百.
  @inline(__always)
  private func nextCandidate(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index &+ 8 <= end {
      let eight = EightBytes(bytes, at: index)
      let places = eight.places(with: 0x30, below: 10) | eight.places(of: 0x99)
      if places != 0 { return index &+ EightBytes.first(places) }
      index &+= 8
    }
    while index < end {
      let byte = bytes[index]
      if (0x30...0x39).contains(byte) || byte == 0x99 { return index }
      index &+= 1
    }
    return end
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
      if first.unit.isEmpty { (first.unit, first.measure) = (second.unit, second.measure) }
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
    var measure = Figure.Measure.none
    if let word = units.longest(bytes, at: next, to: end) {
      unit = unitNames[word]
      measure = measures[word]
      next += units.words[word].count
    } else if next < end, bytes[next] == 0x25 {
      (unit, measure) = ("%", .percent)
      next += 1
    } else if next + 3 <= end, ChineseNumeral.code(bytes, at: next) == 0xE2_80_B0 {
      (unit, measure) = ("‰", .perMille)
      next += 3
    }
    if !unit.isEmpty, let word = approximations.longest(bytes, at: next, to: end) {
      isApproximate = true
      next += approximations.words[word].count
    }
    return Figure(
      value: value, decimals: number.decimals, unit: unit, range: FoldedRange(number.start, next),
      subject: FoldedRange(min(clauseStart, subjectEnd), subjectEnd), isApproximate: isApproximate, isRangeEnd: false,
      measure: measure)
  }

  /// 百分之九十五, 百分之95.5
  private func chinesePercentage(
    _ bytes: Span<UInt8>, at index: Int, to end: Int, clause: inout Clause
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
    clause.lookBack(bytes, from: index)
    return Figure(
      value: value, decimals: decimals, unit: "%", range: FoldedRange(index, stop),
      subject: FoldedRange(clause.start, index), isApproximate: false, isRangeEnd: false,
      measure: .percent)
  }
}
