import Foundation
import Rendering
import Testing

@testable import CommandLine

@Suite("The cache")
struct CacheTests {
  let scratch: Scratch
  let cache: Scratch

  init() throws {
    scratch = try Scratch()
    cache = try Scratch()
    for name in ["云溪县-2024.txt", "岚谷县-2024.txt", "渔浦县-2024.txt"] {
      let text = try String(contentsOfFile: Executable.reports + "/\(name)", encoding: .utf8)
      try scratch.write("docs/\(name)", text)
    }
  }

  private func run(_ arguments: [String]) throws -> Executable.Result {
    try Executable.run(
      ["check", "docs", "--rules", Executable.rules] + arguments, in: scratch,
      environment: ["XDG_CACHE_HOME": cache.path])
  }

  /// The entries with the time of their last change.
  private func entries() throws -> [String: Date] {
    let folder = cache.url.appendingPathComponent("fazhi-audit")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var entries: [String: Date] = [:]
    for name in names where name.contains("/") {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(name).path)
      entries[folder.appendingPathComponent(name).path] = attributes[.modificationDate] as? Date
    }
    return entries
  }

  private static let outputs = OutputFormat.allCases.filter { $0 != .console }

  /// All formats in one run: the console on standard output, the others in files.
  private func all(_ arguments: [String] = []) throws -> [String: String] {
    let result = try run(
      Self.outputs.flatMap { ["--format", "\($0)=out.\($0)"] } + ["--format", "console"] + arguments)
    var found = ["console": result.output, "status": "\(result.status)", "errors": result.errors]
    for format in Self.outputs { found["\(format)"] = try scratch.read("out.\(format)") }
    return found
  }

  @Test("gives the same bytes in every format, and writes nothing the second time")
  func same() throws {
    try scratch.write(
      "waivers.yaml",
      "waivers:\n  - {rule: follow-up.*, document: docs/*, reason: 试行, by: 李平, until: 2099-12-31}\n")
    try scratch.write("bodies.csv", "机关\n云溪县政府\n青禾镇政府\n")
    let arguments = ["--waivers", "waivers.yaml", "--expect", "bodies.csv", "--jobs", "2"]
    let without = try all(arguments + ["--no-cache"])
    #expect(try entries().isEmpty)
    let first = try all(arguments)
    let kept = try entries()
    #expect(kept.count == 3)
    #expect(first == without)
    #expect(try all(arguments) == without)
    #expect(try entries() == kept)
  }

  @Test("is passed over when a document, a rule, an option or the output is another")
  func another() throws {
    _ = try run(["--format", "json"])
    func grows(_ count: Int, _ arguments: [String]) throws {
      let before = try entries().count
      _ = try run(["--format", "json"] + arguments)
      #expect(try entries().count == before + count, "\(arguments)")
    }
    try grows(0, [])
    try grows(3, ["--year", "2023"])
    try grows(3, ["--lang", "en"])
    try grows(3, ["--format", "csv=out.csv"])
    let report = try scratch.read("docs/云溪县-2024.txt")
    try scratch.write("docs/云溪县-2024.txt", report + "\n又及。\n")
    try grows(1, [])
    try scratch.write("docs/.fazhi-audit.yaml", "gate: {min_score: 99}\n")
    try grows(3, [])
    let rules = scratch.url.appendingPathComponent("rules")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: Executable.rules), to: rules)
    try grows(3, ["--rules", rules.path])
    let file = "rules/annual-report/elements.yaml"
    try scratch.write(file, try scratch.read(file) + "# 一处改动\n")
    try grows(3, ["--rules", rules.path])
  }

  @Test("writes entries anew that are cut off, damaged or empty")
  func damaged() throws {
    let whole = try run(["--format", "json"])
    for (index, path) in try entries().keys.sorted().enumerated() {
      let url = URL(fileURLWithPath: path)
      var data = try Data(contentsOf: url)
      switch index {
      case 0: data = data.prefix(data.count / 2)
      case 1: data[data.count - 10] ^= 1
      default: data = Data()
      }
      try data.write(to: url)
    }
    #expect(try run(["--format", "json"]).output == whole.output)
    for path in try entries().keys { #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 1000) }
    #expect(try run(["--format", "json"]).output == whole.output)
  }

  @Test("keeps nothing of standard input and of what can't be read, and does without where it can't be")
  func without() throws {
    try scratch.write("docs/broken.docx", "PK\u{3}\u{4}broken")
    #expect(try run(["--format", "json"]).status == 2)
    #expect(try entries().count == 3)
    let text = try scratch.read("docs/云溪县-2024.txt")
    _ = try Executable.run(
      ["check", "-", "--rules", Executable.rules], in: scratch, input: text, environment: ["XDG_CACHE_HOME": cache.path]
    )
    #expect(try entries().count == 3)
    let nowhere = try Executable.run(
      ["check", "docs/云溪县-2024.txt", "--rules", Executable.rules], in: scratch,
      environment: ["XDG_CACHE_HOME": "/dev/null/none"])
    #expect(nowhere.status == 0 && nowhere.errors.isEmpty, "\(nowhere.errors)")
  }

  @Test("reads what can't be read no second time, so that a pipe is refused for what came out of it")
  func once() throws {
    try scratch.write(".fazhi-audit.yaml", "limits: {file_size_mb: 1}\n")
    #expect(unsafe mkfifo(scratch.path + "/pipe.txt", 0o600) == 0)
    let writer = try Executable.shell("head -c 2000000 /dev/zero > '\(scratch.path)/pipe.txt'")
    let result = try Executable.run(
      ["check", "pipe.txt", "--rules", Executable.rules, "--format", "json"], in: scratch,
      environment: ["XDG_CACHE_HOME": cache.path])
    writer.waitUntilExit()
    #expect(result.status == 2 && result.output.contains("limits.file_size_mb"), "\(result.output)")
  }

  @Test("knows a file by what was read of it, which a pipe gives once")
  func pipes() throws {
    #expect(unsafe mkfifo(scratch.path + "/waivers.yaml", 0o600) == 0)
    for reason in ["试行", "首次报告"] {
      let file = try scratch.write(
        "text.yaml",
        "waivers:\n  - {rule: follow-up.*, document: docs/*, reason: \(reason), by: 李平, until: 2099-12-31}\n")
      let writer = try Executable.shell("cat '\(file)' > '\(scratch.path)/waivers.yaml'")
      _ = try run(["--format", "json", "--waivers", "waivers.yaml"])
      writer.waitUntilExit()
    }
    #expect(try entries().count == 6)
  }

  @Test("removes the oldest entries beyond its size")
  func bounded() throws {
    let folder = FilePath(cache.path).appending("small")
    let store = try #require(AuditCache(in: folder, run: [1]))
    let document = AuditedDocumentSample.passed
    for number in 0..<8 {
      store.keep(document(number), for: store.key(names: ["\(number)"], bytes: []))
    }
    store.tidy(limit: 40_000)
    let left = (0..<8).filter { store.result(for: store.key(names: ["\($0)"], bytes: []), outputs: 1) != nil }
    #expect(left.count == 2, "\(left)")
    #expect(store.result(for: store.key(names: ["\(left[0])"], bytes: []), outputs: 2) == nil)
  }

  @Test(
    "reads no bytes as an entry that are none",
    arguments: [[UInt8](), [0xFF], [0x80, 0x80], Array(repeating: 0xFF, count: 40), [5, 1]])
  func anything(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    #expect(Summary.Digest(from: &reader) == nil)
  }
}

/// Results of a size that is known.
private enum AuditedDocumentSample {
  static func passed(_ number: Int) -> Auditor.Result {
    var writer = ByteWriter()
    writer.write("\(number).txt")
    // No issuer; passed; no score and no grade; five counts; all else empty or missing.
    for byte in [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] { writer.write(byte) }
    var reader = ByteReader(writer.bytes)
    let digest = Summary.Digest(from: &reader)!
    return Auditor.Result(pieces: [[UInt8](repeating: UInt8(number), count: 10_000)], digest: digest)
  }
}
