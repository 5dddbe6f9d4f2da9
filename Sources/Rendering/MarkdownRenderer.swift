import Rules
import Scoring
import SourceText

/// What a pull request's comment or a job's summary page says: the verdict, a table of documents, and the shortfalls of each.
///
/// A comment holds 65,536 characters. The worst documents come first, and what no longer fits is counted in the last line.
public struct MarkdownRenderer: Renderer {
  private let run: Run
  /// Bytes; a comment's limit counts characters, of which there are never more.
  private static let limit = 60_000

  /// All of the text is in the run's language, titles of rules and grades as its pack has them.
  public init(run: Run) { self.run = run }

  /// A hundred of each document; those beyond are counted.
  public var remarksInSummary: Int { 100 }

  /// Nothing: the heading tells whether all is well, so `end` writes it.
  public func begin(into out: inout [UInt8]) {}

  /// Nothing: the worst documents come first, and which they are is known when the last is done.
  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {}

  /// All of the text: the verdict, the counts, notes, the table, waivers, and shortfalls as long as there is room.
  public func end(_ summary: Summary, into out: inout [UInt8]) {
    let isClean = summary.failed == 0 && summary.unreadable == 0
    let title = run.pack.title.text(in: run.language)
    out += "## \(isClean ? "✅" : "❌") \(Markdown.escaped(title))\n\n\(summary.words.text(in: run.language))\n\n".utf8
    statistics(summary, to: &out)
    notes(summary, to: &out)
    table(summary, to: &out)
    waivers(summary, to: &out)
    var hidden = 0
    for row in summary.worst {
      let part = details(row)
      if part.isEmpty { continue }
      if hidden > 0 || out.count + part.count > MarkdownRenderer.limit { hidden += 1 } else { out += part }
    }
    if hidden > 0 {
      out +=
        say(
          "另有\(hidden)份文档的不足没有列出，见完整报告。\n",
          "The shortfalls of \(hidden) more documents are left out; see the full report.\n"
        ).utf8
    }
    out +=
      "<sub>\(Tool.name) \(Tool.version) · \(Markdown.escaped(run.pack.id)) \(Markdown.escaped(run.pack.version))</sub>\n"
      .utf8
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: run.language) }

  private func table(_ summary: Summary, to out: inout [UInt8]) {
    out += say("| 文档 | 结果 | 得分 | 等次 | 错误 | 警告 |\n", "| document | outcome | score | grade | errors | warnings |\n").utf8
    out += "| --- | --- | ---: | --- | ---: | ---: |\n".utf8
    let shown = summary.worst.prefix(50)
    for row in shown {
      let grade = row.grade.map { run.pack.grades[$0].title.text(in: run.language) } ?? "–"
      let isRead = row.outcome != .unreadable
      let cells = [
        Markdown.escaped(row.path), "\(sign(row.outcome)) \(row.outcome.words.text(in: run.language))",
        row.score?.description ?? "–", Markdown.escaped(grade), isRead ? "\(row.errors)" : "–",
        isRead ? "\(row.warnings)" : "–",
      ]
      out += "| \(cells.joined(separator: " | ")) |\n".utf8
    }
    let rest = summary.documents - shown.count
    if rest > 0 { out += say("\n另有\(rest)份，都比表中的好。\n", "\nand \(rest) more, all better than these.\n").utf8 }
    out.append(0x0A)
  }

  /// Grades, the headline's shares and the rules that are missed most, where there are documents enough to count.
  private func statistics(_ summary: Summary, to out: inout [UInt8]) {
    if summary.documents < 2 { return }
    let lines = [summary.gradeWords(of: run)].compactMap { $0 } + summary.statistics(of: run).map(\.words)
    if !lines.isEmpty { out += (lines.map { $0.text(in: run.language) }.joined(separator: " · ") + "\n\n").utf8 }
    let worst = summary.mostMissed(5)
    if worst.isEmpty { return }
    out += say("最常见的不足：", "Most frequent shortfalls: ").utf8
    let parts = worst.map { rule, count in
      let rule = run.pack.rules[rule]
      return say(
        "\(Markdown.escaped(rule.title.zh)) `\(rule.id)` \(count) 份",
        "\(Markdown.escaped(rule.title.en)) `\(rule.id)` ×\(count)")
    }
    out += (parts.joined(separator: say("；", "; ")) + "\n\n").utf8
  }

  /// What is said of the run as a whole; of many notes of one kind the first.
  private func notes(_ summary: Summary, to out: inout [UInt8]) {
    let notes = summary.notes(of: run)
    for kind in RunNote.Kind.allCases where kind != .known {
      let group = notes.filter { $0.kind == kind }
      if group.isEmpty { continue }
      out += "**\(Markdown.escaped(kind.title.text(in: run.language)))** (\(group.count))\n\n".utf8
      for note in group.prefix(20) { out += "- \(Markdown.escaped(note.message.text(in: run.language)))\n".utf8 }
      if group.count > 20 { out += say("- 另有\(group.count - 20)处\n", "- and \(group.count - 20) more\n").utf8 }
      out.append(0x0A)
    }
  }

  private func waivers(_ summary: Summary, to out: inout [UInt8]) {
    for (waiver, state) in zip(run.waivers, run.waiverStates(in: summary)) {
      let until = say("至 \(waiver.until)", "until \(waiver.until)")
      let parts = [waiver.document, waiver.reason, waiver.by, until].map(Markdown.escaped).joined(separator: " · ")
      out += "- \(state.words.text(in: run.language)) `\(waiver.rule)` \(parts)\n".utf8
    }
    if !run.waivers.isEmpty { out.append(0x0A) }
  }

  private func sign(_ outcome: Outcome) -> String {
    switch outcome {
    case .passed: "✅"
    case .failed: "❌"
    case .unreadable: "⚠️"
    }
  }

  /// The shortfalls of one document, or nothing when there are none.
  private func details(_ row: Summary.Row) -> [UInt8] {
    if let trouble = row.trouble {
      return Array("### \(Markdown.escaped(row.path))\n\n\(Markdown.escaped(trouble.text(in: run.language)))\n\n".utf8)
    }
    if row.remarks.isEmpty { return [] }
    let count = say("\(row.shortfalls)处不足", row.shortfalls == 1 ? "1 shortfall" : "\(row.shortfalls) shortfalls")
    let isOpen = row.outcome == .failed ? " open" : ""
    var text = "<details\(isOpen)><summary>\(Markdown.escapedHTML(row.path)) · \(count)</summary>\n\n"
    for remark in row.remarks {
      let rule = run.pack.rules[remark.rule]
      let lost =
        remark.lost > 0
        ? say("，−\(Decimals.shown(remark.lost, places: 2)) 分", ", −\(Decimals.shown(remark.lost, places: 2))") : ""
      text += "- **\(Markdown.escaped(rule.title.text(in: run.language)))** `\(rule.id)` "
      text +=
        "(\(remark.status.words.text(in: run.language)) · \(remark.gravity.words.text(in: run.language))\(lost))  \n"
      text += "  \(say(remark.line.zh, remark.line.en)): "
      text += "\(Markdown.escaped(remark.message))\n"
      if !remark.remedy.isEmpty {
        text += "  \(say("写法：", "To do: "))\(Markdown.escaped(remark.remedy))\n"
      }
    }
    let rest = row.shortfalls - row.remarks.count
    if rest > 0 { text += say("- 另有\(rest)处\n", "- and \(rest) more\n") }
    return Array((text + "\n</details>\n\n").utf8)
  }
}
