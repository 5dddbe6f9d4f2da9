import Matching
import SourceText

/// One quantity that is named at several places.
extension FigureRelations {
  func judgeRepetitions(
    _ text: FoldedText, _ sentences: [FoldedRange], _ figures: [Figure], reportYear: Int?,
    into relations: inout [FigureRelation]
  ) {
    let bytes = text.bytes.span
    var named: [Named] = []
    // The last quantity of each name, under the name's hash.
    var known = [Int32](repeating: -1, count: 1 << (Int.bitWidth - (figures.count * 2).leadingZeroBitCount))
    for (place, figure) in figures.enumerated() {
      guard figure.subject.count >= 12, isCount(figure), !figure.isSpelled else { continue }
      let name = withoutYear(figure.subject, bytes)
      // What adjoins another figure of the clause is a part of that, not a quantity of its own.
      guard name.count >= 15, name.end == figure.subject.end else { continue }
      let second = Named(hash: EightBytes.hash(bytes, of: name), place: place, name: name)
      var slot = Int(truncatingIfNeeded: second.hash) & (known.count - 1)
      while known[slot] >= 0, named[Int(known[slot])].hash != second.hash { slot = (slot + 1) & (known.count - 1) }
      let last = known[slot]
      known[slot] = Int32(truncatingIfNeeded: named.count)
      named.append(second)
      guard last >= 0 else { continue }
      let first = named[Int(last)]
      let (one, other) = (figures[first.place], figures[second.place])
      guard one.measure == other.measure, one.zeros == other.zeros, first.name.count == second.name.count,
        contains(bytes, first.name, second.name),
        tracked.first(bytes, in: first.name) != nil
          || isOfAll(one, first.name, bytes) && isOfAll(other, second.name, bytes),
        isOfTheYear(one, sentences, bytes), isOfTheYear(other, sentences, bytes),
        index(of: one, in: sentences) != index(of: other, in: sentences),
        areOfOneYear(year(of: one, sentences, bytes), year(of: other, sentences, bytes), reportYear)
      else { continue }
      relations.append(
        FigureRelation(
          kind: .repetition, verdict: one.value == other.value ? .ok : .contradicted, stated: other.range,
          whole: one.range, parts: [], calculation: .values(one.value, other.value)))
    }
  }

  private struct Named {
    var hash: UInt64
    var place: Int
    var name: FoldedRange
  }

  /// Whether a quantity that is not one of those that reports count each year is said to be that of all the year:
  /// 全年共调解矛盾纠纷.
  private func isOfAll(_ figure: Figure, _ name: FoldedRange, _ bytes: Span<UInt8>) -> Bool {
    let words = FoldedRange(figure.subject.start, name.start)
    return name.count >= 18 && words.count >= 6 && totals.longestSuffix(bytes, from: words.start, to: words.end) != nil
  }

  /// The last year that is named before a figure in its sentence.
  private func year(of figure: Figure, _ sentences: [FoldedRange], _ bytes: Span<UInt8>) -> Int? {
    let place = index(of: figure, in: sentences)
    guard place > 0 else { return nil }
    var year: Int?
    var at = sentences[place - 1].start
    while at + 7 <= figure.range.start {
      if NumberToken.run(bytes, from: at, to: figure.range.start) == 4,
        ChineseNumeral.code(bytes, at: at + 4) == 0xE5_B9_B4
      {
        year = NumberToken(bytes, at: at, to: at + 4).value?.integer
        at += 7
      } else {
        at += max(1, NumberToken.run(bytes, from: at, to: figure.range.start))
      }
    }
    return year
  }

  /// Whether two mentions are of one year; one without a year is of the report's.
  private func areOfOneYear(_ first: Int?, _ second: Int?, _ reportYear: Int?) -> Bool {
    guard reportYear != nil || first != nil && second != nil else { return true }
    return first ?? reportYear == second ?? reportYear
  }

  private func index(of figure: Figure, in sentences: [FoldedRange]) -> Int {
    sentences.partitioningIndex { $0.start > figure.range.start }
  }

  /// Whether nothing in the figure's sentence narrows it to a part of the year or to another year.
  private func isOfTheYear(_ figure: Figure, _ sentences: [FoldedRange], _ bytes: Span<UInt8>) -> Bool {
    let place = index(of: figure, in: sentences)
    guard place > 0 else { return false }
    return partial.first(bytes, in: FoldedRange(sentences[place - 1].start, figure.range.end)) == nil
  }
}
