import Rules
import SourceText
import Testing

@Suite("Breaking rules on a sample") struct MutationTests {
  static let sample = """
    云溪县人民政府2024年法治政府建设情况报告
    一、主要举措和成效
    开展执法培训3次。办理案件120件。
    二、存在的不足
    力量薄弱,原因是编制少。
    三、2025年工作安排
    加强培训。

    """

  /// The verdict of `rules test` on a rule that asks for 原因 in the shortcomings, with these mutations; nil when all is well.
  static func failure(_ mutation: String, sample: String = Self.sample) throws -> String? {
    var files = Packs.small(
      rules: """
        rules:
        \(rule("part.causes", "require: {mention: {any: [原因], in: shortcomings}}", mutation))
        \(rule("part.shortcomings", "require: {section: shortcomings}", "{delete: {place: shortcomings}, dependants: [part.causes]}"))
        \(rule("part.plan", "require: {section: next-year-plan}", "{delete: {place: next-year-plan}}"))

        """)
    files[0].text += "samples: {good: {file: good.txt}}\n"
    let pack = try #require(Packs.load(files))
    let tester = RuleTester(pack: pack, samples: [Array(sample.utf8)])
    let index = try #require(pack.rules.firstIndex { $0.id == "part.causes" })
    let result = tester.test(rule: index)
    #expect(result.mutations == 1)
    // The examples of these rules are texts of no matter.
    return result.failures.first { !$0.message.en.contains("should be “") }
      .map { "\($0.position.line):\($0.position.column) \($0.message.en)" }
  }

  private static func rule(_ id: String, _ condition: String, _ mutation: String) -> String {
    """
      - id: \(id)
        title: 题
        category: elements
        severity: error
        weight: 5
        basis: law
        \(condition)
        why: 因
        remedy: 改
        examples: {meets: [云溪县的报告], fails: [临江市的报告]}
        mutations:
          - \(mutation)
    """
  }

  @Test(
    "passes an edit that breaks the rule and no other",
    arguments: [
      "{delete: {words: 原因}}", "{delete: {sentences: 编制少}}", "{delete: {paragraphs: [编制少]}}",
      "{replace: {words: 原因是, with: 只有, in: shortcomings}, becomes: missing}",
      "{replace: {pattern: '原.是', with: 只有}}", "{delete: {part: 不足}, dependants: [part.shortcomings]}",
      "{delete: {heading: 存在的不足}, dependants: [part.shortcomings]}",
      "{delete: {place: shortcomings}, dependants: [part.*]}",
      "{move: {paragraphs: 力量薄弱, end_of: next-year-plan}}",
      "{replace: [{words: 原因, with: 成果, in: shortcomings}], insert: {paragraph: 原因已说明。, after: 办理案件}}",
    ])
  func passes(mutation: String) throws {
    #expect(try Self.failure(mutation) == nil)
  }

  @Test(
    "says at its place what an edit did not do, or did beside",
    arguments: [
      ("{delete: {words: 编制少}}", "the verdict should get worse but is “met”"),
      ("{delete: {words: 原因}, becomes: violated}", "should become “wrong” but is “missing”"),
      ("{delete: {place: shortcomings}}", "1 other rules change too: part.shortcomings（met→missing）"),
      ("{delete: {words: 原因}, dependants: [part.plan]}", "`part.plan` in `dependants` does not change"),
      ("{delete: {words: [原因, 缘由]}}", "`缘由` does not stand there in the sample"),
      ("{delete: {place: leader-duty}}", "the sample has not got the part on leaders"),
      ("{insert: {text: 多, after: 培训}}", "`培训` stands there 2 times"),
      ("{delete: [{words: 力量薄弱, in: shortcomings}, {sentences: 薄弱}]}", "this edit overlaps another"),
    ])
  func fails(mutation: String, says: String) throws {
    let failure = try #require(try Self.failure(mutation))
    #expect(failure.contains(says), "\(failure)")
    #expect(failure.hasPrefix("13:"), "\(failure)")
  }

  @Test("is done to every shipped rule")
  func shipped() throws {
    let pack = try #require(Packs.shipped)
    #expect(pack.rules.filter(\.mutations.isEmpty).map(\.id) == [])
  }

  @Test("says that no sample meets a rule")
  func unmet() throws {
    let failure = try Self.failure("{delete: {words: 力量}}", sample: Self.sample.replacing("原因是", with: ""))
    #expect(failure?.contains("should be faultless, but is “missing”") == true, "\(failure ?? "")")
  }

  @Test("does not load a mutation that names no rule, no sample, or changes nothing")
  func mistakes() {
    for (mutation, says) in [
      ("{delete: {words: 原因}, dependants: [part.plans]}", "did you mean `part.plan`?"),
      ("{delete: {words: 原因}, sample: bad}", "the sample can't be `bad`"),
      ("{dependants: [part.plan]}", "the mutation changes nothing"),
      ("{delete: {in: title}}", "say what is meant by one of"),
      ("{insert: {text: 多}}", "say where to by one of"),
    ] {
      var files = Packs.small(
        rules: "rules:\n" + Self.rule("part.causes", "require: {section: shortcomings}", mutation) + "\n"
          + Self.rule("part.plan", "require: {section: next-year-plan}", "{delete: {place: next-year-plan}}") + "\n")
      files[0].text += "samples: {good: {file: good.txt}}\n"
      let problems = loadPack(Packs.ruleFiles(files)).problems
      #expect(problems.contains { $0.message.en.contains(says) }, "\(mutation): \(problems.map(\.message.en))")
    }
  }
}
