public import Reports
public import SourceText
public import YAMLReading

/// `section: ROLE`: a part of the report plays the role, and is as long as asked.
///
///     require: {section: shortcomings, characters: 60..}
///     require: {section: next-year-plan, percent: 8..}
public struct SectionCheck: Sendable {
  /// The role that a part must play.
  public var role: SectionRole
  /// How many Chinese characters its text has, headings left aside.
  public var characters: Bounds<Int>?
  /// What percentage of the report's Chinese characters these are.
  public var percent: Bounds<ExactNumber>?

  /// What its answers tell, for the sentences of rules.
  static let found = ["heading", "line", "characters", "percent"]

  func answer(in context: EvaluationContext) -> Answer {
    let spans = context.report.roles.filter { $0.role == role }
    let name = context.pack.title(of: role)
    guard let first = spans.first else { return absent(name, in: context) }
    let shown = shown(first, in: context)
    let length = spans.reduce(0) { $0 + context.report.hanCharacters(in: textRange(of: $1, in: context)) }
    let excerpt = context.excerpt(shown)
    let line = context.line(of: shown.start)
    var found: FoundValues = [
      "heading": Wording(excerpt), "line": Wording("\(line.number)"), "characters": Wording("\(length)"),
    ]
    var share: ExactNumber?
    if percent != nil {
      let whole = max(1, context.bodyCharacters)
      share = ExactNumber(units: (length * 1000 + whole / 2) / whole, scale: 1)
      found["percent"] = share.map { Wording($0.description) }
    }
    let evidence = spans.prefix(3).map { Answer.Trace.found(self.shown($0, in: context)) }
    if let characters, !characters.contains(length) {
      return Answer(
        truth: .wrong,
        message: context.wording(
          zh: "\(line.zh)“\(excerpt)”共\(length)字，应\(characters.words.zh)字",
          en: "“\(excerpt)” \(line.whereInEnglish) has \(length) characters; \(characters.words.en) are asked"),
        evidence: evidence, found: found)
    }
    if let percent, let share, !percent.contains(share) {
      return Answer(
        truth: .wrong,
        message: context.wording(
          zh: "\(line.zh)“\(excerpt)”占全文的\(share.description)%，应\(percent.words.zh)%",
          en: "“\(excerpt)” \(line.whereInEnglish) is \(share.description)% of the text; \(percent.words.en)% are asked"
        ),
        evidence: evidence, found: found)
    }
    return Answer(
      truth: .holds,
      message: context.wording(
        zh: "\(line.zh)“\(excerpt)”，共\(length)字", en: "\(line.en), “\(excerpt)”, \(length) characters"),
      evidence: evidence, found: found)
  }

  /// Not there: the nearest are the role's own words elsewhere in the text.
  private func absent(_ name: Wording, in context: EvaluationContext) -> Answer {
    let slot = Answer.Trace.slot(context.slot(for: role))
    var message = context.wording(zh: "没有找到“\(name.zh)”部分", en: "There is no part on “\(name.en)”")
    var evidence = [slot]
    if let nearest = context.nearestCue(of: role) {
      let sentence = context.report.sentence(around: nearest)
      message.zh += "；最接近的是\(context.line(of: nearest.start).zh)“\(context.excerpt(nearest))”，只是提及"
      message.en +=
        "; the nearest is “\(context.excerpt(nearest))” \(context.line(of: nearest.start).whereInEnglish), a mention only"
      evidence.append(.nearest(sentence))
    }
    return Answer(truth: .absent, message: message, evidence: evidence)
  }

  private func textRange(of span: RoleSpan, in context: EvaluationContext) -> FoldedRange {
    guard let section = span.section else { return span.range }
    let heading = context.report.sections[section].heading
    return heading.end > span.range.start && heading.end <= span.range.end
      ? FoldedRange(heading.end, span.range.end) : span.range
  }

  /// The heading, or where the role begins further down, as in a joint section, the sentence with which it begins.
  private func shown(_ span: RoleSpan, in context: EvaluationContext) -> FoldedRange {
    if let section = span.section, context.report.sections[section].heading.start >= span.range.start {
      return context.report.sections[section].heading
    }
    return context.report.sentences.first { $0.start >= span.range.start && $0.end <= span.range.end } ?? span.range
  }
}

extension SectionCheck {
  /// Reads `section`, `characters` and `percent`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let role = reader.choice(
      "section", .required, of: SectionRole.self, doc: Wording(zh: "有一个部分承担这个角色", en: "A part plays this role"))
    let characters = reader.range(
      "characters", doc: Wording(zh: "有多少汉字，例如 120..", en: "How many Chinese characters it has, 120.. say"))
    if let characters, (characters.value.upper ?? 0) < 0 || (characters.value.lower ?? 0) < 0 {
      reader.report(Wording(zh: "字数不能小于0。", en: "a number of characters can't be below 0"), at: characters)
    }
    let percent = reader.decimalRange("percent")
    if let percent, let lower = percent.value.lower, lower > .hundred {
      reader.report(Wording(zh: "占全文的比例不会超过100%。", en: "no part is more than 100 % of the text"), at: percent)
    }
    guard let role else { return nil }
    draft.usedRoles.append(role)
    draft.notes.add(.role(role.value))
    self.init(role: role.value, characters: characters?.value, percent: percent?.value)
  }
}

extension SectionCheck {
  func words(in pack: RulePack) -> Wording {
    let title = pack.title(of: role)
    let length = characters.map { Wording(zh: "，\($0.words.zh)字", en: ", of \($0.words.en) characters") } ?? Wording("")
    let share = percent.map { Wording(zh: "，占全文\($0.words.zh)%", en: ", \($0.words.en)% of the text") } ?? Wording("")
    return Wording(
      zh: "有“\(title.zh)”部分" + length.zh + share.zh, en: "a part on \(title.en)" + length.en + share.en)
  }
}
