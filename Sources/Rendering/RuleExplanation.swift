import Reports
public import Rules
public import SourceText

/// A rule for a person who wants to agree or disagree with it.
public struct RuleExplanation: Sendable {
  private let rule: Rule
  private let pack: RulePack
  private let language: Language

  public init(of rule: Rule, in pack: RulePack, language: Language) {
    self.rule = rule
    self.pack = pack
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: language) }
  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  /// The explanation as text for a console.
  public func rendered(display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    page.entry(indent: 0, say(rule.title), .bold)
    let category = pack.categories[rule.category]
    page.entry(
      indent: 0,
      say(
        "\(rule.id) · \(rule.severity.words.zh) · 权重 \(Decimals.shown(rule.weight.thousandths, places: 3)) · \(category.title.zh)",
        "\(rule.id) · \(rule.severity.words.en) · weight \(Decimals.shown(rule.weight.thousandths, places: 3)) · \(category.title.en)"
      ) + (rule.isVeto ? say(" · 一票否决", " · veto") : ""), .dim)
    page.line()
    for (label, text) in parts where !text.isEmpty {
      page.entry(ConsoleText.padded(label, to: language == .zh ? 4 : 8), labelInk: .dim, indent: 0, text)
    }
    for example in rule.examples {
      page.line()
      page.line(page.paint(say("示例（\(say(example.expected.words))）", "example (\(say(example.expected.words)))"), .dim))
      for line in example.text.split(separator: "\n", omittingEmptySubsequences: false) {
        page.entry(indent: 4, String(line))
      }
    }
    return page.bytes
  }

  private var parts: [(label: String, text: String)] {
    [
      (say("要求", "asks"), say(pack.words(for: rule))),
      (say("依据", "basis"), pack.basis(of: rule, in: language) ?? ""),
      (say("理由", "why"), say(rule.why)),
      (say("写法", "write"), say(rule.remedy.written)),
      (say("适用", "applies"), applicability),
      (say("位置", "defined"), "\(rule.path):\(rule.position.line):\(rule.position.column)"),
      (
        say("改动", "changed"),
        rule.changes.map { "\($0.path):\($0.position.line):\($0.position.column)" }.joined(separator: say("、", ", "))
      ),
    ]
  }

  private var applicability: String {
    let applies = rule.applies
    var parts: [String] = []
    let separator = say("、", ", ")
    func add(_ label: String, _ words: [String]) {
      if !words.isEmpty { parts.append(label + say("：", ": ") + words.joined(separator: separator)) }
    }
    add(say("层级", "levels"), applies.levels.map { say($0.words) })
    add(say("阶段", "stages"), applies.stages.map { say($0.words) })
    add(say("文种", "kinds"), applies.kinds.map { say($0.words) })
    switch (applies.firstYear, applies.lastYear) {
    case (let first?, let last?): parts.append(say("\(first)–\(last) 年度", "years \(first)–\(last)"))
    case (let first?, nil): parts.append(say("\(first) 年度起", "from \(first)"))
    case (nil, let last?): parts.append(say("至 \(last) 年度", "until \(last)"))
    case (nil, nil): break
    }
    return parts.isEmpty ? say("所有报告", "all reports") : parts.joined(separator: say("；", "; "))
  }
}
