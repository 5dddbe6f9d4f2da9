import Documents
import Glibc
import Reports
import Rules
import SourceText
import Testing
import YAMLReading
import Foundation

@Test func tryOut() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let rules = root.appending(path: "rules")
  var files: [RuleFiles.File] = []
  for case let url as URL in FileManager.default.enumerator(at: rules, includingPropertiesForKeys: nil)! where url.pathExtension == "yaml" {
    let name = String(url.path.dropFirst(rules.path.count + 1))
    files.append(.init(path: "rules/" + name, name: name, bytes: [UInt8](try Data(contentsOf: url))))
  }
  files.sort { $0.name < $1.name }
  switch loadPack(RuleFiles(files)) {
  case .problems(let problems):
    for problem in problems { print("\(problem.path):\(problem.place?.position.line ?? 0):\(problem.place?.position.column ?? 0): \(problem.message.en)") }
    Issue.record("no pack")
  case .pack(let pack, _):
    for rule in pack.rules {
      for example in rule.examples {
        let document = try decodeDocument(Array(example.text.utf8), name: "example.txt")
        let (_, findings) = pack.audit(document, given: GivenFacts())
        let finding = findings.first { pack.rules[$0.rule].id == rule.id }!
        let ok = switch example.expected { case .meets: finding.status == .met; case .partly: finding.status == .partial; case .fails: finding.status == .missing || finding.status == .violated }
        if !ok { print("EXAMPLE \(rule.id) line \(example.position.line): \(example.expected) got \(finding.status) \(finding.message.zh)") }
      }
    }
    for name in ["lishan-2024", "jiyang-2024", "dazu-2022"] {
      let url = root.appending(path: "../shared/corpus/\(name).txt")
      let document = try decodeDocument([UInt8](try Data(contentsOf: url)), name: name + ".txt")
      let (report, findings) = pack.audit(document, given: GivenFacts())
      print("=====", name, report.kind, report.title.map { report.text.string($0.range) } ?? "-", report.issuer?.name ?? "-", report.level as Any, report.reportYear?.value as Any, report.publication?.date.description ?? "-", report.signature?.date?.date.description ?? "-", report.stage)
      for span in report.roles { print("  role", span.role.rawValue, span.section.map { report.text.string(report.sections[$0].heading) } ?? "-", document.text.lines.line(of: report.text.source(span.range).start), document.text.lines.line(of: report.text.source(span.range).end), span.points) }
      for finding in findings {
        print("  ", pack.rules[finding.rule].id, finding.status.rawValue, finding.message.zh, "| lines", finding.evidence.map { "\($0.kind.rawValue.prefix(1))\(document.text.lines.line(of: $0.range.start))" }.joined(separator: " "))
      }
    }
  }
}
