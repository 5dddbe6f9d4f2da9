import Rules
import SourceText
import Testing

@Suite("Rules that do nothing") struct AnalysisTests {
  private static func rule(_ id: String, _ condition: String, _ more: String = "") -> String {
    """
      - id: \(id)
        title: 题
        category: elements
        severity: error
        weight: 5
        basis: law
        \(condition)
        \(more)
        why: 因
        remedy: 改
        examples: {meets: [云溪县的报告], fails: [临江市的报告]}

    """
  }

  private static func said(of rules: String) throws -> [String] {
    let files = Packs.small(rules: "rules:\n" + rules)
    #expect(loadPack(Packs.ruleFiles(files)).didLoad)
    return analyseRules(Packs.ruleFiles(files)).map(\.message.en)
  }

  @Test(
    "are found by what they say",
    arguments: [
      ("require: {any_of: [{section: measures}, {not: {section: measures}}]}", "", "can never fire"),
      ("require: {all_of: [{section: measures, characters: 80..}, {not: {section: measures}}]}", "", "can never pass"),
      ("forbid: {mention: {any: [原因在于], without: [原因], in: body}}", "", "can never fire"),
      ("require: {kind: annual-report}", "applies: {kinds: [annual-report]}", "can never fire"),
      ("require: {kind: plan}", "applies: {kinds: [annual-report]}", "can never pass"),
      (
        "require: {section: measures}", "partial: [{when: {section: measures, characters: 9..}, credit: 0.5, says: 少}]",
        "where it holds, `require` holds"
      ),
      (
        "require: {section: measures, characters: 80..}",
        "partial: [{when: {section: measures}, credit: 0.5, says: 少}, {when: {section: measures, characters: 9..}, credit: 0.7, says: 中}]",
        "number 1 before it holds"
      ),
      (
        "require: {mention: {any: [原因], in: body}}",
        "partial: [{when: {mention: {any: [主要原因], in: body}}, credit: 0.5, says: 少}]", "where it holds, `require` holds"
      ),
      (
        "require: {mention: {any: [原因], in: body}}",
        "partial: [{when: {mention: {any: [主要原因], in: shortcomings}}, credit: 0.5, says: 少}]",
        "where it holds, `require` holds"
      ),
      ("require: {level: city}", "applies: {levels: [county, township]}", "can never pass"),
      ("require: {level: [city, county]}", "applies: {levels: [county]}", "can never fire"),
      (
        "require: {all_of: [{date: publication_date, before: 2024-01-01}, {date: publication_date, not_before: 2025-01-01}]}",
        "",
        "can never pass"
      ),
      ("require: {mention: {any: [原因], except: [原因], in: body}}", "", "can never pass"),
      ("require: {mention: {any: [原因, 成因], except: [原因], in: body}}", "", "`except` names the word itself"),
      ("require: {mention: {any: [原因, 主要原因], in: body}}", "", "`主要原因` is never needed"),
      ("require: {mention: {any: [原因, 成因, 原因], in: body}}", "", "`原因` stands there already"),
      ("require: {mention: {any: [原因在于, 成因], without: [原因], in: body}}", "", "`原因在于` can never count"),
    ])
  func found(condition: String, more: String, says: String) throws {
    let said = try Self.said(of: Self.rule("a.rule", condition, more))
    #expect(said.contains { $0.contains(says) }, "\(said)")
  }

  @Test("are found where they repeat another, whatever the order of their words")
  func repeated() throws {
    let first = Self.rule("a.one", "require: {mention: {any: [原因, 成因], in: body}}")
    let same = try Self.said(of: first + Self.rule("a.two", "require: {mention: {in: [body], any: [成因, 原因]}}"))
    #expect(same == ["a.two has the same condition as a.one (rules/rules.yaml:2)"])
    let shadow = try Self.said(
      of: first
        + Self.rule("a.two", "require: {mention: {any: [原因, 成因], in: body}}", "applies: {levels: [county]}"))
    #expect(shadow.count == 1 && shadow[0].contains("a.two is in the shadow of a.one"), "\(shadow)")
  }

  @Test("are found where one forbids what another requires of the same reports")
  func contradictory() throws {
    let one = Self.rule("a.one", "require: {section: measures, characters: 80..}")
    let other = Self.rule("a.two", "forbid: {section: measures, characters: 80..}")
    #expect(try Self.said(of: one + other) == ["a.two forbids what a.one requires (rules/rules.yaml:2)"])
    let apart =
      Self.rule(
        "a.one", "require: {section: measures, characters: 80..}", "applies: {levels: [county]}")
      + Self.rule("a.two", "forbid: {section: measures, characters: 80..}", "applies: {levels: [city]}")
    #expect(try Self.said(of: apart) == [])
  }

  @Test("are found where a profile speaks of a rule that never applies to its bodies")
  func profiles() throws {
    let rules = Self.rule("a.one", "require: {section: measures}", "applies: {levels: [county, ministry]}")
    func said(_ ministry: String) throws -> [String] {
      try Self.said(
        of: rules + """
          profiles:
            any: {title: 通用, default: true, rules: {a.one: {severity: info}}}
            department: {title: 部门, levels: [department], rules: {a.one: off}}
          \(ministry)

          """)
    }
    #expect(
      try said("") == ["the profile department changes nothing about a.one, which never applies to its levels"])
    #expect(try said("  ministry: {title: 部委, levels: [ministry], extends: department}") == [])
  }

  @Test("are not seen in rules that differ, or whose parts build on each other")
  func sound() throws {
    #expect(
      try Self.said(
        of: Self.rule(
          "a.one", "require: {section: measures, characters: 80..}",
          "partial: [{when: {section: measures, characters: 40..}, credit: 0.7, says: 中}, {when: {section: measures}, credit: 0.5, says: 少}]"
        ) + Self.rule("a.two", "forbid: {section: measures, characters: 90..}")
          + Self.rule("a.three", "require: {mention: {any: [原因, 成因], in: body, without: [原因如下]}}")
          + Self.rule("a.four", "require: {mention: {any: [原因, 成因], in: title}}")) == [])
  }

  @Test("are looked for in a thousand rules without comparing each with each")
  func thousand() throws {
    let rules = (0..<1000).map { number in
      Self.rule(
        "a.rule-\(number)",
        "require: {all_of: [{section: measures, characters: \(number + 1)..}, {mention: {any: [词\(number)甲, 词\(number)乙], in: body}}]}",
        "partial: [{when: {section: measures, characters: \(number + 1)..}, credit: 0.5, says: 少}]")
    }.joined()
    #expect(try Self.said(of: rules) == [])
  }
}
