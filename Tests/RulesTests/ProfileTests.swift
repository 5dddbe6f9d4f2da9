import Reports
import Rules
import SourceText
import Testing

@Suite("A profile") struct ProfileTests {
  static let profiles = """
    profiles:
      general:
        title: 通用
        default: true
        stages: {draft: {rules: {part.plan: {severity: error}}}}
      county:
        title: 县级政府
        levels: [county]
        extends: general
      township:
        title: 乡镇
        levels: [township]
        extends: general
        rules:
          part.*: {weight: 2}
          part.causes: off
        categories: {elements: {weight: 4}}
      subdistrict:
        title: 街道
        levels: [subdistrict]
        extends: township
        rules:
          "*": {soften: 1}
          part.causes: on
      justice:
        title: 司法局
        levels: [county]
        issuers: [司法局]
        rules: {part.causes: {severity: info, weight_times: 0.5}}

    """

  static func loaded(_ text: String = profiles, overlay: String? = nil) -> LoadedPack {
    var files = Packs.small(rules: LayeringTests.rules)
    files[0].text = files[0].text.replacingFirst("rules.yaml]", "rules.yaml, profiles.yaml]")
    files.append(("profiles.yaml", text))
    let layer = overlay.map {
      RuleFiles([RuleFiles.File(path: "city/pack.yaml", name: "pack.yaml", bytes: Array($0.utf8))])
    }
    return loadPack([Packs.ruleFiles(files)] + (layer.map { [$0] } ?? []))
  }

  static func pack(_ text: String = profiles, overlay: String? = nil) throws -> RulePack {
    switch loaded(text, overlay: overlay) {
    case .pack(let pack, _): return pack
    case .problems(let problems):
      let printer = ProblemPrinter(language: .en)
      Issue.record("\(problems.map(printer.text).joined())")
      throw LayeringTests.Failed()
    }
  }

  @Test("takes away, softens and re-weights, after what it rests on") func settings() throws {
    let pack = try Self.pack()
    func rules(_ id: String) throws -> [String] {
      let profile = try #require(pack.profiles.first { $0.id == id })
      return profile.rules.map { rule in
        "\(rule.id) \(rule.turnedOff == nil ? rule.severity.rawValue : "off") \(rule.weight.thousandths)"
      }
    }
    #expect(try rules("county") == ["part.causes error 5000", "part.plan warning 3000"])
    #expect(try rules("county-draft") == ["part.causes error 5000", "part.plan error 3000"])
    #expect(try rules("township") == ["part.causes off 2000", "part.plan warning 2000"])
    #expect(try rules("subdistrict") == ["part.causes warning 2000", "part.plan info 2000"])
    #expect(try rules("justice") == ["part.causes info 2500", "part.plan warning 3000"])
    #expect(pack.profiles.first { $0.id == "township" }?.categories.map(\.weight.thousandths) == [4000])
    #expect(pack.profileNames.contains("subdistrict-draft") && !pack.profileNames.contains("justice-draft"))
  }

  static let choices: [(String, Level?, Stage, String)] = [
    ("云溪县2024年法治政府建设情况报告", nil, .published, "county"),
    ("云溪县2024年法治政府建设情况报告", nil, .draft, "county-draft"),
    ("云溪县2024年法治政府建设情况报告", .township, .published, "township"),
    ("法治政府建设情况报告", .province, .published, "general"),
    ("法治政府建设情况报告", .province, .draft, "general-draft"),
    ("云溪县司法局2024年法治政府建设情况报告", .county, .published, "justice"),
  ]

  @Test("is chosen by level, issuer and stage", arguments: choices)
  func chosen(title: String, level: Level?, stage: Stage, expected: String) throws {
    let pack = try Self.pack()
    let (report, _) = try pack.audit(title + "\n现将有关情况报告如下。\n", given: GivenFacts(stage: stage, level: level))
    #expect(pack.profile(for: report)?.id == expected)
  }

  @Test("is taken when named, in the variant for the stage unless that is named too") func named() throws {
    let pack = try Self.pack()
    let (report, _) = try pack.audit("云溪县2024年法治政府建设情况报告\n", given: GivenFacts(stage: .draft))
    #expect(pack.profile(for: report, named: "township")?.id == "township-draft")
    #expect(pack.profile(for: report, named: "justice")?.id == "justice")
    #expect(pack.profile(for: report, named: "nobody") == nil)
  }

  @Test("says of a rule that is off that nobody asks for it") func off() throws {
    let pack = try Self.pack()
    let (report, _) = try pack.audit("青禾镇2024年法治政府建设情况报告\n", given: GivenFacts(stage: .published, level: .township))
    let findings = pack.judge(report, profile: pack.profile(for: report))
    #expect(findings.map(\.status) == [.notApplicable, .missing])
    #expect(findings[0].message.zh == "“乡镇”不核查此项")
  }

  @Test("holds whatever an overlay has done to the rules that it names") func underOverlay() throws {
    let overlay =
      "pack: c\ntitle: 规则\nversion: 1.0.0\nextends: small\nchange:\n  part.causes: {severity: info}\n  part.plan: off\n"
    let pack = try Self.pack(overlay: overlay)
    #expect(pack.profiles.first { $0.id == "justice" }?.rules.map(\.id) == ["part.causes"])
    let other = try Self.pack(
      overlay: "pack: c\ntitle: 规则\nversion: 1.0.0\nextends: small\nprofiles: {township: {rules: {part.causes: on}}}\n")
    #expect(other.profiles.first { $0.id == "township" }?.rules[0].turnedOff == nil)
  }

  static let mistakes: [(String, String, String)] = [
    ("part.causes: off", "⚑part.cause: off", "did you mean `part.causes`?"),
    ("part.causes: off", "part.causes: ⚑of", "did you mean `off`?"),
    ("part.causes: off", "part.causes: {⚑weigth: 2}", "did you mean `weight`?"),
    ("part.causes: off", "part.causes: {soften: ⚑3}", "1 or 2"),
    ("part.causes: off", "⚑part.causes: {severity: error}", "changes nothing"),
    ("{elements: {weight: 4}}", "{⚑element: {weight: 4}}", "did you mean `elements`?"),
    ("levels: [township]", "levels: [⚑county]", "is for county already"),
    ("levels: [township]", "levels: [⚑twonship]", "did you mean `township`?"),
    ("extends: township", "extends: ⚑townships", "did you mean `township`?"),
    ("levels: [county]\n    extends: general", "levels: [county]\n    extends: ⚑county", "comes back to itself"),
    ("title: 街道", "title: 街道\n    default: ⚑true", "there can be one"),
    ("  township:", "  ⚑town-draft:", "can't end in `-draft`"),
  ]

  @Test("says a mistake where it stands", arguments: mistakes)
  func mistake(line: String, wrong: String, says: String) throws {
    let text = Self.profiles.replacingFirst(line, wrong)
    try #require(text != Self.profiles)
    let marked = MarkedFiles([("profiles.yaml", text)])
    let problems = Self.loaded(marked.files[0].text).problems
    let found = try #require(problems.first { $0.message.en.contains(says) }, "\(problems.map(\.message.en))")
    #expect(found.shown == marked.places[0])
  }

  @Test("is shipped for every level that there is, and for drafts") func shipped() throws {
    let pack = try #require(Packs.shipped)
    for level in Level.allCases {
      #expect(pack.profileNames.contains(level.rawValue) && pack.profileNames.contains(level.rawValue + "-draft"))
    }
    #expect(pack.profiles.count { $0.isDefault && $0.stage == nil } == 1)
  }
}
