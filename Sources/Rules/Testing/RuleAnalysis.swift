package import SourceText
import YAMLReading

/// Looks for rules that can never fire or never pass, that repeat another, and for partial credits and words that can never count.
///
/// It reads the files as data, without asking what they mean to a report: what it says is true of every document. Packs are expected to
/// have loaded; what it cannot read it passes over.
package func analyseRules(_ files: RuleFiles) -> [Problem] {
  var analysis = RuleAnalysis()
  for file in files.files {
    let sink = ProblemSink()
    guard let root = readYAML(path: file.path, bytes: file.bytes, problems: sink) else { continue }
    analysis.read(root)
  }
  analysis.judge()
  return analysis.sink.problems
}

private struct RuleAnalysis {
  let sink = ProblemSink()
  private var rules: [Entry] = []
  private var categories: [Placed<String>] = []
  private var bases: [Placed<String>] = []
  private var defaultKinds: [String] = []

  /// One rule, as written.
  private struct Entry {
    var id: Placed<String>
    var isForbidding: Bool
    var condition: ConditionNode
    var requirement: Placed<Void>
    var partials: [(condition: ConditionNode, place: Placed<Void>)]
    /// `levels`, `stages`, `kinds`, `report_years`; what is not there means any.
    var applies: [String: Set<String>]
    var category: String
    var bases: [String]
  }

  mutating func read(_ root: YAMLValue) {
    for (name, value) in root.fields {
      switch name {
      case "rules": for rule in value.elements { read(rule: rule) }
      case "categories": categories += value.names
      case "bases": bases += value.names
      case "judges": defaultKinds = value.fields.first { $0.name == "kinds" }?.value.words.map(\.value) ?? []
      case "topics": for (_, topic) in value.fields { topicWords(topic) }
      case _: break
      }
    }
  }

  private mutating func read(rule: YAMLValue) {
    let fields = rule.fields
    func field(_ name: String) -> YAMLValue? { fields.first { $0.name == name }?.value }
    guard let id = field("id")?.words.first, let written = field("require") ?? field("forbid"),
      let condition = ConditionNode(written)
    else { return }
    let partials = (field("partial")?.elements ?? []).compactMap { partial -> (ConditionNode, Placed<Void>)? in
      guard let when = partial.fields.first(where: { $0.name == "when" })?.value else { return nil }
      return ConditionNode(when).map { ($0, when.placed(())) }
    }
    let applies = (field("applies")?.fields ?? []).map { ($0.name, Set($0.value.words.map(\.value))) }
    rules.append(
      Entry(
        id: id, isForbidding: field("require") == nil, condition: condition, requirement: written.placed(()),
        partials: partials, applies: Dictionary(applies) { first, _ in first },
        category: field("category")?.words.first?.value ?? "",
        bases: (field("basis")?.words ?? []).map { String($0.value.prefix { $0 != "#" }) }))
  }

  mutating func judge() {
    for rule in rules {
      verdicts(of: rule)
      partials(of: rule)
      words(of: rule.condition)
      for partial in rule.partials { words(of: partial.condition) }
    }
    repetitions()
    let (usedCategories, usedBases) = (Set(rules.map(\.category)), Set(rules.flatMap(\.bases)))
    for category in categories where !usedCategories.contains(category.value) {
      warn(category, Wording(zh: "没有规则属于类别“\(category.value)”", en: "no rule is of the category `\(category.value)`"))
    }
    for basis in bases where !usedBases.contains(basis.value) {
      warn(basis, Wording(zh: "没有规则以“\(basis.value)”为依据", en: "no rule rests on `\(basis.value)`"))
    }
  }

  private func warn<Value>(_ place: Placed<Value>, _ message: Wording) {
    sink.report(message, in: place.source, at: place.range, severity: .warning)
  }

  // MARK: Rules

  private func verdicts(of rule: Entry) {
    let kinds = rule.applies["kinds"] ?? Set(defaultKinds)
    let constant = rule.condition.constant(kinds: kinds.contains("all") ? [] : kinds)
    guard let holds = constant else { return }
    if holds != rule.isForbidding {
      warn(
        rule.requirement,
        Wording(
          zh: "规则 \(rule.id.value) 的条件总是成立，永远不会触发", en: "\(rule.id.value) can never fire: its condition always holds"))
    } else {
      warn(
        rule.requirement,
        Wording(
          zh: "规则 \(rule.id.value) 的条件不可能成立，永远不会通过", en: "\(rule.id.value) can never pass: its condition never holds"))
    }
  }

  private func partials(of rule: Entry) {
    for (index, partial) in rule.partials.enumerated() {
      if partial.condition.implies(rule.condition) {
        warn(
          partial.place,
          Wording(
            zh: "这项部分得分永远得不到：它成立时 require 已经成立",
            en: "this partial credit is never earned: where it holds, `require` holds"))
      } else if let earlier = rule.partials[..<index].firstIndex(where: { partial.condition.implies($0.condition) }) {
        warn(
          partial.place,
          Wording(
            zh: "这项部分得分永远得不到：它成立时前面第 \(earlier + 1) 项已经成立",
            en: "this partial credit is never earned: where it holds, number \(earlier + 1) before it holds"))
      } else if partial.condition.constant(kinds: []) == false {
        warn(partial.place, Wording(zh: "这项部分得分的条件不可能成立", en: "the condition of this partial credit never holds"))
      }
    }
  }

  /// Rules with the condition of another: its double where they apply alike, in its shadow where they apply to less.
  private func repetitions() {
    var first: [String: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      first[(rule.isForbidding ? "forbid " : "require ") + rule.condition.canonical, default: []].append(index)
    }
    for alike in first.values where alike.count > 1 {
      for (position, index) in alike.enumerated() {
        let rule = rules[index]
        for other in alike[..<position].map({ rules[$0] }) {
          let line = other.id.source.text.position(of: other.id.range.start).line
          let place = "\(other.id.source.path):\(line)"
          if rule.applies == other.applies {
            warn(
              rule.id,
              Wording(
                zh: "规则 \(rule.id.value) 和 \(other.id.value)（\(place)）的条件相同",
                en: "\(rule.id.value) has the same condition as \(other.id.value) (\(place))"))
            break
          }
          let isNarrower = covers(other.applies, rule.applies)
          if isNarrower || covers(rule.applies, other.applies) {
            let (inner, outer) = isNarrower ? (rule, other) : (other, rule)
            warn(
              rule.id,
              Wording(
                zh: "规则 \(inner.id.value) 被 \(outer.id.value) 遮蔽：条件相同，适用范围在其之内（另见 \(place)）",
                en:
                  "\(inner.id.value) is in the shadow of \(outer.id.value): the same condition, for fewer reports (see \(place))"
              ))
            break
          }
        }
      }
    }
  }

  /// Whether a rule that applies so covers one that applies otherwise.
  private func covers(_ wide: [String: Set<String>], _ narrow: [String: Set<String>]) -> Bool {
    wide.allSatisfy { key, words in narrow[key].map { $0.isSubset(of: words) } ?? false }
  }

  // MARK: Words

  private func words(of condition: ConditionNode) {
    for child in condition.children { words(of: child) }
    guard condition.kind == "mention" else { return }
    let excluded = condition.options["without"] ?? []
    for key in ["any", "all"] {
      let words = condition.options[key] ?? []
      for (index, word) in words.enumerated() {
        if let without = excluded.first(where: { word.value.contains($0.value) }) {
          warn(
            word,
            Wording(
              zh: "“\(word.value)”永远不算数：凡有它的句子都被 without 的“\(without.value)”排除",
              en: "`\(word.value)` can never count: `without` rules out every sentence with `\(without.value)`"))
        }
        repeated(word, in: words[..<index])
      }
    }
    let any = condition.options["any"] ?? []
    for word in any {
      if let shorter = any.first(where: { $0.value != word.value && word.value.contains($0.value) }) {
        warn(
          word,
          Wording(
            zh: "“\(word.value)”是多余的：有它的地方“\(shorter.value)”已经算数",
            en: "`\(word.value)` is never needed: `\(shorter.value)` is found wherever it stands"))
      }
    }
  }

  private func topicWords(_ topic: YAMLValue) {
    var seen: [Placed<String>] = []
    for key in ["terms", "support"] {
      for word in topic.fields.first(where: { $0.name == key })?.value.words ?? [] {
        repeated(word, in: seen[...])
        seen.append(word)
      }
    }
  }

  private func repeated(_ word: Placed<String>, in earlier: ArraySlice<Placed<String>>) {
    guard earlier.contains(word) else { return }
    warn(word, Wording(zh: "“\(word.value)”前面已经写过", en: "`\(word.value)` stands there already"))
  }
}

/// A condition as written: its kind, its options as words, its conditions.
private struct ConditionNode {
  var kind: String
  var options: [String: [Placed<String>]] = [:]
  var children: [ConditionNode] = []
  /// The condition in one spelling: the order of keys, words and conditions does not matter.
  let canonical: String

  init?(_ value: YAMLValue) {
    let fields = value.fields
    guard let leading = fields.first(where: { ConditionDecoder.Kind(rawValue: $0.name) != nil }) else { return nil }
    kind = leading.name
    switch kind {
    case "all_of", "any_of": children = leading.value.elements.compactMap(ConditionNode.init)
    case "not": children = [ConditionNode(leading.value)].compactMap(\.self)
    case _:
      for (name, value) in leading.value.isMapping ? leading.value.fields : fields { options[name] = value.leaves }
    }
    let words = options.sorted { $0.key < $1.key }.map { name, values in
      name + "=" + values.map(\.value).sorted().joined(separator: "\u{1}")
    }
    canonical =
      kind + "(" + (words + children.map(\.canonical).sorted()).joined(separator: "\u{2}") + ")"
  }

  /// Whether this condition holding means that another does, as far as can be told from how they are written.
  func implies(_ other: ConditionNode) -> Bool {
    if canonical == other.canonical { return true }
    if kind == "any_of" { return children.allSatisfy { $0.implies(other) } }
    if other.kind == "all_of" { return other.children.allSatisfy { implies($0) } }
    if other.kind == "any_of", other.children.contains(where: { implies($0) }) { return true }
    if kind == "all_of" { return children.contains { $0.implies(other) } }
    guard kind == other.kind else { return false }
    switch kind {
    case "not": return children.count == 1 && other.children.count == 1 && other.children[0].implies(children[0])
    case "section": return isSame(as: other, but: ["characters"]) && range("characters", isWithin: other, least: 0)
    case "topic":
      let degrees = ["touched", "discussed", "treated"]
      func rank(_ node: ConditionNode) -> Int? { degrees.firstIndex(of: node.word("degree") ?? "treated") }
      guard isSame(as: other, but: ["degree"]), let own = rank(self), let others = rank(other) else { return false }
      return own >= others
    case "mention": return mentionImplies(other)
    case _: return false
    }
  }

  private func mentionImplies(_ other: ConditionNode) -> Bool {
    let known = ["any", "all", "patterns", "in", "outside", "without", "sentences"]
    guard isSame(as: other, but: known), range("sentences", isWithin: other, least: 1) else { return false }
    func set(_ node: ConditionNode, _ key: String) -> Set<String> { Set((node.options[key] ?? []).map(\.value)) }
    let (any, otherAny) = (set(self, "any"), set(other, "any"))
    let (patterns, otherPatterns) = (set(self, "patterns"), set(other, "patterns"))
    let isSought =
      otherAny.isEmpty && otherPatterns.isEmpty
      || !(any.isEmpty && patterns.isEmpty) && patterns.isSubset(of: otherPatterns)
        && any.allSatisfy { word in otherAny.contains { word.contains($0) } }
    return isSought && set(other, "all").isSubset(of: set(self, "all"))
      && set(self, "in").isSubset(of: set(other, "in"))
      && set(other, "outside").isSubset(of: set(self, "outside"))
      && set(other, "without").isSubset(of: set(self, "without"))
  }

  /// Whether it holds for every report, or for none; nil when that depends on the report.
  ///
  /// - Parameter kinds: the kinds of document that are asked at all; empty for any.
  func constant(kinds: Set<String>) -> Bool? {
    let parts = children.map { $0.constant(kinds: kinds) }
    switch kind {
    case "not": return parts.first.flatMap(\.self).map { !$0 }
    case "all_of":
      if parts.contains(false) || hasContradiction { return false }
      return !parts.isEmpty && parts.allSatisfy { $0 == true } ? true : nil
    case "any_of":
      if parts.contains(true) || hasAlternative { return true }
      return !parts.isEmpty && parts.allSatisfy { $0 == false } ? false : nil
    case "kind":
      let asked = Set((options["kind"] ?? []).map(\.value))
      if kinds.isEmpty { return nil }
      return kinds.isSubset(of: asked) ? true : kinds.isDisjoint(with: asked) ? false : nil
    case "mention":
      let without = options["without"] ?? []
      let any = options["any"] ?? []
      guard !without.isEmpty, !any.isEmpty, options["patterns"] == nil else { return nil }
      return any.allSatisfy { word in without.contains { word.value.contains($0.value) } } ? false : nil
    case _: return nil
    }
  }

  /// Whether one part asks for what another denies.
  private var hasContradiction: Bool {
    children.contains { denied in
      denied.kind == "not" && denied.children.count == 1
        && children.contains { $0.kind != "not" && $0.implies(denied.children[0]) }
    }
  }

  /// Whether one part holds wherever the denial in another does not.
  private var hasAlternative: Bool {
    children.contains { denied in
      denied.kind == "not" && denied.children.count == 1
        && children.contains { $0.kind != "not" && denied.children[0].implies($0) }
    }
  }

  private func word(_ key: String) -> String? { options[key]?.first?.value }

  private func isSame(as other: ConditionNode, but keys: [String]) -> Bool {
    let names = Set(options.keys).union(other.options.keys).subtracting(keys)
    return names.allSatisfy { name in
      Set((options[name] ?? []).map(\.value)) == Set((other.options[name] ?? []).map(\.value))
    }
  }

  /// Whether a range of numbers lies within that of another condition.
  private func range(_ key: String, isWithin other: ConditionNode, least: Int) -> Bool {
    func ends(_ node: ConditionNode) -> (Int, Int) {
      guard let text = node.word(key) else { return (least, .max) }
      if let exact = Int(text) { return (exact, exact) }
      guard let dots = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return (least, .max) }
      return (Int(text[..<dots]) ?? least, Int(text[dots...].drop { $0 == "." }) ?? .max)
    }
    let (own, others) = (ends(self), ends(other))
    return others.0 <= own.0 && own.1 <= others.1
  }
}

extension YAMLValue {
  /// The entries of a mapping; none where it is something else.
  fileprivate var fields: [(name: String, value: YAMLValue)] {
    guard case .mapping(let entries) = node.content else { return [] }
    return entries.map { ($0.name, YAMLValue(node: $0.value, source: source, problems: problems, name: $0.name)) }
  }

  /// The keys of a mapping.
  fileprivate var names: [Placed<String>] {
    guard case .mapping(let entries) = node.content else { return [] }
    return entries.map { Placed($0.name, source: source, range: $0.key.head) }
  }

  /// The elements of a list; none where it is something else.
  fileprivate var elements: [YAMLValue] {
    guard case .sequence(let nodes) = node.content else { return [] }
    return nodes.map { YAMLValue(node: $0, source: source, problems: problems, name: name) }
  }

  /// The word, or the words of a list.
  fileprivate var words: [Placed<String>] {
    switch node.content {
    case .scalar(let text, _): [placed(text)]
    case .sequence: elements.flatMap(\.words)
    case .mapping, .refused: []
    }
  }

  /// All words below it, with the keys that lead to them.
  fileprivate var leaves: [Placed<String>] {
    guard isMapping else { return isSequence ? elements.flatMap(\.leaves) : words }
    return fields.flatMap { name, value in value.leaves.map { $0.map { "\(name):\($0)" } } }
  }
}
