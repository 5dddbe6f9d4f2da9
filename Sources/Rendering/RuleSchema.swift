public import Rules
public import SourceText
import YAMLReading

/// The JSON Schema (draft 7, which editors know best) by which editors check and complete rule files.
///
/// Made from what the decoders read. It is laxer than they are: places in a file that depend on others, such as the name of a category,
/// are checked by `rules validate`.
public struct RuleSchema {
  private let grammar: RuleGrammar
  private let language: Language
  private var json = JSONWriter()

  /// A schema whose explanations speak a language.
  public init(of grammar: RuleGrammar, language: Language) {
    self.grammar = grammar
    self.language = language
  }

  /// The schema as JSON text.
  public func rendered() -> [UInt8] {
    var copy = self
    copy.write()
    return copy.json.bytes
  }

  private mutating func write() {
    json.beginObject()
    member("$schema", 0) { $0.value("http://json-schema.org/draft-07/schema#") }
    member("title", 0) { $0.value("fazhi-audit rule file") }
    // A pack's first file holds the header and what any file may hold; which of them a file is, an editor need not know.
    var file = grammar.file
    let known = Set(file.keys.map(\.name))
    file.keys = grammar.header.keys.filter { !known.contains($0.name) } + file.keys
    for index in file.keys.indices { file.keys[index].isRequired = false }
    object(file, 0)
    json.newLine(indent: 1)
    json.key("definitions")
    json.beginObject()
    json.newLine(indent: 2)
    json.key(RuleGrammar.ruleName)
    json.beginObject()
    object(grammar.rule, 2)
    json.endObject()
    json.newLine(indent: 2)
    json.key(RuleGrammar.conditionName)
    json.beginObject()
    json.key("anyOf")
    json.beginArray()
    for shape in grammar.conditions {
      json.newLine(indent: 3)
      json.beginObject()
      object(shape, 3)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.newLine(indent: 1)
    json.endObject()
    json.newLine()
    json.endObject()
    json.newLine()
    json.finish()
  }

  private mutating func member(_ name: String, _ depth: Int, _ write: (inout JSONWriter) -> Void) {
    json.newLine(indent: depth + 1)
    json.key(name)
    write(&json)
  }

  /// The members of a schema for a mapping.
  private mutating func object(_ shape: Shape, _ depth: Int) {
    json.key("type")
    json.value("object")
    let required = shape.keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty {
      json.key("required")
      list(required)
    }
    if !shape.isOpen {
      json.key("additionalProperties")
      json.value(false)
    }
    json.newLine(indent: depth + 1)
    json.key("properties")
    json.beginObject()
    var written: Set<String> = []
    for key in shape.keys where written.insert(key.name).inserted {
      json.newLine(indent: depth + 2)
      json.key(key.name)
      json.beginObject()
      if let doc = key.doc {
        json.key("description")
        json.value(doc.text(in: language))
      }
      value(key, depth + 2)
      json.endObject()
    }
    json.endObject()
  }

  /// The members of a schema for the value of a key.
  private mutating func value(_ key: Shape.Key, _ depth: Int) {
    switch key.kind {
    case .string: scalar()
    case .text: anyOf([{ $0.scalar() }, { $0.languages() }])
    case .int: type("integer")
    case .decimal: type("number")
    case .bool: type("boolean")
    case .choice:
      json.key("enum")
      list(key.words)
    case .strings: anyOf([{ $0.word(key.words) }, { $0.array { $0.word(key.words) } }])
    case .range: range("^-?[0-9]*(\\.\\.-?[0-9]*)?$")
    case .decimalRange: range("^-?[0-9.]*(\\.\\.-?[0-9.]*)?$")
    case .stringRange: scalar()
    case .mapping: inner(key, depth)
    case .mappings: array { $0.inner(key, depth) }
    case .oneOrMore: anyOf([{ $0.inner(key, depth) }, { $0.array { $0.inner(key, depth) } }])
    case .wordOrMapping: anyOf([{ $0.scalar() }, { $0.inner(key, depth) }])
    case .namedMappings:
      type("object")
      json.key("additionalProperties")
      json.beginObject()
      inner(key, depth)
      json.endObject()
    case .named: type("object")
    case .list: type("array")
    case .reference: reference(key)
    case .references: array { $0.reference(key) }
    case .any: break
    }
  }

  private mutating func inner(_ key: Shape.Key, _ depth: Int) {
    if let shape = key.shape, !shape.keys.isEmpty { object(shape, depth) } else { type("object") }
  }

  private mutating func reference(_ key: Shape.Key) {
    json.key("$ref")
    json.value("#/definitions/\(key.shape?.name ?? "")")
  }

  private mutating func type(_ name: String) {
    json.key("type")
    json.value(name)
  }

  /// A text, which may look like a number or a truth.
  private mutating func scalar() {
    json.key("type")
    list(["string", "number", "boolean"])
  }

  private mutating func word(_ words: [String]) {
    if words.isEmpty { return scalar() }
    json.key("enum")
    list(words)
  }

  private mutating func range(_ pattern: String) {
    json.key("type")
    list(["string", "number"])
    json.key("pattern")
    json.value(pattern)
  }

  private mutating func languages() {
    type("object")
    json.key("required")
    list(["zh", "en"])
    json.key("additionalProperties")
    json.value(false)
    json.key("properties")
    json.beginObject()
    for name in ["zh", "en"] {
      json.key(name)
      json.beginObject()
      scalar()
      json.endObject()
    }
    json.endObject()
  }

  private mutating func array(_ items: (inout RuleSchema) -> Void) {
    type("array")
    json.key("items")
    json.beginObject()
    items(&self)
    json.endObject()
  }

  private mutating func anyOf(_ choices: [(inout RuleSchema) -> Void]) {
    json.key("anyOf")
    json.beginArray()
    for choice in choices {
      json.beginObject()
      choice(&self)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func list(_ words: [String]) {
    json.beginArray()
    for word in words { json.value(word) }
    json.endArray()
  }
}
