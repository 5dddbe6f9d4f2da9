import Comparison
import Reports
import Rules
import Scoring
import SourceText

/// What the JSON of a run tells of all its documents together.
extension JSONWriter {
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
