import Matching
import SourceText
import Testing

@testable import Rules

@Suite("A loaded pack") struct RulePackTests {
  @Test("words a basis with full-width punctuation") func citations() throws {
    let pack = try #require(Packs.shipped)
    for rule in pack.rules {
      for citation in rule.basis {
        let words = pack.words(for: citation)
        #expect(words.zh.hasPrefix("《") || pack.bases[citation.basis].title.zh == words.zh)
        #expect(
          !words.zh.replacing("GB/T 9704-2012", with: "").replacing("1.(1)", with: "").contains("("), "\(words.zh)")
        #expect(!words.zh.contains(":"), "\(words.zh)")
      }
    }
  }

  @Test("keeps the veto of a rule, so that it can cap the grade") func veto() throws {
    let pack = try #require(Packs.shipped)
    #expect(pack.vetoGrade != nil)
    #expect(pack.rules.filter(\.isVeto).map(\.id).contains("section.leader-duty"))
    #expect(!pack.rules.filter(\.isVeto).map(\.id).contains("outline.functions"))
  }

  @Test("searches the literal of a pattern together with the phrases") func patternLiterals() throws {
    let rules = """
      rules:
        - id: case.rule
          title: 规则
          category: elements
          severity: error
          weight: 1
          basis: law
          require: {mention: {patterns: ["行政复议案件\\\\d+件"], in: body}}
          why: 规定如此。
          remedy: 改正。
          examples: {meets: [云溪县], fails: [云溪县]}

      """
    let pack = try #require(Packs.load(Packs.small(rules: rules)))
    #expect(pack.phrases.phrases.contains(Array("行政复议案件".utf8)))
  }

  @Test(
    "fills the variables of a sentence and leaves other braces alone",
    arguments: [
      ("写明{next_year}年", "写明2025年"), ("{a}{b}", "??"), ("{}", "{}"), ("{{next_year}", "{2025"),
      ("next_year}", "next_year}"),
      ("{next_year", "{next_year"), ("", ""),
    ])
  func templates(text: String, filled: String) {
    #expect(MessageTemplate(Wording(text)).filled { $0 == "next_year" ? Wording("2025") : nil }.zh == filled)
  }

  @Test(
    "tells the variables of a pattern from its numbers",
    arguments: [
      (#"\d{4}年{report_year}"#, ["report_year"]), (#"\p{Han}{2,3}\x{4e00}"#, []), (#"\{title}"#, []),
      ("{issuer}{title}", ["issuer", "title"]),
    ])
  func patternVariables(source: String, names: [String]) {
    #expect(VariableMention.all(inPattern: source).map(\.name) == names)
  }
}
