public import Matching
import Reports
import SourceText
public import YAMLReading

/// `mention: {any: […], in: […]}`: words stand in given places.
///
///     require: {mention: {any: [原因在于, 主要原因], in: shortcomings}}
///     forbid: {mention: {any: ["{previous_year}年工作打算"], in: headings}}
///     require: {mention: {any: [$party-head], with: [主持召开, 批示], facts: 1.., in: leader-duty}}
///
/// An object, though nothing in it ever changes: a pack has a hundred of them, and as a value each would be copied for each report.
public final class MentionCheck: Sendable {
  /// One of these phrases or patterns …
  public let any: [PhraseID]
  /// … or one of these with variables of the report …
  public let madeAny: [MessageTemplate]
  /// … or a match of one of these patterns …
  public let patterns: [Expression]
  /// … and all of these phrases occur.
  public let all: [Phrase]
  /// Where it is looked for.
  public let places: [Place]
  /// Places inside those that do not count.
  public let outside: [Place]
  /// Phrases that rule out the sentence in which they stand …
  public let without: [PhraseID]
  /// … and those that have variables of the report.
  public let madeWithout: [MessageTemplate]
  /// Phrases of which one must stand in the same clause; empty when none is asked for.
  public let clauseWith: [PhraseID]
  /// In how many sentences it must occur.
  public let sentences: Bounds<Int>
  /// Longer phrases of which it must be no part: 政法委书记 is no 委书记.
  public let except: [PhraseID]
  /// What must stand near it.
  public let company: Company
  /// The words as the rule's author wrote them, for messages.
  public let words: [String]
  /// The first of the words, for what is said when they were not found.
  private let asked: String

  init(
    any: [Phrase], patterns: [Expression], all: [Phrase], places: [Place], outside: [Place], without: [Phrase],
    clauseWith: [PhraseID], sentences: Bounds<Int>, except: [PhraseID], company: Company, words: [String]
  ) {
    self.any = any.compactMap(\.fixed)
    madeAny = any.compactMap(\.made)
    self.patterns = patterns
    self.all = all
    self.places = places
    self.outside = outside
    self.without = without.compactMap(\.fixed)
    madeWithout = without.compactMap(\.made)
    self.clauseWith = clauseWith
    self.sentences = sentences
    self.except = except
    self.company = company
    self.words = words
    asked = words.shown(4)
  }

  /// What must stand near a word for it to count: other words, figures, documents, dates.
  public struct Company: Sendable {
    /// Groups of words, one of each.
    public var words: WordGroups
    /// How many figures, titled documents and dates.
    public var facts: Bounds<Int>?
    /// How many figures.
    public var figures: Bounds<Int>?
    /// How near.
    public var reach: Reach

    /// Whether nothing need stand near.
    var isEmpty: Bool { words.groups.isEmpty && facts == nil && figures == nil }
  }

  /// How far away what stands near a word may be.
  public enum Reach: Sendable {
    /// In the same sentence.
    case sentence
    /// In the same sentence, so many Chinese characters before or behind at most.
    case characters(Int)
    /// In the same paragraph.
    case paragraph
  }

  /// A phrase to look for.
  public enum Phrase: Sendable {
    /// One that is searched for together with all others of the pack.
    case fixed(PhraseID)
    /// One with variables of the report.
    case made(MessageTemplate)

    fileprivate var fixed: PhraseID? { if case .fixed(let phrase) = self { phrase } else { nil } }
    fileprivate var made: MessageTemplate? { if case .made(let template) = self { template } else { nil } }
  }

  /// A pattern to look for.
  public enum Expression: Sendable {
    /// One that is compiled with the pack, and a phrase without which it cannot match.
    case fixed(Pattern, literal: PhraseID?)
    /// One with variables of the report.
    case made(PatternTemplate)
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count", "line"]

  func answer(in context: EvaluationContext) -> Answer {
    var search = MentionSearch(check: self, context: context)
    if search.regions.isEmpty {
      return Answer(
        truth: .absent,
        message: context.wording(
          zh: "没有可供查找“\(asked)”的部分", en: "The part in which to look for “\(asked)” is not there"),
        evidence: [.slot(slot(in: context))], found: .nothing)
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
          message: context.wording(
            zh: "文中看不出\(name.zh)，无法查找“\(asked)”",
            en: "The text does not show \(name.en); “\(asked)” can't be looked for"),
          evidence: [])
      }
    }
    var shown: [FoldedRange] = []
    shown.reserveCapacity(hits.count)
    for hit in hits {
      let sentence = context.report.sentence(around: hit)
      if shown.last != sentence { shown.append(sentence) }
    }
    guard let first = hits.first else {
      if let lonely = search.lonely.min() { return self.lonely(lonely, in: context) }
      return missing(asked, nearest: search.regions.first, in: context)
    }
    let line = context.line(of: first.start)
    let quoted = context.excerpt(first)
    let count = shown.count
    let found = FoundValues { name in
      switch name {
      case "found": Wording(quoted)
      case "count": Wording("\(count)")
      case "line": Wording("\(line.number)")
      default: nil
      }
    }
    guard sentences.contains(shown.count) else {
      let asked = sentences.words
      return Answer(
        truth: .absent,
        message: context.wording(
          zh: "只有\(shown.count)句写到“\(quoted)”等（\(line.zh)），应为\(asked.zh)句",
          en: "\(shown.count) sentences say “\(quoted)” or the like (\(line.en)); \(asked.en) are asked"),
        evidence: shown.prefix(3).map(Answer.Trace.nearest), found: found)
    }
    return Answer(
      truth: .holds, message: context.wording(zh: "\(line.zh)“\(quoted)”", en: "\(line.en), “\(quoted)”"),
      evidence: shown.prefix(context.mostPlaces).map(Answer.Trace.found), found: found)
  }

  /// Where the part should stand in which to look, when it is not there.
  private func slot(in context: EvaluationContext) -> Int {
    switch places.first {
    case .role(let role): context.slot(for: role)
    case .title: 0
    case .headings, .preamble, .addressee, .body, .signature, .metadata, .column, .document, .titles, .quotations, nil:
      context.report.body.start
    }
  }

  /// The words stand there, but without what must stand near them.
  private func lonely(_ hit: FoldedRange, in context: EvaluationContext) -> Answer {
    let line = context.line(of: hit.start)
    let quoted = context.excerpt(hit)
    let lacking = company.lacking(around: hit, in: context.report)
    return Answer(
      truth: .absent,
      message: context.wording(
        zh: "\(line.zh)写到“\(quoted)”，但\(company.reach.words.zh)没有\(lacking.zh)",
        en: "\(line.en) says “\(quoted)”, but without \(lacking.en) \(company.reach.words.en)"),
      evidence: [.nearest(context.report.sentence(around: hit))],
      found: ["found": Wording(quoted), "line": Wording("\(line.number)"), "count": Wording("0")])
  }

  private func missing(_ asked: String, nearest: FoldedRange?, in context: EvaluationContext) -> Answer {
    Answer(
      truth: .absent,
      message: context.wording(zh: "没有找到“\(asked)”一类的表述", en: "Nothing like “\(asked)” was found"),
      evidence: nearest.map { [.nearest(context.report.sentence(around: FoldedRange($0.start, $0.start)))] } ?? [],
      found: .nothing)
  }
}

extension MentionCheck {
  /// Reads what stands under `mention`.
  convenience init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let any = draft.words("any", in: &reader)
    let all = draft.words("all", in: &reader)
    let sources = reader.strings(
      "patterns", doc: Wording(zh: "正则表达式（PCRE2），与 any 同等", en: "Regular expressions (PCRE2), beside `any`"))
    let places = draft.places("in", .required, in: &reader)
    let outside = draft.places("outside", in: &reader)
    let without = draft.words("without", in: &reader)
    let except = draft.words("except", in: &reader)
    let clauseWith = draft.phraseIDs(draft.words("clause_with", in: &reader))
    let sentences = reader.range(
      "sentences", doc: Wording(zh: "出现在多少个句子中，例如 2..", en: "In how many sentences, 2.. say"))
    let company = MentionCheck.company(&reader, hasWords: !any.isEmpty || !sources.isEmpty, &draft)
    if any.isEmpty && all.isEmpty && sources.isEmpty {
      reader.report(
        Wording(zh: "要写明找什么：any、all 或 patterns。", en: "say what to look for: `any`, `all` or `patterns`"))
    }
    if let sentences, (sentences.value.lower ?? 1) < 1 {
      reader.report(
        Wording(zh: "句数至少从1起；不应出现的内容用 forbid。", en: "count sentences from 1; use `forbid` for what must not be there"),
        at: sentences)
    }
    if !places.isEmpty, places.allSatisfy(outside.contains) {
      reader.report(
        Wording(zh: "outside 排除了 in 的全部位置，永远匹配不到。", en: "`outside` rules out all of `in`, so nothing can ever match"),
        at: reader.key("outside") ?? Placed("", source: reader.value.source, range: reader.value.node.head))
    }
    let shown = (any + all + sources).map(\.value)
    self.init(
      any: any.compactMap { draft.soughtPhrase($0) }, patterns: sources.compactMap { draft.soughtPattern($0) },
      all: all.compactMap { draft.soughtPhrase($0) }, places: places, outside: outside,
      without: without.compactMap { draft.soughtPhrase($0) },
      clauseWith: clauseWith, sentences: sentences?.value ?? Bounds(lower: 1, upper: nil),
      except: draft.phraseIDs(except), company: company,
      words: shown)
  }

  private static func company(
    _ reader: inout MappingReader, hasWords: Bool, _ draft: inout PackDraft
  ) -> Company {
    let words = draft.wordGroups("with", in: &reader)
    let facts = reader.range("facts")
    let figures = reader.range("figures")
    var company = Company(words: words, facts: facts?.value, figures: figures?.value, reach: .sentence)
    let reach = reader.string("within")
    if let reach { company.reach = self.reach(reach, in: reader) }
    if let reach, company.isEmpty {
      reader.report(
        Wording(
          zh: "within 要和 with、facts 或 figures 一起用，单独写不起作用。",
          en: "`within` goes with `with`, `facts` or `figures`; alone it does nothing"), at: reach)
    }
    if !company.isEmpty, !hasWords {
      reader.report(
        Wording(
          zh: "with、facts 和 figures 说的是 any 或 patterns 的词旁边要有什么；这里没有 any 和 patterns。",
          en: "`with`, `facts` and `figures` say what stands near the words of `any` or `patterns`; here are none"))
    }
    return company
  }

  private static func reach(_ text: Placed<String>, in reader: MappingReader) -> Reach {
    switch text.value {
    case "sentence": return .sentence
    case "paragraph": return .paragraph
    default:
      if let number = Int(text.value), number > 0 { return .characters(number) }
      reader.report(
        Wording(
          zh: "within 写 sentence、paragraph 或字数。", en: "`within` is `sentence`, `paragraph` or a number of characters"),
        at: text)
      return .sentence
    }
  }
}

extension MentionCheck.Company {
  /// The stretch around a word in which its company must stand.
  func window(around hit: FoldedRange, in report: Report) -> FoldedRange {
    switch reach {
    case .sentence: return report.sentence(around: hit)
    case .characters(let count):
      // A Chinese character has three bytes.
      let sentence = report.sentence(around: hit)
      return FoldedRange(max(sentence.start, hit.start - 3 * count), min(sentence.end, hit.end + 3 * count))
    case .paragraph: return report.text.block(at: hit.start).map { report.text.blocks[$0] } ?? hit
    }
  }

  /// Whether all that must stand near a word stands there.
  func stands(around hit: FoldedRange, in report: Report) -> Bool {
    if isEmpty { return true }
    let window = window(around: hit, in: report)
    return words.allStand(in: window, of: report)
      && (facts?.contains(report.datedFacts(in: window)) ?? true)
      && (figures?.contains(report.figureCount(in: window)) ?? true)
  }

  /// What does not stand near a word, in words.
  func lacking(around hit: FoldedRange, in report: Report) -> Wording {
    if let group = words.missing(in: window(around: hit, in: report), of: report) {
      let words = group.words.shown(4)
      return Wording(zh: "“\(words)”一类的内容", en: "anything like “\(words)”")
    }
    return facts == nil
      ? Wording(zh: "具体数字", en: "a figure") : Wording(zh: "具体数字、文件或日期", en: "a figure, a document or a date")
  }

  /// What must stand near, in words, to follow the words themselves.
  var asked: Wording {
    if isEmpty { return Wording("") }
    var zh: [String] = []
    var en: [String] = []
    if !words.groups.isEmpty {
      zh.append(words.shown.zh)
      en.append(words.shown.en)
    }
    if let facts {
      zh.append("\(facts.words.zh)处数据、文件或日期")
      en.append("\(facts.words.en) figures, documents or dates")
    }
    if let figures {
      zh.append("\(figures.words.zh)个数据")
      en.append("\(figures.words.en) figures")
    }
    return Wording(
      zh: "，\(reach.words.zh)有" + zh.joined(separator: "和"),
      en: ", with " + en.joined(separator: " and ") + " " + reach.words.en)
  }
}

extension MentionCheck.Reach {
  /// How near, in words.
  var words: Wording {
    switch self {
    case .sentence: Wording(zh: "同一句里", en: "in the same sentence")
    case .characters(let count): Wording(zh: "前后\(count)字内", en: "within \(count) characters")
    case .paragraph: Wording(zh: "同一段里", en: "in the same paragraph")
    }
  }
}

extension MentionCheck {
  func words(in pack: RulePack) -> Wording {
    let places = Place.words(self.places)
    // A pattern is no reading matter; the phrases that stand before the patterns are.
    let phrases = words.prefix(any.count + madeAny.count + all.count)
    let shown =
      phrases.isEmpty
      ? Wording(zh: "指定写法", en: "of a given form")
      : Wording(Array(phrases).shown(8))
    let times = sentences == Bounds(lower: 1, upper: nil) ? nil : sentences.words
    return Wording(
      zh: "\(places.zh)中有“\(shown.zh)”一类的表述" + company.asked.zh + (times.map { "，\($0.zh)句" } ?? ""),
      en: "words like \(shown.en) in \(places.en)" + company.asked.en + (times.map { ", in \($0.en) sentences" } ?? ""))
  }
}
