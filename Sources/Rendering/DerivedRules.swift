import Documents
public import Reports
public import Rules
public import SourceText

/// A draft of rules from a good document: one for each part that it has, with its headings as words to look for.
///
/// The draft is a rule file that loads beside the pack's others; its author then puts in titles, severities and bases.
public struct DerivedRules {
  private let report: Report
  private let pack: RulePack
  private let path: String
  private let language: Language
  private var yaml = ""

  /// The rules that a report would have met.
  public init(from report: Report, pack: RulePack, path: String, language: Language) {
    self.report = report
    self.pack = pack
    self.path = path
    self.language = language
  }

  /// The rule file.
  public func rendered() -> [UInt8] {
    var copy = self
    copy.write()
    return Array(copy.yaml.utf8)
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: language) }
  private func quote(_ range: FoldedRange) -> String { report.document.text.string(report.text.source(range)) }

  private mutating func write() {
    add(
      say(
        "# 根据 \(name) 生成的规则草稿：存入规则文件夹，列入 pack.yaml 的 include，再改好标题、严重程度、权重和依据。",
        "# A draft from \(name): put it into the rule folder, include it in pack.yaml, then set titles, severities, weights and bases."
      ))
    cues()
    add("rules:")
    var count = 0
    var roles: [SectionRole] = []
    for span in report.roles where span.section != nil && span.role != .other && !roles.contains(span.role) {
      roles.append(span.role)
      part(span)
      count += 1
    }
    for (index, section) in report.sections.enumerated() where section.level <= 2 {
      if report.roles.contains(where: { $0.section == index && $0.role != .other }) { continue }
      guard let words = words(of: section), words.unicodeScalars.count >= 3 else { continue }
      count += 1
      heading(section, words, number: count)
    }
    if count == 0 {
      yaml = yaml.replacingLast(
        "rules:\n", with: say("# 没有读出带标题的部分，写不出规则。\n", "# no part with a heading was read, so there is no rule.\n"))
    }
  }

  /// The document's name as it can stand in a comment.
  private var name: String { String(ConsoleText.harmless(path)) }

  private mutating func add(_ line: String) { yaml += line + "\n" }

  /// The headings as cues for `sections.yaml`, in comments: roles are defined there, once.
  private mutating func cues() {
    add(say("# 可以补充到 sections.yaml 的标题线索：", "# Heading cues for sections.yaml:"))
    for role in SectionRole.allCases where role != .other {
      let spans = report.roles.filter { $0.role == role && $0.section != nil }
      let words = spans.compactMap { span in span.section.flatMap { self.words(of: report.sections[$0]) } }
      if words.isEmpty { continue }
      add("#   \(role.rawValue):")
      add("#     heading:")
      add("#       - {any: [\(words.map(quoted).joined(separator: ", "))], points: 8}")
    }
  }

  /// A heading without its number and without a year in front, or nil when nothing is left.
  private func words(of section: Section) -> String? {
    var range = section.heading
    if let numbering = section.numbering { range.start = max(range.start, numbering.range.end) }
    if let year = report.years.first(where: { $0.range.start == range.start }) { range.start = year.range.end }
    while range.end > range.start, [0x2E, 0x3A, 0x3B].contains(report.text.bytes[range.end - 1]) { range.end -= 1 }
    var words = report.text.string(range)[...]
    while let last = words.last, last == "。" || last.isWhitespace { words.removeLast() }
    while let first = words.first, first.isWhitespace { words.removeFirst() }
    return words.isEmpty ? nil : String(words)
  }

  private mutating func part(_ span: RoleSpan) {
    let title = pack.title(of: span.role).zh
    let spans = report.roles.filter { $0.role == span.role }
    let characters = spans.map { report.hanCharacters(in: $0.range) }.max() ?? 0
    // A third of what the good document has, in tens, is asked of others.
    let least = characters / 30 * 10
    let condition = "{section: \(span.role.rawValue)" + (least > 0 ? ", characters: \(least).." : "") + "}"
    let meets = example(spans.map { quote($0.range) })
    rule("derived.\(span.role.rawValue)", say("应当有“\(title)”部分", "A part on \(title)"), condition, meets: meets)
  }

  private mutating func heading(_ section: Section, _ words: String, number: Int) {
    var text = quote(section.heading)
    if let first = report.sentences.first(where: { $0.start >= section.heading.end && $0.end <= section.extent.end }) {
      text += "\n" + quote(first)
    }
    rule(
      "derived.part-\(number)", say("应当有“\(words)”一节", "A part headed “\(words)”"),
      "{mention: {any: [\(quoted(words))], in: headings}}", meets: example([text]))
  }

  private mutating func rule(_ id: String, _ title: String, _ condition: String, meets: String) {
    let basis = pack.rules.first?.basis.first.map { pack.bases[$0.basis].key } ?? pack.bases.first?.key ?? ""
    add("  - id: \(id)")
    add("    title: \(quoted(title))")
    add("    category: \(quoted(pack.categories.first?.id ?? ""))")
    add("    severity: info")
    add("    weight: 1")
    add("    basis: \(quoted(basis))")
    add("    require: \(condition)")
    add("    why: \(quoted(say("草稿：写明为什么要求。", "A draft: say why it is asked.")))")
    add("    remedy: \(quoted(say("草稿：写明应当怎样写。", "A draft: say what to write.")))")
    add("    examples:")
    add("      meets: [\(quoted(meets))]")
    add("      fails: [\(quoted(head + "\n"))]")
  }

  /// The title, by which a document is known to be a report.
  private var head: String { report.title.map { quote($0.range) } ?? name }

  private func example(_ parts: [String]) -> String { ([head] + parts).joined(separator: "\n") + "\n" }

  /// A text between quotes, as YAML and JSON both write it.
  private func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension String {
  /// The text with its last occurrence of an ending put another way.
  fileprivate func replacingLast(_ ending: String, with other: String) -> String {
    hasSuffix(ending) ? dropLast(ending.count) + other : self
  }
}
