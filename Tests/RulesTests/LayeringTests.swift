import Rules
import SourceText
import Testing

@Suite("An overlay") struct LayeringTests {
  static let rules = """
    rules:
      - id: part.causes
        title: 原因
        category: elements
        severity: error
        weight: 5
        basis: law
        says: {met: 写了, missing: 没写}
        require: {mention: {any: [原因], in: shortcomings}}
        why: 规定如此。
        remedy: 写明原因。
        examples: {meets: ["云溪县2024年法治政府建设情况报告\\n一、存在的不足\\n原因在于人少。"], fails: [云溪县的报告]}
      - id: part.plan
        title: 安排
        category: elements
        severity: warning
        weight: 3
        basis: law
        require: {section: next-year-plan}
        why: 规定如此。
        remedy: 写明安排。
        examples: {meets: [云溪县的报告], fails: [临江市的报告]}

    """

  static let overlay = """
    pack: city
    title: 临江市规则
    version: 2.0.0
    extends: small
    bases: {local: {title: 临江市办法}}
    categories: {elements: {weight: 20}}
    sections: {shortcomings: {heading: [{any: [工作反思], points: 8}]}}
    change:
      part.causes: {weight: 12, says: {missing: 一点没写}, basis: [law, local]}
      part.plan: off
    rules:
      - id: city.supervision
        title: 报告应当写明法治督察发现问题的整改情况
        category: elements
        severity: warning
        weight: 4
        basis: local
        require: {mention: {any: [督察反馈], in: measures}}
        partial:
          - {when: {mention: {any: [督察], in: body}}, credit: 0.5, says: 只提到督察}
        why: 应当说明。
        remedy: 写明整改结果。
        examples: {meets: [云溪县], fails: [云溪县]}

    """

  static func load(_ overlays: [(String, String)]) -> LoadedPack {
    let base = Packs.ruleFiles(Packs.small(rules: rules))
    return loadPack(
      [base]
        + overlays.map { folder, text in
          RuleFiles([RuleFiles.File(path: folder + "/pack.yaml", name: "pack.yaml", bytes: Array(text.utf8))])
        })
  }

  static func pack(_ overlays: [(String, String)]) throws -> RulePack {
    switch load(overlays) {
    case .pack(let pack, _): return pack
    case .problems(let problems):
      let printer = ProblemPrinter(language: .en)
      Issue.record("\(problems.map(printer.text).joined())")
      throw Failed()
    }
  }

  struct Failed: Error {}

  @Test("changes weights and sentences, turns rules off, adds rules, and leaves the rest as it is") func changes()
    throws
  {
    let pack = try Self.pack([("city", Self.overlay)])
    #expect(pack.id == "city" && pack.title.zh == "临江市规则" && pack.version == "2.0.0")
    #expect(pack.rules.map(\.id) == ["city.supervision", "part.causes"])
    let causes = pack.rules[1]
    #expect(causes.weight.thousandths == 12_000 && causes.severity == .error)
    #expect(causes.says.missing?.written.zh == "一点没写" && causes.says.met?.written.zh == "写了")
    #expect(causes.basis.count == 2)
    #expect(causes.path == "rules/rules.yaml")
    #expect(causes.changes.map { "\($0.path):\($0.position.line):\($0.position.column)" } == ["city/pack.yaml:9:3"])
    #expect(pack.rules.map(\.layer) == [1, 0])
    #expect(pack.categories.map(\.weight.thousandths) == [20_000])
  }

  @Test("adds words by which a part is recognised") func words() throws {
    let text = "云溪县2024年法治政府建设情况报告\n一、工作反思\n原因在于人少。\n"
    #expect(try Self.pack([]).finding("part.causes", of: text).status == .missing)
    #expect(try Self.pack([("city", Self.overlay)]).finding("part.causes", of: text).status == .met)
  }

  @Test("lies over another overlay, and the last word is its own") func chain() throws {
    let county =
      "pack: county\ntitle: 云溪县规则\nversion: 1.0.0\nextends: city\nchange:\n  city.*: {weight: 1}\n  \"*\": {severity: info}\n"
    let pack = try Self.pack([("city", Self.overlay), ("county", county)])
    #expect(pack.id == "county")
    #expect(pack.rules.map(\.weight.thousandths) == [1000, 12_000])
    #expect(pack.rules.map(\.severity) == [.info, .info])
  }

  @Test("is the same in whatever order it is written") func order() throws {
    let wild = "pack: c\ntitle: 规则\nversion: 1.0.0\nextends: small\nchange:\n"
    let lines = ["  part.causes: {weight: 9}", "  part.*: {weight: 7, severity: info}", "  \"*\": {severity: warning}"]
    let one = try Self.pack([("c", wild + lines.joined(separator: "\n"))])
    let other = try Self.pack([("c", wild + lines.reversed().joined(separator: "\n"))])
    for pack in [one, other] {
      #expect(pack.rules.map(\.weight.thousandths) == [9000, 7000])
      #expect(pack.rules.map(\.severity) == [.info, .info])
    }
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    var name: String
    var line: String
    /// With ⚑ where the mistake is to be shown.
    var wrong: String
    var says: String

    var testDescription: String { name }
  }

  static let mistakes = [
    Mistake(
      name: "an unknown rule", line: "  part.plan: off", wrong: "  ⚑part.plans: off", says: "did you mean `part.plan`?"),
    Mistake(
      name: "an unknown group", line: "  part.plan: off", wrong: "  ⚑parts.*: off", says: "did you mean `part.*`?"),
    Mistake(
      name: "its own rule", line: "  part.plan: off", wrong: "  ⚑city.supervision: off", says: "the rule id can't be"),
    Mistake(name: "a word that is none", line: "  part.plan: off", wrong: "  part.plan: ⚑of", says: "write `off`"),
    Mistake(name: "a weight that is so already", line: "weight: 12,", wrong: "⚑weight: 5,", says: "changes nothing"),
    Mistake(
      name: "a sentence that is so already", line: "says: {missing: 一点没写}", wrong: "⚑says: {missing: 没写}",
      says: "changes nothing"),
    Mistake(
      name: "an unknown key of a rule", line: "weight: 12,", wrong: "⚑wieght: 12,", says: "did you mean `weight`?"),
    Mistake(
      name: "a severity that is none", line: "weight: 12,", wrong: "severity: ⚑eror,", says: "did you mean `error`?"),
    Mistake(
      name: "nothing to change", line: "  part.plan: off", wrong: "  part.plan: ⚑{}", says: "nothing that is to change"),
    Mistake(
      name: "a variable that is none", line: "{missing: 一点没写}", wrong: "{missing: \"⚑{yaer}年没写\"}", says: "a variable"),
    Mistake(
      name: "an unknown key of the overlay", line: "change:", wrong: "⚑chagne: {a: b}\nchange:",
      says: "did you mean `change`?"),
    Mistake(
      name: "a category without a title", line: "categories: {elements: {weight: 20}}",
      wrong: "categories: {elements: {weight: 20}, ⚑more: {weight: 3}}", says: "`title` is missing"),
    Mistake(
      name: "a category's weight that is so already", line: "{elements: {weight: 20}}",
      wrong: "{elements: {⚑weight: 10}}",
      says: "changes nothing"),
    Mistake(
      name: "a cue that is there already", line: "{any: [工作反思], points: 8}", wrong: "⚑{any: [不足], points: 8}",
      says: "changes nothing"),
    Mistake(
      name: "an id twice", line: "id: city.supervision", wrong: "id: ⚑part.causes", says: "is defined twice"),
    Mistake(
      name: "a basis that is none", line: "    basis: local\n", wrong: "    basis: ⚑locl\n",
      says: "did you mean `local`?"),
  ]

  @Test("says a mistake where it stands", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let wrong = Self.overlay.replacingFirst(mistake.line, mistake.wrong)
    try #require(wrong != Self.overlay)
    let marked = MarkedFiles([("pack.yaml", wrong)])
    let places = marked.places.map { $0.replacingFirst("rules/", "city/") }
    let problems = Self.load([("city", marked.files[0].text)]).problems
    let found = try #require(problems.first { $0.message.en.contains(mistake.says) }, "\(problems.map(\.message.en))")
    if mistake.name != "a category without a title" && mistake.name != "nothing to change" {
      #expect(found.shown == places[0])
    }
    #expect(problems.count == 1, "\(problems.map { $0.shown + " " + $0.message.en })")
  }
}
