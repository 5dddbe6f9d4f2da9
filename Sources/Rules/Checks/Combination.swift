import SourceText

/// Conditions joined by `all_of`, `any_of` and `not`.
enum Combination {
  /// Holds when every part holds; parts that have nothing to apply to are left aside.
  static func all(_ conditions: [Condition], in context: EvaluationContext) -> Answer {
    var together: Answer?
    var unknown: Answer?
    for condition in conditions {
      let answer = condition.answer(in: context)
      switch answer.truth {
      case .absent, .wrong: return answer
      case .unknown: unknown = unknown ?? answer
      case .pointless: continue
      case .holds:
        together = together.map { joined($0, answer) } ?? answer
      }
    }
    if let unknown { return unknown }
    return together
      ?? Answer(
        truth: .pointless, message: Wording(zh: "没有可核查的内容", en: "There is nothing to check"), evidence: [])
  }

  /// Holds when one part holds; otherwise says what the first part that applies says.
  static func any(_ conditions: [Condition], in context: EvaluationContext) -> Answer {
    var answers: [Answer] = []
    for condition in conditions {
      let answer = condition.answer(in: context)
      if case .holds = answer.truth { return answer }
      answers.append(answer)
    }
    func first(_ truth: (Answer.Truth) -> Bool) -> Answer? { answers.first { truth($0.truth) } }
    return first { if case .unknown = $0 { true } else { false } }
      ?? first { if case .wrong = $0 { true } else { false } }
      ?? absent(answers)
      ?? answers.first
      ?? Answer(truth: .pointless, message: Wording(""), evidence: [])
  }

  /// The first answer that misses something, one that shows the nearest thing before one that found no place to look in.
  private static func absent(_ answers: [Answer]) -> Answer? {
    let absent = answers.filter { if case .absent = $0.truth { true } else { false } }
    return absent.first { $0.evidence.contains { $0.kind == .nearest } } ?? absent.first { !$0.evidence.isEmpty }
      ?? absent.first
  }

  /// Holds when the part does not; what cannot be told stays so.
  static func not(_ condition: Condition, in context: EvaluationContext) -> Answer {
    var answer = condition.answer(in: context)
    switch answer.truth {
    case .holds: answer.truth = .wrong
    case .absent, .wrong: answer.truth = .holds
    case .unknown, .pointless: break
    }
    return answer
  }

  private static func joined(_ first: Answer, _ second: Answer) -> Answer {
    var answer = first
    if !second.message.zh.isEmpty, second.message != first.message {
      answer.message = Wording(
        zh: first.message.zh + "；" + second.message.zh, en: first.message.en + "; " + second.message.en)
    }
    answer.evidence += second.evidence.filter { trace in !first.evidence.contains { $0.range.contains(trace.range) } }
    answer.found.add(second.found)
    return answer
  }
}

extension Combination {
  static func words(_ conditions: [Condition], joinedBy separator: Wording, in pack: RulePack) -> Wording {
    let parts = conditions.map { $0.words(in: pack) }
    return Wording(
      zh: parts.map(\.zh).joined(separator: separator.zh), en: parts.map(\.en).joined(separator: separator.en))
  }
}
