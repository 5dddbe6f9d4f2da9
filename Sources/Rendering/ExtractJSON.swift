import Documents
import Reports
import SourceText

extension Extract {
  /// One JSON object, `schemas/extract.schema.json`.
  func json() -> [UInt8] {
    var json = JSONWriter(capacity: 64 * 1024)
    json.beginObject()
    json.newLine()
    json.key("schema_version")
    json.value("1")
    json.key("path")
    json.value(path)
    if isOfFigures {
      writeFigures(to: &json)
    } else {
      json.key("format")
      json.value(report.document.format.rawValue)
      json.key("encoding")
      json.value(report.document.encoding.rawValue)
      json.newLine()
      json.key("kind")
      json.value(report.kind.rawValue)
      json.key("level")
      json.value(report.level?.rawValue)
      json.key("stage")
      json.value(report.stage.rawValue)
      writeHead(to: &json)
      writeDates(to: &json)
      writeSections(to: &json)
      writeRoles(to: &json)
      writeFigures(to: &json)
      writeFile(to: &json)
    }
    json.newLine()
    json.endObject()
    return json.file()
  }

  /// What of the file is no text or was made of it: properties, notes, generated numbers, and the blocks that were read.
  private func writeFile(to json: inout JSONWriter) {
    let document = report.document
    json.newLine()
    json.key("properties")
    json.beginArray()
    for property in document.metadata {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("name")
      json.value(property.name)
      json.key("value")
      json.value(property.value)
      json.key("place")
      json.beginObject()
      json.span(property.range, in: report)
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.newLine()
    json.write(document.notes, of: report, in: language, indent: 1)
    json.newLine()
    json.key("generated")
    json.beginArray()
    for range in document.generated {
      json.newLine(indent: 1)
      json.beginObject()
      json.place(range, in: report)
      json.endObject()
    }
    json.endArray()
    json.newLine()
    json.key("blocks")
    json.beginArray()
    for (block, part) in zip(document.blocks, report.parts) {
      json.newLine(indent: 1)
      json.beginObject()
      json.key(.kind)
      json.value(block.kind.name)
      json.key("level")
      json.value(block.kind.level)
      json.key("role")
      json.value(part.name)
      json.place(block.range, in: report)
      json.endObject()
    }
    json.endArray()
  }

  private func place(_ range: FoldedRange, to json: inout JSONWriter) {
    json.place(report.text.source(range), in: report)
  }

  private func placed(_ range: FoldedRange?, to json: inout JSONWriter) {
    guard let range else { return json.null() }
    json.beginObject()
    place(range, to: &json)
    json.endObject()
  }

  private func writeHead(to json: inout JSONWriter) {
    json.newLine()
    json.key("title")
    if let title = report.title {
      json.beginObject()
      place(title.range, to: &json)
      json.key("year")
      json.value(title.year?.value)
      json.key("names_subject")
      json.value(title.namesSubject)
      json.key("ends_as_report")
      json.value(title.endsAsReport)
      json.endObject()
    } else {
      json.null()
    }
    json.newLine()
    json.key("issuer")
    if let issuer = report.issuer {
      json.beginObject()
      json.key("name")
      json.value(issuer.name)
      json.key("source")
      json.value(issuer.source.rawValue)
      json.key("is_organ")
      json.value(issuer.isOrgan)
      place(issuer.range, to: &json)
      json.endObject()
    } else {
      json.null()
    }
    json.newLine()
    json.key("report_year")
    if let year = report.reportYear {
      json.beginObject()
      json.key("value")
      json.value(year.value)
      json.key("source")
      json.value(year.source.rawValue)
      json.key("place")
      placed(year.range, to: &json)
      json.endObject()
    } else {
      json.null()
    }
    json.newLine()
    json.key("signature")
    if let signature = report.signature {
      json.beginObject()
      place(signature.range, to: &json)
      json.key("issuer")
      placed(signature.issuer, to: &json)
      json.key("date")
      json.value(signature.date?.date.description)
      json.endObject()
    } else {
      json.null()
    }
  }

  private func writeDates(to json: inout JSONWriter) {
    json.newLine()
    json.key("publication_date")
    json.value(report.publication?.date.description)
    json.key("document_date")
    json.value(report.documentDate?.date.description)
    json.newLine()
    json.key("dates")
    json.beginArray()
    for fact in report.dates {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("date")
      json.value(fact.date.description)
      json.key("kind")
      json.value(fact.kind.rawValue)
      json.key("place")
      placed(fact.range, to: &json)
      json.endObject()
    }
    json.endArray()
    json.newLine()
    json.key("metadata")
    json.beginArray()
    for field in report.metadata {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("field")
      json.value(field.field)
      json.key("label")
      placed(field.label, to: &json)
      json.key("value")
      placed(field.value.isEmpty ? nil : field.value, to: &json)
      json.endObject()
    }
    json.endArray()
  }

  private func writeSections(to json: inout JSONWriter) {
    json.newLine()
    json.key("sections")
    json.beginArray()
    for section in report.sections {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("parent")
      json.value(section.parent)
      json.key("level")
      json.value(section.level)
      json.key("style")
      json.value(section.style.rawValue)
      json.key("number")
      json.value(section.numbering?.number)
      json.key("heading")
      placed(section.heading, to: &json)
      json.key("extent")
      json.beginObject()
      json.span(report.text.source(section.extent), in: report)
      json.endObject()
      json.endObject()
    }
    json.endArray()
  }

  private func writeRoles(to json: inout JSONWriter) {
    json.newLine()
    json.key("roles")
    json.beginArray()
    for role in report.roles {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("role")
      json.value(role.role.rawValue)
      json.key("section")
      json.value(role.section)
      json.key("points")
      json.value(role.points)
      json.span(report.text.source(role.range), in: report)
      json.key("reasons")
      json.beginArray()
      for reason in role.reasons {
        json.newLine(indent: 2)
        json.beginObject()
        json.key("source")
        json.value(reason.source.rawValue)
        json.key("points")
        json.value(reason.points)
        place(reason.range, to: &json)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private func writeFigures(to json: inout JSONWriter) {
    json.newLine()
    json.key("figures")
    json.beginArray()
    for (index, figure) in report.figures.enumerated() {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("value")
      json.value(figure.value.units, places: figure.value.scale)
      json.key("decimals")
      json.value(figure.decimals)
      json.key("unit")
      json.value(figure.unitName(in: report.text))
      json.key("approximate")
      json.value(figure.isApproximate)
      json.key("subject")
      json.value(figure.subject.isEmpty ? nil : DocumentFacts(of: report).quote(figure.subject))
      let reading = index < readings.count ? readings[index] : FigureReading()
      for (key, range) in [("act", reading.act), ("counted", reading.counted)] {
        json.key(key)
        json.value(range.map { DocumentFacts(of: report).quote($0) })
      }
      json.key("range_end")
      json.value(figure.isRangeEnd)
      json.key("relations")
      json.beginArray()
      for (number, relation) in report.figureRelations.enumerated() where relation.involves(figure) {
        json.value(number)
      }
      json.endArray()
      place(figure.range, to: &json)
      json.endObject()
    }
    json.endArray()
    writeRelations(to: &json)
  }

  /// The relations, to which the figures point by their places in this list, from 0.
  private func writeRelations(to json: inout JSONWriter) {
    json.newLine()
    json.key("relations")
    json.beginArray()
    for relation in report.figureRelations {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("kind")
      json.value(relation.kind.rawValue)
      json.key("verdict")
      json.value(relation.verdict.rawValue)
      json.key("computed")
      json.value(relation.computed)
      json.key("stated")
      placed(relation.stated, to: &json)
      json.key("whole")
      placed(relation.whole, to: &json)
      json.key("parts")
      json.beginArray()
      for part in relation.parts { placed(part, to: &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }
}

extension Block.Kind {
  fileprivate var name: String {
    switch self {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .listItem: "list-item"
    case .tableRow: "table-row"
    }
  }

  /// The level of a heading that the format marks.
  fileprivate var level: Int? {
    switch self {
    case .heading(let level): level
    case .paragraph, .listItem, .tableRow: nil
    }
  }
}

extension PagePart {
  fileprivate var name: String {
    switch self {
    case .furniture: "furniture"
    case .metadata: "metadata"
    case .title: "title"
    case .addressee: "addressee"
    case .body: "body"
    case .signature: "signature"
    case .appendix: "appendix"
    }
  }
}
