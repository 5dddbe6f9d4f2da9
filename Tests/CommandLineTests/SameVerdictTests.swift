import Documents
import Foundation
import SampleReports
import SourceText
import Testing

/// One report in several formats, written by `make-formats.py`: what is judged is the report, not the file.
@Suite("The same report in another format")
struct SameVerdictTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SampleReports/Formats")
  static let reports = ["云溪县-2024", "云溪县司法局-2024", "望澜区-2024", "渔浦县-2024", "澜川市-2024", "青禾镇-2024"]

  private func audited(_ report: String, _ format: String) throws -> AuditedSample {
    let file = Self.folder.appendingPathComponent("\(report).\(format)")
    return try AuditedSample(bytes: Array(try Data(contentsOf: file)), name: file.lastPathComponent)
  }

  @Test(
    "gets the same verdict from every rule among the samples that are shown",
    arguments: ["云溪县-2024.html", "云溪县司法局-2024.docx", "望澜区-2024.docx", "青禾镇-2024.docx", "青禾镇-2024.ofd", "渔浦县-2024.pdf"])
  func sameVerdictOfSamples(_ name: String) throws {
    let file = URL(fileURLWithPath: Executable.reports).appendingPathComponent(name)
    let text = file.deletingPathExtension().appendingPathExtension("txt")
    let other = try AuditedSample(bytes: Array(try Data(contentsOf: file)), name: name)
    var expected = try AuditedSample(bytes: Array(try Data(contentsOf: text)), name: text.lastPathComponent)
    if name.hasSuffix("html") { expected.statuses["publication.meta-tags"] = other.statuses["publication.meta-tags"] }
    #expect(other.statuses == expected.statuses)
    #expect(other.score == expected.score)
  }

  @Test("gets the same verdict from every rule, and the same score", arguments: reports, ["md", "html", "docx"])
  func sameVerdict(_ report: String, _ format: String) throws {
    var (text, other) = (try audited(report, "txt"), try audited(report, format))
    // Only a web page has meta tags; the rule about them weighs nothing.
    if format == "html" { text.statuses["publication.meta-tags"] = nil }
    for (rule, status) in text.statuses.sorted(by: { $0.key < $1.key }) {
      #expect(other.statuses[rule] == status, "\(rule)")
    }
    #expect(other.score == text.score)
    for name in SampleFacts.Name.allCases { #expect(other[name] == text[name], "\(name)") }
  }
}
