import Matching
import Reports
import SourceText

/// The search for the words of one mention in one report.
struct MentionSearch {
  let check: MentionCheck
  let context: EvaluationContext
  /// Where it looks.
  let regions: [FoldedRange]
  private let excluded: [FoldedRange]
  private var hits: [FoldedRange] = []
  /// The words that were found without what must stand near them.
  private(set) var lonely: [FoldedRange] = []
  /// Whether the words of `all` are looked for, which need no company.
  private var isCompanyAsked = true
  /// Phrases with variables that rule out a sentence, filled in.
  private var madeWithout: [[UInt8]] = []
  private var unknown: ReportVariable?

  /// Why nothing can be said of what was not found.
  enum Failure: Error {
    /// A bound of the search was hit.
    case limit(Wording)
    /// The report does not tell a variable of the words.
    case notKnown(ReportVariable)
  }

  init(check: MentionCheck, context: EvaluationContext) {
    self.check = check
    self.context = context
    regions = context.places[check.places]
    excluded = check.outside.isEmpty ? [] : context.places[check.outside]
  }

  /// The places of the words, ascending; none when not all that is asked for is there.
  mutating func run() throws(Failure) -> [FoldedRange] {
    for template in check.madeWithout {
      if let bytes = filled(template) { madeWithout.append(bytes) }
    }
    // Without knowing what rules a sentence out, a hit may be none.
    if let unknown { throw .notKnown(unknown) }
    // Of a list of words most don't occur, which costs next to nothing to tell.
    for phrase in check.any where context.report.matches.occurs(phrase) { find(phrase) }
    for template in check.madeAny { find(template) }
    for expression in check.patterns { try find(expression) }
    if hits.isEmpty, let unknown { throw .notKnown(unknown) }
    isCompanyAsked = false
    let isOnlyAll = check.any.isEmpty && check.madeAny.isEmpty && check.patterns.isEmpty
    for phrase in check.all {
      let count = hits.count
      unknown = nil
      switch phrase {
      case .fixed(let id): find(id)
      case .made(let template): find(template)
      }
      if hits.count == count {
        if let unknown { throw .notKnown(unknown) }
        return []
      }
      if !isOnlyAll { hits.removeLast(hits.count - count) }
    }
    hits.sort()
    return hits
  }

  private mutating func keep(_ range: FoldedRange) {
    switch standing(of: range, in: context) {
    case .hit:
      // Most lists of words have a few hits or none.
      if hits.isEmpty { hits.reserveCapacity(8) }
      hits.append(range)
    case .lonely: lonely.append(range)
    case .none: break
    }
  }

  /// What a place of the words is worth.
  private enum Standing { case hit, lonely, none }

  /// Judges one place. It changes nothing: while a mutating function looks at the report, all of the report is copied.
  private func standing(of range: FoldedRange, in context: EvaluationContext) -> Standing {
    // The report is looked at where it lies: on the stack it would be copied for each place.
    guard regions.contains(where: { $0.contains(range) }), !excluded.contains(where: { $0.overlaps(range) }) else {
      return .none
    }
    if !check.without.isEmpty || !madeWithout.isEmpty || !check.except.isEmpty {
      let sentence = context.report.sentence(around: range)
      if context.report.matches.hasAny(of: check.without, in: sentence) { return .none }
      for made in madeWithout where !context.report.text.occurrences(of: made, in: sentence).isEmpty { return .none }
      for longer in check.except where context.report.matches.holds(range, in: longer, within: sentence) {
        return .none
      }
    }
    if isCompanyAsked, !check.company.stands(around: range, in: context.report) { return .lonely }
    if !check.clauseWith.isEmpty {
      let clause = context.report.text.clause(around: range)
      if !context.report.matches.hasAny(of: check.clauseWith, in: clause) { return .none }
    }
    return .hit
  }

  private mutating func find(_ phrase: PhraseID) {
    context.report.matches.each(of: phrase) { keep($0) }
  }

  private mutating func find(_ template: MessageTemplate) {
    guard let bytes = filled(template) else { return }
    for region in regions { for range in context.report.text.occurrences(of: bytes, in: region) { keep(range) } }
  }

  private mutating func find(_ expression: MentionCheck.Expression) throws(Failure) {
    let pattern: Pattern
    var needed: PhraseID?
    switch expression {
    case .fixed(let compiled, let literal):
      pattern = compiled
      needed = literal
    case .made(let template):
      for name in template.variables {
        if let variable = ReportVariable(rawValue: name), context.value(of: variable) == nil {
          unknown = variable
          return
        }
      }
      let source = template.filled { name in
        Pattern.quoted(ReportVariable(rawValue: name).flatMap { context.value(of: $0)?.zh } ?? "")
      }
      // It compiled with other values when the pack was loaded: what fails now is a bound of the compiler.
      do throws(PatternError) { pattern = try Pattern(source) } catch {
        throw .limit(error.message)
      }
    }
    for region in regions {
      if let needed, !context.report.matches.contains(needed, in: region) { continue }
      do throws(PatternLimit) {
        for match in try pattern.matches(in: context.report.text, range: region) { keep(match.range) }
      } catch {
        throw .limit(error.message)
      }
    }
  }

  /// A phrase with its variables filled in, in folded spelling, or nil when the report does not tell one of them.
  private mutating func filled(_ template: MessageTemplate) -> [UInt8]? {
    for case .variable(let name) in template.zh {
      if let variable = ReportVariable(rawValue: name), context.value(of: variable) == nil {
        unknown = variable
        return nil
      }
    }
    let words = template.filled { name in ReportVariable(rawValue: name).flatMap { context.value(of: $0) } }
    return FoldedText.fold(words.zh)
  }
}
