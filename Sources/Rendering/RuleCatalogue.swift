package import Rules
package import SourceText

/// All rules of a pack in a table.
package struct RuleCatalogue: Sendable {
  private let pack: RulePack
  private let language: Language

  package init(of pack: RulePack, language: Language) {
    self.pack = pack
    self.language = language
  }

  /// The table in a format.
  package func rendered(as format: ListingFormat, display: Display) -> [UInt8] {
    switch format {
    case .console: console(display)
    case .json: json()
    }
  }

  private func console(_ display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    let rows = pack.rules.map { rule in
      [
        rule.id, rule.severity.words.text(in: language), Decimals.shown(rule.weight.thousandths, places: 3),
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
    json.key("rules")
    json.beginArray()
    for rule in pack.rules {
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
    json.newLine()
    json.finish()
    return json.bytes
  }
}
