public import Rules
public import SourceText
import YAMLReading

/// The rule language and the rules of a pack as a Markdown page, made from the decoders and from the pack.
public struct RuleReference {
  private let grammar: RuleGrammar
  private let pack: RulePack
  private let language: Language
  private var text = ""

  /// The page in a language.
  public init(of grammar: RuleGrammar, pack: RulePack, language: Language) {
    self.grammar = grammar
    self.pack = pack
    self.language = language
  }

  /// The page as Markdown.
  public func rendered() -> [UInt8] {
    var copy = self
    copy.write()
    return Array(copy.text.utf8)
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  private mutating func write() {
    line(say("# 规则参考", "# Rule reference"))
    line(
      say(
        "本页由 `fazhi-audit rules reference` 根据程序和规则生成，请勿手工修改；用 `make reference` 更新。",
        "Made by `fazhi-audit rules reference` from the program and the rules; don't edit it, run `make reference`."))
    line(say("## 一条规则", "## A rule"))
    table(grammar.rule)
    line(say("## 条件", "## Conditions"))
    line(
      say(
        "条件写在 `require`、`forbid`、`partial` 的 `when` 中，用第一个键写明是哪一种检查。",
        "A condition has one leading key that names its kind."))
    for shape in grammar.conditions { condition(shape) }
    line(say("## 位置", "## Places"))
    rows([say("名称", "name"), say("含义", "what it is")], grammar.places.map { ["`\($0.name)`", say($0.words)] })
    line(say("## 变量", "## Variables"))
    rows(
      [say("名称", "name"), say("含义", "what it is")], grammar.variables.map { ["`{\($0.name)}`", say($0.words)] })
    line(say("## 规则文件", "## Files"))
    line(say("任何一个规则文件可以写：", "Any file may hold:"))
    table(grammar.file)
    line(say("`pack.yaml` 还可以写：", "`pack.yaml` may also hold:"))
    table(grammar.header)
    catalogue()
  }

  private mutating func condition(_ shape: Shape) {
    line("### `\(shape.name)`")
    if let meaning = grammar.meaning(ofCondition: shape.name) { line(say(meaning)) }
    table(shape)
    let users = pack.rules.filter { $0.kinds.contains(shape.name) }
    guard let user = users.first(where: { $0.kinds.first == shape.name }) ?? users.first else {
      line(say("本规则包没有用到这种检查。", "No rule of this pack uses it."))
      return
    }
    let more = users.count > 1 ? say("等 \(users.count) 条规则", " and \(users.count - 1) more") : ""
    line(
      say("用于 `\(user.id)`\(more)：", "Used by `\(user.id)`\(more): ") + say(pack.words(for: user))
        + say("。", "."))
    for expected in [Rule.Example.Expectation.meets, .fails] {
      guard let example = user.examples.first(where: { $0.expected == expected }) else { continue }
      line(say("\(expected.words.zh)的例子：", "An example that is \(expected.words.en):"))
      let text = example.text.split(separator: "\n").joined(separator: "\n")
      line("```text\n\(text)\n```")
    }
  }

  private mutating func catalogue() {
    line(say("## 规则目录", "## The rules"))
    line(
      say(
        "\(pack.title.zh) \(pack.version)，共 \(pack.rules.count) 条。",
        "\(pack.title.en) \(pack.version), \(pack.rules.count) rules."))
    for (index, category) in pack.categories.enumerated() {
      let rules = pack.rules.filter { $0.category == index }
      if rules.isEmpty { continue }
      let weight = Decimals.shown(category.weight.thousandths, places: 3)
      line("### " + say("\(category.title.zh)（权重 \(weight)）", "\(category.title.en) (weight \(weight))"))
      rows(
        ["id", say("要求", "asks"), say("严重程度", "severity"), say("权重", "weight"), say("依据", "basis")],
        rules.map { rule in
          [
            "`\(rule.id)`", say(rule.title), say(rule.severity.words),
            Decimals.shown(rule.weight.thousandths, places: 3), pack.basis(of: rule, in: language) ?? "",
          ]
        })
    }
  }

  // MARK: Markdown

  private mutating func line(_ words: String) { text += (text.isEmpty ? "" : "\n") + words + "\n" }

  /// The keys of a shape, then those of the shapes inside it.
  private mutating func table(_ shape: Shape) {
    var seen: Set<String> = []
    let keys = shape.keys.filter { seen.insert($0.name).inserted }
    let places = grammar.places.map(\.name)
    rows(
      [say("键", "key"), say("值", "value"), say("说明", "what it says")],
      keys.map { key in
        // The places stand once, in a table of their own.
        let listed =
          key.words.isEmpty ? "" : say("：", ": ") + key.words.map { "`\($0)`" }.joined(separator: say("、", ", "))
        let value =
          key.words == places ? say("一个或几个[位置](#位置)", "one or more [places](#places)") : say(key.kind.noun) + listed
        let doc = key.doc.map { say($0) } ?? ""
        let must = key.isRequired ? say("必填。", "Required. ") : ""
        return ["`\(key.name)`", value, (must + doc).trimmedEnd]
      })
    for key in keys {
      guard let inner = key.shape, !inner.keys.isEmpty else { continue }
      line(say("`\(key.name)` 里：", "In `\(key.name)`:"))
      table(inner)
    }
  }

  private mutating func rows(_ head: [String], _ rows: [[String]]) {
    func row(_ cells: [String]) -> String {
      let escaped = cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
      return "| " + escaped.joined(separator: " | ") + " |"
    }
    line(([row(head), row(head.map { _ in "---" })] + rows.map(row)).joined(separator: "\n"))
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
