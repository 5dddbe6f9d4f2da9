import Comparison
import Rules

extension ComparisonListing {
  /// The comparison as one JSON object (`schemas/compare.schema.json`).
  static func json(_ comparison: AuditComparison) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.newLine()
    json.key("schema_version")
    json.value("1")
    json.newLine()
    json.key("pairs")
    json.beginArray()
    for pair in comparison.pairs { write(pair, to: &json) }
    json.endArray()
    for (name, records) in [("only_old", comparison.onlyOld), ("only_new", comparison.onlyNew)] {
      json.newLine()
      json.key(name)
      json.beginArray()
      for record in records {
        json.newLine(indent: 1)
        write(record, to: &json)
      }
      json.endArray()
    }
    json.newLine()
    json.key("summary")
    json.beginObject()
    let counts = comparison.counts
    for (name, count) in [
      ("pairs", comparison.pairs.count), ("better", counts.better), ("worse", counts.worse), ("same", counts.same),
    ] {
      json.key(name)
      json.value(count)
    }
    json.key("mean_difference")
    if let mean = comparison.meanDifference { json.value(mean, places: 2) } else { json.null() }
    json.key("rules")
    json.beginArray()
    for one in comparison.rules {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("rule")
      json.value(one.rule)
      json.key("better")
      json.value(one.better)
      json.key("worse")
      json.value(one.worse)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.newLine()
    json.endObject()
    return json.file()
  }

  private static func write(_ record: AuditRecord, to json: inout JSONWriter) {
    json.beginObject()
    json.key("path")
    json.value(record.path)
    json.key("issuer")
    json.value(record.issuer)
    json.key("report_year")
    json.value(record.year)
    json.key("outcome")
    json.value(record.outcome)
    json.key("score")
    write(tenths: record.score, to: &json)
    json.key("grade")
    json.value(record.grade)
    json.endObject()
  }

  private static func write(tenths: Int?, to json: inout JSONWriter) {
    if let tenths { json.value(tenths, places: 1, atLeast: 1) } else { json.null() }
  }

  private static func write(_ pair: AuditComparison.Pair, to json: inout JSONWriter) {
    json.newLine(indent: 1)
    json.beginObject()
    json.key("old")
    write(pair.old, to: &json)
    json.key("new")
    write(pair.new, to: &json)
    json.key("difference")
    write(tenths: pair.difference, to: &json)
    json.newLine(indent: 2)
    json.key("categories")
    json.beginArray()
    for category in pair.categories {
      json.beginObject()
      json.key("id")
      json.value(category.id)
      json.key("old")
      write(tenths: category.old, to: &json)
      json.key("new")
      write(tenths: category.new, to: &json)
      json.endObject()
    }
    json.endArray()
    for (name, changes) in [("better", pair.better), ("worse", pair.worse), ("other", pair.other)] {
      json.newLine(indent: 2)
      json.key(name)
      json.beginArray()
      for change in changes {
        json.beginObject()
        json.key("rule")
        json.value(change.rule)
        json.key("old")
        json.value(change.old.rawValue)
        json.key("new")
        json.value(change.new.rawValue)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }
}
