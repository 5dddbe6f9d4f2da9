import Documents
import Foundation
import Reports
import Rules
import Scoring
import SourceText
import Testing

@testable import Rendering

@Suite("With the shipped rules")
struct ShippedRulesTests {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func files(in folder: String, endingIn ending: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: package.appendingPathComponent(folder).path)
    return try #require(names).compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: package.appendingPathComponent(path)))
  }

  static func pack() throws -> RulePack {
    let files = try files(in: "rules", endingIn: ".yaml").map {
      RuleFiles.File(path: "rules/\($0)", name: $0, bytes: try bytes("rules/\($0)"))
    }
    switch loadPack(RuleFiles(files)) {
    case .pack(let pack, _): return pack
    case .problems(let problems):
      let printer = ProblemPrinter(language: .en)
      Issue.record("\(problems.map(printer.text).joined())")
      throw CocoaError(.fileReadCorruptFile)
    }
  }

  @Test("the JSON of the sample reports and of their extracts is valid by the published schemas")
  func schemas() throws {
    let pack = try Self.pack()
    let names = try Self.files(in: "reports/annual", endingIn: ".txt")
    try #require(!names.isEmpty)
    let (reports, extracts) = (try JSONSchema.named("report"), try JSONSchema.named("extract"))
    let run = Run(pack: pack, gate: Gate(), language: .zh, documents: names.count)
    let renderer = OutputFormat.json.renderer(for: run, display: Display())
    var summary = Summary(for: pack)
    var json: [UInt8] = []
    var pieces = RenderedPieces(of: renderer)
    renderer.begin(into: &json)
    for name in names {
      let decoded = try decodeDocument(try Self.bytes("reports/annual/\(name)"), name: name)
      let (report, findings) = pack.audit(decoded, given: GivenFacts())
      let audit = Audit(report: report, findings: findings, pack: pack, gate: Gate())
      let document = AuditedDocument(path: name, result: .audited(audit))
      var piece: [UInt8] = []
      renderer.document(document, into: &piece)
      for next in pieces.next(piece) { json += next }
      summary.add(Summary.Digest(of: document, run: run))
      let extract = Extract(of: report, path: name, language: .zh)
      #expect(try extracts.errors(in: extract.rendered(as: .json, display: Display())) == [], "\(name)")
    }
    renderer.end(summary, into: &json)
    #expect(try reports.errors(in: json) == [])
  }

  @Test("every rule is explained in both languages", arguments: Language.allCases)
  func explanations(language: Language) throws {
    let pack = try Self.pack()
    for rule in pack.rules {
      let text = String(
        decoding: RuleExplanation(of: rule, in: pack, language: language).rendered(display: Display()), as: UTF8.self)
      #expect(text.contains(rule.id))
      #expect(text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 100 }, "\(rule.id)")
    }
  }
}
