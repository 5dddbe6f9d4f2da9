import ArgumentParser
import Foundation

/// Writes a large pack for measuring: the shipped rules many times over.
struct ManyRules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Writes a pack of COUNT rules: the shipped ones, and copies with ids and a word of their own.")

  @Argument var count: Int
  @Argument var folder: String

  @Option(help: "The rules that are copied.")
  var rules = "rules"

  func run() throws { try Self.write(count, of: rules, to: folder) }

  /// Writes the pack anew.
  static func write(_ count: Int, of rules: String, to folder: String) throws {
    let files = FileManager.default
    try? files.removeItem(atPath: folder)
    try files.copyItem(atPath: rules, toPath: folder)
    let blocks = try shipped(in: rules)
    guard !blocks.isEmpty else { throw ValidationError("\(rules) holds no rules") }
    var copies: [String] = []
    for number in 0..<max(0, count - blocks.count) {
      copies.append(copy(of: blocks[number % blocks.count], number, round: number / blocks.count))
    }
    var included = ""
    for start in stride(from: 0, to: copies.count, by: 100) {
      let name = "annual-report/copies-\(start / 100).yaml"
      try write("rules:\n" + copies[start..<min(start + 100, copies.count)].joined(), to: "\(folder)/\(name)")
      included += "  - \(name)\n"
    }
    let pack = try String(contentsOfFile: "\(folder)/pack.yaml", encoding: .utf8)
    try write(pack + included, to: "\(folder)/pack.yaml")
  }

  /// The rules of the files of a pack, each as its lines.
  private static func shipped(in rules: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(rules)/annual-report").sorted()
    return try names.filter { $0.hasSuffix(".yaml") }.flatMap { name -> [String] in
      let text = try String(contentsOfFile: "\(rules)/annual-report/\(name)", encoding: .utf8)
      var blocks: [String] = []
      var isInRules = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if let first = line.first, first != " ", first != "#" { isInRules = line.hasPrefix("rules:") }
        if isInRules, line.hasPrefix("  - id: ") { blocks.append("") }
        if isInRules, !blocks.isEmpty, !line.hasPrefix("  #") { blocks[blocks.count - 1] += line + "\n" }
      }
      return blocks
    }
  }

  private static func copy(of rule: String, _ number: Int, round: Int) -> String {
    let end = rule.firstIndex(of: "\n") ?? rule.endIndex
    var copy = rule[..<end] + "-copy-\(round)" + rule[end...]
    if let words = copy.range(of: "any: [") { copy.insert(contentsOf: "词语\(number)号, ", at: words.upperBound) }
    return String(copy)
  }

  private static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
