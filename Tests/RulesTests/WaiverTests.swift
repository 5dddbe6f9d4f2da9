import Reports
import Rules
import SourceText
import Testing

@Suite("A waiver") struct WaiverTests {
  static let text = """
    waivers:
      - rule: part.causes
        document: 青禾镇*.txt
        reason: 机构合并
        by: 李平
        until: 2025-06-30
      - rule: part.*
        document: 乡镇/
        reason: 首次报告
        by: 李平
        until: 2026-01-31

    """

  static func list(_ text: String = text, problems: inout [Problem]) -> WaiverList {
    WaiverList(
      path: "waivers.yaml", bytes: Array(text.utf8), numberedFrom: 0, rules: ["part.causes", "part.plan"],
      problems: &problems)
  }

  /// What becomes of the findings of a report that has neither causes nor a plan.
  static func judged(_ path: String, on day: String) throws -> (findings: [Finding], named: [Int]) {
    let pack = try LayeringTests.pack([])
    var findings = try pack.audit("青禾镇2024年法治政府建设情况报告\n").findings
    #expect(findings.map(\.status) == [.missing, .missing])
    var problems: [Problem] = []
    let list = list(problems: &problems)
    #expect(problems.isEmpty && list.waivers.map(\.number) == [0, 1] && list.waivers.map(\.position.line) == [2, 7])
    let named = list.apply(
      to: &findings, of: pack.rules, document: path.split(separator: "/").map(String.init),
      on: try #require(CalendarDate(iso: day)))
    return (findings, named)
  }

  @Test("excuses what falls short in the documents that it names, until its last day, that day included")
  func excuses() throws {
    let (findings, named) = try Self.judged("青禾镇-2024.txt", on: "2025-06-30")
    #expect(findings.map(\.status) == [.waived, .missing] && named == [0])
    #expect(findings[0].waiver?.reason == "机构合并" && findings[0].credit.thousandths == 0)
    #expect(!findings[0].message.zh.isEmpty)
  }

  @Test("counts no more when its last day is over, and is still told of") func expired() throws {
    let (findings, named) = try Self.judged("青禾镇-2024.txt", on: "2025-07-01")
    #expect(findings.map(\.status) == [.missing, .missing] && named == [0])
    #expect(findings[0].waiver?.number == 0 && findings[1].waiver == nil)
  }

  @Test("gives way to one that still holds") func both() throws {
    let (findings, named) = try Self.judged("乡镇/青禾镇-2024.txt", on: "2025-07-01")
    #expect(findings.map(\.status) == [.waived, .waived] && named == [0, 1])
    #expect(findings.map(\.waiver?.number) == [1, 1])
  }

  @Test("leaves other documents alone") func others() throws {
    let (findings, named) = try Self.judged("云溪县-2024.txt", on: "2025-01-01")
    #expect(findings.map(\.status) == [.missing, .missing] && named == [])
  }

  static let mistakes: [(String, String, String)] = [
    ("rule: part.causes", "rule: ⚑part.cause", "did you mean `part.causes`?"),
    ("rule: part.*", "rule: ⚑parts.*", "did you mean `part.*`?"),
    ("until: 2025-06-30", "until: ⚑2025-06-31", "is no date"),
    ("until: 2025-06-30", "until: ⚑明年", "is no date"),
    ("document: 青禾镇*.txt", "document: \"⚑[\"", "has no `]`"),
    ("document: 青禾镇*.txt", "document: ⚑\"!a\"", "can't begin with `!`"),
    ("reason: 机构合并", "reason: ⚑\" \"", "nothing is written here"),
    ("    by: 李平\n    until: 2025", "    until: 2025", "the key `by` is missing"),
    ("reason: 机构合并", "⚑raeson: 机构合并", "did you mean `reason`?"),
  ]

  @Test("says a mistake where it stands", arguments: mistakes)
  func mistake(line: String, wrong: String, says: String) throws {
    let text = Self.text.replacingFirst(line, wrong)
    try #require(text != Self.text)
    let marked = MarkedFiles([("waivers.yaml", text)])
    var problems: [Problem] = []
    _ = Self.list(marked.files[0].text, problems: &problems)
    #expect(problems.count == 1 && problems[0].message.en.contains(says), "\(problems.map(\.message.en))")
    if let place = marked.places.first, wrong != "document: \"⚑[\"" {
      #expect(problems[0].shown == place.replacingFirst("rules/", ""))
    }
  }
}
