public import Matching
public import SourceText
public import YAMLReading

/// Words that a report should not use, each with what is right and with the context in which it is wrong.
public struct TermList: Sendable {
  /// What the list is called.
  public var title: Wording
  public var terms: [Term]

  /// One wrong word, in one or several spellings.
  public struct Term: Sendable {
    /// The spellings that are looked for.
    public var wrong: [PhraseID]
    /// What should stand there instead, or nil when that depends.
    public var right: String?
    /// Why it is wrong, for the reader of the report.
    public var note: Wording?
    /// Longer words in which it is right: one of them over the place excuses it.
    public var unless: [PhraseID]
    /// One of these must stand directly before it; empty when anything may.
    public var previous: [[UInt8]]
    /// One of these must stand directly behind it; 。 is also the end of a paragraph.
    public var next: [[UInt8]]
    /// One of these must stand in the same clause.
    public var clauseWith: [PhraseID]
    /// None of these may stand in the same clause.
    public var clauseWithout: [PhraseID]
    /// One of these must stand in the same sentence.
    public var sentenceWith: [PhraseID]
    /// None of these may stand in the same sentence.
    public var sentenceWithout: [PhraseID]
    /// The report years in which it is wrong.
    public var reportYears: Bounds<Int>?
  }
}

extension TermList {
  /// Reads one entry of `term_lists`.
  init?(_ reader: inout MappingReader, _ draft: inout PackDraft) {
    let title = reader.text("title", .required)
    let common = draft.phraseIDs(reader.strings("sentence_without"))
    let terms = reader.mappings("terms", .required) { Term(&$0, common, &draft) }
    guard let title else { return nil }
    self.init(title: title.value, terms: terms)
  }
}

extension TermList.Term {
  /// Reads one entry of `terms`; the words of `common` rule out a sentence for the whole list.
  init?(_ reader: inout MappingReader, _ common: [PhraseID], _ draft: inout PackDraft) {
    let wrong = reader.strings("wrong", .required)
    let right = reader.string("right")
    let note = reader.text("note")
    let unless = reader.strings("unless")
    let previous = draft.neighbours("previous", in: &reader)
    let next = draft.neighbours("next", in: &reader)
    let clauseWith = reader.strings("clause_with")
    let clauseWithout = reader.strings("clause_without")
    let sentenceWith = reader.strings("sentence_with")
    let sentenceWithout = reader.strings("sentence_without")
    let reportYears = reader.range("report_years")
    if wrong.isEmpty, let key = reader.key("wrong"), reader.hasEmptyList("wrong") {
      reader.report(Wording(zh: "没有写错在哪里。", en: "there is no word to look for"), at: key)
    }
    for word in wrong where word.value == right?.value {
      reader.report(Wording(zh: "“\(word.value)”既是错的又是对的。", en: "`\(word.value)` is both wrong and right"), at: word)
    }
    for word in unless where !wrong.contains(where: { Self.meet(word.value, $0.value) }) {
      reader.report(
        Wording(
          zh: "“\(word.value)”与要找的词没有重叠，永远起不了作用。",
          en: "`\(word.value)` shares no character with what is looked for, so it never excuses anything"), at: word)
    }
    self.init(
      wrong: draft.phraseIDs(wrong), right: right?.value, note: note?.value, unless: draft.phraseIDs(unless),
      previous: previous, next: next, clauseWith: draft.phraseIDs(clauseWith),
      clauseWithout: draft.phraseIDs(clauseWithout), sentenceWith: draft.phraseIDs(sentenceWith),
      sentenceWithout: common + draft.phraseIDs(sentenceWithout), reportYears: reportYears?.value)
  }

  /// Whether two words can overlap in a text: one holds the other, or the end of one begins the other.
  private static func meet(_ longer: String, _ word: String) -> Bool {
    let (first, second) = (FoldedText.fold(longer), FoldedText.fold(word))
    func overlaps(_ left: [UInt8], _ right: [UInt8]) -> Bool {
      (1...max(1, min(left.count, right.count))).contains { left.suffix($0).elementsEqual(right.prefix($0)) }
    }
    let holds =
      first.count >= second.count
      && (0...(first.count - second.count)).contains {
        first[$0..<($0 + second.count)].elementsEqual(second)
      }
    return holds || overlaps(first, second) || overlaps(second, first)
  }
}
