import Documents
public import Reports
public import Rules
import SourceText

/// What a finding is known by from one run to the next: 32 hexadecimal digits.
///
/// It is made of the rule, the document's path, and of each place of the finding the heading of the section that holds it and the
/// words that stand there, folded. Lines that move, sections that change their order or their number and new white space leave it as
/// it is; another word at the place, another heading or another document give another one. Of something missing it has the rule and the
/// document alone, since the place where it should stand says nothing about it.
public struct Fingerprint: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let description: String

  /// A fingerprint as it was written down.
  public init(_ description: String) { self.description = description }

  /// Whether a text has the form of a fingerprint.
  static func isOne(_ text: String) -> Bool {
    text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  public static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.description < right.description }

  /// The fingerprint of a finding: of the rule, the document and all its places together, in no order.
  public init(of finding: Finding, rule: Rule, path: String, report: Report) {
    self.init(of: Fingerprint.places(of: finding, rule: rule, path: path, report: report), rule: rule, path: path)
  }

  /// The fingerprint of a document that could not be read.
  public init(unreadable path: String) {
    var digest = StableDigest()
    digest.add("document.unreadable")
    digest.add(path)
    self.init(digest.hexadecimal)
  }

  /// The fingerprint of something that these words identify.
  public init(of words: [String]) {
    var digest = StableDigest()
    for word in words { digest.add(word) }
    self.init(digest.hexadecimal)
  }

  private init(of places: [Fingerprint], rule: Rule, path: String) {
    var digest = StableDigest()
    digest.add(rule.id)
    digest.add(path)
    for place in places { digest.add(place.description) }
    self.init(digest.hexadecimal)
  }

  /// A fingerprint for each place of a finding, ascending; one for a finding about something that is not there.
  ///
  /// Two equal places in one section are told apart by counting them.
  public static func places(of finding: Finding, rule: Rule, path: String, report: Report) -> [Fingerprint] {
    var seen: [String: Int] = [:]
    var places: [Fingerprint] = []
    for evidence in finding.evidence {
      guard case .found = evidence.kind else { continue }
      var digest = StableDigest()
      digest.add(rule.id)
      digest.add(path)
      digest.add(report.headingWords(around: evidence.range))
      digest.add(FoldedText.fold(report.document.text.string(report.withoutNumber(evidence.range))))
      let count = seen[digest.hexadecimal, default: 0]
      seen[digest.hexadecimal] = count + 1
      digest.add("\(count)")
      places.append(Fingerprint(digest.hexadecimal))
    }
    if places.isEmpty { places.append(Fingerprint(of: [], rule: rule, path: path)) }
    return places.sorted()
  }
}

extension Report {
  /// A place without the number of the heading that it begins with: sections that change places are numbered anew.
  fileprivate func withoutNumber(_ range: TextRange) -> TextRange {
    for section in sections {
      guard let number = section.numbering, text.source(section.heading).start == range.start else { continue }
      let start = text.source(number.range).end
      if start < range.end { return TextRange(start, range.end) }
    }
    return range
  }

  /// The words of the innermost heading above a place, folded and without the heading's number; empty above the first.
  fileprivate func headingWords(around range: TextRange) -> [UInt8] {
    let section = sections.last { section in
      let extent = text.source(section.extent)
      return extent.start <= range.start && range.start < extent.end
    }
    guard let section else { return [] }
    let start = section.numbering?.range.end ?? section.heading.start
    return Array(text.bytes[min(start, section.heading.end)..<section.heading.end])
  }
}

/// A digest that is the same on every machine and in every version: FNV-1a with 128 bits.
///
/// It tells findings apart; it protects against nobody.
struct StableDigest {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { step(byte) }
    // No string of UTF-8 has this byte, so that no two lists of strings read the same.
    step(0xFF)
  }

  mutating func add(_ string: String) { add(string.utf8) }

  private mutating func step(_ byte: UInt8) {
    state ^= UInt128(byte)
    state = state &* 0x0000_0000_0100_0000_0000_0000_0000_013B
  }

  /// 32 digits.
  var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
