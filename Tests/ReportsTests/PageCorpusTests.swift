import Foundation
import Testing

@testable import Reports

@Suite("Real pages, where they are at hand")
struct PageCorpusTests {
  private static func page(_ name: String) -> String? {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/corpus/\(name)").standardizedFileURL
    return try? String(contentsOf: url, encoding: .utf8)
  }

  struct Expected: Sendable, CustomTestStringConvertible {
    var file: String
    var head: String
    var isOrgan: Bool
    var year: Int
    var published: String
    var signed: String?
    var testDescription: String { file }
  }

  @Test(
    "is read as close reading reads it",
    arguments: [
      Expected(
        file: "lishan-2024.txt", head: "ftmb", isOrgan: true, year: 2024, published: "2025-01-26 page", signed: nil),
      Expected(
        file: "jiyang-2024.txt", head: "tmb", isOrgan: false, year: 2024, published: "2025-02-14 publication",
        signed: nil),
      Expected(
        file: "dazu-2022.txt", head: "mmmmmmmmmmmmtb", isOrgan: true, year: 2022,
        published: "2023-02-15 publication", signed: "2023-02-10"),
    ])
  func corpus(expected: Expected) throws {
    guard let page = Self.page(expected.file) else {
      print("skipped: ../shared/corpus/\(expected.file) is not there")
      return
    }
    let sample = PageSample(page)
    #expect(sample.parts.hasPrefix(expected.head))
    #expect(sample.reading.kind == .annualReport)
    #expect(sample.reading.level == .county)
    #expect(sample.reading.issuer?.isOrgan == expected.isOrgan)
    #expect(sample.reading.reportYear?.value == expected.year)
    #expect(sample.publication == expected.published)
    #expect(sample.reading.signature?.date?.date.description == expected.signed)
    #expect(sample.parts.drop { $0 != "b" }.allSatisfy { $0 == "b" || $0 == "s" })
    if ProcessInfo.processInfo.environment["SHOW"] != nil {
      print(sample.parts, sample[sample.reading.title?.range] ?? "-", sample.reading.issuer as Any, sample.fields)
    }
  }
}
