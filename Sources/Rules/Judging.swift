package import Documents
package import Reports
package import SourceText

extension RulePack {
  /// Reads a document as a report and judges it by every rule, in the order of the rules.
  ///
  /// With a language the findings speak that language only, which spares half of their words; without one they speak both.
  package func audit(
    _ document: DecodedDocument, given: GivenFacts, language: Language? = nil
  ) -> (report: Report, findings: [Finding]) {
    let report = reader.read(document, automaton: automaton, given: given)
    return (report, judge(report, language: language))
  }

  /// Judges a report by every rule, in the order of the rules; with a profile, as the profile puts them.
  package func judge(_ report: Report, profile: Profile? = nil, language: Language? = nil) -> [Finding] {
    let context = EvaluationContext(report: report, pack: self, language: language)
    let forbidding = EvaluationContext(context, mostPlaces: Answer.mostPlaces)
    let rules = profile?.rules ?? rules
    return rules.indices.map { judge($0, of: rules, in: context, forbidding: forbidding) }
  }

  private func judge(
    _ index: Int, of rules: [Rule], in context: EvaluationContext, forbidding: EvaluationContext
  ) -> Finding {
    // A rule is looked at where it lies: to copy one is to count up and down all that it holds.
    func finding(_ status: Status, _ credit: Credit, _ message: Wording, _ answer: Answer) -> Finding {
      Finding(
        rule: index, status: status, credit: credit, message: message,
        remedy: rules[index].remedy.filled(
          { context.value(ofNamed: $0) { answer.found[$0] } }, in: context.language),
        evidence: answer.evidence.map { trace in
          Evidence(range: trace.typed ?? context.report.text.source(trace.range), kind: trace.kind)
        })
    }
    func unknown(_ answer: Answer) -> Finding {
      switch answer.unknownDate.flatMap({ rules[index].unlessKnown[$0] }) ?? .unverifiable {
      case .unverifiable: finding(.unverifiable, .none, said(rules[index].says.unverifiable, answer, context), answer)
      case .notApplicable: finding(.notApplicable, .none, answer.message, answer)
      case .missing: finding(.missing, .none, said(rules[index].says.missing, answer, context), answer)
      }
    }
    if let reason = rules[index].turnedOff ?? rules[index].applies.reasonAgainst(context.report) {
      return finding(.notApplicable, .none, reason, Answer(truth: .pointless, message: reason, evidence: []))
    }
    switch rules[index].requirement {
    case .forbid(let condition):
      let answer = condition.answer(in: forbidding)
      switch answer.truth {
      case .holds: return finding(.violated, .none, said(rules[index].says.violated, answer, context), answer)
      case .absent, .wrong: return finding(.met, .full, said(rules[index].says.met, answer, context), answer)
      case .unknown: return unknown(answer)
      case .pointless: return finding(.notApplicable, .none, answer.message, answer)
      }
    case .require(let condition):
      let answer = condition.answer(in: context)
      switch answer.truth {
      case .holds: return finding(.met, .full, said(rules[index].says.met, answer, context), answer)
      case .pointless: return finding(.notApplicable, .none, answer.message, answer)
      case .unknown: return unknown(answer)
      case .absent, .wrong:
        for partial in rules[index].partials {
          let part = partial.when.answer(in: context)
          switch part.truth {
          case .holds:
            let says = partial.says.filled(
              { context.value(ofNamed: $0) { part.found[$0] ?? answer.found[$0] } }, in: context.language)
            return finding(.partial, partial.credit, says, part.evidence.isEmpty ? answer : part)
          case .unknown: return finding(.unverifiable, .none, part.message, part)
          case .absent, .wrong, .pointless: continue
          }
        }
        if case .absent = answer.truth, rules[index].cannotTellIn.contains(context.report.stage) {
          return finding(.unverifiable, .none, said(rules[index].says.unverifiable, answer, context), answer)
        }
        if case .wrong = answer.truth {
          return finding(.violated, .none, said(rules[index].says.violated, answer, context), answer)
        }
        return finding(.missing, .none, said(rules[index].says.missing, answer, context), answer)
      }
    }
  }

  /// The rule's own sentence for a status, or what the check says.
  private func said(_ template: MessageTemplate?, _ answer: Answer, _ context: EvaluationContext) -> Wording {
    guard let template else { return answer.message }
    return template.filled(
      { $0 == "detail" ? answer.message : context.value(ofNamed: $0) { answer.found[$0] } }, in: context.language)
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
