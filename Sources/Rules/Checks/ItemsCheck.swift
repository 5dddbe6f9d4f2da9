import Matching
public import Reports
import SourceText
public import YAMLReading

/// `items: {of: ROLE, …}`: so many items of a part say something concrete.
///
///     require: {items: {of: shortcomings, with: [[部分乡镇, 执法人员], [不足, 不高]], number: 2..}}
///
/// Items are the sections below the part; where it has none, what opens with 一是, 二是 …; where there are none either, its paragraphs.
public struct ItemsCheck: Sendable {
  /// The part whose items are looked at.
  public var role: SectionRole
  /// One word of each group stands in an item that counts.
  public var words: WordGroups
  /// Words by which an item counts whatever else it says.
  public var any: WordGroups
  /// Figures, titled documents and dates by which an item counts whatever else it says.
  public var facts: Bounds<Int>?
  /// How many items must count.
  public var number: Bounds<Int>

  /// What its answers tell, for the sentences of rules.
  static let found = ["count", "total", "line", "found"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    let items = ListItems.items(of: role, in: report)
    let name = context.pack.title(of: role)
    guard !items.isEmpty else {
      return Answer(
        truth: .pointless,
        message: context.wording(zh: "没有“\(name.zh)”部分，无从核查", en: "There is no part on \(name.en) to look at"),
        evidence: [])
    }
    var counting: [FoldedRange] = []
    var others: [FoldedRange] = []
    for item in items {
      if counts(item, in: report) { counting.append(item) } else { others.append(item) }
    }
    var found: FoundValues = ["count": Wording("\(counting.count)"), "total": Wording("\(items.count)")]
    if let shown = others.first ?? items.first {
      found["line"] = Wording("\(context.line(of: shown.start).number)")
      found["found"] = Wording(context.excerpt(ListItems.opening(of: shown, in: report)))
    }
    let holds = number.contains(counting.count)
    let shown = holds || others.isEmpty ? counting : others
    let message = context.wording(
      zh: "“\(name.zh)”部分列了\(items.count)条，具体的有\(counting.count)条" + (holds ? "" : "，应\(number.words.zh)条"),
      en: "\(items.count) items in the part on \(name.en), \(counting.count) of them concrete"
        + (holds ? "" : "; \(number.words.en) are asked"))
    return Answer(
      truth: holds ? .holds : .absent, message: message,
      evidence: shown.prefix(3).map {
        let opening = ListItems.opening(of: $0, in: report)
        return holds ? .found(opening) : .nearest(opening)
      },
      found: found)
  }

  private func counts(_ item: FoldedRange, in report: Report) -> Bool {
    if !any.groups.isEmpty, any.allStand(in: item, of: report) { return true }
    if let facts, facts.contains(report.datedFacts(in: item)) { return true }
    return !words.groups.isEmpty && words.allStand(in: item, of: report)
  }
}

extension ItemsCheck {
  /// Reads what stands under `items`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let role = reader.choice("of", .required, of: SectionRole.self)
    let words = draft.wordGroups("with", in: &reader)
    let any = draft.wordGroups("any", in: &reader)
    let facts = reader.range("facts")
    let number = reader.range("number", .required)
    if words.groups.isEmpty, any.groups.isEmpty, facts == nil {
      reader.report(
        Wording(
          zh: "要写明什么样的条目算数：with、any 或 facts。", en: "say which items count: `with`, `any` or `facts`"))
    }
    guard let role, let number else { return nil }
    draft.usedRoles.append(role)
    self.init(role: role.value, words: words, any: any, facts: facts?.value, number: number.value)
  }
}

extension ItemsCheck {
  func words(in pack: RulePack) -> Wording {
    let title = pack.title(of: role)
    var zh: [String] = []
    var en: [String] = []
    if !words.groups.isEmpty {
      zh.append("写到" + words.shown.zh)
      en.append("say " + words.shown.en)
    }
    if !any.groups.isEmpty {
      zh.append("写到" + any.shown.zh)
      en.append("say " + any.shown.en)
    }
    if let facts {
      zh.append("有\(facts.words.zh)处数据、文件或日期")
      en.append("have \(facts.words.en) figures, documents or dates")
    }
    return Wording(
      zh: "“\(title.zh)”部分有\(number.words.zh)条" + zh.joined(separator: "，或者"),
      en: "\(number.words.en) items of the part on \(title.en) " + en.joined(separator: " or "))
  }
}
