import Foundation
import Reports
import Rules
import Scoring
import SourceText
import Testing

@testable import Comparison
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

  @Test("is valid by the published schema of comparisons: better, worse, the same, unreadable, without a counterpart")
  func comparison() throws {
    let schema = try JSONSchema.named("compare")
    func records(_ documents: [AuditedDocument]) -> [AuditRecord] {
      documents.map { AuditRecord(of: $0, run: SampleAudits.run(in: .zh, documents: 1)) }
    }
    let (weak, good) = (SampleAudits.weak, SampleAudits.good)
    let old = [
      weak, AuditedDocument(path: "a.txt", result: good.result), AuditedDocument(path: "b.txt", result: good.result),
    ]
    let new = [
      AuditedDocument(path: weak.path, result: good.result), AuditedDocument(path: "a.txt", result: weak.result),
      AuditedDocument(path: "c.txt", result: SampleAudits.unreadable.result),
    ]
    for (old, new) in [(old, new), (new, old), (old, old), (old, [])] {
      let names = BodyNames(Vocabulary())
      let comparison = AuditComparison(old: records(old), new: records(new), names: names)
      let json = ComparisonListing(of: comparison, language: .zh).rendered(as: .json, display: Display())
      #expect(try schema.errors(in: json) == [])
    }
    let broken = "{\"schema_version\": \"1\", \"pairs\": [{}], \"only_old\": [], \"only_new\": [], \"summary\": null}"
    #expect(try !schema.errors(in: Array(broken.utf8)).isEmpty)
  }

  @Test("is valid by the published schema of copies")
  func copies() throws {
    let schema = try JSONSchema.named("copies")
    let side = CopiedPassage.Side(
      path: "a.txt", issuer: nil, year: 2024, heading: "一、\"举措\"", line: LineNumber(3, of: .lines))
    let sentence = CopiedPassage.SentencePair(
      first: "力量薄弱。", second: "力量薄弱。", firstLine: LineNumber(4, of: .lines), secondLine: LineNumber(9, of: .paragraphs))
    let copies = CopiedPassage.Kind.allCases.flatMap { kind in
      CopiedPassage.Evidence.allCases.map { evidence in
        CopiedPassage(kind: kind, evidence: evidence, first: side, second: side, share: 80, sentences: [sentence])
      }
    }
    for copies in [copies, []] {
      let found = CopyFinder.Result(copies: copies, stockSentences: 7)
      let listing = CopyListing(of: found, documents: 2, language: .zh)
      #expect(try schema.errors(in: listing.rendered(as: .json, display: Display())) == [])
    }
    #expect(
      try !schema.errors(in: Array("{\"schema_version\": \"1\", \"documents\": 2, \"copies\": [{}]}".utf8)).isEmpty)
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
