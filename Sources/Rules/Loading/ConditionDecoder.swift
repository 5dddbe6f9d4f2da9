import SourceText
import YAMLReading

/// Reads a condition: a mapping whose one leading key names the kind of check.
enum ConditionDecoder {
  /// The kinds of check by their leading keys, in the order in which the reference lists them.
  enum Kind: String, CaseIterable {
    case section, mention, topic, known, kind, date, years
    case sameBody = "same_body"
    case numbering
    case headingMarks = "heading_marks"
    case brokenList = "broken_list"
    case brokenParagraphs = "broken_paragraphs"
    case unpairedMarks = "unpaired_marks"
    case typed
    case workingDays = "working_days"
    case fields
    case properties
    case pageResidue = "page_residue"
    case personalNumbers = "personal_numbers"
    case figures, level, count, items, agreement
    case terms, garbled, repeated, timeline
    case mixedNames = "mixed_names"
    case allOf = "all_of"
    case anyOf = "any_of"
    case not
  }

  /// Reads a condition; whatever keeps it from being read is reported.
  static func read(_ value: YAMLValue?, _ draft: inout PackDraft) -> Condition? {
    guard let value else { return nil }
    let known = draft.problems.count
    let condition = value.mapping { reader -> Condition? in
      let leading = Kind.allCases.filter { reader.key($0.rawValue) != nil }
      guard let kind = leading.first, leading.count == 1 else {
        reportLeading(leading, in: &reader)
        return nil
      }
      draft.notes.add(kind)
      return read(kind, &reader, &draft)
    }
    // A refused node was reported when the file was parsed; everything else must not vanish without a word.
    if condition == nil, draft.problems.count == known, case .mapping = value.node.content {
      value.report(Wording(zh: "条件没有内容。", en: "the condition asks for nothing"))
    }
    return condition
  }

  /// Reports a condition of no kind or of several; its other keys can't be judged and are passed over.
  private static func reportLeading(_ leading: [Kind], in reader: inout MappingReader) {
    let keys = reader.keys
    for key in keys { _ = reader.value(key.value) }
    if leading.count > 1 {
      let names = keys.map(\.value).filter { name in leading.contains { $0.rawValue == name } }
      let message = Wording(
        zh: "一个条件只能用一种检查，这里有：\(names.joined(separator: "、"))；多个条件用 all_of 或 any_of 组合。",
        en:
          "a condition has one kind of check, here are \(names.joined(separator: ", ")); combine with all_of or any_of")
      if let second = reader.key(names[1]) { reader.report(message, at: second) }
      return
    }
    let options =
      ["accept", "characters", "percent", "degree", "in", "is", "number", "outside", "places", "unless", "without"]
      + DateCheck.Relation.allCases.map(\.rawValue)
    guard let key = keys.first(where: { !options.contains($0.value) }) ?? keys.first else {
      reader.report(Wording(zh: "条件是空的。", en: "the condition is empty"))
      return
    }
    reader.report(
      unknownWord(
        key.value, among: Kind.allCases.map(\.rawValue), subject: Wording(zh: "检查", en: "the kind of check")),
      at: key)
  }

  static func read(_ kind: Kind, _ reader: inout MappingReader, _ draft: inout PackDraft) -> Condition? {
    switch kind {
    case .section: SectionCheck(reading: &reader, &draft).map(Condition.section)
    case .mention: reader.mapping("mention") { MentionCheck(reading: &$0, &draft) }.map(Condition.mention)
    case .topic: TopicCheck(reading: &reader, &draft).map(Condition.topic)
    case .known: KnownCheck(reading: &reader).map(Condition.known)
    case .kind: KindCheck(reading: &reader).map(Condition.kind)
    case .date: DateCheck(reading: &reader).map(Condition.date)
    case .years: reader.mapping("years") { YearsCheck(reading: &$0, &draft) }.map(Condition.years)
    case .sameBody: SameBodyCheck(reading: &reader).map(Condition.sameBody)
    case .numbering: NumberingCheck(reading: &reader).map(Condition.numbering)
    case .headingMarks: HeadingMarksCheck(reading: &reader).map(Condition.headingMarks)
    case .brokenList: BrokenListCheck(reading: &reader, &draft).map(Condition.brokenList)
    case .brokenParagraphs: BrokenParagraphsCheck(reading: &reader, &draft).map(Condition.brokenParagraphs)
    case .unpairedMarks: UnpairedMarksCheck(reading: &reader).map(Condition.unpairedMarks)
    case .typed: reader.mapping("typed") { TypedCheck(reading: &$0, &draft) }.map(Condition.typed)
    case .workingDays: reader.mapping("working_days") { WorkingDaysCheck(reading: &$0) }.map(Condition.workingDays)
    case .fields: reader.mapping("fields") { FieldsCheck(reading: &$0, &draft) }.map(Condition.fields)
    case .properties: reader.mapping("properties") { PropertiesCheck(reading: &$0) }.map(Condition.properties)
    case .pageResidue: PageResidueCheck(reading: &reader).map(Condition.pageResidue)
    case .personalNumbers:
      reader.mapping("personal_numbers") { PersonalNumbersCheck(reading: &$0, &draft) }.map(Condition.personalNumbers)
    case .figures: FiguresCheck(reading: &reader, &draft).map(Condition.figures)
    case .level: LevelCheck(reading: &reader).map(Condition.level)
    case .count: CountCheck(reading: &reader, &draft).map(Condition.count)
    case .items: reader.mapping("items") { ItemsCheck(reading: &$0, &draft) }.map(Condition.items)
    case .agreement: reader.mapping("agreement") { AgreementCheck(reading: &$0, &draft) }.map(Condition.agreement)
    case .terms: TermsCheck(reading: &reader, &draft).map(Condition.terms)
    case .garbled: GarbledCheck(reading: &reader, &draft).map(Condition.garbled)
    case .repeated: RepeatedCheck(reading: &reader, &draft).map(Condition.repeated)
    case .timeline: TimelineCheck(reading: &reader, &draft).map(Condition.timeline)
    case .mixedNames: MixedNamesCheck(reading: &reader, &draft).map(Condition.mixedNames)
    case .allOf: conditions("all_of", &reader, &draft).map(Condition.allOf)
    case .anyOf: conditions("any_of", &reader, &draft).map(Condition.anyOf)
    case .not: read(reader.value("not", .required, of: RuleGrammar.conditionName), &draft).map(Condition.not)
    }
  }

  private static func conditions(
    _ key: String, _ reader: inout MappingReader, _ draft: inout PackDraft
  ) -> [Condition]? {
    let values = reader.values(key, of: RuleGrammar.conditionName)
    let conditions = values.compactMap { read($0, &draft) }
    return conditions.count == values.count && !values.isEmpty ? conditions : nil
  }
}
