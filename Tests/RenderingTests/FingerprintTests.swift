import Documents
import Reports
import Rules
import Scoring
import Testing

@testable import Comparison

@Suite("The fingerprint of a finding")
struct FingerprintTests {
  private static let text = """
    云溪县2024年法治政府建设情况报告
    现将有关情况报告如下。
    一、主要举措和成效
    开庭审理119件，负责人出庭118件，负责人出庭率98.15%。
    二、存在的不足
    力量薄弱。
    """

  /// The fingerprints of what the shipped rules find, by rule.
  private static func fingerprints(_ text: String, path: String = "云溪县.txt") throws -> [String: Fingerprint] {
    let pack = try ShippedRulesTests.pack()
    let decoded = try decodeDocument(Array(text.utf8), name: path)
    let (report, findings) = pack.audit(decoded, given: GivenFacts())
    var found: [String: Fingerprint] = [:]
    for finding in findings where [.missing, .violated].contains(finding.status) {
      let rule = pack.rules[finding.rule]
      found[rule.id] = Fingerprint(of: finding, rule: rule, path: path, report: report)
    }
    return found
  }

  @Test("stays when lines move, white space changes and sections are numbered anew")
  func moved() throws {
    let before = try Self.fingerprints(Self.text)
    let moved = Self.text.replacing("现将", with: String(repeating: "\n", count: 10) + "现将")
      .replacing("二、", with: "三、").replacing("一、", with: "二、").replacing("开庭审理119件", with: "开庭审理 119 件")
    let after = try Self.fingerprints(moved)
    try #require(before["figures.rate"] != nil)
    #expect(before["figures.rate"] == after["figures.rate"])
    #expect(before["section.causes"] != nil && before["section.causes"] == after["section.causes"])
  }

  @Test("is another for another figure, another document and another section")
  func other() throws {
    let before = try Self.fingerprints(Self.text)
    let figure = try Self.fingerprints(Self.text.replacing("98.15%", with: "97.15%"))
    let document = try Self.fingerprints(Self.text, path: "临江市.txt")
    let section = try Self.fingerprints(Self.text.replacing("主要举措和成效", with: "工作举措和成效"))
    for others in [figure, document, section] {
      #expect(others["figures.rate"] != nil && others["figures.rate"] != before["figures.rate"])
    }
  }

  @Test("has the same digits on every machine")
  func digits() {
    #expect(Fingerprint(unreadable: "临江市.txt").description.count == 32)
    var digest = StableDigest()
    digest.add("a")
    #expect(digest.hexadecimal == "0880954550ab1be95aa0733055b751b9")
  }
}
