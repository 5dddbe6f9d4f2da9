import Matching
import SourceText

/// Rates and shares.
extension FigureRelations {
  /// A percentage with its name taken apart.
  struct Rate {
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
    let bytes = text.bytes.span
    let figures = sentence.figures
    for place in figures.indices where figures[place].measure == .percent && !figures[place].isRangeEnd {
      let figure = figures[place]
      guard let rate = rate(figure, text) else {
        if let reduction = reduction(figure, bytes) { relations.append(reduction) }
        continue
      }
      if let bound = bound(rate, text) {
        relations.append(bound)
        continue
      }
      if !figure.isApproximate {
        if let relation = counted(rate, place, sentence, before: before, text, matches) {
          relations.append(relation)
          continue
        }
        if let relation = attainability(rate, place, sentence, text, matches) {
          relations.append(relation)
          continue
        }
        if let relation = implied(rate, place, sentence, bytes) {
          relations.append(relation)
          continue
        }
        if let relation = onlyBase(rate, place, sentence, bytes) {
          relations.append(relation)
          continue
        }
      }
      relations.append(leftOut(rate, place, sentence, bytes) ?? unstated(figure))
    }
  }

  /// Takes the words before a percentage apart, or nil when they name no rate or one of growth.
  func rate(_ figure: Figure, _ text: FoldedText) -> Rate? {
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

  func isRateName(_ bytes: Span<UInt8>, _ label: FoldedRange) -> Bool {
    shareEndings.longestSuffix(bytes, from: label.start, to: label.end) != nil
      || rateEndings.longestSuffix(bytes, from: label.start, to: label.end) != nil
  }

  /// A rate of completion above 100 %.
  func bound(_ rate: Rate, _ text: FoldedText) -> FigureRelation? {
    let hundred = ExactNumber(units: 100, scale: 0)
    guard !rate.isShare, hundred < rate.figure.value else { return nil }
    let bytes = text.bytes.span
    guard completionRates.longestSuffix(bytes, from: rate.name.start, to: rate.name.end) != nil else { return nil }
    return FigureRelation(
      kind: .bound, verdict: .contradicted, stated: rate.figure.range, whole: nil, parts: [],
      calculation: .aboveAll(rate.figure.value, decimals: rate.figure.decimals))
  }

  // MARK: Numerator and base

  func counted(
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
  func namesake(of rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> Int? {
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
  func counted(
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

  func isCount(_ figure: Figure) -> Bool {
    figure.measure != .none && !figure.measure.isShare && !figure.isApproximate && !figure.isRangeEnd
  }

  func isBase(_ figure: Figure, of part: Figure) -> Bool {
    figure.measure == part.measure && isCount(figure)
  }

  func compare(_ part: Figure, _ base: Figure, _ rate: Figure) -> FigureRelation.Verdict? {
    if let verdict = compare(part.value, base.value, rate) { return verdict }
    // 1.2万 of 3.5万 gives the rate when each may have been rounded.
    guard part.zeros > 0 || base.zeros > 0, isNear(part, base, rate, points: 1),
      let (low, high) = Self.shares(part, base), low <= rate.value, rate.value <= high
    else { return nil }
    return .ok
  }

  /// Between which percentages a share of rounded numbers lies.
  private static func shares(_ part: Figure, _ base: Figure) -> (low: ExactNumber, high: ExactNumber)? {
    guard let least = part.value.subtracting(part.rounding), let most = part.value.adding(part.rounding),
      let small = base.value.subtracting(base.rounding), let large = base.value.adding(base.rounding),
      let low = ExactNumber.percentage(of: least, whole: large, decimals: 4),
      let high = ExactNumber.percentage(of: most, whole: small, decimals: 4)
    else { return nil }
    return (low.truncated, high.rounded)
  }

  func compare(_ part: ExactNumber, _ base: ExactNumber, _ rate: Figure) -> FigureRelation.Verdict? {
    guard let percentage = ExactNumber.percentage(of: part, whole: base, decimals: rate.decimals) else {
      return nil
    }
    if percentage.rounded == rate.value { return .ok }
    return percentage.truncated == rate.value ? .okTruncated : nil
  }

  /// Whether the rate is off by less than so many points, as a slip of the pen is and another base seldom.
  func isNear(_ part: Figure, _ base: Figure, _ rate: Figure, points: Int) -> Bool {
    guard let percentage = ExactNumber.percentage(of: part.value, whole: base.value, decimals: 2),
      let difference = percentage.rounded.subtracting(rate.value)
    else { return false }
    let most = ExactNumber(units: points, scale: 0)
    return difference < most && ExactNumber(units: -points, scale: 0) < difference
  }

  func relation(
    _ rate: Rate, _ part: Figure, _ base: Figure, _ verdict: FigureRelation.Verdict
  ) -> FigureRelation {
    FigureRelation(
      kind: .rate, verdict: verdict, stated: rate.figure.range, whole: base.range, parts: [part.range],
      calculation: .percentage(
        part: part.value, whole: base.value, stated: rate.figure.value, decimals: rate.figure.decimals))
  }

  /// How many bytes of a part's subject are left when what it shares with the rate's name is taken away; nil when they
  /// share no two characters that the base's subject lacks.
  func tie(_ bytes: Span<UInt8>, stem: FoldedRange, part: FoldedRange, base: FoldedRange) -> Int? {
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
  func isDue(_ bytes: Span<UInt8>, _ base: FoldedRange, _ pair: FoldedRange) -> Bool {
    guard base.count >= 6, contains(bytes, FoldedRange(base.end - 6, base.end), pair) else { return false }
    return due.longestSuffix(bytes, from: base.start, to: base.end - 6) != nil
  }

  func contains(_ bytes: Span<UInt8>, _ range: FoldedRange, _ wanted: FoldedRange) -> Bool {
    var index = range.start
    while index + wanted.count <= range.end {
      var offset = 0
      while offset < wanted.count, bytes[index + offset] == bytes[wanted.start + offset] { offset += 1 }
      if offset == wanted.count { return true }
      index += 1
    }
    return false
  }

  // MARK: Places

  /// Moves into the next character when `index` stands inside one.
  func wholeCharacter(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  func trimQuote(_ bytes: Span<UInt8>, _ range: inout FoldedRange) {
    while range.end > range.start, bytes[range.end - 1] == 0x22 { range.end -= 1 }
  }
}
