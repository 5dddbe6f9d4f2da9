public import SourceText

/// A node on its way to a typed value; every mistake on that way goes to `problems`.
///
/// Each read gives nil after it has reported why, so that a decoder reads on and the user sees all mistakes at once.
public struct YAMLValue {
  public let node: YAMLNode
  public let problems: ProblemSink
  /// The key that the value belongs to, for messages; empty for the root.
  public let name: String
  /// Whether it is an item of the list that the key belongs to.
  private var isItem = false

  public init(node: YAMLNode, problems: ProblemSink, name: String) {
    self.node = node
    self.problems = problems
    self.name = name
  }

  /// The file that it stands in.
  public var source: YAMLSource { node.source }

  /// Whether it is a word, a number or a text.
  public var isScalar: Bool { node.kind == .plain || node.kind == .quoted }

  /// Whether it is a list.
  public var isSequence: Bool { node.kind == .sequence }

  /// Whether it is a mapping of keys to values.
  public var isMapping: Bool { node.kind == .mapping }

  /// Whether nothing or `null` is written.
  public var isNull: Bool { node.kind == .plain && isNull(node.tree.text(at: node.index)) }

  /// Line and column of the value's first character.
  public var position: Position { source.text.position(of: node.range.start) }

  /// Reports a problem with this value.
  public func report(_ message: @autoclosure () -> Wording, severity: Problem.Severity = .error) {
    problems.report(message(), in: source, at: node.head, severity: severity)
  }

  /// The value with the place of its node.
  public func placed<Value>(_ value: Value) -> Placed<Value> {
    Placed(value, source: source, range: node.head)
  }

  func child(_ node: YAMLNode, name: String? = nil) -> YAMLValue {
    YAMLValue(node: node, problems: problems, name: name ?? self.name)
  }

  // MARK: Collections

  /// The elements of a list.
  public func values() -> [YAMLValue]? { values(of: .list) }

  /// The entries of a mapping whose keys are names that the author chooses, in the order of the file.
  public func entries() -> [(name: Placed<String>, value: YAMLValue)]? { entries(of: .named) }

  /// Reads a mapping, then reports every key that `read` did not ask for.
  public func mapping<Result>(_ read: (inout MappingReader) -> Result?) -> Result? {
    guard isMapping else {
      refuse(.mapping)
      return nil
    }
    var reader = MappingReader(value: self)
    let result = read(&reader)
    reader.finish()
    return result
  }

  /// Reads a list of mappings; those for which `read` gives nil are left out.
  public func mappings<Result>(_ read: (inout MappingReader) -> Result?) -> [Result]? {
    mappings(.mappings, read)
  }

  func mappings<Result>(_ kind: ValueKind, _ read: (inout MappingReader) -> Result?) -> [Result]? {
    values(of: kind)?.compactMap { $0.mapping(read) }
  }

  /// Reads a mapping from names to mappings; those for which `read` gives nil are left out.
  public func namedMappings<Result>(_ read: (Placed<String>, inout MappingReader) -> Result?) -> [Result]? {
    entries(of: .namedMappings)?.compactMap { name, value in value.mapping { read(name, &$0) } }
  }

  private func values(of kind: ValueKind) -> [YAMLValue]? {
    guard isSequence else {
      refuse(kind)
      return nil
    }
    return node.items.map { node in
      var item = child(node)
      item.isItem = true
      return item
    }
  }

  private func entries(of kind: ValueKind) -> [(name: Placed<String>, value: YAMLValue)]? {
    guard isMapping else {
      refuse(kind)
      return nil
    }
    return node.entries.map { entry in
      (Placed(entry.name, source: entry.key.source, range: entry.key.head), child(entry.value, name: entry.name))
    }
  }

  /// The value of a key of a mapping, looked at without counting as read; nil when there is none.
  public func peek(_ name: String) -> YAMLValue? {
    node[name].map { child($0, name: name) }
  }

  /// The same value with another node in its place.
  public func replaced(by node: YAMLNode) -> YAMLValue {
    YAMLValue(node: node, problems: problems, name: name)
  }

  // MARK: Words for what is wrong

  /// The characters of a scalar that is not null.
  func scalar(_ kind: ValueKind, example: String? = nil) -> (text: String, isPlain: Bool)? {
    guard isScalar else {
      refuse(kind, example: example)
      return nil
    }
    let (text, isPlain) = (node.tree.text(at: node.index), node.kind == .plain)
    guard isPlain, isNull(text) else { return (text, isPlain) }
    report(
      Wording(
        zh: "\(subject.zh)没有值；请写上\(kind.noun.zh)\(shown(kind, example).zh)，或删去这个键。",
        en: "\(subject.en) has no value; write \(kind.noun.en)\(shown(kind, example).en), or leave the key out"))
    return nil
  }

  /// Reports that the node is not of the kind that is wanted here.
  func refuse(_ kind: ValueKind, example: String? = nil) {
    let actual: Wording
    switch node.content {
    case .refused:
      return
    case .sequence:
      actual = Wording(zh: "这里是列表", en: "this is a list")
    case .mapping:
      if let variable = unquotedVariable {
        report(
          Wording(
            zh: "以“{”开头的文字要加引号：\"\(variable)\"", en: "text that starts with `{` must be quoted: \"\(variable)\""))
        return
      }
      actual = Wording(zh: "这里是映射", en: "this is a mapping")
    case .scalar(let text, let isPlain):
      actual = described(text, isPlain: isPlain)
    }
    report(
      Wording(
        zh: "\(subject.zh)应当是\(kind.noun.zh)\(shown(kind, example).zh)；\(actual.zh)。",
        en: "\(subject.en) must be \(kind.noun.en)\(shown(kind, example).en); \(actual.en)"))
  }

  private func described(_ text: String, isPlain: Bool) -> Wording {
    if isPlain, isNull(text) { return Wording(zh: "这里没有值", en: "there is no value here") }
    if isPlain, text.unicodeScalars.contains("\u{FF1A}") {
      return Wording(
        zh: "这里是一段文字，其中有全角冒号，键和值之间要用半角冒号加空格（: ）",
        en: "this is text with a full-width colon; write `: ` between key and value")
    }
    if isPlain, text.utf8.contains(0x3A) {
      return Wording(
        zh: "这里是一段文字，其中冒号后面缺少空格", en: "this is text; is the space after the colon missing?")
    }
    return Wording(zh: "这里是“\(clipped(text))”", en: "this is `\(clipped(text))`")
  }

  /// `{report_year}` without quotes, which YAML takes for a mapping with one key and no value.
  var unquotedVariable: String? {
    guard isMapping, node.range.start < source.text.bytes.count, source.text.bytes[node.range.start] == 0x7B,
      case .mapping(let entries) = node.content, entries.count == 1, case .scalar("", true) = entries[0].value.content
    else { return nil }
    return "{\(clipped(entries[0].name))}"
  }

  var subject: Wording {
    if name.isEmpty { return Wording(zh: "整个文件", en: "the file") }
    return isItem
      ? Wording(zh: "“\(clipped(name))”的每一项", en: "each item of `\(clipped(name))`")
      : Wording(zh: "“\(clipped(name))”", en: "`\(clipped(name))`")
  }

  private func shown(_ kind: ValueKind, _ example: String?) -> Wording {
    let example = example ?? kind.example
    guard !name.isEmpty, example != "…" else { return Wording("") }
    let shown = isItem ? "- \(example)" : "\(clipped(name)): \(example)"
    return Wording(zh: "，例如 \(shown)", en: ", as in `\(shown)`")
  }

  private func isNull(_ text: String) -> Bool {
    // Most texts are longer, and comparing Chinese ones is dear.
    text.utf8.count <= 4 && (text.isEmpty || text == "~" || text == "null")
  }
}
