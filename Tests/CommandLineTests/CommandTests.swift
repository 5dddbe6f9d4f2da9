import Foundation
import Rendering
import Testing

@Suite("The command")
struct CommandTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A run of the program with what must come of it; `R` stands for the folder of sample reports.
  struct Scenario: CustomTestStringConvertible, Sendable {
    var name: String
    var arguments: [String]
    var input: String?
    var status: Int32
    var output: [String] = []
    var errors: [String] = []

    var testDescription: String { name }
  }

  static let good = "R/云溪县-2024.txt"
  static let weak = "R/岚谷县-2024.txt"

  static let scenarios = [
    Scenario(name: "passes a good report", arguments: ["check", good], status: 0, output: ["云溪县", " 通过"]),
    Scenario(
      name: "fails a weak report", arguments: ["check", weak], status: 1, output: ["未通过", "section.leader-duty"]),
    Scenario(
      name: "speaks English", arguments: ["check", weak, "--lang", "en"], status: 1,
      output: ["failed: ", "Must be put right"]),
    Scenario(name: "fails nothing when told so", arguments: ["check", weak, "--fail-on", "never"], status: 0),
    Scenario(
      name: "fails below the least score", arguments: ["check", weak, "--fail-on=never", "--min-score", "99"],
      status: 1, output: ["得分低于 99"]),
    Scenario(
      name: "audits a folder", arguments: ["check", "R", "--fail-on", "never"], status: 0, output: ["汇总", "平均"]),
    Scenario(
      name: "is quiet about what passes", arguments: ["check", good, "--quiet"], status: 0,
      output: ["共 1 份：通过 1 份，未通过 0 份"]),
    Scenario(
      name: "reads standard input", arguments: ["check", "-", "--stdin-name", "草稿.txt"],
      input: "云溪县2024年法治政府建设情况报告\n一、主要举措和成效\n开展培训。\n", status: 1, output: ["草稿.txt"]),
    Scenario(
      name: "goes on after a missing path", arguments: ["check", "nowhere.txt", good], status: 2, output: ["云溪县"],
      errors: ["nowhere.txt：文件不存在"]),
    Scenario(
      name: "says that there is no document", arguments: ["check", "."], status: 2, errors: ["没有找到可以核查的文档"]),
    Scenario(
      name: "takes an unreadable document for a result", arguments: ["check", "/dev/null", good], status: 2,
      output: ["无法读取", "云溪县"]),
    Scenario(
      name: "refuses a document without an end", arguments: ["check", "/dev/zero"], status: 2, output: ["文件超过上限"]),
    Scenario(
      name: "refuses an unknown format", arguments: ["check", good, "--format", "jsn"], status: 2, errors: ["是否想写 json"]
    ),
    Scenario(
      name: "refuses an unknown option", arguments: ["check", good, "--colour"], status: 2, errors: ["--colour"]),
    Scenario(
      name: "refuses a wrong date", arguments: ["check", good, "--published", "2025-02-30"], status: 2,
      errors: ["2025-02-30"]),
    Scenario(name: "refuses to do nothing", arguments: [], status: 2, errors: ["check"]),
    Scenario(name: "prints its version", arguments: ["--version"], status: 0, output: ["0."]),
    Scenario(
      name: "helps", arguments: ["check", "--help"], status: 0, output: ["USAGE: fazhi-audit check", "--min-score"]),
    Scenario(
      name: "says that a rule folder is empty", arguments: ["check", good, "--rules", "."], status: 2,
      errors: ["找不到 pack.yaml"]),
    Scenario(
      name: "says that a rule folder is not there", arguments: ["check", good, "--rules", "none"], status: 2,
      errors: ["规则文件夹 none 不存在"]),
    Scenario(
      name: "says what it can't write", arguments: ["check", good, "--output", "/dev/full"], status: 2,
      errors: ["无法写入 /dev/full：磁盘空间不足"]),
    Scenario(name: "shows what it understood", arguments: ["extract", good], status: 0, output: ["标题", "负责人履职"]),
    Scenario(name: "lists its rules", arguments: ["rules", "list"], status: 0, output: ["section.causes"]),
    Scenario(
      name: "explains a rule", arguments: ["rules", "explain", "section.causes"], status: 0, output: ["依据", "示例"]),
    Scenario(
      name: "names the nearest rule", arguments: ["rules", "explain", "section.cause"], status: 2,
      errors: ["是否想写 section.causes"]),
    Scenario(name: "finds no mistake in its own rules", arguments: ["rules", "validate"], status: 0, output: ["没有错误"]),
    Scenario(name: "finds its own examples true", arguments: ["rules", "test"], status: 0, output: ["全部相符"]),
  ]

  @Test("does as its user is told", arguments: scenarios)
  func scenario(_ scenario: Scenario) throws {
    let arguments = scenario.arguments.map { argument in
      argument == "R" || argument.hasPrefix("R/") ? Executable.reports + argument.dropFirst() : argument
    }
    let result = try Executable.run(arguments, in: scratch, input: scenario.input)
    #expect(result.status == scenario.status, "\(result.errors)")
    for text in scenario.output { #expect(result.output.contains(text)) }
    for text in scenario.errors { #expect(result.errors.contains(text)) }
    if scenario.errors.isEmpty { #expect(result.errors == "") }
  }

  @Test("writes the same bytes in every format with any number of jobs")
  func jobs() throws {
    let outputs = try [1, 2, 7].map { jobs in
      let formats = OutputFormat.allCases.flatMap { ["--format", "\($0)=out.\($0)"] }
      _ = try Executable.run(["check", Executable.reports, "--jobs", "\(jobs)"] + formats, in: scratch)
      return try OutputFormat.allCases.map { try scratch.read("out.\($0)") }
    }
    #expect(outputs[0] == outputs[1] && outputs[1] == outputs[2])
    #expect(outputs[0].allSatisfy { $0.utf8.count > 100 })
  }

  @Test("writes several formats at once")
  func formats() throws {
    let good = Executable.reports + "/云溪县-2024.txt"
    let result = try Executable.run(
      ["check", good, "--format", "console", "--format", "json=a.json"], in: scratch)
    #expect(result.status == 0)
    #expect(result.output.contains("核查清单"))
    #expect(try scratch.read("a.json").hasPrefix("{\n\"schema_version\": \"1\""))
    #expect(try scratch.names == ["a.json"])
  }

  @Test("says it when its reader goes away or its disk is full")
  func full() throws {
    let good = Executable.reports + "/云溪县-2024.txt"
    let result = try Executable.run(["check", good], in: scratch, output: "/dev/full")
    #expect(result.status == 2)
    #expect(result.errors.contains("无法写入 标准输出：磁盘空间不足"))
  }

  /// A copy of the shipped rules in which `old` is replaced by `new` in one file.
  private func rules(changing file: String, _ old: String, to new: String) throws -> String {
    let copy = scratch.path + "/rules"
    try FileManager.default.copyItem(atPath: Executable.rules, toPath: copy)
    let text = try scratch.read("rules/\(file)")
    try #require(text.contains(old))
    try scratch.write("rules/\(file)", text.replacingOccurrences(of: old, with: new))
    return copy
  }

  @Test("takes its configuration from the folder above, and rules from where it says")
  func configuration() throws {
    _ = try rules(changing: "pack.yaml", "pack: annual-report", to: "pack: changed")
    try scratch.write("in/a.txt", "云溪县2024年法治政府建设情况报告\n")
    try scratch.write(".fazhi-audit.yaml", "rules: rules\n")
    let result = try Executable.run(["check", "in", "--format", "json"], in: scratch)
    #expect(result.output.contains("\"pack\": \"changed\""))
    try scratch.write(".fazhi-audit.yaml", "rule: rules\n")
    let wrong = try Executable.run(["check", "in"], in: scratch)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains(".fazhi-audit.yaml:1:1: error:"))
  }

  @Test("judges by changed rules without being built again")
  func changedWeight() throws {
    let weak = Executable.reports + "/岚谷县-2024.txt"
    let before = try Executable.run(["check", weak, "--format", "json"], in: scratch).output
    let changed = try rules(changing: "pack.yaml", "version:", to: "# version of the test\nversion:")
    let elements = try scratch.read("rules/annual-report/elements.yaml")
    try scratch.write(
      "rules/annual-report/elements.yaml", elements.replacingOccurrences(of: "weight: 10", with: "weight: 20"))
    try #require(try scratch.read("rules/annual-report/elements.yaml") != elements)
    let after = try Executable.run(["check", weak, "--format", "json", "--rules", changed], in: scratch).output
    #expect(before != after)
    #expect(after.contains("\"weight\": 20, \"status\": \"met\""))
  }

  @Test("shows a mistake in a rule at its place")
  func mistake() throws {
    let changed = try rules(changing: "annual-report/elements.yaml", "severity: error", to: "severity: eror")
    for arguments in [["rules", "validate"], ["check", Executable.reports]] {
      let result = try Executable.run(arguments + ["--rules", changed], in: scratch)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errors.contains("elements.yaml:") && result.errors.contains("^^^^"))
      #expect(result.errors.contains("error"))
    }
  }
}
