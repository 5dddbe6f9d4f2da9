public import Comparison
public import Rules

/// A baseline as its file has it, a line for each finding so that a change of it can be reviewed.
public struct BaselineFile {
  private let baseline: Baseline
  private let pack: RulePack

  public init(_ baseline: Baseline, pack: RulePack) {
    self.baseline = baseline
    self.pack = pack
  }

  /// The file's bytes (`schemas/baseline.schema.json`).
  public var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.newLine()
    for (name, value) in [
      ("schema_version", Baseline.schemaVersion), ("kind", Baseline.kind), ("pack", pack.id),
      ("pack_version", pack.version),
    ] {
      json.key(name)
      json.value(value)
    }
    json.newLine()
    json.key("findings")
    json.beginArray()
    for entry in baseline.entries { write(entry, to: &json) }
    if !baseline.entries.isEmpty { json.newLine() }
    json.endArray()
    json.newLine()
    json.endObject()
    return json.file()
  }

  private func write(_ entry: Baseline.Entry, to json: inout JSONWriter) {
    json.newLine()
    json.beginObject()
    json.write(entry)
    json.key("credit")
    json.value(entry.credit.thousandths, places: 3)
    json.key("places")
    json.beginArray()
    for place in entry.places { json.value(place.description) }
    json.endArray()
    if let text = entry.text {
      json.key("text")
      json.value(text)
    }
    json.endObject()
  }
}

extension JSONWriter {
  /// The members that say which finding an entry of a baseline is.
  mutating func write(_ entry: Baseline.Entry) {
    key("document")
    value(entry.document)
    key("rule")
    value(entry.rule)
    key("status")
    value(entry.status.rawValue)
  }
}
