import Foundation
import HostileFiles
import Testing

@Suite("A run over files that mean harm")
struct HostileRunTests {
  private static func write(_ bytes: [UInt8], _ name: String, in scratch: Scratch) throws {
    try Data(bytes).write(to: scratch.url.appendingPathComponent(name))
  }

  private static func check(_ paths: [String], _ more: [String] = [], in scratch: Scratch) throws -> (
    documents: [String: String?], result: Executable.Result
  ) {
    let result = try Executable.run(
      ["check"] + paths + ["--rules", Executable.rules, "--format", "json"] + more, in: scratch)
    let all = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    var documents: [String: String?] = [:]
    for document in try #require(all["documents"] as? [[String: Any]]) {
      documents[try #require(document["path"] as? String)] = .some(document["error"] as? String)
    }
    return (documents, result)
  }

  @Test("goes on, says in either language what is wrong with each, and ends with 2", arguments: ["zh", "en"])
  func goesOn(_ language: String) throws {
    let scratch = try Scratch()
    let names = ["重叠.zip", "炸弹.docx", "十亿笑.docx", "外部实体.ofd", "嵌套.docx", "五千页.ofd", "空.pdf", "加密.zip"]
    for file in HostileFile.all where names.contains(file.name) { try Self.write(file.bytes(), file.name, in: scratch) }
    try Self.write(Array(HostileFile.report.utf8), "报告.txt", in: scratch)
    let (documents, result) = try Self.check(["."], ["--lang", language], in: scratch)
    #expect(result.status == 2)
    #expect(documents.count == names.count + 1)
    #expect(documents["./报告.txt"] == .some(nil))
    for file in HostileFile.all where names.contains(file.name) {
      guard case .refused(let zh, let en) = file.outcome else { continue }
      let path = documents.keys.first { $0.hasPrefix("./\(file.name)") }
      let message = path.flatMap { documents[$0] ?? nil } ?? ""
      #expect((message + " ").contains(language == "zh" ? zh : en), "\(file.name): \(message)")
    }
  }

  @Test("does not wait for a program that has said all and never ends", .timeLimit(.minutes(1)))
  func endless() throws {
    let scratch = try Scratch()
    let program = try scratch.write("bin/pdftotext", "#!/bin/sh\nexec >&-\nexec sleep 600\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    try Self.write(Array("%PDF-1.7".utf8), "a.pdf", in: scratch)
    try scratch.write("config.yaml", "limits:\n  seconds: 1\n")
    let result = try Executable.run(
      ["check", "a.pdf", "--rules", Executable.rules, "--config", "config.yaml", "--lang", "en"], in: scratch,
      environment: ["PATH": scratch.path + "/bin:/usr/bin:/bin"])
    #expect(result.status == 2 && result.output.contains("limits.seconds"), "\(result.output) \(result.errors)")
  }

  @Test("does not follow the names in an archive")
  func paths() throws {
    let scratch = try Scratch()
    let text = Array(HostileFile.report.utf8)
    var link = ZipFile.Entry("link.txt".utf8, Array("/etc/passwd".utf8))
    link.mode = 0o120777
    let names = [
      "../../climbs.txt", "/etc/absolute.txt", "C:\\windows\\drive.txt", "\u{1B}[31mred.txt", "twice.txt", "twice.txt",
    ]
    let entries =
      names.map { ZipFile.Entry($0.utf8, text) } + [
        link, .init(String(repeating: "x/", count: 2000).utf8 + Array("long.txt".utf8), text),
      ]
    try Self.write(ZipFile(entries: entries).bytes, "路径.zip", in: scratch)
    let (documents, result) = try Self.check(["路径.zip"], ["--lang", "en"], in: scratch)
    #expect(documents.keys.filter { $0.hasPrefix("路径.zip!/") }.count >= 7)
    #expect(documents["路径.zip!/../../climbs.txt"] == .some(nil))
    #expect(!result.output.contains("\u{1B}[31m") && !result.output.contains("root:"))
    #expect(try scratch.names == ["路径.zip"])
  }

  @Test("refuses an archive in archives, and says so")
  func nested() throws {
    let scratch = try Scratch()
    try Self.write(HostileFile.nested(), "四十二.zip", in: scratch)
    try Self.write(Array(HostileFile.report.utf8), "报告.txt", in: scratch)
    let (documents, result) = try Self.check(["."], ["--lang", "en"], in: scratch)
    #expect(result.status == 2 && documents.count == 1)
    #expect(result.errors.contains("the archive holds no document to audit"))
  }

  @Test("gives up a pipe that nobody writes to, walks a folder called like a document, and reads no device for ever")
  func noFiles() throws {
    let scratch = try Scratch()
    #expect(unsafe mkfifo(scratch.path + "/pipe.txt", 0o600) == 0)
    try scratch.write("folder.docx/报告.txt", HostileFile.report)
    let (documents, result) = try Self.check(["pipe.txt", "folder.docx", "/dev/zero"], ["--lang", "en"], in: scratch)
    #expect(result.status == 2)
    #expect((documents["pipe.txt"] ?? nil)?.contains("nothing came out of it for 5 seconds") == true)
    #expect((documents["/dev/zero"] ?? nil)?.contains("limits.file_size_mb") == true)
    #expect(documents["folder.docx/报告.txt"] == .some(nil))
  }

  @Test("does not read rules, configurations or waivers of any size or depth")
  func yaml() throws {
    let scratch = try Scratch()
    try scratch.write("报告.txt", HostileFile.report)
    let large = scratch.url.appendingPathComponent("large.yaml")
    try Data().write(to: large)
    try FileHandle(forWritingTo: large).truncate(atOffset: 100 << 20)
    let bomb = "a: &a [x, x]\n" + (1...20).map { "b\($0): &b\($0) [*a, *a]\n" }.joined()
    let baseline = scratch.url.appendingPathComponent("baseline.json")
    try Data().write(to: baseline)
    try FileHandle(forWritingTo: baseline).truncate(atOffset: 300 << 20)
    let known = try Executable.run(
      ["check", "报告.txt", "--baseline", "baseline.json", "--rules", Executable.rules], in: scratch)
    #expect(known.status == 2 && known.errors.contains("256 MB"), "\(known.errors)")
    let deep = String(repeating: "[", count: 100_000)
    for (name, content) in [("bomb.yaml", bomb), ("deep.yaml", deep)] { try scratch.write(name, content) }
    for name in ["large.yaml", "bomb.yaml", "deep.yaml"] {
      for option in ["--rules", "--config", "--waivers"] {
        let rules = option == "--rules" ? [] : ["--rules", Executable.rules]
        let run = try Executable.run(["check", "报告.txt", option, name, "--lang", "en"] + rules, in: scratch)
        #expect(run.status == 2, "\(option) \(name): \(run.errors)")
        #expect(run.errors.contains(name) || run.errors.contains("1 MB"), "\(option) \(name): \(run.errors)")
      }
    }
  }
}
