import SourceText

/// Rates of which only the base is stated: some whole number of things must give them.
extension FigureRelations {
  /// A share of a stated number of things that no whole number of them gives.
  func attainability(
    _ rate: Rate, _ place: Int, _ sentence: FigureSentence, _ text: FoldedText, _ marks: PartMarks
  ) -> FigureRelation? {
    let bytes = text.bytes.span
    guard rate.stem.count >= 6 else { return nil }
    // 审结的160件中 says what all of the sentence is about.
    let isAmong =
      place > sentence.figures.startIndex
      && ownRates.longestSuffix(bytes, from: rate.name.start, to: rate.name.end) != nil
      && sentence.figures.first.flatMap { amongMark($0, sentence, bytes) } != nil
    guard rate.isShare || isAmong else { return nil }
    // The counted noun is what the share's name ends with: 事项 in “全程网办”事项占比.
    let noun = FoldedRange(rate.stem.end - 6, rate.stem.end)
    guard bytes[noun.start] >= 0xE4, bytes[noun.start] < 0xF0 else { return nil }
    var base: Figure?
    var wholes: [Figure] = []
    for figure in sentence.figures[..<place].suffix(24) where !figure.measure.isShare {
      guard isCount(figure), figure.value.integer != nil else { return nil }
      guard let known = base else {
        guard isAmong || isCounted(noun, by: figure, bytes, sentence.range.end) else { return nil }
        base = figure
        wholes = [figure]
        continue
      }
      guard figure.measure == known.measure,
        isAmong || marks.first(in: FoldedRange(known.range.end, figure.range.start)) != nil
      else { return nil }
      wholes.append(figure)
    }
    guard let base, let total = base.value.integer, total > 0 else { return nil }
    if carriesOver(bytes, sentence.range) { return nil }
    for whole in wholes {
      guard let number = whole.value.integer, attains(rate.figure, of: number) else { continue }
      guard let below = Self.numerator(rate.figure.value, of: number) else { return nil }
      return FigureRelation(
        kind: .attainability, verdict: .ok, stated: rate.figure.range, whole: whole.range, parts: [],
        calculation: .percentages(
          parts: [nearest(rate.figure, of: number, above: below)], whole: number, stated: rate.figure.value,
          decimals: rate.figure.decimals))
    }
    guard let below = Self.numerator(rate.figure.value, of: total) else { return nil }
    return FigureRelation(
      kind: .attainability, verdict: .contradicted, stated: rate.figure.range, whole: base.range, parts: [],
      calculation: .percentages(
        parts: [below, below + 1].filter { $0 <= total }, whole: total, stated: rate.figure.value,
        decimals: rate.figure.decimals))
  }

  /// Whether a figure counts what the noun names: it stands behind the figure in its clause, or before it.
  func isCounted(_ noun: FoldedRange, by figure: Figure, _ bytes: Span<UInt8>, _ end: Int) -> Bool {
    if contains(bytes, figure.subject, noun) { return true }
    var index = figure.range.end
    let limit = min(end, index + 60)
    while index < limit, bytes[index] != 0x2C, !(0x30...0x39).contains(bytes[index]) { index += 1 }
    return contains(bytes, FoldedRange(figure.range.end, index), noun)
  }

  /// Whether a whole number out of `total` gives the rate, rounded or cut off.
  func attains(_ rate: Figure, of total: Int) -> Bool {
    guard total > 0 else { return false }
    guard let below = Self.numerator(rate.value, of: total) else { return true }
    let whole = ExactNumber(units: total, scale: 0)
    for part in max(0, below - 1)...(max(0, below) + 1) {
      guard
        let percentage = ExactNumber.percentage(
          of: ExactNumber(units: part, scale: 0), whole: whole, decimals: rate.decimals)
      else { return true }
      if percentage.rounded == rate.value || percentage.truncated == rate.value { return true }
    }
    return false
  }

  /// The largest whole number that is at most the rate of the total; nil when it is too large to be exact.
  static func numerator(_ rate: ExactNumber, of total: Int) -> Int? {
    guard let product = rate.multiplied(by: total) else { return nil }
    var divisor = 100
    for _ in 0..<product.scale { divisor *= 10 }
    return product.units / divisor
  }

  /// A rate of the kind that is taken of the cases named just before, none of which gives it: 受理38件,纠错率63.5%.
  func onlyBase(
    _ rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>
  ) -> FigureRelation? {
    guard !rate.isShare, place > sentence.figures.startIndex,
      ownRates.longestSuffix(bytes, from: rate.name.start, to: rate.name.end) != nil,
      !carriesOver(bytes, sentence.range)
    else { return nil }
    let base = sentence.figures[place - 1]
    guard isCount(base), adjoins(bytes, base, rate.figure), let total = base.value.integer, total > 0,
      base.zeros == 0, !isNamed(rate, base, bytes, to: sentence.range.end)
    else { return nil }
    // The only base: no other figure of the sentence counts in the same unit.
    let isOnly = !sentence.figures[..<(place - 1)].contains { $0.measure == base.measure }
    guard isOnly else { return nil }
    let isAttained = attains(rate.figure, of: total)
    guard isAttained || rate.figure.value < .hundred,
      let below = Self.numerator(rate.figure.value, of: total)
    else { return nil }
    return FigureRelation(
      kind: .attainability, verdict: isAttained ? .ok : .doubtful, stated: rate.figure.range, whole: base.range,
      parts: [],
      calculation: .percentages(
        parts: isAttained
          ? [nearest(rate.figure, of: total, above: below)] : [below, below + 1].filter { $0 <= total },
        whole: total, stated: rate.figure.value, decimals: rate.figure.decimals))
  }

  /// The whole number of `total` that gives the rate.
  func nearest(_ rate: Figure, of total: Int, above below: Int) -> Int {
    let whole = ExactNumber(units: total, scale: 0)
    return [below, below + 1].first {
      let share = ExactNumber.percentage(
        of: ExactNumber(units: $0, scale: 0), whole: whole, decimals: rate.decimals)
      return share.map { $0.rounded == rate.value || $0.truncated == rate.value } ?? false
    } ?? below
  }
}
