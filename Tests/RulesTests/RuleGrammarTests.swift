import SourceText
import Testing
import YAMLReading

@testable import Rules

@Suite("The reference of the rule language") struct RuleGrammarTests {
  /// All keys by the mapping that they stand in.
  private static let keys: [(mapping: String, key: Shape.Key)] = {
    let grammar = RuleGrammar()
    func walk(_ shape: Shape, _ mapping: String) -> [(mapping: String, key: Shape.Key)] {
      shape.keys.flatMap { key in [(mapping, key)] + (key.shape.map { walk($0, key.name) } ?? []) }
    }
    return walk(grammar.file, "") + walk(grammar.header, "") + walk(grammar.rule, "")
      + grammar.conditions.flatMap { walk($0, $0.name) }
  }()

  @Test("says of every key what it means") func described() {
    #expect(Self.keys.count > 200)
    for (mapping, key) in Self.keys {
      #expect(key.doc.map { !$0.zh.isEmpty && !$0.en.isEmpty } == true, "\(mapping) / \(key.name) has no words")
    }
  }

  @Test("says nothing of keys that nobody reads") func stale() {
    let read = Set(
      Self.keys.flatMap { [$0.mapping.isEmpty ? "/\($0.key.name)" : "\($0.mapping).\($0.key.name)", $0.key.name] })
    #expect(RuleGrammar.meanings.keys.filter { !read.contains($0) }.sorted() == [])
  }

  @Test("says of every kind of check what it asks", arguments: ConditionDecoder.Kind.allCases)
  func kinds(kind: ConditionDecoder.Kind) {
    #expect(kind.meaning.zh.hasSuffix("。") && kind.meaning.en.hasSuffix("."))
    #expect(RuleGrammar().meaning(ofCondition: kind.rawValue) == kind.meaning)
  }
}
