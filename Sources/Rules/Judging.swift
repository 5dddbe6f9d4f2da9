public import Documents
public import Reports
public import SourceText

extension RulePack {
  /// Reads a document as a report and judges it by every rule, in the order of the rules.
  ///
  /// With a language the findings speak that language only, which spares half of their words; without one they speak both.
  public func audit(
    _ document: DecodedDocument, given: GivenFacts, language: Language? = nil
  ) -> (report: Report, findings: [Finding]) {
    let report = reader.read(document, automaton: automaton, given: given)
    return (report, judge(report, language: language))
  }

  /// Judges a report by every rule, in the order of the rules; with a profile, as the profile puts them.
  public func judge(_ report: Report, profile: Profile? = nil, language: Language? = nil) -> [Finding] {
    let context = EvaluationContext(report: report, pack: self, language: language)
    let forbidding = EvaluationContext(context, mostPlaces: Answer.mostPlaces)
    let rules = profile?.rules ?? rules
    return rules.indices.map { judge($0, of: rules, in: context, forbidding: forbidding) }
  }

  private func judge(
    _ index: Int, of rules: [Rule], in context: EvaluationContext, forbidding: EvaluationContext
  ) -> Finding {
    // A rule is looked at where it lies: to copy one is to count up and down all that it holds.
    if let reason = rules[index].turnedOff ?? rules[index].applies.reasonAgainst(context.report) {
      return finding(
        index, of: rules, .notApplicable, .none, reason, Answer(truth: .pointless, message: reason, evidence: []),
        in: context)
    }
    switch rules[index].requirement {
    case .forbid(let condition):
      return judge(index, of: rules, byForbidden: condition.answer(in: forbidding), in: context)
    case .require(let condition):
      return judge(index, of: rules, byRequired: condition.answer(in: context), in: context)
    }
  }

  private func judge(
    _ index: Int, of rules: [Rule], byForbidden answer: Answer, in context: EvaluationContext
  ) -> Finding {
    let status: Status
    let message: Wording
    switch answer.truth {
    case .holds: (status, message) = (.violated, said(rules[index].says.violated, answer, context))
    case .absent, .wrong:
      return finding(index, of: rules, .met, .full, said(rules[index].says.met, answer, context), answer, in: context)
    case .unknown: return unknown(index, of: rules, answer, in: context)
    case .pointless: (status, message) = (.notApplicable, answer.message)
    }
    return finding(index, of: rules, status, .none, message, answer, in: context)
  }

  private func judge(
    _ index: Int, of rules: [Rule], byRequired answer: Answer, in context: EvaluationContext
  ) -> Finding {
    switch answer.truth {
    case .holds:
      return finding(index, of: rules, .met, .full, said(rules[index].says.met, answer, context), answer, in: context)
    case .pointless: return finding(index, of: rules, .notApplicable, .none, answer.message, answer, in: context)
    case .unknown: return unknown(index, of: rules, answer, in: context)
    case .absent, .wrong: break
    }
    for place in rules[index].partials.indices {
      let part = rules[index].partials[place].when.answer(in: context)
      switch part.truth {
      case .holds:
        let says = filled(rules[index].partials[place].says, part, or: answer, in: context)
        let credit = rules[index].partials[place].credit
        return part.evidence.isEmpty
          ? finding(index, of: rules, .partial, credit, says, answer, in: context)
          : finding(index, of: rules, .partial, credit, says, part, in: context)
      case .unknown: return finding(index, of: rules, .unverifiable, .none, part.message, part, in: context)
      case .absent, .wrong, .pointless: continue
      }
    }
    let status: Status
    let message: Wording
    if case .wrong = answer.truth {
      (status, message) = (.violated, said(rules[index].says.violated, answer, context))
    } else if rules[index].cannotTellIn.contains(context.report.stage) {
      (status, message) = (.unverifiable, said(rules[index].says.unverifiable, answer, context))
    } else {
      (status, message) = (.missing, said(rules[index].says.missing, answer, context))
    }
    return finding(index, of: rules, status, .none, message, answer, in: context)
  }

  /// What a rule says whose condition cannot be told.
  private func unknown(_ index: Int, of rules: [Rule], _ answer: Answer, in context: EvaluationContext) -> Finding {
    let status: Status
    let message: Wording
    switch answer.unknownDate.flatMap({ rules[index].unlessKnown[$0] }) ?? .unverifiable {
    case .unverifiable: (status, message) = (.unverifiable, said(rules[index].says.unverifiable, answer, context))
    case .notApplicable: (status, message) = (.notApplicable, answer.message)
    case .missing: (status, message) = (.missing, said(rules[index].says.missing, answer, context))
    }
    return finding(index, of: rules, status, .none, message, answer, in: context)
  }

  // Never inlined: where it is, the finding is made on the stack and copied from there.
  @inline(never)
  private func finding(
    _ index: Int, of rules: [Rule], _ status: Status, _ credit: Credit, _ message: Wording, _ answer: Answer,
    in context: EvaluationContext
  ) -> Finding {
    var evidence: [Evidence] = []
    evidence.reserveCapacity(answer.evidence.count)
    for trace in answer.evidence {
      evidence.append(Evidence(range: trace.typed ?? context.report.text.source(trace.range), kind: trace.kind))
    }
    return Finding(
      rule: index, status: status, credit: credit, message: message,
      remedy: filled(rules[index].remedy, answer, or: nil, in: context), evidence: evidence)
  }

  /// The rule's own sentence for a status, or what the check says.
  private func said(_ template: MessageTemplate?, _ answer: Answer, _ context: EvaluationContext) -> Wording {
    guard let template else { return answer.message }
    if let constant = template.constant { return constant }
    let (message, found) = (answer.message, answer.found)
    return template.filled(
      { $0 == "detail" ? message : context.value(ofNamed: $0) { found[$0] } }, in: context.language)
  }

  /// A sentence of the rule with what an answer found, or else what another one did, or what the report tells.
  private func filled(
    _ template: MessageTemplate, _ answer: Answer, or other: Answer?, in context: EvaluationContext
  ) -> Wording {
    if let constant = template.constant { return constant }
    let (found, others) = (answer.found, other?.found)
    return template.filled(
      { context.value(ofNamed: $0) { found[$0] ?? others?[$0] } }, in: context.language)
  }
}

extension Applicability {
  /// Why a rule does not apply to a report, or nil when it does.
  ///
  /// A level that could not be made out leaves the rule in force: better a question to the reader than a silent pass.
  func reasonAgainst(_ report: Report) -> Wording? {
    if !kinds.isEmpty, !kinds.contains(report.kind) {
      let kind = KindCheck.words(for: report.kind)
      return Wording(zh: "不适用于\(kind.zh)", en: "Does not apply to \(kind.en)")
    }
    if !levels.isEmpty, let level = report.level, !levels.contains(level) {
      return Wording(zh: "不适用于本级机关", en: "Does not apply to a body of level \(level.rawValue)")
    }
    if !stages.isEmpty, !stages.contains(report.stage) {
      return report.stage == .draft
        ? Wording(zh: "不适用于未公开的稿件", en: "Does not apply to drafts")
        : Wording(zh: "不适用于已公开的报告", en: "Does not apply to published reports")
    }
    if let year = report.reportYear?.value {
      if let firstYear, year < firstYear {
        return Wording(zh: "不适用于\(year)年度", en: "Does not apply to report year \(year)")
      }
      if let lastYear, year > lastYear {
        return Wording(zh: "不适用于\(year)年度", en: "Does not apply to report year \(year)")
      }
    }
    return nil
  }
}
