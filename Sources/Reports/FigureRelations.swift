package import SourceText

/// Judges rates by their numerators and bases, and totals by their parts.
///
/// It claims a contradiction only where the text itself ties the figures together; of all others it says nothing.
package struct FigureRelations: Sendable {
  let totals: WordTable
  let ofWhich: WordTable
  let among: WordTable
  let others: WordTable
  let incomplete: WordTable
  let continuing: WordTable
  let rateEndings: WordTable
  let shareEndings: WordTable
  let rateLinks: WordTable
  let growth: WordTable
  let completionRates: WordTable
  let due: WordTable
  let carryOver: WordTable

  /// Makes a judge for the words of a rule pack.
  package init(words: FigureWords) {
    totals = WordTable(words.totals)
    ofWhich = WordTable(words.ofWhich)
    among = WordTable(words.among)
    others = WordTable(words.others)
    incomplete = WordTable(words.incomplete)
    continuing = WordTable(words.continuing)
    rateEndings = WordTable(words.rateEndings)
    shareEndings = WordTable(words.shareEndings)
    rateLinks = WordTable(words.rateLinks)
    growth = WordTable(words.growth)
    completionRates = WordTable(words.completionRates)
    due = WordTable(words.due)
    carryOver = WordTable(words.carryOver)
  }

  /// The relations that were recognised, in the order of the judged figures.
  ///
  /// - Parameters:
  ///   - text: the folded text of all ranges.
  ///   - sentences: ascending, not overlapping.
  ///   - figures: ascending; those outside all sentences are not looked at.
  package func judge(_ text: FoldedText, sentences: [FoldedRange], figures: [Figure]) -> [FigureRelation] {
    var relations: [FigureRelation] = []
    var next = 0
    var before: [FigureSentence] = []
    for sentence in sentences {
      while next < figures.count, figures[next].range.start < sentence.start { next += 1 }
      let first = next
      while next < figures.count, figures[next].range.end <= sentence.end { next += 1 }
      // A sentence without figures parts the figures before it from those behind.
      guard first < next else {
        before.removeAll(keepingCapacity: true)
        continue
      }
      let current = FigureSentence(text, range: sentence, figures: figures[first..<next])
      judgeRates(current, before: before, text, into: &relations)
      judgeSums(current, before: before.last, text, into: &relations)
      if before.count == 2 { before.removeFirst() }
      before.append(current)
    }
    relations.sort { ($0.stated, $0.kind.rawValue) < ($1.stated, $1.kind.rawValue) }
    return relations
  }
}
