import Matching
import SourceText

/// Growths and declines, judged by the numbers that have changed.
extension FigureRelations {
  func judgeGrowth(_ sentence: FigureSentence, _ bytes: Span<UInt8>, into relations: inout [FigureRelation]) {
    let figures = sentence.figures + sentence.groups.flatMap(\.figures)
    for place in figures.indices where figures[place].measure == .percent || points.isUnit(bytes, figures[place]) {
      let figure = figures[place]
      guard !figure.isApproximate, !figure.isRangeEnd, let isRise = direction(figure, bytes) else { continue }
      if let change = change(figure, place, figures, bytes) {
        relations.append(change)
      } else if figure.measure == .percent, let now = grown(figure, place, sentence, bytes) {
        if let relation = growth(figure, of: now, isRise: isRise) { relations.append(relation) }
      }
    }
  }

  /// Whether what stands before a percentage makes it a rise or a decline, and names nothing else.
  private func direction(_ figure: Figure, _ bytes: Span<UInt8>) -> Bool? {
    var range = figure.subject
    let isRise: Bool
    if let word = rises.longestSuffix(bytes, from: range.start, to: range.end) {
      range.end -= rises.words[word].count
      isRise = true
    } else if let word = falls.longestSuffix(bytes, from: range.start, to: range.end) {
      range.end -= falls.words[word].count
      isRise = false
    } else {
      return nil
    }
    while range.start < range.end {
      if let word = compared.longest(bytes, at: range.start, to: range.end) {
        range.start += compared.words[word].count
      } else if (0x30...0x39).contains(bytes[range.start]) {
        range.start += 1
      } else {
        return nil
      }
    }
    return isRise
  }

  /// The count that has grown: the figure directly before, or before the bracket.
  private func grown(_ figure: Figure, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> Figure? {
    let now: Figure?
    if let group = sentence.groups.first(where: { $0.figures.first?.range == figure.range }) {
      now = group.whole
    } else {
      now = sentence.figures.last { $0.range.end <= figure.range.start && $0.range != figure.range }
    }
    guard let now, isCount(now), now.zeros == 0, now.value.integer != nil, adjoins(bytes, now, figure) else {
      return nil
    }
    return now
  }

  /// A growth to a stated number, which some whole number before must give.
  private func growth(_ rate: Figure, of now: Figure, isRise: Bool) -> FigureRelation? {
    guard let current = now.value.integer, current > 0 else { return nil }
    var relation = FigureRelation(
      kind: .growth, verdict: .doubtful, stated: rate.range, whole: now.range, parts: [],
      calculation: .growth(before: [], now: now.value, stated: rate.value, decimals: rate.decimals))
    // now = before × (100 ± rate) ÷ 100
    let hundred = ExactNumber(units: 100, scale: 0)
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

  /// 由200件增加到230件,增长15%; 由82%提高到91%,提高9个百分点
  private func change(
    _ rate: Figure, _ place: Int, _ figures: ArraySlice<Figure>, _ bytes: Span<UInt8>
  ) -> FigureRelation? {
    guard place >= figures.startIndex + 2 else { return nil }
    let (from, to) = (figures[place - 2], figures[place - 1])
    guard from.measure == to.measure, from.measure != .none, !from.isApproximate, !to.isApproximate,
      from.zeros == 0, to.zeros == 0, adjoins(bytes, to, rate),
      toWords.longestSuffix(bytes, from: to.subject.start, to: to.subject.end) != nil,
      fromWords.first(bytes, in: from.subject) != nil, from.value != to.value, from.value.units > 0
    else { return nil }
    let (large, small) = from.value < to.value ? (to.value, from.value) : (from.value, to.value)
    guard let difference = large.subtracting(small) else { return nil }
    let isPoints = points.isUnit(bytes, rate)
    if isPoints {
      guard from.measure == .percent else { return nil }
      return FigureRelation(
        kind: .growth, verdict: difference == rate.value ? .ok : .contradicted, stated: rate.range, whole: to.range,
        parts: [from.range], calculation: .difference(from: from.value, to: to.value, stated: rate.value))
    }
    guard let share = ExactNumber.percentage(of: difference, whole: from.value, decimals: rate.decimals) else {
      return nil
    }
    let calculation = FigureCalculation.growth(
      before: [from.value], now: to.value, stated: rate.value, decimals: rate.decimals)
    func relation(_ kind: FigureRelation.Kind, _ verdict: FigureRelation.Verdict) -> FigureRelation {
      FigureRelation(
        kind: kind, verdict: verdict, stated: rate.range, whole: to.range, parts: [from.range],
        calculation: calculation)
    }
    if share.rounded == rate.value { return relation(.growth, .ok) }
    if share.truncated == rate.value { return relation(.growth, .okTruncated) }
    // A difference of percentages counts points.
    if from.measure == .percent, difference == rate.value {
      var mistaken = relation(.unit, .contradicted)
      mistaken.calculation = .difference(from: from.value, to: to.value, stated: rate.value)
      return mistaken
    }
    return relation(.growth, .contradicted)
  }
}

extension WordTable {
  /// Whether a figure's unit is one of the words.
  func isUnit(_ bytes: Span<UInt8>, _ figure: Figure) -> Bool {
    guard let word = longest(bytes, at: figure.unit.start, to: figure.unit.end) else { return false }
    return words[word].count == figure.unit.count
  }
}
