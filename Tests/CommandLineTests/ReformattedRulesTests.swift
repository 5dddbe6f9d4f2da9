import Foundation
import SampleReports
import SourceText
import Testing
import YAMLReading

@Suite("Rule files in another order and another layout")
struct ReformattedRulesTests {
  /// An overlay that changes, adds and turns off.
  static let overlay = """
    pack: linjiang
    title: 临江市法治政府建设年度报告核查规则
    version: 1.0.0
    extends: ../rules
    change:
      section.causes: {weight: 8, severity: warning}
      outline.*: {severity: info}
      date.catalogue: off
    rules:
      - id: local.supervision
        title: 应当写明督察整改情况
        category: elements
        severity: warning
        weight: 3
        basis: provisions
        require: {mention: {any: [督察反馈, 督察发现], all: [整改], in: measures}}
        why: 应当说明。
        remedy: 写明整改情况。
        examples:
          meets: ["云溪县人民政府2024年法治政府建设情况报告\\n一、主要举措和成效\\n督察反馈的12个问题整改到位。\\n"]
          fails: ["云溪县人民政府2024年法治政府建设情况报告\\n一、主要举措和成效\\n开展执法培训3次。\\n"]

    """

  @Test("change no byte of the JSON", arguments: [1, 2] as [UInt64])
  func sameBytes(seed: UInt64) throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(atPath: Executable.rules, toPath: scratch.path + "/rules")
    try scratch.write("linjiang/pack.yaml", Self.overlay)
    let before = try audit(in: scratch)
    let tree = try #require(FileManager.default.enumerator(atPath: scratch.path)).allObjects
    let names = tree.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
    try #require(names.count > 20)
    var layout = Layout(random: SplitMix(seed: seed))
    for name in names {
      let text = try scratch.read(name)
      let root = try #require(readYAML(path: name, bytes: Array(text.utf8), problems: ProblemSink()))
      try scratch.write(name, layout.text(of: root.node))
      #expect(try scratch.read(name) != text)
    }
    let after = try audit(in: scratch)
    #expect(before == after, "\(zip(before, after).first { $0 != $1 }.map { "\($0)\n\($1)" } ?? "")")
  }

  /// The lines of the JSON of the shipped reports by the shipped rules, and by an overlay over them.
  private func audit(in scratch: Scratch) throws -> [String] {
    try ["rules", "linjiang"].flatMap { rules in
      let arguments = [
        "check", Executable.reports, Executable.rules + "/samples", "--format", "json", "--rules", rules,
      ]
      let result = try Executable.run(arguments, in: scratch)
      #expect(result.status < 2, "\(result.errors)")
      return result.output.split(separator: "\n").map(String.init)
    }
  }
}

/// Writes YAML anew: entries of mappings, rules and files in another order, other indentation, brackets, quotes and no comments.
private struct Layout {
  var random: SplitMix

  mutating func text(of node: YAMLNode) -> String { block(node, indent: 0, name: "") }

  /// A node in lines of its own, each ending with a line feed.
  private mutating func block(_ node: YAMLNode, indent: Int, name: String) -> String {
    let margin = String(repeating: " ", count: indent)
    switch node.content {
    case .refused: return ""
    case .scalar: return margin + scalar(node, inBrackets: false) + "\n"
    case .mapping(let entries):
      return entries.shuffled(using: &random).map { entry in
        margin + quotedKey(entry.name) + ":" + value(entry.value, indent: indent, name: entry.name)
      }.joined()
    case .sequence(let nodes):
      // The order of rules and of files says nothing; that of grades or partial credits does.
      let isFree = name == "rules" || name == "include"
      return (isFree ? nodes.shuffled(using: &random) : nodes).map {
        margin + "-" + value($0, indent: indent, name: "")
      }
      .joined()
    }
  }

  private mutating func value(_ node: YAMLNode, indent: Int, name: String) -> String {
    if case .scalar = node.content { return " " + scalar(node, inBrackets: false) + "\n" }
    if name != "rules", Bool.random(using: &random), let text = brackets(node), text.utf8.count < 400 {
      return " " + text + "\n"
    }
    return "\n" + block(node, indent: indent + Int.random(in: 1...4, using: &random), name: name)
  }

  /// A node in brackets; nil for one that is empty, which reads the same in a block.
  private mutating func brackets(_ node: YAMLNode) -> String? {
    switch node.content {
    case .refused: return nil
    case .scalar: return scalar(node, inBrackets: true)
    case .mapping(let entries):
      let parts = entries.shuffled(using: &random).compactMap { entry in
        brackets(entry.value).map { quotedKey(entry.name) + ": " + $0 }
      }
      return parts.count == entries.count ? "{" + parts.joined(separator: ",  ") + "}" : nil
    case .sequence(let nodes):
      let parts = nodes.compactMap { brackets($0) }
      return parts.count == nodes.count ? "[ " + parts.joined(separator: ", ") + " ]" : nil
    }
  }

  private mutating func scalar(_ node: YAMLNode, inBrackets: Bool) -> String {
    guard case .scalar(let text, let isPlain) = node.content else { return "" }
    let needsQuotes = !isPlain || (inBrackets && text.contains { ",[]{}".contains($0) })
    return needsQuotes ? quoted(text) : text
  }

  private func quotedKey(_ key: String) -> String {
    key.utf8.allSatisfy { $0 == 0x5F || $0 == 0x2D || $0 == 0x2E || (0x30...0x7A).contains($0) } ? key : quoted(key)
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }
}
