package import SourceText

/// Something that can be true of a report; each kind has a file of its own in `Checks`.
package indirect enum Condition: Sendable {
  /// A part of the report plays a role.
  case section(SectionCheck)
  /// Words stand in given places.
  case mention(MentionCheck)
  /// A topic of the pack is treated.
  case topic(TopicCheck)
  /// Facts of the report are known.
  case known(KnownCheck)
  /// The document is of a kind.
  case kind(KindCheck)
  /// A date of the report stands in a relation to another.
  case date(DateCheck)
  /// The years named in given places are the right ones.
  case years(YearsCheck)
  /// Two of the report's names are those of one body.
  case sameBody(SameBodyCheck)
  /// The headings' numbers have a fault.
  case numbering(NumberingCheck)
  /// Figures of the report contradict each other.
  case figures(FiguresCheck)
  /// Words of a list stand in a context in which they are wrong.
  case terms(TermsCheck)
  /// A set phrase is written with a slip.
  case garbled(GarbledCheck)
  /// The same words stand twice.
  case repeated(RepeatedCheck)
  /// What is named does not fit the report year.
  case timeline(TimelineCheck)
  /// One name is written in several ways.
  case mixedNames(MixedNamesCheck)
  case allOf([Condition])
  case anyOf([Condition])
  case not(Condition)

  /// What the condition says of a report.
  func answer(in context: EvaluationContext) -> Answer {
    switch self {
    case .section(let check): check.answer(in: context)
    case .mention(let check): check.answer(in: context)
    case .topic(let check): check.answer(in: context)
    case .known(let check): check.answer(in: context)
    case .kind(let check): check.answer(in: context)
    case .date(let check): check.answer(in: context)
    case .years(let check): check.answer(in: context)
    case .sameBody(let check): check.answer(in: context)
    case .numbering(let check): check.answer(in: context)
    case .figures(let check): check.answer(in: context)
    case .terms(let check): check.answer(in: context)
    case .garbled(let check): check.answer(in: context)
    case .repeated(let check): check.answer(in: context)
    case .timeline(let check): check.answer(in: context)
    case .mixedNames(let check): check.answer(in: context)
    case .allOf(let conditions): Combination.all(conditions, in: context)
    case .anyOf(let conditions): Combination.any(conditions, in: context)
    case .not(let condition): Combination.not(condition, in: context)
    }
  }
}

extension Condition {
  /// The names of what its answers tell of what was found, for the sentences of rules.
  var found: [String] {
    switch self {
    case .section: SectionCheck.found
    case .mention: MentionCheck.found
    case .topic: TopicCheck.found
    case .known: KnownCheck.found
    case .kind: KindCheck.found
    case .date: DateCheck.found
    case .years: YearsCheck.found
    case .sameBody: SameBodyCheck.found
    case .numbering: NumberingCheck.found
    case .figures: FiguresCheck.found
    case .terms: TermsCheck.found
    case .garbled: GarbledCheck.found
    case .repeated: RepeatedCheck.found
    case .timeline: TimelineCheck.found
    case .mixedNames: MixedNamesCheck.found
    case .allOf(let conditions), .anyOf(let conditions): conditions.flatMap(\.found)
    case .not(let condition): condition.found
    }
  }

  /// The dates of the report without which it cannot be told.
  var dates: [DateCheck.Name] {
    switch self {
    case .date(let check):
      if case .date(let other) = check.other { [check.date, other] } else { [check.date] }
    case .section, .mention, .topic, .known, .kind, .years, .sameBody, .numbering, .figures, .terms, .garbled,
      .repeated,
      .timeline, .mixedNames:
      []
    case .allOf(let conditions), .anyOf(let conditions): conditions.flatMap(\.dates)
    case .not(let condition): condition.dates
    }
  }

  /// The condition as a sentence that a legal expert can agree or disagree with.
  package func words(in pack: RulePack) -> Wording {
    switch self {
    case .section(let check): check.words(in: pack)
    case .mention(let check): check.words(in: pack)
    case .topic(let check): check.words(in: pack)
    case .known(let check): check.words(in: pack)
    case .kind(let check): check.words(in: pack)
    case .date(let check): check.words(in: pack)
    case .years(let check): check.words(in: pack)
    case .sameBody(let check): check.words(in: pack)
    case .numbering(let check): check.words(in: pack)
    case .figures(let check): check.words(in: pack)
    case .terms(let check): check.words(in: pack)
    case .garbled(let check): check.words(in: pack)
    case .repeated(let check): check.words(in: pack)
    case .timeline(let check): check.words(in: pack)
    case .mixedNames(let check): check.words(in: pack)
    case .allOf(let conditions): Combination.words(conditions, joinedBy: Wording(zh: "，并且", en: ", and "), in: pack)
    case .anyOf(let conditions): Combination.words(conditions, joinedBy: Wording(zh: "，或者", en: ", or "), in: pack)
    case .not(let condition):
      Wording(zh: "并非：" + condition.words(in: pack).zh, en: "not: " + condition.words(in: pack).en)
    }
  }
}

extension RulePack {
  /// What a rule asks, in words.
  package func words(for rule: Rule) -> Wording {
    switch rule.requirement {
    case .require(let condition): condition.words(in: self)
    case .forbid(let condition):
      Wording(zh: "不得有：" + condition.words(in: self).zh, en: "there must not be: " + condition.words(in: self).en)
    }
  }
}
