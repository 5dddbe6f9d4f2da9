import Rules
import SourceText
import Testing

@Suite("The examples inside the rules") struct ExampleTests {
  @Test("does to a rule's example what the rule promises", arguments: Packs.shipped?.rules.map(\.id) ?? [])
  func examples(id: String) throws {
    let pack = try #require(Packs.shipped)
    let rule = try #require(pack.rules.first { $0.id == id })
    #expect(rule.examples.count { $0.expected == .meets } >= 2 && rule.examples.count { $0.expected == .fails } >= 2)
    #expect(Set(rule.examples.map(\.text)).count == rule.examples.count)
    for example in rule.examples {
      let finding = try pack.finding(id, of: example.text)
      #expect(
        example.expected.accepts(finding.status),
        "\(rule.path):\(example.position.line): \(example.expected) gave \(finding.status): \(finding.message.zh)")
    }
  }

  @Test("loads the shipped pack without a warning") func noWarnings() {
    guard case .pack(let pack, let warnings) = loadPack(Packs.ruleFiles(Files.rules())) else {
      Issue.record("the shipped pack does not load")
      return
    }
    #expect(warnings.isEmpty)
    #expect(pack.rules.count >= 95)
    #expect(pack.rules.map(\.id) == pack.rules.map(\.id).sorted())
  }
}
