import Reports
import SourceText
import YAMLReading

/// Reads one entry of `rules`.
enum RuleDecoder {
  /// What a check may say it found, for the sentences of partial credits and of `says`.
  private static let found = ["heading", "line", "characters", "count", "found", "expected"]

  static func read(_ reader: inout MappingReader, _ draft: inout PackDraft) -> Rule? {
    let id = reader.string("id", .required)
    let title = reader.text("title", .required)
    let category = reader.string("category", .required)
    let severity = reader.choice("severity", .required, of: Severity.self)
    let weight = reader.decimal("weight", .required)
    let veto = reader.bool("veto")
    let basis = reader.strings("basis", .required)
    let applies = reader.mapping("applies") { applicability(&$0, draft) }
    let require = reader.value("require").map { ConditionDecoder.read($0, &draft) }
    let forbid = reader.value("forbid").map { ConditionDecoder.read($0, &draft) }
    let partials = reader.mappings("partial") { partial(&$0, &draft) }
    let unlessKnown = self.unlessKnown(&reader)
    let cannotTell = reader.choices("cannot_tell_in", of: Stage.self).map(\.value)
    let says = reader.mapping("says") { sayings(&$0, draft) }
    let why = reader.text("why", .required)
    let remedy = reader.text("remedy", .required)
    let examples = reader.mapping("examples", .required) { self.examples(&$0) }

    if let id { check(id, in: reader, &draft) }
    switch (require, forbid) {
    case (nil, nil): reader.report(Wording(zh: "规则要有 require 或 forbid。", en: "a rule has `require` or `forbid`"))
    case (.some, .some):
      reader.report(Wording(zh: "require 和 forbid 只能写一个。", en: "a rule has `require` or `forbid`, not both"))
    case (.some, nil), (nil, .some): break
    }
    if forbid != nil, !partials.isEmpty {
      reader.report(Wording(zh: "forbid 没有部分得分。", en: "`forbid` has no partial credit"))
    }
    let categoryIndex = category.flatMap {
      draft.position(of: $0, among: draft.categories.map(\.id), what: Wording(zh: "类别", en: "the category"))
    }
    let citations = basis.compactMap { citation($0, in: reader, draft) }
    let points = weight.flatMap { PackHeader.thousandths($0, in: reader, 0...1_000_000) }
    guard let id, let title, let categoryIndex, let severity, let points, let why, let remedy, let examples,
      let requirement = self.requirement(require, forbid),
      let template = draft.template(remedy, alsoKnown: found)
    else { return nil }
    var scope = applies ?? Applicability()
    if applies == nil { scope.kinds = draft.defaultKinds }
    return Rule(
      id: id.value, title: title.value, category: categoryIndex, severity: severity.value,
      weight: Weight(thousandths: points), isVeto: veto?.value ?? false, basis: citations, why: why.value,
      remedy: template, says: says ?? Rule.Sayings(), applies: scope, requirement: requirement,
      partials: partials, unlessKnown: unlessKnown, cannotTellIn: cannotTell, examples: examples,
      path: reader.value.source.path, position: id.source.text.position(of: id.range.start))
  }

  private static func requirement(_ require: Condition??, _ forbid: Condition??) -> Rule.Requirement? {
    if let condition = require ?? nil { return .require(condition) }
    if let condition = forbid ?? nil { return .forbid(condition) }
    return nil
  }

  private static func check(_ id: Placed<String>, in reader: MappingReader, _ draft: inout PackDraft) {
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
    if let first = draft.ruleIDs[id.value] {
      let place = first.source.text.position(of: first.range.start)
      reader.report(
        Wording(
          zh: "规则编号“\(id.value)”重复，已见于 \(first.source.path):\(place.line)。",
          en: "rule `\(id.value)` is defined twice; the first is at \(first.source.path):\(place.line)"), at: id)
    } else {
      draft.ruleIDs[id.value] = id
    }
  }

  private static func citation(_ text: Placed<String>, in reader: MappingReader, _ draft: PackDraft) -> Citation? {
    let parts = text.value.split(separator: "#", maxSplits: 1).map(String.init)
    let key = text.map { _ in parts.first ?? "" }
    guard
      let basis = draft.position(of: key, among: draft.bases.map(\.key), what: Wording(zh: "依据", en: "the basis"))
    else { return nil }
    guard parts.count == 2 else { return Citation(basis: basis, article: nil) }
    let articles = draft.bases[basis].articles.map(\.key)
    guard articles.contains(parts[1]) else {
      reader.report(
        unknownWord(parts[1], among: articles, subject: Wording(zh: "条款", en: "the article")), at: text)
      return nil
    }
    return Citation(basis: basis, article: parts[1])
  }

  private static func applicability(_ reader: inout MappingReader, _ draft: PackDraft) -> Applicability? {
    var applies = Applicability()
    applies.levels = reader.choices("levels", of: Level.self).map(\.value)
    applies.stages = reader.choices("stages", of: Stage.self).map(\.value)
    let years = reader.range("report_years")
    applies.firstYear = years?.value.lower
    applies.lastYear = years?.value.upper
    let kinds = reader.strings("kinds")
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

  private static func partial(_ reader: inout MappingReader, _ draft: inout PackDraft) -> Rule.Partial? {
    let when = ConditionDecoder.read(reader.value("when", .required), &draft)
    let credit = reader.decimal("credit", .required)
    let says = draft.template(reader.text("says", .required), alsoKnown: found)
    guard let when, let credit, let says,
      let thousandths = PackHeader.thousandths(credit, in: reader, 0...1000)
    else { return nil }
    return Rule.Partial(when: when, credit: Credit(thousandths: thousandths), says: says)
  }

  /// `unless_known: {signature_date: not-applicable}` for each date, or one word for all of them.
  private static func unlessKnown(_ reader: inout MappingReader) -> [DateCheck.Name: Rule.UnlessKnown] {
    var result: [DateCheck.Name: Rule.UnlessKnown] = [:]
    _ = reader.mapping("unless_known") { inner -> Void? in
      for name in DateCheck.Name.allCases {
        if let outcome = inner.choice(name.rawValue, of: Rule.UnlessKnown.self) { result[name] = outcome.value }
      }
      return ()
    }
    return result
  }

  private static func sayings(_ reader: inout MappingReader, _ draft: PackDraft) -> Rule.Sayings? {
    var says = Rule.Sayings()
    let known = found + ["detail"]
    says.met = draft.template(reader.text("met"), alsoKnown: known)
    says.missing = draft.template(reader.text("missing"), alsoKnown: known)
    says.violated = draft.template(reader.text("violated"), alsoKnown: known)
    says.unverifiable = draft.template(reader.text("unverifiable"), alsoKnown: known)
    return says
  }

  private static func examples(_ reader: inout MappingReader) -> [Rule.Example]? {
    let meets = reader.strings("meets", .required)
    let partly = reader.strings("partly")
    let fails = reader.strings("fails", .required)
    func examples(_ texts: [Placed<String>], _ expected: Rule.Example.Expectation) -> [Rule.Example] {
      texts.map {
        Rule.Example(
          text: $0.value, expected: expected, position: $0.source.text.position(of: $0.range.start))
      }
    }
    return examples(meets, .meets) + examples(partly, .partly) + examples(fails, .fails)
  }
}
