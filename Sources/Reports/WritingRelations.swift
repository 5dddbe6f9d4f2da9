import Matching
import SourceText

/// Figures that contradict the way in which they are written.
extension FigureRelations {
  /// 227余人次: exact to its last digit, and approximate.
  func judgeApproximations(_ figures: [Figure], _ bytes: Span<UInt8>, into relations: inout [FigureRelation]) {
    for figure in figures where figure.approximation == .behindDigits {
      guard figure.zeros == 0, figure.decimals == 0, !figure.isRangeEnd, let value = figure.value.integer,
        value % 10 != 0, more.longestSuffix(bytes, from: figure.range.start, to: figure.unit.start) != nil
      else { continue }
      relations.append(
        FigureRelation(
          kind: .approximation, verdict: .contradicted, stated: figure.range, whole: nil, parts: [],
          calculation: .exact(figure.value)))
    }
  }

  /// 办理2.5件: a fraction of what cannot be divided.
  func judgeFractions(_ sentence: FigureSentence, _ bytes: Span<UInt8>, into relations: inout [FigureRelation]) {
    for figure in sentence.figures where figure.decimals > 0 && figure.zeros == 0 && figure.value.integer == nil {
      guard whole.isUnit(bytes, figure), averages.first(bytes, in: sentence.range) == nil else { continue }
      relations.append(
        FigureRelation(
          kind: .unit, verdict: .contradicted, stated: figure.range, whole: nil, parts: [],
          calculation: .fraction(figure.value)))
    }
  }
}
