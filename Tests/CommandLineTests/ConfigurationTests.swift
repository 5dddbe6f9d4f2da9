import Documents
import Foundation
import SourceText
import Testing
import YAMLReading

@testable import CommandLine

@Suite("The configuration") struct ConfigurationTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let county = "云溪县人民政府2024年法治政府建设情况报告\n发布日期：2025-02-14\n一、主要举措和成效\n开展培训3次。\n"
  static let township = county.replacingOccurrences(of: "云溪县人民政府", with: "青禾镇人民政府")

  private func audit(_ arguments: [String]) throws -> (json: [String: Any], result: Executable.Result) {
    let result = try Executable.run(["check"] + arguments, in: scratch)
    let start = result.output.firstIndex(of: "{") ?? result.output.endIndex
    let json = try? JSONSerialization.jsonObject(with: Data(result.output[start...].utf8)) as? [String: Any]
    return (json ?? [:], result)
  }

  private func documents(_ json: [String: Any]) -> [String: [String: Any]] {
    let documents = json["documents"] as? [[String: Any]] ?? []
    return Dictionary(uniqueKeysWithValues: documents.map { ($0["path"] as? String ?? "", $0) })
  }

  @Test("is found above the document, wherever the program runs") func found() throws {
    try scratch.write("office/.fazhi-audit.yaml", "gate: {fail_on: never}\noutputs: [{format: json}]\nlevel: city\n")
    try scratch.write("office/2024/a.txt", Self.county)
    let (json, result) = try audit(["office/2024/a.txt"])
    #expect(result.status == 0, "\(result.errors)")
    let document = documents(json)["office/2024/a.txt"]
    #expect(document?["profile"] as? String == "city")
  }

  @Test("gives way to the command line") func options() throws {
    try scratch.write(".fazhi-audit.yaml", "gate: {fail_on: never}\nprofile: city\noutputs: [{format: console}]\n")
    try scratch.write("a.txt", Self.county)
    let (json, result) = try audit(["a.txt", "--format", "json", "--fail-on", "error", "--profile", "township"])
    #expect(result.status == 1)
    #expect(documents(json)["a.txt"]?["profile"] as? String == "township")
    #expect((documents(json)["a.txt"]?["document"] as? [String: Any])?["level"] as? String == "township")
  }

  @Test("says something else for some paths") func byPath() throws {
    try scratch.write(
      ".fazhi-audit.yaml",
      """
      gate: {fail_on: never}
      outputs: [{format: json}]
      documents:
        - {paths: [towns/], profile: township}
        - {paths: ["**/draft-*"], stage: draft}

      """)
    try scratch.write("towns/a.txt", Self.county)
    try scratch.write("towns/draft-b.txt", Self.county)
    try scratch.write("c.txt", Self.county)
    let (json, _) = try audit(["."])
    let profiles = documents(json).mapValues { $0["profile"] as? String }
    #expect(profiles == ["./towns/a.txt": "township", "./towns/draft-b.txt": "township-draft", "./c.txt": "county"])
  }

  @Test("gates each category by itself") func gate() throws {
    try scratch.write("a.txt", Self.county)
    try scratch.write(".fazhi-audit.yaml", "gate: {fail_on: never, categories: {elements: {min_score: 90}}}\n")
    let low = try Executable.run(["check", "a.txt"], in: scratch)
    #expect(low.status == 1 && low.output.contains("“法定内容”低于 90"))
    try scratch.write(".fazhi-audit.yaml", "gate: {fail_on: never, categories: {elements: {fail_on: error}}}\n")
    #expect(try Executable.run(["check", "a.txt"], in: scratch).status == 1)
    try scratch.write(
      ".fazhi-audit.yaml",
      "gate: {categories: {elements: {fail_on: never}, identity: {fail_on: never}, substance: {fail_on: never}}}\n")
    #expect(try Executable.run(["check", "a.txt"], in: scratch).status == 0)
  }

  @Test(
    "has JUnit show as failures what a category's own gate fails, and nothing else",
    arguments: [
      ("fail_on: never, categories: {elements: {min_score: 90}}", ["score elements"]),
      ("fail_on: never, categories: {elements: {min_score: 10, fail_on: error}}", ["section.leader-duty"]),
      ("categories: {elements: {fail_on: never}, identity: {fail_on: never}, substance: {fail_on: never}}", []),
    ])
  func junit(gate: String, failures: [String]) throws {
    try scratch.write("a.txt", Self.county)
    try scratch.write(".fazhi-audit.yaml", "gate: {\(gate)}\n")
    let result = try Executable.run(["check", "a.txt", "--format", "junit"], in: scratch)
    #expect(result.status == (failures.isEmpty ? 0 : 1))
    let cases = result.output.components(separatedBy: "<testcase ").dropFirst()
    let failed = cases.filter { $0.contains("<failure ") }
    let counts = " tests=\"\(cases.count)\" failures=\"\(failed.count)\""
    #expect(result.output.contains(counts), "\(counts)\n\(result.output.prefix(300))")
    for name in failures { #expect(failed.contains { $0.contains("name=\"\(name)") }, "\(name)") }
    if failures.isEmpty { #expect(failed.isEmpty) }
  }

  @Test("refuses documents beyond its limits") func limits() throws {
    try scratch.write("a.txt", Self.county)
    try scratch.write(".fazhi-audit.yaml", "limits: {paragraphs: 3}\n")
    let result = try Executable.run(["check", "a.txt"], in: scratch)
    #expect(result.status == 2 && result.output.contains("无法读取"), "\(result.output)")
    try scratch.write(".fazhi-audit.yaml", "limits: {paragraphs: 30, file_size_mb: 1}\ngate: {fail_on: never}\n")
    #expect(try Executable.run(["check", "a.txt"], in: scratch).status == 0)
  }

  @Test("leaves out what it ignores, and says when that is everything") func ignore() throws {
    try scratch.write(
      ".fazhi-audit.yaml", "ignore: [old/, \"*.bak.txt\"]\ngate: {fail_on: never}\noutputs: [{format: json}]\n")
    for name in ["a.txt", "a.bak.txt", "old/b.txt", "sub/c.txt", "sub/d.txt", "sub/e.txt"] {
      try scratch.write(name, Self.county)
    }
    try scratch.write("sub/.fazhi-auditignore", "# all but one\n*.txt\n!d.txt\n")
    let (json, _) = try audit(["."])
    #expect(documents(json).keys.sorted() == ["./a.txt", "./sub/d.txt"])
    #expect(documents(try audit(["sub"]).json).keys.sorted() == ["sub/d.txt"])
    // What is named itself is audited.
    #expect(documents(try audit(["sub/c.txt"]).json).keys.sorted() == ["sub/c.txt"])
    let (_, nothing) = try audit(["old"])
    #expect(nothing.status == 2 && nothing.errors.contains("排除了"))
    try scratch.write("sub/.fazhi-auditignore", "[a\n")
    let wrong = try Executable.run(["check", "sub"], in: scratch)
    #expect(wrong.status == 2 && wrong.errors.contains("sub/.fazhi-auditignore:1:1: error:"))
  }

  @Test("is one for a run, and no other goes unread without a word") func several() throws {
    for folder in ["a", "b"] {
      try scratch.write("\(folder)/.fazhi-audit.yaml", "gate: {fail_on: never}\n")
      try scratch.write("\(folder)/r.txt", Self.county)
    }
    let two = try Executable.run(["check", "a/r.txt", "b/r.txt"], in: scratch)
    #expect(two.status == 2 && two.errors.contains("分属不同的配置"))
    let above = try Executable.run(["check", "."], in: scratch)
    #expect(above.status == 2 && above.errors.contains("a/.fazhi-audit.yaml 不起作用"))
    let named = try Executable.run(["check", ".", "--config", "a/.fazhi-audit.yaml"], in: scratch)
    #expect(named.status == 0, "\(named.errors)")
  }

  @Test("lays packs over the rules, from a folder or a file") func overlays() throws {
    let overlay =
      "pack: city\ntitle: 临江市规则\nversion: 1.0.0\nextends: annual-report\nchange: {section.causes: {weight: 12}}\n"
    try scratch.write("city/pack.yaml", overlay)
    try scratch.write(
      "county.yaml",
      overlay.replacingOccurrences(of: "annual-report", with: "city")
        .replacingOccurrences(of: "pack: city", with: "pack: county").replacingOccurrences(of: "12", with: "13"))
    try scratch.write("a.txt", Self.county)
    try scratch.write(".fazhi-audit.yaml", "overlays: [city, county.yaml]\noutputs: [{format: json}]\n")
    let (json, result) = try audit(["a.txt"])
    #expect((json["rules"] as? [String: Any])?["pack"] as? String == "county", "\(result.errors)")
    let results = documents(json)["a.txt"]?["results"] as? [[String: Any]] ?? []
    #expect(results.first { $0["rule"] as? String == "section.causes" }?["weight"] as? Int == 13)
    let given = try Executable.run(["rules", "list", "--rules", "city"], in: scratch)
    #expect(given.status == 0 && given.output.contains("临江市规则 1.0.0"), "\(given.errors)")
    try scratch.write("city/pack.yaml", overlay.replacingOccurrences(of: "annual-report", with: "annual-reports"))
    let wrong = try Executable.run(["rules", "list", "--rules", "city"], in: scratch)
    #expect(wrong.status == 2 && wrong.errors.contains("city/pack.yaml:4:10: error:"), "\(wrong.errors)")
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    var text: String
    var place: String
    var says: String

    var testDescription: String { says }
  }

  static let mistakes = [
    Mistake(text: "profil: county\n", place: "1:1", says: "是不是“profile”"),
    Mistake(text: "rules: none\n", place: "1:8", says: "不存在"),
    Mistake(text: "overlays: [none]\n", place: "1:12", says: "不存在"),
    Mistake(text: "profile: conty\n", place: "1:10", says: "是不是“county”"),
    Mistake(text: "gate: {fail_on: eror}\n", place: "1:17", says: "是不是“error”"),
    Mistake(text: "gate: {min_score: 101}\n", place: "1:19", says: "0 到 100"),
    Mistake(text: "gate: {categories: {element: {min_score: 1}}}\n", place: "1:21", says: "是不是“elements”"),
    Mistake(text: "documents:\n  - {paths: [a], profile: towship}\n", place: "2:27", says: "是不是“township”"),
    Mistake(text: "documents:\n  - {paths: [a]}\n", place: "2:5", says: "不起作用"),
    Mistake(text: "outputs: [{format: jsn}]\n", place: "1:20", says: "是不是“json”"),
    Mistake(text: "outputs: [{format: json, file: ../a.json}]\n", place: "1:32", says: "输出文件应当在"),
    Mistake(text: "ignore: [\"[a\"]\n", place: "1:10", says: "没有配对"),
    Mistake(text: "limits: {file_size_mb: 0}\n", place: "1:24", says: "1 到 1024"),
    Mistake(text: "jobs: 0\n", place: "1:7", says: "1 到 256"),
    Mistake(text: "lang: cn\n", place: "1:7", says: "zh"),
  ]

  @Test("shows a mistake at its place", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    try scratch.write("a.txt", Self.county)
    try scratch.write(".fazhi-audit.yaml", mistake.text)
    let result = try Executable.run(["check", "a.txt"], in: scratch)
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.contains(".fazhi-audit.yaml:\(mistake.place): error:"), "\(result.errors)")
    #expect(result.errors.contains(mistake.says) && result.errors.contains("^"), "\(result.errors)")
  }

  @Test("shows all its mistakes at once")
  func allMistakes() throws {
    try scratch.write("a.txt", Self.county)
    try scratch.write(
      ".fazhi-audit.yaml", "rulez: x\ngate: {fail_on: eror}\nignore: [\"[\"]\noutputs:\n  - {format: jsn}\njobs: 0\n")
    let result = try Executable.run(["check", "a.txt"], in: scratch)
    for place in ["1:1", "2:17", "3:10", "5:14", "6:7"] {
      #expect(result.errors.contains(".fazhi-audit.yaml:\(place): error:"), "\(result.errors)")
    }
  }

  @Test("is shown with the origin of each value, and can be read back") func printed() throws {
    try scratch.write(
      ".fazhi-audit.yaml",
      """
      profile: county
      documents:
        - {paths: ["乡镇/**"], profile: township}
      gate: {min_score: 62.5, categories: {elements: {fail_on: warning}}}
      ignore: ["a b*"]
      outputs: [{format: json, file: out.json}]

      """)
    let result = try Executable.run(
      ["check", "--print-config", "--jobs", "1", "--stage", "draft", "--revisions", "original"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    for text in [
      "profile: county", ".fazhi-audit.yaml:1:10", "stage: draft", "# --stage", "min_score: 62.5", "fail_on: error",
      "# 默认",
      "- \"a b*\"", "jobs: 1", "# --jobs", "revisions: original", "# --revisions",
    ] {
      #expect(result.output.contains(text), "\(text)\n\(result.output)")
    }
    let sink = ProblemSink()
    let root = readYAML(path: "printed", bytes: Array(result.output.utf8), problems: sink)
    let value = try #require(root)
    // Files are shown as they were resolved, which a configuration itself may not name.
    #expect(value.peek("gate")?.peek("min_score")?.node.word == "62.5")
    #expect(value.peek("documents")?.values()?.first?.peek("paths")?.strings()?.map(\.value) == ["乡镇/**"])
    #expect(sink.isEmpty)
  }

  @Test("is written by init, loads without a mistake, and is never overwritten", arguments: ["zh", "en"])
  func starter(language: String) throws {
    #expect(try Executable.run(["init", "--lang", language], in: scratch).status == 0)
    #expect(try scratch.names == [".fazhi-audit.yaml", "fazhi-audit-ci.yml"])
    try scratch.write("a.txt", Self.county)
    let result = try Executable.run(["check", "a.txt"], in: scratch)
    #expect(result.status == 1 && result.errors == "", "\(result.errors)")
    // What every repository has is no report.
    try scratch.write("README.md", "# 说明\n本仓库存放年度报告。\n")
    let folder = try Executable.run(["check", ".", "--format", "csv"], in: scratch)
    #expect(!folder.output.contains("README"), "\(folder.output)")
    // Every key that it shows in a comment works when it is taken out of it.
    let text = try scratch.read(".fazhi-audit.yaml")
    let configuration = text.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("# ") else { return String(line) }
      let inner = line.dropFirst(2)
      return inner.wholeMatch(of: /(?:[a-z_]+: .*|[a-z_]+:|  - .*|    [a-z]+: .*|  [a-z_]+: [0-9]+ +#.*)/) != nil
        && !inner.hasPrefix("  waivers")
        ? String(inner) : nil
    }.filter { !$0.hasPrefix("rules:") && !$0.hasPrefix("overlays:") && !$0.hasPrefix("waivers:") }
    let sink = ProblemSink()
    let root = readYAML(path: "starter", bytes: Array(configuration.joined(separator: "\n").utf8), problems: sink)
    _ = root?.mapping { ConfigurationDecoder.read(&$0) }
    #expect(sink.problems.map(\.message.zh) == [], "\(configuration.joined(separator: "\n"))")
    #expect(configuration.count > 15)
    // Every limit is there with the value that it has anyway.
    for name in LimitName.allCases {
      #expect(root?.peek("limits")?.peek(name.rawValue)?.node.word == "\(DocumentLimits()[name])", "\(name)")
    }
    let pipeline = readYAML(
      path: "ci", bytes: Array(try scratch.read("fazhi-audit-ci.yml").utf8), problems: sink)
    #expect(pipeline?.peek("jobs") != nil && sink.isEmpty)
    let again = try Executable.run(["init"], in: scratch)
    #expect(again.status == 2 && again.errors.contains("已经存在"))
    #expect(try scratch.read(".fazhi-audit.yaml") == text)
  }

  @Test("has waivers, which are said when they are over or nothing needs them") func waivers() throws {
    try scratch.write("towns/a.txt", Self.township)
    try scratch.write(
      "waivers.yaml",
      """
      waivers:
        - {rule: section.causes, document: "towns/*.txt", reason: 首次报告, by: 李平, until: 2025-06-30}
        - {rule: title.present, document: "towns/*.txt", reason: 沿用旧题, by: 李平, until: 2025-06-30}

      """)
    try scratch.write(".fazhi-audit.yaml", "waivers: waivers.yaml\noutputs: [{format: json}]\n")
    let (json, result) = try audit(["towns", "--as-of", "2025-06-30"])
    let results = documents(json)["towns/a.txt"]?["results"] as? [[String: Any]] ?? []
    let causes = results.first { $0["rule"] as? String == "section.causes" }
    #expect(causes?["status"] as? String == "waived")
    #expect((causes?["waiver"] as? [String: Any])?["until"] as? String == "2025-06-30")
    #expect(result.errors.contains("waivers.yaml:3:5: warning: 豁免未用到"), "\(result.errors)")
    let (later, over) = try audit(["towns", "--as-of", "2025-07-01"])
    let states = ((later["summary"] as? [String: Any])?["waivers"] as? [[String: Any]] ?? []).map {
      $0["status"] as? String
    }
    #expect(states == ["expired", "expired"])
    #expect(over.errors.contains("waivers.yaml:2:5: warning: 豁免已过期（2025-06-30），1 处重新计入"), "\(over.errors)")
    try scratch.write(
      "waivers.yaml", "waivers:\n  - {rule: section.cause, document: a, reason: b, by: c, until: 2025-06-30}\n")
    let wrong = try Executable.run(["check", "towns"], in: scratch)
    #expect(wrong.status == 2 && wrong.errors.contains("waivers.yaml:2:12: error:"), "\(wrong.errors)")
  }

  @Test("has a schema with the very keys that are read") func schema() throws {
    let file = Executable.package.appendingPathComponent("schemas/config.schema.json")
    let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    func compare(_ shape: Shape, _ schema: [String: Any], _ path: String) throws {
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      #expect(Set(shape.keys.map(\.name)) == Set(properties.keys), "\(path)")
      #expect(shape.keys.filter(\.isRequired).map(\.name) == schema["required"] as? [String] ?? [], "\(path)")
      for key in shape.keys {
        var property = properties[key.name] ?? [:]
        if let reference = property["$ref"] as? String, let name = reference.split(separator: "/").last {
          property = (root["$defs"] as? [String: [String: Any]])?[String(name)] ?? [:]
        }
        if !key.words.isEmpty { #expect(property["enum"] as? [String] == key.words, "\(path).\(key.name)") }
        guard let inner = key.shape else { continue }
        let nested = (property["items"] ?? property["additionalProperties"]) as? [String: Any] ?? property
        try compare(inner, nested, "\(path).\(key.name)")
      }
    }
    try compare(Shape.of("configuration") { ConfigurationDecoder.read(&$0) }, root, "config")
  }
}
