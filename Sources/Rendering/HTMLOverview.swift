import Rules
import Scoring
import SourceText

/// The folder at a glance: counts, how scores are spread, what the rules found how often, and the table of documents.
struct HTMLOverview {
  private(set) var html = MarkupWriter()
  private let summary: Summary
  private let run: Run
  /// Where the document with a path stands.
  private let address: (String) -> String

  init(_ summary: Summary, run: Run, address: @escaping (String) -> String) {
    self.summary = summary
    self.run = run
    self.address = address
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: run.language) }

  mutating func write() {
    html.begin("header")
    html.element("p", ["class": "pack"], text: run.pack.title.text(in: run.language))
    html.element("h1", text: say("核查结果", "Audit"))
    html.end()
    html.newLine()
    if summary.documents > 1 {
      counts()
      headline()
      distribution()
      worst()
      table()
      coverage()
    }
    waivers()
    notes()
  }

  /// What is said of the run as a whole.
  private mutating func notes() {
    let notes = summary.notes(of: run)
    for kind in RunNote.Kind.allCases where kind != .known {
      let group = notes.filter { $0.kind == kind }
      if group.isEmpty { continue }
      html.begin("section", ["aria-labelledby": kind.rawValue])
      html.element("h2", ["id": kind.rawValue], text: kind.title.text(in: run.language))
      html.begin("ul")
      for note in group { html.element("li", text: note.message.text(in: run.language)) }
      html.end()
      html.end()
      html.newLine()
    }
  }

  /// The run in a few large numbers.
  private mutating func counts() {
    html.begin("dl", ["class": "counts"])
    count(say("核查", "audited"), say("\(summary.documents) 份", "\(summary.documents)"))
    count(say("通过", "passed"), say("\(summary.passed) 份", "\(summary.passed)"), "passed")
    count(say("未通过", "failed"), say("\(summary.failed) 份", "\(summary.failed)"), summary.failed > 0 ? "failed" : nil)
    if summary.unreadable > 0 {
      count(say("无法读取", "unreadable"), say("\(summary.unreadable) 份", "\(summary.unreadable)"), "failed")
    }
    if let mean = summary.meanScore { count(say("平均分", "mean score"), mean.description) }
    html.end()
    html.newLine()
  }

  private mutating func count(_ name: String, _ value: String, _ outcome: String? = nil) {
    html.begin("div", ["class": outcome])
    html.element("dt", text: name)
    html.element("dd", text: value)
    html.end()
  }

  /// What the pack wants told first: the share of reports in time, say, and of each content that the law fixes.
  private mutating func headline() {
    if run.pack.headline.isEmpty { return }
    html.begin("section", ["aria-labelledby": "headline"])
    html.element("h2", ["id": "headline"], text: say("关键要求", "What counts most"))
    rows(of: run.pack.headline.map { ($0.rule, $0.title) })
    html.end()
    html.newLine()
  }

  /// How many documents have scores in each ten points.
  private mutating func distribution() {
    var counts = [Int](repeating: 0, count: 10)
    for row in summary.worst { if let score = row.score { counts[min(score.tenths / 100, 9)] += 1 } }
    html.begin("section", ["aria-labelledby": "spread"])
    html.element("h2", ["id": "spread"], text: say("得分分布", "How scores are spread"))
    let labels = (0..<10).map { $0 == 9 ? "90–100" : "\($0 * 10)–\($0 * 10 + 9)" }
    let words = zip(labels, counts).filter { $0.1 > 0 }.map { say("\($0.0)分\($0.1)份", "\($0.0): \($0.1)") }
    HTMLCharts.columns(counts, labels: labels, description: words.joined(separator: say("，", ", ")), to: &html)
    html.begin("p")
    let grades = zip(run.pack.grades, summary.grades).map { "\($0.title.text(in: run.language)) \($1)" }
    html.text(grades.joined(separator: " · "))
    html.end()
    html.end()
    html.newLine()
  }

  /// What share of the documents meets each rule, by category.
  private mutating func coverage() {
    html.begin("section", ["aria-labelledby": "coverage"])
    html.element("h2", ["id": "coverage"], text: say("各项要求的落实情况", "How far each requirement is met"))
    html.element(
      "p", ["class": "legend"],
      text: say(
        "条形依次为符合、部分符合、缺少或有误；待定、不适用和豁免的不计入比例。",
        "Bars: met, partly met, missing or wrong; what can't be told, does not apply or is waived is left out of the share."
      ))
    for (index, category) in run.pack.categories.enumerated() {
      let rules = run.pack.rules.indices.filter { run.pack.rules[$0].category == index }
      if rules.isEmpty { continue }
      html.begin("details")
      html.element(
        "summary",
        text: say("\(category.title.zh)（\(rules.count) 项）", "\(category.title.en) (\(rules.count))"))
      rows(of: rules.map { ($0, run.pack.rules[$0].title) })
      html.end()
      html.newLine()
    }
    html.end()
    html.newLine()
  }

  /// A table with the share of documents that meets each of some rules.
  private mutating func rows(of rules: [(rule: Int, title: Wording)]) {
    html.begin("div", ["class": "scroll", "tabindex": "0"])
    html.begin("table", ["class": "shares"])
    head(
      [
        say("要求", "requirement"), say("落实情况", "share"), say("符合", "met"), say("部分符合", "partly"),
        say("缺少或有误", "missing or wrong"), say("待定", "can't tell"),
      ], numbers: [2, 3, 4, 5])
    html.begin("tbody")
    for (rule, title) in rules {
      let counts = summary.rules[rule]
      let short = counts.missing + counts.violated
      html.begin("tr")
      html.element("th", ["scope": "row"], text: title.text(in: run.language))
      html.begin("td", ["class": "bar"])
      HTMLCharts.share(met: counts.met, partial: counts.partial, short: short, language: run.language, to: &html)
      html.end()
      for count in [counts.met, counts.partial, short, counts.unverifiable] {
        html.element("td", ["class": count == 0 ? "number none" : "number"], text: "\(count)")
      }
      html.end()
      html.newLine()
    }
    html.end()
    html.end()
    html.end()
    html.newLine()
  }

  /// The rules that most documents fall short of; what a baseline hides does not lead the page.
  private mutating func worst() {
    let ranked = run.pack.rules.indices.map { index in
      let counts = summary.rules[index]
      let short = min(counts.missing + counts.violated, counts.shortfalls)
      return (index, short, counts.shortfalls - short)
    }.filter { $0.1 + $0.2 > 0 }.sorted { ($1.1, $1.2, $0.0) < ($0.1, $0.2, $1.0) }
    if ranked.isEmpty { return }
    html.begin("section", ["aria-labelledby": "worst"])
    html.element("h2", ["id": "worst"], text: say("最常见的不足", "The most frequent shortfalls"))
    rows(of: ranked.prefix(10).map { ($0.0, run.pack.rules[$0.0].title) })
    html.end()
    html.newLine()
  }

  private mutating func table() {
    html.begin("section", ["aria-labelledby": "table"])
    html.element("h2", ["id": "table"], text: say("排名", "League table"))
    html.begin("div", ["class": "scroll", "tabindex": "0"])
    html.begin("table", ["class": "league"])
    head(
      [
        say("名次", "rank"), say("机关和文件", "issuer and file"), say("得分", "score"), say("等次", "grade"),
        say("错误", "errors"), say("警告", "warnings"), say("结果", "outcome"),
      ], numbers: [0, 2, 4, 5])
    html.begin("tbody")
    // From the best down; equal scores share a rank, and what has no score stands last without one.
    let rows = summary.worst.sorted { left, right in
      let (first, second) = (left.score?.tenths ?? -1, right.score?.tenths ?? -1)
      return first != second ? first > second : left.index < right.index
    }
    var rank = 0
    var last: Int?
    for (index, row) in rows.enumerated() {
      if row.score?.tenths != last { rank = index + 1 }
      last = row.score?.tenths
      html.begin("tr", ["class": row.outcome.rawValue])
      html.element("td", ["class": "number"], text: row.score == nil ? "–" : "\(rank)")
      html.begin("th", ["scope": "row"])
      html.element("a", ["href": address(row.path)], text: row.issuer ?? row.path)
      if row.issuer != nil { html.element("small", text: row.path) }
      html.end()
      html.element("td", ["class": "number"], text: row.score?.description ?? "–")
      html.element("td", text: row.grade.map { run.pack.grades[$0].title.text(in: run.language) } ?? "–")
      html.element("td", ["class": "number"], text: row.outcome == .unreadable ? "–" : "\(row.errors)")
      html.element("td", ["class": "number"], text: row.outcome == .unreadable ? "–" : "\(row.warnings)")
      html.element(
        "td", ["class": row.outcome == .passed ? "status met" : "status missing"],
        text: row.outcome.words.text(in: run.language))
      html.end()
      html.newLine()
    }
    html.end()
    html.end()
    html.end()
    html.end()
    html.newLine()
  }

  private mutating func waivers() {
    if run.waivers.isEmpty { return }
    html.begin("section", ["aria-labelledby": "waivers"])
    html.element("h2", ["id": "waivers"], text: say("豁免", "Waivers"))
    html.begin("ul")
    for (waiver, state) in zip(run.waivers, run.waiverStates(in: summary)) {
      html.begin("li")
      html.element("strong", text: state.words.text(in: run.language))
      html.text(" \(waiver.rule) · \(waiver.document) · \(waiver.reason) · \(waiver.by) · ")
      html.text(say("至 \(waiver.until)", "until \(waiver.until)"))
      html.end()
    }
    html.end()
    html.end()
    html.newLine()
  }

  /// - Parameter numbers: the columns that hold numbers.
  private mutating func head(_ titles: [String], numbers: Set<Int>) {
    html.begin("thead")
    html.begin("tr")
    for (index, title) in titles.enumerated() {
      html.element("th", ["scope": "col", "class": numbers.contains(index) ? "number" : nil], text: title)
    }
    html.end()
    html.end()
  }
}
