import Foundation
import Testing

@Suite("The steps of rules/README") struct DocumentedStepsTests {
  static let pages = ["README.md", "README.zh-CN.md"]

  @Test("lead from a new rule to a city's own weight for it, as they are written", arguments: pages)
  func overlay(page: String) throws {
    let scratch = try Scratch()
    let text = try String(
      contentsOf: Executable.package.appendingPathComponent("rules/\(page)"), encoding: .utf8)
    let section = try #require(text.firstRange(of: page == "README.md" ? "## An overlay of your own" : "## 自己的叠加规则包"))
    let blocks = text[section.upperBound...].matches(of: /```sh\n((?:[^`]|`[^`])*?)```/).prefix(2).map {
      String($0.output.1)
    }
    try #require(blocks.count == 2)
    try FileManager.default.copyItem(atPath: Executable.rules, toPath: scratch.path + "/rules")
    for folder in ["reports", "Tests"] {
      try scratch.link(folder, to: Executable.package.appendingPathComponent(folder).path)
    }
    let added = try run(blocks[0], in: scratch)
    #expect(added.status == 0, "\(added.output)")
    let before = try scratch.audit("my-rules")
    let changed = try run(blocks[1], in: scratch)
    #expect(changed.output.contains("elements.supervision · 错误 · 权重 8"), "\(changed.output)")
    let after = try scratch.audit("linjiang")
    #expect(before.contains("\"severity\": \"warning\", \"weight\": 3, \"status\": \"partial\""))
    #expect(after.contains("\"severity\": \"error\", \"weight\": 8, \"status\": \"partial\""))
    #expect(before.contains("第26行写到“督察”，没有写整改情况"))
    #expect(before.contains("date.catalogue") && !after.contains("date.catalogue"))
  }

  /// Runs commands of the page; `/tmp` is the folder of the test, and `fazhi-audit` the program that was built.
  private func run(_ commands: String, in scratch: Scratch) throws -> Executable.Result {
    let program = try Executable.url()
    let script =
      "set -e\ncd '\(scratch.path)'\nfazhi-audit() { '\(program.path)' \"$@\" || [ $? = 1 ]; }\n"
      + commands.replacingOccurrences(of: "/tmp/", with: scratch.path + "/")
    try scratch.write("steps.sh", script)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["steps.sh"]
    process.currentDirectoryURL = scratch.url
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Executable.Result(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self), errors: "")
  }
}

extension Scratch {
  fileprivate func audit(_ rules: String) throws -> String {
    let report = Executable.reports + "/渔浦县-2024.txt"
    return try Executable.run(["check", report, "--format", "json", "--rules", rules], in: self).output
  }
}
