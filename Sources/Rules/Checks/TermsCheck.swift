import Matching
import Reports
import SourceText
import YAMLReading

/// `terms: LIST`: words of a list stand in the report, in a context in which they are wrong.
///
///     forbid: {terms: typos, in: body, outside: titles}
///
/// What is wrong, what is right and in which context stands with the list.
public struct TermsCheck: Sendable {
  /// Positions in `LanguageLists.terms`.
  public var lists: [Int]
  /// Where it looks.
  public var scope: Scope

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "right", "count", "line"]

  private struct Hit {
    var range: FoldedRange
    var list: Int
    var term: Int
  }

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    var hits: [Hit] = []
    for list in lists {
      let terms = context.pack.lists.terms[list].terms
      for index in terms.indices {
        // Hardly any of the words stands in a report.
        for phrase in terms[index].wrong where report.matches.occurs(phrase) {
          report.matches.each(of: phrase) { range in
            if Self.isWrong(range, terms[index], in: report) {
              hits.append(Hit(range: range, list: list, term: index))
            }
          }
        }
      }
    }
    hits = scope.keeping(Self.merged(hits), in: context) { $0.range }
    guard let first = hits.first else {
      let titles = lists.map { context.pack.lists.terms[$0].title }
      return Answer(
        truth: .absent,
        message: context.wording(
          zh: "没有发现\(titles.map(\.zh).joined(separator: "、"))",
          en: "No \(titles.map(\.en).joined(separator: ", ")) found"),
        evidence: [], found: .nothing)
    }
    let shown = hits.prefix(3).map { self.said($0, in: context) }
    let more = hits.count > 3 ? context.wording(zh: "；共\(hits.count)处", en: "; \(hits.count) in all") : Wording("")
    let right = context.pack.lists.terms[first.list].terms[first.term].right
    return Answer(
      truth: .holds,
      message: Wording(
        zh: shown.map(\.zh).joined(separator: "；") + more.zh, en: shown.map(\.en).joined(separator: "; ") + more.en),
      evidence: hits.prefix(Answer.mostPlaces).map { .found($0.range) },
      found: [
        "found": Wording(context.excerpt(first.range)), "right": Wording(right ?? ""),
        "count": Wording("\(hits.count)"), "line": Wording("\(context.line(of: first.range.start).number)"),
      ])
  }

  /// One place in words, with the clause around it for a word of few characters.
  private func said(_ hit: Hit, in context: EvaluationContext) -> Wording {
    let term = context.pack.lists.terms[hit.list].terms[hit.term]
    let line = context.line(of: hit.range.start)
    let word = context.excerpt(hit.range)
    let clause = context.excerpt(context.report.text.clause(around: hit.range), 30)
    let place =
      clause == word || !clause.contains(word)
      ? context.wording(zh: "\(line.zh)“\(word)”", en: "\(line.en): “\(word)”")
      : context.wording(zh: "\(line.zh)“\(clause)”中的“\(word)”", en: "\(line.en): “\(word)” in “\(clause)”")
    let right = term.right.map { context.wording(zh: "应为“\($0)”", en: ", write “\($0)”") } ?? Wording("")
    let note = term.note.map { context.wording(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? Wording("")
    return Wording(zh: place.zh + right.zh + note.zh, en: place.en + right.en + note.en)
  }

  /// The hits in reading order; what overlaps is one place.
  private static func merged(_ hits: [Hit]) -> [Hit] {
    var merged: [Hit] = []
    for hit in hits.sorted(by: { $0.range < $1.range }) {
      if let last = merged.last, last.range.end > hit.range.start {
        merged[merged.count - 1].range.end = max(last.range.end, hit.range.end)
      } else {
        merged.append(hit)
      }
    }
    return merged
  }

  private static func isWrong(_ range: FoldedRange, _ term: TermList.Term, in report: Report) -> Bool {
    if let years = term.reportYears, let year = report.reportYear?.value, !years.contains(year) { return false }
    let bytes = report.text.bytes.span
    if !term.previous.isEmpty, !term.previous.contains(where: { stands($0, bytes, endingAt: range.start) }) {
      return false
    }
    if !term.next.isEmpty {
      let isLast = range.end >= bytes.count || bytes[range.end] == 0x0A
      let stop: [UInt8] = [0xE3, 0x80, 0x82]
      if !term.next.contains(where: { isLast ? $0 == stop : stands($0, bytes, startingAt: range.end) }) { return false }
    }
    for phrase in term.unless where report.matches.overlaps(phrase, range) { return false }
    if !term.clauseWith.isEmpty || !term.clauseWithout.isEmpty {
      let clause = report.text.clause(around: range)
      if !term.clauseWith.isEmpty, !report.matches.hasAny(of: term.clauseWith, in: clause) { return false }
      if report.matches.hasAny(of: term.clauseWithout, in: clause) { return false }
    }
    if !term.sentenceWith.isEmpty || !term.sentenceWithout.isEmpty {
      let sentence = report.sentence(around: range)
      if !term.sentenceWith.isEmpty, !report.matches.hasAny(of: term.sentenceWith, in: sentence) { return false }
      if report.matches.hasAny(of: term.sentenceWithout, in: sentence) { return false }
    }
    return true
  }

  private static func stands(_ word: [UInt8], _ bytes: Span<UInt8>, startingAt start: Int) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for (index, byte) in word.enumerated() where bytes[start + index] != byte { return false }
    return true
  }

  private static func stands(_ word: [UInt8], _ bytes: Span<UInt8>, endingAt end: Int) -> Bool {
    end >= word.count && stands(word, bytes, startingAt: end - word.count)
  }
}

extension TermsCheck {
  /// Reads `terms`, `in` and `outside`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let names = reader.strings("terms", .required)
    let scope = Scope(reading: &reader, &draft)
    let lists = names.compactMap { draft.termLists.use($0, Wording(zh: "词表", en: "the list of terms"), draft.problems) }
    if names.isEmpty, let key = reader.key("terms"), reader.hasEmptyList("terms") {
      reader.report(Wording(zh: "没有写用哪个词表。", en: "there is no list to go by"), at: key)
    }
    guard !lists.isEmpty, lists.count == names.count else { return nil }
    self.init(lists: lists, scope: scope)
  }
}

extension TermsCheck {
  func words(in pack: RulePack) -> Wording {
    let titles = lists.map { pack.lists.terms[$0].title }
    return Wording(
      zh: "\(scope.words.zh)中有\(titles.map(\.zh).joined(separator: "、"))",
      en: "\(titles.map(\.en).joined(separator: ", ")) in \(scope.words.en)")
  }
}
