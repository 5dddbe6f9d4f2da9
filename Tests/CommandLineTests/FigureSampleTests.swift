import SampleReports
import Testing

/// The shipped rules, judged by sentences whose figures are right or broken by one number.
@Suite("The shipped rules on sentences with figures")
struct FigureSampleTests {
  @Test("are at least two hundred, half of them broken, each another one") func count() {
    #expect(FigureSample.all.count >= 200)
    #expect(FigureSample.all.count { $0.rule != nil } * 2 == FigureSample.all.count)
    #expect(Set(FigureSample.all.map(\.name)).count == FigureSample.all.count)
  }

  @Test("raise no alarm when right, and one that quotes the figures when broken", arguments: FigureSample.all)
  func judgeRightly(_ sample: FigureSample) throws {
    let audited = try AuditedSample(
      SampleDocument(sample.name, text: sample.report, verdicts: .none, facts: .none))
    let allowed = FigureSample.informing + (sample.rule.map { [$0] + (FigureSample.companions[$0] ?? []) } ?? [])
    let alarms = audited.statuses.filter { $0.key.hasPrefix("figures.") && $0.value == "violated" }.map(\.key)
    #expect(alarms.filter { !allowed.contains($0) } == [], "\(sample.sentence)")
    guard let rule = sample.rule else { return }
    #expect(audited.statuses[rule] == "violated", "\(sample.sentence)")
    let quoted = audited.quotes[rule] ?? []
    #expect(sample.quotes.filter { !quoted.contains($0) } == [], "\(sample.sentence) \(quoted)")
  }
}
