import SampleReports
import Testing

/// The shipped rules, judged by documents of which the right verdicts are known.
@Suite("The shipped rules on the invented reports")
struct SamplesVerdictTests {
  @Test("give the verdicts that a document's making settles", arguments: SampleDocuments.all)
  func judgeRightly(_ sample: SampleDocument) throws {
    let audited = try AuditedSample(sample)
    for (rule, allowed) in sample.verdicts.statuses.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let status = audited.statuses[rule.rawValue].flatMap(RuleStatus.init)
      #expect(status.map(allowed.contains) == true, "\(rule.rawValue) is \(status?.rawValue ?? "not there")")
    }
  }

  @Test("rest on the facts that the document shows", arguments: SampleDocuments.all)
  func readRightly(_ sample: SampleDocument) throws {
    let audited = try AuditedSample(sample)
    for name in SampleFacts.Name.allCases {
      guard let allowed = sample.facts.values[name] else { continue }
      #expect(allowed.contains(audited[name]), "\(name.rawValue) is \(audited[name] ?? "null")")
    }
    if let roles = sample.facts.roles { #expect(audited.roles == roles) }
  }
}
