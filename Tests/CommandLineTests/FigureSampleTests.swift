import SampleReports
import Testing

/// The shipped rules, judged by sentences whose figures are right or broken by one number.
@Suite("The shipped rules on sentences with figures")
struct FigureSampleTests {
  @Test("are at least two hundred, up to half of them broken, each another one") func count() {
    #expect(FigureSample.all.count >= 200)
    let broken = FigureSample.all.count { $0.rule != nil }
    #expect(broken >= 100 && broken * 2 <= FigureSample.all.count)
    #expect(Set(FigureSample.all.map(\.name)).count == FigureSample.all.count)
  }

  @Test("raise no alarm when right, and one that quotes the figures when broken", arguments: FigureSample.all)
  func judgeRightly(_ sample: FigureSample) throws {
    let audited = try AuditedSample(
      SampleDocument(sample.name, text: sample.report, verdicts: .none, facts: .none))
    let alarms = audited.statuses.filter { $0.key.hasPrefix("figures.") && $0.value == "violated" }.map(\.key)
    let quoted = sample.rule.flatMap { audited.quotes[$0] } ?? []
    #expect(
      sample.isRight(alarms: alarms, quoted: quoted), "\(sample.sentence) alarms \(alarms.sorted()), quoted \(quoted)")
  }
}
