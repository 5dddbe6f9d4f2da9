import Matching
import Reports
import SourceText

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
    var isNamed = [Bool](repeating: false, count: topic.terms.count)
    var lastSentence = -1
    for hit in hits where hit.isCore {
      isNamed[hit.term] = true
      if hit.sentence != lastSentence { sentences.append(report.sentences[hit.sentence]) }
      lastSentence = hit.sentence
    }
    guard !sentences.isEmpty else { return }
    terms = isNamed.indices.filter { isNamed[$0] }.map { topic.terms[$0].words }
    let dedicated = Self.dedicated(to: topic, hits: hits, regions: regions, in: report)
    isDiscussed = !dedicated.isEmpty || Self.hasPassage(on: topic, hits: hits, in: report)

    var best: (passage: Range<Int>, score: Int)?
    for passage in Self.passages(of: hits) {
      let core = hits[passage].filter(\.isCore)
      guard !core.isEmpty else { continue }
      let block = report.text.blocks[hits[passage.lowerBound].block]
      facts += report.facts(in: block)
      let isDedicated = dedicated.contains { $0.contains(block.start) }
      let score = Self.distinct(core.map(\.term)).count * 4 + min(passage.count, 8) + (isDedicated ? 12 : 0)
      if best.map({ score > $0.score }) ?? true { best = (passage, score) }
    }
    guard let best else { return }
    evidence = Self.distinct(hits[best.passage].filter(\.isCore).map(\.sentence)).prefix(3).map { report.sentences[$0] }
  }

  private struct Hit {
    var range: FoldedRange
    var block: Int
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
          guard let sentence = report.sentenceIndex(at: range.start), let block = report.text.block(at: range.start)
          else { continue }
          hits.append(Hit(range: range, block: block, sentence: sentence, term: index, isCore: isCore))
        }
      }
    }
    collect(topic.terms, isCore: true)
    collect(topic.support, isCore: false)
    // Of two words in one place the longer comes first, and of one word in both lists the core term.
    func order(_ hit: Hit) -> (Int, Int, Int) { (hit.range.start, -hit.range.end, hit.isCore ? 0 : 1) }
    hits.sort { order($0) < order($1) }
    var kept: [Hit] = []
    for hit in hits {
      if let last = kept.last, hit.range.end <= last.range.end { continue }
      kept.append(hit)
    }
    return kept
  }

  /// The extents of the sections whose heading names the topic and whose text bears it out.
  private static func dedicated(
    to topic: Topic, hits: [Hit], regions: [FoldedRange], in report: Report
  ) -> [FoldedRange] {
    report.sections.filter { section in
      report.matches.hasAny(of: topic.headings, in: section.heading)
        && regions.contains { $0.contains(section.heading) }
        && hits.contains { $0.isCore && $0.range.start >= section.heading.end && section.extent.contains($0.range) }
    }.map(\.extent)
  }

  /// Whether one part of the report has enough sentences and terms: a word here and a word there make no treatment.
  private static func hasPassage(on topic: Topic, hits: [Hit], in report: Report) -> Bool {
    var part: Int?
    var sentences: [Int] = []
    var terms: [Int] = []
    for hit in hits where hit.isCore {
      let current = report.subject(at: hit.range.start)
      if current != part {
        part = current
        sentences = []
        terms = []
      }
      if sentences.last != hit.sentence { sentences.append(hit.sentence) }
      if !terms.contains(hit.term) { terms.append(hit.term) }
      if sentences.count >= topic.sentences, terms.count >= topic.distinctTerms { return true }
    }
    return false
  }

  /// The runs of hits, which come in reading order, that lie in one block.
  private static func passages(of hits: [Hit]) -> [Range<Int>] {
    var passages: [Range<Int>] = []
    var start = 0
    for index in hits.indices where index + 1 == hits.count || hits[index + 1].block != hits[index].block {
      passages.append(start..<(index + 1))
      start = index + 1
    }
    return passages
  }

  /// Ascending numbers without repeats.
  private static func distinct(_ numbers: [Int]) -> [Int] {
    var result: [Int] = []
    for number in numbers.sorted() where result.last != number { result.append(number) }
    return result
  }
}

extension Report {
  /// The section below a part of the report in which the byte at `offset` lies, or the part itself; nil outside of all sections.
  fileprivate func subject(at offset: Int) -> Int? {
    var subject: Int?
    for (index, section) in sections.enumerated() {
      if section.heading.start > offset { break }
      guard section.extent.contains(offset) else { continue }
      if section.parent == nil || sections[section.parent ?? 0].parent == nil { subject = index }
    }
    return subject
  }
}
