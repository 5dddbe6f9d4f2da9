import SourceText
import YAMLReading

/// Reads a condition: a mapping whose one leading key names the kind of check.
enum ConditionDecoder {
  /// The leading keys, in the order in which the reference lists them.
  static let kinds = [
    "section", "mention", "topic", "known", "kind", "date", "years", "same_body", "numbering", "figures", "all_of",
    "any_of", "not",
  ]

  static func read(_ value: YAMLValue?, _ draft: inout PackDraft) -> Condition? {
    guard let value else { return nil }
    return value.mapping { reader in
      let leading = kinds.filter { kind in reader.keys.contains { $0.value == kind } }
      guard let kind = leading.first, leading.count == 1 else {
        for kind in kinds { _ = reader.has(kind) }
        if leading.count > 1 {
          reader.report(
            Wording(
              zh: "一个条件只能用一种检查，这里有：\(leading.joined(separator: "、"))；多个条件用 all_of 或 any_of 组合。",
              en: "a condition has one kind of check, here are \(leading.joined(separator: ", ")); combine with all_of or any_of"
            ))
        } else if reader.keys.isEmpty {
          reader.report(Wording(zh: "条件是空的。", en: "the condition is empty"))
        }
        return nil
      }
      return read(kind, &reader, &draft)
    }
  }

  private static func read(_ kind: String, _ reader: inout MappingReader, _ draft: inout PackDraft) -> Condition? {
    switch kind {
    case "section": return SectionCheck(reading: &reader).map(Condition.section)
    case "mention": return reader.mapping("mention") { MentionCheck(reading: &$0, &draft) }.map(Condition.mention)
    case "topic": return TopicCheck(reading: &reader, &draft).map(Condition.topic)
    case "known": return KnownCheck(reading: &reader).map(Condition.known)
    case "kind": return KindCheck(reading: &reader).map(Condition.kind)
    case "date": return DateCheck(reading: &reader).map(Condition.date)
    case "years": return reader.mapping("years") { YearsCheck(reading: &$0, &draft) }.map(Condition.years)
    case "same_body": return SameBodyCheck(reading: &reader).map(Condition.sameBody)
    case "numbering": return NumberingCheck(reading: &reader).map(Condition.numbering)
    case "figures": return FiguresCheck(reading: &reader).map(Condition.figures)
    case "all_of": return conditions("all_of", &reader, &draft).map(Condition.allOf)
    case "any_of": return conditions("any_of", &reader, &draft).map(Condition.anyOf)
    case "not": return read(reader.value("not"), &draft).map(Condition.not)
    default: return nil
    }
  }

  private static func conditions(
    _ key: String, _ reader: inout MappingReader, _ draft: inout PackDraft
  ) -> [Condition]? {
    let values = reader.values(key)
    if values.isEmpty { reader.report(Wording(zh: "“\(key)”是空的。", en: "`\(key)` is empty")) }
    let conditions = values.compactMap { read($0, &draft) }
    return conditions.count == values.count && !values.isEmpty ? conditions : nil
  }
}
