import Matching
import SourceText

/// Rates whose base is implied, ambiguous or not stated.
extension FigureRelations {
  func unstated(_ figure: Figure) -> FigureRelation {
    FigureRelation(
      kind: .rate, verdict: .baseUnstated, stated: figure.range, whole: nil, parts: [],
      calculation: .alone(figure.value, decimals: figure.decimals))
  }

  /// 压减81.68%: a reduction of which neither end is stated.
  func reduction(_ figure: Figure, _ bytes: Span<UInt8>) -> FigureRelation? {
    guard reductions.longestSuffix(bytes, from: figure.subject.start, to: figure.subject.end) != nil,
      severally.first(bytes, in: figure.subject) == nil
    else { return nil }
    var relation = unstated(figure)
    relation.kind = .growth
    return relation
  }

  /// 100 % of what was counted just before: 办理依申请公开件115件,回复办结率100%.
  ///
  /// Not where the figure is the numerator itself (办结161个,办结率100%), and not for what runs on from year to year.
  func implied(
    _ rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>
  ) -> FigureRelation? {
    guard rate.figure.value == .hundred, place > sentence.figures.startIndex else { return nil }
    let base = sentence.figures[place - 1]
    guard isCount(base), !ends(bytes, base.subject, with: rate.stem) else { return nil }
    let isNamed = sharesNoun(bytes, rate.stem, base.subject)
    if !isNamed {
      guard runningOn.first(bytes, in: base.subject) == nil, adjoins(bytes, base, rate.figure) else { return nil }
    }
    return FigureRelation(
      kind: .rate, verdict: .ok, stated: rate.figure.range, whole: base.range, parts: [],
      calculation: .percentage(
        part: base.value, whole: base.value, stated: rate.figure.value, decimals: rate.figure.decimals))
  }

  /// Whether the count directly before a rate, or before the rates that it follows, may be its base.
  ///
  /// Then nothing is claimed of it, not even that it has none. What has the rate's name is its part.
  func hasBase(_ rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> Bool {
    let figures = sentence.figures
    var base = place - 1
    while base >= figures.startIndex, figures[base].measure.isShare, follows(figures[base], figures[base + 1], bytes) {
      base -= 1
    }
    guard base >= figures.startIndex, isCount(figures[base]), let total = figures[base].value.integer else {
      return false
    }
    let isAll = rate.figure.value == .hundred
    if isAll, allOf.first(bytes, in: FoldedRange(figures[base].range.end, rate.name.start)) != nil { return true }
    guard follows(figures[base], figures[base + 1], bytes),
      !isNamed(rate, figures[base], bytes, to: sentence.range.end)
    else { return false }
    // What runs on from year to year is not what was ended in it, unless the rate is one of its own parts.
    if isAll { return runningOn.first(bytes, in: figures[base].subject) == nil }
    if rate.figure.isApproximate || figures[base].zeros > 0 || attains(rate.figure, of: total) { return true }
    // 建议32件、提案58件,满意率98.9%: of both together.
    guard base > figures.startIndex, isBase(figures[base - 1], of: figures[base]),
      follows(figures[base - 1], figures[base], bytes),
      let both = figures[base].value.adding(figures[base - 1].value)?.integer
    else { return false }
    return attains(rate.figure, of: both)
  }

  func ends(_ bytes: Span<UInt8>, _ range: FoldedRange, with ending: FoldedRange) -> Bool {
    ending.count >= 6 && ending.count <= range.count
      && contains(bytes, FoldedRange(range.end - ending.count, range.end), ending)
  }

  /// Whether four characters of the rate's name stand before the figure as well: 规范性文件 in 规范性文件报备率.
  func sharesNoun(_ bytes: Span<UInt8>, _ stem: FoldedRange, _ subject: FoldedRange) -> Bool {
    var index = stem.start
    while index + 12 <= stem.end {
      if bytes[index] >= 0xE4, contains(bytes, subject, FoldedRange(index, index + 12)) { return true }
      index += bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
    }
    return false
  }

  /// Whether nothing but a mark stands between a figure and the clause of the next.
  func adjoins(_ bytes: Span<UInt8>, _ first: Figure, _ second: Figure) -> Bool {
    guard first.range.end <= second.subject.start else { return false }
    return skipMarks(bytes, from: first.range.end, to: second.subject.start) == second.subject.start
  }

  /// 775项,其中751项网上办理、24项不允许,网办率100%: a rate that fits only when the other part is no part of the base.
  func leftOut(_ rate: Rate, _ place: Int, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> FigureRelation? {
    guard !rate.figure.isApproximate, rate.stem.count >= 6, place >= sentence.figures.startIndex + 3 else { return nil }
    let figures = sentence.figures[(place - 3)..<place]
    guard let whole = figures.first, figures.allSatisfy({ isBase($0, of: whole) }),
      figures[place - 2].value.adding(figures[place - 1].value) == whole.value
    else { return nil }
    for (index, other) in [(place - 2, place - 1), (place - 1, place - 2)] {
      let part = figures[index]
      let left = figures[other].value
      let end = index == place - 1 ? rate.figure.subject.start : figures[place - 1].range.start
      guard abbreviates(bytes, rate.stem, FoldedRange(part.subject.start, end)),
        let rest = whole.value.subtracting(left), compare(part.value, rest, rate.figure) != nil
      else { continue }
      return FigureRelation(
        kind: .rate, verdict: .baseUnstated, stated: rate.figure.range, whole: whole.range,
        parts: [part.range, figures[other].range],
        calculation: .without(
          part: part.value, whole: whole.value, left: left, stated: rate.figure.value, decimals: rate.figure.decimals))
    }
    return nil
  }

  /// Whether all characters of a short name stand in a stretch, in their order: 网办 for 网上办理.
  func abbreviates(_ bytes: Span<UInt8>, _ name: FoldedRange, _ range: FoldedRange) -> Bool {
    var next = name.start
    var index = range.start
    while next + 3 <= name.end, index + 3 <= range.end {
      if bytes[index] >= 0xE0, ChineseNumeral.code(bytes, at: index) == ChineseNumeral.code(bytes, at: next) {
        next += 3
        index += 3
      } else {
        index += bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : 3
      }
    }
    return next >= name.end
  }
}
