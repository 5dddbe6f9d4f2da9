package import Matching
import Reports
import SourceText
package import YAMLReading

/// `mention: {any: […], in: […]}`: words stand in given places.
///
///     require: {mention: {any: [原因在于, 主要原因], in: shortcomings}}
///     forbid: {mention: {any: ["{previous_year}年工作打算"], in: headings}}
package struct MentionCheck: Sendable {
  /// One of these phrases or patterns …
  package var any: [Phrase]
  /// … or a match of one of these patterns …
  package var patterns: [Expression]
  /// … and all of these phrases occur.
  package var all: [Phrase]
  /// Where it is looked for.
  package var places: [Place]
  /// Places inside those that do not count.
  package var outside: [Place]
  /// Phrases that rule out the sentence in which they stand.
  package var without: [Phrase]
  /// Phrases of which one must stand in the same clause; empty when none is asked for.
  package var clauseWith: [PhraseID]
  /// In how many sentences it must occur.
  package var sentences: Bounds<Int>
  /// How many figures those sentences must hold together, or nil when none is asked for.
  package var figures: Bounds<Int>?
  /// How many figures and titled documents those sentences must hold together, or nil when none is asked for.
  package var facts: Bounds<Int>?
  /// The words as the rule's author wrote them, for messages.
  package var words: [String]

  /// A phrase to look for.
  package enum Phrase: Sendable {
    /// One that is searched for together with all others of the pack.
    case fixed(PhraseID)
    /// One with variables of the report.
    case made(MessageTemplate)
  }

  /// A pattern to look for.
  package enum Expression: Sendable {
    /// One that is compiled with the pack, and a phrase without which it cannot match.
    case fixed(Pattern, literal: PhraseID?)
    /// One with variables of the report.
    case made(PatternTemplate)
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count", "line"]

  /// The first of the words, for what is said when they were not found.
  private var asked: String { words.prefix(4).joined(separator: "、") + (words.count > 4 ? "…" : "") }

  func answer(in context: EvaluationContext) -> Answer {
    var search = MentionSearch(check: self, context: context)
    if search.regions.isEmpty {
      return Answer(
        truth: .absent,
        message: Wording(zh: "没有可供查找“\(asked)”的部分", en: "The part in which to look for “\(asked)” is not there"),
        evidence: [], found: ["count": Wording("0")])
    }
    let hits: [FoldedRange]
    do throws(MentionSearch.Failure) {
      hits = try search.run()
    } catch {
      switch error {
      case .limit(let message): return Answer(truth: .unknown, message: message, evidence: [])
      case .notKnown(let variable):
        let name = variable.words
        return Answer(
          truth: .unknown,
          message: Wording(
            zh: "文中看不出\(name.zh)，无法查找“\(asked)”",
            en: "The text does not show \(name.en); “\(asked)” can't be looked for"),
          evidence: [])
      }
    }
    var shown: [FoldedRange] = []
    for hit in hits {
      let sentence = context.report.sentence(around: hit)
      if shown.last != sentence { shown.append(sentence) }
    }
    guard let any = hits.first else { return missing(asked, nearest: search.regions.first, in: context) }
    if let short = tooFewFacts(in: &shown, around: any, in: context) { return short }
    let first = hits.first { hit in shown.first?.contains(hit.start) ?? false } ?? any
    let line = context.line(of: first.start)
    let quoted = context.excerpt(first)
    let found: FoundValues = ["found": Wording(quoted), "count": Wording("\(shown.count)"), "line": Wording("\(line)")]
    guard sentences.contains(shown.count) else {
      let asked = sentences.words
      return Answer(
        truth: .absent,
        message: Wording(
          zh: "只有\(shown.count)句写到“\(quoted)”等（第\(line)行），应为\(asked.zh)句",
          en: "\(shown.count) sentences say “\(quoted)” or the like (line \(line)); \(asked.en) are asked"),
        evidence: shown.prefix(3).map(Answer.Trace.nearest), found: found)
    }
    return Answer(
      truth: .holds, message: context.wording(zh: "第\(line)行“\(quoted)”", en: "line \(line), “\(quoted)”"),
      evidence: shown.prefix(3).map(Answer.Trace.found), found: found)
  }

  /// What is said when the sentences hold too few figures or facts; the sentences that hold some stay.
  private func tooFewFacts(
    in sentences: inout [FoldedRange], around hit: FoldedRange, in context: EvaluationContext
  ) -> Answer? {
    let report = context.report
    let asked: [(bounds: Bounds<Int>?, what: Wording, count: (FoldedRange) -> Int)] = [
      (figures, Wording(zh: "数据", en: "figures"), { report.figureCount(in: $0) }),
      (facts, Wording(zh: "数据或文件", en: "figures or documents"), { report.facts(in: $0) }),
    ]
    for (bounds, what, count) in asked {
      guard let bounds else { continue }
      let with = sentences.filter { count($0) > 0 }
      let total = with.reduce(0) { $0 + count($1) }
      if bounds.contains(total) {
        if !with.isEmpty { sentences = with }
        continue
      }
      let (line, first) = (context.line(of: hit.start), context.excerpt(hit))
      return Answer(
        truth: .absent,
        message: context.wording(
          zh: "第\(line)行写到“\(first)”，同一句中有\(what.zh)\(total)处，应为\(bounds.words.zh)处",
          en: "line \(line) says “\(first)” with \(total) \(what.en) in the sentence; \(bounds.words.en) are asked"),
        evidence: sentences.prefix(3).map(Answer.Trace.nearest),
        found: ["found": Wording(first), "count": Wording("\(sentences.count)"), "line": Wording("\(line)")])
    }
    return nil
  }

  private func missing(_ asked: String, nearest: FoldedRange?, in context: EvaluationContext) -> Answer {
    Answer(
      truth: .absent,
      message: context.wording(zh: "没有找到“\(asked)”一类的表述", en: "Nothing like “\(asked)” was found"),
      evidence: nearest.map { [.nearest(context.report.sentence(around: FoldedRange($0.start, $0.start)))] } ?? [],
      found: ["count": Wording("0")])
  }
}

extension MentionCheck {
  /// Reads what stands under `mention`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let any = reader.strings("any")
    let all = reader.strings("all")
    let sources = reader.strings("patterns")
    let places = draft.places("in", .required, in: &reader)
    let outside = draft.places("outside", in: &reader)
    let without = reader.strings("without")
    let clauseWith = reader.strings("clause_with")
    let sentences = reader.range("sentences")
    let figures = reader.range("figures")
    let facts = reader.range("facts")
    if any.isEmpty && all.isEmpty && sources.isEmpty {
      reader.report(
        Wording(zh: "要写明找什么：any、all 或 patterns。", en: "say what to look for: `any`, `all` or `patterns`"))
    }
    if let sentences, (sentences.value.lower ?? 1) < 1 {
      reader.report(
        Wording(zh: "句数至少从1起；不应出现的内容用 forbid。", en: "count sentences from 1; use `forbid` for what must not be there"),
        at: sentences)
    }
    if figures != nil, facts != nil, let key = reader.key("facts") {
      reader.report(
        Wording(zh: "figures 和 facts 只能写一个。", en: "write `figures` or `facts`, not both"), at: key)
    }
    if !places.isEmpty, places.allSatisfy(outside.contains) {
      reader.report(
        Wording(zh: "outside 排除了 in 的全部位置，永远匹配不到。", en: "`outside` rules out all of `in`, so nothing can ever match"),
        at: reader.key("outside") ?? Placed("", source: reader.value.source, range: reader.value.node.head))
    }
    self.init(
      any: any.compactMap { draft.soughtPhrase($0) }, patterns: sources.compactMap { draft.soughtPattern($0) },
      all: all.compactMap { draft.soughtPhrase($0) }, places: places, outside: outside,
      without: without.compactMap { draft.soughtPhrase($0) },
      clauseWith: draft.phraseIDs(clauseWith), sentences: sentences?.value ?? Bounds(lower: 1, upper: nil),
      figures: figures?.value, facts: facts?.value,
      words: (any + all + sources).map(\.value))
  }
}

extension MentionCheck {
  func words(in pack: RulePack) -> Wording {
    let places = Place.words(self.places)
    // A pattern is no reading matter; the phrases that stand before the patterns are.
    let phrases = words.prefix(any.count + all.count)
    let shown =
      phrases.isEmpty
      ? Wording(zh: "指定写法", en: "of a given form")
      : Wording(phrases.prefix(8).joined(separator: "、") + (phrases.count > 8 ? "…" : ""))
    let times = sentences == Bounds(lower: 1, upper: nil) ? nil : sentences.words
    return Wording(
      zh: "\(places.zh)中有“\(shown.zh)”一类的表述" + (times.map { "，\($0.zh)句" } ?? "")
        + (figures.map { "，同句有\($0.words.zh)处数据" } ?? "") + (facts.map { "，同句有\($0.words.zh)处数据或文件" } ?? ""),
      en: "words like \(shown.en) in \(places.en)" + (times.map { ", in \($0.en) sentences" } ?? "")
        + (figures.map { ", with \($0.words.en) figures in the sentence" } ?? "")
        + (facts.map { ", with \($0.words.en) figures or documents in the sentence" } ?? ""))
  }
}
