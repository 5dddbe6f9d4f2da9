public import Comparison
public import Rules
public import SourceText

/// What differs between a baseline and what is found now, as it is shown.
public struct BaselineListing {
  private let change: Baseline.Change
  private let path: String
  private let pack: RulePack
  private let language: Language

  public init(_ change: Baseline.Change, path: String, pack: RulePack, language: Language) {
    self.change = change
    self.path = path
    self.pack = pack
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en).text(in: language) }

  /// How many findings came, grew and went, in a sentence without a full stop.
  public var summary: Wording {
    Wording(
      zh:
        "基线 \(path)：新增 \(change.added.count) 处，加重 \(change.grown.count) 处，已消除 \(change.gone.count) 处，不变 \(change.kept) 处",
      en:
        "baseline \(path): \(change.added.count) new, \(change.grown.count) worse, \(change.gone.count) gone, \(change.kept) as before"
    )
  }

  /// The listing in a format.
  public func rendered(as format: ListingFormat, display: Display) -> [UInt8] {
    switch format {
    case .console: console(display)
    case .json: json()
    }
  }

  private var groups: [(name: String, sign: String, ink: Ink, words: String, entries: [Baseline.Entry])] {
    [
      ("added", "+", .red, say("新增", "new"), change.added), ("grown", "!", .red, say("加重", "worse"), change.grown),
      ("gone", "-", .green, say("已消除", "gone"), change.gone),
    ]
  }

  private func console(_ display: Display) -> [UInt8] {
    var page = ConsolePage(for: display)
    for group in groups {
      for entry in group.entries {
        let title = pack.rules.first { $0.id == entry.rule }?.title.text(in: language)
        let text = entry.text.map { say("“\($0)”", "“\($0)”") } ?? ""
        page.entry(
          "\(group.sign) \(group.words)", labelInk: group.ink, indent: 0,
          "\(entry.document) · \(title.map { "\($0) (\(entry.rule))" } ?? entry.rule) · \(say(entry.status.words.zh, entry.status.words.en)) \(text)"
        )
      }
    }
    page.entry(indent: 0, summary.text(in: language), .bold)
    return page.bytes
  }

  private func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema_version")
    json.value("1")
    json.key("baseline")
    json.value(path)
    json.key("kept")
    json.value(change.kept)
    for group in groups {
      json.newLine()
      json.key(group.name)
      json.beginArray()
      for entry in group.entries {
        json.newLine(indent: 1)
        json.beginObject()
        json.write(entry)
        json.key("text")
        json.value(entry.text)
        json.endObject()
      }
      json.endArray()
    }
    json.newLine()
    json.endObject()
    return json.file()
  }
}
