public import Rules
public import SourceText

/// How often each rule of a pack gave each verdict over many documents.
public struct RuleCoverage: Sendable {
  private let pack: RulePack
  private let summary: Summary
  private let language: Language

  /// The counts of a run.
  public init(of pack: RulePack, summary: Summary, language: Language) {
    self.pack = pack
    self.summary = summary
    self.language = language
  }

  /// What is odd about a rule's counts.
  enum Mark: String {
    /// It found fault with no document: perhaps it cannot.
    case neverFired = "never-fired"
    /// It was met by no document, though it was put to some: perhaps it cannot be met.
    case neverPassed = "never-passed"
    /// It was put to no document, or none of them let it tell.
    case neverDecided = "never-decided"

    var words: Wording {
      switch self {
      case .neverFired: Wording(zh: "从未触发", en: "never fired")
      case .neverPassed: Wording(zh: "从未通过", en: "never passed")
      case .neverDecided: Wording(zh: "从未得出结论", en: "never decided")
      }
    }
  }

  private func fired(_ counts: StatusCounts) -> Int {
    counts.partial + counts.missing + counts.violated + counts.waived
  }

  private func mark(_ counts: StatusCounts) -> Mark? {
    switch (counts.met, fired(counts)) {
    case (0, 0): .neverDecided
    case (_, 0): .neverFired
    case (0, _): .neverPassed
    case (_, _): nil
    }
  }

  /// The table in a format.
  public func rendered(as format: ListingFormat, display: Display) -> [UInt8] {
    switch format {
    case .console: console(display)
    case .json: json()
    }
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: language) }

  private func console(_ display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    let statuses: [(Status, KeyPath<StatusCounts, Int>)] = [
      (.met, \.met), (.partial, \.partial), (.missing, \.missing), (.violated, \.violated),
      (.unverifiable, \.unverifiable), (.notApplicable, \.notApplicable), (.waived, \.waived),
    ]
    var rows = [[say("规则", "rule")] + statuses.map { $0.0.words.text(in: language) } + [""]]
    for (rule, counts) in zip(pack.rules, summary.rules) {
      let mark = mark(counts).map { "← " + $0.words.text(in: language) } ?? ""
      rows.append([rule.id] + statuses.map { String(counts[keyPath: $0.1]) } + [mark])
    }
    let widths = (0...statuses.count).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
    for row in rows {
      let cells = widths.indices.map { column in
        column == 0
          ? ConsoleText.padded(row[0], to: widths[0]) : ConsoleText.aligned(row[column], to: widths[column])
      }
      page.line((cells + (row[widths.count].isEmpty ? [] : [row[widths.count]])).joined(separator: "  "))
    }
    let marks = summary.rules.compactMap(mark)
    func count(_ mark: Mark) -> Int { marks.count { $0 == mark } }
    page.line(
      say(
        "\(summary.documents) 份文档（\(summary.unreadable) 份无法读取），\(pack.rules.count) 条规则：\(count(.neverFired)) 条从未触发，\(count(.neverPassed)) 条从未通过，\(count(.neverDecided)) 条从未得出结论",
        "\(summary.documents) documents (\(summary.unreadable) unreadable), \(pack.rules.count) rules: \(count(.neverFired)) never fired, \(count(.neverPassed)) never passed, \(count(.neverDecided)) never decided"
      ))
    return page.bytes
  }

  private func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.newLine()
    json.key("pack")
    json.value(pack.id)
    json.key("version")
    json.value(pack.version)
    json.newLine()
    json.key("documents")
    json.value(summary.documents)
    json.key("unreadable")
    json.value(summary.unreadable)
    json.newLine()
    json.key("rules")
    json.beginArray()
    for (rule, counts) in zip(pack.rules, summary.rules) {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("rule")
      json.value(rule.id)
      for (name, count) in [
        ("met", counts.met), ("partial", counts.partial), ("missing", counts.missing), ("violated", counts.violated),
        ("not_applicable", counts.notApplicable), ("unverifiable", counts.unverifiable), ("waived", counts.waived),
      ] {
        json.key(name)
        json.value(count)
      }
      json.key("mark")
      json.value(mark(counts)?.rawValue)
      json.endObject()
    }
    json.endArray()
    json.newLine()
    json.endObject()
    return json.file()
  }
}
