import Foundation
import Testing

/// A report as Word 97 has it, written by LibreOffice; WPS writes the same kind of file.
@Suite("A document of old Word or WPS")
struct OldWordTests {
  let scratch: Scratch
  private static let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("OldWord/青禾镇-2024.doc").path
  static let hasConverter = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/soffice") }

  init() throws { scratch = try Scratch() }

  private func check(_ name: String, _ environment: [String: String] = [:]) throws -> Executable.Result {
    try FileManager.default.copyItem(atPath: Self.document, toPath: scratch.path + "/" + name)
    return try Executable.run(
      ["check", "--rules", Executable.rules, "--format", "csv", "--lang", "zh", name], in: scratch,
      environment: environment)
  }

  @Test(
    "is converted by LibreOffice and audited as what it says",
    .enabled(if: hasConverter, "LibreOffice (soffice) is not installed here"), arguments: ["a.doc", "a.wps"])
  func converted(_ name: String) throws {
    let result = try check(name)
    let text = try Executable.run(
      ["check", "--rules", Executable.rules, "--format", "csv", Executable.reports + "/青禾镇-2024.txt"], in: scratch)
    func score(_ result: Executable.Result) -> [Substring] {
      Array((result.output.split(separator: "\r\n").last ?? "").split(separator: ",").dropFirst().prefix(3))
    }
    #expect(result.status == 0 && score(result).count == 3, "\(result.output) \(result.errors)")
    #expect(score(result) == score(text))
    // Nothing is left of the conversion.
    #expect(try scratch.names == [name])
  }

  @Test("says what to do where LibreOffice is not installed")
  func withoutConverter() throws {
    let result = try check("a.doc", ["PATH": "/nowhere"])
    #expect(result.status == 2 && result.output.contains("另存为 .docx"))
  }
}
