import Matching
import Reports
import SourceText
import YAMLReading

/// A pack while its files are being read: what is known so far, and every mistake.
struct PackDraft {
  private(set) var problems: ProblemSink
  let phrases = SharedPhraseSet()
  var categories: [RulePack.Category] = []
  var bases: [RulePack.Basis] = []
  var topics: [Topic] = []
  /// Lists of words with a name, for conditions.
  var wordLists = WordLists()
  /// Where each topic is defined, in step with `topics`.
  var topicNames: [Placed<String>] = []
  /// The topics that a rule asks for, by position.
  var usedTopics: Set<Int> = []
  var termLists = NamedLists<TermList>()
  var phraseLists = NamedLists<PhraseList>()
  var timelines = NamedLists<Timeline>()
  var nameLists = NamedLists<NameList>()
  /// The roles that rules and topics name, each where it is named.
  var usedRoles: [Placed<SectionRole>] = []
  /// Where rules ask for the relations between figures.
  var usedFigures: [Placed<FiguresCheck.Fault>] = []
  /// Where each rule id was first defined; known before rules are decoded.
  var ruleIDs: [String: Placed<String>] = [:]
  /// What the conditions of the rule that is being read speak of.
  var notes = RuleNotes()
  var defaultKinds: [DocumentKind] = []
  var hasVetoGrade = false
  /// The fields of page metadata that the vocabulary knows, each with its first label.
  var fields: [FieldsCheck.Field] = []

  init(problems: ProblemSink) {
    self.problems = problems
  }

  /// A draft that knows what this one knows, for another thread; `add` takes back what it finds.
  func forked() -> PackDraft {
    var fork = self
    fork.problems = ProblemSink()
    fork.usedRoles = []
    fork.usedFigures = []
    return fork
  }

  /// Takes back what a fork of this draft has found.
  mutating func add(_ fork: PackDraft) {
    problems.add(fork.problems)
    usedTopics.formUnion(fork.usedTopics)
    usedRoles += fork.usedRoles
    usedFigures += fork.usedFigures
    wordLists.addUse(fork.wordLists)
    termLists.addUse(fork.termLists)
    phraseLists.addUse(fork.phraseLists)
    timelines.addUse(fork.timelines)
    nameLists.addUse(fork.nameLists)
  }

  /// The number of a phrase; a phrase that no text can have is a problem.
  mutating func phrase(_ text: Placed<String>) -> PhraseID? {
    // Most phrases have none of the marks that are looked for here.
    let isPlain = !text.value.containsAnyByte { $0 == 0x7B || $0 == WordLists.mark || $0 == 0x0A || $0 == 0x0D }
    if isPlain, let id = phrases.add(text.value) { return id }
    if let mention = VariableMention.all(in: text.value).first {
      report(
        Wording(
          zh: "这里的词语不能用变量“{\(mention.name)}”，变量可用于 mention 的 any、all、without 和 patterns。",
          en:
            "no variable `{\(mention.name)}` can stand here, only in `any`, `all`, `without` and `patterns` of a mention"
        ),
        text, mention.offset, mention.count)
      return nil
    }
    if text.value.utf8.first == WordLists.mark {
      problems.report(
        Wording(zh: "这里不能用词表“\(text.value)”。", en: "no list of words such as `\(text.value)` can stand here"),
        in: text.source, at: text.range)
      return nil
    }
    guard !hasLineBreak(text) else { return nil }
    if let id = phrases.add(text.value) { return id }
    problems.report(
      Wording(
        zh: "“\(text.value)”去掉空白后没有内容，永远匹配不到。", en: "`\(text.value)` is nothing but white space and can never match"),
      in: text.source, at: text.range)
    return nil
  }

  mutating func phraseIDs(_ texts: [Placed<String>]) -> [PhraseID] {
    texts.compactMap { phrase($0) }
  }

  /// The words under a key of a condition, those of named lists included.
  mutating func words(_ key: String, _ presence: Presence = .optional, in reader: inout MappingReader)
    -> [Placed<String>]
  {
    wordLists.expanded(reader.strings(key, presence), problems: problems)
  }

  /// Groups of words under a key: a list of words is one group, a list of lists is several, one word of each being asked for.
  mutating func wordGroups(_ key: String, in reader: inout MappingReader) -> WordGroups {
    guard let value = reader.value(key) else { return WordGroups(groups: []) }
    guard value.isSequence, let values = value.values(), values.contains(where: \.isSequence) else {
      let words = wordLists.expanded(value.strings() ?? [], problems: problems)
      return WordGroups(
        groups: words.isEmpty ? [] : [WordGroups.Group(phrases: phraseIDs(words), words: words.map(\.value))])
    }
    return WordGroups(
      groups: values.compactMap { value in
        let words = wordLists.expanded(value.strings() ?? [], problems: problems)
        return words.isEmpty ? nil : WordGroups.Group(phrases: phraseIDs(words), words: words.map(\.value))
      })
  }

  /// Words that stand directly beside another, in folded spelling.
  mutating func neighbours(_ key: String, in reader: inout MappingReader) -> [[UInt8]] {
    let words = reader.strings(key)
    return words.compactMap { phrase($0) == nil ? nil : FoldedText.fold($0.value) }
  }

  /// The lists by which the checks of language judge.
  var languageLists: LanguageLists {
    var lists = LanguageLists()
    lists.terms = termLists.lists
    lists.phrases = phraseLists.lists
    lists.timelines = timelines.lists
    lists.names = nameLists.lists
    return lists
  }

  /// Whether a phrase has a line break, which is a problem: line breaks are folded away before texts are searched.
  private func hasLineBreak(_ text: Placed<String>) -> Bool {
    guard text.value.containsAnyByte(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
    problems.report(
      Wording(zh: "词语里有换行，永远匹配不到；请写在一行里。", en: "a phrase with a line break can never match; write it on one line"),
      in: text.source, at: text.range)
    return true
  }

  /// A phrase of a mention, which may have variables.
  mutating func soughtPhrase(_ text: Placed<String>) -> MentionCheck.Phrase? {
    let mentions = VariableMention.all(in: text.value)
    if mentions.isEmpty { return phrase(text).map(MentionCheck.Phrase.fixed) }
    guard areKnown(mentions, in: text, among: ReportVariable.allCases.map(\.rawValue)), !hasLineBreak(text) else {
      return nil
    }
    return .made(MessageTemplate(Wording(text.value)))
  }

  /// A pattern of a mention, which may have variables.
  mutating func soughtPattern(_ text: Placed<String>) -> MentionCheck.Expression? {
    let mentions = VariableMention.all(inPattern: text.value)
    guard areKnown(mentions, in: text, among: ReportVariable.allCases.map(\.rawValue)) else { return nil }
    let template = PatternTemplate(text.value)
    do throws(PatternError) {
      let pattern = try Pattern(template.filled { Pattern.quoted(ReportVariable(rawValue: $0)?.sample ?? "") })
      if !mentions.isEmpty { return .made(template) }
      // A short literal occurs so often that looking for it costs more than it saves.
      let literal = pattern.requiredLiteral.flatMap { $0.count >= 6 ? phrases.add(folded: $0) : nil }
      return .fixed(pattern, literal: literal)
    } catch {
      report(error, in: text, isShifted: !mentions.isEmpty)
      return nil
    }
  }

  /// A pattern without variables.
  func pattern(_ text: Placed<String>) -> Placed<Pattern>? {
    do throws(PatternError) {
      let pattern = try Pattern(text.value)
      return text.map { _ in pattern }
    } catch {
      report(error, in: text, isShifted: false)
      return nil
    }
  }

  private func report(_ error: PatternError, in text: Placed<String>, isShifted: Bool) {
    let end = text.value.utf8.count
    let offset = min(max(0, error.offset), max(0, end - 1))
    problems.report(
      error.message, in: text.source, at: isShifted || end == 0 ? text.range : text.part(offset, end - offset))
  }

  /// The position of a named thing among those known; an unknown name is a problem that shows the nearest.
  func position(of name: Placed<String>, among known: [String], what: Wording) -> Int? {
    if let index = known.firstIndex(of: name.value) { return index }
    problems.report(unknownWord(name.value, among: known, subject: what), in: name.source, at: name.range)
    return nil
  }

  /// A sentence under a key, whose variables are known ones; where there is a `line`, so is a `place`.
  func template(
    _ key: String, _ presence: Presence = .optional, in reader: inout MappingReader, alsoKnown: [String]
  ) -> MessageTemplate? {
    guard let text = reader.text(key, presence) else { return nil }
    let known =
      ReportVariable.allCases.map(\.rawValue) + alsoKnown + (alsoKnown.contains("line") ? ["place"] : [])
    for text in reader.texts(under: key) {
      _ = areKnown(VariableMention.all(in: text.value), in: text, among: known)
    }
    return MessageTemplate(text.value)
  }

  private func areKnown(_ mentions: [VariableMention], in text: Placed<String>, among known: [String]) -> Bool {
    var all = true
    for mention in mentions where !known.contains(mention.name) {
      all = false
      report(
        unknownWord(mention.name, among: known, subject: Wording(zh: "变量", en: "a variable")), text, mention.offset,
        mention.count)
    }
    return all
  }

  private func report(_ message: Wording, _ text: Placed<String>, _ offset: Int, _ count: Int) {
    problems.report(message, in: text.source, at: text.part(offset, count))
  }

  /// The places that a rule or topic names; none at all is a problem, since nothing can be found nowhere.
  mutating func places(_ key: String, _ presence: Presence = .optional, in reader: inout MappingReader) -> [Place] {
    let names = reader.strings(key, presence, known: Place.names)
    if names.isEmpty, let key = reader.key(key), reader.hasEmptyList(key.value) {
      reader.report(Wording(zh: "“\(key.value)”没有写任何位置。", en: "`\(key.value)` names no place"), at: key)
    }
    return names.compactMap { name in
      guard
        let index = position(of: name, among: Place.names, what: Wording(zh: "位置", en: "the place"))
      else { return nil }
      let place = Place.named[index].place
      if case .role(let role) = place { usedRoles.append(name.map { _ in role }) }
      if key != "outside" { notes.add(place) }
      return place
    }
  }
}

/// What the conditions of a rule speak of, noted while they are read, so that no kind of check need tell it a second time.
struct RuleNotes {
  /// The kinds of check by their leading keys, the outermost first, each once.
  var kinds: [String] = []
  /// The places that are looked at, each once.
  var places: [Place] = []
  /// The topics that are asked for.
  var topics: [Int] = []

  mutating func add(_ kind: ConditionDecoder.Kind) {
    if !kinds.contains(kind.rawValue) { kinds.append(kind.rawValue) }
  }

  mutating func add(_ place: Place) {
    if !places.contains(place) { places.append(place) }
  }
}
