import Documents
import Reports
import Rules
import SourceText

/// Shortfalls in the Reviewdog Diagnostic Format, which puts them into a review of the changed lines.
///
/// ```json
/// {"source": {"name": "fazhi-audit"}, "diagnostics": [
/// {"message": "…", "location": {"path": "…", "range": {"start": {"line": 7, "column": 1}, …}}, "severity": "WARNING", "code": {"value": "section.causes"}}
/// ]}
/// ```
/// Columns count bytes of UTF-8 from 1, as the format says. Source: reviewdog/reviewdog, proto/rdf/reviewdog.proto.
public struct RDJSONRenderer: Renderer {
  private let run: Run

  public init(run: Run) { self.run = run }

  public var separator: [UInt8] { [0x2C] }

  public func begin(into out: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    json.key("source")
    json.beginObject()
    json.key("name")
    json.value(Tool.name)
    json.endObject()
    json.key("diagnostics")
    json.beginArray()
    json.flush(into: &out)
  }

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    var json = JSONWriter()
    switch document.result {
    case .unreadable(let error):
      begin(error.message.text(in: run.language), path: document.path, to: &json)
      json.endObject()
      end("ERROR", code: "document.unreadable", to: &json)
    case .audited(let audit):
      for shortfall in Shortfall.ranked(of: audit) {
        let finding = audit.findings[shortfall.finding]
        let rule = audit.rules[finding.rule]
        let message = Remark.paragraph(
          finding.message.text(in: run.language), remedy: finding.remedy.text(in: run.language), in: run.language)
        begin("\(rule.title.text(in: run.language)): \(message)", path: document.path, to: &json)
        if let range = finding.evidence.first?.range {
          let (start, end) = audit.report.document.bytePositions(of: range)
          json.key("range")
          json.beginObject()
          json.key("start")
          write(start, to: &json)
          json.key("end")
          write(end, to: &json)
          json.endObject()
        }
        json.endObject()
        end(word(for: shortfall.gravity), code: rule.id, to: &json)
      }
    }
    json.flush(into: &out)
  }

  public func notes(_ summary: Summary, into out: inout [UInt8]) {
    var json = JSONWriter()
    for note in summary.notes(of: run) {
      begin(note.message.text(in: run.language), path: note.path, to: &json)
      json.key("range")
      json.beginObject()
      json.key("start")
      write(note.location.start, to: &json)
      json.endObject()
      json.endObject()
      end(word(for: note.kind.severity), code: note.kind.rawValue, to: &json)
    }
    json.flush(into: &out)
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) { out += "\n]}\n".utf8 }

  private func word(for severity: Severity?) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info, nil: "INFO"
    }
  }

  private func begin(_ message: String, path: String, to json: inout JSONWriter) {
    json.newLine()
    json.beginObject()
    json.key("message")
    json.value(message)
    json.key("location")
    json.beginObject()
    json.key("path")
    json.value(path)
  }

  private func end(_ severity: String, code: String, to json: inout JSONWriter) {
    json.key("severity")
    json.value(severity)
    json.key("code")
    json.beginObject()
    json.key("value")
    json.value(code)
    json.endObject()
    json.endObject()
  }

  private func write(_ position: Position, to json: inout JSONWriter) {
    json.beginObject()
    json.key("line")
    json.value(position.line)
    json.key("column")
    json.value(position.column)
    json.endObject()
  }
}
