import Documents
import Reports
import SourceText

/// A report as copies are looked for in it.
struct ComparedDocument: Sendable {
  var path: String
  var issuer: String?
  var year: Int?
  /// Whose report it is, by number; nil for a text whose sentences are nobody's.
  var body: Int?
  /// What the numbers of its lines count.
  private let lineUnit: LineNumber.Unit
  /// The folded text.
  private let bytes: [UInt8]
  /// The body's own names of regions, as they are folded: 云溪.
  private let ownNames: [[UInt8]]

  init(_ report: Report, path: String, body: Int?, names: BodyNames) {
    self.path = path
    self.body = body
    issuer = report.issuer?.name
    year = report.reportYear?.value
    lineUnit = report.document.lineUnit
    bytes = report.text.bytes
    ownNames = issuer.map { names.regions(of: $0, in: report.text.bytes) } ?? []
  }

  func line(_ number: Int) -> LineNumber { LineNumber(number, of: lineUnit) }

  func string(_ range: FoldedRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }

  /// The words of a sentence, without the body's own name: with that each report has its own version of every stock phrase.
  func words(of range: FoldedRange) -> SentenceWords {
    var words = SentenceWords()
    let span = bytes.span
    var index = range.start
    while index < range.end {
      let byte = span[index]
      switch byte {
      // The Chinese characters of U+4E00 to U+9FFF are E4 B8 80 to E9 BF BF.
      case 0xE4...0xE9 where index + 2 < range.end:
        if let name = ownNames.first(where: { span.holds($0, at: index) }) {
          index += name.count
        } else {
          let high = UInt16(byte & 0x0F) << 12
          words.characters.append(high | UInt16(span[index + 1] & 0x3F) << 6 | UInt16(span[index + 2] & 0x3F))
          index += 3
        }
      case 0x30...0x39:
        let start = index
        while index < range.end, (0x30...0x39).contains(span[index]) || span[index] == 0x2E { index += 1 }
        words.addFigure(span, FoldedRange(start, index))
      default: index += 1
      }
    }
    return words
  }
}

/// A stretch of a report that is compared as one.
struct ComparedSection: Sendable {
  var document: Int
  var heading: String
  var line: Int
  /// Positions among all sentences.
  var sentences: Range<Int>
  /// How much it has that few reports have.
  var own = SharedTraits()

  /// Stretches with fewer Chinese characters are not compared: titles of laws and offices alone make them alike.
  private static let leastCharacters = 80
  /// What stands before the first heading is mostly said in set phrases.
  private static let leastOfPreamble = 200
  /// A longer section is compared by the sections in it.
  private static let mostCharacters = 600

  /// The stretches of a report that are compared, in reading order, each with its heading and line.
  static func ranges(of report: Report, all: Bool) -> [(heading: String, line: Int, extent: FoldedRange)] {
    var ranges: [(heading: FoldedRange?, extent: FoldedRange)] = []
    if let preamble = report.preamble, all || report.hanCharacters(in: preamble) >= leastOfPreamble {
      ranges.append((nil, preamble))
    }
    var index = 0
    while index < report.sections.count {
      let section = report.sections[index]
      let below = report.sections[(index + 1)...].prefix { $0.extent.start < section.extent.end }
      if below.isEmpty || report.hanCharacters(in: section.extent) <= mostCharacters {
        ranges.append((section.heading, section.extent))
        index += below.count + 1
      } else {
        ranges.append((section.heading, FoldedRange(section.extent.start, section.body.end)))
        index += 1
      }
    }
    if ranges.isEmpty { ranges.append((nil, report.body)) }
    return joined(ranges, of: report, least: all ? 0 : leastCharacters).map { range in
      (
        range.heading.map(report.text.string) ?? "",
        report.document.line(of: report.text.source(range.extent).start).number, range.extent
      )
    }
  }

  /// Puts what is too short to be compared together with what follows it.
  private static func joined(
    _ ranges: [(heading: FoldedRange?, extent: FoldedRange)], of report: Report, least: Int
  ) -> [(heading: FoldedRange?, extent: FoldedRange)] {
    var joined: [(heading: FoldedRange?, extent: FoldedRange)] = []
    var open: (heading: FoldedRange?, extent: FoldedRange)?
    for range in ranges {
      var next = range
      if let before = open { next = (before.heading, FoldedRange(before.extent.start, range.extent.end)) }
      open = nil
      if report.hanCharacters(in: next.extent) >= least { joined.append(next) } else { open = next }
    }
    // What is left over at the end belongs to what stands before it.
    if let open, let last = joined.indices.last { joined[last].extent.end = open.extent.end }
    return joined
  }
}

/// A sentence of a compared section.
struct ComparedSentence: Sendable {
  /// The section's position among all.
  var section: Int
  var place: FoldedRange
  /// In the document, from 1.
  var line: Int
  /// Chinese characters.
  var characters: Int
  /// How many of its fingerprints few reports have.
  var ownPrints = 0
  /// How many of its fingerprints more than a few reports have.
  var stockPrints = 0

  /// Whether it says what many reports say: four fifths of its fingerprints or more.
  var isStock: Bool { stockPrints > 0 && stockPrints >= ownPrints * 4 }
}
