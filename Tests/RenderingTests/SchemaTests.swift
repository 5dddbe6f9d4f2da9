import Foundation
import Rules
import Scoring
import SourceText
import Testing

@testable import Rendering

@Suite("The JSON that is written")
struct SchemaTests {
  @Test("is valid by the published schema of reports", arguments: Language.allCases)
  func report(language: Language) throws {
    let schema = try JSONSchema.named("report")
    let json = SampleAudits.render(SampleAudits.all, as: .json, language: language)
    #expect(try schema.errors(in: json) == [])
    #expect(try schema.errors(in: SampleAudits.render([], as: .json, language: language)) == [])
  }

  @Test("is valid by the published schema of extracts")
  func extract() throws {
    let schema = try JSONSchema.named("extract")
    for document in [SampleAudits.weak, SampleAudits.good] {
      guard case .audited(let audit) = document.result else { continue }
      let extract = Extract(of: audit.report, path: document.path, language: .zh)
      #expect(try schema.errors(in: extract.rendered(as: .json, display: Display())) == [])
    }
  }

  @Test(
    "would not be valid with a name left out, a wrong word or a wrong type",
    arguments: [
      ("\"basis\"", "\"x\"", 1), ("\"status\": \"met\"", "\"status\": \"fine\"", 1),
      ("\"outcome\": \"failed\"", "\"outcome\": \"passed\"", 0), ("\"score\": 50.0", "\"score\": \"50\"", 2),
      ("\"error\": null", "\"error\": \"x\"", 2), ("\"line\": 10", "\"line\": 0", 1),
    ])
  func invalid(part: String, other: String, errors: Int) throws {
    let json = String(decoding: SampleAudits.render(SampleAudits.all, as: .json, language: .zh), as: UTF8.self)
    #expect(json.contains(part))
    let broken = json.replacingOccurrences(of: part, with: other)
    let found = try JSONSchema.named("report").errors(in: Array(broken.utf8))
    #expect((found.count > 0) == (errors > 0), "\(found)")
  }
}
