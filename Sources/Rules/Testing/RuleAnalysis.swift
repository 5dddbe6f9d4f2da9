public import SourceText
import YAMLReading

/// Looks for rules that can never fire or never pass, that repeat another, and for partial credits and words that can never count.
///
/// It reads the files as data, without asking what they mean to a report: what it says is true of every document. Packs are expected to
/// have loaded; what it cannot read it passes over.
public func analyseRules(_ files: RuleFiles) -> [Problem] {
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
  private var profiles: [String: WrittenProfile] = [:]

  /// A profile, as written.
  private struct WrittenProfile {
    /// nil for any level.
    var levels: Set<String>?
    var parents: [String]
    /// The rules that it names, wherever in it.
    var rules: [Placed<String>]
  }

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
      case "profiles": for (name, profile) in value.fields { read(profile: profile, name) }
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

  private mutating func read(profile: YAMLValue, _ name: String) {
    func field(_ value: YAMLValue, _ key: String) -> YAMLValue? { value.fields.first { $0.name == key }?.value }
    let stages = field(profile, "stages")?.fields.map(\.value) ?? []
    profiles[name] = WrittenProfile(
      levels: field(profile, "levels").map { Set($0.words.map(\.value)) },
      parents: field(profile, "extends")?.words.map(\.value) ?? [],
      rules: ([profile] + stages).flatMap { field($0, "rules")?.names ?? [] })
  }

  mutating func judge() {
    profileEntries()
    for rule in rules {
      verdicts(of: rule)
      partials(of: rule)
      words(of: rule.condition)
      for partial in rule.partials { words(of: partial.condition) }
    }
    repetitions()
    contradictions()
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
    var asked = rule.applies
    let kinds = rule.applies["kinds"] ?? Set(defaultKinds)
    asked["kinds"] = kinds.contains("all") ? nil : kinds
    guard let holds = rule.condition.constant(within: asked) else { return }
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
      } else if partial.condition.constant(within: [:]) == false {
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

  /// Rules that forbid what another requires of the same reports: nobody can meet both.
  private func contradictions() {
    let required = Dictionary(grouping: rules.filter { !$0.isForbidding }) { $0.condition.subject }
    for rule in rules where rule.isForbidding {
      let other = required[rule.condition.subject]?.first { other in
        meet(other.applies, rule.applies) && other.condition.implies(rule.condition)
      }
      guard let other else { continue }
      let line = other.id.source.text.position(of: other.id.range.start).line
      warn(
        rule.id,
        Wording(
          zh: "规则 \(rule.id.value) 不许有的，正是 \(other.id.value)（\(other.id.source.path):\(line)）要求的",
          en: "\(rule.id.value) forbids what \(other.id.value) requires (\(other.id.source.path):\(line))"))
    }
  }

  /// Whether some report can be asked both.
  private func meet(_ one: [String: Set<String>], _ other: [String: Set<String>]) -> Bool {
    ["levels", "stages", "kinds"].allSatisfy { key in
      guard let left = one[key], let right = other[key] else { return true }
      return !left.isDisjoint(with: right)
    }
  }

  /// Whether a rule that applies so covers one that applies otherwise.
  private func covers(_ wide: [String: Set<String>], _ narrow: [String: Set<String>]) -> Bool {
    wide.allSatisfy { key, words in narrow[key].map { $0.isSubset(of: words) } ?? false }
  }

  // MARK: Profiles

  /// What a profile says of rules that never apply to the bodies that it, or one that rests on it, is for.
  private func profileEntries() {
    let applies = Dictionary(rules.map { ($0.id.value, $0.applies["levels"]) }) { first, _ in first }
    for (name, profile) in profiles {
      var reached: Set<String> = [name]
      // Profiles rest on each other a few deep; what they cannot name has been refused before.
      for _ in profiles {
        reached.formUnion(profiles.filter { !reached.isDisjoint(with: $0.value.parents) }.keys)
      }
      var levels: Set<String> = []
      var isForAny = false
      for profile in reached.compactMap({ profiles[$0] }) {
        isForAny = isForAny || profile.levels == nil
        levels.formUnion(profile.levels ?? [])
      }
      if isForAny { continue }
      for entry in profile.rules {
        guard let asked = applies[entry.value] ?? nil, asked.isDisjoint(with: levels) else { continue }
        warn(
          entry,
          Wording(
            zh: "口径 \(name) 对 \(entry.value) 的规定不起作用：这条规则不用于这些层级",
            en: "the profile \(name) changes nothing about \(entry.value), which never applies to its levels"))
      }
    }
  }

  // MARK: Words

  private func words(of condition: ConditionNode) {
    for child in condition.children { words(of: child) }
    guard condition.kind == "mention" else { return }
    let excluded = condition.options["without"] ?? []
    let longer = Set((condition.options["except"] ?? []).map(\.value))
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
        if longer.contains(word.value) {
          warn(
            word,
            Wording(
              zh: "“\(word.value)”永远不算数：except 里写的就是它本身",
              en: "`\(word.value)` can never count: `except` names the word itself"))
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
