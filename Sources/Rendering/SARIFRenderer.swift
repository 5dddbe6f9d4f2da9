import Comparison
import Documents
import Reports
import Rules
import Scoring
import SourceText

/// Audits as a SARIF 2.1.0 log (OASIS), which code scanning services and editors show.
///
/// ```json
/// {"$schema": "…", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "fazhi-audit", "rules": […]}},
///  "columnKind": "unicodeCodePoints", "results": [
/// {"ruleId": "section.causes", "ruleIndex": 3, "level": "warning", "message": {"text": "…"}, "locations": […],
///  "partialFingerprints": {"fazhiAudit/v1": "…"}}
/// ]}]}
/// ```
///
/// A result for each shortfall and, suppressed, for each waived one; every result has a location, the beginning of the document where
/// nothing better is known. A document that cannot be read is a result of the rule `document.unreadable`.
public struct SARIFRenderer: Renderer {
  let run: Run
  /// How many results one document may have, so that the run keeps to what GitHub code scanning takes (25,000 results a run).
  private let resultsPerDocument: Int
  /// How many further places of a result are named; code scanning takes 1,000 locations a result, people read fewer.
  private static let relatedLimit = 20

  public init(run: Run) {
    self.run = run
    resultsPerDocument = max(1, 25_000 / max(run.documents, 1))
  }

  public var separator: [UInt8] { [0x2C] }

  public var circumstances: String { "\(resultsPerDocument)" }

  public func begin(into out: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    json.newLine()
    json.key("$schema")
    json.value("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    json.newLine()
    json.key("version")
    json.value("2.1.0")
    json.newLine()
    json.key("runs")
    json.beginArray()
    json.beginObject()
    json.newLine()
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.key("name")
    json.value(Tool.name)
    json.key("semanticVersion")
    json.value(Tool.version)
    json.key("rules")
    json.beginArray()
    for rule in run.pack.rules { write(rule, to: &json) }
    writeUnreadableRule(to: &json)
    for kind in RunNote.Kind.allCases { write(kind, to: &json) }
    json.endArray()
    json.endObject()
    json.endObject()
    json.newLine()
    json.key("language")
    json.value(run.language == .zh ? "zh-CN" : "en-US")
    json.newLine()
    json.key("columnKind")
    json.value("unicodeCodePoints")
    json.newLine()
    json.key("results")
    json.beginArray()
    json.flush(into: &out)
  }

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    var json = JSONWriter()
    switch document.result {
    case .unreadable(let error):
      json.newLine()
      json.beginObject()
      writeHead(
        "document.unreadable", index: run.pack.rules.count, level: "error", error.message.text(in: run.language),
        fingerprint: Fingerprint(unreadable: document.path), to: &json)
      if run.baseline != nil {
        json.key("baselineState")
        json.value("new")
      }
      json.key("locations")
      json.beginArray()
      write(.beginning, text: nil, path: document.path, to: &json)
      json.endArray()
      json.endObject()
    case .audited(let audit):
      let shortfalls = Shortfall.ranked(of: audit)
      for shortfall in shortfalls.prefix(resultsPerDocument) {
        write(audit, shortfall.finding, level: level(shortfall.gravity), path: document.path, to: &json)
      }
      let room = max(0, resultsPerDocument - shortfalls.count)
      for index in audit.findings.indices.filter({ audit.findings[$0].status == .waived }).prefix(room) {
        let severity = audit.rules[audit.findings[index].rule].severity
        write(audit, index, level: level(severity), path: document.path, to: &json)
      }
    }
    json.flush(into: &out)
  }

  public func notes(_ summary: Summary, into out: inout [UInt8]) {
    // Few beside the documents' results, which are kept to what code scanning takes.
    let notes = summary.notes(of: run).filter { $0.kind != .known }.prefix(1000)
    var results = JSONWriter()
    for note in notes { write(note, to: &results) }
    results.flush(into: &out)
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) {
    var json = JSONWriter()
    json.newLine()
    json.endArray()
    json.newLine()
    json.key("invocations")
    json.beginArray()
    json.beginObject()
    json.key("executionSuccessful")
    json.value(summary.unreadable == 0)
    json.endObject()
    json.endArray()
    json.newLine()
    json.key("properties")
    json.beginObject()
    json.key("pack")
    json.value(run.pack.id)
    json.key("packVersion")
    json.value(run.pack.version)
    json.write(counts: summary)
    if run.baseline != nil {
      json.key("knownFindings")
      json.value(summary.known)
      json.key("knownFindingsNotShown")
      json.value(summary.hidden)
    }
    json.key("resultsPerDocument")
    json.value(resultsPerDocument)
    if let grades = summary.gradeWords(of: run) {
      json.key("grades")
      json.value(grades.text(in: run.language))
    }
    for one in summary.statistics(of: run) {
      json.key("met:\(run.pack.rules[one.rule].id)")
      json.value("\(one.met)/\(one.judged)")
    }
    json.endObject()
    json.newLine()
    json.endObject()
    json.endArray()
    json.newLine()
    json.endObject()
    json.newLine()
    json.finish()
    json.flush(into: &out)
  }
}

// MARK: Rules

extension SARIFRenderer {
  private func write(_ rule: Rule, to json: inout JSONWriter) {
    json.newLine(indent: 1)
    json.beginObject()
    json.key("id")
    json.value(rule.id)
    json.text("shortDescription", rule.title.text(in: run.language))
    json.text("fullDescription", rule.why.text(in: run.language))
    let basis = run.pack.basis(of: rule, in: run.language)
    let why = rule.why.text(in: run.language)
    let label = Wording(zh: "依据", en: "Basis").text(in: run.language)
    json.key("help")
    json.beginObject()
    json.key("text")
    json.value(basis.map { "\(why)\n\(label): \($0)" } ?? why)
    json.key("markdown")
    json.value(
      basis.map { "\(Markdown.escaped(why))\n\n**\(label)** \(Markdown.escaped($0))" } ?? Markdown.escaped(why))
    json.endObject()
    json.key("defaultConfiguration")
    json.beginObject()
    json.key("level")
    json.value(level(rule.severity))
    json.endObject()
    json.key("properties")
    json.beginObject()
    json.key("tags")
    json.beginArray()
    json.value(run.pack.categories[rule.category].id)
    json.endArray()
    json.key("problem.severity")
    json.value(rule.severity == .info ? "recommendation" : rule.severity.rawValue)
    json.key("weight")
    json.value(rule.weight.thousandths, places: 3)
    json.endObject()
    json.endObject()
  }

  private func writeUnreadableRule(to json: inout JSONWriter) {
    json.newLine(indent: 1)
    json.beginObject()
    json.key("id")
    json.value("document.unreadable")
    json.text(
      "shortDescription", Wording(zh: "文档无法读取", en: "The document can't be read").text(in: run.language))
    json.key("defaultConfiguration")
    json.beginObject()
    json.key("level")
    json.value("error")
    json.endObject()
    json.endObject()
  }

  func level(_ severity: Severity?) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info, nil: "note"
    }
  }
}

// MARK: Results

extension SARIFRenderer {
  private func write(_ audit: Audit, _ index: Int, level: String, path: String, to json: inout JSONWriter) {
    let finding = audit.findings[index]
    let rule = audit.rules[finding.rule]
    let text = audit.report.document.text
    json.newLine()
    json.beginObject()
    let paragraph = Remark.paragraph(
      finding.message.text(in: run.language), remedy: finding.remedy.text(in: run.language), in: run.language)
    writeHead(
      rule.id, index: finding.rule, level: level, "\(rule.title.text(in: run.language)): \(paragraph)",
      fingerprint: Fingerprint(of: finding, rule: rule, path: path, report: audit.report), to: &json)
    if let state = finding.baselineState(in: run) {
      json.key("baselineState")
      json.value(state == "known" ? "unchanged" : state)
    }
    json.key("locations")
    json.beginArray()
    if let first = finding.evidence.first {
      write(
        Location(of: first.range, in: audit.report.document), text: text.quotation(first.range), path: path, to: &json)
    } else {
      write(.beginning, text: nil, path: path, to: &json)
    }
    json.endArray()
    let related = finding.evidence.dropFirst().prefix(SARIFRenderer.relatedLimit)
    if !related.isEmpty {
      json.key("relatedLocations")
      json.beginArray()
      for evidence in related {
        write(
          Location(of: evidence.range, in: audit.report.document), text: text.quotation(evidence.range), path: path,
          to: &json)
      }
      json.endArray()
    }
    if finding.status == .waived {
      json.key("suppressions")
      json.beginArray()
      json.beginObject()
      json.key("kind")
      json.value("external")
      json.key("status")
      json.value("accepted")
      json.key("justification")
      json.value(finding.waiver?.reason ?? finding.message.text(in: run.language))
      json.endObject()
      json.endArray()
    }
    json.key("properties")
    json.beginObject()
    json.key("status")
    json.value(finding.status.rawValue)
    json.key("pointsLost")
    if let lost = audit.scorecard.losses[index] { json.value(lost.hundredths, places: 2) } else { json.null() }
    json.endObject()
    json.endObject()
  }

  func writeHead(
    _ rule: String, index: Int, level: String, _ message: String, fingerprint: Fingerprint, to json: inout JSONWriter
  ) {
    json.key("ruleId")
    json.value(rule)
    json.key("ruleIndex")
    json.value(index)
    json.key("level")
    json.value(level)
    json.text("message", message)
    json.key("partialFingerprints")
    json.beginObject()
    json.key("fazhiAudit/v1")
    json.value(fingerprint.description)
    json.endObject()
  }

  func write(_ location: Location, text: String?, path: String, to json: inout JSONWriter) {
    let resource = ResourcePath(path)
    json.beginObject()
    json.key("physicalLocation")
    json.beginObject()
    json.key("artifactLocation")
    json.beginObject()
    json.key("uri")
    json.value(resource.text)
    if resource.isRelative {
      json.key("uriBaseId")
      json.value("%SRCROOT%")
    }
    json.endObject()
    json.key("region")
    json.beginObject()
    json.key("startLine")
    json.value(location.start.line)
    json.key("startColumn")
    json.value(location.start.column)
    json.key("endLine")
    json.value(location.end.line)
    json.key("endColumn")
    json.value(location.end.column)
    if let text, !text.isEmpty { json.text("snippet", text) }
    json.endObject()
    json.endObject()
    json.endObject()
  }
}

extension JSONWriter {
  /// SARIF's message objects: `"name": {"text": "…"}`.
  mutating func text(_ name: String, _ text: String) {
    key(name)
    beginObject()
    key("text")
    value(text)
    endObject()
  }
}
