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

  @Test("says of every instrument from when it is in force") func inForce() throws {
    let pack = try #require(Packs.shipped)
    for basis in pack.bases where basis.title.zh.hasPrefix("《") { #expect(basis.inForce != nil, "\(basis.key)") }
  }

  @Test(
    "reads the days on which a basis is in force",
    arguments: [
      ("2019-04-15..", "规定（2019-04-15起施行）"), ("2015-12-27..2021-08-02", "规定（2015-12-27至2021-08-02施行）"),
      ("..2021-08-02", nil), ("2019-02-30..", nil), ("2021-08-02..2015-12-27", nil), ("2019", nil),
    ])
  func daysInForce(written: String, shown: String?) throws {
    var files = Packs.small(
      rules: """
        rules:
          - id: case.rule
            title: 规则
            category: elements
            severity: error
            weight: 1
            basis: law
            require: {section: measures}
            why: 规定如此。
            remedy: 改正。
            examples: {meets: [云溪县], fails: [云溪县]}

        """)
    files[0].text.replace("law: {title: 规定, ", with: "law: {title: 规定, in_force: \(written), ")
    switch loadPack(Packs.ruleFiles(files)) {
    case .pack(let pack, _): #expect(pack.words(for: pack.rules[0].basis[0]).zh == shown)
    case .problems(let problems):
      #expect(shown == nil && problems.count == 1 && problems[0].place != nil, "\(problems.map(\.message.en))")
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
