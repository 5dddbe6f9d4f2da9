import Rules
import SourceText
import Testing

@Suite("Loading the lists by which a report's language is judged") struct LanguageListTests {
  /// A mistake in a list or in its use, and what is said of it.
  struct Mistake: CustomTestStringConvertible, Sendable {
    var name: String
    var list: String
    var requirement: String
    var says: String
    var testDescription: String { name }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      name: "a list that is not there", list: "term_lists: {slips: {title: 错字, terms: [{wrong: 布署}]}}",
      requirement: "forbid: {terms: slip, in: body}", says: "did you mean `slips`?"),
    Mistake(
      name: "an excuse that never meets the word",
      list: "term_lists: {slips: {title: 错字, terms: [{wrong: 布署, unless: [公开]}]}}",
      requirement: "forbid: {terms: slips, in: body}", says: "shares no character with what is looked for"),
    Mistake(
      name: "a word that is wrong and right",
      list: "term_lists: {slips: {title: 错字, terms: [{wrong: 布署, right: 布署}]}}",
      requirement: "forbid: {terms: slips, in: body}", says: "is both wrong and right"),
    Mistake(
      name: "an unknown key of a term", list: "term_lists: {slips: {title: 错字, terms: [{wrong: 布署, rihgt: 部署}]}}",
      requirement: "forbid: {terms: slips, in: body}", says: "did you mean `right`?"),
    Mistake(
      name: "more differences than a phrase bears",
      list: "phrase_lists: {set: {title: 表述, phrases: [{phrase: 依法行政, differences: 3}]}}",
      requirement: "forbid: {garbled: set, in: body}", says: "the number of differences is from 1 to 1"),
    Mistake(
      name: "a day that is none",
      list: "timelines: {meetings: {title: 会议, entries: [{name: 大会, words: [大会], from: 2024-02-30}]}}",
      requirement: "forbid: {timeline: meetings, is: later, in: body}", says: "is no date"),
    Mistake(
      name: "a day with a sign",
      list: "timelines: {meetings: {title: 会议, entries: [{name: 大会, words: [大会], from: 2024-+1-18}]}}",
      requirement: "forbid: {timeline: meetings, is: later, in: body}", says: "is no date"),
    Mistake(
      name: "an end before its beginning",
      list:
        "timelines: {meetings: {title: 会议, entries: [{name: 大会, words: [大会], from: 2024-02-03, until: 2023-01-01}]}}",
      requirement: "forbid: {timeline: meetings, is: later, in: body}", says: "`until` must be later than `from`"),
    Mistake(
      name: "a name with one form", list: "name_lists: {bodies: {title: 机构, names: [{title: 县委, forms: [县委]}]}}",
      requirement: "forbid: {mixed_names: bodies, in: body}", says: "a name with one form is never mixed"),
    Mistake(
      name: "a repetition of two characters", list: "topics: {}",
      requirement: "forbid: {repeated: clause, characters: 2.., in: body}", says: "6 at least"),
    Mistake(
      name: "nowhere to look", list: "term_lists: {slips: {title: 错字, terms: [{wrong: 布署}]}}",
      requirement: "forbid: {terms: slips, in: body, outside: body}", says: "nothing can ever match"),
    Mistake(
      name: "a list that no rule uses", list: "term_lists: {slips: {title: 错字, terms: [{wrong: 布署}]}}",
      requirement: "require: {known: title}", says: "no rule uses `slips`"),
  ]

  @Test("says what is wrong", arguments: mistakes) func mistake(_ mistake: Mistake) {
    let rules = """
      \(mistake.list)
      rules:
        - id: case.rule
          title: 规则
          category: elements
          severity: error
          weight: 1
          basis: law
          \(mistake.requirement)
          why: 规定如此。
          remedy: 改正。
          examples: {meets: [云溪县], fails: [云溪县]}

      """
    let problems = loadPack(Packs.ruleFiles(Packs.small(rules: rules))).problems
    #expect(
      problems.contains { $0.message.en.contains(mistake.says) }, "\(problems.map(\.message.en))")
  }

  /// Words of rules that are also the program's own names of facts, parts and kinds of document.
  private static let shared: Set<String> = [
    "第一责任人", "下一年度", "发布日期", "成文日期", "公开日期", "更新日期", "信息公开", "政府信息", "政府信息公开", "年度报告", "落实情况",
    "信息公开年度报告", "信息公开工作年度报告",
  ]

  /// Words that only the law, its instruments and reports use, beside those of the rules.
  private static let ofTheLaw = [
    "月1日之前", "个工作日内", "督察工作规定", "责任规定", "实施纲要", "公文处理", "公文格式", "标点符号用法", "亲自部署", "亲自过问",
    "亲自协调", "亲自督办", "述法", "复议", "应诉", "普法", "执法", "规范性文件", "权责清单", "营商环境", "放管服", "一网通办", "法治政府",
    "依法治", "不足之处", "究其原因", "下一步", "县委", "市委", "省委", "常委会", "党组", "责任追究", "主要举措", "工作安排", "国办发",
    "厅字", "中发",
  ]

  @Test("keeps every word of the law and of reports out of the Swift sources") func noWordsInSwift() throws {
    let pack = try #require(Packs.shipped)
    let conditions = pack.rules.flatMap { [$0.requirement.condition] + $0.partials.map(\.when) }
    let topics = pack.topics.flatMap { $0.terms + $0.support }.map(\.words)
    let lists =
      pack.lists.terms.flatMap { $0.terms.compactMap(\.right) } + pack.lists.phrases.flatMap { $0.phrases.map(\.words) }
    let dated = pack.lists.timelines.flatMap { $0.entries.map(\.name) }.flatMap { $0.split { "《》（".contains($0) } }
    let words = Set(conditions.flatMap(Self.words) + topics + lists + dated.map(String.init) + Self.ofTheLaw).filter {
      word in
      (word.unicodeScalars.count >= 4 || Self.ofTheLaw.contains(word))
        && word.unicodeScalars.allSatisfy { ("\u{4E00}"..."\u{9FFF}").contains($0) }
        && !Self.shared.contains(word)
    }
    #expect(words.count > 300)
    for (name, text) in Files.swiftSources() {
      for line in text.split(separator: "\n") {
        let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
        guard code.unicodeScalars.contains(where: { ("\u{4E00}"..."\u{9FFF}").contains($0) }) else { continue }
        for word in words where code.contains(word) { Issue.record("\(name) says \(word): \(code)") }
      }
    }
  }

  /// The words for which a condition looks.
  private static func words(of condition: Condition) -> [String] {
    switch condition {
    case .mention(let check): check.words
    case .allOf(let parts), .anyOf(let parts): parts.flatMap(words)
    case .not(let part): words(of: part)
    default: []
    }
  }
}
