import Matching
import Reports
import SourceText
import YAMLReading

/// Reads `sections`: how each role is recognised.
enum SectionDecoder {
  static func read(
    _ name: Placed<String>, _ reader: inout MappingReader, _ draft: inout PackDraft
  ) -> RoleRecogniser? {
    let title = reader.text("title", .required, doc: Wording(zh: "部分的名称", en: "What the part is called"))
    let threshold = reader.int(
      "threshold", .required, doc: Wording(zh: "达到多少分算这个部分", en: "Points from which a part plays the role"))
    let isFallback = reader.bool(
      "fallback", doc: Wording(zh: "不属于任何部分的内容归到这里", en: "Takes the parts that play no other role"))
    let continues = reader.bool(
      "continues",
      doc: Wording(zh: "标题没有序号时，后面的标题仍属这个部分", en: "Where headings have no numbers, those that follow belong to it"))
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
    let notWithin = reader.choices(
      "not_within", of: SectionRole.self,
      doc: Wording(zh: "不在这些部分里面找", en: "Not looked for inside parts that play these roles")
    ).map(\.value)
    let openingNotWithin = reader.choices(
      "opening_not_within", of: SectionRole.self,
      doc: Wording(zh: "段首线索不在这些部分里面找", en: "Openings are not looked for inside these")
    ).map(\.value)
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
    guard
      let points = reader.int(
        "points", .required, doc: Wording(zh: "分数，小于0表示不像", en: "Points; below zero speak against"))
    else { return nil }
    if !(-1000...1000).contains(points.value) {
      reader.report(Wording(zh: "分数应当在-1000到1000之间。", en: "points go from -1000 to 1000"), at: points)
      return nil
    }
    return points.value
  }

  private static func cue(_ reader: inout MappingReader, _ draft: inout PackDraft) -> RoleCue? {
    let any = reader.strings("any", doc: Wording(zh: "出现其中一个", en: "One of these words"))
    let all = reader.strings("all", doc: Wording(zh: "全部出现", en: "Each of these words"))
    let none = reader.strings("none", doc: Wording(zh: "一个也没有", en: "None of these words"))
    let year = reader.choice(
      "year", of: RoleCue.Year.self, doc: Wording(zh: "出现报告年度或下一年度", en: "The report year or the next stands there"))
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
