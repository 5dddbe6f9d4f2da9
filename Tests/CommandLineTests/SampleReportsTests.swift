import Foundation
import SampleReports
import Testing

/// The samples must be what they say they are before they can judge an engine.
@Suite("The invented reports")
struct SampleReportsTests {
  private static let made = SampleDocuments.all.filter { !$0.name.hasPrefix("reports/annual/") }

  @Test("there are many of them, each with a name and a text of its own")
  func areDistinct() {
    #expect(Self.made.count >= 170)
    #expect(Set(SampleDocuments.all.map(\.name)).count == SampleDocuments.all.count)
    var seen: [[UInt8]: String] = [:]
    for sample in Self.made {
      let key = sample.bytes + Array(sample.options.joined().utf8)
      #expect(seen[key] == nil, "\(sample.name) is the same as \(seen[key] ?? "")")
      seen[key] = sample.name
    }
  }

  @Test("every fixed rule is met by some and not met by others", arguments: FixedRule.allCases)
  func tellRulesApart(_ rule: FixedRule) {
    let verdicts = SampleDocuments.all.compactMap { $0.verdicts.statuses[rule] }
    #expect(verdicts.filter { $0 == [.met] }.count >= 100)
    #expect(verdicts.filter { !$0.contains(.met) }.count >= 3)
  }

  @Test("a report without a field of the Outline has no word of it left", arguments: OutlineField.allCases)
  func leaveFieldsOut(_ field: OutlineField) throws {
    for base in SampleBases().all.map(\.report) {
      let report = base.without(field).changed { if field == .leadership { $0[.leaderDuty] = nil } }
      // 协调解决 is no 调解: the engine must see that too.
      let text = SampleLayout.standard.text(of: report).replacing("协调解决", with: "")
      let page = (report.before + report.after).joined(separator: "\n")
      for term in field.terms where !page.contains(term) {
        #expect(!text.contains(term), "\(report.issuer) still says \(term)")
      }
    }
  }

  @Test("every encoding gives the text back", arguments: SampleEncoding.allCases)
  func keepTheText(_ encoding: SampleEncoding) {
    let text = SampleLayout.standard.text(of: SampleBases().county)
    let codec: String.Encoding =
      switch encoding {
      case .utf8, .utf8WithMark: .utf8
      case .utf16LittleEndian, .utf16BigEndian: .utf16
      case .gb18030: .init(rawValue: 0x8000_0632)
      }
    let read = String(data: Data(encoding.bytes(of: text)), encoding: codec)
    #expect(read?.replacing("\u{FEFF}", with: "") == text)
  }

  @Test("reports/annual holds what `swift run workbench samples` writes", arguments: PublishedSamples.all)
  func arePublishedFresh(_ sample: SampleDocument) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("reports/annual")
    let file = try Data(contentsOf: folder.appendingPathComponent(sample.fileName))
    #expect(file == Data(sample.bytes), "stale: run `swift run workbench samples`")
  }

  @Test("generated reports are the same every time, and each is another")
  func areGeneratedAlike() {
    let reports = GeneratedReports()
    #expect(reports.bytes(of: 7) == GeneratedReports().bytes(of: 7))
    #expect(reports.bytes(of: 7) != reports.bytes(of: 10))
    #expect((20_000...30_000).contains(reports.bytes(of: 8).count))
  }
}
