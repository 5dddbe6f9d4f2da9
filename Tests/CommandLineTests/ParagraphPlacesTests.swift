import Foundation
import Testing

/// Word counts no lines: what is said of a place there must be said of paragraphs.
@Suite("Places in documents without lines")
struct ParagraphPlacesTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for name in ["望澜区-2024.docx", "渔浦县-2024.pdf", "望澜区-2024.txt"] {
      try FileManager.default.copyItem(
        atPath: Executable.reports + "/" + name, toPath: scratch.path + "/" + name)
    }
  }

  @Test(
    "are paragraphs in every rendering",
    arguments: ["console", "json", "jsonl", "sarif", "junit", "html", "markdown", "csv", "github", "gitlab", "rdjson"],
    ["望澜区-2024.docx", "渔浦县-2024.pdf"])
  func audits(format: String, name: String) throws {
    let result = try Executable.run(
      ["check", name, "--format", format, "--fail-on", "never", "--rules", Executable.rules], in: scratch)
    #expect(result.status == 0 && lines(in: result.output) == [], "\(lines(in: result.output))")
  }

  @Test("are paragraphs in an extract, in the trial of a rule, and in copied passages")
  func others() throws {
    let name = "望澜区-2024.docx"
    try FileManager.default.copyItem(atPath: scratch.path + "/" + name, toPath: scratch.path + "/b.docx")
    for arguments in [
      ["extract", name], ["rules", "explain", "section.measures", "--document", name], ["copies", name, "b.docx"],
    ] {
      let output = try Executable.run(arguments + ["--rules", Executable.rules], in: scratch).output
      #expect(output.contains(/第 ?[0-9–]+ ?段/) && lines(in: output) == [], "\(arguments)\n\(output)")
      let english = try Executable.run(arguments + ["--rules", Executable.rules, "--lang", "en"], in: scratch).output
      #expect(english.contains(/paragraphs? [0-9]/) && !english.contains(/lines? [0-9]/), "\(arguments)\n\(english)")
    }
  }

  @Test("are lines where there are lines")
  func text() throws {
    let result = try Executable.run(
      ["check", "望澜区-2024.txt", "--format", "markdown", "--fail-on", "never", "--rules", Executable.rules],
      in: scratch)
    #expect(!result.output.contains(/第[0-9]+段/) && lines(in: result.output) != [])
  }

  private func lines(in output: String) -> [String] {
    output.matches(of: /第 ?[0-9–、]+ ?行/).map { String($0.output) }
  }
}
