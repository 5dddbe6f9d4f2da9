import Documents
import Reports
import Rules
import Scoring
import SourceText

/// Audits as JUnit XML, which every CI server shows: a suite for each document, a case for each rule.
///
/// ```xml
/// <testsuites name="fazhi-audit">
/// <testsuite name="reports/云溪县.txt" tests="3" failures="1" errors="0" skipped="1">
/// <testcase classname="reports/云溪县.txt" name="section.causes 应当分析原因"><failure message="…" type="missing">…</failure></testcase>
/// ```
///
/// The statistics of a folder are properties of a suite at the end, which bears the program's name and whose cases are what is wrong with
/// the folder as a whole.
///
/// What the gate lets no report have is a failure; lesser shortfalls are told in `system-out` of a case that passes. What does not apply,
/// cannot be told or is waived is skipped, with the reason. A score below the minimum fails a case of its own, `score`, and so does
/// that of a category, `score elements`.
public struct JUnitRenderer: Renderer {
  private let run: Run

  public init(run: Run) { self.run = run }

  public func begin(into out: inout [UInt8]) {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(Tool.name)\">\n".utf8
  }

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    var xml = MarkupWriter()
    switch document.result {
    case .unreadable(let error):
      let message = error.message.text(in: run.language)
      beginSuite(document.path, tests: 1, failures: 0, errors: 1, skipped: 0, to: &xml)
      xml.begin("testcase", ["classname": document.path, "name": "document"])
      xml.empty("error", ["message": message, "type": "unreadable"])
      xml.end()
      xml.newLine()
      xml.end()
    case .audited(let audit):
      let scores = scores(audit)
      beginSuite(
        document.path, tests: scores.count + audit.findings.count,
        failures: scores.count(where: \.isBelow) + audit.verdict.blocking, errors: 0,
        skipped: audit.findings.indices.count { !audit.findings[$0].status.isScored || audit.hides($0) }, to: &xml)
      for score in scores { write(score, path: document.path, to: &xml) }
      for index in audit.findings.indices { write(audit, index, path: document.path, to: &xml) }
      xml.end()
    }
    xml.newLine()
    xml.flush(into: &out)
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) {
    let notes = summary.notes(of: run)
    if !notes.isEmpty || summary.documents > 1 {
      var xml = MarkupWriter()
      let isFailure = { (note: RunNote) in run.gate.fails(note.kind.severity) }
      beginSuite(
        Tool.name, tests: notes.count, failures: notes.count(where: isFailure), errors: 0, skipped: 0, to: &xml)
      if summary.documents > 1 { writeStatistics(summary, to: &xml) }
      for (index, note) in notes.enumerated() {
        let message = note.message.text(in: run.language)
        // A case is known by its name: two of one name would be taken for one.
        xml.begin("testcase", ["classname": note.path, "name": "\(note.kind.rawValue) \(index + 1)"])
        if isFailure(note) {
          xml.empty("failure", ["message": message, "type": note.kind.rawValue])
        } else {
          xml.element("system-out", text: message)
        }
        xml.end()
        xml.newLine()
      }
      xml.end()
      xml.newLine()
      xml.flush(into: &out)
    }
    out += "</testsuites>\n".utf8
  }

  private func writeStatistics(_ summary: Summary, to xml: inout MarkupWriter) {
    xml.begin("properties")
    xml.newLine()
    for (name, value) in summary.properties(of: run) {
      xml.empty("property", ["name": name, "value": value])
      xml.newLine()
    }
    xml.end()
    xml.newLine()
  }

  private func beginSuite(
    _ path: String, tests: Int, failures: Int, errors: Int, skipped: Int, to xml: inout MarkupWriter
  ) {
    xml.begin(
      "testsuite",
      [
        "name": path, "tests": "\(tests)", "failures": "\(failures)", "errors": "\(errors)", "skipped": "\(skipped)",
      ])
    xml.newLine()
  }

  /// A score of which the gate asks a minimum: the total, or a category's.
  private struct LeastScore {
    var name: String
    var score: Score?
    var least: Int
    var isBelow: Bool
  }

  private func scores(_ audit: Audit) -> [LeastScore] {
    let total = run.gate.minScore.map {
      LeastScore(name: "score", score: audit.scorecard.score, least: $0, isBelow: audit.verdict.isBelowMinimum)
    }
    return (total.map { [$0] } ?? [])
      + audit.categories.indices.compactMap { index in
        run.gate.categories[index]?.minScore.map {
          LeastScore(
            name: "score \(audit.categories[index].id)", score: audit.scorecard.categories[index].score, least: $0,
            isBelow: audit.verdict.categoriesBelow.contains(index))
        }
      }
  }

  private func write(_ score: LeastScore, path: String, to xml: inout MarkupWriter) {
    xml.begin("testcase", ["classname": path, "name": score.name])
    if score.isBelow {
      let (reached, least) = (score.score?.description ?? "–", Decimals.shown(score.least, places: 3))
      let message = Wording(zh: "得分\(reached)，低于\(least)", en: "score \(reached), below \(least)")
      xml.empty("failure", ["message": message.text(in: run.language), "type": "score"])
    }
    xml.end()
    xml.newLine()
  }

  private func write(_ audit: Audit, _ index: Int, path: String, to xml: inout MarkupWriter) {
    let finding = audit.findings[index]
    let rule = audit.rules[finding.rule]
    let message = finding.message.text(in: run.language)
    xml.begin("testcase", ["classname": path, "name": "\(rule.id) \(rule.title.text(in: run.language))"])
    switch finding.status {
    case .met: break
    case .notApplicable, .unverifiable, .waived:
      let reason = finding.waiver.map { " (\($0.reason) · \($0.by) · \($0.until))" } ?? ""
      xml.empty("skipped", ["message": "\(finding.status.words.text(in: run.language)): \(message)\(reason)"])
    case .missing where audit.hides(index), .violated where audit.hides(index), .partial where audit.hides(index):
      xml.empty("skipped", ["message": Wording(zh: "基线中已有，未显示", en: "known, not shown").text(in: run.language)])
    case .missing, .violated, .partial:
      if let gravity = finding.gravity(at: rule.severity), run.gate.fails(gravity, in: rule.category) {
        xml.element(
          "failure", ["message": message, "type": finding.status.rawValue],
          text: detail(finding, rule: rule, audit: audit, path: path))
      } else {
        xml.element("system-out", text: message + "\n" + detail(finding, rule: rule, audit: audit, path: path))
      }
    }
    xml.end()
    xml.newLine()
  }

  private func detail(_ finding: Finding, rule: Rule, audit: Audit, path: String) -> String {
    let text = audit.report.document.text
    var lines = finding.evidence.prefix(5).map { evidence in
      let start = Location(of: evidence.range, in: audit.report.document).start
      return "\(path):\(start.line):\(start.column): \(text.quotation(evidence.range))"
    }
    if let basis = run.pack.basis(of: rule, in: run.language) {
      lines.append(Wording(zh: "依据：\(basis)", en: "Basis: \(basis)").text(in: run.language))
    }
    let remedy = finding.remedy.text(in: run.language)
    if !remedy.isEmpty { lines.append(Wording(zh: "写法：\(remedy)", en: "To do: \(remedy)").text(in: run.language)) }
    return lines.joined(separator: "\n")
  }
}
