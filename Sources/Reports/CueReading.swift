import Matching
import SourceText

/// The points that cues earn in each of many stretches of one text.
///
/// It goes from the words to the stretches: a text has few occurrences of a cue's words and many headings and paragraphs,
/// so asking each stretch for each word would cost more than the search for the words did.
struct CueReading {
  /// The stretches, ascending and not overlapping.
  let stretches: [FoldedRange]
  let matches: PhraseMatches
  let years: [YearMention]
  let reportYear: Int?

  /// What each stretch earns by the cues, with the words that earned it.
  func read(_ cues: [RoleCue], source: RoleReason.Source) -> [[RoleReason]] {
    var reasons = [[RoleReason]](repeating: [], count: stretches.count)
    for cue in cues {
      for (stretch, range) in hits(of: cue) {
        reasons[stretch].append(RoleReason(points: cue.points, range: range, source: source))
      }
    }
    return reasons
  }

  /// The stretches in which a cue holds, ascending, each with the first of its words there.
  private func hits(of cue: RoleCue) -> [(stretch: Int, range: FoldedRange)] {
    var found: [Int: FoldedRange] = [:]
    var isFirst = true
    func keep(_ next: [Int: FoldedRange]) {
      if isFirst {
        found = next
        isFirst = false
      } else {
        found = found.filter { next[$0.key] != nil }
      }
    }
    if !cue.any.isEmpty { keep(places(of: cue.any)) }
    for phrase in cue.all where isFirst || !found.isEmpty { keep(places(of: [phrase])) }
    if let year = cue.year, isFirst || !found.isEmpty { keep(places(of: year)) }
    if !cue.none.isEmpty, !found.isEmpty {
      let excluded = places(of: cue.none)
      found = found.filter { excluded[$0.key] == nil }
    }
    return found.sorted { $0.key < $1.key }.map { (stretch: $0.key, range: $0.value) }
  }

  private func places(of phrases: [PhraseID]) -> [Int: FoldedRange] {
    var places: [Int: FoldedRange] = [:]
    for phrase in phrases {
      for range in matches.ranges(of: phrase) {
        guard let stretch = stretch(around: range) else { continue }
        if let known = places[stretch], known <= range { continue }
        places[stretch] = range
      }
    }
    return places
  }

  private func places(of year: RoleCue.Year) -> [Int: FoldedRange] {
    guard let reportYear else { return [:] }
    let wanted =
      switch year {
      case .report: reportYear
      case .next: reportYear + 1
      }
    var places: [Int: FoldedRange] = [:]
    for mention in years where mention.value == wanted && !mention.isQuotedOrSpan {
      guard let stretch = stretch(around: mention.range), places[stretch] == nil else { continue }
      places[stretch] = mention.range
    }
    return places
  }

  /// The stretch that holds all of `range`.
  private func stretch(around range: FoldedRange) -> Int? {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].start <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, stretches[low - 1].contains(range) else { return nil }
    return low - 1
  }
}
