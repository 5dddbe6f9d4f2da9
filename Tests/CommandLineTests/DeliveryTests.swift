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

  @Test("a man page names every command, and no option that there is not")
  func manual() throws {
    let page = try String(
      contentsOf: Executable.package.appendingPathComponent("packaging/fazhi-audit.1"), encoding: .utf8
    ).replacingOccurrences(of: "\\-", with: "-")
    let help =
      try Executable.run(["--help"], in: Scratch()).output + Executable.run(["check", "--help"], in: Scratch()).output
    for command in ["check", "extract", "rules"] { #expect(page.contains("fazhi-audit \(command)")) }
    for match in page.matches(of: /--[a-z][a-z-]+/) where match.output != "--help" {
      #expect(help.contains(match.output), "\(match.output)")
    }
  }
}
