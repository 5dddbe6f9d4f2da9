import Documents
import Reports
import Rules
import Scoring
import SourceText

/// One document on the page: score, facts, what is wrong and where, what can't be told, and the checklist.
struct HTMLDocument {
  private(set) var html = MarkupWriter()
  private let document: AuditedDocument
  private let run: Run
  /// Whether it is the only document of the run.
  private let isAlone: Bool
  /// Where the overview stands.
  private let back: String
  /// The level of its own heading.
  private let level: Int

  init(_ document: AuditedDocument, run: Run, isAlone: Bool, back: String, level: Int) {
    self.document = document
    self.run = run
    self.isAlone = isAlone
    self.back = back
    self.level = level
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: run.language) }
  private func say(_ wording: Wording) -> String { wording.text(in: run.language) }

  mutating func write() {
    let anchor = HTMLRenderer.anchor(document.path)
    // Two files may have one title.
    let labels =
      switch document.result {
      case .unreadable: "\(anchor)-title"
      case .audited: "\(anchor)-title \(anchor)-path"
      }
    html.begin("section", ["class": "document", "id": anchor, "aria-labelledby": labels])
    switch document.result {
    case .unreadable(let error):
      html.element("h\(level)", ["id": "\(anchor)-title"], text: document.path)
      html.begin("p", ["class": "verdict failed"])
      html.element("strong", text: say(Outcome.unreadable.words))
      html.text(say("：", ": ") + say(error.message))
      html.end()
    case .audited(let audit):
      html.element("h\(level)", ["id": "\(anchor)-title"], text: DocumentFacts(of: audit.report).title ?? document.path)
      html.element("p", ["class": "path", "id": "\(anchor)-path"], text: document.path)
      card(audit)
      shortfalls(audit)
      if audit.hidden > 0 { html.element("p", text: say(Summary.notShown(audit.hidden))) }
      list(audit, .unverifiable, title: say("暂不能判断", "Can't be told"))
      list(audit, .waived, title: say("已豁免", "Waived"))
      checklist(audit)
    }
    if !isAlone {
      html.begin("p", ["class": "back"])
      html.element("a", ["href": back], text: say("返回总览", "Back to the overview"))
      html.end()
    }
    html.end()
    html.newLine()
  }

  // MARK: Score and facts

  private mutating func card(_ audit: Audit) {
    html.begin("div", ["class": "card \(audit.verdict.outcome.rawValue)"])
    if let score = audit.scorecard.score {
      HTMLCharts.ring(tenths: score.tenths, label: say("得分 \(score)", "score \(score)"), to: &html)
    }
    html.begin("div")
    html.begin("p", ["class": "verdict \(audit.verdict.outcome.rawValue)"])
    let grade = audit.scorecard.grade.map { say(run.pack.grades[$0].title) + " · " } ?? ""
    html.element("strong", text: grade + say(audit.verdict.outcome.words))
    html.end()
    if let reached = audit.scorecard.gradeByScore, let grade = audit.scorecard.grade, reached != grade {
      let names = audit.scorecard.vetoes.map { say(run.pack.rules[$0].title) }.joined(separator: say("；", "; "))
      html.element(
        "p",
        text: say(
          "按得分为“\(run.pack.grades[reached].title.zh)”，因未满足一票否决项降等：\(names)",
          "“\(run.pack.grades[reached].title.en)” by score, lowered by a veto rule: \(names)"))
    }
    facts(audit.report)
    html.end()
    html.begin("ul", ["class": "categories"])
    for (category, scored) in zip(audit.categories, audit.scorecard.categories) {
      guard let score = scored.score else { continue }
      html.begin("li")
      html.element("span", text: say(category.title))
      html.element(
        "progress", ["max": "1000", "value": "\(score.tenths)", "aria-label": say(category.title)],
        text: score.description)
      html.element("span", ["class": "number"], text: score.description)
      html.end()
    }
    html.end()
    html.end()
    html.newLine()
  }

  private mutating func facts(_ report: Report) {
    var facts = [
      (
        say("机关", "issuer"),
        (report.issuer?.name ?? say("不明", "unknown"))
          + (report.level.map { say("（\(say($0.words))）", " (\(say($0.words)))") } ?? "")
      ),
      (say("年度", "year"), report.reportYear.map { "\($0.value)" } ?? say("不明", "unknown")),
      (say("公开日期", "published"), report.publication?.date.description ?? say("不明", "unknown")),
    ]
    if let date = report.signature?.date?.date { facts.append((say("落款日期", "signed"), date.description)) }
    html.begin("dl")
    for (name, value) in facts {
      html.element("dt", text: name)
      html.element("dd", text: value)
    }
    html.end()
  }

  // MARK: Findings

  private mutating func shortfalls(_ audit: Audit) {
    let shortfalls = Shortfall.ranked(of: audit)
    for (gravity, title) in [
      (Severity.error, say("必须改正", "Must be put right")), (.warning, say("应当改进", "Should be improved")),
      (.info, say("可以完善", "Could be better")),
    ] {
      let group = shortfalls.filter { $0.shownGravity == gravity }
      if group.isEmpty { continue }
      html.element("h\(level + 1)", text: say("\(title)（\(group.count)）", "\(title) (\(group.count))"))
      for shortfall in group { write(shortfall, of: audit) }
    }
  }

  private mutating func write(_ shortfall: Shortfall, of audit: Audit) {
    let finding = audit.findings[shortfall.finding]
    let rule = audit.rules[finding.rule]
    html.begin("article", ["class": "finding \(rule.severity.rawValue)"])
    html.begin("h\(level + 2)")
    html.element(
      "span", ["class": "status \(finding.status.rawValue)"],
      text: "\(finding.status.sign) \(say(finding.status.words))")
    html.text(" " + say(rule.title))
    if let lost = shortfall.lost, lost.hundredths > 0 {
      html.element("span", ["class": "lost"], text: points(lost))
    }
    html.end()
    html.element("p", text: say(finding.message))
    for evidence in finding.evidence.prefix(5) { write(evidence, in: audit.report) }
    if finding.evidence.count > 5 {
      html.element(
        "p", text: say("另有 \(finding.evidence.count - 5) 处", "and \(finding.evidence.count - 5) more places"))
    }
    html.begin("dl")
    if let basis = run.pack.basis(of: rule, in: run.language) { entry(say("依据", "basis"), basis) }
    let remedy = say(finding.remedy)
    if !remedy.isEmpty { entry(say("写法", "write"), remedy) }
    let veto = rule.isVeto ? say("，一票否决", ", veto") : ""
    entry(say("规则", "rule"), "\(rule.id)（\(say(rule.severity.words))\(veto)）")
    html.end()
    html.end()
    html.newLine()
  }

  private mutating func entry(_ name: String, _ text: String) {
    html.element("dt", text: name)
    html.element("dd", text: text)
  }

  /// The place with the text around it.
  private mutating func write(_ evidence: Evidence, in report: Report) {
    let document = report.document
    let start = Location(of: evidence.range, in: document).start
    let unit = document.lineUnit.words
    let page = document.paragraph(at: evidence.range.start)?.page
    let note =
      switch evidence.kind {
      case .found: ""
      case .nearest: say("，最接近的文字", ", the nearest text")
      case .slot: say("，应当写在这里", ", it belongs here")
      }
    let excerpt = Excerpt(of: evidence.range, in: document.text, columns: 200)
    let facts = DocumentFacts(of: report)
    let headings = report.headingPath(at: evidence.range.start).map { facts.quote($0.heading) }
    let section = headings.isEmpty ? "" : " · " + headings.joined(separator: " › ")
    html.begin("figure")
    html.element(
      "figcaption",
      text: say(
        "\(page.map { "第 \($0) 页，" } ?? "")第 \(start.line) \(unit.zh)第 \(start.column) 字\(note)\(section)",
        "\(page.map { "page \($0), " } ?? "")\(unit.en) \(start.line), column \(start.column)\(note)\(section)"))
    html.begin("blockquote")
    html.text(excerpt.before)
    html.element("mark", text: excerpt.match)
    html.text(excerpt.after)
    html.end()
    html.end()
  }

  private mutating func list(_ audit: Audit, _ status: Status, title: String) {
    let findings = audit.findings.filter { $0.status == status }
    if findings.isEmpty { return }
    html.begin("details")
    html.element("summary", text: say("\(title)（\(findings.count)）", "\(title) (\(findings.count))"))
    html.begin("ul")
    for finding in findings {
      html.begin("li")
      html.element("strong", text: say(audit.rules[finding.rule].title))
      html.text(say("：", ": ") + say(finding.message))
      if let waiver = finding.waiver {
        html.text(
          say(
            "（\(waiver.reason)，\(waiver.by)，至 \(waiver.until)）",
            " (\(waiver.reason), \(waiver.by), until \(waiver.until))"))
      }
      html.end()
    }
    html.end()
    html.end()
    html.newLine()
  }

  /// Every rule with what was found, by category; two columns where there is room.
  private mutating func checklist(_ audit: Audit) {
    html.begin("details", ["class": "checklist"])
    html.element("summary", text: say("全部核查项目（\(audit.findings.count)）", "All rules (\(audit.findings.count))"))
    for (index, category) in audit.categories.enumerated() {
      let findings = audit.findings.indices.filter { audit.rules[audit.findings[$0].rule].category == index }
      if findings.isEmpty { continue }
      html.element("h\(level + 1)", text: say(category.title))
      html.begin("ul")
      for index in findings {
        let finding = audit.findings[index]
        let known = finding.isKnown ? say("（基线中已有）", " (known)") : ""
        html.begin("li")
        html.element(
          "b", ["class": finding.status.rawValue], text: "\(finding.status.sign) \(say(finding.status.words))\(known)")
        html.text(" \(say(audit.rules[finding.rule].title))")
        if let lost = audit.scorecard.losses[index], lost.hundredths > 0 {
          html.element("span", ["class": "lost"], text: points(lost))
        }
        html.element("small", text: say(finding.message))
        html.end()
      }
      html.end()
      html.newLine()
    }
    html.end()
    html.newLine()
  }

  private func points(_ lost: PointsLost) -> String {
    let shown = Decimals.shown(lost.hundredths, places: 2)
    return say(" −\(shown) 分", " −\(shown)")
  }
}
