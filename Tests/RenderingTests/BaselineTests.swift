import Documents
import Reports
import Rules
import Scoring
import SourceText
import Testing

@testable import Comparison
@testable import Rendering

@Suite("A baseline")
struct BaselineTests {
  private static let sections = [
    "一、主要举措和成效\n开庭审理119件，负责人出庭118件，负责人出庭率98.15%。\n",
    "二、存在的不足\n力量薄弱，XX待补，部署落实不够。\n",
    "三、负责人履行职责情况\n县长主持会议4次，审理行政案件50件，办结40件，办结率95%。\n",
  ]
  private static let head = "云溪县2024年法治政府建设情况报告\n现将有关情况报告如下。\n"

  private struct Judged {
    var report: Report
    var findings: [Finding]
  }

  private static let pack = Result { try ShippedRulesTests.pack() }

  private static func judge(_ text: String) throws -> Judged {
    let decoded = try decodeDocument(Array(text.utf8), name: "云溪县.txt")
    let (report, findings) = try pack.get().audit(decoded, given: GivenFacts())
    return Judged(report: report, findings: findings)
  }

  private static func entries(_ judged: Judged, document: String = "云溪县.txt") throws -> [Baseline.Entry] {
    let pack = try pack.get()
    return judged.findings.compactMap {
      Baseline.Entry($0, rule: pack.rules[$0.rule], document: document, report: judged.report)
    }
  }

  /// The rules of the findings that are new to a baseline.
  private static func new(_ judged: Judged, to baseline: Baseline, document: String = "云溪县.txt") throws -> Set<String> {
    let pack = try pack.get()
    var findings = judged.findings
    _ = baseline.apply(to: &findings, of: pack.rules, report: judged.report, document: document)
    return Set(
      findings.filter { !$0.isKnown && [.missing, .violated, .partial].contains($0.status) }
        .map { pack.rules[$0.rule].id })
  }

  @Test("knows every fault when lines move by ten and sections change places")
  func moved() throws {
    let before = try Self.judge(Self.head + Self.sections.joined())
    let baseline = Baseline(try Self.entries(before))
    try #require(baseline.entries.contains { $0.rule == "figures.rate" && $0.places.count > 1 })
    let lines = Self.head + String(repeating: "\n", count: 10) + Self.sections.joined()
    #expect(try Self.new(try Self.judge(lines), to: baseline).isEmpty)
    // The sections keep their headings' words, and get the numbers of their new places.
    let numbers = ["一、", "二、", "三、"]
    let reordered = zip(numbers, [Self.sections[2], Self.sections[0], Self.sections[1]]).map { number, section in
      number + section.dropFirst(2)
    }
    let after = try Self.judge(Self.head + reordered.joined())
    #expect(try Self.new(after, to: baseline).isEmpty)
    #expect(Set(try Self.entries(after).flatMap(\.places)) == Set(baseline.entries.flatMap(\.places)))
  }

  @Test("does not swallow a second fault of a rule in the same document, nor the same fault in another")
  func second() throws {
    let text = Self.head + Self.sections[0] + Self.sections[1]
    let baseline = Baseline(try Self.entries(try Self.judge(text)))
    try #require(baseline.entries.contains { $0.rule == "figures.rate" })
    let more = try Self.judge(Self.head + Self.sections.joined())
    #expect(try Self.new(more, to: baseline).contains("figures.rate"))
    // The very same sentence once more is another fault.
    let twice = Self.sections[0] + "开庭审理119件，负责人出庭118件，负责人出庭率98.15%。\n"
    #expect(try Self.new(try Self.judge(Self.head + twice + Self.sections[1]), to: baseline).contains("figures.rate"))
    #expect(try Self.new(try Self.judge(text), to: baseline, document: "临江市.txt").contains("figures.rate"))
  }

  @Test("knows all of many faults of one rule, wherever they move")
  func many() throws {
    let words = (1...30).map { "第\($0)项工作XX待补，另行说明。\n" }
    let before = try Self.judge(Self.head + "一、主要举措和成效\n" + words.joined() + Self.sections[1])
    let baseline = Baseline(try Self.entries(before))
    let moved = try Self.judge(Self.head + "一、主要举措和成效\n" + words.reversed().joined() + Self.sections[1])
    #expect(!(try Self.new(moved, to: baseline)).contains("wording.placeholder"))
    let more = try Self.judge(
      Self.head + "一、主要举措和成效\n" + words.joined() + "再有一项工作XX待补。\n" + Self.sections[1])
    #expect(try Self.new(more, to: baseline).contains("wording.placeholder"))
  }

  @Test("is the same when it is written and read again")
  func roundTrip() throws {
    let baseline = Baseline(try Self.entries(try Self.judge(Self.head + Self.sections.joined())))
    var problems: [Problem] = []
    let bytes = BaselineFile(baseline, pack: try Self.pack.get()).bytes
    let read = try #require(Baseline(path: "base.json", bytes: bytes, problems: &problems))
    #expect(problems.isEmpty)
    #expect(BaselineFile(read, pack: try Self.pack.get()).bytes == bytes)
    #expect(try JSONSchema.named("baseline").errors(in: bytes) == [])
  }

  private static func entry(_ status: Status, credit: Int = 0, places: [Int] = [1]) -> Baseline.Entry {
    Baseline.Entry(
      document: "a", rule: "r", status: status, credit: Credit(thousandths: credit),
      places: places.map { Fingerprint(String(repeating: "\($0)", count: 32)) }, text: nil,
      position: Position(line: 1, column: 1))
  }

  @Test("holds what is as bad or less bad, and nothing that is worse or elsewhere")
  func covers() {
    let violated = Self.entry(.violated, places: [1, 2])
    #expect(violated.covers(Self.entry(.violated, places: [2])))
    #expect(!violated.covers(Self.entry(.violated, places: [2, 3])))
    #expect(!violated.covers(Self.entry(.missing)))
    let partial = Self.entry(.partial, credit: 500)
    #expect(partial.covers(Self.entry(.partial, credit: 700)))
    #expect(!partial.covers(Self.entry(.partial, credit: 300)))
    #expect(!partial.covers(Self.entry(.missing)))
    #expect(Self.entry(.missing).covers(Self.entry(.partial, credit: 500, places: [7])))
  }

  @Test("is brought up to date: what is gone goes, what is new comes, what was not looked at stays")
  func change() {
    func entry(_ document: String, _ rule: String, _ places: [Int]) -> Baseline.Entry {
      var entry = Self.entry(.violated, places: places)
      entry.document = document
      entry.rule = rule
      return entry
    }
    let old = [entry("a", "x", [1, 2]), entry("a", "y", [1]), entry("b", "x", [1]), entry("c", "x", [1])]
    let now = [entry("a", "x", [1]), entry("a", "z", [1])]
    let change = Baseline(old).change(to: now, audited: ["a"], gone: ["c"])
    #expect(change.added == [now[1]])
    #expect(change.gone == [old[1], old[3]])
    #expect(change.kept == 2)
    #expect(change.shrunk.entries == [now[0], old[2]])
    #expect(change.renewed.entries == [now[0], now[1], old[2]])
  }
}
