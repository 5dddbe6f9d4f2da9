import Documents
import Reports
import Rules
import Scoring
import SourceText

/// Writes one audited document as the contract's `documents[]` has it, for every format that is made of such objects.
struct JSONDocument: Sendable {
  private let run: Run
  private let rules: [Written]

  /// What is the same of a rule's result in every document, written once.
  private struct Written {
    /// The members up to `category`.
    var head: [UInt8]
    /// Those up to `weight`, where no profile puts the rule otherwise.
    var headWithWeight: [UInt8]
    var severity: Severity
    var weight: Weight
    var basis: [UInt8]
    /// The remedy as its author wrote it; most have nothing to fill in.
    var remedy: String
    /// It as a member behind `basis`.
    var basisAndRemedy: [UInt8]
  }

  init(run: Run) {
    self.run = run
    rules = run.pack.rules.map { rule in
      var head = JSONWriter()
      head.key("rule")
      head.value(rule.id)
      head.key("title")
      head.value(rule.title.text(in: run.language))
      head.key("category")
      head.value(run.pack.categories[rule.category].id)
      let short = head.bytes
      head.severity(rule.severity, weight: rule.weight)
      var basis = JSONWriter()
      basis.key("basis")
      basis.value(run.pack.basis(of: rule, in: run.language))
      let remedy = rule.remedy.written.text(in: run.language)
      let shortBasis = basis.bytes
      basis.key(.remedy)
      basis.value(remedy)
      return Written(
        head: short, headWithWeight: head.bytes, severity: rule.severity, weight: rule.weight, basis: shortBasis,
        remedy: remedy, basisAndRemedy: basis.bytes)
    }
  }

  /// The members of the document's object, which the caller has begun and ends.
  func write(_ document: AuditedDocument, to json: inout JSONWriter) {
    json.key("path")
    json.value(document.path)
    json.key("outcome")
    switch document.result {
    case .unreadable(let error):
      json.value(Outcome.unreadable.rawValue)
      json.key("error")
      json.value(error.message.text(in: run.language))
      for name in ["document", "profile", "score", "grade"] {
        json.key(name)
        json.null()
      }
      json.key("known_findings")
      json.value(0)
      for name in ["categories", "results"] {
        json.key(name)
        json.beginArray()
        json.endArray()
      }
    case .audited(let audit):
      json.value(audit.verdict.outcome.rawValue)
      json.key("error")
      json.null()
      write(audit, to: &json)
    }
  }

  private func write(_ audit: Audit, to json: inout JSONWriter) {
    json.newLine(indent: 1)
    json.key("document")
    json.write(DocumentFacts(of: audit.report), in: run.language)
    json.newLine(indent: 1)
    json.key("profile")
    json.value(audit.profile?.id)
    json.key("score")
    json.write(audit.scorecard.score)
    json.key("grade")
    json.value(audit.scorecard.grade.map { run.pack.grades[$0].title.text(in: run.language) })
    json.key("known_findings")
    json.value(audit.known)
    json.newLine(indent: 1)
    json.key("categories")
    json.beginArray()
    for (category, scored) in zip(audit.categories, audit.scorecard.categories) {
      json.newLine(indent: 2)
      json.beginObject()
      json.key("id")
      json.value(category.id)
      json.key("title")
      json.value(category.title.text(in: run.language))
      json.key("score")
      json.write(scored.score)
      json.key("weight")
      json.value(category.weight.thousandths, places: 3)
      json.key("earned_weight")
      json.value(Int(clamping: scored.share.earned), places: 6)
      json.key("scored_weight")
      json.value(Int(clamping: scored.share.possible), places: 6)
      json.endObject()
    }
    json.endArray()
    json.newLine(indent: 1)
    json.key("results")
    json.beginArray()
    for index in audit.findings.indices where !audit.hides(index) {
      write(audit.findings[index], of: audit, lost: audit.scorecard.losses[index], to: &json)
    }
    json.endArray()
  }

  private func write(_ finding: Finding, of audit: Audit, lost: PointsLost?, to json: inout JSONWriter) {
    json.newLine(indent: 2)
    json.beginObject()
    let severity = audit.rules[finding.rule].severity
    let weight = audit.rules[finding.rule].weight
    if rules[finding.rule].severity == severity, rules[finding.rule].weight == weight {
      json.fragment(rules[finding.rule].headWithWeight)
    } else {
      json.fragment(rules[finding.rule].head)
      json.severity(severity, weight: weight)
    }
    json.key(.status)
    json.value(finding.status.rawValue)
    json.key(.message)
    json.value(finding.message.text(in: run.language))
    let remedy = finding.remedy.text(in: run.language)
    if remedy == rules[finding.rule].remedy {
      json.fragment(rules[finding.rule].basisAndRemedy)
    } else {
      json.fragment(rules[finding.rule].basis)
      json.key(.remedy)
      json.value(remedy)
    }
    json.key(.credit)
    if lost == nil { json.null() } else { json.value(finding.credit.thousandths, places: 3) }
    json.key(.pointsLost)
    if let lost { json.value(lost.hundredths, places: 2) } else { json.null() }
    json.key(.waiver)
    if finding.status == .waived, let waiver = finding.waiver { json.write(waiver) } else { json.null() }
    json.key(.baselineState)
    json.value(finding.baselineState(in: run))
    json.key(.evidence)
    json.beginArray()
    for evidence in finding.evidence {
      json.beginObject()
      json.place(evidence.range, in: audit.report)
      json.key(.kind)
      json.value(evidence.kind.rawValue)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}

extension JSONWriter {
  /// How grave a rule is and how much it counts.
  fileprivate mutating func severity(_ severity: Severity, weight: Weight) {
    key(.severity)
    value(severity.rawValue)
    key(.weight)
    value(weight.thousandths, places: 3)
  }
}

extension Finding {
  /// `known` or `new` for what is something to put right, where the run has a baseline.
  func baselineState(in run: Run) -> String? {
    guard run.baseline != nil else { return nil }
    switch status {
    case .missing, .violated, .partial: return isKnown ? "known" : "new"
    case .met, .notApplicable, .unverifiable, .waived: return nil
    }
  }
}
