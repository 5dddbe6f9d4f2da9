import Documents
import Reports
import Rules
import Scoring
import SourceText

/// Audits as one JSON object (`schemas/report.schema.json`), with a line for each result so that two reports can be compared.
///
/// ```json
/// {
/// "schema_version": "1",
/// "tool": {"name": "fazhi-audit", "version": "0.1.0"},
/// "rules": {"pack": "annual-report", "version": "1.0.0", "count": 40},
/// "documents": [
/// {"path": "…", "outcome": "passed", "error": null,
/// …
/// ```
package struct JSONRenderer: Renderer {
  private let run: Run
  /// What is the same of a rule's result in every document, written once: the members up to `category`, and `basis`.
  private let rules: [(head: [UInt8], basis: [UInt8])]

  package init(run: Run) {
    self.run = run
    rules = run.pack.rules.map { rule in
      var head = JSONWriter()
      head.key("rule")
      head.value(rule.id)
      head.key("title")
      head.value(rule.title.text(in: run.language))
      head.key("category")
      head.value(run.pack.categories[rule.category].id)
      var basis = JSONWriter()
      basis.key("basis")
      basis.value(run.pack.basis(of: rule, in: run.language))
      return (head.bytes, basis.bytes)
    }
  }

  package func begin(into out: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    json.newLine()
    json.key("schema_version")
    json.value("1")
    json.newLine()
    json.key("tool")
    json.beginObject()
    json.key("name")
    json.value(Tool.name)
    json.key("version")
    json.value(Tool.version)
    json.endObject()
    json.newLine()
    json.key("rules")
    json.beginObject()
    json.key("pack")
    json.value(run.pack.id)
    json.key("version")
    json.value(run.pack.version)
    json.key("count")
    json.value(run.pack.rules.count)
    json.endObject()
    json.newLine()
    json.key("documents")
    json.beginArray()
    json.flush(into: &out)
  }

  package func document(_ document: AuditedDocument, index: Int, into out: inout [UInt8]) {
    var json = JSONWriter(capacity: 32 * 1024)
    if index > 0 { json.continueArray() }
    json.newLine()
    json.beginObject()
    json.key("path")
    json.value(document.path)
    json.key("outcome")
    switch document.result {
    case .unreadable(let error):
      json.value(Outcome.unreadable.rawValue)
      json.key("error")
      json.value(error.message.text(in: run.language))
      for name in ["document", "profile", "score", "grade"] {
        json.key(name)
        json.null()
      }
      for name in ["categories", "results"] {
        json.key(name)
        json.beginArray()
        json.endArray()
      }
    case .audited(let audit):
      json.value(audit.verdict.outcome.rawValue)
      json.key("error")
      json.null()
      write(audit, to: &json)
    }
    json.endObject()
    json.flush(into: &out)
  }

  private func write(_ audit: Audit, to json: inout JSONWriter) {
    json.newLine(indent: 1)
    json.key("document")
    json.write(DocumentFacts(of: audit.report))
    json.newLine(indent: 1)
    json.key("profile")
    json.value(audit.profile?.id)
    json.key("score")
    json.write(audit.scorecard.score)
    json.key("grade")
    json.value(audit.scorecard.grade.map { run.pack.grades[$0].title.text(in: run.language) })
    json.newLine(indent: 1)
    json.key("categories")
    json.beginArray()
    for (category, scored) in zip(audit.categories, audit.scorecard.categories) {
      json.newLine(indent: 2)
      json.beginObject()
      json.key("id")
      json.value(category.id)
      json.key("title")
      json.value(category.title.text(in: run.language))
      json.key("score")
      json.write(scored.score)
      json.key("weight")
      json.value(category.weight.thousandths, places: 3)
      json.key("earned_weight")
      json.value(Int(clamping: scored.share.earned), places: 6)
      json.key("scored_weight")
      json.value(Int(clamping: scored.share.possible), places: 6)
      json.endObject()
    }
    json.endArray()
    json.newLine(indent: 1)
    json.key("results")
    json.beginArray()
    for index in audit.findings.indices {
      write(audit.findings[index], of: audit, lost: audit.scorecard.losses[index], to: &json)
    }
    json.endArray()
  }

  private func write(_ finding: Finding, of audit: Audit, lost: PointsLost?, to json: inout JSONWriter) {
    json.newLine(indent: 2)
    json.beginObject()
    json.fragment(rules[finding.rule].head)
    json.key(.severity)
    json.value(audit.rules[finding.rule].severity.rawValue)
    json.key(.weight)
    json.value(audit.rules[finding.rule].weight.thousandths, places: 3)
    json.key(.status)
    json.value(finding.status.rawValue)
    json.key(.message)
    json.value(finding.message.text(in: run.language))
    json.fragment(rules[finding.rule].basis)
    json.key(.remedy)
    json.value(finding.remedy.text(in: run.language))
    json.key(.credit)
    if lost == nil { json.null() } else { json.value(finding.credit.thousandths, places: 3) }
    json.key(.pointsLost)
    if let lost { json.value(lost.hundredths, places: 2) } else { json.null() }
    json.key(.waiver)
    if finding.status == .waived, let waiver = finding.waiver { json.write(waiver) } else { json.null() }
    json.key(.evidence)
    json.beginArray()
    for evidence in finding.evidence {
      json.beginObject()
      json.place(evidence.range, in: audit.report.document.text)
      json.key(.kind)
      json.value(evidence.kind.rawValue)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  package func end(_ summary: Summary, into out: inout [UInt8]) {
    var json = JSONWriter()
    json.continueArray(isEmpty: summary.documents == 0)
    json.newLine()
    json.endArray()
    json.newLine()
    json.key("summary")
    json.beginObject()
    for (name, count) in [
      ("documents", summary.documents), ("passed", summary.passed), ("failed", summary.failed),
      ("unreadable", summary.unreadable),
    ] {
      json.key(name)
      json.value(count)
    }
    json.key("mean_score")
    json.write(summary.meanScore)
    json.newLine(indent: 1)
    json.key("rules")
    json.beginArray()
    for (rule, counts) in zip(run.pack.rules, summary.rules) {
      json.newLine(indent: 2)
      json.beginObject()
      json.key("rule")
      json.value(rule.id)
      for (name, count) in [
        ("met", counts.met), ("partial", counts.partial), ("missing", counts.missing), ("violated", counts.violated),
        ("not_applicable", counts.notApplicable), ("unverifiable", counts.unverifiable), ("waived", counts.waived),
      ] {
        json.key(name)
        json.value(count)
      }
      json.endObject()
    }
    json.endArray()
    json.newLine(indent: 1)
    json.key("waivers")
    json.beginArray()
    for (index, state) in run.waiverStates(in: summary).enumerated() {
      write(run.waivers[index], state, summary.waivers[index], to: &json)
    }
    json.endArray()
    json.endObject()
    json.newLine()
    json.endObject()
    json.newLine()
    json.finish()
    json.flush(into: &out)
  }

  private func write(_ waiver: Waiver, _ state: WaiverState, _ use: WaiverUse, to json: inout JSONWriter) {
    json.newLine(indent: 2)
    json.beginObject()
    json.key("status")
    json.value(state.rawValue)
    json.key("rule")
    json.value(waiver.rule)
    json.key("document")
    json.value(waiver.document)
    json.waiverMembers(of: waiver)
    json.key("documents")
    json.value(use.documents)
    json.key("findings")
    json.value(use.excused + use.expired)
    json.key("path")
    json.value(waiver.path)
    json.key("line")
    json.value(waiver.position.line)
    json.endObject()
  }
}

extension JSONWriter {
  /// What a waived finding says of its waiver.
  fileprivate mutating func write(_ waiver: Waiver) {
    beginObject()
    waiverMembers(of: waiver)
    endObject()
  }

  fileprivate mutating func waiverMembers(of waiver: Waiver) {
    key("reason")
    value(waiver.reason)
    key("by")
    value(waiver.by)
    key("until")
    value(waiver.until.description)
  }
}
