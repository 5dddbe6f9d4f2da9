import Reports
import SourceText
import YAMLReading

/// A condition as written: its kind, its options as words, its conditions.
struct ConditionNode {
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

  /// What it is about: conditions about different things are not compared with each other.
  var subject: String {
    switch kind {
    case "section", "topic", "date", "kind": kind + "(" + (word(kind) ?? "")
    case _: canonical
    }
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
      && lies(set(self, "in"), within: set(other, "in"))
      && set(other, "outside").isSubset(of: set(self, "outside"))
      && set(other, "without").isSubset(of: set(self, "without"))
  }

  /// Whether places lie within others; none means everywhere.
  private func lies(_ places: Set<String>, within others: Set<String>) -> Bool {
    if others.isEmpty || others.contains("document") { return true }
    // The text of a report is made of its lead and its parts; its title, page and signature stand outside of it.
    let parts: Set = ["preamble", "leader-duty", "measures", "shortcomings", "next-year-plan", "other", "body"]
    return !places.isEmpty
      && places.allSatisfy { others.contains($0) || (others.contains("body") && parts.contains($0)) }
  }

  /// Whether it holds for every report, or for none; nil when that depends on the report.
  ///
  /// - Parameter applies: `kinds` and `levels` of the reports that are asked at all; what is not there means any.
  func constant(within applies: [String: Set<String>]) -> Bool? {
    let parts = children.map { $0.constant(within: applies) }
    switch kind {
    case "not": return parts.first.flatMap(\.self).map { !$0 }
    case "all_of":
      if parts.contains(false) || hasContradiction { return false }
      return !parts.isEmpty && parts.allSatisfy { $0 == true } ? true : nil
    case "any_of":
      if parts.contains(true) || hasAlternative { return true }
      return !parts.isEmpty && parts.allSatisfy { $0 == false } ? false : nil
    case "kind", "level":
      guard let asked = applies[kind + "s"] else { return nil }
      let named = Set((options[kind] ?? []).map(\.value))
      return asked.isSubset(of: named) ? true : asked.isDisjoint(with: named) ? false : nil
    case "mention":
      let without = options["without"] ?? []
      let longer = Set((options["except"] ?? []).map(\.value))
      let any = options["any"] ?? []
      guard !any.isEmpty, options["patterns"] == nil else { return nil }
      let isHopeless = any.allSatisfy { word in
        longer.contains(word.value) || without.contains { word.value.contains($0.value) }
      }
      return isHopeless ? false : nil
    case _: return nil
    }
  }

  /// Whether one part asks for what another denies, or two ask one date to lie in two times.
  private var hasContradiction: Bool {
    hasImpossibleDate
      || children.contains { denied in
        denied.kind == "not" && denied.children.count == 1
          && children.contains { $0.kind != "not" && $0.implies(denied.children[0]) }
      }
  }

  /// Whether the days that the parts ask of one date leave none.
  private var hasImpossibleDate: Bool {
    var spans: [String: (after: String, before: String)] = [:]
    for child in children where child.kind == "date" {
      let name = child.word("date") ?? ""
      var span = spans[name] ?? ("0000-00-00", "9999-99-99")
      // Days compare as their letters do; what is no day, a variable or another date, tells nothing.
      for (key, value) in child.options {
        guard let day = value.first?.value, CalendarDate(iso: day) != nil else { continue }
        if ["after", "not_before", "on"].contains(key) { span.after = max(span.after, day) }
        if ["before", "not_after", "on"].contains(key) { span.before = min(span.before, day) }
      }
      spans[name] = span
    }
    return spans.values.contains { $0.after > $0.before }
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
  var fields: [(name: String, value: YAMLValue)] {
    guard case .mapping(let entries) = node.content else { return [] }
    return entries.map { ($0.name, YAMLValue(node: $0.value, problems: problems, name: $0.name)) }
  }

  /// The keys of a mapping.
  var names: [Placed<String>] {
    guard case .mapping(let entries) = node.content else { return [] }
    return entries.map { Placed($0.name, source: source, range: $0.key.head) }
  }

  /// The elements of a list; none where it is something else.
  var elements: [YAMLValue] {
    guard case .sequence(let nodes) = node.content else { return [] }
    return nodes.map { YAMLValue(node: $0, problems: problems, name: name) }
  }

  /// The word, or the words of a list.
  var words: [Placed<String>] {
    switch node.content {
    case .scalar(let text, _): [placed(text)]
    case .sequence: elements.flatMap(\.words)
    case .mapping, .refused: []
    }
  }

  /// All words below it, with the keys that lead to them.
  var leaves: [Placed<String>] {
    guard isMapping else { return isSequence ? elements.flatMap(\.leaves) : words }
    return fields.flatMap { name, value in value.leaves.map { $0.map { "\(name):\($0)" } } }
  }
}
