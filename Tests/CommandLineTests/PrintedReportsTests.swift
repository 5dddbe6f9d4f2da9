import Documents
import Foundation
import Rendering
import Reports
import Rules
import SampleReports
import Scoring
import SourceText
import Testing

/// The same report as text, as PDF by LibreOffice or Chromium and as OFD by easyofd (see scripts/samples).
@Suite("Reports on printed pages")
struct PrintedReportsTests {
  private static let names = ["云溪县-2024", "岚谷县-2024", "望澜区-2024", "渔浦县-2024", "石渡县-2022", "青禾镇-2024"]

  @Test("get the verdicts and the score of their text", arguments: names, ["pdf", "ofd"])
  func sameVerdict(_ name: String, _ format: String) throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
    let text = try audited(root.appendingPathComponent("reports/annual/\(name).txt"))
    let printed = try audited(here.appendingPathComponent("Printed/\(name).\(format)"))
    #expect(printed.statuses == text.statuses)
    #expect(printed.score == text.score)
    #expect(printed.roles == text.roles)
    #expect(printed.report.sections.count == text.report.sections.count)
    #expect(printed[.publicationDate] == text[.publicationDate])
    #expect(printed[.signatureDate] == text[.signatureDate])
    #expect(printed[.issuer] == text[.issuer])
    let places = printed.report.sections.map { printed.report.text.source($0.heading).start }
    #expect(places.allSatisfy { (printed.report.document.paragraph(at: $0)?.page ?? 0) > 0 })
  }
  private func audited(_ file: URL) throws -> AuditedSample {
    try AuditedSample(bytes: Array(Data(contentsOf: file)), name: file.lastPathComponent)
  }
}
