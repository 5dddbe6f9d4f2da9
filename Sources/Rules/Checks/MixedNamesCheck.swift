import Matching
import Reports
import SourceText
import YAMLReading

/// `mixed_names: LIST`: one name is written in several ways.
///
///     forbid: {mixed_names: bodies, in: body, outside: titles}
public struct MixedNamesCheck: Sendable {
  /// Position in `LanguageLists.names`.
  public var list: Int
  /// Where it looks.
  public var scope: Scope

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let list = context.pack.lists.names[self.list]
    var mixed: [(title: Wording, places: [FoldedRange])] = []
    for name in list.names {
      let places = firstPlaces(of: name, in: context)
      if places.count > 1 { mixed.append((name.title, places)) }
    }
    guard let first = mixed.first else {
      return Answer(
        truth: .absent,
        message: context.wording(zh: "\(list.title.zh)前后一致", en: "\(list.title.en): one spelling throughout"),
        evidence: [], found: .nothing)
    }
    let said = mixed.prefix(3).map { one in
      let forms = one.places.map { (words: context.excerpt($0), line: context.line(of: $0.start)) }
      return context.wording(
        zh: "\(one.title.zh)写法不一：" + forms.map { "“\($0.words)”（\($0.line.zh)）" }.joined(separator: "、"),
        en: "\(one.title.en) is written " + forms.map { "“\($0.words)” (\($0.line.en))" }.joined(separator: " and "))
    }
    return Answer(
      truth: .holds,
      message: Wording(
        zh: said.map(\.zh).joined(separator: "；"), en: said.map(\.en).joined(separator: "; ")),
      evidence: mixed.prefix(Answer.mostPlaces).flatMap(\.places).sorted().map(Answer.Trace.found),
      found: [
        "count": Wording("\(mixed.count)"),
        "found": Wording(first.places.map { context.excerpt($0) }.joined(separator: "、")),
      ])
  }

  /// Where each spelling that occurs stands first, in reading order.
  private func firstPlaces(of name: NameList.Name, in context: EvaluationContext) -> [FoldedRange] {
    let report = context.report
    var places: [(form: PhraseID, range: FoldedRange)] = []
    for form in name.forms {
      report.matches.each(of: form) { range in
        if name.unless.contains(where: { report.matches.overlaps($0, range) }) { return }
        places.append((form, range))
      }
    }
    // Nearly all reports keep to one form, and then there is nothing to compare.
    guard let form = places.first?.form, places.contains(where: { $0.form != form }) else { return [] }
    // Ascending, the longer first: what stands inside another one follows it.
    places.sort { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }
    var longest: [(form: PhraseID, range: FoldedRange)] = []
    for place in places where !(longest.last?.range.contains(place.range) ?? false) { longest.append(place) }
    var seen: [PhraseID] = []
    var first: [FoldedRange] = []
    let kept = scope.keeping(longest, in: context, range: \.range)
    for place in kept where !seen.contains(place.form) {
      seen.append(place.form)
      first.append(place.range)
    }
    return first
  }
}

extension MixedNamesCheck {
  /// Reads `mixed_names`, `in` and `outside`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let name = reader.string("mixed_names", .required)
    let scope = Scope(reading: &reader, &draft)
    guard let name, let list = draft.nameLists.use(name, Wording(zh: "名称表", en: "the list of names"), draft.problems)
    else { return nil }
    self.init(list: list, scope: scope)
  }
}

extension MixedNamesCheck {
  func words(in pack: RulePack) -> Wording {
    let title = pack.lists.names[list].title
    return Wording(
      zh: "\(scope.words.zh)中\(title.zh)写法不一", en: "\(title.en) written in several ways in \(scope.words.en)")
  }
}
