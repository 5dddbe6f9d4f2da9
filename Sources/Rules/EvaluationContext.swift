import Documents
import Matching
import Reports
import SourceText

/// What conditions see: the report, and the pack for the names of roles and topics.
///
/// An object, though nothing in it ever changes: as a value it would be copied for each rule and condition, with all the arrays of the
/// report and of the pack to be counted up and down.
final class EvaluationContext: Sendable {
  let report: Report
  let pack: RulePack
  /// The one language in which findings are shown, or nil when both are wanted.
  let language: Language?
  /// How many Chinese characters the body of the report has.
  let bodyCharacters: Int
  /// Where its places are.
  let places: PlaceRegions
  /// How many places are named of what a condition was looking for: a few where finding it is all, every one where it is a fault.
  let mostPlaces: Int

  init(report: Report, pack: RulePack, language: Language?) {
    mostPlaces = 3
    self.report = report
    bodyCharacters = report.hanCharacters(in: report.body)
    places = PlaceRegions(of: report)
    self.pack = pack
    self.language = language
  }

  /// The same, naming more places or fewer.
  init(_ other: EvaluationContext, mostPlaces: Int) {
    self.mostPlaces = mostPlaces
    report = other.report
    bodyCharacters = other.bodyCharacters
    places = other.places
    pack = other.pack
    language = other.language
  }

  /// A sentence in the language that is shown; the other is not spelled out, and says the same.
  func wording(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> Wording {
    switch language {
    case nil: Wording(zh: zh(), en: en())
    case .zh: Wording(zh())
    case .en: Wording(en())
    }
  }

  /// The value of a variable of the report, or nil when the report does not tell it.
  func value(of variable: ReportVariable) -> Wording? {
    switch variable {
    case .reportYear: report.reportYear.map { Wording("\($0.value)") }
    case .nextYear: report.reportYear.map { Wording("\($0.value + 1)") }
    case .previousYear: report.reportYear.map { Wording("\($0.value - 1)") }
    case .issuer: report.issuer.map { Wording($0.name) }
    case .publicationDate: report.publication.map { Wording($0.date.description) }
    case .signatureDate: report.signature?.date.map { Wording($0.date.description) }
    case .title: report.title.map { Wording(quoted($0.range)) }
    }
  }

  /// The value of a variable of a sentence by its name in rules.
  ///
  /// - Parameter found: what a check found, by name; a `line` among it can also be said as a `place`, in the words of the document.
  func value(ofNamed name: String, found: (String) -> Wording?) -> Wording? {
    if name == "place" {
      let unit = report.document.lineUnit.words
      return found("line").map { Wording(zh: "第\($0.zh)\(unit.zh)", en: "\(unit.en) \($0.en)") }
    }
    return found(name) ?? ReportVariable(rawValue: name).flatMap { value(of: $0) }
  }

  /// The author's own characters behind a range.
  func quoted(_ range: FoldedRange) -> String {
    report.document.text.string(report.text.source(range))
  }

  /// The author's own characters, cut to at most `count` characters, to stand between quotation marks.
  func excerpt(_ range: FoldedRange, _ count: Int = 40) -> String {
    let source = report.text.source(range)
    let excerpt = excerpt(typed: source, count)
    // Few quotations have a mark in them: U+201C and U+201D begin with this byte. A character has three bytes, or four.
    let end = min(source.end, source.start + 4 * count)
    let bytes = report.document.text.bytes
    let hasMark = bytes.span.count(from: source.start, to: end) { $0 == 0xE2 } > 0
    return hasMark ? Self.paired(excerpt) : excerpt
  }

  /// A quotation in which no quotation mark is without its partner, which stood outside or was cut off: such a mark is left out at
  /// either end and given a partner there when it stands inside.
  private static func paired(_ quotation: String) -> String {
    // Most have no such mark.
    if !quotation.utf8.contains(0xE2) { return quotation }
    let scalars = quotation.unicodeScalars
    var (open, closed): ([String.Index], [String.Index]) = ([], [])
    for index in scalars.indices {
      if scalars[index] == "“" { open.append(index) }
      if scalars[index] == "”", open.popLast() == nil { closed.append(index) }
    }
    if open.isEmpty && closed.isEmpty { return quotation }
    let (first, last) = (scalars.startIndex, scalars.index(before: scalars.endIndex))
    let ends = (open + closed).filter { $0 == first || $0 == last }
    let inside = String(String.UnicodeScalarView(scalars.indices.filter { !ends.contains($0) }.map { scalars[$0] }))
    // A mark that is all there is to quote.
    if inside.isEmpty { return quotation }
    return String(repeating: "“", count: closed.count { !ends.contains($0) }) + inside
      + String(repeating: "”", count: open.count { !ends.contains($0) })
  }

  /// The author's own characters, cut to at most `count` characters.
  func excerpt(typed source: TextRange, _ count: Int = 40) -> String {
    // Code points are counted in no time, and there are never fewer of them than characters.
    if report.document.text.codePoints(in: source) <= count { return report.document.text.string(source) }
    if let end = endOfPlain(source, count) { return report.document.text.string(TextRange(source.start, end)) + "…" }
    let text = report.document.text.string(source)
    return text.count <= count ? text : text.prefix(count - 1) + "…"
  }

  /// Where the first `count - 1` code points of a range end, when there are more than `count` and all up to there are characters by
  /// themselves, as Chinese ones and the usual marks are; nil when the library has to tell characters apart.
  private func endOfPlain(_ source: TextRange, _ count: Int) -> Int? {
    let bytes = report.document.text.bytes
    var index = source.start
    var end = source.start
    for place in 0...count {
      guard index < source.end else { return nil }
      if place == count - 1 { end = index }
      let lead = bytes[index]
      if lead &- 0x20 < 0x5F {
        index += 1
      } else if lead &- 0xE4 < 6, index + 3 <= source.end,
        lead > 0xE4 || bytes[index + 1] >= 0xB8
      {
        index += 3
      } else if lead == 0xEF, index + 3 <= source.end, bytes[index + 1] == 0xBC {
        // U+FF00 to U+FF3F: letters, digits and marks of full width.
        index += 3
      } else if lead == 0xE3, index + 3 <= source.end, bytes[index + 1] == 0x80, bytes[index + 2] < 0x96 {
        // U+3000 to U+3015: 、。《》「」【】 and the like.
        index += 3
      } else if lead == 0xE2, index + 3 <= source.end, bytes[index + 1] == 0x80,
        (0x94...0x9F).contains(bytes[index + 2])
      {
        // Dashes and quotation marks.
        index += 3
      } else {
        return nil
      }
    }
    return end
  }

  /// The line of the document, from 1, in which a folded offset lies.
  func line(of offset: Int) -> LineNumber {
    report.document.line(of: report.text.source(FoldedRange(offset, offset)).start)
  }

  /// The line of the document, from 1, in which a range of the decoded text begins.
  func line(ofTyped range: TextRange) -> LineNumber {
    report.document.line(of: range.start)
  }

  /// The words of a role's own cues that come nearest to it in the text.
  func nearestCue(of role: SectionRole) -> FoldedRange? {
    guard let recogniser = pack.reader.recognisers.first(where: { $0.role == role }) else { return nil }
    let cues = (recogniser.heading + recogniser.opening).filter { $0.points >= recogniser.threshold && $0.year == nil }
    for cue in cues.sorted(by: { $0.points > $1.points }) {
      for phrase in cue.any {
        // A word of one or two characters stands anywhere and brings nobody nearer.
        if let range = report.matches.first(of: phrase, in: report.body), range.count >= 9 { return range }
      }
    }
    return nil
  }

  /// Where a part of the report that is not there should stand, as an offset of the folded text.
  func slot(for role: SectionRole) -> Int {
    let next: [SectionRole] =
      switch role {
      case .preamble: [.leaderDuty, .measures, .shortcomings, .nextYearPlan]
      case .measures: [.leaderDuty, .shortcomings, .nextYearPlan]
      case .leaderDuty: [.shortcomings, .nextYearPlan]
      case .shortcomings: [.nextYearPlan]
      case .nextYearPlan, .signature, .other: []
      }
    return report.roles.first { next.contains($0.role) }?.range.start ?? report.body.end
  }
}
