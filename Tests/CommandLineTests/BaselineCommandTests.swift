import Foundation
import Testing

@Suite("The commands about a baseline")
struct BaselineCommandTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let county = ConfigurationTests.county
  static let faulty = county + "开庭审理119件，负责人出庭118件，负责人出庭率98.15%。\n"

  private func run(_ arguments: [String]) throws -> Executable.Result {
    try Executable.run(arguments + ["--rules", Executable.rules], in: scratch)
  }

  @Test("let a folder pass with what is known, and fail with what is new")
  func ratchet() throws {
    try scratch.write("docs/a.txt", Self.faulty)
    try scratch.write("docs/b.txt", Self.county.replacing("云溪县", with: "临江县"))
    let created = try run(["baseline", "create", "docs", "--baseline", "base.json"])
    #expect(created.status == 0, "\(created.errors)")
    #expect(try run(["check", "docs"]).status == 1)
    // By another way to the same files.
    let same = try run(["check", "./docs/../docs", "--baseline", "base.json", "--new-only", "--min-score", "99"])
    #expect(same.status == 0, "\(same.output)\(same.errors)")
    #expect(same.output.contains("处问题未显示") && !same.output.contains("负责人出庭率"))
    let page = try run(["check", "docs", "--baseline", "base.json", "--new-only", "--format", "html"])
    #expect(page.output.contains("未显示") && !page.output.contains("id=\"worst\""), "what is known leads the page")
    let marked = try run(["check", "docs/a.txt", "--baseline", "base.json"])
    #expect(marked.status == 1 && marked.output.contains("基线中已有"))
    try scratch.write("docs/b.txt", Self.faulty.replacing("云溪县", with: "临江县"))
    let new = try run(["check", "docs", "--baseline", "base.json", "--new-only"])
    #expect(new.status == 1 && new.output.contains("98.15%"), "\(new.output)")
    let diff = try run(["baseline", "diff", "docs", "--baseline", "base.json", "--format", "json"])
    #expect(diff.status == 1 && diff.output.contains("\"rule\": \"figures.rate\""))
  }

  @Test("say in every format how many findings are not shown")
  func counted() throws {
    try scratch.write("a.txt", Self.faulty)
    #expect(try run(["baseline", "create", "a.txt", "--baseline", "base.json"]).status == 0)
    for (format, words) in [
      ("console", "未显示"), ("json", "\"not_shown\": "), ("jsonl", "\"not_shown\": "),
      ("sarif", "\"knownFindingsNotShown\": "),
      ("junit", "基线中已有，未显示"), ("html", "未显示"), ("markdown", "未显示"), ("csv", "基线中已有"), ("github", "未显示"),
      ("gitlab", "未显示"), ("rdjson", "未显示"),
    ] {
      let result = try run(["check", "a.txt", "--baseline", "base.json", "--new-only", "--format", format])
      #expect(result.status == 0 && result.output.contains(words), "\(format): \(result.output)")
      // What is met is still told with its evidence by some.
      if ["console", "markdown", "github", "gitlab", "rdjson"].contains(format) {
        #expect(!result.output.contains("98.15%"), "\(format)")
      }
    }
    let sarif = try run(["check", "a.txt", "--baseline", "base.json", "--format", "sarif"])
    #expect(sarif.output.contains("\"baselineState\": \"unchanged\""))
  }

  @Test("tell of entries that nothing answers to, and update removes them")
  func stale() throws {
    try scratch.write("a.txt", Self.faulty)
    try scratch.write("b.txt", Self.faulty)
    #expect(try run(["baseline", "create", ".", "--baseline", "base.json"]).status == 0)
    try scratch.write("a.txt", Self.county)
    try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("b.txt"))
    let check = try run(["check", "a.txt", "--baseline", "base.json", "--new-only"])
    #expect(check.status == 0, "\(check.output)")
    #expect(check.errors.contains("warning:") && check.errors.contains("base.json:") && check.errors.contains("b.txt"))
    #expect(check.output.contains("基线中已失效的条目"))
    let update = try run(["baseline", "update", "a.txt", "--baseline", "base.json", "--only-remove"])
    #expect(update.status == 0, "\(update.errors)")
    #expect(!(try scratch.read("base.json")).contains("b.txt"))
    #expect(!(try scratch.read("base.json")).contains("figures.rate"))
    #expect(try run(["check", "a.txt", "--baseline", "base.json", "--new-only"]).errors.isEmpty)
    // What is new comes in only when asked for.
    try scratch.write("a.txt", Self.faulty)
    #expect(
      try run(["baseline", "update", "a.txt", "--baseline", "base.json", "--only-remove"]).errors.contains("没有记入"))
    #expect(!(try scratch.read("base.json")).contains("figures.rate"))
    #expect(try run(["baseline", "update", "a.txt", "--baseline", "base.json"]).status == 0)
    #expect(try scratch.read("base.json").contains("figures.rate"))
  }

  @Test("take the file from the configuration")
  func configured() throws {
    try scratch.write("office/.fazhi-audit.yaml", "baseline: known.json\nnew_only: true\n")
    try scratch.write("office/a.txt", Self.faulty)
    #expect(try run(["baseline", "create", "office"]).status == 0)
    #expect(try scratch.read("office/known.json").contains("\"document\": \"a.txt\""))
    #expect(try run(["check", "office"]).status == 0)
    #expect(try run(["check", "office", "--no-new-only"]).status == 1)
    let shown = try run(["check", "office", "--print-config"])
    #expect(shown.output.contains("office/known.json") && shown.output.contains("new_only: true"))
  }

  @Test(
    "refuse a file that is no baseline",
    arguments: [
      ("", "空的"), ("[]", "映射"), ("{\"schema_version\": \"2\"}", "schema_version"), ("{\"schema_ver", "base.json:1"),
      (
        "{\"schema_version\": \"1\", \"kind\": \"report\", \"pack\": \"a\", \"pack_version\": \"1\", \"findings\": []}",
        "kind"
      ),
      (
        "{\"schema_version\": \"1\", \"kind\": \"baseline\", \"pack\": \"a\", \"pack_version\": \"1\", \"findings\": [{\"document\": \"a\", \"rule\": \"b\", \"status\": \"violated\", \"credit\": 0, \"places\": [\"12\"]}]}",
        "指纹"
      ),
    ])
  func refused(text: String, words: String) throws {
    try scratch.write("a.txt", Self.county)
    try scratch.write("base.json", text)
    let result = try run(["check", "a.txt", "--baseline", "base.json"])
    #expect(result.status == 2 && result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.contains("不是可用的基线"))
    #expect(result.output.isEmpty)
  }

  @Test("refuse to run without a file, over one that is there, and on what is not there")
  func misuse() throws {
    try scratch.write("a.txt", Self.county)
    #expect(try run(["check", "a.txt", "--new-only"]).errors.contains("--new-only 需要基线"))
    #expect(try run(["baseline", "create", "a.txt"]).errors.contains("--baseline"))
    let absent = try run(["check", "a.txt", "--baseline", "none.json"])
    #expect(absent.status == 2 && absent.errors.contains("none.json"))
    try scratch.write("base.json", "{}")
    let over = try run(["baseline", "create", "a.txt", "--baseline", "base.json"])
    #expect(over.status == 2 && over.errors.contains("baseline update"))
    #expect(try scratch.read("base.json") == "{}")
  }

  @Test("write down what can be read, and end with 2 when something can't")
  func unreadable() throws {
    try scratch.write("a.txt", Self.faulty)
    try scratch.write("b.docx", "PK\u{3}\u{4}broken")
    let created = try run(["baseline", "create", ".", "--baseline", "base.json"])
    #expect(created.status == 2 && created.errors.contains("b.docx"))
    #expect(try scratch.read("base.json").contains("a.txt"))
  }
}
