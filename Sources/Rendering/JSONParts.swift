import Comparison
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
      value(report.document.line(of: report.text.source(entry.range).start))
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

  /// How many documents there are, by what came of them.
  mutating func write(counts summary: Summary) {
    for (name, count) in [
      ("documents", summary.documents), ("passed", summary.passed), ("failed", summary.failed),
      ("unreadable", summary.unreadable),
    ] {
      key(name)
      value(count)
    }
  }

  /// The members of `summary` in the contract.
  mutating func write(_ summary: Summary, of run: Run) {
    write(counts: summary)
    key("mean_score")
    write(summary.meanScore)
    newLine(indent: 1)
    key("grades")
    beginArray()
    for (grade, count) in zip(run.pack.grades, summary.grades) {
      beginObject()
      key("grade")
      value(grade.title.text(in: run.language))
      key("documents")
      value(count)
      endObject()
    }
    endArray()
    newLine(indent: 1)
    key("headline")
    beginArray()
    for one in summary.statistics(of: run) {
      newLine(indent: 2)
      beginObject()
      key("rule")
      value(run.pack.rules[one.rule].id)
      key("title")
      value(one.title.text(in: run.language))
      key("met")
      value(one.met)
      key("judged")
      value(one.judged)
      endObject()
    }
    endArray()
    newLine(indent: 1)
    key("rules")
    beginArray()
    for (rule, counts) in zip(run.pack.rules, summary.rules) {
      newLine(indent: 2)
      beginObject()
      key("rule")
      value(rule.id)
      for (name, count) in [
        ("met", counts.met), ("partial", counts.partial), ("missing", counts.missing), ("violated", counts.violated),
        ("not_applicable", counts.notApplicable), ("unverifiable", counts.unverifiable), ("waived", counts.waived),
      ] {
        key(name)
        value(count)
      }
      endObject()
    }
    endArray()
    newLine(indent: 1)
    key("waivers")
    beginArray()
    for (index, state) in run.waiverStates(in: summary).enumerated() {
      write(run.waivers[index], state, summary.waivers[index])
    }
    endArray()
    newLine(indent: 1)
    key("same_reports")
    beginArray()
    for one in summary.sameReports {
      newLine(indent: 2)
      beginObject()
      key("path")
      value(one.path)
      key("earlier")
      value(one.earlier.path)
      key("share")
      value(one.earlier.share)
      endObject()
    }
    endArray()
    newLine(indent: 1)
    key("expected")
    if let expected = run.expected { write(expected, summary) } else { null() }
    newLine(indent: 1)
    key("baseline")
    if let known = run.baseline { write(known, summary, of: run) } else { null() }
  }

  /// The members that say which bodies of a list have a report, and which reports are of no body of it.
  private mutating func write(_ expected: ExpectedBodies, _ summary: Summary) {
    beginObject()
    key("path")
    value(expected.path)
    key("bodies")
    value(expected.bodies.count)
    key("found")
    value(summary.found.count { $0 })
    key("missing")
    beginArray()
    for (body, isFound) in zip(expected.bodies, summary.found) where !isFound {
      newLine(indent: 2)
      beginObject()
      key("body")
      value(body.name)
      key("report_year")
      value(body.year)
      key("line")
      value(body.line)
      endObject()
    }
    endArray()
    key("unlisted")
    beginArray()
    for one in summary.unlisted {
      newLine(indent: 2)
      beginObject()
      key("path")
      value(one.path)
      key("issuer")
      value(one.issuer)
      endObject()
    }
    endArray()
    endObject()
  }

  /// The members that say what the run's baseline holds and hides, and what it holds in vain.
  private mutating func write(_ known: KnownFindings, _ summary: Summary, of run: Run) {
    beginObject()
    key("path")
    value(known.path)
    key("new_only")
    value(!run.gate.countsKnown)
    key("known")
    value(summary.known)
    key("not_shown")
    value(summary.hidden)
    key("new")
    value(run.gate.countsKnown ? summary.shortfalls - summary.known : summary.shortfalls)
    key("stale")
    beginArray()
    for entry in known.stale(after: summary.baseline) {
      newLine(indent: 2)
      beginObject()
      key("document")
      value(entry.document)
      key("rule")
      value(entry.rule)
      key("line")
      value(entry.position?.line)
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func write(_ waiver: Waiver, _ state: WaiverState, _ use: WaiverUse) {
    newLine(indent: 2)
    beginObject()
    key("status")
    value(state.rawValue)
    key("rule")
    value(waiver.rule)
    key("document")
    value(waiver.document)
    waiverMembers(of: waiver)
    key("documents")
    value(use.documents)
    key("findings")
    value(use.excused + use.expired)
    key("path")
    value(waiver.path)
    key("line")
    value(waiver.position.line)
    endObject()
  }

  /// What a waived finding says of its waiver.
  mutating func write(_ waiver: Waiver) {
    beginObject()
    waiverMembers(of: waiver)
    endObject()
  }

  private mutating func waiverMembers(of waiver: Waiver) {
    key("reason")
    value(waiver.reason)
    key("by")
    value(waiver.by)
    key("until")
    value(waiver.until.description)
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
