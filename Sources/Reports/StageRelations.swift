import Matching
import SourceText

/// Stages of one matter: what was concluded is no more than what was taken in, who appeared no more than what was heard.
extension FigureRelations {
  /// Two stages as tables of words.
  struct Stage: Sendable {
    let earlier: WordTable
    let later: WordTable
    let runsOn: Bool
  }

  func judgeStages(_ sentence: FigureSentence, _ bytes: Span<UInt8>, into relations: inout [FigureRelation]) {
    let figures = sentence.figures
    guard figures.count > 1 else { return }
    for place in (figures.startIndex + 1)..<figures.endIndex where isCount(figures[place]) {
      let later = figures[place]
      // 其中调解结案41件 is judged by its own whole.
      if ofWhich.longest(bytes, at: later.subject.start, to: later.subject.end) != nil { continue }
      if let relation = due(place, figures, bytes) {
        relations.append(relation)
        continue
      }
      let found = laterStages.found(bytes, in: later.subject)
      if found.isEmpty { continue }
      for (index, stage) in stages.enumerated() where found.mayHave(index) {
        guard let word = stage.later.first(bytes, in: later.subject),
          let earlier = figures[..<place].last(where: {
            $0.measure == later.measure && isCount($0) && isEarlier($0, than: later, stage, at: word, bytes)
          })
        else { continue }
        relations.append(relation(later, earlier, stage, sentence, bytes))
        break
      }
    }
  }

  /// Whether words name a later stage of what may run on from the year before.
  func isOfRunningStage(_ words: FoldedRange, _ bytes: Span<UInt8>) -> Bool {
    let found = laterStages.found(bytes, in: words)
    return !found.isEmpty
      && stages.indices.contains {
        found.mayHave($0) && stages[$0].runsOn && stages[$0].later.first(bytes, in: words) != nil
      }
  }

  /// 应参加120人,实际参加118人: what was done of what was due.
  private func due(_ place: Int, _ figures: ArraySlice<Figure>, _ bytes: Span<UInt8>) -> FigureRelation? {
    let (part, whole) = (figures[place], figures[place - 1])
    guard isBase(whole, of: part), dueAct(part, of: whole, bytes) != nil else { return nil }
    return FigureRelation(
      kind: .subset, verdict: part.value <= whole.value ? .ok : .contradicted, stated: part.range, whole: whole.range,
      parts: [], calculation: .atMost([part.value], whole: whole.value))
  }

  /// The act that was due of one figure and done of the next: 参加 in 应参加120人,实际参加118人.
  func dueAct(_ part: Figure, of whole: Figure, _ bytes: Span<UInt8>) -> FoldedRange? {
    guard let word = due.first(bytes, in: near(whole.subject, bytes)), word.end + 3 <= whole.subject.end else {
      return nil
    }
    // 应到180人,实到171人: one character where the subject ends with it.
    let act = FoldedRange(word.end, min(word.end + 6, whole.subject.end))
    let words = near(part.subject, bytes)
    guard let place = place(bytes, of: act, in: words),
      act.count == 6 && place == words || done.longestSuffix(bytes, from: words.start, to: place.start) != nil
    else { return nil }
    return act
  }

  /// Whether a figure is of the earlier stage of the same matter.
  private func isEarlier(
    _ figure: Figure, than later: Figure, _ stage: Stage, at word: FoldedRange, _ bytes: Span<UInt8>
  ) -> Bool {
    guard stage.earlier.first(bytes, in: figure.subject) != nil, stage.later.first(bytes, in: figure.subject) == nil,
      (figure.zeros > 0) == (later.zeros > 0)
    else { return false }
    if !stage.runsOn { return stage.earlier.first(bytes, in: later.subject) == nil }
    // 审结 alone, or with the thing that the earlier figure counts.
    let own = FoldedRange(word.end, later.subject.end)
    guard word.start - later.subject.start <= 12 else { return false }
    return own.count <= 6 || own.count >= 12 && contains(bytes, figure.subject, FoldedRange(own.end - 12, own.end))
  }

  private func relation(
    _ later: Figure, _ earlier: Figure, _ stage: Stage, _ sentence: FigureSentence, _ bytes: Span<UInt8>
  ) -> FigureRelation {
    var relation = FigureRelation(
      kind: .subset, verdict: .ok, stated: later.range, whole: earlier.range, parts: [],
      calculation: .atMost([later.value], whole: earlier.value))
    guard earlier.value < later.value else { return relation }
    guard stage.runsOn else {
      relation.verdict = .contradicted
      return relation
    }
    // 旧存9件,新收88件,审结94件: whatever else was there at the start may be among what was concluded.
    var intake = earlier.value
    var others: [Figure] = []
    let all = (sentence.figures + sentence.groups.flatMap(\.figures)).filter {
      $0.measure == later.measure && isCount($0) && $0.range != earlier.range && $0.range != later.range
    }
    let named = all.filter { carryOver.first(bytes, in: $0.subject) != nil }
    for figure in named.isEmpty ? all.filter({ $0.range.end <= earlier.subject.start }) : named {
      guard let sum = intake.adding(figure.value) else { break }
      intake = sum
      others.append(figure)
    }
    relation.calculation = .intake(later.value, of: [earlier.value] + others.map(\.value))
    relation.parts = others.map(\.range)
    if !named.isEmpty {
      relation.verdict = intake < later.value ? .contradicted : .ok
    } else if intake < later.value {
      relation.calculation = .atMost([later.value], whole: earlier.value)
      relation.parts = []
      relation.verdict = carriesOver(bytes, sentence.range) ? .cannotTell : .doubtful
    } else {
      relation.verdict = .cannotTell
    }
    return relation
  }
}
