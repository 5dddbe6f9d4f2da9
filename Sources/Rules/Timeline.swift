public import Matching
public import Reports
public import SourceText
import YAMLReading

/// Events and instruments with the dates from which a report may name them.
public struct Timeline: Sendable {
  /// What the list is called.
  public var title: Wording
  public var entries: [Entry]

  /// One event or instrument.
  public struct Entry: Sendable {
    /// What it is called in messages.
    public var name: String
    /// The words by which a report names it.
    public var words: [PhraseID]
    /// Longer words that name something else.
    public var unless: [PhraseID]
    /// Words of a sentence that speaks of it before its time, as a draft for instance.
    public var sentenceWithout: [PhraseID]
    /// The day from which it can be named.
    public var from: CalendarDate
    /// The day on which something newer took its place, or nil.
    public var until: CalendarDate?
  }
}

extension Timeline {
  /// Reads one entry of `timelines`.
  init?(_ reader: inout MappingReader, _ draft: inout PackDraft) {
    let title = reader.text("title", .required)
    let entries = reader.mappings("entries", .required) { Entry(&$0, &draft) }
    guard let title else { return nil }
    self.init(title: title.value, entries: entries)
  }
}

extension Timeline.Entry {
  /// Reads one entry of `entries`.
  init?(_ reader: inout MappingReader, _ draft: inout PackDraft) {
    let name = reader.string("name", .required)
    let words = reader.strings("words", .required)
    let unless = reader.strings("unless")
    let without = reader.strings("sentence_without")
    let from = reader.date("from", .required)
    let until = reader.date("until")
    if words.isEmpty, reader.hasEmptyList("words"), let key = reader.key("words") {
      reader.report(Wording(zh: "没有写怎样认出它。", en: "there are no words to know it by"), at: key)
    }
    if let from, let until, until.value <= from.value {
      reader.report(Wording(zh: "until 应当晚于 from。", en: "`until` must be later than `from`"), at: until)
    }
    guard let name, let from else { return nil }
    self.init(
      name: name.value, words: draft.phraseIDs(words), unless: draft.phraseIDs(unless),
      sentenceWithout: draft.phraseIDs(without), from: from.value, until: until?.value)
  }
}

extension MappingReader {
  /// A day, written 2024-07-18.
  fileprivate mutating func date(_ key: String, _ presence: Presence = .optional) -> Placed<CalendarDate>? {
    guard let text = string(key, presence) else { return nil }
    guard let date = CalendarDate(iso: text.value) else {
      report(
        Wording(
          zh: "“\(text.value)”不是日期，应当写成 2024-07-18 的样子。", en: "`\(text.value)` is no date; write it as 2024-07-18"),
        at: text)
      return nil
    }
    return text.map { _ in date }
  }
}
