import Comparison
import Documents
import Rules
import SourceText

/// Shortfalls as a GitLab code quality report, an array of issues that a merge request shows beside the changed lines.
///
/// ```json
/// [
/// {"description": "…", "check_name": "section.causes", "fingerprint": "…", "severity": "major",
///  "location": {"path": "…", "lines": {"begin": 7, "end": 7}}}
/// ]
/// ```
/// Source: GitLab documentation, “Code Quality”, implementing a custom tool.
public struct GitLabRenderer: Renderer {
  private let run: Run

  public init(run: Run) { self.run = run }

  public var separator: [UInt8] { [0x2C] }

  public func begin(into out: inout [UInt8]) { out.append(0x5B) }

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    var json = JSONWriter()
    switch document.result {
    case .unreadable(let error):
      write(
        error.message.text(in: run.language), check: "document.unreadable",
        fingerprint: Fingerprint(unreadable: document.path),
        severity: "blocker", path: document.path, location: .beginning, to: &json)
    case .audited(let audit):
      for remark in audit.remarks(path: document.path, language: run.language) {
        let rule = run.pack.rules[remark.rule]
        write(
          "\(rule.title.text(in: run.language)): \(remark.paragraph(in: run.language))", check: rule.id,
          fingerprint: remark.fingerprint, severity: severity(of: remark, isVeto: rule.isVeto), path: document.path,
          location: remark.location, to: &json)
      }
    }
    json.flush(into: &out)
  }

  public func notes(_ summary: Summary, into out: inout [UInt8]) {
    var json = JSONWriter()
    for note in summary.notes(of: run) {
      write(
        note.message.text(in: run.language), check: note.kind.rawValue, fingerprint: note.fingerprint,
        severity: note.kind.severity == .error ? "critical" : note.kind.severity == .warning ? "major" : "info",
        path: note.path, location: note.location, to: &json)
    }
    json.flush(into: &out)
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) { out += [0x0A, 0x5D, 0x0A] }

  private func severity(of remark: Remark, isVeto: Bool) -> String {
    switch remark.gravity {
    case .error: isVeto ? "blocker" : "critical"
    case .warning: "major"
    case .info: remark.lost > 0 ? "minor" : "info"
    }
  }

  private func write(
    _ description: String, check: String, fingerprint: Fingerprint, severity: String, path: String,
    location: Location, to json: inout JSONWriter
  ) {
    json.newLine()
    json.beginObject()
    json.key("description")
    json.value(description)
    json.key("check_name")
    json.value(check)
    json.key("fingerprint")
    json.value(fingerprint.description)
    json.key("severity")
    json.value(severity)
    json.key("location")
    json.beginObject()
    json.key("path")
    json.value(path)
    json.key("lines")
    json.beginObject()
    json.key("begin")
    json.value(location.start.line)
    json.key("end")
    json.value(location.end.line)
    json.endObject()
    json.endObject()
    json.endObject()
  }
}
