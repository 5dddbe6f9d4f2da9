import Documents
import Foundation
import Testing

@testable import CommandLine

/// A zip file of mixed documents by Python's zipfile (scripts/samples/make_archive.py), and others.
@Suite("A zip file")
struct ArchiveTests {
  let scratch: Scratch
  private static let mixed = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Archives/mixed.zip").path

  init() throws { scratch = try Scratch() }

  private struct Row: Equatable {
    var path: String
    var outcome: String
    var score: Double?
  }

  private func rows(_ arguments: [String]) throws -> (rows: [Row], result: Executable.Result) {
    let result = try Executable.run(
      ["check", "--format", "json", "--rules", Executable.rules] + arguments, in: scratch)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let documents = try #require(object?["documents"] as? [[String: Any]])
    return (
      documents.map { document in
        Row(
          path: ((document["path"] as? String) ?? "").components(separatedBy: "!/").dropFirst().joined(separator: "!/"),
          outcome: (document["outcome"] as? String) ?? "", score: document["score"] as? Double)
      }, result
    )
  }

  @Test("holds documents of all formats, each audited on its own, under names of any encoding that lead nowhere")
  func members() throws {
    let (rows, result) = try rows([Self.mixed])
    #expect(result.status == 2)
    #expect(
      rows.map { "\($0.path) \($0.outcome)" } == [
        "../../../../tmp/fazhi-escaped.txt passed", "/etc/fazhi-absolute.txt passed", "broken.docx unreadable",
        "empty.txt unreadable", "line?break?[31m.txt passed", "printed/a.ofd passed", "printed/青禾镇.pdf passed",
        "same.txt passed", "same.txt failed", "win/dir/report.md passed", "乡镇/青禾镇.docx passed",
        "乡镇/青禾镇.txt passed", "网页/青禾镇.html passed",
      ])
    // One report in six formats.
    #expect(Set(rows.filter { $0.outcome == "passed" }.map(\.score)).count == 1)
    #expect(result.errors.contains("另有 2 个文件不是可以核查的文档"))
    for name in ["/tmp/fazhi-escaped.txt", "/etc/fazhi-absolute.txt"] {
      #expect(!FileManager.default.fileExists(atPath: name))
    }
    #expect(try scratch.names == [])
  }

  @Test("is audited alike by one thread and by several, alone and in a folder")
  func threads() throws {
    let one = try rows([Self.mixed, "--jobs", "1"])
    let several = try rows([Self.mixed, "--jobs", "4"])
    #expect(one.rows == several.rows && one.result.output == several.result.output)
    try FileManager.default.copyItem(atPath: Self.mixed, toPath: scratch.path + "/mixed.zip")
    try FileManager.default.copyItem(atPath: Self.mixed, toPath: scratch.path + "/other.zip")
    #expect(try rows([scratch.path, "--jobs", "4"]).rows == one.rows + one.rows)
  }

  @Test("may inflate to the limit for each document, not for all of them together")
  func limitOfEach() throws {
    try FileManager.default.copyItem(
      atPath: Self.mixed.replacing("mixed", with: "large"), toPath: scratch.path + "/large.zip")
    try scratch.write(".fazhi-audit.yaml", "limits: {inflated_size_mb: 1}\n")
    #expect(try rows([scratch.path, "--jobs", "1"]).rows.map(\.outcome).allSatisfy { $0 != "unreadable" })
  }

  @Test("without a document is said, and nothing is green")
  func nothingInIt() throws {
    try Data([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)).write(
      to: scratch.url.appendingPathComponent("a.zip"))
    let result = try Executable.run(["check", "--rules", Executable.rules, "a.zip"], in: scratch)
    #expect(result.status == 2 && result.errors.contains("压缩包中没有可以核查的文档"))
  }
}
