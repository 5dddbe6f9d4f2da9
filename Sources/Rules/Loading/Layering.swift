import SourceText
import YAMLReading

/// Lays overlays over a pack while both are still trees, so that what reads the pack need not know of layers.
///
/// What an overlay says of a thing that the pack has already, takes the place of what the pack says; words for recognising
/// (cues of sections, terms of topics, vocabulary) are added to the pack's. `change` names rules by id and says what is different.
/// A value keeps the file that it comes from, so every mistake is shown where its author wrote it.
struct Layering {
  /// The roots of all files: the pack's main file first, then what it includes, then what overlays add.
  private(set) var roots: [YAMLValue]
  /// The rules that an overlay turns off.
  private(set) var turnedOff: Set<String> = []
  /// Where overlays change a rule, by id, in the order of the layers.
  private(set) var changes: [String: [Placed<String>]] = [:]

  private let problems: ProblemSink

  /// A pack without overlays: its main file and the files that it includes.
  init(pack roots: [YAMLValue], problems: ProblemSink) {
    self.roots = roots
    self.problems = problems
  }

  /// What may stand in an overlay though its pack has nothing of the kind.
  private static let additions = ["rules", "sections", "topics", "profiles", "extends", "change", "include"]
  /// What each layer says for itself.
  private static let own = ["pack", "title", "version"]

  /// Lays one overlay over what is there: its main file and the files that it includes.
  mutating func lay(_ overlay: [YAMLValue]) {
    let known = roots.flatMap { $0.node.entries.map(\.name) }
    var added: [YAMLValue] = []
    var changes: [YAMLValue] = []
    for root in overlay {
      guard root.isMapping else {
        // Reading it with the others says what is wrong.
        added.append(root)
        continue
      }
      var rest: [YAMLEntry] = []
      for entry in root.node.entries {
        switch entry.name {
        case "extends", "include": continue
        case "change": changes.append(root.child(entry))
        case "rules": rest.append(entry)
        default:
          if let index = roots.firstIndex(where: { $0.node[entry.name] != nil }) {
            var entries = roots[index].node.entries
            merge(entry, into: &entries, path: [entry.name])
            roots[index] = roots[index].replaced(by: roots[index].node.with(entries))
          } else if Self.additions.contains(entry.name) {
            rest.append(entry)
          } else {
            problems.report(
              unknownWord(entry.name, among: known + Self.additions, subject: Wording(zh: "键", en: "the key")),
              in: root.source, at: entry.key.range)
          }
        }
      }
      if !rest.isEmpty { added.append(root.replaced(by: root.node.with(rest))) }
    }
    let lower = roots.count
    roots += added
    for value in changes { change(value, below: lower) }
  }

  // MARK: Merging

  private func merge(_ entry: YAMLEntry, into entries: inout [YAMLEntry], path: [String]) {
    guard let index = entries.firstIndex(where: { $0.name == entry.name }) else {
      entries.append(entry)
      return
    }
    let old = entries[index].value
    switch (old.content, entry.value.content) {
    case (.mapping(var inner), .mapping(let newer)) where !Self.isWording(newer):
      for item in newer { merge(item, into: &inner, path: path + [item.name]) }
      entries[index].value = old.with(inner)
    case (.sequence(let items), .sequence(let newer)) where Self.adds(at: path):
      var all = items
      for item in newer {
        if items.contains(where: { $0.saysTheSame(as: item) }) { reportNothing(item) }
        all.append(item)
      }
      entries[index].value = old.with(all)
    default:
      if !Self.own.contains(path[0]), old.saysTheSame(as: entry.value) { reportNothing(entry.key) }
      entries[index] = entry
    }
  }

  /// Whether a list is one of words for recognising, to which an overlay adds.
  private static func adds(at path: [String]) -> Bool {
    switch path[0] {
    case "pack", "title", "version", "judges", "bases", "categories", "grades", "veto_grade", "profiles", "samples",
      "mutations":
      false
    case "topics": ["headings", "terms", "support"].contains(path[path.count - 1])
    case "sections": ["heading", "opening", "body", "position"].contains(path[path.count - 1])
    default: true
    }
  }

  /// Whether a mapping is a sentence in both languages, which is one thing.
  private static func isWording(_ entries: [YAMLEntry]) -> Bool {
    entries.contains { $0.name == "zh" || $0.name == "en" }
  }

  private func reportNothing(_ node: YAMLNode) {
    problems.report(
      Wording(
        zh: "上层规则包里已经是这样，这里没有改变任何内容；请删去或改成别的值。",
        en: "the pack that is extended says so already, so this changes nothing; remove it or write something else"),
      in: node.source, at: node.head)
  }

  // MARK: Changes of rules

  private mutating func change(_ value: YAMLValue, below lower: Int) {
    let ids = ruleIDs(below: lower)
    guard let entries = value.entries() else { return }
    let changes = entries.map { (selector: RuleSelector($0.name.value), name: $0.name, value: $0.value) }
    // What names a rule more closely has the last word.
    for change in changes.sorted(by: { $0.selector.closeness < $1.selector.closeness }) {
      let matched = ids.filter { change.selector.matches($0) }
      if matched.isEmpty {
        problems.report(
          unknownWord(change.selector.text, among: RuleSelector.known(for: ids), subject: RuleSelector.subject),
          in: change.name.source, at: change.name.range)
        continue
      }
      if change.value.node.word == "off" {
        turnOff(matched, change.name)
        continue
      }
      guard let read = RuleChange.read(change.value, isPattern: change.selector.isPattern) else { continue }
      var effective: Set<String> = []
      for id in matched {
        let names = apply(read, to: id, below: lower)
        effective.formUnion(names)
        if !names.isEmpty { self.changes[id, default: []].append(change.name) }
      }
      for entry in read where !effective.contains(entry.name) { reportNothing(entry.key) }
    }
  }

  private mutating func turnOff(_ ids: [String], _ name: Placed<String>) {
    if ids.allSatisfy(turnedOff.contains) {
      problems.report(
        Wording(zh: "“\(name.value)”已经停用，这里没有改变任何内容。", en: "`\(name.value)` is off already, so this changes nothing"),
        in: name.source, at: name.range)
    }
    turnedOff.formUnion(ids)
  }

  private func ruleIDs(below lower: Int) -> [String] {
    roots[..<lower].flatMap { root -> [String] in
      guard case .sequence(let rules) = root.node["rules"]?.content else { return [] }
      return rules.compactMap { $0["id"]?.word }
    }
  }

  /// Changes the rule of an id; gives the keys that made a difference.
  private mutating func apply(_ changes: [YAMLEntry], to id: String, below lower: Int) -> Set<String> {
    for (index, root) in roots[..<lower].enumerated() {
      guard let list = root.node["rules"], case .sequence(var rules) = list.content,
        let position = rules.firstIndex(where: { $0["id"]?.word == id })
      else { continue }
      var entries = rules[position].entries
      var effective: Set<String> = []
      for change in changes where apply(change, to: &entries) { effective.insert(change.name) }
      rules[position] = rules[position].with(entries)
      let changed = list.with(rules)
      roots[index] = root.replaced(
        by: root.node.with(
          root.node.entries.map { entry in
            entry.name == "rules" ? YAMLEntry(name: entry.name, key: entry.key, value: changed) : entry
          }))
      return effective
    }
    return []
  }

  /// Changes one key of a rule; `says`, `applies` and `unless_known` keep what is not named again.
  private func apply(_ change: YAMLEntry, to entries: inout [YAMLEntry]) -> Bool {
    // A rule requires or forbids: the one takes the place of the other.
    if change.name == "require" { entries.removeAll { $0.name == "forbid" } }
    if change.name == "forbid" { entries.removeAll { $0.name == "require" } }
    guard let index = entries.firstIndex(where: { $0.name == change.name }) else {
      if change.name == "veto", change.value.word == "false" { return false }
      entries.append(change)
      return true
    }
    let old = entries[index].value
    if ["says", "applies", "unless_known"].contains(change.name), case .mapping(var inner) = old.content,
      case .mapping(let newer) = change.value.content
    {
      for item in newer {
        inner.removeAll { $0.name == item.name }
        inner.append(item)
      }
      let merged = old.with(inner)
      entries[index].value = merged
      return !merged.saysTheSame(as: old)
    }
    entries[index] = change
    return !change.value.saysTheSame(as: old)
  }
}

/// Reads what an overlay says of one rule, or of several by a pattern.
enum RuleChange {
  /// Everything of a rule but its id can be changed.
  static let keys = [
    "title", "category", "severity", "weight", "veto", "basis", "applies", "require", "forbid", "partial",
    "unless_known", "cannot_tell_in", "says", "why", "remedy", "examples", "mutations",
  ]

  /// The entries, or nil when there is nothing to go on with; their values are judged with the rule that they become part of.
  static func read(_ value: YAMLValue, isPattern: Bool) -> [YAMLEntry]? {
    guard value.isMapping else {
      value.report(
        Wording(
          zh: "这里写 off（停用规则），或写要改的键，例如 {weight: 6}。",
          en: "write `off` to turn the rule off, or what is to change, as in `{weight: 6}`"))
      return nil
    }
    let known = value.problems.count
    let entries = value.mapping { reader -> [YAMLEntry]? in
      if isPattern { describePattern(&reader) } else { for key in keys { _ = reader.value(key) } }
      return value.node.entries
    }
    if let entries, entries.isEmpty {
      value.report(Wording(zh: "没有写要改什么。", en: "this says nothing that is to change"))
    }
    return value.problems.count == known ? entries : nil
  }

  /// Of several rules at once only what is alike in all can be changed; it is judged here, and so only once.
  private static func describePattern(_ reader: inout MappingReader) {
    _ = reader.choice("severity", of: Severity.self)
    if let weight = reader.decimal("weight") { _ = PackHeader.thousandths(weight, in: reader, 0...1_000_000) }
    _ = reader.bool("veto")
  }
}

extension YAMLValue {
  fileprivate func child(_ entry: YAMLEntry) -> YAMLValue {
    peek(entry.name) ?? replaced(by: entry.value)
  }
}
