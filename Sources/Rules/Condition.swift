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
    case .allOf(let conditions): Combination.all(conditions, in: context)
    case .anyOf(let conditions): Combination.any(conditions, in: context)
    case .not(let condition): Combination.not(condition, in: context)
    }
  }
}
