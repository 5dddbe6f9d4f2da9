import Foundation
import SourceText
import Testing

@testable import CommandLine

@Suite("The list of documents")
struct DocumentListTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The names under the scratch folder, in the order of the list.
  func names(_ paths: [String]) -> [String] {
    let list = DocumentList(paths)
    return (0..<list.count).map { index in
      switch list[index] {
      case .standardInput: return "-"
      case .file, .member:
        let shown = list[index].shown(standardInput: "-")
        return shown.hasPrefix(scratch.path + "/") ? String(shown.dropFirst(scratch.path.count + 1)) : shown
      }
    }
  }

  @Test("walks folders in the order of their names' bytes, and leaves out what is hidden or unrelated")
  func walk() throws {
    for name in [
      "b.txt", "a.md", "a/z.txt", "a/y.TXT", "B.markdown", ".hidden.txt", ".git/x.txt", "pack.yaml", "x.png", "README",
      "报告.docx", "c.dotm", "c.mkd", "c.shtml", "c.wpt",
    ] {
      try scratch.write(name)
    }
    #expect(
      names([scratch.path]) == [
        "B.markdown", "a/y.TXT", "a/z.txt", "a.md", "b.txt", "c.dotm", "c.mkd", "c.shtml", "c.wpt", "报告.docx",
      ])
  }

  @Test("keeps the order in which files are named, and takes any name that is named")
  func named() throws {
    let first = try scratch.write("z.txt")
    let second = try scratch.write("a.dat")
    let third = try scratch.write("data.json")
    #expect(names([first, second, third, "-"]) == ["z.txt", "a.dat", "data.json", "-"])
  }

  @Test("has each file once, however often it is named")
  func once() throws {
    let file = try scratch.write("in/a.txt")
    try scratch.write("in/b.txt")
    let folder = scratch.path + "/in"
    #expect(names([file, file, scratch.path + "/in/../in/a.txt"]) == ["in/a.txt"])
    #expect(names([file, folder]) == ["in/a.txt", "in/b.txt"])
    #expect(names([folder, file]) == ["in/a.txt", "in/b.txt"])
    #expect(names([folder, scratch.path]) == ["in/a.txt", "in/b.txt"])
    #expect(names([folder, folder + "/"]) == ["in/a.txt", "in/b.txt"])
    #expect(names(["-", "-"]) == ["-"])
  }

  @Test("takes hard links for files of their own")
  func hardLinks() throws {
    try scratch.write("a.txt")
    try FileManager.default.linkItem(
      atPath: scratch.path + "/a.txt", toPath: scratch.path + "/b.txt")
    #expect(names([scratch.path]) == ["a.txt", "b.txt"])
  }

  @Test("follows links, and does not run in circles")
  func links() throws {
    try scratch.write("real/a.txt")
    try scratch.link("real/back", to: scratch.path)
    try scratch.link("linked", to: "real")
    try scratch.link("other.txt", to: "real/a.txt")
    try scratch.link("broken.txt", to: "nowhere")
    #expect(names([scratch.path]) == ["linked/a.txt", "other.txt"])
  }

  @Test("says which path is missing, and keeps the others")
  func missing() throws {
    let file = try scratch.write("a.txt")
    let list = DocumentList([scratch.path + "/none", file])
    #expect(list.count == 1)
    #expect(list.troubles.map(\.zh) == ["\(scratch.path)/none：文件不存在"])
  }

  @Test("ends its walk in a very deep folder, and says so")
  func deep() throws {
    try scratch.write((0..<70).map { _ in "d/" }.joined() + "a.txt")
    let list = DocumentList([scratch.path])
    #expect(list.count == 0)
    #expect(list.troubles.count == 1)
  }
}
