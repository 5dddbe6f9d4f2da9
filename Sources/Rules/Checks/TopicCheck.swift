import Matching
import Reports
import SourceText
import YAMLReading

/// `topic: NAME`: a topic of the pack is treated, with facts, or at least touched.
///
///     require: {topic: emergencies}
///
/// What counts as treated stands with the topic: a part of its own or enough sentences, and facts in the same paragraphs.
package struct TopicCheck: Sendable {
  /// Position in `RulePack.topics`.
  package var topic: Int
  package var degree: Degree
  /// Where to look instead of in the topic's own places.
  package var places: [Place]?

  package enum Degree: String, CaseIterable, Sendable {
    /// In a part of its own or in enough sentences, with facts.
    case treated
    /// In a part of its own or in enough sentences.
    case discussed
    /// Named at least once.
    case touched
  }

  func answer(in context: EvaluationContext) -> Answer {
    let topic = context.pack.topics[self.topic]
    let reading = TopicReading(topic: topic, places: places ?? topic.places, in: context.report)
    let found: [String: Wording] = [
      "count": Wording("\(reading.sentences.count)"), "found": Wording(reading.terms.prefix(5).joined(separator: "、")),
    ]
    let holds =
      switch degree {
      case .touched: !reading.sentences.isEmpty
      case .discussed: reading.isDiscussed
      case .treated: reading.isDiscussed && reading.facts >= topic.facts
      }
    let evidence = reading.evidence.map(Answer.Trace.found)
    if holds {
      return Answer(truth: .holds, message: summary(reading, in: context), evidence: evidence, found: found)
    }
    guard let first = reading.sentences.first else {
      return Answer(
        truth: .absent,
        message: Wording(
          zh: "没有写到“\(topic.title.zh)”，未见“\(topic.shownTerms)”等内容",
          en: "Nothing on “\(topic.title.en)”: no mention of \(topic.shownTerms)"),
        evidence: [.slot(context.slot(for: .measures))], found: found)
    }
    return Answer(
      truth: .absent,
      message: Wording(
        zh: "“\(topic.title.zh)”只有零散提及(第\(context.line(of: first.start))行),"
          + (reading.isDiscussed ? "没有数据、文件或案例" : "没有专门的内容"),
        en: "“\(topic.title.en)” is only touched on (line \(context.line(of: first.start))), "
          + (reading.isDiscussed ? "without a figure, document or case" : "without a passage of its own")),
      evidence: evidence.map { .nearest($0.range) } + [.slot(context.slot(for: .measures))], found: found)
  }

  private func summary(_ reading: TopicReading, in context: EvaluationContext) -> Wording {
    let lines = reading.evidence.map { context.line(of: $0.start) }
    let first = lines.min() ?? 0
    let terms = reading.terms.prefix(4).joined(separator: "、")
    return Wording(
      zh: "\(reading.sentences.count)句写到“\(terms)”等，具体数据或文件\(reading.facts)处，主要见第\(first)行",
      en: "\(reading.sentences.count) sentences on \(terms), \(reading.facts) facts, mainly at line \(first)")
  }
}

/// Where one report treats one topic.
struct TopicReading {
  /// The sentences that name the topic, in reading order.
  private(set) var sentences: [FoldedRange] = []
  /// The distinct terms found, in the order of the topic's list.
  private(set) var terms: [String] = []
  private(set) var isDiscussed = false
  /// Figures and titled documents in the paragraphs that treat the topic.
  private(set) var facts = 0
  /// The sentences of the densest paragraph that name the topic, three at most.
  private(set) var evidence: [FoldedRange] = []

  init(topic: Topic, places: [Place], in report: Report) {
    let regions = places.flatMap { $0.regions(in: report) }
    guard !regions.isEmpty else { return }
    let hits = Self.hits(of: topic, regions: regions, in: report)
    let core = hits.filter(\.isCore)
    guard !core.isEmpty else { return }
    sentences = Self.distinct(core.map(\.sentence)).map { report.sentences[$0] }
    let named = Set(core.map(\.term))
    terms = named.sorted().map { topic.terms[$0].words }

    // A heading that names the topic makes its part one of the topic's own when the part's text bears it out.
    let dedicated = report.sections.filter { section in
      regions.contains { $0.contains(section.heading) } && report.matches.hasAny(of: topic.headings, in: section.heading)
        && core.contains { section.extent.contains($0.range) && $0.range.start >= section.heading.end }
    }
    let bySentences = sentences.count >= topic.sentences && named.count >= topic.distinctTerms
    isDiscussed = !dedicated.isEmpty || bySentences

    var best: (block: Int, score: Int)?
    var blocks: [Int: (terms: Set<Int>, all: Int, sentences: [Int])] = [:]
    for hit in hits {
      guard let block = report.text.block(at: hit.range.start) else { continue }
      blocks[block, default: ([], 0, [])].all += 1
      if hit.isCore {
        blocks[block]?.terms.insert(hit.term)
        if blocks[block]?.sentences.last != hit.sentence { blocks[block]?.sentences.append(hit.sentence) }
      }
    }
    let ordered = blocks.sorted { $0.key < $1.key }
    for (block, seen) in ordered where !seen.terms.isEmpty {
      facts += report.facts(in: report.text.blocks[block])
      let isDedicated = dedicated.contains { $0.extent.contains(report.text.blocks[block].start) }
      let score = seen.terms.count * 4 + min(seen.all, 8) + (isDedicated ? 12 : 0)
      if best.map({ score > $0.score }) ?? true { best = (block, score) }
    }
    if let best, let seen = blocks[best.block] {
      evidence = Self.distinct(seen.sentences).prefix(3).map { report.sentences[$0] }
    }
  }

  private struct Hit {
    var range: FoldedRange
    var sentence: Int
    /// Position in the topic's core terms, or in its supporting ones.
    var term: Int
    var isCore: Bool
  }

  /// The occurrences of the topic's terms, in reading order; a term inside a longer one does not count twice.
  private static func hits(of topic: Topic, regions: [FoldedRange], in report: Report) -> [Hit] {
    var hits: [Hit] = []
    func collect(_ terms: [Topic.Term], isCore: Bool) {
      for (index, term) in terms.enumerated() {
        for range in report.matches.ranges(of: term.phrase) where regions.contains(where: { $0.contains(range) }) {
          guard let sentence = report.sentenceIndex(at: range.start) else { continue }
          hits.append(Hit(range: range, sentence: sentence, term: index, isCore: isCore))
        }
      }
    }
    collect(topic.terms, isCore: true)
    collect(topic.support, isCore: false)
    hits.sort { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) }
    var kept: [Hit] = []
    for hit in hits {
      if let last = kept.last, hit.range.end <= last.range.end { continue }
      kept.append(hit)
    }
    return kept
  }

  /// Ascending numbers without repeats.
  private static func distinct(_ numbers: [Int]) -> [Int] {
    var result: [Int] = []
    for number in numbers.sorted() where result.last != number { result.append(number) }
    return result
  }
}

extension TopicCheck {
  /// Reads `topic`, `degree` and `in`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let name = reader.string("topic", .required)
    let degree = reader.choice("degree", of: Degree.self)
    let places = reader.strings("in")
    guard let name,
      let topic = draft.position(
        of: name, among: draft.topics.map(\.key), what: Wording(zh: "主题", en: "the topic"))
    else { return nil }
    self.init(
      topic: topic, degree: degree?.value ?? .treated, places: places.isEmpty ? nil : draft.places(places))
  }
}
