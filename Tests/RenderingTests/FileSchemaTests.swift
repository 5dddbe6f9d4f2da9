import Foundation
import Testing
import YAMLReading

/// Files that our users write, held against the schemas that their editors use.
@Suite("A file by its published schema")
struct FileSchemaTests {
  static let configurations: [(text: String, isValid: Bool)] = [
    ("rules: rules\n", true),
    ("gate: {fail_on: warning, min_score: 62.5, categories: {elements: {min_score: 80}}}\n", true),
    (
      "overlays: [a, b]\nprofile: county\nstage: draft\nlevel: city\nwaivers: w.yaml\nignore: [\"*.bak\"]\njobs: 2\nlang: en\n",
      true
    ),
    ("documents: [{paths: a/, profile: township, stage: draft, level: township}]\n", true),
    ("outputs: [{format: json, file: a.json}, {format: console}]\n", true),
    ("rule: rules\n", false), ("gate: {fail_on: eror}\n", false), ("gate: {min_score: 101}\n", false),
    ("documents: [{profile: township}]\n", false), ("outputs: [{file: a}]\n", false), ("jobs: 0\n", false),
  ]

  static let listsOfWaivers: [(text: String, isValid: Bool)] = [
    ("waivers: [{rule: section.causes, document: \"a*.txt\", reason: b, by: c, until: 2025-06-30}]\n", true),
    ("waivers: [{rule: outline.*, document: a/, reason: b, by: c, until: 2025-06-30}]\n", true),
    ("waivers: [{rule: \"*\", document: a/, reason: b, by: c, until: 2025-06-30}]\n", true),
    ("waivers: []\n", false),
    ("waivers: [{rule: causes, document: a, reason: b, by: c, until: 2025-06-30}]\n", false),
    ("waivers: [{rule: section.causes, document: a, reason: \" \", by: c, until: 2025-06-30}]\n", false),
    ("waivers: [{rule: section.causes, document: a, reason: b, by: c, until: next year}]\n", false),
    ("waivers: [{rule: section.causes, document: a, reason: b, until: 2025-06-30}]\n", false),
  ]

  @Test("is valid or not as it should be: configurations", arguments: configurations)
  func configuration(text: String, isValid: Bool) throws {
    #expect(try JSONSchema.named("config").errors(in: try json(text)).isEmpty == isValid)
  }

  @Test("is valid or not as it should be: waivers", arguments: listsOfWaivers)
  func waivers(text: String, isValid: Bool) throws {
    #expect(try JSONSchema.named("waivers").errors(in: try json(text)).isEmpty == isValid)
  }

  /// A YAML text as JSON, as an editor sees it.
  private func json(_ text: String) throws -> [UInt8] {
    let sink = ProblemSink()
    let root = try #require(readYAML(path: "file", bytes: Array(text.utf8), problems: sink))
    #expect(sink.isEmpty)
    return [UInt8](try JSONSerialization.data(withJSONObject: object(root.node)))
  }

  private func object(_ node: YAMLNode) -> Any {
    switch node.content {
    case .scalar(let text, isPlain: true): Int(text).map { $0 as Any } ?? Double(text).map { $0 as Any } ?? text
    case .scalar(let text, isPlain: false): text
    case .sequence(let items): items.map(object)
    case .mapping(let entries): Dictionary(uniqueKeysWithValues: entries.map { ($0.name, object($0.value)) })
    case .refused: NSNull()
    }
  }
}
