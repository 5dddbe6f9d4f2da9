import Foundation
import Rules
import SourceText
import Testing
import YAMLReading

@testable import Rendering

@Suite("The schema and the reference of rule files")
struct RuleSchemaTests {
  /// A YAML value as `JSONSerialization` would have read it.
  static func value(_ node: YAMLNode) -> Any {
    switch node.content {
    case .mapping(let entries):
      return Dictionary(entries.map { ($0.name, value($0.value)) }) { first, _ in first }
    case .sequence(let nodes): return nodes.map(value)
    case .scalar(let text, let isPlain):
      guard isPlain else { return text }
      if text == "true" || text == "false" { return NSNumber(value: text == "true") }
      if let number = Int(text) { return NSNumber(value: number) }
      if let number = Double(text), text.utf8.allSatisfy({ (0x2D...0x39).contains($0) }) {
        return NSNumber(value: number)
      }
      return text
    case .refused: return NSNull()
    }
  }

  static func json(_ bytes: [UInt8], path: String) throws -> [UInt8] {
    let sink = ProblemSink()
    let root = try #require(readYAML(path: path, bytes: bytes, problems: sink))
    return [UInt8](try JSONSerialization.data(withJSONObject: value(root.node)))
  }

  static func schema() throws -> JSONSchema {
    try JSONSchema(RuleSchema(of: RuleGrammar(), language: .zh).rendered())
  }

  @Test("every shipped rule file is valid by the schema")
  func shippedFiles() throws {
    let schema = try Self.schema()
    let names = try ShippedRulesTests.files(in: "rules", endingIn: ".yaml")
    try #require(names.count > 5)
    for name in names {
      let bytes = try ShippedRulesTests.bytes("rules/\(name)")
      #expect(try schema.errors(in: Self.json(bytes, path: name)) == [], "\(name)")
      let up = String(repeating: "../", count: name.split(separator: "/").count - 1)
      let line = "# yaml-language-server: $schema=\(up.isEmpty ? "./" : up)schema/rules.schema.json\n"
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(line), "\(name) should begin with \(line)")
    }
  }

  @Test("the committed schema is what the decoders say")
  func committedSchema() throws {
    let committed = String(decoding: try ShippedRulesTests.bytes("rules/schema/rules.schema.json"), as: UTF8.self)
    let fresh = String(decoding: RuleSchema(of: RuleGrammar(), language: .zh).rendered(), as: UTF8.self)
    #expect(committed == fresh, "rules/schema/rules.schema.json is stale; run `make reference`")
  }

  @Test("the committed reference is what the program and the rules say")
  func committedReference() throws {
    let committed = String(decoding: try ShippedRulesTests.bytes("rules/REFERENCE.md"), as: UTF8.self)
    let reference = RuleReference(of: RuleGrammar(), pack: try ShippedRulesTests.pack(), language: .zh)
    #expect(
      committed == String(decoding: reference.rendered(), as: UTF8.self),
      "rules/REFERENCE.md is stale; run `make reference`")
  }

  @Test(
    "refuses what the decoder refuses",
    arguments: [
      "rules: [{id: a.b}]", "ruels: []", "sections: {measures: {title: x, threshold: x}}",
      "topics: {t: {title: x, in: nowhere, sentences: 1, distinct_terms: 1, facts: 0, terms: [a]}}",
    ])
  func refuses(text: String) throws {
    let json = try Self.json(Array(text.utf8), path: "a.yaml")
    #expect(try !Self.schema().errors(in: json).isEmpty)
  }

  @Test("describes every kind of check, each with a key that names it")
  func kinds() {
    let grammar = RuleGrammar()
    #expect(grammar.conditions.count >= 13)
    for shape in grammar.conditions { #expect(shape.keys.contains { $0.name == shape.name }, "\(shape.name)") }
    #expect(grammar.rule.keys.contains { $0.name == "mutations" })
  }

  @Test(
    "the reference names every rule, kind of check, place and variable in both languages", arguments: Language.allCases)
  func reference(language: Language) throws {
    let (grammar, pack) = (RuleGrammar(), try ShippedRulesTests.pack())
    let text = String(
      decoding: RuleReference(of: grammar, pack: pack, language: language).rendered(), as: UTF8.self)
    for rule in pack.rules { #expect(text.contains("| `\(rule.id)` |")) }
    for shape in grammar.conditions { #expect(text.contains("### `\(shape.name)`")) }
    for place in grammar.places { #expect(text.contains("| `\(place.name)` |")) }
    for variable in grammar.variables { #expect(text.contains("| `{\(variable.name)}` |")) }
  }
}
