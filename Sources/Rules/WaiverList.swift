import Matching
public import Reports
public import SourceText
import YAMLReading

/// The waivers of one file, ready to be held against findings.
///
/// ```yaml
/// waivers:
///   - rule: section.causes
///     document: 青禾镇/2024*.txt
///     reason: 机构合并，原因分析并入县政府报告
///     by: 李平（县司法局）
///     until: 2025-06-30
/// ```
public struct WaiverList: Sendable {
  /// In the order of the file.
  public private(set) var waivers: [Waiver] = []
  private var conditions: [(rules: RuleSelector, documents: PathPattern)] = []

  /// Reads a file of waivers; those that are wrong are reported and left out.
  ///
  /// - Parameters:
  ///   - first: the number of its first waiver.
  ///   - rules: the ids that a waiver may name.
  ///   - problems: what is wrong goes here.
  public init(path: String, bytes: [UInt8], numberedFrom first: Int, rules: [String], problems: inout [Problem]) {
    let sink = ProblemSink()
    let root = readYAML(path: path, bytes: bytes, problems: sink)
    let read = root?.mapping { Self.read(&$0, rules: rules) } ?? []
    for (offset, entry) in read.enumerated() {
      var waiver = entry.waiver
      waiver.number = first + offset
      waivers.append(waiver)
      conditions.append((entry.rules, entry.documents))
    }
    problems += sink.problems
  }

  typealias Entry = (waiver: Waiver, rules: RuleSelector, documents: PathPattern)

  /// What the file may hold.
  static func read(_ reader: inout MappingReader, rules: [String]) -> [Entry] {
    let list = reader.mappings("waivers", .required, doc: Wording(zh: "豁免的列表", en: "the waivers")) {
      waiver(&$0, rules: rules)
    }
    if reader.hasEmptyList("waivers"), let key = reader.key("waivers") {
      reader.report(Wording(zh: "“waivers”是空的。", en: "`waivers` is empty"), at: key)
    }
    return list
  }

  private static func waiver(_ reader: inout MappingReader, rules: [String]) -> Entry? {
    let rule = reader.string(
      "rule", .required, doc: Wording(zh: "规则编号，或以 .* 结尾的编号开头", en: "A rule id, or the beginning of ids with .*"))
    let document = reader.string(
      "document", .required,
      doc: Wording(zh: "文档的路径样式，从本文件所在的文件夹算起", en: "A pattern of paths, from the folder of this file"))
    let reason = reader.string("reason", .required, doc: Wording(zh: "为什么豁免", en: "Why the shortfall is borne"))
    let by = reader.string("by", .required, doc: Wording(zh: "由谁批准", en: "Who answers for it"))
    let until = reader.string(
      "until", .required, doc: Wording(zh: "有效的最后一天，YYYY-MM-DD", en: "The last day on which it holds, YYYY-MM-DD"))
    for text in [reason, by] {
      if let text, text.value.utf8.allSatisfy({ $0 <= 0x20 }) {
        reader.report(Wording(zh: "这里没有写内容。", en: "nothing is written here"), at: text)
      }
    }
    let selector = rule.flatMap { rule -> RuleSelector? in
      let selector = RuleSelector(rule.value)
      if rules.contains(where: selector.matches) { return selector }
      reader.report(
        unknownWord(rule.value, among: RuleSelector.known(for: rules), subject: RuleSelector.subject), at: rule)
      return nil
    }
    let pattern = document.flatMap { document -> PathPattern? in
      do throws(PathPattern.Mistake) {
        let pattern = try PathPattern(document.value)
        if !pattern.isNegated { return pattern }
        reader.report(Wording(zh: "豁免的文档不能以“!”开头。", en: "the document of a waiver can't begin with `!`"), at: document)
      } catch {
        reader.report(error.message, at: document)
      }
      return nil
    }
    let day = until.flatMap { until -> CalendarDate? in
      if let day = CalendarDate(iso: until.value) { return day }
      reader.report(
        Wording(
          zh: "“\(until.value)”不是日期；请写成 YYYY-MM-DD，例如 2025-06-30。",
          en: "`\(until.value)` is no date; write YYYY-MM-DD, as in 2025-06-30"), at: until)
      return nil
    }
    guard let rule, let document, let reason, let by, let selector, let pattern, let day else { return nil }
    let waiver = Waiver(
      number: 0, rule: rule.value, document: document.value, reason: reason.value, by: by.value, until: day,
      path: reader.value.source.path, position: reader.value.position)
    return (waiver, selector, pattern)
  }

  /// Holds the waivers against the findings of one document: what falls short and is excused becomes `waived`.
  ///
  /// - Parameters:
  ///   - findings: of one report.
  ///   - rules: the pack's rules.
  ///   - document: the names of the document's path, from the folder of the file of waivers on.
  ///   - day: the day on which waivers are looked at.
  /// - Returns: the numbers of the waivers that name the document, ascending.
  public func apply(
    to findings: inout [Finding], of rules: [Rule], document: [String], on day: CalendarDate
  ) -> [Int] {
    let named = waivers.indices.filter { conditions[$0].documents.matches(document) }
    if named.isEmpty { return [] }
    for index in findings.indices {
      switch findings[index].status {
      case .met, .notApplicable, .unverifiable, .waived: continue
      case .partial, .missing, .violated: break
      }
      let id = rules[findings[index].rule].id
      let fitting = named.filter { conditions[$0].rules.matches(id) }
      if let valid = fitting.first(where: { !waivers[$0].hasExpired(on: day) }) {
        findings[index].waiver = waivers[valid]
        findings[index].status = .waived
        findings[index].credit = .none
      } else if let expired = fitting.first {
        findings[index].waiver = waivers[expired]
      }
    }
    return named.map { waivers[$0].number }
  }
}
