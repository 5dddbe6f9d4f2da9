import Matching
import Reports
import SourceText
import YAMLReading

/// Reads the `mutations` of a rule and the `samples` of a pack.
enum MutationDecoder {
  static func read(_ reader: inout MappingReader, _ draft: inout PackDraft) -> Mutation? {
    let sample = reader.string(
      "sample",
      doc: Wording(
        zh: "改动哪个样本（pack.yaml 的 samples 中的名称）；不写时用第一个符合本规则的样本",
        en: "The sample to change; by default the first that meets the rule"))
    let deletions = reader.oneOrMore("delete", doc: Wording(zh: "删去", en: "Takes something out")) {
      inner -> Mutation.Edit? in
      let scope = draft.places("in", in: &inner)
      return selection(in: scope, &inner, &draft).map { edit(.delete($0), inner) }
    }
    let replacements = reader.oneOrMore("replace", doc: Wording(zh: "换成别的文字", en: "Puts other words in its stead")) {
      inner -> Mutation.Edit? in
      let scope = draft.places("in", in: &inner)
      let selection = selection(in: scope, &inner, &draft)
      let words = inner.string("with", .required, doc: Wording(zh: "换上的文字", en: "The other words"))
      guard let selection, let words else { return nil }
      return edit(.replace(selection, with: words.value), inner)
    }
    let insertions = reader.oneOrMore("insert", doc: Wording(zh: "插入", en: "Puts something in")) {
      inner -> Mutation.Edit? in
      let text = inner.string("text", doc: Wording(zh: "插入的文字，接在原句中", en: "Words that go into a line"))
      let paragraph = inner.string("paragraph", doc: Wording(zh: "插入的段落，另起一行", en: "Lines of their own"))
      let scope = draft.places("in", in: &inner)
      let anchor = anchor(in: scope, isParagraph: paragraph != nil, &inner, &draft)
      guard (text == nil) != (paragraph == nil), let words = text ?? paragraph else {
        inner.report(
          Wording(zh: "insert 要写 text 或 paragraph，两者取一。", en: "`insert` has either `text` or `paragraph`"))
        return nil
      }
      return anchor.map { edit(.insert(words.value, $0), inner) }
    }
    let moves = reader.oneOrMore("move", doc: Wording(zh: "移到别处", en: "Puts something elsewhere")) {
      inner -> Mutation.Edit? in
      let scope = draft.places("in", in: &inner)
      let selection = selection(in: scope, &inner, &draft)
      let anchor = anchor(in: scope, isParagraph: true, &inner, &draft)
      guard let selection, let anchor else { return nil }
      return edit(.move(selection, anchor), inner)
    }
    let given = given(&reader)
    let becomes = reader.choices(
      "becomes",
      of: Status.self,
      doc: Wording(zh: "改动后应得的结论；不写时变差即可", en: "The verdict that must come out; by default any that is worse"))
    let dependants = reader.strings(
      "dependants",
      doc: Wording(
        zh: "结论会随之改变的其他规则，可以写一组，如 outline.*", en: "Other rules whose verdict changes too, or groups such as outline.*"))
    let edits = deletions + replacements + insertions + moves
    if edits.isEmpty, given == GivenFacts(), !reader.isDescribing,
      !["delete", "replace", "insert", "move"].contains(where: { reader.key($0) != nil })
    {
      reader.report(
        Wording(
          zh: "改动没有内容；用 delete、replace、insert、move 或给定的事实（stage、published…）写明。",
          en: "the mutation changes nothing; write `delete`, `replace`, `insert`, `move` or a given fact"))
      return nil
    }
    return Mutation(
      sample: sample, edits: edits, given: given, becomes: becomes.map(\.value), dependants: dependants,
      place: reader.value.placed(()))
  }

  /// One entry of `samples`.
  static func sample(_ name: Placed<String>, _ reader: inout MappingReader) -> Sample? {
    let file = reader.string(
      "file", .required, doc: Wording(zh: "样本文件，相对于本规则文件所在的文件夹", en: "The document, from the folder of this rule file"))
    let given = given(&reader)
    let exceptions = reader.strings(
      "except", doc: Wording(zh: "在这个样本上不必符合的规则", en: "Rules that need not be met on it"))
    return file.map { Sample(name: name, file: $0, given: given, exceptions: exceptions) }
  }

  private static func edit(_ change: Mutation.Change, _ reader: MappingReader) -> Mutation.Edit {
    Mutation.Edit(change: change, place: reader.value.placed(()))
  }

  private static func given(_ reader: inout MappingReader) -> GivenFacts {
    let year = reader.int("year", doc: Wording(zh: "给定的报告年度", en: "The report year as given"))
    let published = reader.string("published", doc: Wording(zh: "给定的发布日期", en: "The publication date as given"))
    let stage = reader.choice("stage", of: Stage.self, doc: Wording(zh: "给定的阶段", en: "The stage as given"))
    let level = reader.choice("level", of: Level.self, doc: Wording(zh: "给定的层级", en: "The level as given"))
    var date: CalendarDate?
    if let published {
      if case .fixed(let day) = DateCheck.Other(published.value) {
        date = day
      } else {
        reader.report(
          Wording(
            zh: "“\(published.value)”不是日期；写作 2025-01-26。", en: "`\(published.value)` is no date; write 2025-01-26"),
          at: published)
      }
    }
    return GivenFacts(year: year?.value, published: date, stage: stage?.value, level: level?.value)
  }

  /// Reads one of the keys that say what is meant.
  private static func selection(
    in scope: [Place], _ reader: inout MappingReader, _ draft: inout PackDraft
  ) -> Mutation.Selection? {
    let places = draft.places("place", in: &reader)
    let words: [(String, ([Placed<String>]) -> Mutation.Selection.Target)] = [
      ("part", { .parts($0) }), ("heading", { .headings($0) }), ("number", { .numbers($0) }),
      ("sentences", { .sentences($0) }), ("paragraphs", { .paragraphs($0) }), ("words", { .words($0) }),
    ]
    var targets: [Mutation.Selection.Target] = reader.key("place") == nil ? [] : [.places(places)]
    for (key, target) in words {
      let found = reader.strings(key)
      if reader.key(key) != nil { targets.append(target(found)) }
    }
    if let text = reader.string("pattern"), let pattern = draft.pattern(text) { targets.append(.pattern(pattern)) }
    guard let target = targets.first, targets.count == 1 else {
      if reader.key("pattern") == nil || targets.count > 1 {
        let known = (["place"] + words.map(\.0) + ["pattern"]).joined(separator: ", ")
        reader.report(
          Wording(zh: "要改哪里，用其中一个键写明：\(known)。", en: "say what is meant by one of: \(known)"))
      }
      return nil
    }
    return Mutation.Selection(target: target, places: scope)
  }

  /// Reads one of the keys that say where to.
  private static func anchor(
    in scope: [Place], isParagraph: Bool, _ reader: inout MappingReader, _ draft: inout PackDraft
  ) -> Mutation.Anchor? {
    var spots: [Mutation.Anchor.Spot] = []
    if let words = reader.string("before") { spots.append(.before(words)) }
    if let words = reader.string("after") { spots.append(.after(words)) }
    spots += draft.places("start_of", in: &reader).map { .start($0) }
    spots += draft.places("end_of", in: &reader).map { .end($0) }
    guard let spot = spots.first, spots.count == 1 else {
      reader.report(
        Wording(
          zh: "放到哪里，用 before、after、start_of、end_of 之一写明。",
          en: "say where to by one of: before, after, start_of, end_of"))
      return nil
    }
    return Mutation.Anchor(spot: spot, places: scope, isParagraph: isParagraph)
  }
}
