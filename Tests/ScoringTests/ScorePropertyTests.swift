import Rules
import Scoring
import Testing

@Suite("Whatever the rules and findings, a score")
struct ScorePropertyTests {
  /// A random model with random findings, the same for the same seed.
  static func sample(_ seed: Int) -> (model: Model, findings: [Finding], numbers: SeededNumbers) {
    var numbers = SeededNumbers(state: UInt64(seed))
    let categories = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
      Int.random(in: 1...60_000, using: &numbers)
    }
    let rules = (0..<Int.random(in: 1...40, using: &numbers)).map { _ in
      (
        Int.random(in: 0..<categories.count, using: &numbers), Int.random(in: 1...15_000, using: &numbers),
        Severity.allCases.randomElement(using: &numbers)!, Bool.random(using: &numbers)
      )
    }
    let findings = rules.indices.map { rule in
      Finding(
        rule, Status.allCases.randomElement(using: &numbers)!, credit: Int.random(in: 1...999, using: &numbers))
    }
    return (Model(categories: categories, rules: rules), findings, numbers)
  }

  static func score(_ model: Model, _ findings: [Finding]) -> Scorecard {
    Scorecard(of: findings, rules: model.rules, categories: model.categories, grades: model.grades, vetoGrade: 1)
  }

  @Test("does not depend on the order of the findings", arguments: 0..<50)
  func order(seed: Int) {
    var (model, findings, numbers) = Self.sample(seed)
    let before = Self.score(model, findings)
    findings.shuffle(using: &numbers)
    let after = Self.score(model, findings)
    #expect(before.score == after.score)
    #expect(before.grade == after.grade)
    #expect(before.categories == after.categories)
  }

  @Test("is never lowered by a rule that goes from missing to met", arguments: 0..<50)
  func monotone(seed: Int) {
    var (model, findings, _) = Self.sample(seed)
    for index in findings.indices where findings[index].status == .missing {
      let before = Self.score(model, findings)
      findings[index] = Finding(findings[index].rule, .met)
      let after = Self.score(model, findings)
      #expect((before.score ?? Score(tenths: 0)) <= (after.score ?? Score(tenths: 0)))
      if let was = before.grade, let now = after.grade { #expect(now <= was) }
    }
  }

  @Test("is not changed by a rule that does not apply", arguments: 0..<50)
  func notApplicable(seed: Int) {
    var (model, findings, _) = Self.sample(seed)
    let before = Self.score(model, findings)
    model.rules.append(model.rules[0])
    findings.append(Finding(model.rules.count - 1, .notApplicable))
    let after = Self.score(model, findings)
    #expect(before.score == after.score)
    #expect(before.grade == after.grade)
  }

  @Test("is 100 less the points lost, as far as two places tell", arguments: 0..<50)
  func recomputable(seed: Int) throws {
    let (model, findings, _) = Self.sample(seed)
    let card = Self.score(model, findings)
    guard let score = card.score else { return }
    let lost = card.losses.reduce(0) { $0 + ($1?.hundredths ?? 0) }
    #expect(abs(10_000 - lost - score.tenths * 10) <= 5 + findings.count / 2 + 1)
  }

  @Test("agrees with floating point up to rounding", arguments: 0..<50)
  func plausible(seed: Int) {
    let (model, findings, _) = Self.sample(seed)
    var total = 0.0
    var weight = 0.0
    for category in model.categories.indices {
      let scored = findings.filter { model.rules[$0.rule].category == category && $0.status.isScored }
      let possible = scored.reduce(0.0) { $0 + Double(model.rules[$1.rule].weight.thousandths) }
      if possible == 0 { continue }
      let earned = scored.reduce(0.0) { sum, finding in
        let credit =
          finding.status == .met ? 1 : finding.status == .partial ? Double(finding.credit.thousandths) / 1000 : 0
        return sum + credit * Double(model.rules[finding.rule].weight.thousandths)
      }
      total += Double(model.categories[category].weight.thousandths) * earned / possible
      weight += Double(model.categories[category].weight.thousandths)
    }
    guard let score = Self.score(model, findings).score else { return #expect(weight == 0) }
    #expect(abs(Double(score.tenths) - 1000 * total / weight) <= 0.5001)
  }
}
