import Foundation
import SourceText
import Testing

@testable import CommandLine

@Suite("Files")
struct FileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("are read whole", arguments: [0, 1, 65_536, 200_001])
  func read(size: Int) throws {
    let path = try scratch.write("a.txt", String(repeating: "x", count: size))
    #expect(try readFile(FilePath(path), limit: 200_001).count == size)
  }

  @Test("above the limit are refused by their size")
  func tooLarge() throws {
    let path = try scratch.write("a.txt", "12345")
    #expect(throws: FileReadingError.tooLarge(size: 5)) { try readFile(FilePath(path), limit: 4) }
  }

  @Test("without an end are given up at the limit")
  func endless() {
    #expect(throws: FileReadingError.tooLarge(size: nil)) { try readFile(FilePath("/dev/zero"), limit: 100_000) }
  }

  @Test("that are pipes are read as something comes, and given up when nothing does")
  func pipes() throws {
    let path = scratch.path + "/a.txt"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect(throws: FileReadingError.silent(seconds: 5)) { try readFile(FilePath(path), limit: 9) }
    let writer = try Executable.shell("sleep 1; printf 云溪 > '\(path)'")
    #expect(try readFile(FilePath(path), limit: 9) == Array("云溪".utf8))
    writer.waitUntilExit()
  }

  @Test("that are folders or are not there are told apart")
  func others() {
    #expect(throws: FileReadingError.isFolder) { try readFile(FilePath(scratch.path), limit: 9) }
    #expect(throws: FileReadingError.system(SystemTrouble(code: 2))) {
      try readFile(FilePath(scratch.path + "/x"), limit: 9)
    }
  }

  @Test("appear under their name only when they are complete")
  func output() throws {
    try scratch.write("out.json", "old")
    do {
      let output = try Output(file: FilePath(scratch.path + "/out.json"))
      try output.write(Array("new".utf8))
      #expect(try scratch.read("out.json") == "old")
      try output.finish()
    }
    #expect(try scratch.read("out.json") == "new")
    do {
      let abandoned = try Output(file: FilePath(scratch.path + "/out.json"))
      try abandoned.write(Array("half".utf8))
    }
    #expect(try scratch.read("out.json") == "new")
    #expect(try scratch.names == ["out.json"])
  }

  @Test("are written into folders that are not there yet")
  func newFolders() throws {
    for name in ["a/b/out.json", "a/b/more.json", "c/out.json"] {
      let output = try Output(file: FilePath("\(scratch.path)/\(name)"))
      try output.write(Array("new".utf8))
      try output.finish()
      #expect(try scratch.read(name) == "new")
    }
    let pages = try Output(folder: FilePath(scratch.path + "/d/e/"))
    try pages.finish()
    #expect(try scratch.read("d/e/index.html") == "")
  }

  @Test("that can't be written are said to be so")
  func refused() throws {
    try scratch.write("file", "")
    let below = #expect(throws: CommandFailure.self) { try Output(file: FilePath(scratch.path + "/file/a.json")) }
    #expect(below?.messages.first?.zh.contains("路径中有一段不是文件夹") == true)
    #expect(throws: CommandFailure.self) { try Output(file: FilePath(scratch.path)) }
    let full = try Output(file: FilePath("/dev/full"))
    let failure = #expect(throws: CommandFailure.self) { try full.write([1]) }
    #expect(failure?.messages.map(\.zh) == ["无法写入 /dev/full：磁盘空间不足"])
  }

  @Test(
    "have names, folders and extensions",
    arguments: [
      ("a/b.TXT", "b.TXT", "a", "txt"), ("b", "b", ".", ""), ("/b.tar.gz", "b.tar.gz", "/", "gz"),
      ("a.b/.txt", ".txt", "a.b", ""),
    ])
  func parts(path: String, name: String, folder: String, fileExtension: String) {
    let file = FilePath(path)
    #expect(Array(file.name) == Array(name.utf8))
    #expect(file.folder.shown == folder)
    #expect(file.fileExtension == fileExtension)
  }
}
