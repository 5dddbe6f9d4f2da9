import Matching
import SourceText

/// Growths and declines, judged by the numbers that have changed.
extension FigureRelations {
  /// The numbers between which something has changed.
  private struct Change {
    var before: ExactNumber
    var now: Figure
    /// The number before, or by how much it changed when that is what stands there.
    var other: Figure
    var isDifference = false
  }

  func judgeGrowth(_ sentence: FigureSentence, _ bytes: Span<UInt8>, into relations: inout [FigureRelation]) {
    let figures =
      sentence.groups.isEmpty ? sentence.figures : sentence.figures + sentence.groups.flatMap(\.figures)
    for place in figures.indices {
      let figure = figures[place]
      if let change = change(behind: place, figures, bytes), let relation = relation(figure, change, bytes) {
        relations.append(relation)
        continue
      }
      guard place > figures.startIndex, !figure.isApproximate, !figure.isRangeEnd,
        let isRise = direction(figure, bytes)
      else { continue }
      if let change = change(at: place, figures, bytes) {
        // A rise between numbers that fall is one of something else.
        if (change.before < change.now.value) == isRise, let relation = relation(figure, change, bytes) {
          relations.append(relation)
        }
      } else if figure.measure == .percent,
        // 压减81.68% without its ends is for the rule on bases.
        reductions.longestSuffix(bytes, from: figure.subject.start, to: figure.subject.end) == nil,
        !isFirstOfSeveral(place, figures, bytes),
        let relation = growth(figure, of: grown(figure, sentence, bytes), isRise: isRise)
      {
        relations.append(relation)
      }
    }
  }

  /// Whether what stands before a percentage makes it a rise or a decline, and names nothing else.
  private func direction(_ figure: Figure, _ bytes: Span<UInt8>) -> Bool? {
    var range = near(figure.subject, bytes)
    // 增幅为, 下降了
    if let link = rateLinks.longestSuffix(bytes, from: range.start, to: range.end) {
      range.end -= link.count
    }
    let isRise: Bool
    if let word = rises.longestSuffix(bytes, from: range.start, to: range.end) {
      range.end -= word.count
      isRise = true
    } else if let word = falls.longestSuffix(bytes, from: range.start, to: range.end) {
      range.end -= word.count
      isRise = false
    } else {
      return nil
    }
    while range.start < range.end {
      if let word = compared.longest(bytes, at: range.start, to: range.end) {
        range.start += word.count
      } else if (0x30...0x39).contains(bytes[range.start]) {
        range.start += 1
      } else {
        return nil
      }
    }
    return isRise
  }

  /// The counts that may have grown: the figure directly before, with those that it is listed with.
  private func grown(_ figure: Figure, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> [Figure] {
    if let group = sentence.groups.first(where: { $0.figures.first?.range == figure.range }) {
      return [group.whole].compactMap { $0 }.filter { canGrow($0) && adjoins(bytes, $0, figure) }
    }
    var next = figure
    var grown: [Figure] = []
    for now in sentence.figures.reversed() where now.range.end <= figure.range.start && now.range != figure.range {
      guard canGrow(now), direction(now, bytes) == nil, !isPrior(now, bytes), adjoins(bytes, now, next),
        grown.isEmpty || !hasComma(bytes, now, next)
      else { break }
      grown.append(now)
      next = now
    }
    return grown
  }

  /// Whether another growth follows at once, so that each is of another number before: 同比上升15.3%、12.5%.
  private func isFirstOfSeveral(_ place: Int, _ figures: ArraySlice<Figure>, _ bytes: Span<UInt8>) -> Bool {
    guard place + 1 < figures.endIndex, figures[place + 1].measure == .percent else { return false }
    let gap = FoldedRange(figures[place].range.end, figures[place + 1].range.start)
    // Figures in brackets stand behind all others here.
    return (1...6).contains(gap.count) && !(gap.start..<gap.end).contains { bytes[$0] == 0x2C }
  }

  private func canGrow(_ figure: Figure) -> Bool {
    isCount(figure) && figure.zeros == 0 && figure.value.integer != nil
  }

  func hasComma(_ bytes: Span<UInt8>, _ first: Figure, _ second: Figure) -> Bool {
    (first.range.end..<second.range.start).contains { bytes[$0] == 0x2C }
  }

  /// A growth to a stated number, which some whole number before must give; of several numbers one is enough.
  private func growth(_ rate: Figure, of grown: [Figure], isRise: Bool) -> FigureRelation? {
    var first: FigureRelation?
    for now in grown {
      guard let relation = growth(rate, of: now, isRise: isRise) else { return nil }
      if relation.verdict == .ok || relation.verdict == .okTruncated { return relation }
      first = first ?? relation
    }
    return first
  }

  /// A growth to a stated number, which some whole number before must give.
  private func growth(_ rate: Figure, of now: Figure, isRise: Bool) -> FigureRelation? {
    guard let current = now.value.integer, current > 0 else { return nil }
    var relation = FigureRelation(
      kind: .growth, verdict: .doubtful, stated: rate.range, whole: now.range, parts: [],
      calculation: .growth(before: [], now: now.value, stated: rate.value, decimals: rate.decimals))
    // now = before × (100 ± rate) ÷ 100
    let hundred = ExactNumber.hundred
    guard let factor = isRise ? hundred.adding(rate.value) : hundred.subtracting(rate.value) else { return nil }
    if factor.units <= 0 {
      relation.verdict = .contradicted
      relation.calculation = .aboveAll(rate.value, decimals: rate.decimals)
      return relation
    }
    var scale = 100
    for _ in 0..<factor.scale {
      let (larger, isTooLarge) = scale.multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return nil }
      scale = larger
    }
    let (product, isTooLarge) = current.multipliedReportingOverflow(by: scale)
    guard !isTooLarge else { return nil }
    let below = product / factor.units
    for before in max(below - 1, 1)...max(below + 2, 1) {
      guard isRise ? before <= current : before >= current,
        let share = Self.change(before, current, decimals: rate.decimals)
      else { continue }
      if share.rounded == rate.value || share.truncated == rate.value {
        relation.verdict = share.rounded == rate.value ? .ok : .okTruncated
        relation.calculation = .growth(
          before: [ExactNumber(units: before, scale: 0)], now: now.value, stated: rate.value, decimals: rate.decimals)
        return relation
      }
    }
    let nearest = [below, below + 1].filter { $0 > 0 && (isRise ? $0 <= current : $0 >= current) }
    relation.calculation = .growth(
      before: nearest.map { ExactNumber(units: $0, scale: 0) }, now: now.value, stated: rate.value,
      decimals: rate.decimals)
    return relation
  }

  private static func change(
    _ before: Int, _ now: Int, decimals: Int
  ) -> (rounded: ExactNumber, truncated: ExactNumber)? {
    ExactNumber.percentage(
      of: ExactNumber(units: abs(now - before), scale: 0), whole: ExactNumber(units: before, scale: 0),
      decimals: decimals)
  }

  /// The two numbers of a change that stand before it: 由200件增加到230件, 312件,较上年的260件, 1563件,比上年增加231件.
  private func change(at place: Int, _ figures: ArraySlice<Figure>, _ bytes: Span<UInt8>) -> Change? {
    guard place >= figures.startIndex + 2 else { return nil }
    let (first, last) = (figures[place - 2], figures[place - 1])
    guard isComparable(last), follows(last, figures[place], bytes) else { return nil }
    if let isRise = direction(last, bytes), isCount(last) {
      if let change = change(at: place - 1, figures, bytes) { return change }
      guard first.measure == last.measure, isComparable(first), follows(first, last, bytes),
        let before = isRise ? first.value.subtracting(last.value) : first.value.adding(last.value)
      else { return nil }
      return Change(before: before, now: first, other: last, isDifference: true)
    }
    guard first.measure == last.measure, isComparable(first) else { return nil }
    if isPrior(last, bytes), follows(first, last, bytes), !isPrior(first, bytes) {
      return Change(before: last.value, now: first, other: last)
    }
    let isFrom = fromWords.first(bytes, in: near(first.subject, bytes)) != nil
    let isTo = toWords.first(bytes, in: near(last.subject, bytes)) != nil
    if let one = year(in: first.subject, bytes), let other = year(in: last.subject, bytes), abs(one - other) == 1,
      follows(first, last, bytes)
    {
      return one < other
        ? Change(before: first.value, now: last, other: first) : Change(before: last.value, now: first, other: last)
    }
    guard isFrom && isTo || isPrior(first, bytes) && isTo else { return nil }
    return Change(before: first.value, now: last, other: first)
  }

  /// 同比减少132件,由1032件降至900件: the two numbers stand behind the change.
  private func change(behind place: Int, _ figures: ArraySlice<Figure>, _ bytes: Span<UInt8>) -> Change? {
    let words = figures[place].subject
    guard place + 2 < figures.endIndex,
      isCount(figures[place]) || figures[place].measure == .percent || points.isUnit(bytes, figures[place]),
      rises.longestSuffix(bytes, from: words.start, to: words.end) != nil
        || falls.longestSuffix(bytes, from: words.start, to: words.end) != nil
    else { return nil }
    let (first, last) = (figures[place + 1], figures[place + 2])
    guard first.measure == last.measure, isComparable(first), isComparable(last),
      follows(figures[place], first, bytes), follows(first, last, bytes),
      fromWords.first(bytes, in: near(first.subject, bytes)) != nil,
      toWords.first(bytes, in: near(last.subject, bytes)) != nil
    else { return nil }
    return Change(before: first.value, now: last, other: first)
  }

  private func isComparable(_ figure: Figure) -> Bool {
    figure.measure != .none && !figure.isApproximate && !figure.isRangeEnd && figure.zeros == 0
  }

  /// Whether a figure is said to be one of an earlier period, and of nothing else: 较上年的260件, 去年同期为600件.
  private func isPrior(_ figure: Figure, _ bytes: Span<UInt8>) -> Bool {
    var words = near(figure.subject, bytes)
    var isPrior = false
    while words.start < words.end {
      if let word = prior.longest(bytes, at: words.start, to: words.end) {
        isPrior = true
        words.start += word.count
      } else if let word = compared.longest(bytes, at: words.start, to: words.end) {
        words.start += word.count
      } else if NumberToken.run(bytes, from: words.start, to: words.end) == 4 {
        isPrior = words.start > figure.subject.start
        words.start += 4
      } else {
        break
      }
    }
    while words.start < words.end {
      var rest = 0
      if let word = rateLinks.longest(bytes, at: words.start, to: words.end) { rest = word.count }
      if let word = ofBase.longest(bytes, at: words.start, to: words.end) { rest = max(rest, word.count) }
      if let word = yearly.longest(bytes, at: words.start, to: words.end) { rest = max(rest, word.count) }
      if let word = acts.longest(bytes, at: words.start, to: words.end) { rest = max(rest, word.count) }
      guard rest > 0 else { return false }
      words.start += rest
    }
    return isPrior
  }

  /// The year that a subject names: 2023年受理.
  private func year(in subject: FoldedRange, _ bytes: Span<UInt8>) -> Int? {
    var index = near(subject, bytes).start
    while index + 7 <= subject.end {
      let run = NumberToken.run(bytes, from: index, to: subject.end)
      if run == 4, ChineseNumeral.code(bytes, at: index + 4) == 0xE5_B9_B4 {
        return NumberToken(bytes, at: index, to: index + 4).value?.integer
      }
      index += max(1, run)
    }
    return nil
  }

  /// A change beside the two numbers that it is one of.
  private func relation(_ stated: Figure, _ change: Change, _ bytes: Span<UInt8>) -> FigureRelation? {
    let (before, now) = (change.before, change.now.value)
    let (large, small) = before < now ? (now, before) : (before, now)
    guard before.units > 0, before != now, let difference = large.subtracting(small) else { return nil }
    func relation(
      _ kind: FigureRelation.Kind, _ verdict: FigureRelation.Verdict, _ calculation: FigureCalculation
    ) -> FigureRelation {
      FigureRelation(
        kind: kind, verdict: verdict, stated: stated.range, whole: change.now.range, parts: [change.other.range],
        calculation: calculation)
    }
    let subtraction = FigureCalculation.difference(from: before, to: now, stated: stated.value)
    if stated.measure == change.now.measure && stated.measure != .percent
      || points.isUnit(bytes, stated) && change.now.measure == .percent
    {
      return relation(.growth, difference == stated.value ? .ok : .contradicted, subtraction)
    }
    guard stated.measure == .percent,
      let share = ExactNumber.percentage(of: difference, whole: before, decimals: stated.decimals)
    else { return nil }
    let growth: FigureCalculation =
      change.isDifference
      ? .growthBy(
        change.other.value, now: now, isRise: before < now, stated: stated.value, decimals: stated.decimals)
      : .growth(before: [before], now: now, stated: stated.value, decimals: stated.decimals)
    if share.rounded == stated.value { return relation(.growth, .ok, growth) }
    if share.truncated == stated.value { return relation(.growth, .okTruncated, growth) }
    // A difference of percentages counts points.
    if change.now.measure == .percent, difference == stated.value { return relation(.unit, .contradicted, subtraction) }
    return relation(.growth, .contradicted, growth)
  }
}

extension WordTable {
  /// Whether a figure's unit is one of the words.
  func isUnit(_ bytes: Span<UInt8>, _ figure: Figure) -> Bool {
    guard let word = longest(bytes, at: figure.unit.start, to: figure.unit.end) else { return false }
    return word.count == figure.unit.count
  }
}
