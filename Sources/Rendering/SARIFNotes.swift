import Comparison
import Rules
import SourceText

/// What a SARIF log says of the run as a whole: a rule for each kind of note, and a result for each note.
extension SARIFRenderer {
  func write(_ kind: RunNote.Kind, to json: inout JSONWriter) {
    json.newLine(indent: 1)
    json.beginObject()
    json.key("id")
    json.value(kind.rawValue)
    json.text("shortDescription", kind.title.text(in: run.language))
    json.key("defaultConfiguration")
    json.beginObject()
    json.key("level")
    json.value(level(kind.severity))
    json.endObject()
    json.endObject()
  }

  func write(_ note: RunNote, to json: inout JSONWriter) {
    json.newLine()
    json.beginObject()
    let kind = RunNote.Kind.allCases.firstIndex(of: note.kind) ?? 0
    writeHead(
      note.kind.rawValue, index: run.pack.rules.count + 1 + kind, level: level(note.kind.severity),
      note.message.text(in: run.language), fingerprint: note.fingerprint, to: &json)
    json.key("locations")
    json.beginArray()
    write(note.location, text: nil, path: note.path, to: &json)
    json.endArray()
    if let related = note.related {
      json.key("relatedLocations")
      json.beginArray()
      write(.beginning, text: nil, path: related, to: &json)
      json.endArray()
    }
    json.endObject()
  }
}
