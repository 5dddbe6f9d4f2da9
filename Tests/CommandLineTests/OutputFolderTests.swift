import Foundation
import Testing

@testable import CommandLine

@Suite("A folder of pages")
struct OutputFolderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func check(_ arguments: String...) throws -> Executable.Result {
    try Executable.run(["check", Executable.reports] + arguments, in: scratch)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/" + folder).sorted()
  }

  @Test(
    "has an overview that leads to a page for each document, and each page leads back", arguments: ["pages/", "pages"])
  func pages(name: String) throws {
    try FileManager.default.createDirectory(atPath: scratch.path + "/pages", withIntermediateDirectories: true)
    let result = try check("--format", "html=\(name)", "--format", "json=audit.json")
    #expect(result.status == 1, "\(result.errors)")
    let index = try scratch.read("pages/index.html")
    let links = Set(index.matches(of: #/href="(d-[0-9a-f]{32}\.html)"/#).map { String($0.output.1) })
    let documents = try scratch.read("audit.json").components(separatedBy: "\"outcome\": ").count - 1
    #expect(documents > 5 && links.count == documents)
    #expect(try names(in: "pages") == links.sorted() + ["index.html"])
    for page in links { #expect(try scratch.read("pages/\(page)").contains("href=\"index.html\"")) }
    #expect(try scratch.names == ["audit.json", "pages"])
  }

  @Test("takes the place of the one before as a whole, or not at all")
  func replaced() throws {
    try scratch.write("pages/index.html", "old")
    try scratch.write("pages/d-old.html", "old")
    do {
      let abandoned = try Output(folder: FilePath(scratch.path + "/pages/"))
      try abandoned.write(Array("half".utf8))
      try abandoned.add("d-half.html", Array("half".utf8))
    }
    #expect(try names(in: "pages") == ["d-old.html", "index.html"])
    let output = try Output(folder: FilePath(scratch.path + "/pages"))
    try output.write(Array("new".utf8))
    try output.add("d-new.html", Array("new".utf8))
    #expect(try scratch.read("pages/index.html") == "old")
    try output.finish()
    #expect(try scratch.read("pages/index.html") == "new")
    #expect(try names(in: "pages") == ["d-new.html", "index.html"])
    #expect(try scratch.names == ["pages"])
  }

  @Test("is refused where something else stands, and for formats without pages")
  func refused() throws {
    try scratch.write("pages/notes.txt", "mine")
    let others = try check("--format", "html=pages/")
    #expect(others.status == 2 && others.errors.contains("notes.txt"))
    #expect(try names(in: "pages") == ["notes.txt"])
    let format = try check("--format", "json=new/")
    #expect(format.status == 2 && format.errors.contains("html"))
    #expect(try scratch.names == ["pages"])
  }
}

@Suite("What a run writes among the documents")
struct OutputAmongDocumentsTests {
  @Test("is no document for the next run, and other files are")
  func outputs() throws {
    let scratch = try Scratch()
    let report = try String(contentsOfFile: Executable.reports + "/青禾镇-2024.txt", encoding: .utf8)
    try scratch.write("reports/a.txt", report)
    try scratch.write("reports/b.md", report)
    let arguments = [
      "check", "reports", "--format", "json", "--format", "html=reports/pages/", "--format", "html=reports/one.html",
      "--format", "markdown=reports/c.md",
    ]
    let first = try Executable.run(arguments, in: scratch)
    #expect(first.status < 2 && first.output.contains("\"documents\": 2"), "\(first.errors)")
    #expect(try Executable.run(arguments, in: scratch).output == first.output)
  }
}
