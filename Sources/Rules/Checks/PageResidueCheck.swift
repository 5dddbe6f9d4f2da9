import Reports
import SourceText
public import YAMLReading

/// `page_residue: KIND…` with `places`: something of the web page was copied along with the report.
///
///     forbid: {page_residue: [furniture, repeated-fields], places: 3..}
public struct PageResidueCheck: Sendable {
  /// What counts.
  public var kinds: [Kind]
  /// In how many places there must be something.
  public var places: Bounds<Int>

  /// What may be left of a page, as rules call it.
  public enum Kind: String, CaseIterable, Sendable {
    /// Navigation, buttons, counters.
    case furniture
    /// A catalogue table that stands there twice, for screens and for telephones.
    case repeatedFields = "repeated-fields"

    var words: Wording {
      switch self {
      case .furniture: Wording(zh: "网页按钮、导航或计数用语", en: "navigation, buttons or counters of the page")
      case .repeatedFields: Wording(zh: "重复的目录表", en: "a catalogue table that is repeated")
      }
    }
  }

  /// A field that comes twice may do so by chance; so many do not.
  private static let repeatedTable = 3

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count", "line"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    var names: [Wording] = []
    var traces: [Answer.Trace] = []
    var count = 0
    for kind in Kind.allCases where kinds.contains(kind) {
      let ranges = ranges(of: kind, in: report)
      guard let first = ranges.first else { continue }
      let line = context.line(of: first.start)
      let words = context.excerpt(first, 20)
      names.append(
        context.wording(zh: "\(kind.words.zh)（\(line.zh)“\(words)”）", en: "\(kind.words.en) (\(line.en), “\(words)”)"))
      count += ranges.count
      traces += ranges.prefix(Answer.mostPlaces).map(Answer.Trace.found)
    }
    guard let first = traces.first else {
      return Answer(truth: .absent, message: Wording(zh: "没有网页残留", en: "Nothing is left of the page"), evidence: [])
    }
    let holds = places.contains(count)
    return Answer(
      truth: holds ? .holds : .absent,
      message: Wording(
        zh: "混有" + names.map(\.zh).joined(separator: "、"), en: "There is " + names.map(\.en).joined(separator: "; ")),
      evidence: holds ? traces : traces.map { .nearest($0.range) },
      found: [
        "found": Wording(context.excerpt(first.range)),
        "line": Wording("\(context.line(of: first.range.start).number)"),
        "count": Wording("\(count)"),
      ])
  }

  private func ranges(of kind: Kind, in report: Report) -> [FoldedRange] {
    switch kind {
    case .furniture: report.residue
    case .repeatedFields: repeated(report.metadata)
    }
  }

  private func repeated(_ fields: [MetadataField]) -> [FoldedRange] {
    let twice = fields.filter { $0.repeats > 0 && !$0.value.isEmpty }
    return twice.count >= Self.repeatedTable ? twice.map { FoldedRange($0.label.start, $0.value.end) } : []
  }
}

extension PageResidueCheck {
  /// Reads `page_residue`.
  init?(reading reader: inout MappingReader) {
    let kinds = reader.choices("page_residue", .required, of: Kind.self).map(\.value)
    let places = reader.range("places")
    guard !kinds.isEmpty else { return nil }
    self.init(kinds: kinds, places: places?.value ?? Bounds(lower: 1, upper: nil))
  }
}

extension PageResidueCheck {
  func words(in pack: RulePack) -> Wording {
    let count = places == Bounds(lower: 1, upper: nil) ? nil : places.words
    return Wording(
      zh: "混入报告的" + kinds.map(\.words.zh).joined(separator: "、") + (count.map { "，\($0.zh)处" } ?? ""),
      en: kinds.map(\.words.en).joined(separator: ", ") + " among the report"
        + (count.map { ", in \($0.en) places" } ?? ""))
  }
}
