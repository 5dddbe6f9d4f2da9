import Matching
import SourceText

/// The points that cues earn in each of many stretches of one text.
///
/// It goes from the words to the stretches: a text has few occurrences of a cue's words and many headings and paragraphs,
/// so asking each stretch for each word would cost more than the search for the words did.
struct CueReading {
  /// The stretches, ascending and not overlapping.
  private let stretches: [FoldedRange]
  private let matches: PhraseMatches
  private let years: [YearMention]
  private let reportYear: Int?
  /// For each 256 bytes of the text, how many stretches start before them: where the search for a stretch begins.
  private let passed: [Int32]

  private static let cell = 8

  init(stretches: [FoldedRange], matches: PhraseMatches, years: [YearMention], reportYear: Int?) {
    self.stretches = stretches
    self.matches = matches
    self.years = years
    self.reportYear = reportYear
    var passed: [Int32] = []
    if stretches.count > 1, let last = stretches.last {
      passed.reserveCapacity(last.start >> Self.cell + 2)
      for (index, stretch) in stretches.enumerated() {
        while passed.count << Self.cell <= stretch.start { passed.append(Int32(truncatingIfNeeded: index)) }
      }
    }
    self.passed = passed
  }

  /// The stretches that earn something by the cues, ascending, with the words that earned it in the order of the cues.
  func read(_ cues: [RoleCue], source: RoleReason.Source) -> [(stretch: Int, reasons: [RoleReason])] {
    var earned: [(stretch: Int, cue: Int, range: FoldedRange)] = []
    for (index, cue) in cues.enumerated() {
      for (stretch, range) in hits(of: cue) { earned.append((stretch, index, range)) }
    }
    earned.sort { ($0.stretch, $0.cue) < ($1.stretch, $1.cue) }
    var result: [(stretch: Int, reasons: [RoleReason])] = []
    for (stretch, cue, range) in earned {
      let reason = RoleReason(points: cues[cue].points, range: range, source: source)
      if let last = result.indices.last, result[last].stretch == stretch {
        result[last].reasons.append(reason)
      } else {
        result.append((stretch, [reason]))
      }
    }
    return result
  }

  /// A stretch and the first of a cue's words in it.
  private typealias Place = (stretch: Int, range: FoldedRange)

  /// The stretches in which a cue holds, ascending, each with the first of its words there.
  private func hits(of cue: RoleCue) -> [Place] {
    var found: [Place]?
    if !cue.any.isEmpty { found = places(of: cue.any) }
    for phrase in cue.all where found?.isEmpty != true { found = found.kept(where: places(of: [phrase])) }
    if let year = cue.year, found?.isEmpty != true { found = found.kept(where: places(of: year)) }
    guard let found, !found.isEmpty, !cue.none.isEmpty else { return found ?? [] }
    let excluded = places(of: cue.none)
    return found.filter { place in !excluded.contains { $0.stretch == place.stretch } }
  }

  /// Ascending, one place a stretch. Few words are found in headings and openings, so that lists are faster than tables.
  private func places(of phrases: [PhraseID]) -> [Place] {
    var places: [Place] = []
    for phrase in phrases {
      matches.each(of: phrase) { range in
        if let stretch = stretch(around: range) { places.append((stretch, range)) }
      }
    }
    return places.firstOfEach()
  }

  private func places(of year: RoleCue.Year) -> [Place] {
    guard let reportYear else { return [] }
    let wanted =
      switch year {
      case .report: reportYear
      case .next: reportYear + 1
      }
    var places: [Place] = []
    for mention in years where mention.value == wanted && !mention.isQuotedOrSpan {
      if let stretch = stretch(around: mention.range) { places.append((stretch, mention.range)) }
    }
    return places.firstOfEach()
  }

  /// The stretch that holds all of `range`.
  private func stretch(around range: FoldedRange) -> Int? {
    // Nearly always the first step is the last: cells are shorter than most paragraphs.
    let cell = range.start >> Self.cell
    var low = cell < passed.count ? Int(passed[cell]) : max(0, stretches.count - 1)
    while low < stretches.count, stretches[low].start <= range.start { low += 1 }
    guard low > 0, stretches[low - 1].contains(range) else { return nil }
    return low - 1
  }
}

extension [(stretch: Int, range: FoldedRange)] {
  /// The first place of each stretch, ascending.
  fileprivate func firstOfEach() -> Self {
    if count < 2 { return self }
    var places = self
    places.sort { $0.stretch != $1.stretch ? $0.stretch < $1.stretch : $0.range < $1.range }
    var kept = 1
    for place in places[1...] where place.stretch != places[kept - 1].stretch {
      places[kept] = place
      kept += 1
    }
    places.removeSubrange(kept...)
    return places
  }
}

extension [(stretch: Int, range: FoldedRange)]? {
  /// The places whose stretches are among the others'; all others when this is the first list.
  fileprivate func kept(where others: [(stretch: Int, range: FoldedRange)]) -> [(stretch: Int, range: FoldedRange)] {
    guard let self else { return others }
    return self.filter { place in others.contains { $0.stretch == place.stretch } }
  }
}
