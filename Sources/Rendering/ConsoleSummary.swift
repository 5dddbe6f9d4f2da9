import Rules
import Scoring
import SourceText

/// What stands below the documents on a console: the table, the most frequent shortfalls, the last line.
struct ConsoleSummary {
  private(set) var page: ConsolePage
  private let summary: Summary
  private let run: Run

  init(_ summary: Summary, run: Run, display: Display) {
    page = ConsolePage(for: display)
    self.summary = summary
    self.run = run
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: run.language) }
  private func say(_ wording: Wording) -> String { wording.text(in: run.language) }

  mutating func show() {
    if summary.documents > 1 && !page.display.isQuiet {
      table()
      statistics()
      frequent()
      page.line()
    }
    waivers()
    notes()
    if summary.documents > 1 || page.display.isQuiet { page.entry(indent: 0, say(summary.words), .bold) }
  }

  /// The waivers that want a look: those that are over, and those that nothing needs.
  private mutating func waivers() {
    let states = run.waiverStates(in: summary)
    let used = states.count { $0 == .used }
    if states.isEmpty { return }
    let excused = summary.waivers.reduce(0) { $0 + $1.excused }
    page.line(
      page.paint(say("豁免", "Waivers"), .bold)
        + page.paint(
          say(
            "（\(states.count) 项，\(used) 项生效，豁免 \(excused) 处）",
            " (\(states.count), \(used) in use, waived: \(excused))"),
          .dim))
    for (waiver, state) in zip(run.waivers, states) where state != .used {
      let ink: Ink = state == .expired ? .yellow : .dim
      page.entry(
        say(state.words), labelInk: ink, indent: 1,
        "\(waiver.rule) · \(waiver.document) · \(waiver.by) · "
          + say("至 \(waiver.until)", "until \(waiver.until)") + "  \(waiver.path):\(waiver.position.line)")
    }
    page.line()
  }

  /// What is said of the run as a whole, a paragraph for each kind.
  private mutating func notes() {
    let notes = summary.notes(of: run)
    let limit = 20
    for kind in RunNote.Kind.allCases where kind != .known {
      let group = notes.filter { $0.kind == kind }
      if group.isEmpty { continue }
      page.line(page.paint(say(kind.title), .bold) + page.paint(say("（\(group.count)）", " (\(group.count))"), .dim))
      let ink: Ink = kind.severity == .error ? .red : kind.severity == .warning ? .yellow : .dim
      for note in group.prefix(limit) { page.entry(indent: 1, say(note.message), ink) }
      let rest = group.count - limit
      if rest > 0 { page.entry(indent: 1, say("另有 \(rest) 条", "and \(rest) more"), .dim) }
      page.line()
    }
  }

  private mutating func table() {
    page.line(page.paint(say("汇总", "Summary"), .bold) + page.paint(say("（由差到好）", " (worst first)"), .dim))
    let heads = [
      say("得分", "score"), say("等次", "grade"), say("错误", "errors"), say("警告", "warnings"), say("结果", "result"),
    ]
    var rows: [[String]] = []
    for row in summary.worst.prefix(Summary.rowLimit) {
      rows.append([
        row.score?.description ?? "–", row.grade.map { say(run.pack.grades[$0].title) } ?? "–",
        row.outcome == .unreadable ? "–" : String(row.errors),
        row.outcome == .unreadable ? "–" : String(row.warnings), say(row.outcome.words),
      ])
    }
    let widths = heads.indices.map { column in
      (rows.map { displayWidth($0[column]) } + [displayWidth(heads[column])]).max() ?? 0
    }
    func cells(_ row: [String]) -> String {
      row.indices.map { column in
        column == 1 || column == 4
          ? ConsoleText.padded(row[column], to: widths[column]) : ConsoleText.aligned(row[column], to: widths[column])
      }.joined(separator: "  ")
    }
    let left = widths.reduce(0) { $0 + $1 + 2 } + 1
    page.line(page.paint(" " + cells(heads) + "  " + say("文件", "document"), .dim))
    for (row, shown) in zip(summary.worst.prefix(Summary.rowLimit), rows) {
      let ink: Ink =
        switch row.outcome {
        case .passed: .green
        case .failed, .unreadable: .red
        }
      let path = ConsoleText.clippedAtStart(
        ConsoleText.harmless(row.path), to: max(page.display.width - left, 20))
      page.line(" " + page.paint(cells(shown), ink) + "  " + path)
    }
    let listed = min(summary.worst.count, Summary.rowLimit)
    let rest = summary.documents - listed
    if rest > 0 {
      page.entry(
        indent: 1,
        say(
          "以上是最差的 \(listed) 份，其余 \(rest) 份没有列出",
          "the worst \(listed); \(rest) more not listed"),
        .dim)
    }
  }

  private mutating func statistics() {
    let lines = [summary.gradeWords(of: run)].compactMap { $0 } + summary.statistics(of: run).map(\.words)
    if lines.isEmpty { return }
    page.heading(say("统计", "Statistics"))
    for line in lines { page.entry(indent: 1, say(line)) }
  }

  private mutating func frequent() {
    let short = summary.mostMissed(10)
    if short.isEmpty { return }
    page.heading(say("最常见的不足", "Most frequent shortfalls"))
    for (rule, count) in short {
      let rule = run.pack.rules[rule]
      page.entry(
        ConsoleText.aligned(say("\(count) 份", "\(count)×"), to: 9), indent: 0,
        "\(say(rule.title)) (\(rule.id))")
    }
  }
}

extension Summary {
  /// The rules with most shortfalls and in how many documents each has one, the worst first.
  func mostMissed(_ limit: Int) -> [(rule: Int, count: Int)] {
    let short = rules.indices.map { (rule: $0, count: rules[$0].shortfalls) }.filter { $0.count > 0 }
    return Array(short.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }.prefix(limit))
  }
}

extension StatusCounts {
  /// In how many documents there is something to put right that is shown.
  var shortfalls: Int { partial + missing + violated - hidden }
}
