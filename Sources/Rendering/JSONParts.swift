import Documents
import Reports
import Rules
import Scoring
import SourceText

/// What the JSON of an audit and the JSON of an extract have in common.
extension JSONWriter {
  /// A score with one place, or null.
  mutating func write(_ score: Score?) {
    if let score { value(score.tenths, places: 1, atLeast: 1) } else { null() }
  }

  /// The members that say where something stands and what is written there.
  ///
  /// Lines and columns count from 1, columns in code points; the end is the place behind the last character. A text of more than
  /// `longestQuotation` code points is cut and ends in an ellipsis; the place is always the whole place.
  mutating func place(_ range: TextRange, in report: Report) {
    span(range, in: report)
    let text = report.document.text
    key(.text)
    let limit = text.end(ofQuotation: range)
    value(utf8: text.bytes[range.start..<limit], cut: limit < range.end)
  }

  /// The members that say where something stands; in a format without lines also on which page, in which part and
  /// paragraph of the file, and under which headings.
  mutating func span(_ range: TextRange, in report: Report) {
    let (start, end) = report.document.positions(of: range)
    key(.line)
    value(start.line)
    key(.column)
    value(start.column)
    key(.endLine)
    value(end.line)
    key(.endColumn)
    value(end.column)
    guard let paragraph = report.document.paragraph(at: range.start) else { return }
    key("page")
    value(paragraph.page.map(Int.init))
    key("part")
    value(report.document.partName(of: paragraph))
    key("paragraph")
    value(paragraph.paragraph.map(Int.init))
    key("headings")
    beginArray()
    let facts = DocumentFacts(of: report)
    for section in report.headingPath(at: range.start) { value(facts.quote(section.heading)) }
    endArray()
  }

  /// What the file says beside its text.
  mutating func write(_ notes: [DocumentNote], of report: Report, in language: Language, indent: Int) {
    key("notes")
    beginArray()
    for note in notes {
      newLine(indent: indent)
      beginObject()
      key(.kind)
      value(note.kind.rawValue)
      key("author")
      value(note.author)
      key(.message)
      value(note.text.text(in: language))
      key("place")
      beginObject()
      place(note.range, in: report)
      endObject()
      endObject()
    }
    endArray()
  }

  /// The members of `document` in the contract.
  mutating func write(_ facts: DocumentFacts, in language: Language) {
    let report = facts.report
    beginObject()
    key("title")
    value(facts.title)
    key("issuer")
    value(report.issuer?.name)
    key("level")
    value(report.level?.rawValue)
    key("report_year")
    value(report.reportYear?.value)
    key("kind")
    value(report.kind.rawValue)
    newLine(indent: 2)
    key("publication_date")
    value(report.publication?.date.description)
    key("signature_date")
    value(report.signature?.date?.date.description)
    key("stage")
    value(report.stage.rawValue)
    key("format")
    value(report.document.format.rawValue)
    key("encoding")
    value(report.document.encoding.rawValue)
    newLine(indent: 2)
    key("sections")
    beginArray()
    for entry in SectionList(of: report).entries {
      newLine(indent: 3)
      beginObject()
      key("role")
      value(entry.role.rawValue)
      key("heading")
      value(entry.heading.map(facts.quote))
      key("line")
      value(report.document.line(of: report.text.source(entry.range).start).number)
      key("level")
      value(entry.level)
      endObject()
    }
    endArray()
    newLine(indent: 2)
    write(report.document.notes, of: report, in: language, indent: 3)
    endObject()
  }

  /// The members that say what wrote the file and by which rules.
  mutating func writeHead(of run: Run) {
    key("schema_version")
    value("1")
    newLine()
    key("tool")
    beginObject()
    key("name")
    value(Tool.name)
    key("version")
    value(Tool.version)
    endObject()
    newLine()
    key("rules")
    beginObject()
    key("pack")
    value(run.pack.id)
    key("version")
    value(run.pack.version)
    key("count")
    value(run.pack.rules.count)
    endObject()
  }
}

extension DecodedText {
  /// The characters of a range, cut when there are more of them than a reader wants to see.
  func quotation(_ range: TextRange) -> String {
    let limit = end(ofQuotation: range)
    return string(TextRange(range.start, limit)) + (limit < range.end ? "…" : "")
  }

  /// Where a quotation of `range` ends that is no longer than a reader wants to see; at the start of a character.
  func end(ofQuotation range: TextRange) -> Int {
    let longest = 500
    if range.count <= longest { return range.end }
    var left = longest
    for index in range.start..<range.end where bytes[index] & 0xC0 != 0x80 {
      if left == 0 { return index }
      left -= 1
    }
    return range.end
  }
}
