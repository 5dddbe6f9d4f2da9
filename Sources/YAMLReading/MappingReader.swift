public import SourceText

/// Whether a mapping must have a key.
public enum Presence: Sendable {
  case optional
  case required
}

/// Reads the keys of one mapping and reports every one that was not asked for.
///
///     let rule = value.mapping { reader -> Rule? in
///       let id = reader.string("id", .required, doc: …)
///       let weight = reader.decimal("weight", doc: …)
///       guard let id else { return nil }
///       return Rule(id: id.value, weight: weight?.value ?? one)
///     }
///
/// Read all keys first and look at the values afterwards: then all mistakes are found in one run, and `Shape.of` sees every key.
public struct MappingReader {
  /// The mapping itself, to report what is wrong with it as a whole.
  public let value: YAMLValue
  private var entries: [YAMLTree.Entry]
  private var asked: [String] = []
  private var missing: [(name: String, kind: ValueKind, words: [String])] = []
  private let recorder: ShapeRecorder?

  init(value: YAMLValue) {
    self.value = value
    self.entries = value.node.tree.entries(of: value.node.index)
    self.recorder = nil
    // Few decoders ask for more, and an array that grows is copied again and again.
    asked.reserveCapacity(16)
  }

  /// A reader over nothing that only writes down what it is asked for.
  init(recorder: ShapeRecorder) {
    self.value = YAMLValue(node: YAMLTree.empty.root, problems: ProblemSink(), name: "")
    self.entries = []
    self.recorder = recorder
  }

  /// Whether nothing is read and the reads only describe themselves.
  public var isDescribing: Bool { recorder != nil }

  // MARK: Words and numbers

  /// A text as written, quoted or not.
  public mutating func string(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil)
    -> Placed<String>?
  { read(key, .string, presence, doc) { $0.string() } }

  /// A text for both languages, or a mapping with `zh` and `en`.
  public mutating func text(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil)
    -> Placed<Wording>?
  { read(key, .text, presence, doc) { $0.text() } }

  /// A whole number, without quotes.
  public mutating func int(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil) -> Placed<Int>? {
    read(key, .int, presence, doc) { $0.int() }
  }

  /// A number with at most 12 digits after the point, without quotes.
  public mutating func decimal(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil)
    -> Placed<ExactNumber>?
  { read(key, .decimal, presence, doc) { $0.decimal() } }

  /// `true` or `false`, without quotes.
  public mutating func bool(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil) -> Placed<Bool>? {
    read(key, .bool, presence, doc) { $0.bool() }
  }

  /// One of the known words.
  public mutating func choice(
    _ key: String, in known: [String], _ presence: Presence = .optional, doc: Wording? = nil
  ) -> Placed<String>? {
    read(key, .choice, presence, words: known, doc) { $0.choice(in: known) }
  }

  /// One of the cases of an enumeration, by raw value.
  public mutating func choice<Choice>(
    _ key: String, _ presence: Presence = .optional, of: Choice.Type = Choice.self, doc: Wording? = nil
  ) -> Placed<Choice>? where Choice: CaseIterable & RawRepresentable<String> {
    read(key, .choice, presence, words: Choice.allCases.map(\.rawValue), doc) { $0.choice() }
  }

  /// A word or a list of words, which the caller compares with `known` if there is any; empty when the key is not there.
  public mutating func strings(
    _ key: String, _ presence: Presence = .optional, doc: Wording? = nil, known: [String] = []
  ) -> [Placed<String>] {
    read(key, .strings, presence, words: known, doc) { $0.strings() } ?? []
  }

  /// A word or a list of words, each a case of an enumeration; empty when the key is not there.
  public mutating func choices<Choice>(
    _ key: String, _ presence: Presence = .optional, of: Choice.Type = Choice.self, doc: Wording? = nil
  ) -> [Placed<Choice>] where Choice: CaseIterable & RawRepresentable<String> {
    read(key, .strings, presence, words: Choice.allCases.map(\.rawValue), doc) { value in
      value.isSequence ? value.values()?.compactMap { $0.choice() } : value.choice().map { [$0] }
    } ?? []
  }

  // MARK: Ranges

  /// `120..`, `..60`, `2021..2025` or `5`.
  public mutating func range(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil)
    -> Placed<Bounds<Int>>?
  { read(key, .range, presence, doc) { $0.range() } }

  /// `0.5..`, `..99.9`, `1.5..2` or `5`.
  public mutating func decimalRange(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil)
    -> Placed<Bounds<ExactNumber>>?
  { read(key, .decimalRange, presence, doc) { $0.decimalRange() } }

  /// `2019-04-15..` and the like; the words are not looked at.
  public mutating func stringRange(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil)
    -> Placed<Bounds<String>>?
  { read(key, .stringRange, presence, doc) { $0.stringRange() } }

  // MARK: Collections

  /// A mapping, read by `read`; `shape` names it where it can hold itself.
  public mutating func mapping<Result>(
    _ key: String, _ presence: Presence = .optional, doc: Wording? = nil, shape: String = "",
    reading read: (inout MappingReader) -> Result?
  ) -> Result? {
    let described = recorder?.shape(shape) { _ = read(&$0) }
    return self.read(key, .mapping, presence, doc, shape: described) { $0.mapping(read) }
  }

  /// A list of mappings; empty when the key is not there.
  public mutating func mappings<Result>(
    _ key: String, _ presence: Presence = .optional, doc: Wording? = nil, shape: String = "",
    reading read: (inout MappingReader) -> Result?
  ) -> [Result] {
    let described = recorder?.shape(shape) { _ = read(&$0) }
    return self.read(key, .mappings, presence, doc, shape: described) { $0.mappings(read) } ?? []
  }

  /// One mapping or a list of them; empty when the key is not there.
  public mutating func oneOrMore<Result>(
    _ key: String, _ presence: Presence = .optional, doc: Wording? = nil, shape: String = "",
    reading read: (inout MappingReader) -> Result?
  ) -> [Result] {
    let described = recorder?.shape(shape) { _ = read(&$0) }
    return self.read(key, .oneOrMore, presence, doc, shape: described) { value in
      value.isMapping ? value.mapping(read).map { [$0] } : value.mappings(.oneOrMore, read)
    } ?? []
  }

  /// A mapping from names that the author chooses to mappings; empty when the key is not there.
  public mutating func namedMappings<Result>(
    _ key: String, _ presence: Presence = .optional, doc: Wording? = nil, shape: String = "",
    reading read: (Placed<String>, inout MappingReader) -> Result?
  ) -> [Result] {
    let described = recorder?.shape(shape) { inner in
      _ = read(Placed("", source: inner.value.source, range: inner.value.node.range), &inner)
    }
    return self.read(key, .namedMappings, presence, doc, shape: described) { $0.namedMappings(read) } ?? []
  }

  /// A mapping from names that the author chooses to values; empty when the key is not there.
  public mutating func named(_ key: String, _ presence: Presence = .optional, doc: Wording? = nil)
    -> [(name: Placed<String>, value: YAMLValue)]
  { read(key, .named, presence, doc) { $0.entries() } ?? [] }

  /// The elements of a list, of whatever kind, or all described by the shape of a name; empty when the key is not there.
  public mutating func values(
    _ key: String, _ presence: Presence = .optional, doc: Wording? = nil, of shape: String? = nil
  ) -> [YAMLValue] {
    read(key, shape == nil ? .list : .references, presence, doc, shape: shape.map { Shape(name: $0, keys: []) }) {
      $0.values()
    } ?? []
  }

  /// A word, read by `word`, or a mapping, read by `mapping`.
  public mutating func either<Result>(
    _ key: String, _ presence: Presence = .optional, doc: Wording? = nil, shape: String = "",
    word: (YAMLValue) -> Result?, mapping: (inout MappingReader) -> Result?
  ) -> Result? {
    let described = recorder?.shape(shape) { _ = mapping(&$0) }
    return self.read(key, .wordOrMapping, presence, doc, shape: described) { value in
      if value.isMapping, value.unquotedVariable == nil { return value.mapping(mapping) }
      guard value.scalar(.wordOrMapping) != nil else { return nil }
      return word(value)
    }
  }

  /// The value of a key, of whatever kind, or described by the shape of a name.
  public mutating func value(
    _ key: String, _ presence: Presence = .optional, doc: Wording? = nil, of shape: String? = nil
  ) -> YAMLValue? {
    read(key, shape == nil ? .any : .reference, presence, doc, shape: shape.map { Shape(name: $0, keys: []) }) { $0 }
  }

  // MARK: The keys

  /// The keys of the mapping, in the order of the file; none of them counts as asked for.
  public var keys: [Placed<String>] {
    entries.map { placed($0) }
  }

  /// The key as it stands in the file, or nil when the mapping has no such key; it does not count as asked for.
  public func key(_ name: String) -> Placed<String>? {
    entries.first { $0.name == name }.map { placed($0) }
  }

  private func placed(_ entry: YAMLTree.Entry) -> Placed<String> {
    let key = value.node.tree.node(at: entry.key)
    return Placed(entry.name, source: key.source, range: key.range)
  }

  private func node(_ name: String) -> YAMLNode? {
    entries.first { $0.name == name }.map { value.node.tree.node(at: $0.value) }
  }

  /// Whether a key holds a list with nothing in it.
  public func hasEmptyList(_ key: String) -> Bool {
    node(key).map { $0.kind == .sequence && $0.items.isEmpty } ?? false
  }

  /// The texts under a key that was read: a scalar itself, or the scalars of a mapping such as `{zh: …, en: …}`.
  public func texts(under key: String) -> [Placed<String>] {
    func text(_ node: YAMLNode) -> Placed<String>? {
      node.word.map { Placed($0, source: node.source, range: node.range) }
    }
    guard let node = node(key) else { return [] }
    return node.kind == .mapping ? node.entries.compactMap { text($0.value) } : text(node).map { [$0] } ?? []
  }

  /// Whether the mapping has a key, which is known from now on; it must still be read.
  public mutating func has(_ key: String) -> Bool {
    asked.append(key)
    return entries.contains { $0.name == key }
  }

  /// Reports what is wrong with the mapping as a whole.
  public func report(_ message: @autoclosure () -> Wording, severity: Problem.Severity = .error) {
    guard !isDescribing else { return }
    value.report(message(), severity: severity)
  }

  /// Reports what is wrong with a value that was read.
  public func report<Value>(
    _ message: @autoclosure () -> Wording, at placed: Placed<Value>, severity: Problem.Severity = .error
  ) {
    value.problems.report(message(), in: placed.source, at: placed.range, severity: severity)
  }

  /// Reports every key that is missing and every one that nobody asked for; `YAMLValue.mapping` calls it.
  ///
  /// A missing key that was only misspelt is one mistake, not two.
  func finish() {
    var meant: [String] = []
    for entry in entries where !entry.isRead {
      let guess = value.problems.isFull ? nil : guess(for: entry.name)
      if let guess { meant.append(guess) }
      report(unknownKey(entry.name, guess: guess), at: placed(entry))
    }
    for key in missing where !meant.contains(key.name) {
      let example = key.words.first ?? key.kind.example
      value.report(
        Wording(
          zh: "缺少必须有的键“\(key.name)”；请写上，例如 \(key.name): \(example)",
          en: "the key `\(key.name)` is missing; add it, as in `\(key.name): \(example)`"))
    }
  }

  /// The key that was probably meant; one that stands here already is not.
  private func guess(for name: String) -> String? {
    nearest(name, among: asked.filter { key in !entries.contains { $0.name == key } })
  }

  private func unknownKey(_ name: String, guess: String?) -> Wording {
    var known: [String] = []
    for key in asked where !known.contains(key) { known.append(key) }
    return Wording(
      zh: "不认识的键“\(clipped(name))”\(guess.map { "；是不是“\($0)”？" } ?? "。")这里可以用：\(known.joined(separator: "、"))。",
      en:
        "unknown key `\(clipped(name))`\(guess.map { "; did you mean `\($0)`?" } ?? "") (known here: \(known.joined(separator: ", ")))"
    )
  }

  private mutating func read<Result>(
    _ key: String, _ kind: ValueKind, _ presence: Presence, words: @autoclosure () -> [String] = [], _ doc: Wording?,
    shape: Shape? = nil, _ interpret: (YAMLValue) -> Result?
  ) -> Result? {
    if let recorder {
      recorder.add(
        Shape.Key(
          name: key, kind: kind, isRequired: presence == .required, words: words(), doc: doc, shape: shape))
      return nil
    }
    asked.append(key)
    guard let index = entries.firstIndex(where: { $0.name == key }) else {
      if presence == .required { missing.append((key, kind, words())) }
      return nil
    }
    entries[index].isRead = true
    return interpret(value.child(value.node.tree.node(at: entries[index].value), name: key))
  }
}
