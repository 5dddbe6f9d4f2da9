public import Matching
public import Reports
import SourceText
import YAMLReading

/// `years: {of: report, in: […]}`: the years that headings and openings speak of are the right ones.
///
///     require: {years: {of: next, in: [next-year-plan]}}
///
/// Years inside 《》 and spans such as 2021-2025年 say nothing about the report and are left aside.
public struct YearsCheck: Sendable {
  /// The year of which the places must speak.
  public var year: RoleCue.Year
  /// The places that are looked at.
  public var places: [Place]
  /// Whether a place that names no year at all is in order.
  public var isOptional: Bool
  /// Words that open the matter of the preamble; the year behind one is the year reported on.
  public var leads: [PhraseID]
  /// Words behind a year that make it a starting point: 以来.
  public var sincePhrases: [PhraseID]

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    guard let reportYear = report.reportYear?.value else {
      return Answer(
        truth: .unknown,
        message: Wording(zh: "看不出报告年度，可用 --year 给出", en: "The report year cannot be made out; give it with --year"),
        evidence: [])
    }
    let expected = year == .report ? reportYear : reportYear + 1
    var right: [YearMention] = []
    var wrong: [YearMention] = []
    var hasPlace = false
    for place in places {
      for (mention, allowed) in speaking(in: place, reportYear: reportYear, in: context, hasPlace: &hasPlace) {
        if mention.value == expected || allowed.contains(mention.value) {
          right.append(mention)
        } else {
          wrong.append(mention)
        }
      }
    }
    if !hasPlace {
      return Answer(
        truth: .pointless, message: Wording(zh: "没有可核查年份的部分", en: "No part to check years in"), evidence: [])
    }
    let traces = right.sorted { $0.range < $1.range }.map { Answer.Trace.found($0.range) }
    if let first = wrong.min(by: { $0.range < $1.range }) {
      let line = context.line(of: first.range.start)
      return Answer(
        truth: .wrong,
        message: context.wording(
          zh: "\(line.zh)写的是“\(context.excerpt(first.range))”，应为\(expected)年",
          en: "\(line.en) says “\(context.excerpt(first.range))” where \(expected) was expected"),
        evidence: wrong.map { .found($0.range) } + traces.prefix(1),
        found: ["found": Wording(context.excerpt(first.range)), "expected": Wording("\(expected)")])
    }
    if right.isEmpty && !isOptional {
      let start = context.places[places].first
      return Answer(
        truth: .absent,
        message: context.wording(zh: "没有写明\(expected)年", en: "\(expected) is not named"),
        evidence: start.map { [.nearest(report.sentence(around: FoldedRange($0.start, $0.start)))] } ?? [],
        found: ["expected": Wording("\(expected)")])
    }
    return Answer(
      truth: .holds,
      message: context.wording(zh: "均为\(expected)年", en: "All say \(expected)"), evidence: Array(traces.prefix(6)))
  }

  /// The mentions by which a place says of which year it speaks, each with the other years that it may name.
  private func speaking(
    in place: Place, reportYear: Int, in context: EvaluationContext, hasPlace: inout Bool
  ) -> [(YearMention, [Int])] {
    let report = context.report
    let mentions = report.years.filter { !$0.isQuotedOrSpan && !isSince($0, in: report) }
    switch place {
    case .title:
      guard let title = report.title else { return [] }
      hasPlace = true
      let inside = mentions.filter { title.range.contains($0.range) }
      let named = inside.contains { $0.value == reportYear }
      return inside.map { ($0, named ? [reportYear, reportYear + 1] : []) }
    case .headings:
      return report.sections.enumerated().filter { $0.element.level == 1 }.flatMap { index, section in
        let roles = report.roles.filter { $0.section == index }.map(\.role)
        let inside = mentions.filter { section.heading.contains($0.range) }
        if !inside.isEmpty { hasPlace = true }
        let plans = roles.contains(.nextYearPlan)
        if plans && roles.count == 1 { return [(YearMention, [Int])]() }
        return inside.map { ($0, plans ? [reportYear, reportYear + 1] : []) }
      }
    case .preamble:
      guard let preamble = report.preamble else { return [] }
      hasPlace = true
      let inside = mentions.filter { preamble.contains($0.range) }
      let speaking = inside.filter { mention in
        mention.value == reportYear || isOpening(mention, in: report) || followsLead(mention, in: report)
      }
      return speaking.map { ($0, []) }
    case .role(let role):
      let spans = report.roles.filter { $0.role == role }
      if !spans.isEmpty { hasPlace = true }
      return spans.flatMap { speaking(in: $0, mentions: mentions, reportYear: reportYear, report: report) }
    case .addressee, .body, .signature, .metadata, .column, .document, .titles, .quotations:
      let regions = context.places[place]
      if !regions.isEmpty { hasPlace = true }
      return mentions.filter { mention in regions.contains { $0.contains(mention.range) } }.map { ($0, []) }
    }
  }

  private func speaking(
    in span: RoleSpan, mentions: [YearMention], reportYear: Int, report: Report
  ) -> [(YearMention, [Int])] {
    let expected = year == .report ? reportYear : reportYear + 1
    var result: [(YearMention, [Int])] = []
    var text = mentions.filter { span.range.contains($0.range) }
    if let section = span.section {
      let isJoint = report.roles.contains { $0.section == section && $0.role != span.role }
      let heading = report.sections[section].heading
      result += mentions.filter { heading.contains($0.range) }.map {
        ($0, isJoint ? [reportYear, reportYear + 1] : [])
      }
      text.removeAll { heading.contains($0.range) }
    }
    // In the text only the first words can say it; any right mention later on confirms it.
    result += text.filter { $0.value == expected }.prefix(2).map { ($0, []) }
    if result.isEmpty { result += text.filter { isOpening($0, in: report) }.prefix(1).map { ($0, []) } }
    return result
  }

  private func isOpening(_ mention: YearMention, in report: Report) -> Bool {
    report.text.block(at: mention.range.start).map { report.text.blocks[$0].start } == mention.range.start
  }

  private func followsLead(_ mention: YearMention, in report: Report) -> Bool {
    let before = FoldedRange(max(0, mention.range.start - 60), mention.range.start)
    let sentence = report.sentence(around: mention.range)
    return report.matches.hasAny(of: leads, in: FoldedRange(max(before.start, sentence.start), before.end))
  }

  private func isSince(_ mention: YearMention, in report: Report) -> Bool {
    let after = FoldedRange(mention.range.end, min(report.text.bytes.count, mention.range.end + 9))
    return report.matches.hasAny(of: sincePhrases, in: after)
  }
}

extension YearsCheck {
  /// Reads what stands under `years`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let year = reader.choice(
      "of", .required, of: RoleCue.Year.self,
      doc: Wording(zh: "这些位置的年份应为报告年度或下一年度", en: "Years named there are the report's or the next"))
    let places = draft.places("in", .required, in: &reader)
    let isOptional = reader.bool("optional", doc: Wording(zh: "可以不写年份", en: "No year need be named"))
    let leads = reader.strings("leads", doc: Wording(zh: "年份跟在这些词后面才算", en: "Only years behind these words count"))
    let since = reader.strings("since", doc: Wording(zh: "这些词后面的年份不算", en: "Years behind these words do not count"))
    guard let year else { return nil }
    self.init(
      year: year.value, places: places, isOptional: isOptional?.value ?? false,
      leads: draft.phraseIDs(leads), sincePhrases: draft.phraseIDs(since))
  }
}

extension YearsCheck {
  func words(in pack: RulePack) -> Wording {
    let places = Place.words(self.places)
    switch year {
    case .report: return Wording(zh: "\(places.zh)讲的都是报告年度", en: "\(places.en) speak of the report year")
    case .next: return Wording(zh: "\(places.zh)讲的是下一年度", en: "\(places.en) speaks of the next year")
    }
  }
}
