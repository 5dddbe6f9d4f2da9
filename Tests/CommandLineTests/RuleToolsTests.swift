import Foundation
import Testing

@Suite("Tools for authors of rules")
struct RuleToolsTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("a rule is explained on a document: verdict, places, where it looked, how parts were recognised")
  func explain() throws {
    let weak = Executable.reports + "/岚谷县-2024.txt"
    let result = try Executable.run(["rules", "explain", "section.causes", "--document", weak], in: scratch)
    #expect(result.status == 0)
    for words in ["缺少，权重 6 × 得分率 0", "查找的位置", "不足部分：第", "是怎样识别的", "+8 标题"] {
      #expect(result.output.contains(words), "\(words)")
    }
    let none = try Executable.run(["rules", "explain", "section.causes", "--document", "none.txt"], in: scratch)
    #expect(none.status == 2 && none.errors.contains("none.txt"))
  }

  @Test("coverage counts each verdict, marks what never fired, and says what it could not read")
  func coverage() throws {
    let result = try Executable.run(["rules", "coverage", Executable.reports, "--format", "json"], in: scratch)
    #expect(result.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let rules = try #require(json?["rules"] as? [[String: Any]])
    let documents = try #require(json?["documents"] as? Int)
    for rule in rules {
      let counts = rule.values.compactMap { $0 as? Int }
      #expect(counts.reduce(0, +) == documents, "\(rule)")
    }
    #expect(rules.contains { $0["mark"] as? String == "never-fired" })
    #expect(rules.contains { $0["rule"] as? String == "section.causes" && $0["missing"] as? Int ?? 0 > 0 })
    let broken = try scratch.write("broken.txt", "")
    let partly = try Executable.run(["rules", "coverage", Executable.reports, broken], in: scratch)
    #expect(partly.status == 2)
    #expect(partly.errors.contains("broken.txt") && partly.output.contains("1 份无法读取"))
  }

  @Test("what the configuration ignores is not counted, its limits hold, and its mistakes are told")
  func configured() throws {
    for name in ["a.txt", "old/b.txt"] { try scratch.write("docs/\(name)", ConfigurationTests.county) }
    let configuration = "docs/.fazhi-audit.yaml"
    try scratch.write(configuration, "ignore: [old/]\n")
    let counted = try Executable.run(["rules", "coverage", "docs", "--format", "json"], in: scratch)
    #expect(counted.status == 0 && counted.output.contains("\"documents\": 1,"), "\(counted.output)")
    try scratch.write(configuration, "limits: {paragraphs: 3}\n")
    for arguments in [
      ["coverage", "docs"], ["explain", "section.causes", "--document", "docs/a.txt"], ["derive", "docs/a.txt"],
    ] {
      let limited = try Executable.run(["rules"] + arguments, in: scratch)
      #expect(limited.status == 2 && limited.errors.contains("limits.paragraphs"), "\(arguments): \(limited.errors)")
    }
    try scratch.write(configuration, "profile: conty\n")
    let wrong = try Executable.run(["rules", "coverage", "docs"], in: scratch)
    #expect(wrong.status == 2 && wrong.errors.contains("county"), "\(wrong.errors)")
  }

  @Test("the skeleton is a report with all parts, and rules that don't apply to a level are not in it")
  func skeleton() throws {
    let made = try Executable.run(["rules", "skeleton", "--year", "2025", "--level", "township"], in: scratch)
    #expect(made.status == 0)
    try scratch.write("提纲.md", made.output)
    let checked = try Executable.run(["check", "提纲.md", "--format", "json", "--fail-on", "never"], in: scratch)
    for rule in [
      "title.present", "section.measures", "section.shortcomings", "section.leader-duty", "section.next-year-plan",
      "numbering.sequence", "year.consistent",
    ] {
      let line = try #require(checked.output.split(separator: "\n").first { $0.contains("\"rule\": \"\(rule)\"") })
      #expect(line.contains("\"status\": \"met\""), "\(line)")
    }
    #expect(try Executable.run(["rules", "skeleton", "--year", "25"], in: scratch).status == 2)
  }

  @Test("rules derived from a good report load beside the others, and their examples hold")
  func derive() throws {
    let copy = scratch.path + "/rules"
    try FileManager.default.copyItem(atPath: Executable.rules, toPath: copy)
    for name in ["云溪县-2024.txt", "澜川市-2024.txt"] {
      let made = try Executable.run(["rules", "derive", Executable.reports + "/" + name, "--rules", copy], in: scratch)
      #expect(made.status == 0)
      try scratch.write("rules/derived.yaml", made.output)
      let pack = try String(contentsOfFile: Executable.rules + "/pack.yaml", encoding: .utf8)
      try scratch.write("rules/pack.yaml", pack.replacing("include:\n", with: "include:\n  - derived.yaml\n"))
      let validated = try Executable.run(["rules", "validate", "--rules", copy], in: scratch)
      #expect(validated.status == 0, "\(validated.errors)")
      let tested = try Executable.run(["rules", "test", "--rules", copy], in: scratch)
      #expect(!tested.output.contains("derived.yaml:"), "\(tested.output)")
      try FileManager.default.removeItem(atPath: copy + "/derived.yaml")
      try scratch.write("rules/pack.yaml", pack)
    }
  }

  @Test("validate says what does nothing, and fails for it only when told so")
  func validate() throws {
    let copy = scratch.path + "/rules"
    try FileManager.default.copyItem(atPath: Executable.rules, toPath: copy)
    let elements = try scratch.read("rules/annual-report/elements.yaml")
    try scratch.write("rules/annual-report/elements.yaml", elements.replacing("原因在于, ", with: "原因在于, 主要原因在于, "))
    let lax = try Executable.run(["rules", "validate", "--rules", copy], in: scratch)
    #expect(lax.status == 0)
    #expect(lax.errors.contains("“主要原因在于”是多余的") && lax.errors.contains("elements.yaml:"))
    #expect(try Executable.run(["rules", "validate", "--strict", "--rules", copy], in: scratch).status == 1)
  }

  @Test("watching audits again after a change of document, list or rule, and ends on an interrupt with the last status")
  func watch() throws {
    let copy = scratch.path + "/rules"
    try FileManager.default.copyItem(atPath: Executable.rules, toPath: copy)
    let good = try String(contentsOfFile: Executable.reports + "/云溪县-2024.txt", encoding: .utf8)
    try scratch.write("in/a.txt", good)
    try scratch.write("bodies.csv", "机关\n云溪县政府\n")
    let running = try Executable.start(
      ["check", "in", "--watch", "--rules", copy, "--quiet", "--format", "json=in/out.json", "--expect", "bodies.csv"],
      in: scratch)
    defer {
      running.process.terminate()
      try? FileManager.default.removeItem(at: running.errors)
    }
    func waits(for count: Int) throws {
      for _ in 0..<600 {
        let said = try String(contentsOf: running.errors, encoding: .utf8)
        if said.components(separatedBy: "正在等待文件变化").count > count { return }
        Thread.sleep(forTimeInterval: 0.1)
      }
      Issue.record("it did not audit \(count) times: \(try String(contentsOf: running.errors, encoding: .utf8))")
    }
    try waits(for: 1)
    #expect(try scratch.read("in/out.json").contains("\"passed\": 1"))
    try scratch.write("in/a.txt", "云溪县2024年法治政府建设情况报告\n一、主要举措和成效\n开展培训。\n")
    try waits(for: 2)
    #expect(try scratch.read("in/out.json").contains("\"failed\": 1"))
    try scratch.write("bodies.csv", "机关\n云溪县政府\n青禾镇政府\n")
    try waits(for: 3)
    #expect(try scratch.read("in/out.json").contains("青禾镇政府"))
    try scratch.write("rules/pack.yaml", "pack: broken\n")
    try waits(for: 4)
    running.process.interrupt()
    for _ in 0..<600 where running.process.isRunning { Thread.sleep(forTimeInterval: 0.1) }
    if running.process.isRunning {
      kill(running.process.processIdentifier, SIGKILL)
      Issue.record("it does not end when it is interrupted")
    }
    running.process.waitUntilExit()
    #expect(running.process.terminationStatus == 2)
    #expect(try String(contentsOf: running.errors, encoding: .utf8).contains("pack.yaml"))
  }
}
