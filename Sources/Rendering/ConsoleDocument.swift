import Documents
import Reports
import Rules
import Scoring
import SourceText

/// One audited report on the console.
struct ConsoleDocument {
  private(set) var page: ConsolePage
  private let path: String
  private let audit: Audit
  private let run: Run

  init(path: String, audit: Audit, run: Run, display: Display) {
    page = ConsolePage(for: display)
    self.path = path
    self.audit = audit
    self.run = run
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: run.language) }
  private func say(_ wording: Wording) -> String { wording.text(in: run.language) }

  /// Everything: verdict, facts, what is wrong, what can't be told and, when wanted, the checklist.
  mutating func show(withChecklist: Bool) {
    page.title(path)
    verdict()
    facts()
    let shortfalls = Shortfall.ranked(of: audit)
    for gravity in [Severity.error, .warning, .info] {
      let group = shortfalls.filter { $0.shownGravity == gravity }
      if group.isEmpty { continue }
      page.heading("\(heading(gravity)) (\(group.count))")
      for shortfall in group { show(shortfall, isBrief: gravity == .info) }
    }
    known()
    waived()
    unknowns()
    if withChecklist { checklist() }
    page.line()
  }

  /// The verdict and the three costliest shortfalls.
  mutating func showInShort() {
    page.title(path)
    verdict()
    let shortfalls = Shortfall.ranked(of: audit)
    for shortfall in shortfalls.prefix(3) {
      let finding = audit.findings[shortfall.finding]
      let rule = audit.rules[finding.rule]
      let place = finding.evidence.first.map { "  \(self.place($0.range))" } ?? ""
      page.entry(
        "\(finding.status.sign) \(say(finding.status.words))", labelInk: finding.status.ink, indent: 2,
        "\(say(rule.title)) (\(rule.id))\(cost(shortfall))\(place)")
    }
    let rest = shortfalls.count - 3
    if rest > 0 { page.entry(indent: 4, say("另有 \(rest) 项", "and \(rest) more"), .dim) }
    known()
    page.line()
  }

  /// How many findings a baseline hides.
  private mutating func known() {
    if audit.hidden > 0 { page.entry(indent: 1, say(Summary.notShown(audit.hidden)), .dim) }
  }

  // MARK: Verdict and facts

  private mutating func verdict() {
    let score = audit.scorecard.score
    let isPassed = audit.verdict.outcome == .passed
    let ink: Ink = isPassed ? .boldGreen : .boldRed
    var parts: [String] = []
    if let grade = audit.scorecard.grade { parts.append(page.paint(say(run.pack.grades[grade].title), ink)) }
    if let score {
      parts.append(page.paint(say("\(score) 分", "\(score)"), .bold))
      let filled = (score.tenths * 20 + 500) / 1000
      parts.append(
        page.paint(String(repeating: "█", count: filled), isPassed ? .green : .red)
          + page.paint(String(repeating: "░", count: 20 - filled), .dim))
    } else {
      parts.append(say("未评分", "no score"))
    }
    page.line(" " + parts.joined(separator: "  "))

    var reasons: [String] = []
    if audit.verdict.blocking > 0 { reasons.append(blocking(audit.verdict.blocking)) }
    if audit.verdict.isBelowMinimum, let least = run.gate.minScore {
      reasons.append(
        score == nil
          ? say("没有得分", "no score")
          : say("得分低于 \(Decimals.shown(least, places: 3))", "score below \(Decimals.shown(least, places: 3))"))
      if let judged = audit.judgedScore, judged != score {
        reasons.append(say("不计基线中已有的问题为 \(judged) 分", "\(judged) without the known findings"))
      }
    }
    for index in audit.verdict.categoriesBelow {
      let (title, least) = (audit.categories[index].title, run.gate.categories[index]?.minScore ?? 0)
      reasons.append(
        say(
          "“\(title.zh)”低于 \(Decimals.shown(least, places: 3))",
          "“\(title.en)” below \(Decimals.shown(least, places: 3))"))
    }
    let outcome = say(audit.verdict.outcome.words)
    page.entry(
      indent: 1, reasons.isEmpty ? outcome : outcome + say("：", ": ") + reasons.joined(separator: say("，", ", ")), ink)
    if let reached = audit.scorecard.gradeByScore, let grade = audit.scorecard.grade, reached != grade {
      let ids = audit.scorecard.vetoes.map { run.pack.rules[$0].id }.joined(separator: say("、", ", "))
      let (from, to) = (run.pack.grades[reached].title, run.pack.grades[grade].title)
      page.entry(
        indent: 1,
        say(
          "未满足一票否决项（\(ids)），等次由“\(from.zh)”降为“\(to.zh)”",
          "grade lowered from “\(from.en)” to “\(to.en)” by a veto rule (\(ids))"), .yellow)
    }
  }

  private func blocking(_ count: Int) -> String {
    guard let failOn = run.gate.failOn, run.gate.categories.isEmpty else {
      return say("\(count) 项达到所设门槛", "\(count) at or above the gate")
    }
    return failOn == .error
      ? say("\(count) 项错误", count == 1 ? "1 error" : "\(count) errors")
      : say("\(count) 项达到或超过“\(failOn.words.zh)”", "\(count) at or above “\(failOn.words.en)”")
  }

  private mutating func facts() {
    let report = audit.report
    let facts = DocumentFacts(of: report)
    page.entry(indent: 1, facts.title ?? say("（没有找到标题）", "(no title found)"))
    var parts: [String] = []
    let level = report.level.map { say($0.words) }
    if let issuer = report.issuer {
      parts.append(issuer.name + (level.map { say("（\($0)）", " (\($0))") } ?? ""))
    } else {
      parts.append(say("机关不明", "issuer unknown") + (level.map { say("（\($0)）", " (\($0))") } ?? ""))
    }
    parts.append(report.reportYear.map { say("\($0.value) 年度", "year \($0.value)") } ?? say("年度不明", "year unknown"))
    if let date = report.publication?.date { parts.append(say("\(date) 公开", "published \(date)")) }
    if let date = report.signature?.date?.date { parts.append(say("\(date) 落款", "signed \(date)")) }
    if report.publication == nil { parts.append(say(report.stage.words) + say("，公开日期不明", ", no publication date")) }
    if report.kind != .annualReport { parts.append(say("文种：", "kind: ") + say(report.kind.words)) }
    if let profile = audit.profile { parts.append(say("按“\(profile.title.zh)”核查", "judged as “\(profile.title.en)”")) }
    page.entry(indent: 1, parts.joined(separator: " · "), .dim)
    for note in NoteWords.digest(of: report.document.notes) { page.entry(indent: 1, say(note), .yellow) }
  }

  // MARK: What is wrong

  private func heading(_ gravity: Severity) -> String {
    switch gravity {
    case .error: say("必须改正", "Must be put right")
    case .warning: say("应当改进", "Should be improved")
    case .info: say("可以完善", "Could be better")
    }
  }

  private func cost(_ shortfall: Shortfall) -> String {
    guard let lost = shortfall.lost, lost.hundredths > 0 else { return "" }
    let points = Decimals.shown(lost.hundredths, places: 2)
    return say("  −\(points) 分", "  −\(points)")
  }

  private mutating func show(_ shortfall: Shortfall, isBrief: Bool) {
    let finding = audit.findings[shortfall.finding]
    let rule = audit.rules[finding.rule]
    page.entry(
      " \(finding.status.sign) \(say(finding.status.words))", labelInk: finding.status.ink, indent: 0,
      say(rule.title) + cost(shortfall), .bold)
    let veto = rule.isVeto ? say(" · 一票否决", " · veto") : ""
    let known = finding.isKnown ? say(" · 基线中已有", " · known") : ""
    page.entry(indent: 5, "\(rule.id) · \(say(rule.severity.words))\(veto)\(known)", .dim)
    page.entry(say("情况", "what"), labelInk: .dim, indent: 5, say(finding.message))
    if let waiver = finding.waiver {
      page.entry(
        say("豁免", "waiver"), labelInk: .dim, indent: 5,
        say(
          "已于 \(waiver.until) 到期，重新计入（\(waiver.by)：\(waiver.reason)）",
          "expired on \(waiver.until), so it counts again (\(waiver.by): \(waiver.reason))"), .yellow)
    }
    let shown = isBrief ? 1 : 3
    for evidence in finding.evidence.prefix(shown) { show(evidence, isBrief: isBrief) }
    let rest = finding.evidence.count - shown
    if rest > 0 { page.entry(indent: 10, say("另有 \(rest) 处", "and \(rest) more places"), .dim) }
    if !isBrief, let basis = run.pack.basis(of: rule, in: run.language) {
      page.entry(say("依据", "basis"), labelInk: .dim, indent: 5, basis)
    }
    let remedy = say(finding.remedy)
    if !remedy.isEmpty { page.entry(say("写法", "write"), labelInk: .dim, indent: 5, remedy, .cyan) }
  }

  private func place(_ range: TextRange) -> String {
    let position = audit.report.document.position(of: range.start)
    return "\(path):\(position.line):\(position.column)"
  }

  private mutating func show(_ evidence: Evidence, isBrief: Bool) {
    let note =
      switch evidence.kind {
      case .found: ""
      case .nearest: say("  最接近的文字", "  the nearest text")
      case .slot: say("  应当写在这里", "  it belongs here")
      }
    page.entry(say("位置", "where"), labelInk: .dim, indent: 5, place(evidence.range) + note)
    if isBrief { return }
    let indent = 10
    let excerpt = Excerpt(
      of: evidence.range, in: audit.report.document.text, columns: max(page.display.width - indent - 2, 20))
    if excerpt.before.isEmpty && excerpt.match.isEmpty && excerpt.after.isEmpty { return }
    let margin = String(repeating: " ", count: indent) + page.paint("│ ", .dim)
    page.line(margin + excerpt.before + page.paint(excerpt.match, .underlined) + excerpt.after)
    // Without colour the words are marked from below; with it, they are underlined themselves.
    let isAll = excerpt.before.isEmpty && excerpt.after.isEmpty
    let isEnd = excerpt.match.isEmpty && !excerpt.before.isEmpty
    if isAll || (excerpt.match.isEmpty && !isEnd) || (page.display.isColoured && !isEnd) { return }
    let blank = String(repeating: " ", count: displayWidth(excerpt.before))
    page.line(margin + blank + String(repeating: "^", count: max(displayWidth(excerpt.match), 1)))
  }

  /// What falls short and is borne: by whom, why and for how long.
  private mutating func waived() {
    let waived = audit.findings.filter { $0.status == .waived }
    if waived.isEmpty { return }
    page.heading("\(say("已豁免", "Waived")) (\(waived.count))")
    for finding in waived {
      let rule = audit.rules[finding.rule]
      page.entry(
        " \(finding.status.sign) \(say(finding.status.words))", indent: 0, "\(say(rule.title)) (\(rule.id))")
      page.entry(say("情况", "what"), labelInk: .dim, indent: 5, say(finding.message))
      guard let waiver = finding.waiver else { continue }
      page.entry(say("理由", "why"), labelInk: .dim, indent: 5, waiver.reason)
      page.entry(
        say("批准", "by"), labelInk: .dim, indent: 5,
        say("\(waiver.by)，至 \(waiver.until)", "\(waiver.by), until \(waiver.until)"))
    }
  }

  private mutating func unknowns() {
    let unknown = audit.findings.filter { $0.status == .unverifiable }
    if unknown.isEmpty { return }
    page.heading("\(say("无法判断", "Can't tell")) (\(unknown.count))")
    for finding in unknown {
      let rule = audit.rules[finding.rule]
      page.entry(" ? \(say(finding.status.words))", indent: 0, "\(say(rule.title)) (\(rule.id))")
      page.entry(indent: 5, say(finding.message), .dim)
    }
  }

  // MARK: Checklist

  private mutating func checklist() {
    page.heading(say("核查清单", "Checklist"))
    let words = Status.allCases.map { displayWidth(say($0.words)) }.max() ?? 0
    var scored: [String] = []
    for (index, category) in audit.categories.enumerated() {
      let findings = audit.findings.filter { audit.rules[$0.rule].category == index }
      if findings.isEmpty { continue }
      let result = audit.scorecard.categories[index]
      let weight = Decimals.shown(category.weight.thousandths, places: 3)
      let title = say(category.title)
      if let score = result.score {
        let (earned, possible) = (Decimals.shown(result.share.earned), Decimals.shown(result.share.possible))
        page.entry(
          indent: 1,
          say(
            "\(title)  \(score) 分（得 \(earned)/\(possible)，占权重 \(weight)）",
            "\(title)  \(score) (\(earned) of \(possible), weight \(weight))"), .bold)
        scored.append("\(score)×\(weight)")
      } else {
        page.entry(indent: 1, say("\(title)  不计分", "\(title)  not scored"), .bold)
      }
      for finding in findings { checkline(finding, wordColumns: words) }
    }
    if let score = audit.scorecard.score, scored.count > 1 {
      page.entry(
        indent: 1,
        say(
          "总分 \(score) = 各类得分按权重平均：\(scored.joined(separator: " + "))",
          "Total \(score) = weighted mean: \(scored.joined(separator: " + "))"), .dim)
    }
  }

  private mutating func checkline(_ finding: Finding, wordColumns: Int) {
    let rule = audit.rules[finding.rule]
    let weight = Decimals.shown(rule.weight.thousandths, places: 3)
    let points: String
    switch finding.status {
    case .met: points = "\(weight)/\(weight)"
    case .partial:
      points = "\(Decimals.shown(rule.weight.thousandths * finding.credit.thousandths, places: 6))/\(weight)"
    case .missing, .violated: points = "0/\(weight)"
    case .notApplicable, .unverifiable, .waived: points = "–"
    }
    let label =
      "\(finding.status.sign) \(ConsoleText.padded(say(finding.status.words), to: wordColumns)) "
      + ConsoleText.aligned(points, to: 7)
    let known = finding.isKnown ? say("（基线中已有）", " (known)") : ""
    page.entry(label, labelInk: finding.status.ink, indent: 3, say(rule.title) + known)
  }
}
