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
    for (index, hit) in hits.enumerated() where hit.term < topic.terms.count {
      lastHit[hit.term] = index
      if hit.sentence != lastSentence { sentences.append(report.sentences[hit.sentence]) }
      lastSentence = hit.sentence
    }
    guard !sentences.isEmpty else { return }
    for (term, hit) in zip(topic.terms, lastHit) where hit >= 0 { terms.append(term.words) }

    let dedicated = Self.dedicated(to: topic, hits: hits, regions: regions, in: report)
    isDiscussed = !dedicated.isEmpty || Self.hasPassage(on: topic, hits: hits, in: report)
    readBlocks(of: hits, topic: topic, dedicated: dedicated, in: report)
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
      if distinctTerms == 0 { continue }
      let isDedicated = dedicated.contains { $0.contains(range.start) }
      if isDedicated {
        facts += report.facts(in: range)
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
      for hit in hits[first..<index] where hit.term < lastBlock.count && hit.sentence != lastSentence {
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
    for phrase in topic.headings {
      for named in report.matches.ranges(of: phrase) {
        // Few headings name a topic, so the way from the words to the heading is the shorter one.
        guard let index = report.sectionIndex(headedAt: named) else { continue }
        let section = report.sections[index]
        guard !parts.contains(section.extent), regions.contains(where: { $0.contains(section.heading) }) else {
          continue
        }
        let start = max(section.heading.end, section.extent.start)
        let isBorneOut = hits.contains {
          $0.term < topic.terms.count && $0.start >= start && $0.end <= section.extent.end
        }
        if isBorneOut { parts.append(section.extent) }
      }
    }
    return parts
  }

  /// The first terms, in a list.
  func listed(_ count: Int) -> String {
    var text = ""
    for term in terms.prefix(count) {
      if !text.isEmpty { text += "、" }
      text += term
    }
    return text
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
    var found: [Hit] = []
    for (index, term) in topic.terms.enumerated() { collect(term, index, regions, report, into: &found) }
    for (index, term) in topic.support.enumerated() {
      collect(term, topic.terms.count + index, regions, report, into: &found)
    }
    found.sort { left, right in
      if left.start != right.start { return left.start < right.start }
      return left.end != right.end ? left.end > right.end : left.term < right.term
    }
    var kept = 0
    var sentence = 0
    for var hit in found {
      while sentence < report.sentences.count, report.sentences[sentence].end <= hit.start { sentence += 1 }
      guard sentence < report.sentences.count, report.sentences[sentence].start <= hit.start else { continue }
      if kept > 0, hit.end <= found[kept - 1].end { continue }
      hit.sentence = sentence
      found[kept] = hit
      kept += 1
    }
    found.removeSubrange(kept...)
    return found
  }

  private static func collect(
    _ term: Topic.Term, _ number: Int, _ regions: [FoldedRange], _ report: Report, into found: inout [Hit]
  ) {
    report.matches.each(of: term.phrase) { range in
      for region in regions where region.contains(range) {
        found.append(Hit(start: range.start, end: range.end, term: number))
        return
      }
    }
  }
}
