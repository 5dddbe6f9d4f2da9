import Foundation
import Testing

@Suite("A folder as a whole")
struct FolderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(_ arguments: [String]) throws -> Executable.Result {
    try Executable.run(arguments + ["--rules", Executable.rules], in: scratch)
  }

  private func sample(_ name: String) throws -> String {
    try String(contentsOfFile: Executable.reports + "/\(name)", encoding: .utf8)
  }

  static let formats = [
    "console", "json", "jsonl", "sarif", "junit", "html", "markdown", "github", "gitlab", "rdjson",
  ]

  @Test("tells in every format of a report that was handed in twice, and of no other", arguments: formats)
  func twice(format: String) throws {
    let report = try sample("云溪县-2024.txt")
    try scratch.write("a.txt", report)
    try scratch.write("b.md", "# " + report.replacing("118件", with: "117件"))
    try scratch.write("c.txt", try sample("渔浦县-2024.txt"))
    let result = try run(["check", ".", "--format", format, "--fail-on", "never"])
    #expect(result.status == 0, "\(result.errors)")
    let words = ["json", "jsonl"].contains(format) ? "\"same_reports\": [" : "疑似重复报送"
    #expect(result.output.contains(words), "\(format): \(result.output.suffix(2000))")
    if format == "json" {
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      let same = (json?["summary"] as? [String: Any])?["same_reports"] as? [[String: Any]]
      #expect(same?.count == 1)
      #expect(same?.first?["path"] as? String == "./b.md" && same?.first?["earlier"] as? String == "./a.txt")
    }
    if format == "github" { #expect(try run(["check", ".", "--fail-on", "warning", "--quiet"]).status == 1) }
  }

  @Test("takes a sample report and the same in another format for one, and no two others; and counts")
  func samples() throws {
    let result = try run(["check", Executable.reports, "--format", "json"])
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let summary = json?["summary"] as? [String: Any]
    let same = (summary?["same_reports"] as? [[String: Any]] ?? []).map { one in
      ["earlier", "path"].map { (one[$0] as? String ?? "").split(separator: "/").last ?? "" }
    }
    // Four are there in two formats, one in three, and one as a draft too.
    #expect(
      same == [
        ["云溪县-2024.html", "云溪县-2024.txt"], ["云溪县司法局-2024.docx", "云溪县司法局-2024.txt"],
        ["望澜区-2024.docx", "望澜区-2024.txt"], ["渔浦县-2024.pdf", "渔浦县-2024.txt"],
        ["澜川市-2024-送审稿.txt", "澜川市-2024.txt"], ["青禾镇-2024.docx", "青禾镇-2024.ofd"],
        ["青禾镇-2024.docx", "青禾镇-2024.txt"],
      ])
    let headline = summary?["headline"] as? [[String: Any]]
    #expect(headline?.first?["rule"] as? String == "date.deadline")
    #expect((summary?["grades"] as? [[String: Any]])?.count == 4)
    let console = try run(["check", Executable.reports, "--format", "markdown"])
    #expect(console.output.contains("按时公开") && console.output.contains("最常见的不足："))
  }

  @Test(
    "is summed up in each format that has a place for it, and only there",
    arguments: [
      ("console", "按时公开 2/3（67%）"), ("markdown", "按时公开"), ("html", "按时公开"), ("json", "\"headline\": ["),
      ("jsonl", "\"headline\": ["),
      ("sarif", "\"met:date.deadline\": \"2/3\""), ("junit", "<property name=\"date.deadline: 按时公开\" value=\"2/3\"/>"),
      ("github", "按时公开 2/3（67%）"), ("csv", nil), ("gitlab", nil), ("rdjson", nil),
    ])
  func statistics(format: String, words: String?) throws {
    for name in ["云溪县-2024.txt", "渔浦县-2024.txt", "望澜区-2024.txt"] { try scratch.write(name, try sample(name)) }
    let result = try run(["check", ".", "--format", format, "--fail-on", "never"])
    if let words {
      #expect(result.output.contains(words), "\(format): \(result.output.suffix(2000))")
    } else {
      #expect(!result.output.contains("平均") && !result.output.contains("mean_score"))
    }
    if format == "csv" { #expect(result.output.split(whereSeparator: \.isNewline).count == 4) }
    // One report is no folder.
    let alone = try run(["check", "云溪县-2024.txt", "--format", format, "--fail-on", "never"])
    if ["junit", "github"].contains(format) { #expect(!alone.output.contains("按时公开")) }
  }

  @Test("has no results of earlier runs among its documents")
  func results() throws {
    try scratch.write("a.txt", ConfigurationTests.county)
    try scratch.write("b.html", "<!DOCTYPE html><title>云溪县</title><p>云溪县2024年法治政府建设情况报告</p><p>一、主要举措</p>")
    let first = try run(["check", ".", "--format", "html=all.html", "--fail-on", "never"])
    #expect(first.status == 0 && first.errors == "", "\(first.errors)")
    _ = try run(["check", ".", "--format", "html=pages/", "--fail-on", "never"])
    let again = try run(["check", ".", "--format", "csv", "--fail-on", "never"])
    #expect(again.output.split(whereSeparator: \.isNewline).count == 3, "\(again.output)")
    #expect(again.errors.contains("略过 4 个网页：它们是以前的核查结果"), "\(again.errors)")
    // One that is named is looked at, whatever it is.
    #expect(try run(["check", "all.html", "--format", "csv"]).output.contains("all.html"))
  }

  static let list = "机关,备注\n云溪县人民政府,\"已催，\"\"急\"\"\"\n临江县政府,\n青禾镇政府,\n云溪县司法局,\n"

  @Test("tells which bodies of a list have no report, by whatever form of their names", arguments: formats)
  func expected(format: String) throws {
    let county = ConfigurationTests.county
    try scratch.write("docs/a.txt", county)
    try scratch.write("docs/b.txt", county.replacing("云溪县人民政府", with: "临江县人民政府").replacing("培训3次", with: "考试4回"))
    try scratch.write("docs/c.txt", county.replacing("云溪县人民政府", with: "云溪县司法局"))
    try scratch.write("bodies.csv", Self.list)
    let result = try run(["check", "docs", "--expect", "bodies.csv", "--format", format])
    #expect(result.status == 1)
    #expect(result.output.contains("青禾镇政府"), "\(format): \(result.output.suffix(3000))")
    #expect(!result.output.contains("临江县政府没有"))
    let never = try run(["check", "docs", "--expect", "bodies.csv", "--format", format, "--fail-on", "never"])
    #expect(never.status == 0)
  }

  @Test("reads a list in any encoding, and with years")
  func encodings() throws {
    try scratch.write("a.txt", ConfigurationTests.county)
    let text = "单位名称\t报告年度\r\n云溪县政府\t2024年\r\n云溪县政府\t2023\r\n"
    // The same text in GB18030.
    let gb = try #require(
      Data(base64Encoded: "taXOu8P7s8YJsai45sTqtsgNCtTGz6rP2NX+uK4JMjAyNMTqDQrUxs+qz9jV/riuCTIwMjMNCg=="))
    for (index, data) in [Data(text.utf8), Data([0xEF, 0xBB, 0xBF] + Array(text.utf8)), gb].enumerated() {
      try data.write(to: scratch.url.appendingPathComponent("bodies.csv"))
      let result = try run(["check", "a.txt", "--expect", "bodies.csv", "--format", "json"])
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      let expected = (json?["summary"] as? [String: Any])?["expected"] as? [String: Any]
      #expect(expected?["found"] as? Int == 1 && expected?["bodies"] as? Int == 2, "\(index): \(result.errors)")
      #expect(((expected?["missing"] as? [[String: Any]])?.first?["report_year"] as? Int) == 2023)
      #expect(try run(["check", "a.txt", "--expect", "bodies.csv"]).output.contains("云溪县政府没有2023年度的报告"))
    }
  }

  @Test(
    "refuses a list with mistakes",
    arguments: [
      ("", "空的"), ("名,年\n云溪县,2024\n", "没有写机关的列"), ("机关\n", "名单里没有机关"),
      ("机关\n云溪县政府\n临江县政府\n云溪县人民政府\n", "bodies.csv:4: "), ("机关,年度\n云溪县,去年\n", "不是年度"), ("机关,年度\n,2024\n", "没有写机关"),
      ("机关\n\"云溪县\n临江县\n", "引号没有配对"),
    ])
  func mistakes(text: String, words: String) throws {
    try scratch.write("a.txt", ConfigurationTests.county)
    try scratch.write("bodies.csv", text)
    let result = try run(["check", "a.txt", "--expect", "bodies.csv"])
    #expect(result.status == 2 && result.errors.contains(words), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("is searched for copies as it is audited: with its ignore patterns, limits and archives")
  func copies() throws {
    let report = try sample("云溪县-2024.txt")
    try scratch.write("a.txt", report)
    try scratch.write("old/b.txt", report)
    try scratch.write(".fazhi-audit.yaml", "ignore: [old/]\n")
    #expect(try run(["copies", "."]).errors.contains("至少要有两份"))
    try scratch.write(".fazhi-audit.yaml", "limits: {paragraphs: 3}\n")
    let limited = try run(["copies", "."])
    #expect(limited.status == 2 && limited.errors.contains("old/b.txt"))
  }
}
