import SourceText
import YAMLReading

/// Where a check of the report's language looks: in places, without other places that lie in them.
public struct Scope: Sendable {
  /// Where it looks.
  public var places: [Place]
  /// What does not count there.
  public var outside: [Place]

  /// Those of `found` whose ranges lie in the scope, in their order.
  func keeping<Found>(_ found: [Found], in context: EvaluationContext, range: (Found) -> FoldedRange) -> [Found] {
    if found.isEmpty { return [] }
    let inside = context.places[places]
    let within = found.filter { one in inside.contains { $0.contains(range(one)) } }
    if within.isEmpty || outside.isEmpty { return within }
    let excluded = context.places[outside]
    return within.filter { one in !excluded.contains { $0.overlaps(range(one)) } }
  }

  /// Reads `in` and `outside`.
  init(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    places = draft.places("in", .required, in: &reader)
    outside = draft.places("outside", in: &reader)
    if !places.isEmpty, places.allSatisfy(outside.contains) {
      reader.report(
        Wording(zh: "outside 排除了 in 的全部位置，永远匹配不到。", en: "`outside` rules out all of `in`, so nothing can ever match"),
        at: reader.key("outside") ?? Placed("", source: reader.value.source, range: reader.value.node.head))
    }
  }

  /// The places in words.
  var words: Wording { Place.words(places) }
}
