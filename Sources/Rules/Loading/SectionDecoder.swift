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
      let points = self.points(&inner)
      guard let from, let to, let points else { return nil }
      let isFromRight = (0...100).contains(from.value)
      if !isFromRight || to.value < from.value || to.value > 100 {
        inner.report(
          Wording(zh: "位置用百分数表示，0到100，从小到大。", en: "a position is a percentage from 0 to 100, in order"),
          at: isFromRight ? to : from)
      }
      return PositionCue(from: from.value, to: to.value, points: points)
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
      reader.report(
        Wording(zh: "没有任何标题或段首线索，永远识别不到。", en: "without any cue it can never be recognised"), at: name)
    }
    if threshold.value < 1 {
      reader.report(Wording(zh: "识别的分数至少为1。", en: "the threshold is at least 1"), at: threshold)
    }
    let place = position.reduce(0) { $0 + max(0, $1.points) }
    let reachable = max(
      heading.isEmpty ? 0 : sum(heading) + sum(body) + place, opening.isEmpty ? 0 : sum(opening) + place)
    if !(heading.isEmpty && opening.isEmpty), threshold.value > reachable, isFallback?.value != true {
      reader.report(
        Wording(
          zh: "所有线索加起来最多\(reachable)分，达不到\(threshold.value)分，永远识别不到。",
          en: "all cues together give \(reachable) points at most, so \(threshold.value) are never reached"),
        at: threshold)
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

  /// What the cues that speak for a role give together; each counts once.
  private static func sum(_ cues: [RoleCue]) -> Int {
    cues.reduce(0) { $0 + max(0, $1.points) }
  }

  /// Points within the bounds in which sums of them stay numbers.
  private static func points(_ reader: inout MappingReader) -> Int? {
    guard let points = reader.int("points", .required) else { return nil }
    if !(-1000...1000).contains(points.value) {
      reader.report(Wording(zh: "分数应当在-1000到1000之间。", en: "points go from -1000 to 1000"), at: points)
      return nil
    }
    return points.value
  }

  private static func cue(_ reader: inout MappingReader, _ draft: inout PackDraft) -> RoleCue? {
    let any = reader.strings("any")
    let all = reader.strings("all")
    let none = reader.strings("none")
    let year = reader.choice("year", of: RoleCue.Year.self)
    let points = self.points(&reader)
    if any.isEmpty, all.isEmpty, year == nil, !reader.isDescribing {
      reader.report(Wording(zh: "线索应当有 any、all 或 year。", en: "a cue has `any`, `all` or `year`"))
    }
    guard let points else { return nil }
    return RoleCue(
      any: draft.phraseIDs(any), all: draft.phraseIDs(all), none: draft.phraseIDs(none), year: year?.value,
      points: points)
  }
}
