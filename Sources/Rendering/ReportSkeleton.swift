public import Reports
public import Rules
public import SourceText

/// The outline of a report that the rules would accept, with what they ask for in the place where it is asked.
///
/// Every word of it comes from the pack: the parts from the roles, the fields from the topics, the guidance from the rules.
public struct ReportSkeleton {
  private let pack: RulePack
  private let level: Level
  private let year: Int
  private let language: Language
  private var text = ""

  /// An outline.
  ///
  /// - Parameters:
  ///   - level: of the reporting body; rules that don't apply to it are left out.
  ///   - year: the report year.
  public init(of pack: RulePack, level: Level, year: Int, language: Language) {
    self.pack = pack
    self.level = level
    self.year = year
    self.language = language
  }

  /// The parts of a report in their order.
  private static let order: [SectionRole] = [.measures, .leaderDuty, .shortcomings, .nextYearPlan]

  /// The outline as Markdown.
  public func rendered() -> [UInt8] {
    var copy = self
    copy.write()
    return Array(copy.text.utf8)
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }
  private func say(_ zh: String, _ en: String) -> String { say(Wording(zh: zh, en: en)) }

  private mutating func write() {
    let words = pack.vocabulary
    let title = "\(body)\(year)年\(words.subject.first ?? "")\(words.reportNouns.first ?? "")"
    line("# \(title)")
    let rules = pack.rules.filter { $0.applies.covers(level: level, year: year) }
    let parts = Dictionary(grouping: rules, by: part)
    line(
      say(
        "> 提纲由 fazhi-audit rules skeleton 生成。“>”开头的是写作提示，写完后删去。",
        "> Made by fazhi-audit rules skeleton. Lines with > are guidance; delete them in the end."))
    for rule in parts[nil] ?? [] { guidance(rule) }
    for (index, role) in ReportSkeleton.order.enumerated() {
      let name = pack.reader.recognisers.first { $0.role == role }?.title.zh ?? role.rawValue
      let next = role == .nextYearPlan ? "（\(year + 1)年）" : ""
      line("## \(Numbering.Style.chinese.written(index + 1))\(name)\(next)")
      let own = parts[role] ?? []
      for rule in own where rule.topics.isEmpty { guidance(rule) }
      var number = 0
      for topic in pack.topics.indices {
        let asking = own.filter { $0.topics.first == topic }
        if asking.isEmpty { continue }
        number += 1
        line("### \(Numbering.Style.chineseParenthesised.written(number))\(pack.topics[topic].title.zh)")
        for rule in asking { guidance(rule) }
      }
    }
    line(body)
    line("\(year + 1)年2月20日")
  }

  /// The part of the report in which a rule is met; nil for the report as a whole.
  private func part(of rule: Rule) -> SectionRole? {
    for place in rule.places {
      if case .role(let role) = place, ReportSkeleton.order.contains(role) { return role }
    }
    return nil
  }

  private mutating func guidance(_ rule: Rule) {
    let remedy = rule.remedy.filled(
      { name in
        switch name {
        case "report_year": Wording("\(year)")
        case "next_year": Wording("\(year + 1)")
        case "previous_year": Wording("\(year - 1)")
        case "issuer": Wording(body)
        case _: Wording("×")
        }
      }, in: language)
    line("> **\(say(rule.title))**（\(rule.id)）：\(say(remedy))")
  }

  /// A body of the level by the pack's own words for regions and organs, its name left open.
  private var body: String {
    let words = pack.vocabulary
    let organ = words.organs.first { $0.level == nil }?.endings.first ?? ""
    if let region = words.regions.first(where: { $0.level == level })?.endings.first { return "××" + region + organ }
    return "××" + (words.organs.first { $0.level == level }?.endings.first ?? organ)
  }

  private mutating func line(_ words: String) { text += (text.isEmpty ? "" : "\n") + words + "\n" }
}
