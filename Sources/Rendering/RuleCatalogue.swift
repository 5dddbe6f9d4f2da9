public import Rules
public import SourceText

/// All rules of a pack in a table, as the pack has them or as a profile puts them.
public struct RuleCatalogue: Sendable {
  private let pack: RulePack
  private let profile: Profile?
  private let language: Language

  public init(of pack: RulePack, profile: Profile? = nil, language: Language) {
    self.pack = pack
    self.profile = profile
    self.language = language
  }

  private var rules: [Rule] { profile?.rules ?? pack.rules }

  /// The table in a format.
  public func rendered(as format: ListingFormat, display: Display) -> [UInt8] {
    switch format {
    case .console: console(display)
    case .json: json()
    }
  }

  private func console(_ display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    let off = Wording(zh: "停用", en: "off")
    let rows = rules.map { rule in
      [
        rule.id, (rule.turnedOff == nil ? rule.severity.words : off).text(in: language),
        Decimals.shown(rule.weight.thousandths, places: 3),
        pack.categories[rule.category].title.text(in: language), rule.title.text(in: language),
      ]
    }
    let widths = (0..<4).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
    for row in rows {
      let cells = (0..<4).map { column in
        column == 2
          ? ConsoleText.aligned(row[column], to: widths[column]) : ConsoleText.padded(row[column], to: widths[column])
      }
      page.entry(cells.joined(separator: "  ") + " ", indent: 0, row[4])
    }
    let summary = Wording(
      zh: "共 \(rows.count) 条规则（\(pack.title.zh) \(pack.version)）",
      en: "\(rows.count) rules (\(pack.title.en) \(pack.version))")
    page.line(summary.text(in: language))
    if let profile {
      let count = rules.count { $0.turnedOff != nil }
      let judged = Wording(
        zh: "按“\(profile.title.zh)”（\(profile.id)）：停用 \(count) 条",
        en: "as “\(profile.title.en)” (\(profile.id)) puts them: \(count) off")
      page.line(judged.text(in: language))
    } else if !pack.profiles.isEmpty {
      let names = pack.profileNames.joined(separator: language == .zh ? "、" : ", ")
      page.entry(Wording(zh: "核查口径：", en: "profiles:").text(in: language), indent: 0, names)
    }
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
    json.key("profile")
    json.value(profile?.id)
    json.newLine()
    json.key("rules")
    json.beginArray()
    for rule in rules {
      json.newLine(indent: 1)
      json.beginObject()
      json.key("id")
      json.value(rule.id)
      json.key("title")
      json.value(rule.title.text(in: language))
      json.key("category")
      json.value(pack.categories[rule.category].id)
      json.key("severity")
      json.value(rule.severity.rawValue)
      json.key("weight")
      json.value(rule.weight.thousandths, places: 3)
      json.key("off")
      json.value(rule.turnedOff != nil)
      json.key("veto")
      json.value(rule.isVeto)
      json.key("basis")
      json.value(pack.basis(of: rule, in: language))
      json.key("path")
      json.value(rule.path)
      json.key("line")
      json.value(rule.position.line)
      json.endObject()
    }
    json.endArray()
    json.newLine()
    json.endObject()
    return json.file()
  }
}
