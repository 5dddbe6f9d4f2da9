import Documents
import Foundation
import Rendering
import Reports
import Rules
import SampleReports
import Scoring
import SourceText

/// A sample as the shipped rules judge it.
struct AuditedSample {
  var report: Report
  /// The status that each rule gives, by its id.
  var statuses: [String: String]
  /// As the renderings show it; nil when nothing could be scored.
  var score: String?
  /// The author's own characters that each rule shows, by its id.
  var quotes: [String: [String]]

  /// Audits a sample's bytes in this process, with the options that the sample wants.
  init(_ sample: SampleDocument) throws {
    try self.init(bytes: sample.bytes, name: sample.fileName, given: Self.given(by: sample.options))
  }

  /// Audits a file's bytes.
  init(bytes: [UInt8], name: String, given: GivenFacts = GivenFacts()) throws {
    let document = try decodeDocument(bytes, name: name)
    let pack = try Self.shippedPack.get()
    let audit = pack.audit(document, given: given)
    report = audit.report
    score = Audit(report: audit.report, findings: audit.findings, pack: pack, gate: Gate()).scorecard.score
      .map { "\($0)" }
    statuses = Dictionary(
      uniqueKeysWithValues: audit.findings.map { (pack.rules[$0.rule].id, $0.status.rawValue) })
    quotes = Dictionary(
      uniqueKeysWithValues: audit.findings.map { finding in
        (pack.rules[finding.rule].id, finding.evidence.map { document.text.string($0.range) })
      })
  }

  /// A fact as the contract's JSON shows it.
  subscript(name: SampleFacts.Name) -> String? {
    switch name {
    case .title: report.title.map { report.document.text.string(report.text.source($0.range)) }
    case .issuer: report.issuer?.name
    case .level: report.level?.rawValue
    case .kind: report.kind.rawValue
    case .stage: report.stage.rawValue
    case .reportYear: report.reportYear.map { String($0.value) }
    case .publicationDate: report.publication?.date.description
    case .signatureDate: report.signature?.date?.date.description
    }
  }

  /// The four parts that sections or paragraphs play.
  var roles: Set<SampleRole> { Set(report.roles.compactMap { SampleRole(rawValue: $0.role.rawValue) }) }

  private static func given(by options: [String]) -> GivenFacts {
    var given = GivenFacts()
    for (option, value) in zip(options, options.dropFirst()) {
      switch option {
      case "--published":
        let numbers = value.split(separator: "-").compactMap { Int($0) }
        given.published = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
      case "--stage": given.stage = Stage(rawValue: value)
      case _: continue
      }
    }
    return given
  }

  private static let shippedPack = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("rules")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    let files = try names.filter { $0.hasSuffix(".yaml") }.map { name in
      let bytes = try Data(contentsOf: root.appendingPathComponent(name))
      return RuleFiles.File(path: "rules/\(name)", name: name, bytes: Array(bytes))
    }
    switch loadPack(RuleFiles(files)) {
    case .pack(let pack, warnings: _): return pack
    case .problems(let problems): throw PackTrouble(messages: problems.map { "\($0)" })
    }
  }

  private struct PackTrouble: Error {
    var messages: [String]
  }
}
