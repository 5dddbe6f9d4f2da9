public import Matching
import Reports
import SourceText
import YAMLReading

/// `personal_numbers: {of, in, without}`: numbers that belong to one person stand in given places.
///
///     forbid: {personal_numbers: {of: [identity-card, mobile], in: body, without: [联系电话]}}
///
/// An identity card's number is known by its date of birth and its check digit (GB 11643-1999), a mobile number by its form
/// and by not being a quantity.
public struct PersonalNumbersCheck: Sendable {
  /// The kinds that count.
  public var kinds: [Kind]
  /// Where they are looked for.
  public var places: [Place]
  /// Phrases that rule out the sentence in which they stand: a telephone of the office is nobody's own.
  public var without: [PhraseID]

  /// Whose numbers, as rules call them.
  public enum Kind: String, CaseIterable, Sendable {
    case identityCard = "identity-card"
    case mobile

    var words: Wording {
      switch self {
      case .identityCard: Wording(zh: "身份证号码", en: "an identity card's number")
      case .mobile: Wording(zh: "手机号码", en: "a mobile number")
      }
    }
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count", "line"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    var hits: [(kind: Kind, range: FoldedRange)] = []
    for region in context.places[places] {
      for (length, range) in digitRuns(in: region, of: report.text) {
        let kind: Kind
        switch length {
        case 18 where isIdentityCard(range, in: report.text): kind = .identityCard
        case 11 where isMobile(range, in: report): kind = .mobile
        default: continue
        }
        guard kinds.contains(kind), !hits.contains(where: { $0.range == range }),
          !report.matches.hasAny(of: without, in: report.sentence(around: range))
        else { continue }
        hits.append((kind, range))
      }
    }
    guard let first = hits.first else {
      let names = kinds.map(\.words)
      return Answer(
        truth: .absent,
        message: Wording(
          zh: "没有" + names.map(\.zh).joined(separator: "、"), en: "Not found: " + names.map(\.en).joined(separator: ", ")
        ),
        evidence: [])
    }
    let line = context.line(of: first.range.start)
    // The finding must not spread what it warns of.
    let masked = context.excerpt(FoldedRange(first.range.start, first.range.start + 3)) + "…"
    return Answer(
      truth: .holds,
      message: context.wording(
        zh: "\(line.zh)有\(first.kind.words.zh)（\(masked)）", en: "\(line.en) has \(first.kind.words.en) (\(masked))"),
      evidence: hits.prefix(Answer.mostPlaces).map {
        .found(FoldedRange($0.range.start, min($0.range.end, $0.range.start + 3)))
      },
      found: ["found": Wording(masked), "line": Wording("\(line.number)"), "count": Wording("\(hits.count)")])
  }

  /// Runs of digits, single spaces or hyphens between them left aside, and an X at their end; each with its length.
  private func digitRuns(in region: FoldedRange, of text: FoldedText) -> [(length: Int, range: FoldedRange)] {
    let bytes = text.bytes.span
    var runs: [(Int, FoldedRange)] = []
    var index = region.start
    while index < region.end {
      // The shortest number has eleven digits: where the eleventh byte ahead is none of a number, none begins before it.
      let ahead = index + 10
      guard ahead < region.end else { break }
      guard isOfNumber(bytes[ahead]) else {
        index = ahead + 1
        continue
      }
      var first = ahead
      while first > index, isOfNumber(bytes[first - 1]) { first -= 1 }
      while first < region.end, isOfNumber(bytes[first]), !(0x30...0x39).contains(bytes[first]) { first += 1 }
      index = first
      guard index < region.end, (0x30...0x39).contains(bytes[index]) else { continue }
      let start = index
      var length = 0
      while index < region.end {
        if (0x30...0x39).contains(bytes[index]) {
          length += 1
          index += 1
        } else if bytes[index] == 0x20 || bytes[index] == 0x2D, index + 1 < region.end,
          (0x30...0x39).contains(bytes[index + 1])
        {
          index += 1
        } else {
          break
        }
      }
      if length == 17, index < region.end, bytes[index] | 0x20 == UInt8(ascii: "x") {
        length += 1
        index += 1
      }
      let isWord = start > 0 && isLetter(bytes[start - 1]) || index < bytes.count && isLetter(bytes[index])
      if length == 11 || length == 18, !isWord { runs.append((length, FoldedRange(start, index))) }
    }
    return runs
  }

  /// Whether a byte can stand in a number: digits, and what parts their groups.
  private func isOfNumber(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte == 0x20 || byte == 0x2D }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "_")
  }

  private func digits(_ range: FoldedRange, in text: FoldedText) -> [Int] {
    text.bytes[range.start..<range.end].compactMap { byte in
      if (0x30...0x39).contains(byte) { return Int(byte) - 0x30 }
      return byte | 0x20 == UInt8(ascii: "x") ? 10 : nil
    }
  }

  private func isIdentityCard(_ range: FoldedRange, in text: FoldedText) -> Bool {
    let digits = digits(range, in: text)
    guard digits.count == 18, digits[0] > 0 else { return false }
    func number(_ places: Range<Int>) -> Int { digits[places].reduce(0) { $0 * 10 + $1 } }
    guard (1900...2099).contains(number(6..<10)),
      CalendarDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
    else { return false }
    // ISO 7064, MOD 11-2: the weights are powers of two.
    var sum = 0
    for digit in digits.dropLast() { sum = (sum + digit) * 2 % 11 }
    return (sum + digits[17]) % 11 == 1
  }

  private func isMobile(_ range: FoldedRange, in report: Report) -> Bool {
    let digits = digits(range, in: report.text)
    guard digits.count == 11, digits[0] == 1, digits[1] >= 3 else { return false }
    // 13800000000元 is a sum: a number with a measure word behind it is a quantity.
    let next = report.figures.partitioningIndex { $0.range.start >= range.start }
    guard next < report.figures.count, report.figures[next].range.start == range.start else { return true }
    return report.figures[next].unit.isEmpty
  }
}

extension PersonalNumbersCheck {
  /// Reads what stands under `personal_numbers`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let kinds = reader.choices("of", .required, of: Kind.self).map(\.value)
    let places = draft.places("in", .required, in: &reader)
    let without = draft.phraseIDs(reader.strings("without"))
    guard !kinds.isEmpty, !places.isEmpty else { return nil }
    self.init(kinds: kinds, places: places, without: without)
  }
}

extension PersonalNumbersCheck {
  func words(in pack: RulePack) -> Wording {
    let places = Place.words(self.places)
    return Wording(
      zh: "\(places.zh)中的" + kinds.map(\.words.zh).joined(separator: "、"),
      en: kinds.map(\.words.en).joined(separator: " or ") + " in \(places.en)")
  }
}
