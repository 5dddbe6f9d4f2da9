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
    var hits: [Place] = []
    hits.reserveCapacity(32)
    for index in cues.indices {
      find(cues[index], &hits)
      for (stretch, range) in hits { earned.append((stretch, index, range)) }
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
  private func find(_ cue: RoleCue, _ found: inout [Place]) {
    found.removeAll(keepingCapacity: true)
    var isFirst = cue.any.isEmpty
    if !isFirst { collect(cue.any, &found) }
    func keep(_ others: [Place]) {
      if isFirst { found = others } else { found.keep(others) }
      isFirst = false
    }
    for phrase in cue.all where isFirst || !found.isEmpty { keep(places(of: [phrase])) }
    if let year = cue.year, isFirst || !found.isEmpty { keep(places(of: year)) }
    guard !found.isEmpty, !cue.none.isEmpty else { return }
    let excluded = places(of: cue.none)
    found.removeAll { place in excluded.contains { $0.stretch == place.stretch } }
  }

  private func places(of phrases: [PhraseID]) -> [Place] {
    var places: [Place] = []
    collect(phrases, &places)
    return places
  }

  /// Ascending, one place a stretch. Few words are found in headings and openings, so that lists are faster than tables.
  private func collect(_ phrases: [PhraseID], _ places: inout [Place]) {
    for phrase in phrases {
      matches.each(of: phrase) { range in
        if let stretch = stretch(around: range) { places.append((stretch, range)) }
      }
    }
    places.keepFirstOfEach()
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
    places.keepFirstOfEach()
    return places
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
  /// Leaves the first place of each stretch, ascending.
  fileprivate mutating func keepFirstOfEach() {
    if count < 2 { return }
    sort { $0.stretch != $1.stretch ? $0.stretch < $1.stretch : $0.range < $1.range }
    var kept = 1
    for next in 1..<count where self[next].stretch != self[kept - 1].stretch {
      self[kept] = self[next]
      kept += 1
    }
    removeSubrange(kept...)
  }

  /// Leaves the places whose stretches are among the others'.
  fileprivate mutating func keep(_ others: [(stretch: Int, range: FoldedRange)]) {
    removeAll { place in !others.contains { $0.stretch == place.stretch } }
  }
}
