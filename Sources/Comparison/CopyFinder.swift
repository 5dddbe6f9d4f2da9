import Documents
package import Reports
import SourceText

/// Finds passages that stand in two reports of a folder: copied from another body's report, from last year's, or one report handed in twice.
///
/// Sections are compared by winnowed fingerprints of ten Chinese characters in a row (Schleimer, Wilkerson and Aiken, “Winnowing”,
/// SIGMOD 2003). Figures, punctuation and Latin letters are passed over, so that a copy with other numbers is still a copy. What stands
/// in more than a few of the reports is a stock phrase and says nothing.
package struct CopyFinder: Sendable {
  /// Chinese characters of one fingerprint.
  static let shingle = 10
  /// A copied passage of `shingle + window - 1` characters is always noticed.
  static let window = 8
  /// Sections with fewer Chinese characters are not compared: titles of laws and offices alone make them alike.
  static let leastCharacters = 80
  /// A section is copied when this share of its fingerprints, in percent, stands in one section of another report.
  static let leastShare = 50

  /// A stretch of a report that is compared as one.
  struct Unit: Sendable {
    var document: Int
    var heading: String
    var line: LineNumber
    /// Ascending by place.
    var prints: [Print]
    var sentences: [Sentence]
  }

  struct Print: Sendable {
    var hash: UInt64
    /// Position in the unit's sentences.
    var sentence: Int
  }

  struct Sentence: Sendable {
    var text: String
    var line: LineNumber
  }

  private var documents: [(path: String, issuer: String?, year: Int?)] = []
  private var units: [Unit] = []

  package init() {}

  /// Takes in a report; `path` is how it is called in the result.
  package mutating func add(_ report: Report, path: String) {
    let document = documents.count
    documents.append((path, report.issuer?.name, report.reportYear?.value))
    var ranges = report.sections.map { (heading: report.text.string($0.heading), range: $0.body) }
    if let preamble = report.preamble { ranges.insert(("", preamble), at: 0) }
    if ranges.isEmpty { ranges = [("", report.body)] }
    for (heading, range) in ranges where report.hanCharacters(in: range) >= CopyFinder.leastCharacters {
      units.append(unit(of: report, in: range, heading: heading, document: document))
    }
  }

  private func unit(of report: Report, in range: FoldedRange, heading: String, document: Int) -> Unit {
    let first = report.sentences.partitioningIndex { $0.end > range.start }
    let inside = report.sentences[first...].prefix { $0.start < range.end }
    let sentences = inside.map { sentence in
      Sentence(text: report.text.string(sentence), line: report.document.line(of: report.text.source(sentence).start))
    }
    return Unit(
      document: document, heading: heading, line: report.document.line(of: report.text.source(range).start),
      prints: CopyFinder.prints(of: sentences.map(\.text)), sentences: sentences)
  }

  /// The winnowed fingerprints of sentences that follow each other.
  static func prints(of sentences: [String]) -> [Print] {
    var characters: [(scalar: UInt64, sentence: Int)] = []
    for (index, sentence) in sentences.enumerated() {
      for scalar in sentence.unicodeScalars where (0x4E00...0x9FFF).contains(scalar.value) {
        characters.append((UInt64(scalar.value), index))
      }
    }
    if characters.count < shingle { return [] }
    let hashes = (0...(characters.count - shingle)).map { start in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for character in characters[start..<(start + shingle)] {
        hash = (hash ^ character.scalar) &* 0x0000_0100_0000_01B3
        hash ^= hash >> 29
      }
      return hash
    }
    var prints: [Print] = []
    var last = -1
    for start in 0...max(0, hashes.count - window) {
      let end = min(start + window, hashes.count)
      var least = start
      for index in start..<end where hashes[index] <= hashes[least] { least = index }
      if least == last { continue }
      last = least
      prints.append(Print(hash: hashes[least], sentence: characters[least].sentence))
    }
    return prints
  }

  /// The copied passages, the most copied first; each pair of sections once.
  package func copies() -> [CopiedPassage] {
    var places: [UInt64: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      for hash in Set(unit.prints.map(\.hash)) { places[hash, default: []].append(index) }
    }
    let stockLimit = max(3, documents.count / 20)
    var shared: [Pair: Int] = [:]
    var telling = [Int](repeating: 0, count: units.count)
    for indices in places.values {
      if Set(indices.map { units[$0].document }).count > stockLimit { continue }
      for (position, first) in indices.enumerated() {
        telling[first] += 1
        for second in indices[(position + 1)...] where units[first].document != units[second].document {
          shared[Pair(first: first, second: second), default: 0] += 1
        }
      }
    }
    return shared.compactMap { pair, count -> CopiedPassage? in
      // Of a section that is nearly all stock phrases the rest is too little to judge by.
      let base = min(telling[pair.first], telling[pair.second])
      if base < 4 || count * 100 < base * CopyFinder.leastShare { return nil }
      return passage(pair, share: min(100, count * 100 / base))
    }.sorted { left, right in
      if left.share != right.share { return left.share > right.share }
      return (left.first.path, left.first.line.number, left.second.path, left.second.line.number)
        < (right.first.path, right.first.line.number, right.second.path, right.second.line.number)
    }
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  private func passage(_ pair: Pair, share: Int) -> CopiedPassage {
    let (first, second) = (units[pair.first], units[pair.second])
    var origin: [UInt64: Int] = [:]
    for print in second.prints { origin[print.hash] = print.sentence }
    var sentences: [CopiedPassage.SentencePair] = []
    var seen = Set<Int>()
    for print in first.prints {
      guard let other = origin[print.hash], seen.insert(print.sentence).inserted else { continue }
      sentences.append(
        CopiedPassage.SentencePair(
          first: first.sentences[print.sentence].text, second: second.sentences[other].text,
          firstLine: first.sentences[print.sentence].line, secondLine: second.sentences[other].line))
    }
    return CopiedPassage(first: side(first), second: side(second), share: share, sentences: sentences)
  }

  private func side(_ unit: Unit) -> CopiedPassage.Side {
    let document = documents[unit.document]
    return CopiedPassage.Side(
      path: document.path, issuer: document.issuer, year: document.year, heading: unit.heading, line: unit.line)
  }
}
