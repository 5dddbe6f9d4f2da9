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
    var best: Answer?
    var bestRank = -1
    for condition in conditions {
      let answer = condition.answer(in: context)
      if case .holds = answer.truth { return answer }
      let rank = rank(answer)
      if rank > bestRank { (best, bestRank) = (answer, rank) }
    }
    return best ?? Answer(truth: .pointless, message: Wording(""), evidence: [])
  }

  /// How much an answer that does not hold tells: of those that miss something, one that shows the nearest thing more than one that
  /// found no place to look in.
  private static func rank(_ answer: Answer) -> Int {
    switch answer.truth {
    case .unknown: 5
    case .wrong: 4
    case .absent: answer.evidence.contains { $0.kind == .nearest } ? 3 : answer.evidence.isEmpty ? 1 : 2
    case .holds, .pointless: 0
    }
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
