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
    _ sentence: FigureSentence, before: Before, _ text: FoldedText, _ marks: PartMarks,
    into relations: inout [FigureRelation]
  ) {
    let bytes = text.bytes.span
    let figures = sentence.figures
    for place in figures.startIndex..<figures.endIndex {
      guard figures[place].measure == .percent, !figures[place].isRangeEnd else { continue }
      let figure = figures[place]
      if !figure.isApproximate, let share = share(place, sentence, before: before, bytes, marks) {
        relations.append(share)
        continue
      }
      guard let rate = rate(figure, text) else {
        if let rate = raised(place, figures, text),
          let relation = counted(rate, place - 1, sentence, before: before, text, marks, relations)
        {
          relations.append(relation)
        } else if let bound = degree(figure, bytes) {
          relations.append(bound)
        } else if let reduction = reduction(figure, bytes), !relations.contains(where: { $0.stated == figure.range }) {
          relations.append(reduction)
        }
        continue
      }
      if let bound = bound(rate, text) {
        relations.append(bound)
        continue
      }
      if !figure.isApproximate,
        let relation = leftOut(rate, place, sentence, bytes)
          ?? counted(rate, place, sentence, before: before, text, marks, relations)
          ?? attainability(rate, place, sentence, text, marks)
          ?? implied(rate, place, sentence, bytes)
          ?? onlyBase(rate, place, sentence, bytes)
      {
        relations.append(relation)
      } else if let relation = ahead(rate, place, sentence, bytes) {
        relations.append(relation)
      } else if !hasBase(rate, place, sentence, bytes) {
        relations.append(unstated(figure))
      }
    }
    for group in sentence.groups { judgeRates(in: group, text, marks, into: &relations) }
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
      label.end -= link.count
    }
    trimQuote(bytes, &label)
    if let ending = shareEndings.longestSuffix(bytes, from: label.start, to: label.end) {
      guard growth.first(bytes, in: label) == nil else { return nil }
      var stem = FoldedRange(label.start, label.end - ending.count)
      trimQuote(bytes, &stem)
      return Rate(figure: figure, stem: stem, name: label, isShare: true)
    }
    guard let ending = rateEndings.longestSuffix(bytes, from: label.start, to: label.end),
      growth.first(bytes, in: label) == nil
    else { return nil }
    let stem = FoldedRange(label.start, label.end - ending.count)
    return Rate(figure: figure, stem: stem, name: label, isShare: false)
  }

  /// A rate whose name stands before what it was: 出庭率由92%提高至96.36%.
  private func raised(_ place: Int, _ figures: ArraySlice<Figure>, _ text: FoldedText) -> Rate? {
    let bytes = text.bytes.span
    guard place > figures.startIndex, figures[place - 1].measure == .percent,
      toWords.first(bytes, in: figures[place].subject) != nil,
      let from = fromWords.first(bytes, in: near(figures[place - 1].subject, bytes))
    else { return nil }
    var named = figures[place]
    named.subject = FoldedRange(figures[place - 1].subject.start, from.start)
    return rate(named, text)
  }

  /// 满意度108%
  private func degree(_ figure: Figure, _ bytes: Span<UInt8>) -> FigureRelation? {
    var words = near(figure.subject, bytes)
    while let link = rateLinks.longestSuffix(bytes, from: words.start, to: words.end) {
      words.end -= link.count
    }
    guard ExactNumber.hundred < figure.value,
      degrees.longestSuffix(bytes, from: words.start, to: words.end) != nil
    else { return nil }
    return aboveAll(figure)
  }

  func isRateName(_ bytes: Span<UInt8>, _ label: FoldedRange) -> Bool {
    shareEndings.longestSuffix(bytes, from: label.start, to: label.end) != nil
      || rateEndings.longestSuffix(bytes, from: label.start, to: label.end) != nil
  }

  /// A part of a whole above 100 %.
  func bound(_ rate: Rate, _ text: FoldedText) -> FigureRelation? {
    guard !rate.isShare, ExactNumber.hundred < rate.figure.value else { return nil }
    let bytes = text.bytes.span
    guard openRates.longestSuffix(bytes, from: rate.name.start, to: rate.name.end) == nil else { return nil }
    return aboveAll(rate.figure)
  }

  private func aboveAll(_ figure: Figure) -> FigureRelation {
    FigureRelation(
      kind: .bound, verdict: .contradicted, stated: figure.range, whole: nil, parts: [],
      calculation: .aboveAll(figure.value, decimals: figure.decimals))
  }

  // MARK: Numerator and base

  /// What a rate is taken of.
  struct Source {
    /// Several where the rate's act has several outcomes: 撤销12件、确认违法3件.
    var parts: ArraySlice<Figure>
    var base: Figure
    /// Whether words tie part and base to the rate, so that a difference is a contradiction.
    var isSure: Bool
    /// Whether the part's words say more than the rate's name, so that it may be of another thing.
    var leavesWords: Bool
  }

  func counted(
    _ rate: Rate, _ place: Int, _ sentence: FigureSentence, before: Before, _ text: FoldedText,
    _ marks: PartMarks, _ relations: [FigureRelation]
  ) -> FigureRelation? {
    guard place > sentence.figures.startIndex else { return nil }
    let bytes = text.bytes.span
    guard let source = source(of: rate, place, sentence, bytes, marks) else {
      return besides(rate, place, sentence, before: before, bytes, relations)
    }
    guard let part = total(source.parts) else { return nil }
    if let verdict = compare(part, source.base, rate.figure) { return relation(rate, source, part, verdict) }
    // Another base, or another part of it, that fits makes the nearest ones the wrong ones.
    let sentencesBefore = [before.secondLast, before.last].compactMap { $0?.figures }
    let others = Array(sentence.figures[..<place].suffix(24)) + sentencesBefore.joined()
    for other in others
    where isBase(other, of: part) && other.range != source.base.range
      && !source.parts.contains(where: { $0.range == other.range })
    {
      if let verdict = compare(part, other, rate.figure) {
        return relation(rate, Source(parts: source.parts, base: other, isSure: true, leavesWords: false), part, verdict)
      }
      if source.leavesWords || !source.isSure, other.range != part.range, other.value < source.base.value,
        let verdict = compare(other, source.base, rate.figure)
      {
        return relation(
          rate, Source(parts: [other], base: source.base, isSure: true, leavesWords: false), other, verdict)
      }
    }
    if let sum = summed(rate, place, source, sentence) { return sum }
    let isOpen =
      source.base.value < part.value
      || carriesOver(bytes, FoldedRange(sentence.range.start, rate.figure.range.start))
      || (!source.isSure || source.leavesWords && !isNear(part, source.base, rate.figure, points: 20))
        && !isSlip(part, source.base, rate.figure)
    return relation(rate, source, part, isOpen ? .cannotTell : .contradicted)
  }

  /// The part and the base that a rate is of by their words and places.
  private func source(
    of rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>, _ marks: PartMarks
  ) -> Source? {
    let figures = sentence.figures
    let end = sentence.range.end
    let namesake = namesake(of: rate, place, sentence, bytes)
    let first = namesake ?? place - 1
    for partPlace in stride(from: first, through: max(figures.startIndex, first - (namesake == nil ? 5 : 0)), by: -1) {
      let part = figures[partPlace]
      guard isCount(part) else { continue }
      let parts = figures[partPlace...partPlace]
      let last = figures[..<partPlace].suffix(3).last { isBase($0, of: part) }
      if let whole = whole(of: partPlace, sentence, marks) {
        // 其中主动公开100件,占比50%: the whole stands before 其中.
        if namesake != nil || rate.isShare && rate.stem.isEmpty && partPlace == place - 1 {
          return Source(parts: parts, base: whole, isSure: true, leavesWords: false)
        }
        if let left = tie(rate, part, whole, bytes, to: end), partPlace == place - 1 || left <= 6 {
          let all = outcomes(of: rate, before: partPlace, sentence, whole, bytes)
          return Source(parts: all, base: whole, isSure: true, leavesWords: left > 0 && all.count == 1)
        }
      }
      guard let base = last else { continue }
      let isNext = figures[partPlace - 1].range == base.range
      if !rate.stem.isEmpty, let left = tie(rate, part, base, bytes, to: end), partPlace == place - 1 || left <= 6 {
        return Source(parts: parts, base: base, isSure: isNext, leavesWords: left > 0)
      }
      if partPlace == place - 1, isNext, let act = dueAct(part, of: base, bytes), follows(part, rate.figure, bytes) {
        // 应换发926人,实际换发911人,换证率: the name has a character of the act at least.
        let isSure = stride(from: 0, to: act.count, by: 3).contains {
          contains(bytes, rate.stem, FoldedRange(act.start + $0, act.start + $0 + 3))
        }
        return Source(parts: parts, base: base, isSure: isSure, leavesWords: false)
      }
      if partPlace == place - 1, isNext, isAmong(part, of: base, bytes), follows(part, rate.figure, bytes) {
        return Source(parts: parts, base: base, isSure: isOfAny(rate, bytes), leavesWords: false)
      }
    }
    return nil
  }

  /// Whether a rate's name says nothing of what it is a rate of.
  private func isOfAny(_ rate: Rate, _ bytes: Span<UInt8>) -> Bool {
    rate.stem.isEmpty || shareStems.longestSuffix(bytes, from: rate.stem.start, to: rate.stem.end) != nil
  }

  /// The whole before 其中, of which a figure behind it is a part.
  func whole(of place: Int, _ sentence: FigureSentence, _ marks: PartMarks) -> Figure? {
    let part = sentence.figures[place]
    guard let mark = marks.first(in: FoldedRange(sentence.range.start, part.range.start)) else { return nil }
    return sentence.figures[..<place].suffix(24).last { $0.range.end <= mark.start && isBase($0, of: part) }
  }

  /// The part with those before it that the rate's act brought about too: 撤销12件、变更3件、确认违法12件.
  private func outcomes(
    of rate: Rate, before place: Int, _ sentence: FigureSentence, _ whole: Figure, _ bytes: Span<UInt8>
  ) -> ArraySlice<Figure> {
    let figures = sentence.figures
    var start = place
    while start > figures.startIndex, figures[start - 1].range.start > whole.range.start,
      isBase(figures[start - 1], of: whole), tie(rate, figures[start - 1], whole, bytes, to: sentence.range.end) != nil
    {
      start -= 1
    }
    return figures[start...place]
  }

  /// Several parts that end before the rate and give it together.
  private func summed(_ rate: Rate, _ place: Int, _ source: Source, _ sentence: FigureSentence) -> FigureRelation? {
    let parts = sentence.figures[..<place].suffix(8).filter { $0.range.start > source.base.range.start }
    for count in 2...max(2, parts.count) where count <= parts.count {
      let chosen = parts.suffix(count)
      guard chosen.allSatisfy({ isBase($0, of: source.base) }), let sum = total(chosen[...]) else { return nil }
      if let verdict = compare(sum, source.base, rate.figure) {
        return relation(
          rate, Source(parts: chosen[...], base: source.base, isSure: true, leavesWords: false), sum, verdict)
      }
    }
    return nil
  }

  /// Several figures as one.
  private func total(_ figures: ArraySlice<Figure>) -> Figure? {
    guard var sum = figures.last else { return nil }
    for figure in figures.dropLast() {
      guard let value = sum.value.adding(figure.value) else { return nil }
      sum.value = value
      sum.zeros = max(sum.zeros, figure.zeros)
    }
    return sum
  }

  /// The nearest figure before a rate whose own words are the rate's name: 优秀96卷 for 优秀率.
  func namesake(of rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> Int? {
    guard rate.stem.count >= 6 else { return nil }
    return sentence.figures[..<place].indices.suffix(8).last { index in
      var subject = sentence.figures[index].subject
      if let word = ofWhich.longest(bytes, at: subject.start, to: subject.end) {
        subject.start += word.count
      }
      return subject.count == rate.stem.count && contains(bytes, subject, rate.stem)
    }
  }

  /// Judges a rate whose base stands in the sentence before: 案件75件,开庭62件;败诉4件,败诉率5.33%.
  func besides(
    _ rate: Rate, _ place: Int, _ sentence: FigureSentence, before: Before, _ bytes: Span<UInt8>,
    _ relations: [FigureRelation]
  ) -> FigureRelation? {
    guard let previous = before.last, previous.range.end == sentence.range.start,
      let part = sentence.figures[..<place].suffix(2).last(where: {
        isCount($0) && isNamed(rate, $0, bytes, to: sentence.range.end)
      })
    else { return nil }
    // A full stop parts more than a semicolon.
    let isJoined = bytes[previous.range.end - 1] == 0x3B
    let bases = (isJoined ? before.joined : Array(previous.figures)).filter {
      isBase($0, of: part) && part.value <= $0.value
    }
    for base in bases.reversed() {
      if let verdict = compare(part, base, rate.figure) { return relation(rate, part, base, verdict) }
    }
    guard !carriesOver(bytes, FoldedRange(sentence.range.start, rate.figure.range.start)) else { return nil }
    // 优秀96卷,优秀率60%;不合格2卷,不合格率1.25%: what the rates before were taken of.
    let last = relations.last { $0.kind == .rate && $0.stated.end <= sentence.range.start }?.whole
    let likely = isJoined ? bases.filter { $0.range == last } : []
    guard
      let base = (bases + likely).last(where: {
        isSlip(part, $0, rate.figure) && isNear(part, $0, rate.figure, points: 10)
      }) ?? (isJoined ? (likely.isEmpty ? bases : likely).first { isNear(part, $0, rate.figure, points: 3) } : nil)
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
    relation(rate, Source(parts: [part], base: base, isSure: true, leavesWords: false), part, verdict)
  }

  private func relation(
    _ rate: Rate, _ source: Source, _ part: Figure, _ verdict: FigureRelation.Verdict
  ) -> FigureRelation {
    FigureRelation(
      kind: .rate, verdict: verdict, stated: rate.figure.range, whole: source.base.range,
      parts: source.parts.map(\.range),
      calculation: source.parts.count > 1
        ? .percentageOfSum(
          source.parts.map(\.value), whole: source.base.value, stated: rate.figure.value,
          decimals: rate.figure.decimals)
        : .percentage(
          part: part.value, whole: source.base.value, stated: rate.figure.value, decimals: rate.figure.decimals))
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
