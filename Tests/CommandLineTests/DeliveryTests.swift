import Foundation
import SourceText
import Testing
import YAMLReading

@Suite("What is delivered beside the program")
struct DeliveryTests {
  @Test(
    "is YAML that can be read, and calls the program with options that it knows",
    arguments: [".pre-commit-hooks.yaml", "examples/ci/github.yml", "examples/ci/gitlab.yml"])
  func examples(name: String) throws {
    let text = try String(contentsOf: Executable.package.appendingPathComponent(name), encoding: .utf8)
    let problems = ProblemSink()
    #expect(readYAML(path: name, bytes: Array(text.utf8), problems: problems) != nil)
    #expect(problems.isEmpty)
    let help = try Executable.run(["check", "--help"], in: Scratch()).output
    let options = text.matches(of: /--[a-z][a-z-]+/).map { String($0.output) }
    try #require(!options.isEmpty)
    for option in options { #expect(help.contains(option), "\(name): \(option)") }
  }

  @Test("a man page names every command and option that there is, and none that there is not")
  func manual() throws {
    let page = try String(
      contentsOf: Executable.package.appendingPathComponent("packaging/fazhi-audit.1"), encoding: .utf8
    ).replacingOccurrences(of: "\\-", with: "-")
    var options: Set<String> = []
    let commands = try self.commands(under: [], options: &options)
    try #require(commands.contains("rules explain") && options.contains("--watch"))
    for command in commands { #expect(page.contains(command), "\(command)") }
    let named = Set(page.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    #expect(options.subtracting(named) == [])
    #expect(named.subtracting(options) == [])
  }

  /// The commands below one that do something, as `rules explain`; their options are added to `options`.
  private func commands(under path: [String], options: inout Set<String>) throws -> [String] {
    let help = try Executable.run(path + ["--help"], in: Scratch()).output
    options.formUnion(help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    guard let list = help.firstRange(of: "SUBCOMMANDS:") else { return [path.joined(separator: " ")] }
    let names = help[list.upperBound...].matches(of: /\n  ([a-z]+) {2,}/).map { String($0.output.1) }
    return try names.flatMap { try commands(under: path + [$0], options: &options) }
  }

  @Test("completions for each shell name every command", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let script = try Executable.run(["--generate-completion-script", shell], in: Scratch()).output
    for command in ["check", "extract", "copies", "rules", "init", "explain", "print-config"] {
      #expect(script.contains(command), "\(command)")
    }
  }
}
