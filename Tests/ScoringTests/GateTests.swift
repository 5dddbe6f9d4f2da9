import Rules
import Scoring
import Testing

@Suite("The gate")
struct GateTests {
  static let model = Model(
    categories: [1000], rules: [(0, 1000, .error, false), (0, 1000, .warning, false), (0, 1000, .info, false)])

  /// Under a rule of severity error, warning, info.
  static let gravities: [(Status, [Severity?])] = [
    (.missing, [.error, .warning, .info]), (.violated, [.error, .warning, .info]), (.partial, [.warning, .info, nil]),
    (.met, [nil, nil, nil]), (.notApplicable, [nil, nil, nil]), (.unverifiable, [nil, nil, nil]),
    (.waived, [nil, nil, nil]),
  ]

  static let gates: [(Severity?, Int, Bool)] = [
    (.error, 1, false), (.error, 0, true), (.warning, 1, true), (.warning, 2, false), (.info, 2, true), (nil, 0, false),
  ]

  static let minima: [(Int?, Int, Bool)] = [
    (600, 60_000, false), (599, 60_000, true), (nil, 0, true), (625, 62_500, false), (625, 62_501, true),
  ]

  @Test(
    "counts what is missing or violated as its rule says, and what is partial one step lower",
    arguments: gravities)
  func gravity(status: Status, expected: [Severity?]) {
    let seen = Self.model.rules.indices.map { Finding($0, status).gravity(at: Self.model.rules[$0].severity) }
    #expect(seen == expected)
  }

  @Test("fails a report for one finding at or above its severity", arguments: gates)
  func failOn(severity: Severity?, missing: Int, fails: Bool) {
    let verdict = Gate(failOn: severity).judge(
      [Finding(missing, .missing)], rules: Self.model.rules, score: Score(tenths: 0))
    #expect(verdict.outcome == (fails ? .failed : .passed))
    #expect(verdict.blocking == (fails ? 1 : 0))
  }

  @Test("fails a report below the least score, and one without any", arguments: minima)
  func minScore(tenths: Int?, least: Int, fails: Bool) {
    let verdict = Gate(failOn: nil, minScore: least).judge([], rules: [], score: tenths.map { Score(tenths: $0) })
    #expect(verdict.outcome == (fails ? .failed : .passed))
    #expect(verdict.isBelowMinimum == fails)
  }

  @Test("passes a report without a score when no least score is asked for")
  func unscored() {
    #expect(Gate().judge([], rules: [], score: nil).outcome == .passed)
  }

  @Test("asks of a category what it does not ask of others")
  func categories() {
    let model = Model(categories: [1000, 1000], rules: [(0, 1000, .error, false), (1, 1000, .error, false)])
    let findings = [Finding(0, .missing), Finding(1, .met)]
    let scores = [Score(tenths: 0), Score(tenths: 1000)]
    func verdict(_ gates: [Int: Gate.CategoryGate], _ scores: [Score?], failOn: Severity? = nil) -> Verdict {
      var gate = Gate(failOn: failOn)
      gate.categories = gates
      return gate.judge(findings, rules: model.rules, score: Score(tenths: 500), categoryScores: scores)
    }
    #expect(verdict([0: .init(failOn: .own(.error))], scores).blocking == 1)
    #expect(verdict([1: .init(failOn: .own(.error))], scores).outcome == .passed)
    #expect(verdict([0: .init(failOn: .own(nil))], scores, failOn: .error).outcome == .passed)
    #expect(verdict([0: .init(minScore: 1)], scores).categoriesBelow == [0])
    #expect(verdict([1: .init(minScore: 100_000)], scores).outcome == .passed)
    // A category in which nothing counts is below nothing.
    #expect(verdict([0: .init(minScore: 1)], [nil, nil]).outcome == .passed)
  }
}
