import Documents
public import Reports
import SourceText

/// Finds sections that two reports have from each other: copied from another body, kept from last year, or one report handed in twice.
///
/// Reports of one region share much that nobody copied: set phrases, the plan's headings, sentences of a superior's template. So two
/// things have to come together: most of one section stands in the other, and so does a good part of what only few bodies' reports have
/// at all – words, or else figures or a row of sentences.
///
/// The words are winnowed fingerprints (Schleimer, Wilkerson and Aiken, “Winnowing”, SIGMOD 2003). Punctuation and the body's own name
/// are passed over and figures count apart, so that they may differ in a copy.
public struct CopyFinder: Sendable {
  /// What stands in the reports of more bodies than this is stock, whatever the size of the folder.
  private static let mostSharing = 10
  /// From so many bodies on a folder tells its stock phrases from what two reports say alike.
  private static let tellingBodies = 20
  /// A group of alike sentences is compared among its first so many.
  private static let mostOfOneTrait = 64

  private var documents: [ComparedDocument] = []
  private var sections: [ComparedSection] = []
  private var sentences: [ComparedSentence] = []
  private var traits: [Trait] = []
  private var bodies: [[UInt8]: Int] = [:]
  private var bodyCount = 0
  private let names: BodyNames

  /// A finder without reports; `names` tells which of them are of one body.
  public init(names: BodyNames) { self.names = names }

  /// Takes in a report; `path` is how it is called in the result.
  public mutating func add(_ report: Report, path: String) {
    let name = report.issuer.map { names.canonical($0.name) }
    let known = name.flatMap { bodies[$0] }
    let body = known ?? bodyCount
    if known == nil {
      bodyCount += 1
      if let name { bodies[name] = body }
    }
    add(report, ComparedDocument(report, path: path, body: body, names: names))
  }

  /// Takes in a text whose sentences are no copies wherever they stand: a superior's template, plan or notice.
  public mutating func leaveOut(_ report: Report) {
    add(report, ComparedDocument(report, path: "", body: nil, names: names))
  }

  private mutating func add(_ report: Report, _ document: ComparedDocument) {
    for range in ComparedSection.ranges(of: report, all: document.body == nil) {
      var section = ComparedSection(
        document: documents.count, heading: range.heading, line: range.line,
        sentences: sentences.count..<sentences.count)
      let first = report.sentences.partitioningIndex { $0.end > range.extent.start }
      var before: [UInt16]?
      for place in report.sentences[first...].prefix(while: { $0.start < range.extent.end }) {
        let words = document.words(of: place)
        let line = report.document.line(of: report.text.source(place).start).number
        let index = UInt32(clamping: sentences.count)
        sentences.append(
          ComparedSentence(section: sections.count, place: place, line: line, characters: words.characters.count))
        Trait.collect(of: words, after: before, sentence: index, into: &traits)
        before = words.characters
      }
      section.sentences = section.sentences.lowerBound..<sentences.count
      sections.append(section)
    }
    documents.append(document)
  }

  /// What was found.
  public struct Result: Sendable {
    /// By pairs of documents, in the order in which the documents were taken in; the sections of a pair in the order of the text.
    public var copies: [CopiedPassage]
    /// Sentences that were left out since too many reports have them.
    public var stockSentences: Int

    /// Takes what a finder found, the passages in the order in which they are shown.
    public init(copies: [CopiedPassage], stockSentences: Int) {
      self.copies = copies
      self.stockSentences = stockSentences
    }
  }

  /// In how many bodies' reports a sentence may stand before it is a stock phrase.
  private var mostBodies: Int { min(Self.mostSharing, max(3, bodyCount / 20)) }

  /// The copied passages among the reports taken in; each pair of sections once.
  public consuming func copies() -> Result {
    traits.sort { ($0.hash, $0.sentence) < ($1.hash, $1.sentence) }
    let shared = markStock()
    var counts: [UInt64: SharedTraits] = [:]
    for group in shared { eachPair(of: group) { counts[$0.sections, default: SharedTraits()].count($0.trait) } }
    counts = counts.filter { pair, shared in
      shared.tell(
        sections[Int(pair >> 32)], sections[Int(pair & 0xFFFF_FFFF)], stockIsKnown: bodyCount >= Self.tellingBodies)
    }
    var links: [UInt64: [SentenceLink]] = [:]
    for group in shared where traits[group.lowerBound].kind != .joint {
      eachPair(of: group) { if counts[$0.sections] != nil { links[$0.sections, default: []].append($0.link) } }
    }
    var bigrams: [Int: [[UInt32]]] = [:]
    let copies = counts.keys.sorted { order($0) < order($1) }.compactMap { pair in
      counts[pair].flatMap { passage(pair, $0, links[pair] ?? [], &bigrams) }
    }
    let stock = sentences.count { $0.isStock && documents[sections[$0.section].document].body != nil }
    return Result(copies: copies, stockSentences: stock)
  }

  private func order(_ pair: UInt64) -> (Int, Int, UInt64) {
    (sections[Int(pair >> 32)].document, sections[Int(pair & 0xFFFF_FFFF)].document, pair)
  }

  /// Counts for each section what few bodies have, and for each sentence what many have; gives the ranges of `traits` that are of the
  /// first sort and stand in two documents or more.
  private mutating func markStock() -> [Range<Int>] {
    var shared: [Range<Int>] = []
    var start = 0
    while start < traits.count {
      var end = start + 1
      while end < traits.count, traits[end].hash == traits[start].hash { end += 1 }
      let isStock = isStock(start..<end)
      var section = -1
      for trait in traits[start..<end] {
        let sentence = Int(trait.sentence)
        if trait.kind == .words {
          if isStock { sentences[sentence].stockPrints += 1 } else { sentences[sentence].ownPrints += 1 }
        }
        // Traits of one section stand beside each other.
        if isStock || sentences[sentence].section == section { continue }
        section = sentences[sentence].section
        sections[section].own.count(trait)
      }
      if !isStock, end - start > 1 { shared.append(start..<end) }
      start = end
    }
    return shared
  }

  private func isStock(_ group: Range<Int>) -> Bool {
    var seen: [Int] = []
    for trait in traits[group] {
      guard let body = documents[document(of: trait)].body else { return true }
      if seen.contains(body) { continue }
      seen.append(body)
      if seen.count > mostBodies { return true }
    }
    return false
  }

  private func document(of trait: Trait) -> Int { sections[sentences[Int(trait.sentence)].section].document }

  /// Two sections of two documents that have a trait.
  private struct TraitPair {
    /// The positions of the two sections.
    var sections: UInt64
    var link: SentenceLink
    var trait: Trait
  }

  /// Two sections of two documents for each pair of them that have a trait.
  private func eachPair(of group: Range<Int>, _ body: (TraitPair) -> Void) {
    let group = group.prefix(Self.mostOfOneTrait)
    var left = -1
    for first in group {
      let one = sentences[Int(traits[first].sentence)].section
      if one == left { continue }
      left = one
      var right = -1
      for second in group where second > first {
        let other = sentences[Int(traits[second].sentence)].section
        if other == right || sections[one].document == sections[other].document { continue }
        right = other
        body(
          TraitPair(
            sections: UInt64(one) << 32 | UInt64(other),
            link: SentenceLink(first: Int(traits[first].sentence), second: Int(traits[second].sentence)),
            trait: traits[first]))
      }
    }
  }

  /// Compares two sections sentence by sentence.
  private func passage(
    _ pair: UInt64, _ shared: SharedTraits, _ links: [SentenceLink], _ bigrams: inout [Int: [[UInt32]]]
  ) -> CopiedPassage? {
    let (left, right) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
    for section in [left, right] where bigrams[section] == nil {
      let document = documents[sections[section].document]
      bigrams[section] = sentences[sections[section].sentences].map { document.words(of: $0.place).bigrams }
    }
    let (first, second) = (sections[left], sections[right])
    let likeness = SectionLikeness(
      sentences[first.sentences], bigrams[left] ?? [], sentences[second.sentences], bigrams[right] ?? [],
      links: links)
    guard
      let evidence = shared.evidence(
        first, second, share: likeness.share, stockIsKnown: bodyCount >= Self.tellingBodies)
    else { return nil }
    let linked = Set(links.map(\.first))
    var pairs = likeness.pairs.filter { linked.contains($0.first) }
    if evidence == .order || pairs.isEmpty { pairs = likeness.pairs }
    // Of a report that is all one section, what was changed may be most.
    if pairs.count < 4, likeness.share < 50 { return nil }
    return CopiedPassage(
      kind: kind(documents[first.document], documents[second.document]), evidence: evidence, first: side(first),
      second: side(second), share: likeness.share,
      sentences: pairs.map { pair in
        CopiedPassage.SentencePair(
          first: text(pair.first), second: text(pair.second), firstLine: line(of: pair.first),
          secondLine: line(of: pair.second))
      })
  }

  private func kind(_ first: ComparedDocument, _ second: ComparedDocument) -> CopiedPassage.Kind {
    guard let one = first.issuer, let other = second.issuer, names.mean(names.canonical(one), names.canonical(other))
    else { return .otherBody }
    guard let year = first.year, let otherYear = second.year, year != otherYear else { return .sameReport }
    return .otherYear
  }

  private func side(_ section: ComparedSection) -> CopiedPassage.Side {
    let document = documents[section.document]
    return CopiedPassage.Side(
      path: document.path, issuer: document.issuer, year: document.year, heading: section.heading,
      line: document.line(section.line))
  }

  private func line(of sentence: Int) -> LineNumber {
    documents[sections[sentences[sentence].section].document].line(sentences[sentence].line)
  }

  private func text(_ sentence: Int) -> String {
    documents[sections[sentences[sentence].section].document].string(sentences[sentence].place)
  }
}
