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
    for place in figures.indices.dropFirst() where isCount(figures[place]) {
      let later = figures[place]
      for stage in stages {
        guard let word = stage.later.first(bytes, in: later.subject),
          let earlier = figures[..<place].last(where: {
            $0.measure == later.measure && isCount($0) && isEarlier($0, than: later, stage, at: word, bytes)
          })
        else { continue }
        relations.append(relation(later, earlier, stage, place, figures, sentence, bytes))
        break
      }
    }
  }

  /// Whether a figure is of the earlier stage of the same matter.
  private func isEarlier(
    _ figure: Figure, than later: Figure, _ stage: Stage, at word: FoldedRange, _ bytes: Span<UInt8>
  ) -> Bool {
    guard stage.earlier.first(bytes, in: figure.subject) != nil, stage.later.first(bytes, in: figure.subject) == nil,
      isRounded(figure) == isRounded(later)
    else { return false }
    if !stage.runsOn { return stage.earlier.first(bytes, in: later.subject) == nil }
    // 审结 alone, or with the thing that the earlier figure counts.
    let own = FoldedRange(word.end, later.subject.end)
    guard word.start - later.subject.start <= 12 else { return false }
    return own.count <= 6 || own.count >= 12 && contains(bytes, figure.subject, FoldedRange(own.end - 12, own.end))
  }

  private func isRounded(_ figure: Figure) -> Bool { figure.zeros > 0 }

  private func relation(
    _ later: Figure, _ earlier: Figure, _ stage: Stage, _ place: Int, _ figures: ArraySlice<Figure>,
    _ sentence: FigureSentence, _ bytes: Span<UInt8>
  ) -> FigureRelation {
    var relation = FigureRelation(
      kind: .subset, verdict: .ok, stated: later.range, whole: earlier.range, parts: [],
      calculation: .atMost([later.value], whole: earlier.value))
    guard earlier.value < later.value else { return relation }
    guard stage.runsOn else {
      relation.verdict = .contradicted
      return relation
    }
    relation.verdict = .doubtful
    // 受理200件,结转20件,审结210件
    let all = figures + sentence.groups.flatMap(\.figures)
    if let carried = all.first(where: {
      $0.measure == later.measure && isCount($0) && $0.range != earlier.range && $0.range != later.range
        && carryOver.first(bytes, in: $0.subject) != nil
    }), let sum = earlier.value.adding(carried.value) {
      relation.parts = [carried.range]
      relation.verdict = sum < later.value ? .contradicted : .ok
      relation.calculation = .atMost([later.value], whole: sum)
    } else if carryOver.first(bytes, in: sentence.range) != nil {
      relation.verdict = .cannotTell
    }
    return relation
  }
}
