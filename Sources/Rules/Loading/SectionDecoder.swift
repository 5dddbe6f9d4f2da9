import Matching
import Reports
import SourceText
import YAMLReading

/// Reads `sections`: how each role is recognised.
enum SectionDecoder {
  static func read(
    _ name: Placed<String>, _ reader: inout MappingReader, _ draft: inout PackDraft
  ) -> RoleRecogniser? {
    let title = reader.text("title", .required)
    let threshold = reader.int("threshold", .required)
    let isFallback = reader.bool("fallback")
    let continues = reader.bool("continues")
    let heading = reader.mappings("heading", shape: "cue") { cue(&$0, &draft) }
    let opening = reader.mappings("opening", shape: "cue") { cue(&$0, &draft) }
    let body = reader.mappings("body", shape: "cue") { cue(&$0, &draft) }
    let position = reader.mappings("position") { inner -> PositionCue? in
      let from = inner.int("from", .required)
      let to = inner.int("to", .required)
      let points = inner.int("points", .required)
      guard let from, let to, let points else { return nil }
      if !(0...100).contains(from.value) || !(from.value...100).contains(to.value) {
        inner.report(Wording(zh: "位置用百分数表示，0到100，从小到大。", en: "a position is a percentage from 0 to 100, in order"))
      }
      return PositionCue(from: from.value, to: to.value, points: points.value)
    }
    let notWithin = reader.choices("not_within", of: SectionRole.self).map(\.value)
    let openingNotWithin = reader.choices("opening_not_within", of: SectionRole.self).map(\.value)
    guard let role = SectionRole(rawValue: name.value) else {
      let known = SectionRole.allCases.map(\.rawValue)
      reader.report(unknownWord(name.value, among: known, subject: Wording(zh: "部分", en: "a part")), at: name)
      return nil
    }
    guard let title, let threshold else { return nil }
    if heading.isEmpty && opening.isEmpty && isFallback?.value != true {
      reader.report(Wording(zh: "没有任何标题或段首线索，永远识别不到。", en: "without any cue it can never be recognised"))
    }
    var recogniser = RoleRecogniser(role: role, title: title.value, threshold: threshold.value)
    recogniser.heading = heading
    recogniser.opening = opening
    recogniser.body = body
    recogniser.position = position
    recogniser.isFallback = isFallback?.value ?? false
    recogniser.continues = continues?.value ?? false
    recogniser.notWithin = notWithin
    recogniser.openingNotWithin = openingNotWithin
    return recogniser
  }

  private static func cue(_ reader: inout MappingReader, _ draft: inout PackDraft) -> RoleCue? {
    let any = reader.strings("any")
    let all = reader.strings("all")
    let none = reader.strings("none")
    let year = reader.choice("year", of: RoleCue.Year.self)
    let points = reader.int("points", .required)
    if any.isEmpty, all.isEmpty, year == nil, !reader.isDescribing {
      reader.report(Wording(zh: "线索应当有 any、all 或 year。", en: "a cue has `any`, `all` or `year`"))
    }
    guard let points else { return nil }
    return RoleCue(
      any: draft.phraseIDs(any), all: draft.phraseIDs(all), none: draft.phraseIDs(none), year: year?.value,
      points: points.value)
  }
}
