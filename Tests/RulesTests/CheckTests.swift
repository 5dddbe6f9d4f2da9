import SourceText
import Testing

@testable import Rules

@Suite("Each kind of check") struct CheckTests {
  @Test("answers as its cases say", arguments: CheckCase.all)
  func cases(_ one: CheckCase) throws {
    let pack = try #require(one.pack())
    let (report, findings) = try pack.audit(one.text, given: one.given)
    let finding = try #require(findings.first { pack.rules[$0.rule].id == "case.rule" })
    let lines = finding.evidence.map { evidence in
      switch evidence.kind {
      case .found: "\(report.line(of: evidence))"
      case .nearest: "nearest \(report.line(of: evidence))"
      case .slot: "slot \(report.line(of: evidence))"
      }
    }
    #expect(finding.status == one.status, "\(finding.message.zh)")
    #expect(finding.credit == one.credit)
    #expect(lines == one.lines, "\(finding.message.zh)")
    if let message = one.message { #expect(finding.message.zh == message) }
    #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty)
    // A variable that nothing fills in shows as `?`.
    #expect(one.rule.contains("?") || !finding.message.zh.contains("?"))
  }

  @Test("has cases that show it holding and not holding", arguments: ConditionDecoder.Kind.allCases)
  func kindHasCases(kind: ConditionDecoder.Kind) {
    let cases = CheckCase.cases(of: kind.rawValue)
    #expect(cases.contains { $0.status == .met }, "Cases/\(kind.rawValue).yaml has no case that is met")
    #expect(cases.contains { $0.status != .met }, "Cases/\(kind.rawValue).yaml has no case that is not met")
  }

  @Test("has an opening sentence for the reader of the rules", arguments: Packs.shipped?.rules.map(\.id) ?? [])
  func words(id: String) throws {
    let pack = try #require(Packs.shipped)
    let words = pack.words(for: try #require(pack.rules.first { $0.id == id }))
    #expect(!words.zh.isEmpty && !words.en.isEmpty)
    #expect(!words.zh.contains(",") && !words.zh.contains("("), "ASCII punctuation in \(words.zh)")
  }
}
