public import Comparison
import Rules
public import SourceText

/// What differs between two audits, as it is shown.
public struct ComparisonListing {
  private let comparison: AuditComparison
  private let language: Language

  public init(of comparison: AuditComparison, language: Language) {
    self.comparison = comparison
    self.language = language
  }

  /// The listing in a format; only the console looks at the display.
  public func rendered(as format: ComparisonFormat, display: Display) -> [UInt8] {
    switch format {
    case .console: console(display)
    case .json: Self.json(comparison)
    case .markdown: markdown()
    case .csv: csv()
    }
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: language) }
  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  // MARK: Words

  /// “3 份变好，1 份变差，2 份不变，平均 +2.35 分”.
  private var summary: String {
    let counts = comparison.counts
    let mean =
      comparison.meanDifference.map { say("，平均 \(signed($0, places: 2)) 分", ", mean \(signed($0, places: 2))") } ?? ""
    let alone = comparison.onlyOld.count + comparison.onlyNew.count
    let rest = alone > 0 ? say("；\(alone) 份没有对应的", "; \(alone) without a counterpart") : ""
    return say(
      "对比 \(comparison.pairs.count) 份：\(counts.better) 份得分上升，\(counts.worse) 份下降，\(counts.same) 份不变",
      "\(comparison.pairs.count) compared: \(counts.better) up, \(counts.worse) down, \(counts.same) the same") + mean
      + rest
  }

  private func signed(_ units: Int, places: Int) -> String {
    (units > 0 ? "+" : units < 0 ? "−" : "±") + Decimals.shown(abs(units), places: places)
  }

  private func score(_ tenths: Int?) -> String { tenths.map { Decimals.shown($0, places: 1) } ?? "–" }

  /// “54.5 → 87.5（+33）”.
  private func scores(_ old: Int?, _ new: Int?) -> String {
    guard let old, let new else { return "\(score(old)) → \(score(new))" }
    let difference = signed(new - old, places: 1)
    return say("\(score(old)) → \(score(new))（\(difference)）", "\(score(old)) → \(score(new)) (\(difference))")
  }

  private func name(_ pair: AuditComparison.Pair) -> String {
    let paths = pair.old.path == pair.new.path ? pair.new.path : "\(pair.old.path) → \(pair.new.path)"
    return (pair.new.issuer ?? pair.old.issuer).map { "\($0)  \(paths)" } ?? paths
  }

  private func words(_ change: AuditComparison.Change) -> String {
    "\(change.title) (\(change.rule))\(say("：", ": "))\(say(change.old.words)) → \(say(change.new.words))"
  }

  private func grade(_ pair: AuditComparison.Pair) -> String {
    guard let old = pair.old.grade, let new = pair.new.grade, old != new else { return pair.new.grade ?? "" }
    return "\(old) → \(new)"
  }

  private func groups(
    _ pair: AuditComparison.Pair
  ) -> [(name: String, title: String, ink: Ink, sign: String, changes: [AuditComparison.Change])] {
    [
      ("better", say("变好", "better"), .green, "+", pair.better), ("worse", say("变差", "worse"), .red, "-", pair.worse),
      ("other", say("其他变化", "changed"), .dim, "·", pair.other),
    ]
  }

  private var sides: [(name: String, title: String, records: [AuditRecord])] {
    [
      ("only_old", say("只在前一次有", "Only in the old one"), comparison.onlyOld),
      ("only_new", say("只在后一次有", "Only in the new one"), comparison.onlyNew),
    ]
  }

  // MARK: Formats

  private func console(_ display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    // Of many only those that changed, since the others say nothing.
    let isInShort = comparison.pairs.count > Display.documentsInFull
    for pair in comparison.pairs where !isInShort || pair.isChanged {
      page.title(name(pair))
      let difference = pair.difference ?? 0
      let ink: Ink = difference > 0 ? .boldGreen : difference < 0 ? .boldRed : .bold
      page.line(" " + page.paint(scores(pair.old.score, pair.new.score), ink) + "  " + grade(pair))
      let categories = pair.categories.filter { $0.old != $0.new }.map { "\($0.title) \(scores($0.old, $0.new))" }
      if !categories.isEmpty { page.entry(indent: 1, categories.joined(separator: say("，", ", ")), .dim) }
      for group in groups(pair) {
        for change in group.changes {
          page.entry("\(group.sign) \(group.title)", labelInk: group.ink, indent: 1, words(change))
        }
      }
      page.line()
    }
    for side in sides where !side.records.isEmpty {
      page.line(page.paint("\(side.title) (\(side.records.count))", .bold))
      for record in side.records {
        page.entry(indent: 1, "\(record.issuer ?? say("机关不明", "issuer unknown"))  \(record.path)")
      }
      page.line()
    }
    if comparison.pairs.count > 1 {
      for one in comparison.rules.prefix(10) {
        page.entry(
          indent: 1,
          say(
            "\(one.title) (\(one.rule))：\(one.better) 份变好，\(one.worse) 份变差",
            "\(one.title) (\(one.rule)): \(one.better) better, \(one.worse) worse"))
      }
    }
    page.entry(indent: 0, summary, .bold)
    return page.bytes
  }

  private func markdown() -> [UInt8] {
    var text = "## \(say("核查结果对比", "Two audits compared"))\n\n\(Markdown.escaped(summary))\n\n"
    if !comparison.pairs.isEmpty {
      text += say("| 报告 | 得分 | 等次 | 变好 | 变差 |\n", "| report | score | grade | better | worse |\n")
      text += "| --- | --- | --- | ---: | ---: |\n"
      for pair in comparison.pairs {
        let cells = [
          Markdown.escaped(name(pair)), scores(pair.old.score, pair.new.score), Markdown.escaped(grade(pair)),
          "\(pair.better.count)", "\(pair.worse.count)",
        ]
        text += "| \(cells.joined(separator: " | ")) |\n"
      }
      text += "\n"
    }
    for pair in comparison.pairs where pair.better.count + pair.worse.count + pair.other.count > 0 {
      let isOpen = pair.worse.isEmpty ? "" : " open"
      text += "<details\(isOpen)><summary>\(Markdown.escapedHTML(name(pair)))</summary>\n\n"
      for group in groups(pair) {
        for change in group.changes { text += "- **\(group.title)** \(Markdown.escaped(words(change)))\n" }
      }
      text += "\n</details>\n\n"
    }
    for side in sides where !side.records.isEmpty {
      text += "**\(side.title)** (\(side.records.count))\n\n"
      for record in side.records {
        text += "- \(Markdown.escaped(record.issuer ?? "–")) · \(Markdown.escaped(record.path))\n"
      }
      text += "\n"
    }
    return Array(text.utf8)
  }

  private func csv() -> [UInt8] {
    var titles: [(id: String, title: String)] = []
    for record in comparison.pairs.map(\.new) {
      for category in record.categories where !titles.contains(where: { $0.id == category.id }) {
        titles.append((category.id, category.title))
      }
    }
    var table = CSVWriter()
    table.row(
      [
        say("机关", "issuer"), say("前一次文件", "old path"), say("后一次文件", "new path"), say("前一次得分", "old score"),
        say("后一次得分", "new score"), say("差", "difference"), say("前一次等次", "old grade"), say("后一次等次", "new grade"),
        say("变好", "better"), say("变差", "worse"),
      ] + titles.map { say("\($0.title)之差", "\($0.title): difference") })
    func shown(_ old: Int?, _ new: Int?) -> String {
      guard let old, let new else { return "" }
      return Decimals.shown(new - old, places: 1)
    }
    func plain(_ tenths: Int?) -> String { tenths.map { Decimals.shown($0, places: 1) } ?? "" }
    for pair in comparison.pairs {
      let categories = pair.categories
      table.row(
        [
          pair.new.issuer ?? pair.old.issuer ?? "", pair.old.path, pair.new.path, plain(pair.old.score),
          plain(pair.new.score),
        ], numbers: [shown(pair.old.score, pair.new.score)],
        [
          pair.old.grade ?? "", pair.new.grade ?? "", pair.better.map(\.rule).joined(separator: " "),
          pair.worse.map(\.rule).joined(separator: " "),
        ],
        numbers: titles.map { title in
          categories.first { $0.id == title.id }.map { shown($0.old, $0.new) } ?? ""
        })
    }
    for (index, side) in sides.enumerated() {
      for record in side.records {
        let path = index == 0 ? [record.path, ""] : ["", record.path]
        let score = index == 0 ? [plain(record.score), ""] : ["", plain(record.score)]
        let grade = index == 0 ? [record.grade ?? "", ""] : ["", record.grade ?? ""]
        table.row(
          [record.issuer ?? ""] + path + score + [""] + grade + Array(repeating: "", count: 2 + titles.count))
      }
    }
    return table.bytes
  }
}
