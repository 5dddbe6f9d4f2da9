import Reports
import SourceText
import YAMLReading

/// Reads one entry of `rules`.
enum RuleDecoder {
  static func read(_ reader: inout MappingReader, _ draft: inout PackDraft) -> Rule? {
    draft.notes = RuleNotes()
    let id = reader.string(
      "id", .required, doc: Wording(zh: "编号：用点分开的小写英文，在包内唯一", en: "Dotted lower-case, unique in the pack"))
    let title = reader.text("title", .required, doc: Wording(zh: "要求，一句话", en: "What is asked, in a sentence"))
    let category = reader.string(
      "category", .required, doc: Wording(zh: "类别，pack.yaml 的 categories 之一", en: "One of `categories` in pack.yaml"))
    let severity = reader.choice(
      "severity", .required,
      of: Severity.self,
      doc: Wording(
        zh: "严重程度：与 --fail-on 一起决定是否通过，与得分无关",
        en: "Decides with --fail-on whether a report falls short, never the score"))
    let weight = reader.decimal(
      "weight", .required,
      doc: Wording(zh: "在类别中的权重：决定得分，与是否通过无关", en: "How much it counts in its category; decides the score"))
    let veto = reader.bool(
      "veto", doc: Wording(zh: "缺少时等次不高于 veto_grade", en: "A report that misses it gets at most `veto_grade`"))
    let basis = reader.strings(
      "basis", .required, doc: Wording(zh: "依据：bases 的键，“#”后写条款", en: "Keys of `bases`, with an article after `#`"))
    let applies = reader.mapping("applies", doc: Wording(zh: "适用于哪些报告", en: "The reports to which it applies")) {
      applicability(&$0, draft)
    }
    let require = reader.value(
      "require",
      doc: Wording(zh: "应当成立的条件；与 forbid 写其一", en: "The condition that must hold; a rule has this or `forbid`"),
      of: RuleGrammar.conditionName
    ).map { ConditionDecoder.read($0, &draft) }
    let forbid = reader.value(
      "forbid", doc: Wording(zh: "不得成立的条件", en: "The condition that must not hold"), of: RuleGrammar.conditionName
    ).map { ConditionDecoder.read($0, &draft) }
    let requirement = self.requirement(require, forbid)
    let found = requirement?.condition.found ?? Self.allFound
    let partials = reader.mappings(
      "partial", doc: Wording(zh: "差一点而得部分分的情形，取第一个成立的", en: "What earns a part; the first that holds counts")
    ) { partial(&$0, found, &draft) }
    let notes = draft.notes
    let unlessKnown = self.unlessKnown(&reader, asked: requirement.map { $0.condition.dates })
    let cannotTell = reader.choices(
      "cannot_tell_in",
      of: Stage.self,
      doc: Wording(zh: "在这些阶段，没有的内容不能算缺少", en: "Stages in which what is not there cannot be called missing")
    ).map(\.value)
    let says = reader.mapping(
      "says", doc: Wording(zh: "规则自己的话；{detail} 是检查的话", en: "Own sentences; {detail} is what the check says")
    ) { sayings(&$0, found, draft) }
    let why = reader.text("why", .required, doc: Wording(zh: "为什么这样要求", en: "Why it is asked"))
    let remedy = draft.template("remedy", .required, in: &reader, alsoKnown: found)
    let examples = reader.mapping(
      "examples", .required, doc: Wording(zh: "示例文本，由 rules test 核查", en: "Texts that `rules test` audits")
    ) { self.examples(&$0) }
    let mutations = reader.mappings(
      "mutations",
      doc: Wording(zh: "怎样在样本上破坏它，由 rules test 试验", en: "How it is broken on a sample, tried by `rules test`")
    ) { MutationDecoder.read(&$0, &draft) }

    if let id { check(id, in: reader, draft) }
    switch (require, forbid) {
    case (nil, nil): reader.report(Wording(zh: "规则要有 require 或 forbid。", en: "a rule has `require` or `forbid`"))
    case (.some, .some):
      reader.report(
        Wording(zh: "require 和 forbid 只能写一个。", en: "a rule has `require` or `forbid`, not both"),
        at: later(of: "require", "forbid", in: reader))
    case (.some, nil), (nil, .some): break
    }
    if forbid != nil, require == nil {
      for key in ["partial", "cannot_tell_in"] {
        guard let key = reader.key(key) else { continue }
        reader.report(
          Wording(
            zh: "“\(key.value)”只用于 require，对 forbid 不起作用。",
            en: "`\(key.value)` goes with `require`; it does nothing for `forbid`"),
          at: key)
      }
    }
    if let veto, veto.value, !draft.hasVetoGrade {
      reader.report(
        Wording(zh: "pack.yaml 没有写 veto_grade，veto 不起作用。", en: "pack.yaml has no `veto_grade`, so `veto` does nothing"),
        at: veto)
    }
    if basis.isEmpty, reader.hasEmptyList("basis"), let key = reader.key("basis") {
      reader.report(Wording(zh: "规则至少要有一个依据。", en: "a rule rests on at least one basis"), at: key)
    }
    let categoryIndex = category.flatMap {
      draft.position(of: $0, among: draft.categories.map(\.id), what: Wording(zh: "类别", en: "the category"))
    }
    let citations = basis.compactMap { citation($0, in: reader, draft) }
    let points = weight.flatMap { PackHeader.thousandths($0, in: reader, 0...1_000_000) }
    guard let id, let title, let categoryIndex, let severity, let points, let why, let remedy, let examples,
      let requirement
    else { return nil }
    var scope = applies ?? Applicability()
    if applies == nil { scope.kinds = draft.defaultKinds }
    return Rule(
      id: id.value, title: title.value, category: categoryIndex, severity: severity.value,
      weight: Weight(thousandths: points), isVeto: veto?.value ?? false, basis: citations, why: why.value,
      remedy: remedy, says: says ?? Rule.Sayings(), applies: scope, requirement: requirement,
      partials: partials, unlessKnown: unlessKnown, cannotTellIn: cannotTell, examples: examples,
      mutations: mutations, kinds: notes.kinds, places: notes.places, topics: notes.topics,
      path: reader.value.source.path, position: id.source.text.position(of: id.range.start))
  }

  /// Every name of something found, for sentences of a rule whose condition could not be read.
  private static let allFound = [
    SectionCheck.found, MentionCheck.found, TopicCheck.found, KnownCheck.found, NumberingCheck.found,
    ItemsCheck.found,
  ].flatMap(\.self)

  /// The later of two keys that both stand in a mapping.
  private static func later(of first: String, _ second: String, in reader: MappingReader) -> Placed<String> {
    reader.keys.last { $0.value == first || $0.value == second }
      ?? Placed("", source: reader.value.source, range: reader.value.node.head)
  }

  private static func requirement(_ require: Condition??, _ forbid: Condition??) -> Rule.Requirement? {
    if let condition = require ?? nil { return .require(condition) }
    if let condition = forbid ?? nil { return .forbid(condition) }
    return nil
  }

  private static func check(_ id: Placed<String>, in reader: MappingReader, _ draft: PackDraft) {
    let parts = id.value.split(separator: ".", omittingEmptySubsequences: false)
    let isWellFormed =
      parts.count >= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      }
    if !isWellFormed {
      reader.report(
        Wording(
          zh: "规则编号“\(id.value)”应为用点分开的小写英文，如 section.causes。",
          en: "`\(id.value)` is no rule id; write dotted lower-case, as in section.causes"), at: id)
    }
    if let first = draft.ruleIDs[id.value], first.source.path != id.source.path || first.range != id.range {
      let place = first.source.text.position(of: first.range.start)
      reader.report(
        Wording(
          zh: "规则编号“\(id.value)”重复，已见于 \(first.source.path):\(place.line)。",
          en: "rule `\(id.value)` is defined twice; the first is at \(first.source.path):\(place.line)"), at: id)
    }
  }

  private static func citation(_ text: Placed<String>, in reader: MappingReader, _ draft: PackDraft) -> Citation? {
    let parts = text.value.split(separator: "#", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    let key = Placed(name, source: text.source, range: text.part(0, name.utf8.count))
    guard
      let basis = draft.position(of: key, among: draft.bases.map(\.key), what: Wording(zh: "依据", en: "the basis"))
    else { return nil }
    guard parts.count == 2 else { return Citation(basis: basis, article: nil) }
    let articles = draft.bases[basis].articles.map(\.key)
    guard articles.contains(parts[1]) else {
      reader.report(
        unknownWord(parts[1], among: articles, subject: Wording(zh: "条款", en: "the article")),
        at: text.narrowed(key.value.utf8.count + 1, parts[1].utf8.count))
      return nil
    }
    return Citation(basis: basis, article: parts[1])
  }

  private static func applicability(_ reader: inout MappingReader, _ draft: PackDraft) -> Applicability? {
    var applies = Applicability()
    applies.levels = reader.choices(
      "levels", of: Level.self, doc: Wording(zh: "机关层级；不写表示任何层级", en: "Levels of bodies; left out means any")
    ).map(\.value)
    applies.stages = reader.choices(
      "stages", of: Stage.self, doc: Wording(zh: "阶段；不写表示任何阶段", en: "Stages; left out means any")
    ).map(\.value)
    let years = reader.range("report_years", doc: Wording(zh: "报告年度，例如 2021..2025", en: "Report years, 2021..2025 say"))
    applies.firstYear = years?.value.lower
    applies.lastYear = years?.value.upper
    let kinds = reader.strings(
      "kinds",
      doc: Wording(
        zh: "文件种类，或 all；不写时用 judges 中的种类", en: "Kinds of document, or `all`; left out means those of `judges`"))
    if kinds.count == 1, kinds[0].value == "all" {
      applies.kinds = DocumentKind.allCases
    } else {
      let known = DocumentKind.allCases.map(\.rawValue)
      applies.kinds = kinds.compactMap { kind in
        draft.position(of: kind, among: known + ["all"], what: Wording(zh: "文件种类", en: "the kind of document"))
          .flatMap { $0 < known.count ? DocumentKind.allCases[$0] : nil }
      }
    }
    if kinds.isEmpty { applies.kinds = draft.defaultKinds }
    return applies
  }

  private static func partial(
    _ reader: inout MappingReader, _ foundBefore: [String], _ draft: inout PackDraft
  ) -> Rule.Partial? {
    let when = ConditionDecoder.read(
      reader.value(
        "when", .required, doc: Wording(zh: "得到部分分的条件", en: "When it is earned"), of: RuleGrammar.conditionName), &draft
    )
    let credit = reader.decimal(
      "credit", .required, doc: Wording(zh: "得分率，大于0、小于1", en: "The share that is earned, above 0 and below 1"))
    let says = draft.template("says", .required, in: &reader, alsoKnown: names((when?.found ?? allFound) + foundBefore))
    let thousandths = credit.flatMap { PackHeader.thousandths($0, in: reader, 0...1000) }
    if let credit, thousandths == 0 || thousandths == 1000 {
      reader.report(
        Wording(
          zh: "部分得分应当大于0、小于1；得满分的写进 require。",
          en: "partial credit is above 0 and below 1; what earns all belongs to `require`"),
        at: credit)
    }
    guard let when, let says, let thousandths else { return nil }
    return Rule.Partial(when: when, credit: Credit(thousandths: thousandths), says: says)
  }

  /// Each name once, in order.
  private static func names(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names where !result.contains(name) { result.append(name) }
    return result
  }

  /// `unless_known: {signature_date: not-applicable}`, for dates that the rule compares.
  private static func unlessKnown(
    _ reader: inout MappingReader, asked: [DateCheck.Name]?
  ) -> [DateCheck.Name: Rule.UnlessKnown] {
    var result: [DateCheck.Name: Rule.UnlessKnown] = [:]
    _ = reader.mapping(
      "unless_known", doc: Wording(zh: "要比较的日期不知道时怎么说", en: "What is said when a date that is compared is not known")
    ) { inner -> Void? in
      for name in DateCheck.Name.allCases {
        guard let outcome = inner.choice(name.rawValue, of: Rule.UnlessKnown.self) else { continue }
        result[name] = outcome.value
        if let asked, !asked.contains(name), let key = inner.key(name.rawValue) {
          inner.report(
            Wording(
              zh: "规则没有比较“\(name.rawValue)”，这一项不起作用。",
              en: "the rule does not compare `\(name.rawValue)`, so this does nothing"),
            at: key)
        }
      }
      return ()
    }
    return result
  }

  private static func sayings(
    _ reader: inout MappingReader, _ found: [String], _ draft: PackDraft
  ) -> Rule.Sayings? {
    var says = Rule.Sayings()
    let known = names(found) + ["detail"]
    says.met = draft.template("met", in: &reader, alsoKnown: known)
    says.missing = draft.template("missing", in: &reader, alsoKnown: known)
    says.violated = draft.template("violated", in: &reader, alsoKnown: known)
    says.unverifiable = draft.template("unverifiable", in: &reader, alsoKnown: known)
    return says
  }

  private static func examples(_ reader: inout MappingReader) -> [Rule.Example]? {
    let meets = reader.strings(
      "meets", .required, doc: Wording(zh: "符合的文本，至少一个", en: "Texts that meet it, at least one"))
    let partly = reader.strings("partly", doc: Wording(zh: "部分符合的文本", en: "Texts that meet it in part"))
    let fails = reader.strings(
      "fails", .required, doc: Wording(zh: "不符合的文本，至少一个", en: "Texts that fail it, at least one"))
    for key in ["meets", "fails"] {
      guard reader.hasEmptyList(key), let place = reader.key(key) else { continue }
      reader.report(
        Wording(
          zh: "“\(key)”至少要有一个示例，否则看不出规则会不会起作用。",
          en: "`\(key)` needs at least one example, or nobody sees the rule at work"),
        at: place)
    }
    for example in meets + partly + fails where example.value.utf8.allSatisfy({ $0 <= 0x20 }) {
      reader.report(Wording(zh: "示例是空的。", en: "the example is empty"), at: example)
    }
    func examples(_ texts: [Placed<String>], _ expected: Rule.Example.Expectation) -> [Rule.Example] {
      texts.map {
        Rule.Example(
          text: $0.value, expected: expected, position: $0.source.text.position(of: $0.range.start))
      }
    }
    return examples(meets, .meets) + examples(partly, .partly) + examples(fails, .fails)
  }
}
