import Matching
import Reports
import SourceText

/// Where one report treats one topic.
///
/// A report is read for each topic of a pack, so everything goes once through what was found, in the order of the text: no tables are
/// made but one of the topic's terms.
struct TopicReading {
  /// The sentences that name the topic, in reading order.
  private(set) var sentences: [FoldedRange] = []
  /// The distinct terms found, in the order of the topic's list.
  private(set) var terms: [String] = []
  private(set) var isDiscussed = false
  /// Figures and titled documents from the first to the last sentence of a paragraph that names the topic, and in all of the
  /// paragraphs of a part of its own.
  private(set) var facts = 0
  /// The sentences of the densest paragraph that name the topic, three at most.
  private(set) var evidence: [FoldedRange] = []

  init(topic: Topic, regions: [FoldedRange], in report: Report) {
    guard !regions.isEmpty else { return }
    let hits = Self.hits(of: topic, regions: regions, in: report)
    var lastHit = [Int](repeating: -1, count: topic.terms.count)
    var lastSentence = -1
    sentences.reserveCapacity(hits.count)
    for (index, hit) in hits.enumerated() where hit.term < topic.terms.count {
      lastHit[hit.term] = index
      if hit.sentence != lastSentence { sentences.append(report.sentences[hit.sentence]) }
      lastSentence = hit.sentence
    }
    let dedicated = Self.dedicated(to: topic, hits: hits, regions: regions, in: report)
    if sentences.isEmpty {
      readHeadings(of: topic, regions: regions, in: report)
      guard !dedicated.isEmpty else { return }
    }
    terms.reserveCapacity(lastHit.count)
    for term in lastHit.indices where lastHit[term] >= 0 { terms.append(topic.terms[term].words) }

    isDiscussed = !dedicated.isEmpty || Self.hasPassage(on: topic, hits: hits, in: report)
    readBlocks(of: hits, topic: topic, dedicated: dedicated, in: report)
  }

  /// Takes the headings that name the topic for want of anything in the text: it is named there, and no more.
  private mutating func readHeadings(of topic: Topic, regions: [FoldedRange], in report: Report) {
    for word in topic.headings {
      for named in report.matches.ranges(of: word.phrase) where regions.contains(where: { $0.contains(named) }) {
        guard let part = Self.part(headedBy: named, in: report) else { continue }
        sentences.append(part.heading)
        if terms.last != word.words { terms.append(word.words) }
      }
    }
    evidence = Array(sentences.prefix(1))
  }

  /// Counts the facts of the blocks that name the topic and takes the evidence from the best of them.
  private mutating func readBlocks(of hits: [Hit], topic: Topic, dedicated: [FoldedRange], in report: Report) {
    var lastBlock = [Int](repeating: -1, count: topic.terms.count)
    var bestScore = 0
    var index = 0
    while index < hits.count {
      guard let block = report.text.block(at: hits[index].start) else {
        index += 1
        continue
      }
      let range = report.text.blocks[block]
      let first = index
      var distinctTerms = 0
      while index < hits.count, hits[index].start < range.end {
        let term = hits[index].term
        if term < lastBlock.count, lastBlock[term] != block {
          lastBlock[term] = block
          distinctTerms += 1
        }
        index += 1
      }
      let isDedicated = dedicated.contains { $0.contains(range.start) }
      if isDedicated {
        facts += report.facts(in: range)
      } else if distinctTerms == 0 {
        continue
      } else {
        // What stands before the first and behind the last sentence on it may be about anything.
        let passage = FoldedRange(
          report.sentences[hits[first].sentence].start, report.sentences[hits[index - 1].sentence].end)
        facts += report.facts(in: passage)
      }
      let score = distinctTerms * 4 + min(index - first, 8) + (isDedicated ? 12 : 0)
      if score <= bestScore { continue }
      bestScore = score
      evidence.removeAll(keepingCapacity: true)
      var lastSentence = -1
      for hit in hits[first..<index] where hit.sentence != lastSentence {
        guard distinctTerms == 0 || hit.term < lastBlock.count else { continue }
        if evidence.count < 3 { evidence.append(report.sentences[hit.sentence]) }
        lastSentence = hit.sentence
      }
    }
  }

  /// Whether one part of the report has enough sentences and terms: a word here and a word there make no treatment.
  private static func hasPassage(on topic: Topic, hits: [Hit], in report: Report) -> Bool {
    var part = -1
    var seenPart = -1
    var next = 0
    var sentences = 0
    var terms = 0
    var lastSentence = -1
    var lastPart = [Int](repeating: -2, count: topic.terms.count)
    for hit in hits where hit.term < topic.terms.count {
      while next < report.sections.count, report.sections[next].heading.start <= hit.start {
        let parent = report.sections[next].parent
        // A part is a section at the top or one directly below: what stands deeper belongs to the same matter.
        if parent.map({ report.sections[$0].parent == nil }) ?? true { part = next }
        next += 1
      }
      if part != seenPart {
        seenPart = part
        (sentences, terms, lastSentence) = (0, 0, -1)
      }
      if hit.sentence != lastSentence { sentences += 1 }
      lastSentence = hit.sentence
      if lastPart[hit.term] != part { terms += 1 }
      lastPart[hit.term] = part
      if sentences >= topic.sentences, terms >= topic.distinctTerms { return true }
    }
    return false
  }

  /// The parts of the topic's own: those whose heading names it, when their text bears that out.
  private static func dedicated(
    to topic: Topic, hits: [Hit], regions: [FoldedRange], in report: Report
  ) -> [FoldedRange] {
    var parts: [FoldedRange] = []
    for index in topic.headings.indices where report.matches.occurs(topic.headings[index].phrase) {
      for named in report.matches.ranges(of: topic.headings[index].phrase) {
        // Few headings name a topic, so the way from the words to the heading is the shorter one.
        guard let part = part(headedBy: named, in: report), !parts.contains(part.extent),
          regions.contains(where: { $0.contains(named) }),
          hits.contains(where: { $0.start >= part.heading.end && $0.end <= part.extent.end })
        else { continue }
        parts.append(part.extent)
      }
    }
    return parts
  }

  /// The part in whose heading the words stand: a section, or a paragraph that opens with a short sentence as with a heading.
  private static func part(headedBy words: FoldedRange, in report: Report) -> (
    heading: FoldedRange, extent: FoldedRange
  )? {
    if let index = report.sectionIndex(headedAt: words) {
      let section = report.sections[index]
      return (section.heading, FoldedRange(min(section.heading.start, section.extent.start), section.extent.end))
    }
    guard let block = report.text.block(at: words.start) else { return nil }
    let paragraph = report.text.blocks[block]
    let next = report.sentences.partitioningIndex { $0.start > words.start }
    guard next > 0 else { return nil }
    let lead = report.sentences[next - 1]
    guard lead.start == paragraph.start, lead.count <= longestLead, lead.end < paragraph.end,
      !report.text.bytes[lead.start..<lead.end].contains(0x2C)
    else { return nil }
    return (lead, paragraph)
  }

  /// How long a paragraph's first sentence may be to lead it, in bytes of folded text (about 16 Chinese characters).
  private static let longestLead = 48

  /// The first terms, in a list.
  func listed(_ count: Int) -> String {
    terms.prefix(count).joined(separator: "、")
  }

  private struct Hit {
    var start: Int
    var end: Int
    /// Position in the topic's terms; its supporting terms count on behind them.
    var term: Int
    var sentence = -1
  }

  /// The occurrences of the topic's terms, in reading order; a term inside a longer one does not count twice.
  private static func hits(of topic: Topic, regions: [FoldedRange], in report: Report) -> [Hit] {
    var found: [UInt64] = []
    found.reserveCapacity(64)
    for index in topic.terms.indices { collect(topic.terms[index].phrase, index, regions, report, into: &found) }
    for index in topic.support.indices {
      collect(topic.support[index].phrase, topic.terms.count + index, regions, report, into: &found)
    }
    found.sort()
    var kept: [Hit] = []
    kept.reserveCapacity(found.count)
    var sentence = 0
    for key in found {
      let start = Int(key >> 32)
      let hit = Hit(start: start, end: start + Int(0xFFFF - (key >> 16 & 0xFFFF)), term: Int(key & 0xFFFF))
      while sentence < report.sentences.count, report.sentences[sentence].end <= hit.start { sentence += 1 }
      guard sentence < report.sentences.count, report.sentences[sentence].start <= hit.start else { continue }
      if let last = kept.last, hit.end <= last.end { continue }
      kept.append(hit)
      kept[kept.count - 1].sentence = sentence
    }
    return kept
  }

  /// Adds the occurrences of a term as numbers that sort by their start, the longest first, then by the term.
  private static func collect(
    _ phrase: PhraseID, _ number: Int, _ regions: [FoldedRange], _ report: Report, into found: inout [UInt64]
  ) {
    // Of a topic's many terms most don't occur.
    guard report.matches.occurs(phrase) else { return }
    report.matches.each(of: phrase) { range in
      for region in regions where region.contains(range) {
        let rest = 0xFFFF - UInt64(min(range.count, 0xFFFF))
        found.append(UInt64(range.start) << 32 | rest << 16 | UInt64(number & 0xFFFF))
        return
      }
    }
  }
}
