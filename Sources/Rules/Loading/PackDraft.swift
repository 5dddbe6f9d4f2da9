import Matching
import Reports
import SourceText
import YAMLReading

/// A pack while its files are being read: what is known so far, and every mistake.
struct PackDraft {
  let problems: ProblemSink
  var phrases = PhraseSet()
  var categories: [RulePack.Category] = []
  var bases: [RulePack.Basis] = []
  var topics: [Topic] = []
  /// Where each rule id was first defined.
  var ruleIDs: [String: Placed<String>] = [:]
  var defaultKinds: [DocumentKind] = []

  /// The number of a phrase; a phrase of which folding leaves nothing is a problem, since no text can have it.
  mutating func phrase(_ text: Placed<String>) -> PhraseID? {
    if let id = phrases.add(text.value) { return id }
    problems.report(
      Wording(
        zh: "“\(text.value)”去掉空白后没有内容，永远匹配不到。", en: "`\(text.value)` is nothing but white space and can never match"),
      in: text.source, at: text.range)
    return nil
  }

  mutating func phraseIDs(_ texts: [Placed<String>]) -> [PhraseID] {
    texts.compactMap { phrase($0) }
  }

  /// The position of a named thing among those known; an unknown name is a problem that shows the nearest.
  func position(of name: Placed<String>, among known: [String], what: Wording) -> Int? {
    if let index = known.firstIndex(of: name.value) { return index }
    problems.report(unknownWord(name.value, among: known, subject: what), in: name.source, at: name.range)
    return nil
  }

  /// A sentence whose variables are known ones.
  func template(_ text: Placed<Wording>?, alsoKnown: [String]) -> MessageTemplate? {
    guard let text else { return nil }
    let template = MessageTemplate(text.value)
    let known = EvaluationContext.variables + alsoKnown
    for variable in template.variables where !known.contains(variable) {
      problems.report(
        unknownWord(variable, among: known, subject: Wording(zh: "变量", en: "a variable")), in: text.source, at: text.range)
    }
    return template
  }

  /// The places that a rule names.
  func places(_ names: [Placed<String>]) -> [Place] {
    names.compactMap { name in
      position(of: name, among: Place.named.map(\.name), what: Wording(zh: "位置", en: "a place"))
        .map { Place.named[$0].place }
    }
  }
}
