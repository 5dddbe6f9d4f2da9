import SourceText

/// Totals and their parts.
extension FigureRelations {
  /// How far parts may be from their total, in percent, and still be meant to make it up.
  private struct Tolerance {
    var below: Int
    var above: Int
  }

  private static let mostParts = 40

  func judgeSums(
    _ sentence: FigureSentence, before: FigureSentence?, _ text: FoldedText, _ marks: PartMarks,
    into relations: inout [FigureRelation]
  ) {
    for group in sentence.groups {
      guard let whole = group.whole, isSummable(whole) else { continue }
      let parts = group.figures.filter { $0.measure == whole.measure }
      let isMarked = marks.first(in: group.range) != nil
      if let relation = judge(whole, parts, within: group.range, isMarked: isMarked, text) {
        relations.append(relation)
      }
    }
    // One figure is no total of others.
    guard sentence.figures.count > 1 else { return }
    closed(sentence, text, into: &relations)
    if let relation = marked(sentence, text, marks) {
      relations.append(relation)
    } else if let relation = continued(sentence, before: before, text) {
      relations.append(relation)
    } else {
      let mark = marks.first(in: sentence.range)
      listed(
        sentence, sentence.figures.prefix { $0.range.end <= mark?.start ?? sentence.range.end }, text.bytes.span,
        into: &relations)
    }
  }

  private func isSummable(_ figure: Figure) -> Bool {
    figure.measure != .none && !figure.measure.isShare && !figure.isRangeEnd
  }

  /// 共207件,其中刑事159件,民事48件
  private func marked(_ sentence: FigureSentence, _ text: FoldedText, _ marks: PartMarks) -> FigureRelation? {
    guard let opening = sentence.figures.first,
      let mark = marks.first(in: sentence.range) ?? amongMark(opening, sentence, text.bytes.span)
        ?? colonMark(sentence, text.bytes.span)
    else { return nil }
    let opened = sentence.figures.first { mark.end <= $0.range.start }
    let figuresBefore = sentence.figures.prefix { $0.range.end <= mark.start }
    // 178件,标的额2.3亿元,其中买卖合同90件: what the parts count tells which number they are parts of.
    guard let whole = figuresBefore.last(where: { $0.measure == opened?.measure }) ?? figuresBefore.last,
      isSummable(whole)
    else { return nil }
    let second = marks.first(in: FoldedRange(mark.end, sentence.range.end))
    let end = second?.start ?? sentence.range.end
    let parts = sentence.figures.filter {
      mark.end <= $0.range.start && $0.range.end <= end && $0.measure == whole.measure
    }
    guard let first = parts.first else { return nil }
    // A part larger than its whole, unless a larger one stands before it.
    let larger = sentence.figures.prefix { $0.range.end <= mark.start }.contains {
      $0.measure == whole.measure && first.value <= $0.value
    }
    if !larger, whole.value < first.value, !whole.isApproximate, !first.isApproximate, first.subject.start == mark.start
    {
      return FigureRelation(
        kind: .subset, verdict: .contradicted, stated: first.range, whole: whole.range, parts: [],
        calculation: .atMost([first.value], whole: whole.value))
    }
    let range = FoldedRange(mark.start, end)
    return judge(whole, parts, within: range, isMarked: true, text) ?? mixed(whole, mark, end, sentence)
      ?? within(whole, parts)
  }

  /// Parts that are far from making up their whole, and lie within it.
  private func within(_ whole: Figure, _ parts: [Figure]) -> FigureRelation? {
    guard !whole.isApproximate, !parts.contains(where: { $0.isApproximate || $0.isRangeEnd }),
      let sum = sum(parts), sum < whole.value, let first = parts.first
    else { return nil }
    return FigureRelation(
      kind: .subset, verdict: .ok, stated: first.range, whole: whole.range, parts: parts.dropFirst().map(\.range),
      calculation: .atMost(parts.map(\.value), whole: whole.value))
  }

  /// Parts that make up their whole only when their measure words are not looked at: 207件,其中刑事159起,民事48件.
  private func mixed(
    _ whole: Figure, _ mark: FoldedRange, _ end: Int, _ sentence: FigureSentence
  ) -> FigureRelation? {
    let parts = sentence.figures.filter { mark.end <= $0.range.start && $0.range.end <= end }
    guard parts.count > 1, parts.count <= 4, parts.allSatisfy({ isSummable($0) && !$0.isApproximate }),
      parts.contains(where: { $0.measure != whole.measure }), sum(Array(parts)) == whole.value
    else { return nil }
    return FigureRelation(
      kind: .unit, verdict: .contradicted, stated: whole.range, whole: nil, parts: parts.map(\.range),
      calculation: .mixedUnits(parts.map(\.value), total: whole.value))
  }

  private func sum(_ figures: [Figure]) -> ExactNumber? {
    var sum = ExactNumber.zero
    for figure in figures {
      guard let next = sum.adding(figure.value) else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether a sum is a total but for the rounding of both.
  private func isRounded(_ sum: ExactNumber, _ whole: Figure, _ parts: [Figure]) -> Bool {
    var slack = whole.rounding
    for part in parts { slack = slack.adding(part.rounding) ?? slack }
    guard ExactNumber.zero < slack, let difference = sum.subtracting(whole.value) else { return false }
    let (low, high) = (ExactNumber.zero.subtracting(slack) ?? slack, slack)
    return low <= difference && difference <= high
  }

  /// The place behind 审结的160件中, where its parts begin.
  func amongMark(_ whole: Figure, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> FoldedRange? {
    // 审结的160件行政复议案件中: what is counted may stand between.
    var end = whole.range.end
    let limit = min(sentence.range.end, end + 90)
    while end < limit, bytes[end] != 0x2C, bytes[end] != 0x3A, !(0x30...0x39).contains(bytes[end]) { end += 1 }
    guard end < limit, bytes[end] == 0x2C || bytes[end] == 0x3A,
      among.longestSuffix(bytes, from: whole.range.end, to: end) != nil,
      notAmong.longestSuffix(bytes, from: whole.range.end, to: end) == nil
    else { return nil }
    return FoldedRange(whole.range.end, end + 1)
  }

  /// The colon behind 清理54项, where its parts begin.
  private func colonMark(_ sentence: FigureSentence, _ bytes: Span<UInt8>) -> FoldedRange? {
    sentence.figures.first { $0.range.end < sentence.range.end && bytes[$0.range.end] == 0x3A }.map {
      FoldedRange($0.range.end, $0.range.end + 1)
    }
  }

  /// 代表建议128件、委员提案163件,共291件: a total behind its parts, which has no words but 共.
  private func closed(_ sentence: FigureSentence, _ text: FoldedText, into relations: inout [FigureRelation]) {
    let bytes = text.bytes.span
    for place in sentence.figures.indices.dropFirst(2) {
      let whole = sentence.figures[place]
      guard isSummable(whole), !whole.isApproximate, let verb = closing(whole, bytes) else { continue }
      var sum = ExactNumber.zero
      var parts: [Figure] = []
      for part in sentence.figures[..<place].suffix(12).reversed() {
        guard part.measure == whole.measure, !part.isApproximate, !part.isRangeEnd, let next = sum.adding(part.value)
        else {
          break
        }
        sum = next
        parts.insert(part, at: 0)
        if sum == whole.value, parts.count > 1 { break }
      }
      guard parts.count > 1 else { continue }
      // 受理120件、应诉45件,共审结150件 is no total of both; 制定规章2件、文件15件,合计制定17件 is one.
      guard verb.isEmpty || parts.first.map({ contains(bytes, near($0.subject, bytes), verb) }) ?? false else {
        continue
      }
      if sum == whole.value {
        relations.append(relation(whole, parts[...], sum, .ok))
      } else if isWithin(
        adjoin(parts, whole, bytes) ? Tolerance(below: 50, above: 50) : Tolerance(below: 15, above: 15), sum,
        whole.value)
      {
        relations.append(relation(whole, parts[...], sum, isRounded(sum, whole, parts) ? .ok : .contradicted))
      }
    }
  }

  /// The verb behind 共 when a subject is no more than that, empty where there is none; nil for other subjects.
  private func closing(_ whole: Figure, _ bytes: Span<UInt8>) -> FoldedRange? {
    var words = whole.subject
    // Nearly all subjects are longer.
    guard words.count <= totals.mostBytes + 12 else { return nil }
    if let lead = totalLeads.longest(bytes, at: words.start, to: words.end) {
      words.start += lead.count
    }
    guard let word = totals.longest(bytes, at: words.start, to: words.end) else { return nil }
    words.start += word.count
    if let link = rateLinks.longest(bytes, at: words.start, to: words.end) {
      words.start += link.count
    }
    return words
  }

  /// Whether nothing stands between the parts and the total that closes them.
  private func adjoin(_ parts: [Figure], _ whole: Figure, _ bytes: Span<UInt8>) -> Bool {
    parts.count <= 4 && zip(parts, parts.dropFirst() + [whole]).allSatisfy { adjoins(bytes, $0, $1) }
  }

  /// 共344件。此次清理,保留237件,失效60件……
  private func continued(_ sentence: FigureSentence, before: FigureSentence?, _ text: FoldedText) -> FigureRelation? {
    let bytes = text.bytes.span
    guard let before, before.range.end == sentence.range.start, let first = sentence.figures.first,
      continuing.longest(bytes, at: sentence.range.start, to: sentence.range.end) != nil
    else { return nil }
    let isMarked = ofWhich.longest(bytes, at: sentence.range.start, to: sentence.range.end) != nil
    let wholes = before.figures.filter { $0.measure == first.measure && isSummable($0) }
    guard let whole = wholes.last, wholes.count == 1 || isTotal(whole, bytes), isMarked || isTotal(whole, bytes) else {
      return nil
    }
    let parts = sentence.figures.filter { $0.measure == first.measure }
    return judge(whole, parts, within: sentence.range, isMarked: isMarked, text)
  }

  /// 申请218件,办结186件,终止32件: a total only where the parts make it up, or where the list is complete by its words.
  private func listed(
    _ sentence: FigureSentence, _ figures: ArraySlice<Figure>, _ bytes: Span<UInt8>,
    into relations: inout [FigureRelation]
  ) {
    var place = figures.startIndex
    while place + 2 < figures.endIndex {
      let next = place + 1
      guard figures[next].measure == figures[place].measure, figures[next + 1].measure == figures[place].measure else {
        place += 1
        continue
      }
      let whole = figures[place]
      guard isSummable(whole), !whole.isApproximate, whole.value.units > 0 else {
        place += 1
        continue
      }
      var sum = ExactNumber.zero
      var end = next
      while end < min(next + 12, figures.endIndex) {
        let figure = figures[end]
        guard figure.measure == whole.measure, !figure.isApproximate, let larger = sum.adding(figure.value) else {
          break
        }
        // Another total begins: 继续有效201件、废止34件,新制定12件 goes on behind a comma.
        sum = larger
        end += 1
        if isOther(figure, bytes) || sum == whole.value && end > next + 1 { break }
      }
      place = next
      guard end - next > 1 else { continue }
      let parts = figures[next..<end]
      if sum == whole.value {
        relations.append(relation(whole, parts, sum, .ok))
        place = end
      } else if let listed = complete(whole, parts, sentence, bytes), let sum = self.sum(Array(listed)),
        isRounded(sum, whole, Array(listed)) || !carriesOver(bytes, sentence.range)
      {
        relations.append(
          relation(whole, listed, sum, isRounded(sum, whole, Array(listed)) ? .ok : .contradicted))
        place = listed.endIndex
      }
    }
  }

  /// The parts of a list that must make up the number before it: 其他 closes it, two of them complement each other
  /// (采纳, 未采纳), or it is one list that is more than its whole.
  private func complete(
    _ whole: Figure, _ parts: ArraySlice<Figure>, _ sentence: FigureSentence, _ bytes: Span<UInt8>
  ) -> ArraySlice<Figure>? {
    guard !isIncomplete(FoldedRange(whole.range.end, parts.last?.range.start ?? whole.range.end), parts, bytes) else {
      return nil
    }
    if let last = parts.last, isOther(last, bytes), let sum = sum(Array(parts)),
      isWithin(Tolerance(below: 10, above: 20), sum, whole.value) || isSlip(Array(parts), sum, whole, bytes)
    {
      return parts
    }
    // 采纳21条,部分采纳9条,未采纳11条
    for end in parts.indices.dropFirst() {
      let chosen = parts[...end]
      guard follows(parts[end - 1], parts[end], bytes) else { break }
      guard chosen.contains(where: { complements(parts[end], $0, bytes) }) else { continue }
      // 受理200件,审结180件,未审结15件: what is named as the whole is no part.
      let isLast =
        end + 1 == parts.endIndex
        || !parts[(end + 1)...].contains { part in
          chosen.contains { complements(part, $0, bytes) }
        }
      guard isLast, let sum = sum(Array(chosen)), isWithin(Tolerance(below: 25, above: 35), sum, whole.value) else {
        continue
      }
      return chosen
    }
    // 260件,继续有效201件、废止34件、失效17件、修改18件: things of one list, parted by 、 alone, and more than all.
    var end = parts.startIndex + 1
    while end < parts.endIndex, !hasComma(bytes, parts[end - 1], parts[end]), follows(parts[end - 1], parts[end], bytes)
    {
      end += 1
    }
    let chosen = parts[..<end]
    guard chosen.count > 2, let first = chosen.first, follows(whole, first, bytes), hasComma(bytes, whole, first),
      !chosen.contains(where: { part in
        isOfRunningStage(near(part.subject, bytes), bytes)
      }),
      let sum = sum(Array(chosen)), whole.value < sum, isWithin(Tolerance(below: 0, above: 15), sum, whole.value)
    else { return nil }
    return chosen
  }

  /// Whether a list is said not to name all parts; 部分公开 at the head of one is a part as 不予公开 is.
  private func isIncomplete(_ range: FoldedRange, _ parts: ArraySlice<Figure>, _ bytes: Span<UInt8>) -> Bool {
    var rest = range
    while let word = incomplete.first(bytes, in: rest) {
      let isPart =
        parts.contains { $0.subject.start == word.start && $0.subject.end > word.end }
        && counterparts.longest(bytes, at: word.start, to: word.end) != nil
      if !isPart { return true }
      rest.start = word.end
    }
    return false
  }

  private func isOther(_ figure: Figure, _ bytes: Span<UInt8>) -> Bool {
    figure.subject.count <= 30 && others.first(bytes, in: figure.subject) != nil
  }

  /// Whether one of two parts is called as the other is with a word that turns it round: 采纳, 未采纳.
  private func complements(_ first: Figure, _ second: Figure, _ bytes: Span<UInt8>) -> Bool {
    func core(_ figure: Figure) -> (core: FoldedRange, isTurned: Bool) {
      var words = near(figure.subject, bytes)
      if let word = counterparts.longest(bytes, at: words.start, to: words.end) {
        words.start += word.count
        return (words, true)
      }
      if let word = done.longest(bytes, at: words.start, to: words.end) { words.start += word.count }
      return (words, false)
    }
    let (one, other) = (core(first), core(second))
    guard one.isTurned != other.isTurned, min(one.core.count, other.core.count) >= 6 else { return false }
    let (short, long) = one.core.count < other.core.count ? (one.core, other.core) : (other.core, one.core)
    return contains(bytes, FoldedRange(long.end - short.count, long.end), short)
  }

  private func isTotal(_ figure: Figure, _ bytes: Span<UInt8>) -> Bool {
    totals.longestSuffix(bytes, from: figure.subject.start, to: figure.subject.end) != nil
      || totals.first(bytes, in: figure.subject) != nil
  }

  /// Judges a whole by parts that the text says are its own.
  private func judge(
    _ whole: Figure, _ parts: [Figure], within range: FoldedRange, isMarked: Bool, _ text: FoldedText
  ) -> FigureRelation? {
    guard parts.count > 1, parts.count <= Self.mostParts else { return nil }
    var sum = ExactNumber.zero
    for place in parts.indices {
      let part = parts[place]
      guard let next = sum.adding(part.value) else { return nil }
      sum = next
      // What follows a complete list is counted for itself.
      if place > 0, sum == whole.value {
        let zeros = parts[(place + 1)...].prefix { $0.value == .zero }.count
        return relation(whole, parts[...(place + zeros)], sum, .ok)
      }
    }
    let bytes = text.bytes.span
    guard !whole.isApproximate, !parts.contains(where: { $0.isApproximate || $0.isRangeEnd }) else { return nil }
    guard !isIncomplete(range, parts[...], bytes) else { return nil }
    let isClosed = parts.last.map { isOther($0, bytes) } ?? false
    let tolerance: Tolerance
    if isClosed {
      tolerance = Tolerance(below: 100, above: 25)
    } else if isMarked, isTotal(whole, bytes) {
      tolerance = Tolerance(below: parts.count > 2 ? 20 : 10, above: 20)
    } else if isMarked {
      tolerance = Tolerance(
        below: parts.count > 2 ? 12 : 6, above: areParallel(parts, text.bytes.span) ? 25 : parts.count > 2 ? 15 : 10)
    } else {
      tolerance = parts.count > 2 ? Tolerance(below: 10, above: 10) : Tolerance(below: 0, above: 0)
    }
    guard isWithin(tolerance, sum, whole.value) || isSlip(parts, sum, whole, bytes) else { return nil }
    return relation(whole, parts[...], sum, isRounded(sum, whole, parts) ? .ok : .contradicted)
  }

  /// Whether one part makes up the whole when two of its digits change places, or one digit of a part of too many things.
  private func isSlip(_ parts: [Figure], _ sum: ExactNumber, _ whole: Figure, _ bytes: Span<UInt8>) -> Bool {
    guard isWithin(Tolerance(below: 60, above: 100), sum, whole.value) else { return false }
    let isOver =
      whole.value < sum && !people.isUnit(bytes, whole)
      && isWithin(Tolerance(below: 0, above: 45), sum, whole.value)
    return parts.contains { part in
      guard let needed = part.value.adding(whole.value)?.subtracting(sum), needed.units > 0 else { return false }
      let (one, other) = (part.value.description, needed.description)
      return Self.isSlip(one, other) && (isOver || Self.areSwapped(one, other))
    }
  }

  /// Whether parts are named alike, so that none is likely to be among another: 派驻式, 直属式.
  ///
  /// People have many attributes at once (女性, 党员), things are of one kind.
  private func areParallel(_ parts: [Figure], _ bytes: Span<UInt8>) -> Bool {
    guard parts.count == 2, parts.allSatisfy({ $0.subject.count <= 36 && !people.isUnit(bytes, $0) }) else {
      return false
    }
    let lengths = parts.map { part in
      part.subject.count
        - (ofWhich.longest(bytes, at: part.subject.start, to: part.subject.end).map { $0.count } ?? 0)
    }
    return abs(lengths[0] - lengths[1]) <= 3
  }

  private func isWithin(_ tolerance: Tolerance, _ sum: ExactNumber, _ whole: ExactNumber) -> Bool {
    guard let difference = sum.subtracting(whole), let scaled = difference.multiplied(by: 100) else { return false }
    if ExactNumber.zero < difference {
      guard let most = whole.multiplied(by: tolerance.above) else { return false }
      return scaled <= most
    }
    guard let least = whole.multiplied(by: -tolerance.below) else { return false }
    return least <= scaled
  }

  private func relation(
    _ whole: Figure, _ parts: ArraySlice<Figure>, _ sum: ExactNumber, _ verdict: FigureRelation.Verdict
  ) -> FigureRelation {
    FigureRelation(
      kind: .sum, verdict: verdict, stated: whole.range, whole: nil, parts: parts.map(\.range),
      calculation: .sum(parts.map(\.value), sum, total: whole.value))
  }
}
