public import Matching
public import SourceText

/// Reads the numbers of a report that count or measure something.
///
/// Dates, years, document numbers, telephone and service numbers, ordinals, marks of lists and names with digits
/// (6+X, 5G, 3·15) are no figures. 万 and 亿 are part of the value.
public struct FigureReader: Sendable {
  private let units: WordTable
  /// The same words as they are compared.
  private let measures: [Figure.Measure]
  private let approximations: WordTable
  /// The characters with which a number in Chinese characters can begin.
  private let numerals: [PhraseID]
  /// 百, with which a percentage can begin.
  private let hundred: PhraseID?

  /// Makes a reader for the measure words and the words of approximation of a vocabulary.
  ///
  /// - Parameters:
  ///   - sameUnits: units that count the same: 场, 场次.
  ///   - phrases: where the characters of numbers are added that the one scan of the text is to find.
  public init(vocabulary: Vocabulary, sameUnits: [[String]] = [], phrases: inout PhraseSet) {
    units = WordTable(vocabulary.units)
    let groups = sameUnits.map { $0.map(FoldedText.fold) }
    measures = units.words.map { [words = units.words] word in
      switch word {
      case []: .none
      case [0x25]: .percent
      case [0xE2, 0x80, 0xB0]: .perMille
      default:
        // A group is told by the first of its words that is a unit at all.
        .word(
          words.firstIndex { known in known == word || groups.contains { $0.contains(known) && $0.contains(word) } }
            ?? 0)
      }
    }
    approximations = WordTable(vocabulary.approximations)
    numerals = "一二三四五六七八九十百千两".compactMap { phrases.add(String($0)) }
    hundred = phrases.add("百")
  }

  /// The figures of `body`, ascending.
  ///
  /// - Parameter rows: the rows of tables in it, whose cells are figures whatever they look like.
  public func read(_ text: FoldedText, matches: PhraseMatches, rows: [TableRow] = [], in body: FoldedRange) -> [Figure]
  {
    var figures = digits(text, matches, in: body)
    if !rows.isEmpty {
      let blocks = rows.map { text.blocks[$0.block] }
      figures.removeAll { figure in
        let next = blocks.partitioningIndex { $0.start > figure.range.start }
        return next > 0 && blocks[next - 1].contains(figure.range)
      }
      figures += rows.flatMap(\.cells)
      figures.sort { $0.range.start < $1.range.start }
    }
    let spelled = spelled(text, matches, in: body)
    if spelled.isEmpty { return figures }
    let written = figures
    figures = []
    figures.reserveCapacity(written.count + spelled.count)
    var next = 0
    for figure in spelled {
      while next < written.count, written[next].range.start < figure.range.start {
        figures.append(written[next])
        next += 1
      }
      // 百分之九十五 is one figure already.
      if let last = figures.last, figure.range.start < last.range.end { continue }
      figures.append(figure)
    }
    figures += written[next...]
    return figures
  }

  /// Numbers in Chinese characters, with their measure words; what is but one (一个, 一次) counts nothing.
  private func spelled(_ text: FoldedText, _ matches: PhraseMatches, in body: FoldedRange) -> [Figure] {
    let bytes = text.bytes.span
    let end = min(body.end, bytes.count)
    var figures: [Figure] = []
    for numeral in numerals {
      matches.each(of: numeral, in: body) { range in
        if mayBeCounted(bytes, at: range.start, to: end),
          let figure = spelled(bytes, at: range.start, from: max(0, body.start), to: end)
        {
          figures.append(figure)
        }
        return true
      }
    }
    figures.sort { $0.range.start < $1.range.start }
    return figures
  }

  /// Whether a measure word may stand behind the numeral at a place, which may go on.
  private func mayBeCounted(_ bytes: Span<UInt8>, at place: Int, to end: Int) -> Bool {
    let next = place &+ 3
    if next &+ 3 <= end, ChineseNumeral.isNumeral(ChineseNumeral.code(bytes, at: next)) { return true }
    // 一次
    return (units.mayStart(bytes, at: next, to: end) || approximations.mayStart(bytes, at: next, to: end))
      && ChineseNumeral.code(bytes, at: place) != 0xE4_B8_80
  }

  private func spelled(_ bytes: Span<UInt8>, at start: Int, from floor: Int, to end: Int) -> Figure? {
    guard !isContinued(bytes, at: start, from: floor),
      let number = ChineseNumeral.readCount(bytes, from: start, to: end)
    else { return nil }
    var next = number.end
    var approximation: Figure.Approximation?
    if let word = approximations.longest(bytes, at: next, to: end) {
      approximation = .behindDigits
      next += word.count
    }
    guard number.value > 1, !number.isBare || approximation != nil,
      let word = units.longest(bytes, at: next, to: end)
    else { return nil }
    let unit = FoldedRange(next, next + word.count)
    next = unit.end
    // 三位一体, 六个一
    if next + 3 <= end, ChineseNumeral.isNumeral(ChineseNumeral.code(bytes, at: next)) { return nil }
    var clause = Clause(start: floor, known: floor)
    // Clauses of more than 300 bytes are not looked at to their start.
    if start - floor > 300 {
      var near = start - 300
      while near < start, bytes[near] & 0xC0 == 0x80 { near += 1 }
      clause = Clause(start: near, known: near)
    }
    clause.lookBack(bytes, from: start)
    var subjectEnd = start
    if let word = approximations.longestSuffix(bytes, from: clause.start, to: start),
      !NumberToken.standsBehindOnly(approximations.words[word.index])
    {
      approximation = approximation ?? .before
      subjectEnd -= word.count
    }
    if approximation == nil, let word = approximations.longest(bytes, at: next, to: end) {
      approximation = .behind
      next += word.count
    }
    var figure = Figure(
      value: ExactNumber(units: number.value, scale: 0), decimals: 0, unit: unit, range: FoldedRange(start, next),
      subject: FoldedRange(clause.start, subjectEnd), approximation: approximation)
    figure.zeros = number.zeros
    figure.isSpelled = true
    figure.measure = measures[word.index]
    return figure
  }

  /// Whether what stands before a numeral makes it a part of something else: 第三, 十|二, 3千, “四个自信”.
  private func isContinued(_ bytes: Span<UInt8>, at start: Int, from floor: Int) -> Bool {
    guard start > floor else { return false }
    if bytes[start - 1] < 0x80 { return bytes[start - 1] == 0x22 || (0x30...0x39).contains(bytes[start - 1]) }
    guard start >= floor + 3 else { return false }
    let code = ChineseNumeral.code(bytes, at: start - 3)
    // 第, 之, 几, 数
    switch code {
    case 0xE7_AC_AC, 0xE4_B9_8B, 0xE5_87_A0, 0xE6_95_B0: return true
    default: return ChineseNumeral.isNumeral(code)
    }
  }

  private func digits(_ text: FoldedText, _ matches: PhraseMatches, in body: FoldedRange) -> [Figure] {
    let bytes = text.bytes.span
    let end = min(body.end, bytes.count)
    var figures: [Figure] = []
    var index = max(0, body.start)
    let start = index
    figures.reserveCapacity((end - start) / 120)
    var clause = Clause(start: index, known: index)
    let hundreds = hundred.map { matches.ranges(of: $0, in: FoldedRange(start, end)).map(\.start) } ?? []
    var passed = 0
    while true {
      while passed < hundreds.count, hundreds[passed] < index { passed += 1 }
      let hundred = passed < hundreds.count ? hundreds[passed] : end
      index = nextDigit(bytes, from: index, to: hundred)
      guard index < end else { return figures }
      if index == hundred {
        if let percentage = chinesePercentage(bytes, at: index, to: end, clause: &clause) {
          figures.append(percentage)
          index = percentage.range.end
          clause = Clause(start: index, known: index)
        } else {
          index += 3
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

  /// The next digit from `start` on, or `end`.
  @inline(__always)
  private func nextDigit(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index &+ 8 <= end {
      while index &+ 16 <= end, !EightBytes(bytes, at: index).hasASCII(orIn: EightBytes(bytes, at: index &+ 8)) {
        index &+= 16
      }
      guard index &+ 8 <= end else { break }
      let places = EightBytes(bytes, at: index).places(with: 0x30, below: 10)
      if places != 0 { return index &+ EightBytes.first(places) }
      index &+= 8
    }
    while index < end {
      if bytes[index] &- 0x30 < 10 { return index }
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
        !(first.measure == .none && second.measure == .none)
      else { return secondPlace.skipped(units: units) ?? secondNumber.end }
      first.isRangeEnd = true
      second.isRangeEnd = true
      if first.measure == .none { (first.unit, first.measure) = (second.unit, second.measure) }
      second.subject = first.subject
      figures.append(first)
      figures.append(second)
      return second.range.end
    }
    if first.measure == .none, !place.isBareFigure(first.range.end) { return max(next, number.end) }
    next = first.range.end
    figures.append(first)
    return next
  }

  /// Puts together value, multiplier, approximation and unit.
  private func figure(_ bytes: Span<UInt8>, _ number: NumberToken, to end: Int, clauseStart: Int) -> Figure? {
    guard var value = number.value else { return nil }
    var next = number.end
    var zeros = 0
    var approximation: Figure.Approximation?
    var subjectEnd = number.start
    if let word = approximations.longestSuffix(bytes, from: clauseStart, to: number.start),
      !NumberToken.standsBehindOnly(approximations.words[word.index])
    {
      approximation = .before
      subjectEnd -= word.count
    }
    for _ in 0..<2 {
      if let multiplier = NumberToken.multiplier(bytes, at: next, to: end) {
        guard let product = value.multiplied(by: multiplier.factor) else { return nil }
        value = product
        zeros += multiplier.zeros
        next = multiplier.end
      }
      if let word = approximations.longest(bytes, at: next, to: end) {
        approximation = .behindDigits
        next += word.count
      }
    }
    let (unit, measure) = measure(bytes, at: next, to: end)
    next = unit.end
    if !unit.isEmpty, let word = approximations.longest(bytes, at: next, to: end) {
      approximation = approximation ?? .behind
      next += word.count
    }
    var figure = Figure(
      value: value, decimals: number.decimals, unit: unit, range: FoldedRange(number.start, next),
      subject: FoldedRange(min(clauseStart, subjectEnd), subjectEnd), approximation: approximation)
    figure.zeros = zeros
    figure.measure = measure
    return figure
  }

  /// The measure word at a place, empty where there is none.
  func measure(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> (range: FoldedRange, measure: Figure.Measure) {
    if let word = units.longest(bytes, at: start, to: end) {
      return (FoldedRange(start, start + word.count), measures[word.index])
    }
    if start < end, bytes[start] == 0x25 { return (FoldedRange(start, start + 1), .percent) }
    if start + 3 <= end, ChineseNumeral.code(bytes, at: start) == 0xE2_80_B0 {
      return (FoldedRange(start, start + 3), .perMille)
    }
    return (FoldedRange(start, start), .none)
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
    var figure = Figure(
      value: value, decimals: decimals, unit: FoldedRange(index, index), range: FoldedRange(index, stop),
      subject: FoldedRange(clause.start, index))
    figure.isSpelled = bytes[start] >= 0x80
    figure.measure = .percent
    return figure
  }
}
