package import Matching
import Reports
import SourceText
package import YAMLReading

/// `mention: {any: […], in: […]}`: words stand in given places.
///
///     require: {mention: {any: [原因在于, 主要原因], in: shortcomings}}
package struct MentionCheck: Sendable {
  /// One of these phrases or patterns …
  package var any: [PhraseID]
  package var patterns: [Pattern]
  /// … and all of these phrases occur.
  package var all: [PhraseID]
  package var places: [Place]
  /// Places inside those that do not count.
  package var outside: [Place]
  /// Phrases that rule out the sentence in which they stand.
  package var without: [PhraseID]
  /// In how many sentences it must occur.
  package var sentences: Bounds<Int>
  /// The words as the rule's author wrote them, for messages.
  package var words: [String]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    let regions = places.flatMap { $0.regions(in: report) }
    let excluded = outside.flatMap { $0.regions(in: report) }
    let asked = words.prefix(4).joined(separator: "、") + (words.count > 4 ? "…" : "")
    if regions.isEmpty {
      return Answer(
        truth: .absent, message: Wording(zh: "没有可供查找“\(asked)”的部分", en: "The part in which to look for “\(asked)” is not there"),
        evidence: [])
    }
    var hits: [FoldedRange] = []
    func keep(_ range: FoldedRange) {
      guard regions.contains(where: { $0.contains(range) }), !excluded.contains(where: { $0.overlaps(range) }) else {
        return
      }
      if !without.isEmpty, report.matches.hasAny(of: without, in: report.sentence(around: range)) { return }
      hits.append(range)
    }
    for phrase in any { for range in report.matches.ranges(of: phrase) { keep(range) } }
    for pattern in patterns {
      do {
        for region in regions { for match in try pattern.matches(in: report.text, range: region) { keep(match.range) } }
      } catch {
        return Answer(truth: .unknown, message: error.message, evidence: [])
      }
    }
    for phrase in all {
      let ranges = report.matches.ranges(of: phrase).filter { range in
        regions.contains { $0.contains(range) } && !excluded.contains { $0.overlaps(range) }
      }
      if ranges.isEmpty {
        hits = []
        break
      }
      if any.isEmpty && patterns.isEmpty { hits.append(contentsOf: ranges) }
    }
    hits.sort()
    var shown: [FoldedRange] = []
    for hit in hits {
      let sentence = report.sentence(around: hit)
      if shown.last != sentence { shown.append(sentence) }
    }
    guard let first = hits.first, sentences.contains(shown.count) else {
      return Answer(
        truth: .absent,
        message: Wording(zh: "没有找到“\(asked)”一类的表述", en: "Nothing like “\(asked)” was found"),
        evidence: regions.first.map { [.nearest(context.report.sentence(around: FoldedRange($0.start, $0.start)))] } ?? [],
        found: ["count": Wording("\(shown.count)")])
    }
    return Answer(
      truth: .holds,
      message: Wording(
        zh: "第\(context.line(of: first.start))行“\(context.excerpt(first))”",
        en: "line \(context.line(of: first.start)), “\(context.excerpt(first))”"),
      evidence: shown.prefix(3).map(Answer.Trace.found),
      found: [
        "found": Wording(context.excerpt(first)), "count": Wording("\(shown.count)"),
        "line": Wording("\(context.line(of: first.start))"),
      ])
  }
}

extension MentionCheck {
  /// Reads what stands under `mention`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let any = reader.strings("any")
    let all = reader.strings("all")
    let sources = reader.strings("patterns")
    let places = reader.strings("in", .required)
    let outside = reader.strings("outside")
    let without = reader.strings("without")
    let sentences = reader.range("sentences")
    if any.isEmpty && all.isEmpty && sources.isEmpty {
      reader.report(
        Wording(zh: "要写明找什么：any、all 或 patterns。", en: "say what to look for: `any`, `all` or `patterns`"))
    }
    var patterns: [Pattern] = []
    for source in sources {
      do {
        patterns.append(try Pattern(source.value))
      } catch {
        reader.report(error.message, at: source)
      }
    }
    self.init(
      any: draft.phraseIDs(any), patterns: patterns, all: draft.phraseIDs(all), places: draft.places(places),
      outside: draft.places(outside), without: draft.phraseIDs(without),
      sentences: sentences?.value ?? Bounds(lower: 1, upper: nil), words: (any + all + sources).map(\.value))
  }
}
