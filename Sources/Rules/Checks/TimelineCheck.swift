public import Matching
import Reports
import SourceText
import YAMLReading

/// `timeline: LIST` with `is: later` or `superseded`: what the report names does not fit its year.
///
///     forbid: {timeline: meetings, is: later, in: [preamble, measures]}
///
/// `later`: something is named that came after the report year. `superseded`: all that is named was replaced before the report year began.
public struct TimelineCheck: Sendable {
  /// Position in `LanguageLists.timelines`.
  public var list: Int
  /// What is wrong with it.
  public var fault: Fault
  /// Where it looks.
  public var scope: Scope
  /// Phrases that rule out the sentence in which they stand: it looks ahead.
  public var without: [PhraseID]

  /// How what is named can fail to fit the report year.
  public enum Fault: String, CaseIterable, Sendable {
    /// It came after the report year.
    case later
    /// All of it was replaced before the report year began.
    case superseded
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count", "line"]

  private struct Hit {
    var entry: Int
    var range: FoldedRange
  }

  func answer(in context: EvaluationContext) -> Answer {
    let timeline = context.pack.lists.timelines[list]
    let hits: [Hit] = self.hits(of: timeline, in: context)
    guard let year = context.report.reportYear?.value else {
      return Answer(
        truth: .unknown,
        message: context.wording(
          zh: "文中看不出报告年度，无法判断\(timeline.title.zh)是否相符",
          en: "The text does not show the report year, so \(timeline.title.en) can't be judged"),
        evidence: [])
    }
    let wrong: [Hit]
    switch fault {
    case .later: wrong = hits.filter { hit in timeline.entries[hit.entry].from.year > year }
    case .superseded:
      let isOld = { (hit: Hit) in timeline.entries[hit.entry].until.map { $0.year < year } ?? false }
      wrong = hits.allSatisfy(isOld) ? hits : []
    }
    guard let first = wrong.first else {
      return Answer(
        truth: .absent,
        message: context.wording(
          zh: "\(timeline.title.zh)与\(year)年度相符", en: "\(timeline.title.en) fit report year \(year)"),
        evidence: [], found: .nothing)
    }
    let said = wrong.prefix(3).map { self.said($0, timeline.entries[$0.entry], year, in: context) }
    return Answer(
      truth: .holds,
      message: Wording(
        zh: said.map(\.zh).joined(separator: "；"), en: said.map(\.en).joined(separator: "; ")),
      evidence: wrong.prefix(Answer.mostPlaces).map { .found($0.range) },
      found: [
        "found": Wording(context.excerpt(first.range)), "count": Wording("\(wrong.count)"),
        "line": Wording("\(context.line(of: first.range.start).number)"),
      ])
  }

  private func said(_ hit: Hit, _ entry: Timeline.Entry, _ year: Int, in context: EvaluationContext) -> Wording {
    let line = context.line(of: hit.range.start)
    let word = context.excerpt(hit.range)
    switch fault {
    case .later:
      return context.wording(
        zh: "\(line.zh)“\(word)”：\(entry.name)在\(entry.from)，晚于报告年度\(year)年",
        en: "\(line.en), “\(word)”: \(entry.name) is of \(entry.from), after report year \(year)")
    case .superseded:
      let until = entry.until.map { "\($0)" } ?? ""
      return context.wording(
        zh: "\(line.zh)“\(word)”：\(until)起已有新的会议或文件，文中没有写到",
        en: "\(line.en), “\(word)”: superseded on \(until), and nothing newer is named")
    }
  }

  /// The places at which entries are named, in reading order; a name inside a longer one does not count.
  private func hits(of timeline: Timeline, in context: EvaluationContext) -> [Hit] {
    let report = context.report
    var found: [Hit] = []
    for (index, entry) in timeline.entries.enumerated() {
      for phrase in entry.words {
        report.matches.each(of: phrase) { range in
          if entry.unless.contains(where: { report.matches.overlaps($0, range) }) { return }
          let sentence = report.sentence(around: range)
          if report.matches.hasAny(of: entry.sentenceWithout, in: sentence) { return }
          if report.matches.hasAny(of: without, in: sentence) { return }
          found.append(Hit(entry: index, range: range))
        }
      }
    }
    return scope.keeping(found, in: context, range: \.range).sorted { $0.range < $1.range }
  }
}

extension TimelineCheck {
  /// Reads `timeline`, `is`, `in`, `outside` and `without`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let name = reader.string("timeline", .required)
    let fault = reader.choice("is", .required, of: Fault.self)
    let scope = Scope(reading: &reader, &draft)
    let without = reader.strings("without")
    guard let name, let fault,
      let list = draft.timelines.use(name, Wording(zh: "时间表", en: "the timeline"), draft.problems)
    else { return nil }
    self.init(list: list, fault: fault.value, scope: scope, without: draft.phraseIDs(without))
  }
}

extension TimelineCheck {
  func words(in pack: RulePack) -> Wording {
    let title = pack.lists.timelines[list].title
    switch fault {
    case .later:
      return Wording(
        zh: "\(scope.words.zh)中写到报告年度以后的\(title.zh)",
        en: "\(title.en) of a time after the report year in \(scope.words.en)")
    case .superseded:
      return Wording(
        zh: "\(scope.words.zh)中只写到报告年度以前已被取代的\(title.zh)",
        en: "only \(title.en) replaced before the report year in \(scope.words.en)")
    }
  }
}
