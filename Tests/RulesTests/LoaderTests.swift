import Rules
import SourceText
import Testing

@Suite("Loading a pack with mistakes") struct LoaderTests {
  /// One mistake: a line of the sound pack, what stands there instead with ⚑ at the place of each problem, and what is said.
  struct Mistake: CustomTestStringConvertible, Sendable {
    var name: String
    var line: String
    var wrong: String
    var says: [String]
    var testDescription: String { name }

    init(_ name: String, _ line: String, _ wrong: String, _ says: String...) {
      self.name = name
      self.line = line
      self.wrong = wrong
      self.says = says
    }
  }

  /// A pack with nothing wrong in it, for mistakes to be put into.
  static let sound = Packs.small(
    rules: """
      topics:
        disputes:
          title: 纠纷
          in: [measures]
          sentences: 1
          distinct_terms: 1
          facts: 0
          terms: [行政复议]
      rules:
        - id: section.causes
          title: 原因
          category: elements
          severity: error
          weight: 5
          veto: true
          basis: law#24
          applies: {levels: [county], report_years: 2021..}
          require: {mention: {any: [原因], in: shortcomings}}
          partial:
            - when: {topic: disputes}
              credit: 0.5
              says: 只有{count}句
          says: {missing: 没有写}
          why: 规定要求写明。
          remedy: {zh: "写明{next_year}年的安排", en: "Say it for {next_year}"}
          examples:
            meets: [云溪县的报告]
            fails: [临江市的报告]
        - id: date.deadline
          title: 期限
          category: elements
          severity: error
          weight: 3
          basis: law
          require: {date: publication_date, before: "{next_year}-04-01"}
          unless_known: {publication_date: unverifiable}
          why: 规定有期限。
          remedy: 按时公开。
          examples:
            meets: [青禾镇的报告]
            fails: [临江市的报告]

      """)

  static let mistakes: [Mistake] = [
    Mistake(
      "an unknown key", "    severity: error\n    weight: 5", "    ⚑severty: error\n    weight: 5",
      "unknown key `severty`; did you mean `severity`?"),
    Mistake(
      "an unknown severity", "severity: error\n    weight: 5", "severity: ⚑eror\n    weight: 5",
      "`eror`; did you mean `error`?"),
    Mistake(
      "an unknown role", "require: {mention: {any: [原因], in: shortcomings}}", "require: {section: ⚑shortcoming}",
      "did you mean `shortcomings`?"),
    Mistake(
      "an unknown place", "in: shortcomings}}", "in: ⚑shortcoming}}",
      "the place can't be `shortcoming`; did you mean `shortcomings`?"),
    Mistake(
      "an unknown variable in a partial sentence", "只有{count}句", "只有⚑{cuont}句",
      "a variable can't be `cuont`; did you mean `count`?"),
    Mistake(
      "an unknown variable in one language", #"en: "Say it for {next_year}""#, #"en: "Say it for ⚑{nextyear}""#,
      "`nextyear`; did you mean `next_year`?"),
    Mistake("a variable in another script", "写明{next_year}年", "写明⚑{下一年度}年", "a variable can't be `下一年度`"),
    Mistake(
      "a variable that this check does not tell", "{missing: 没有写}", #"{missing: "没有写⚑{heading}"}"#,
      "a variable can't be `heading`"),
    Mistake("a variable in quotes", "{missing: 没有写}", #"{missing: "没有写⚑{expectd}"}"#, "a variable can't be `expectd`"),
    Mistake(
      "a rule id twice", "id: date.deadline", "id: ⚑section.causes",
      "defined twice; the first is at rules/rules.yaml:10"),
    Mistake("an id that is none", "id: date.deadline", "id: ⚑Deadline", "is no rule id"),
    Mistake(
      "an unknown category", "category: elements\n    severity: error\n    weight: 3",
      "category: ⚑element\n    severity: error\n    weight: 3",
      "the category can't be `element`; did you mean `elements`?"),
    Mistake("an unknown basis", "basis: law#24", "basis: ⚑lax#24", "the basis can't be `lax`; did you mean `law`?"),
    Mistake("an unknown article", "basis: law#24", "basis: law#⚑25", "the article can't be `25`"),
    Mistake("no basis", "basis: law#24", "⚑basis: []", "at least one basis"),
    Mistake(
      "an impossible range of years", "report_years: 2021..}", "report_years: ⚑2025..2021}",
      "its lower end is above its upper end"),
    Mistake(
      "a number of characters below zero", "require: {mention: {any: [原因], in: shortcomings}}",
      "require: {section: shortcomings, characters: ⚑-5..}", "below 0"),
    Mistake(
      "a number of sentences below one", "in: shortcomings}}", "in: shortcomings, sentences: ⚑0..}}",
      "count sentences from 1"),
    Mistake("a weight out of range", "weight: 5", "weight: ⚑1000.5", "from 0 to 1000"),
    Mistake("a weight with too many decimals", "weight: 5", "weight: ⚑0.0005", "at most three decimals"),
    Mistake("a pattern that does not compile", "any: [原因]", #"patterns: ["原因⚑("]"#, "missing closing parenthesis"),
    Mistake("a pattern with an ideographic space", "any: [原因]", "patterns: [\"原因⚑\u{3000}在于\"]", "can never match"),
    Mistake(
      "an unknown variable in a pattern", "any: [原因]", #"patterns: ["⚑{reportyear}年"]"#, "did you mean `report_year`?"),
    Mistake("a phrase of white space", "any: [原因]", #"any: [原因, ⚑"　 "]"#, "nothing but white space"),
    Mistake(
      "a phrase with a line break", "any: [原因]", #"any: [⚑"原因\n在于"]"#, "a phrase with a line break can never match"),
    Mistake("an unknown variable in a phrase", "any: [原因]", #"any: ["⚑{nxt_year}年"]"#, "did you mean `next_year`?"),
    Mistake(
      "a variable in a topic's terms", "terms: [行政复议]", #"terms: [行政复议, "⚑{report_year}年"]"#,
      "no variable `{report_year}` can stand here"),
    Mistake(
      "nothing to look for", "{mention: {any: [原因], in: shortcomings}}", "{mention: ⚑{in: shortcomings}}",
      "say what to look for"),
    Mistake("nowhere to look", "in: shortcomings}}", "⚑in: []}}", "names no place"),
    Mistake(
      "a mention outside of its own place", "in: shortcomings}}", "in: headings, ⚑outside: [headings, body]}}",
      "nothing can ever match"),
    Mistake(
      "a role that no section defines", "in: shortcomings}}", "in: [shortcomings, ⚑other]}}",
      "`sections` does not say how a part `other` is recognised"),
    Mistake(
      "a role without recogniser", "require: {mention: {any: [原因], in: shortcomings}}",
      "require: {section: ⚑signature}", "how a part `signature` is recognised"),
    Mistake(
      "an unknown topic", "{topic: disputes}", "{any_of: [{topic: disputes}, {topic: ⚑dispute}]}",
      "the topic can't be `dispute`; did you mean `disputes`?"),
    Mistake(
      "more terms than a topic has", "distinct_terms: 1", "distinct_terms: ⚑2", "asks for 2 different terms but lists 1"
    ),
    Mistake("a topic named in no sentence", "sentences: 1", "sentences: ⚑0", "can't be below 1"),
    Mistake(
      "two kinds of check in one condition", "{mention: {any: [原因], in: shortcomings}}",
      "{section: shortcomings, ⚑mention: {any: [原因], in: nowhere}}",
      "a condition has one kind of check, here are section, mention"),
    Mistake(
      "an unknown kind of check", "{mention: {any: [原因], in: shortcomings}}",
      "{⚑sektion: shortcomings, characters: 60..}", "the kind of check can't be `sektion`; did you mean `section`?"),
    Mistake(
      "an unknown kind of check behind its options", "{mention: {any: [原因], in: shortcomings}}",
      "{accept: [rounded], outside: [title], ⚑figurs: rate_contradicts}",
      "the kind of check can't be `figurs`; did you mean `figures`?"),
    Mistake(
      "a condition in a condition", "{mention: {any: [原因], in: shortcomings}}",
      "{all_of: [{section: shortcomings}, {not: {⚑mentions: 原因}}]}", "did you mean `mention`?"),
    Mistake(
      "an empty list of conditions", "{mention: {any: [原因], in: shortcomings}}", "⚑{all_of: []}",
      "the condition asks for nothing"),
    Mistake(
      "an empty list of facts", "{mention: {any: [原因], in: shortcomings}}", "⚑{known: []}",
      "the condition asks for nothing"),
    Mistake(
      "an unknown fact", "{mention: {any: [原因], in: shortcomings}}", "{known: [⚑issuer.organn]}",
      "did you mean `issuer.organ`?"),
    Mistake(
      "two bodies that are one", "{mention: {any: [原因], in: shortcomings}}", "⚑{same_body: [title, title]}",
      "takes two different names"),
    Mistake(
      "no failing example", "      meets: [云溪县的报告]\n      fails: [临江市的报告]\n  - id", "      ⚑meets: [云溪县的报告]\n  - id",
      "the key `fails` is missing"),
    Mistake(
      "an empty list of failing examples", "      fails: [临江市的报告]\n  - id", "      ⚑fails: []\n  - id",
      "needs at least one example"),
    Mistake("an example of white space", "meets: [云溪县的报告]", #"meets: [⚑" "]"#, "the example is empty"),
    Mistake(
      "require and forbid together", "    partial:\n", "    ⚑forbid: {numbering: gap}\n    partial:\n",
      "`require` or `forbid`, not both"),
    Mistake(
      "neither require nor forbid",
      "    require: {date: publication_date, before: \"{next_year}-04-01\"}\n    unless_known: {publication_date: unverifiable}\n",
      "", "a rule has `require` or `forbid`"),
    Mistake(
      "partial credit for forbid", "require: {mention: {any: [原因], in: shortcomings}}\n    partial",
      "forbid: {mention: {any: [原因], in: shortcomings}}\n    ⚑partial", "`partial` goes with `require`"),
    Mistake("a partial credit of all", "credit: 0.5", "credit: ⚑1", "above 0 and below 1"),
    Mistake("a partial credit of nothing", "credit: 0.5", "credit: ⚑0", "above 0 and below 1"),
    Mistake("a date that is none", #""{next_year}-04-01""#, #"⚑"{next_year}-04-31""#, "is no date"),
    Mistake("a date with signs", #""{next_year}-04-01""#, #"⚑"2024-+4-01""#, "is no date"),
    Mistake("a day that most years lack", #""{next_year}-04-01""#, #"⚑"{next_year}-02-29""#, "is no date"),
    Mistake("a date compared with itself", #""{next_year}-04-01""#, "⚑publication_date", "compared with itself"),
    Mistake("a date without relation", #", before: "{next_year}-04-01"}"#, "}", "a date is compared by one relation"),
    Mistake(
      "an outcome for a date that is not compared", "{publication_date: unverifiable}",
      "{publication_date: unverifiable, ⚑signature_date: missing}", "does not compare `signature_date`"),
    Mistake(
      "a key twice", "    weight: 5\n", "    weight: 5\n    ⚑weight: 6\n",
      "`weight` is repeated; line 14 has it already"),
    Mistake("an alias", "title: 原因", "title: ⚑*why", "aliases (`*name`) are not allowed"),
    Mistake("a quoted number", "weight: 5", "weight: ⚑\"5\"", "quotes make it text"),
    Mistake("a veto without a grade for it", "veto_grade: 不合格\n", "", "so `veto` does nothing"),
    Mistake("an unknown veto grade", "veto_grade: 不合格", "veto_grade: ⚑差", "the grade can't be `差`"),
    Mistake(
      "grades upside down", "  - {title: 合格, from: 60}\n  - {title: 不合格, from: 0}",
      "  - {title: 不合格, from: 0}\n  - {title: 合格, from: 60}", "the lowest grade begins at 0",
      "grades go from the best down"),
    Mistake(
      "an include of a missing file", "sections.yaml, rules.yaml]", "sections.yaml, rules.yaml, ⚑section.yaml]",
      "can't be `section.yaml`; did you mean `sections.yaml`?"),
    Mistake(
      "an include twice", "sections.yaml, rules.yaml]", "sections.yaml, rules.yaml, ⚑rules.yaml]", "is read already"),
    Mistake(
      "a threshold out of reach", "    threshold: 6\n    heading:\n      - {any: [不足]",
      "    threshold: ⚑9\n    heading:\n      - {any: [不足]", "give 8 points at most, so 9 are never reached"),
    Mistake(
      "points beyond all bounds", "{any: [不足], points: 8}",
      "{any: [不足], points: 8}\n      - {any: [问题], points: ⚑9223372036854775807}", "points go from -1000 to 1000"),
    Mistake("an unknown section", "  leader-duty:\n", "  ⚑leaders-duty:\n", "a part can't be `leaders-duty`"),
    Mistake(
      "two parts that take the rest", "  leader-duty:\n", "  ⚑leader-duty:\n    fallback: true\n",
      "only one part can be the `fallback`"),
  ]

  @Test("reports a mistake where it stands and nothing besides", arguments: mistakes)
  func single(mistake: Mistake) throws {
    let (files, places) = try Self.files(with: [mistake])
    let loaded = loadPack(Packs.ruleFiles(files))
    #expect(!loaded.didLoad)
    let problems = loaded.problems
    if places.isEmpty {
      // What is missing has no place of its own: the entry that lacks it is shown.
      #expect(problems.count == mistake.says.count, "\(problems.map { $0.shown + " " + $0.message.en })")
    } else {
      #expect(problems.map(\.shown) == places, "\(problems.map { $0.shown + " " + $0.message.en })")
    }
    for (problem, says) in zip(problems, mistake.says) { #expect(problem.message.en.contains(says)) }
    for problem in problems {
      #expect(!problem.message.zh.isEmpty && problem.message.zh != problem.message.en)
    }
  }

  @Test("reports the mistakes of all files in one run, each at its place")
  func manyMistakes() throws {
    let names = [
      "an unknown key", "an unknown variable in a partial sentence", "a variable in another script", "a rule id twice",
      "an unknown category", "an unknown article", "an impossible range of years",
      "a pattern that does not compile", "more terms than a topic has", "no failing example",
      "a partial credit of all", "a date that is none", "an unknown veto grade", "an include of a missing file",
      "a threshold out of reach", "points beyond all bounds", "a topic named in no sentence",
    ]
    let chosen = Self.mistakes.filter { names.contains($0.name) }
    let (files, places) = try Self.files(with: chosen)
    let loaded = loadPack(Packs.ruleFiles(files + [("forgotten.yaml", "rules: []\n")]))
    #expect(!loaded.didLoad)
    #expect(places.count >= 17)
    #expect(Set(places.map { $0.prefix { $0 != ":" } }).count == 3)
    #expect(loaded.problems.map(\.shown).sorted() == (places + ["rules/forgotten.yaml"]).sorted())
  }

  @Test("loads the sound pack without a word") func soundPack() {
    let loaded = loadPack(Packs.ruleFiles(Self.sound))
    #expect(loaded.didLoad)
    #expect(loaded.problems.map(\.message.en) == [])
  }

  @Test("warns of a topic that no rule uses and loads all the same") func unusedTopic() throws {
    let (files, places) = try Self.files(with: [
      Mistake(
        "", "  disputes:\n",
        "  ⚑unused:\n    title: 无\n    in: [measures]\n    sentences: 1\n    distinct_terms: 1\n    facts: 0\n    terms: [调解]\n  disputes:\n"
      )
    ])
    let loaded = loadPack(Packs.ruleFiles(files))
    #expect(loaded.didLoad)
    #expect(loaded.problems.map(\.shown) == places)
    #expect(loaded.problems.map(\.severity) == [.warning])
  }

  @Test(
    "says what a pack cannot do without",
    arguments: [
      ("vocabulary.yaml", "the pack has no vocabulary"), ("figure-words.yaml", "the pack has no `figure_words`"),
      ("sections.yaml", "the pack has no `sections`"), ("rules.yaml", "the pack has no rules"),
    ])
  func missingFile(file: String, says: String) {
    var files = Packs.small(
      rules: Self.sound[4].text.replacingFirst(
        "{date: publication_date, before: \"{next_year}-04-01\"}", "{not: {figures: sum_contradicts}}"
      )
      .replacingFirst("    unless_known: {publication_date: unverifiable}\n", ""))
    files.removeAll { $0.name == file }
    files[0].text = files[0].text.replacingFirst(file == "rules.yaml" ? ", rules.yaml" : file + ", ", "")
    let problems = loadPack(Packs.ruleFiles(files)).problems
    #expect(problems.contains { $0.message.en.contains(says) }, "\(problems.map(\.message.en))")
  }

  @Test("says that a folder has no pack.yaml") func noPack() {
    #expect(loadPack(RuleFiles([])).problems.map(\.message.en) == ["the rule folder has no pack.yaml"])
  }

  private static func files(
    with mistakes: [Mistake]
  ) throws -> (files: [(name: String, text: String)], places: [String]) {
    var files = sound
    for mistake in mistakes {
      let index = try #require(
        files.firstIndex { $0.name != "vocabulary.yaml" && $0.text.contains(mistake.line) }, "\(mistake.line)")
      files[index].text = files[index].text.replacingFirst(mistake.line, mistake.wrong)
    }
    let marked = MarkedFiles(files)
    return (marked.files, marked.places)
  }
}

extension String {
  /// The text with the first occurrence of another replaced.
  func replacingFirst(_ part: String, _ other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
