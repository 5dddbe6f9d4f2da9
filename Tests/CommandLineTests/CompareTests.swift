import Foundation
import Testing

@Suite("The comparison of two audits")
struct CompareTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @discardableResult
  private func run(_ arguments: [String]) throws -> Executable.Result {
    try Executable.run(arguments + ["--rules", Executable.rules], in: scratch)
  }

  static let county = ConfigurationTests.county
  static let better = county + "二、存在的不足\n执法力量薄弱，主要原因是编制不足。\n"

  private func compare(_ arguments: [String]) throws -> (json: [String: Any], result: Executable.Result) {
    let result = try run(["compare"] + arguments + ["--format", "json"])
    let json = try? JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    return (json ?? [:], result)
  }

  @Test("of two JSON audits tells what got better and worse")
  func audits() throws {
    try scratch.write("a.txt", Self.county)
    try run(["check", "a.txt", "--format", "json=old.json"])
    try scratch.write("a.txt", Self.better)
    try run(["check", "a.txt", "--format", "json=new.json"])
    let (json, result) = try compare(["old.json", "new.json"])
    #expect(result.status == 0, "\(result.errors)")
    let pair = try #require((json["pairs"] as? [[String: Any]])?.first)
    #expect((pair["difference"] as? Double ?? 0) > 0)
    let rules = (pair["better"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
    #expect(rules.contains("section.shortcomings"))
    #expect((pair["worse"] as? [Any])?.isEmpty == true)
    let back = try run(["compare", "new.json", "old.json", "--fail-if-worse"])
    #expect(back.status == 1 && back.output.contains("变差") && back.output.contains("section.shortcomings"))
    for (format, words) in [("markdown", "| 报告 |"), ("csv", "\u{FEFF}机关,"), ("console", "1 份得分上升")] {
      let shown = try run(["compare", "old.json", "new.json", "--format", format])
      #expect(shown.status == 0 && shown.output.contains(words), "\(shown.output)")
    }
    // An audit and the document itself say the same.
    let same = try compare(["new.json", "a.txt"])
    #expect(((same.json["pairs"] as? [[String: Any]])?.first?["difference"] as? Double) == 0)
    #expect(((same.json["pairs"] as? [[String: Any]])?.first?["better"] as? [Any])?.isEmpty == true)
  }

  @Test("of two years pairs the reports by their bodies, and names those without a counterpart")
  func years() throws {
    let next = Self.better.replacing("2024", with: "2025").replacing("2025-02-14", with: "2026-02-14")
    try scratch.write("2024/1.txt", Self.county)
    try scratch.write("2024/2.txt", Self.county.replacing("云溪县", with: "临江县"))
    try scratch.write("2024/3.txt", Self.county.replacing("云溪县", with: "青禾县"))
    try scratch.write("2025/1.txt", next.replacing("云溪县", with: "临江县"))
    try scratch.write("2025/2.txt", next.replacing("云溪县人民政府", with: "云溪县政府"))
    try scratch.write("2025/4.txt", next.replacing("云溪县", with: "岚谷县"))
    let (json, result) = try compare(["2024", "2025"])
    #expect(result.status == 0, "\(result.errors)")
    let pairs = (json["pairs"] as? [[String: Any]] ?? []).map { pair in
      ["old", "new"].map { (pair[$0] as? [String: Any])?["path"] as? String ?? "" }
    }
    #expect(pairs == [["2024/1.txt", "2025/2.txt"], ["2024/2.txt", "2025/1.txt"]])
    #expect((json["only_old"] as? [[String: Any]])?.map { $0["path"] as? String } == ["2024/3.txt"])
    #expect((json["only_new"] as? [[String: Any]])?.map { $0["path"] as? String } == ["2025/4.txt"])
    let console = try run(["compare", "2024", "2025"])
    #expect(console.output.contains("只在前一次有") && console.output.contains("青禾县"))
  }

  @Test("refuses what is no audit, and one side alone")
  func misuse() throws {
    try scratch.write("a.txt", Self.county)
    try scratch.write("a.json", "{\"documents\": []}")
    let wrong = try run(["compare", "a.json", "a.txt"])
    #expect(wrong.status == 2 && wrong.errors.contains("不是可以对比的核查结果"))
    #expect(try run(["compare", "a.txt"]).status == 2)
    #expect(try run(["compare", "a.txt", "b.txt"]).errors.contains("b.txt"))
    try scratch.write("x/1.txt", Self.county.replacing("云溪县", with: "临江县"))
    try scratch.write("y/2.txt", Self.county.replacing("云溪县", with: "青禾县"))
    try scratch.write("y/3.txt", Self.county.replacing("云溪县", with: "岚谷县"))
    let nothing = try run(["compare", "x", "y"])
    #expect(nothing.status == 2 && nothing.errors.contains("没有一份报告能对应"))
    try scratch.write("c.docx", "PK\u{3}\u{4}broken")
    let half = try run(["compare", "a.txt", "c.docx"])
    #expect(half.status == 2 && half.errors.contains("c.docx"))
  }
}
