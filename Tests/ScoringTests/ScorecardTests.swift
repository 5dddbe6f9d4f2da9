import Rules
import Scoring
import Testing

@Suite("A scorecard")
struct ScorecardTests {
  /// Two categories of weight 60 and 40; three rules of weight 6, 3, 1 in the first, two of 5 and 5 in the second.
  let model = Model(
    categories: [60_000, 40_000],
    rules: [
      (0, 6000, .error, true), (0, 3000, .error, false), (0, 1000, .warning, false),
      (1, 5000, .error, false), (1, 5000, .info, false),
    ])

  func score(_ findings: [Finding], vetoGrade: Int? = nil) -> Scorecard {
    Scorecard(
      of: findings, rules: model.rules, categories: model.categories, grades: model.grades, vetoGrade: vetoGrade)
  }

  @Test("is 100 when all is met, and 0 when all is missing")
  func extremes() {
    #expect(score((0..<5).map { Finding($0, .met) }).score == Score(tenths: 1000))
    #expect(score((0..<5).map { Finding($0, .missing) }).score == Score(tenths: 0))
    #expect(score((0..<5).map { Finding($0, .violated) }).score == Score(tenths: 0))
  }

  @Test("is the weighted mean of its categories")
  func weightedMean() {
    // First: (6 + 3 × 0.5) / 10 = 0.75; second: 5 / 10 = 0.5; total: (60 × 0.75 + 40 × 0.5) / 100 = 65.
    let card = score([
      Finding(0, .met), Finding(1, .partial, credit: 500), Finding(2, .missing), Finding(3, .met),
      Finding(4, .violated),
    ])
    #expect(card.score == Score(tenths: 650))
    #expect(card.categories.map(\.score) == [Score(tenths: 750), Score(tenths: 500)])
    #expect(card.categories[0].share == Share(earned: 7_500_000, possible: 10_000_000))
    #expect(card.losses.map { $0?.hundredths } == [0, 900, 600, 0, 2000])
    #expect(card.grade == 1)
  }

  @Test("leaves out what does not apply, can't be told or is waived")
  func leavesOut() {
    let card = score([
      Finding(0, .met), Finding(1, .notApplicable), Finding(2, .unverifiable), Finding(3, .waived), Finding(4, .waived),
    ])
    #expect(card.score == Score(tenths: 1000))
    #expect(card.categories.map(\.score) == [Score(tenths: 1000), nil])
    #expect(card.losses.map { $0 == nil } == [false, true, true, true, true])
  }

  @Test("has no score and no grade when nothing can be scored")
  func nothing() {
    for card in [score([]), score((0..<5).map { Finding($0, .notApplicable) })] {
      #expect(card.score == nil)
      #expect(card.grade == nil)
    }
  }

  @Test("gives a rule of weight 0 no say, even when it is all there is")
  func weightless() {
    let model = Model(categories: [1000], rules: [(0, 0, .error, false)])
    let card = Scorecard(
      of: [Finding(0, .missing)], rules: model.rules, categories: model.categories, grades: model.grades,
      vetoGrade: nil)
    #expect(card.score == nil)
    #expect(card.losses.map { $0?.hundredths } == [0])
  }

  @Test(
    "rounds half up, once, at the end", arguments: [(1, 3, 333), (2, 3, 667), (1, 16, 63), (1, 80, 13), (1, 2000, 1)])
  func rounding(met: Int, of all: Int, tenths: Int) {
    let model = Model(categories: [1000], rules: Array(repeating: (0, 1000, .error, false), count: all))
    let findings = (0..<all).map { Finding($0, $0 < met ? .met : .missing) }
    let card = Scorecard(
      of: findings, rules: model.rules, categories: model.categories, grades: model.grades, vetoGrade: nil)
    #expect(card.score?.tenths == tenths)
  }

  @Test("rounds a sum of thirds and sevenths that is exactly half a tenth up")
  func exactHalf() {
    // 1/3 × 3/10 + 1/7 × 7/10 = 0.2 exactly, and 20 thousandths less half a tenth by a fourth category.
    let model = Model(
      categories: [3000, 7000, 10_000],
      rules: Array(repeating: (0, 1000, .error, false), count: 3) + Array(repeating: (1, 1000, .error, false), count: 7)
        + Array(repeating: (2, 1000, .error, false), count: 1000))
    var findings = (0..<1010).map { Finding($0, .missing) }
    findings[0] = Finding(0, .met)
    findings[3] = Finding(3, .met)
    for rule in 10..<11 { findings[rule] = Finding(rule, .met) }
    let card = Scorecard(
      of: findings, rules: model.rules, categories: model.categories, grades: model.grades, vetoGrade: nil)
    #expect(card.score?.tenths == 101)  // (0.2 + 0.001) / 2 = 0.1005
  }

  @Test("grades by the score as shown, and caps the grade when a veto rule is missed")
  func grades() {
    let good = (0..<5).map { Finding($0, .met) }
    #expect(score(good, vetoGrade: 1).grade == 0)
    var vetoed = good
    vetoed[0] = Finding(0, .missing)
    let card = score(vetoed, vetoGrade: 2)
    #expect(card.score == Score(tenths: 640))
    #expect(card.gradeByScore == 1)
    #expect(card.grade == 2)
    #expect(card.vetoes == [0])
    #expect(score(vetoed, vetoGrade: 0).grade == 1, "a cap never lifts a grade")
    vetoed[0] = Finding(0, .partial, credit: 900)
    #expect(score(vetoed, vetoGrade: 2).vetoes == [])
  }

  @Test("survives weights of any size")
  func hugeWeights() {
    let model = Model(
      categories: Array(repeating: Int.max, count: 40) + [-5],
      rules: (0..<41).map { ($0, $0 % 2 == 0 ? Int.max : 999_999_937, .error, false) })
    let findings = (0..<41).map { Finding($0, $0 % 4 == 0 ? .missing : .partial, credit: 333) }
    let card = Scorecard(
      of: findings, rules: model.rules, categories: model.categories, grades: model.grades, vetoGrade: nil)
    #expect(card.score?.tenths == 250)  // 30 of 40 categories at 33.3 %: 24.975
  }
}
