import Matching
import SourceText

/// Rates and shares.
extension FigureRelations {
  /// A percentage with its name taken apart.
  private struct Rate {
    var figure: Figure
    /// What stands before 率 or 占比: 出庭应诉.
    var stem: FoldedRange
    /// The name with 率 or 占比.
    var name: FoldedRange
    var isShare: Bool
  }

  func judgeRates(
    _ sentence: FigureSentence, before: Before, _ text: FoldedText, _ matches: PhraseMatches,
    into relations: inout [FigureRelation]
  ) {
    let figures = sentence.figures
    for place in figures.indices where figures[place].measure == .percent && !figures[place].isRangeEnd {
      let figure = figures[place]
      guard let rate = rate(figure, text) else { continue }
      if let bound = bound(rate, text) {
        relations.append(bound)
      } else if figure.isApproximate {
        continue
      } else if let relation = counted(rate, place, sentence, before: before, text, matches) {
        relations.append(relation)
      } else if let relation = attainability(rate, place, sentence, text, matches) {
        relations.append(relation)
      }
    }
  }

  /// Takes the words before a percentage apart, or nil when they name no rate or one of growth.
  private func rate(_ figure: Figure, _ text: FoldedText) -> Rate? {
    let bytes = text.bytes.span
    // Names are short; a long clause is looked at near the figure only.
    var label = FoldedRange(
      wholeCharacter(bytes, max(figure.subject.start, figure.subject.end - 90)), figure.subject.end)
    for _ in 0..<4 {
      guard !isRateName(bytes, label), let link = rateLinks.longestSuffix(bytes, from: label.start, to: label.end)
      else {
        break
      }
      label.end -= rateLinks.words[link].count
    }
    trimQuote(bytes, &label)
    if let ending = shareEndings.longestSuffix(bytes, from: label.start, to: label.end) {
      guard growth.first(bytes, in: label) == nil else { return nil }
      var stem = FoldedRange(label.start, label.end - shareEndings.words[ending].count)
      trimQuote(bytes, &stem)
      return Rate(figure: figure, stem: stem, name: label, isShare: true)
    }
    guard let ending = rateEndings.longestSuffix(bytes, from: label.start, to: label.end),
      growth.first(bytes, in: label) == nil
    else { return nil }
    let stem = FoldedRange(label.start, label.end - rateEndings.words[ending].count)
    return Rate(figure: figure, stem: stem, name: label, isShare: false)
  }

  private func isRateName(_ bytes: Span<UInt8>, _ label: FoldedRange) -> Bool {
    shareEndings.longestSuffix(bytes, from: label.start, to: label.end) != nil
      || rateEndings.longestSuffix(bytes, from: label.start, to: label.end) != nil
  }

  /// A rate of completion above 100 %.
  private func bound(_ rate: Rate, _ text: FoldedText) -> FigureRelation? {
    let hundred = ExactNumber(units: 100, scale: 0)
    guard !rate.isShare, hundred < rate.figure.value else { return nil }
    let bytes = text.bytes.span
    guard completionRates.longestSuffix(bytes, from: rate.name.start, to: rate.name.end) != nil else { return nil }
    return FigureRelation(
      kind: .bound, verdict: .contradicted, stated: rate.figure.range, whole: nil, parts: [],
      calculation: .aboveAll(rate.figure.value, decimals: rate.figure.decimals))
  }

  // MARK: Numerator and base

  private func counted(
    _ rate: Rate, _ place: Int, _ sentence: FigureSentence, before: Before, _ text: FoldedText,
    _ matches: PhraseMatches
  ) -> FigureRelation? {
    guard place > sentence.figures.startIndex else { return nil }
    let bytes = text.bytes.span
    let namesake = namesake(of: rate, place, sentence, bytes)
    let partPlace = namesake ?? place - 1
    let part = sentence.figures[partPlace]
    guard isCount(part) else { return nil }
    let earlier = sentence.figures[..<partPlace].suffix(24)
    let base: Figure
    let leavesWords: Bool
    if namesake != nil || (rate.isShare && rate.stem.isEmpty),
      let mark = firstOfWhich(matches, in: FoldedRange(sentence.range.start, part.range.start)),
      let whole = earlier.last(where: { $0.range.end <= mark.start && isBase($0, of: part) })
    {
      // 其中主动公开100件,占比50%: the whole stands before 其中.
      base = whole
      leavesWords = false
    } else if let last = sentence.figures[..<partPlace].last, isBase(last, of: part),
      !rate.stem.isEmpty,
      let left = tie(bytes, stem: rate.stem, part: part.subject, base: last.subject)
    {
      base = last
      leavesWords = left > 0
    } else {
      return namesake == nil ? nil : counted(rate, part, besides: before, sentence, bytes)
    }
    if let verdict = compare(part, base, rate.figure) { return relation(rate, part, base, verdict) }
    // Another base that fits makes the nearest one the wrong one.
    let sentencesBefore = [before.secondLast, before.last].compactMap { $0 }
    let others = (earlier + sentencesBefore.flatMap(\.figures)).filter { isBase($0, of: part) }
    for other in others where other.range != base.range {
      if let verdict = compare(part, other, rate.figure) { return relation(rate, part, other, verdict) }
    }
    let isOpen =
      base.value < part.value || carryOver.first(bytes, in: sentence.range) != nil
      || (leavesWords && !isNear(part, base, rate.figure, points: 20))
    return relation(rate, part, base, isOpen ? .cannotTell : .contradicted)
  }

  /// The nearest figure before a rate whose own words are the rate's name: 优秀96卷 for 优秀率.
  private func namesake(of rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> Int? {
    guard rate.stem.count >= 6 else { return nil }
    return sentence.figures[..<place].indices.suffix(8).last { index in
      var subject = sentence.figures[index].subject
      if let word = ofWhich.longest(bytes, at: subject.start, to: subject.end) {
        subject.start += ofWhich.words[word].count
      }
      return subject.count == rate.stem.count && contains(bytes, subject, rate.stem)
    }
  }

  /// Judges a rate whose base stands before a semicolon: 案件75件,开庭62件;败诉4件,败诉率5.33%.
  private func counted(
    _ rate: Rate, _ part: Figure, besides before: Before, _ sentence: FigureSentence, _ bytes: Span<UInt8>
  ) -> FigureRelation? {
    guard let previous = before.last, previous.range.end == sentence.range.start,
      bytes[previous.range.end - 1] == 0x3B
    else { return nil }
    let bases = previous.figures.filter { isBase($0, of: part) && part.value <= $0.value }
    for base in bases {
      if let verdict = compare(part, base, rate.figure) { return relation(rate, part, base, verdict) }
    }
    guard carryOver.first(bytes, in: sentence.range) == nil,
      let base = bases.first(where: { isNear(part, $0, rate.figure, points: 3) })
    else { return nil }
    return relation(rate, part, base, .contradicted)
  }

  private func isCount(_ figure: Figure) -> Bool {
    figure.measure != .none && !figure.measure.isShare && !figure.isApproximate && !figure.isRangeEnd
  }

  private func isBase(_ figure: Figure, of part: Figure) -> Bool {
    figure.measure == part.measure && isCount(figure)
  }

  private func compare(_ part: Figure, _ base: Figure, _ rate: Figure) -> FigureRelation.Verdict? {
    guard let percentage = ExactNumber.percentage(of: part.value, whole: base.value, decimals: rate.decimals) else {
      return nil
    }
    if percentage.rounded == rate.value { return .ok }
    return percentage.truncated == rate.value ? .okTruncated : nil
  }

  /// Whether the rate is off by less than so many points, as a slip of the pen is and another base seldom.
  private func isNear(_ part: Figure, _ base: Figure, _ rate: Figure, points: Int) -> Bool {
    guard let percentage = ExactNumber.percentage(of: part.value, whole: base.value, decimals: 2),
      let difference = percentage.rounded.subtracting(rate.value)
    else { return false }
    let most = ExactNumber(units: points, scale: 0)
    return difference < most && ExactNumber(units: -points, scale: 0) < difference
  }

  private func relation(
    _ rate: Rate, _ part: Figure, _ base: Figure, _ verdict: FigureRelation.Verdict
  ) -> FigureRelation {
    FigureRelation(
      kind: .rate, verdict: verdict, stated: rate.figure.range, whole: base.range, parts: [part.range],
      calculation: .percentage(part: part.value, whole: base.value, decimals: max(rate.figure.decimals, 2)))
  }

  /// How many bytes of a part's subject are left when what it shares with the rate's name is taken away; nil when they
  /// share no two characters that the base's subject lacks.
  private func tie(_ bytes: Span<UInt8>, stem: FoldedRange, part: FoldedRange, base: FoldedRange) -> Int? {
    let stem = FoldedRange(wholeCharacter(bytes, max(stem.start, stem.end - 60)), stem.end)
    let part = FoldedRange(wholeCharacter(bytes, max(part.start, part.end - 90)), part.end)
    let base = FoldedRange(wholeCharacter(bytes, max(base.start, base.end - 90)), base.end)
    // 其中 says whose part it is.
    let isMarked = ofWhich.longest(bytes, at: part.start, to: part.end) != nil
    var index = stem.start
    while index + 6 <= stem.end {
      let byte = bytes[index]
      if byte >= 0xE4, byte < 0xF0, bytes[index + 3] >= 0xE4, bytes[index + 3] < 0xF0 {
        let pair = FoldedRange(index, index + 6)
        if contains(bytes, part, pair), isMarked || !contains(bytes, base, pair) || isDue(bytes, base, pair) {
          let isWhole = contains(bytes, part, stem)
          return part.count - (isWhole ? stem.count : 6)
        }
      }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  /// Whether the base is what was due: 应出庭80件 before 实际出庭80件.
  private func isDue(_ bytes: Span<UInt8>, _ base: FoldedRange, _ pair: FoldedRange) -> Bool {
    guard base.count >= 6, contains(bytes, FoldedRange(base.end - 6, base.end), pair) else { return false }
    return due.longestSuffix(bytes, from: base.start, to: base.end - 6) != nil
  }

  private func contains(_ bytes: Span<UInt8>, _ range: FoldedRange, _ wanted: FoldedRange) -> Bool {
    var index = range.start
    while index + wanted.count <= range.end {
      var offset = 0
      while offset < wanted.count, bytes[index + offset] == bytes[wanted.start + offset] { offset += 1 }
      if offset == wanted.count { return true }
      index += 1
    }
    return false
  }

  // MARK: Attainability

  /// A share of a stated number of things that no whole number of them gives.
  private func attainability(
    _ rate: Rate, _ place: Int, _ sentence: FigureSentence, _ text: FoldedText, _ matches: PhraseMatches
  ) -> FigureRelation? {
    let bytes = text.bytes.span
    guard rate.stem.count >= 6 else { return nil }
    // 审结的160件中 says what all of the sentence is about.
    let isAmong =
      place > sentence.figures.startIndex
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
        isAmong || firstOfWhich(matches, in: FoldedRange(known.range.end, figure.range.start)) != nil
      else { return nil }
      wholes.append(figure)
    }
    guard let base, let total = base.value.integer, total > 0 else { return nil }
    if carryOver.first(bytes, in: sentence.range) != nil { return nil }
    for whole in wholes {
      if attains(rate.figure, of: whole.value.integer ?? 0) { return nil }
    }
    guard let below = Self.numerator(rate.figure.value, of: total) else { return nil }
    return FigureRelation(
      kind: .attainability, verdict: .contradicted, stated: rate.figure.range, whole: base.range, parts: [],
      calculation: .percentages(
        parts: [below, below + 1].filter { $0 <= total }, whole: total, decimals: rate.figure.decimals))
  }

  /// Whether a figure counts what the noun names: it stands behind the figure in its clause, or before it.
  private func isCounted(_ noun: FoldedRange, by figure: Figure, _ bytes: Span<UInt8>, _ end: Int) -> Bool {
    if contains(bytes, figure.subject, noun) { return true }
    var index = figure.range.end
    let limit = min(end, index + 60)
    while index < limit, bytes[index] != 0x2C, !(0x30...0x39).contains(bytes[index]) { index += 1 }
    return contains(bytes, FoldedRange(figure.range.end, index), noun)
  }

  /// Whether a whole number out of `total` gives the rate, rounded or cut off.
  private func attains(_ rate: Figure, of total: Int) -> Bool {
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
  private static func numerator(_ rate: ExactNumber, of total: Int) -> Int? {
    guard let product = rate.multiplied(by: total) else { return nil }
    var divisor = 100
    for _ in 0..<product.scale { divisor *= 10 }
    return product.units / divisor
  }

  // MARK: Places

  /// Moves into the next character when `index` stands inside one.
  private func wholeCharacter(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private func trimQuote(_ bytes: Span<UInt8>, _ range: inout FoldedRange) {
    while range.end > range.start, bytes[range.end - 1] == 0x22 { range.end -= 1 }
  }
}
