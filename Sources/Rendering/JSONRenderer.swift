import Rules

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
public struct JSONRenderer: Renderer {
  private let run: Run
  private let documents: JSONDocument

  public init(run: Run) {
    self.run = run
    documents = JSONDocument(run: run)
  }

  public var separator: [UInt8] { [0x2C] }

  public func begin(into out: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    json.newLine()
    json.writeHead(of: run)
    json.newLine()
    json.key("documents")
    json.beginArray()
    json.flush(into: &out)
  }

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    var json = JSONWriter(capacity: 96 * 1024)
    json.newLine()
    json.beginObject()
    documents.write(document, to: &json)
    json.endObject()
    json.flush(into: &out)
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) {
    var json = JSONWriter()
    json.newLine()
    json.endArray()
    json.newLine()
    json.key("summary")
    json.beginObject()
    json.write(summary, of: run)
    json.endObject()
    json.newLine()
    json.endObject()
    json.newLine()
    json.finish()
    json.flush(into: &out)
  }
}
