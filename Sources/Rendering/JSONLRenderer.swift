import Rules

/// Audits as one JSON object a line: a line for each document, as `documents[]` of the JSON has it, and a last line with the summary.
///
/// ```json
/// {"type": "document", "path": "…", "outcome": "passed", …}
/// {"type": "summary", "schema_version": "1", "tool": {…}, "rules": {…}, "summary": {…}}
/// ```
///
/// Whoever reads it can begin before the run has ended, and needs no more memory than one document takes.
public struct JSONLRenderer: Renderer {
  private let run: Run
  private let documents: JSONDocument

  public init(run: Run) {
    self.run = run
    documents = JSONDocument(run: run)
  }

  public func begin(into out: inout [UInt8]) {}

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    var json = JSONWriter(capacity: 32 * 1024, isOneLine: true)
    json.beginObject()
    json.key("type")
    json.value("document")
    documents.write(document, to: &json)
    json.endObject()
    json.flush(into: &out)
    out.append(0x0A)
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) {
    var json = JSONWriter(isOneLine: true)
    json.beginObject()
    json.key("type")
    json.value("summary")
    json.writeHead(of: run)
    json.key("summary")
    json.beginObject()
    json.write(summary, of: run)
    json.endObject()
    json.endObject()
    json.flush(into: &out)
    out.append(0x0A)
  }
}
