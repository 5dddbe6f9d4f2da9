import SourceText

/// Shares whose base is named behind the word for them, or is that of the share before; and rates in brackets.
extension FigureRelations {
  /// A percentage that is said to be one of a whole: 占总数1245项的97.2%, 占审结案件的40.13%, 现场述法15家,占13.4%.
  func share(
    _ place: Int, _ sentence: FigureSentence, before: Before, _ bytes: Span<UInt8>, _ marks: PartMarks
  ) -> FigureRelation? {
    let figures = sentence.figures
    let figure = figures[place]
    guard place > figures.startIndex else { return nil }
    var words = near(figure.subject, bytes)
    if let word = ofBase.longestSuffix(bytes, from: words.start, to: words.end) {
      words.end -= word.count
      // 占总数1245项的: the base is the figure before, and the part the one before that.
      if words.isEmpty { return ofStated(place, sentence, bytes) }
      guard let ending = shareEndings.first(bytes, in: words) else { return nil }
      let name = FoldedRange(ending.end, words.end)
      return named(name, place, sentence, before: before, bytes)
    }
    while let word = rateLinks.longestSuffix(bytes, from: words.start, to: words.end),
      shareEndings.longestSuffix(bytes, from: words.start, to: words.end) == nil
    {
      words.end -= word.count
    }
    guard let ending = shareEndings.longestSuffix(bytes, from: words.start, to: words.end) else { return nil }
    words.end -= ending.count
    while let word = rateLinks.longestSuffix(bytes, from: words.start, to: words.end) {
      words.end -= word.count
    }
    guard words.isEmpty, whole(of: place - 1, sentence, marks) == nil else { return nil }
    return bare(place, sentence, before: before, bytes)
  }

  private func asRate(_ figure: Figure) -> Rate {
    Rate(figure: figure, stem: figure.subject, name: figure.subject, isShare: true)
  }

  /// 网上可办事项1210项,占政务服务事项总数1245项的97.2%
  private func ofStated(_ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> FigureRelation? {
    // 占案件总数(1648件)的25%: the base stands in the bracket before.
    let bracket = sentence.groups.first { $0.range.end + 1 == sentence.figures[place].subject.start }
    let isBracketed = bracket?.figures.count == 1
    let base = isBracketed ? bracket?.figures.first ?? sentence.figures[place - 1] : sentence.figures[place - 1]
    let words =
      isBracketed
      ? FoldedRange(sentence.figures[place - 1].range.end, bracket?.range.start ?? base.range.start)
      : near(base.subject, bytes)
    guard isCount(base), shareEndings.first(bytes, in: words) != nil else { return nil }
    let earlier = Array(sentence.figures[..<(isBracketed ? place : place - 1)].suffix(6))
    guard let part = earlier.last(where: { isBase($0, of: base) && $0.value <= base.value }) else { return nil }
    if let verdict = compare(part, base, sentence.figures[place]) {
      return relation(asRate(sentence.figures[place]), part, base, verdict)
    }
    for other in earlier where isBase(other, of: base) {
      if let verdict = compare(other, base, sentence.figures[place]) {
        return relation(asRate(sentence.figures[place]), other, base, verdict)
      }
    }
    let isNext = earlier.last?.range == part.range
    let isWrong = isNext || isSlip(part, base, sentence.figures[place])
    return relation(asRate(sentence.figures[place]), part, base, isWrong ? .contradicted : .cannotTell)
  }

  /// 审结180件,调解61件,占审结案件的33.89%
  private func named(
    _ name: FoldedRange, _ place: Int, _ sentence: FigureSentence, before: Before, _ bytes: Span<UInt8>
  ) -> FigureRelation? {
    let figure = sentence.figures[place]
    let part = sentence.figures[place - 1]
    guard isCount(part) else { return nil }
    let bases = (Array(before.last?.figures ?? []) + sentence.figures[..<(place - 1)]).filter {
      isBase($0, of: part) && part.value <= $0.value
    }
    for base in bases.reversed() {
      if let verdict = compare(part, base, figure) { return relation(asRate(figure), part, base, verdict) }
    }
    // The base whose words have the name's first two characters, or the only one when the name is that of a total.
    let own = name.count >= 6 ? FoldedRange(name.start, name.start + 6) : name
    let isTotal = totalNouns.longest(bytes, at: name.start, to: name.end) != nil
    let tied = bases.filter { !own.isEmpty && contains(bytes, near($0.subject, bytes), own) }
    guard let base = tied.last ?? (isTotal && bases.count == 1 ? bases.last : nil) else { return nil }
    let isWrong = isNear(part, base, figure, points: 20) || isSlip(part, base, figure)
    return relation(asRate(figure), part, base, isWrong ? .contradicted : .cannotTell)
  }

  /// 书面述法112家,占比100%;现场述法15家,占13.4%: the whole is the last count that is no part itself.
  private func bare(
    _ place: Int, _ sentence: FigureSentence, before: Before, _ bytes: Span<UInt8>
  ) -> FigureRelation? {
    let figure = sentence.figures[place]
    let part = sentence.figures[place - 1]
    guard isCount(part), follows(part, figure, bytes) else { return nil }
    let earlier = Array(before.last?.figures ?? []) + sentence.figures[..<(place - 1)]
    let bases = earlier.indices.filter { isBase(earlier[$0], of: part) && part.value <= earlier[$0].value }
    for base in bases.reversed() {
      if let verdict = compare(part, earlier[base], figure) {
        return relation(asRate(figure), part, earlier[base], verdict)
      }
    }
    let wholes = bases.filter { base in
      base + 1 == earlier.endIndex || !earlier[base + 1].measure.isShare
        || earlier[base + 1].value == .hundred
    }
    guard let place = wholes.last else { return nil }
    let isWrong =
      isSlip(part, earlier[place], figure)
      || wholes.count == 1 && isAmong(part, of: earlier[place], bytes)
      || wholes.count == 1 && isNear(part, earlier[place], figure, points: 5)
    return isWrong ? relation(asRate(figure), part, earlier[place], .contradicted) : nil
  }

  /// 审结率96.2%,共受理106件,审结102件: base and part stand behind the rate.
  func ahead(
    _ rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>
  ) -> FigureRelation? {
    let figures = sentence.figures
    guard place + 2 < figures.endIndex, !rate.stem.isEmpty, !rate.figure.isApproximate else { return nil }
    let (base, part) = (figures[place + 1], figures[place + 2])
    // What a rate of its own follows is the part of that one.
    let isTaken =
      place + 3 < figures.endIndex && figures[place + 3].measure.isShare && follows(part, figures[place + 3], bytes)
    guard !isTaken, isCount(part), isBase(base, of: part), part.value <= base.value,
      follows(rate.figure, base, bytes), follows(base, part, bytes),
      let left = tie(rate, part, base, bytes, to: sentence.range.end), left <= 6
    else { return nil }
    if let verdict = compare(part, base, rate.figure) { return relation(rate, part, base, verdict) }
    guard !carriesOver(bytes, sentence.range),
      isNear(part, base, rate.figure, points: 20) || isSlip(part, base, rate.figure)
    else { return nil }
    return relation(rate, part, base, .contradicted)
  }

  /// 办结率97.5%(受理200件,办结195件), and 受理94件(审结87件,审结率92.55%).
  func judgeRates(
    in group: FigureSentence.Group, _ text: FoldedText, _ marks: PartMarks,
    into relations: inout [FigureRelation]
  ) {
    let bytes = text.bytes.span
    guard let outer = group.whole else { return }
    if outer.measure == .percent, !outer.isApproximate, let rate = rate(outer, text) {
      let counts = group.figures.filter(isCount)
      guard counts.count == 2, isBase(counts[0], of: counts[1]), group.figures.count == 2 else { return }
      let (base, part) = counts[0].value < counts[1].value ? (counts[1], counts[0]) : (counts[0], counts[1])
      let verdict = compare(part, base, outer)
      guard verdict != nil || isNamed(rate, part, bytes, to: group.range.end) else { return }
      relations.removeAll { $0.stated == outer.range && $0.verdict == .baseUnstated }
      relations.append(relation(rate, part, base, verdict ?? .contradicted))
      return
    }
    guard isCount(outer) else { return }
    let inner = FigureSentence(
      range: FoldedRange(outer.subject.start, group.range.end), figures: ([outer] + group.figures)[...])
    for place in inner.figures.indices where inner.figures[place].measure == .percent {
      let figure = inner.figures[place]
      guard !figure.isApproximate, !figure.isRangeEnd, place > 1, let rate = rate(figure, text),
        let relation = share(place, inner, before: Before(), bytes, marks)
          ?? counted(rate, place, inner, before: Before(), text, marks, [])
      else { continue }
      relations.append(relation)
    }
  }
}
