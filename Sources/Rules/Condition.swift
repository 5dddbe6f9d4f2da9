public import SourceText

/// Something that can be true of a report; each kind has a file of its own in `Checks`.
public indirect enum Condition: Sendable {
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
  /// Headings have a mark where none belongs.
  case headingMarks(HeadingMarksCheck)
  /// A list in the running text is incomplete.
  case brokenList(BrokenListCheck)
  /// A paragraph breaks off inside a sentence.
  case brokenParagraphs(BrokenParagraphsCheck)
  /// A mark of a pair lacks its partner.
  case unpairedMarks(UnpairedMarksCheck)
  /// The text as typed has a form that should be written otherwise.
  case typed(TypedCheck)
  /// So many working days at most lie between two dates.
  case workingDays(WorkingDaysCheck)
  /// Fields of the page's metadata have a value, or none.
  case fields(FieldsCheck)
  /// What a file states beside its text is there.
  case properties(PropertiesCheck)
  /// Something of the web page came along with the text.
  case pageResidue(PageResidueCheck)
  /// Numbers that belong to one person stand in given places.
  case personalNumbers(PersonalNumbersCheck)
  /// Figures of the report contradict each other.
  case figures(FiguresCheck)
  /// The body stands at a level.
  case level(LevelCheck)
  /// So many figures or documents stand in given places.
  case count(CountCheck)
  /// So many items of a part say something concrete.
  case items(ItemsCheck)
  /// The items of one part come back in another.
  case agreement(AgreementCheck)
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
    case .headingMarks(let check): check.answer(in: context)
    case .brokenList(let check): check.answer(in: context)
    case .brokenParagraphs(let check): check.answer(in: context)
    case .unpairedMarks(let check): check.answer(in: context)
    case .typed(let check): check.answer(in: context)
    case .workingDays(let check): check.answer(in: context)
    case .fields(let check): check.answer(in: context)
    case .properties(let check): check.answer(in: context)
    case .pageResidue(let check): check.answer(in: context)
    case .personalNumbers(let check): check.answer(in: context)
    case .figures(let check): check.answer(in: context)
    case .level(let check): check.answer(in: context)
    case .count(let check): check.answer(in: context)
    case .items(let check): check.answer(in: context)
    case .agreement(let check): check.answer(in: context)
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
    case .headingMarks: HeadingMarksCheck.found
    case .brokenList: BrokenListCheck.found
    case .brokenParagraphs: BrokenParagraphsCheck.found
    case .unpairedMarks: UnpairedMarksCheck.found
    case .typed: TypedCheck.found
    case .workingDays: WorkingDaysCheck.found
    case .fields: FieldsCheck.found
    case .properties: PropertiesCheck.found
    case .pageResidue: PageResidueCheck.found
    case .personalNumbers: PersonalNumbersCheck.found
    case .figures: FiguresCheck.found
    case .level: LevelCheck.found
    case .count: CountCheck.found
    case .items: ItemsCheck.found
    case .agreement: AgreementCheck.found
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
    case .workingDays(let check): [check.from, check.to]
    case .section, .mention, .topic, .known, .kind, .years, .sameBody, .numbering, .headingMarks, .brokenList,
      .brokenParagraphs, .unpairedMarks, .typed, .fields, .properties, .pageResidue, .personalNumbers, .figures, .level,
      .count, .items, .agreement, .terms, .garbled, .repeated, .timeline, .mixedNames:
      []
    case .allOf(let conditions), .anyOf(let conditions): conditions.flatMap(\.dates)
    case .not(let condition): condition.dates
    }
  }

  /// The condition as a sentence that a legal expert can agree or disagree with.
  public func words(in pack: RulePack) -> Wording {
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
    case .headingMarks(let check): check.words(in: pack)
    case .brokenList(let check): check.words(in: pack)
    case .brokenParagraphs(let check): check.words(in: pack)
    case .unpairedMarks(let check): check.words(in: pack)
    case .typed(let check): check.words(in: pack)
    case .workingDays(let check): check.words(in: pack)
    case .fields(let check): check.words(in: pack)
    case .properties(let check): check.words(in: pack)
    case .pageResidue(let check): check.words(in: pack)
    case .personalNumbers(let check): check.words(in: pack)
    case .figures(let check): check.words(in: pack)
    case .level(let check): check.words(in: pack)
    case .count(let check): check.words(in: pack)
    case .items(let check): check.words(in: pack)
    case .agreement(let check): check.words(in: pack)
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
  public func words(for rule: Rule) -> Wording {
    switch rule.requirement {
    case .require(let condition): condition.words(in: self)
    case .forbid(let condition):
      Wording(zh: "不得有：" + condition.words(in: self).zh, en: "there must not be: " + condition.words(in: self).en)
    }
  }
}
