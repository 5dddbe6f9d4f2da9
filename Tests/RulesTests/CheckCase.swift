import Reports
import SourceText
import Testing
import YAMLReading

@testable import Rules

/// One case of a kind of check, as `Cases/KIND.yaml` describes it.
struct CheckCase: CustomTestStringConvertible, Sendable {
  var kind: String
  var name: String
  /// The lines of a rule from its requirement on.
  var rule: String
  var text: String
  var given: GivenFacts
  var status: Status
  var credit: Credit
  /// The lines of the evidence: `4`, `nearest 4` or `slot 4`.
  var lines: [String]
  /// The Chinese message, where the case is about it.
  var message: String?

  var testDescription: String { "\(kind): \(name)" }

  /// The cases of all kinds, in the order of the kinds.
  static let all: [CheckCase] = ConditionDecoder.Kind.allCases.flatMap { cases(of: $0.rawValue) }

  static func cases(of kind: String) -> [CheckCase] {
    let problems = ProblemSink()
    let path = "Tests/RulesTests/Cases/\(kind).yaml"
    guard let bytes = Files.bytes(path), let root = readYAML(path: path, bytes: bytes, problems: problems) else {
      return []
    }
    let cases: [CheckCase]? = root.mapping { reader in
      reader.mappings("cases") { CheckCase(kind: kind, &$0) }
    }
    for problem in problems.problems { Issue.record("\(ProblemPrinter(language: .en).text(problem))") }
    return cases ?? []
  }

  private init?(kind: String, _ reader: inout MappingReader) {
    let name = reader.string("name", .required)
    let rule = reader.string("rule", .required)
    let text = reader.string("text", .required)
    let status = reader.choice("status", .required, of: Status.self)
    let credit = reader.decimal("credit")
    let lines = reader.strings("lines", .required)
    let message = reader.string("message")
    let given = reader.mapping("given") { reader -> GivenFacts? in
      let published = reader.string("published").map { $0.value.split(separator: "-").compactMap { Int($0) } }
      return GivenFacts(
        year: reader.int("year")?.value,
        published: published.flatMap { CalendarDate(year: $0[0], month: $0[1], day: $0[2]) },
        stage: reader.choice("stage", of: Stage.self)?.value, level: reader.choice("level", of: Level.self)?.value)
    }
    guard let name, let rule, let text, let status else { return nil }
    self.kind = kind
    self.name = name.value
    self.rule = rule.value
    self.text = text.value
    self.given = given ?? GivenFacts()
    self.status = status.value
    self.credit = status.value == .met ? .full : .none
    if let credit { self.credit = Credit(thousandths: credit.value.units * 1000 / Self.power(credit.value.scale)) }
    self.lines = lines.map(\.value)
    self.message = message?.value
  }

  private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  /// The case's rule in a small pack.
  func pack() -> RulePack? {
    let indented = rule.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return Packs.load(
      Packs.small(
        rules: """
          topics:
            disputes:
              title: {zh: 纠纷化解, en: disputes}
              in: [measures]
              sentences: 2
              distinct_terms: 2
              facts: 1
              headings: [矛盾纠纷]
              terms: [行政复议, 人民调解, 行政复议案件]
              support: [调解员]
          term_lists:
            slips:
              title: {zh: 错字, en: slips}
              sentence_without: [误写]
              terms:
                - {wrong: 布署, right: 部署, unless: [公布署名]}
                - {wrong: 法制, right: 法治, unless: [学法制度, 法制审核]}
                - {wrong: 报道, right: 报到, sentence_with: [吹哨]}
                - {wrong: 水平, clause_with: [推进], clause_without: [提升], next: ["。", ","]}
                - {wrong: 截止, right: 截至, next: ["20"]}
                - {wrong: 职能, previous: [旧], report_years: ..2020}
                - {wrong: "××", note: {zh: 应写明, en: say what}}
          phrase_lists:
            phrases:
              title: {zh: 固定表述, en: set phrases}
              phrases:
                - {phrase: 习近平法治思想, differences: 1, unless: [习近平文化思想]}
                - {phrase: "职能科学、权责法定、执法严明", differences: 2}
          timelines:
            meetings:
              title: {zh: 会议, en: meetings}
              entries:
                - {name: 第十次大会, words: [第十次大会], from: 2018-10-01, until: 2022-10-01}
                - {name: 第十一次大会, words: [第十一次大会], unless: [迎接第十一次大会], sentence_without: [筹备], from: 2022-10-01}
          name_lists:
            bodies:
              title: {zh: 机构名称, en: names}
              names:
                - {title: {zh: 委员会, en: the committee}, forms: [全面依法治县委员会, 依法治县委员会], unless: [市依法治县委员会]}
          rules:
            - id: case.topic
              title: 主题在用
              category: elements
              severity: info
              weight: 0
              basis: law
              require: {topic: disputes}
              why: 用到主题。
              remedy: 写上。
              examples: {meets: [云溪县], fails: [云溪县]}
            - id: case.rule
              title: 规则
              category: elements
              severity: error
              weight: 1
              basis: law
          \(indented)
              why: 规定如此。
              remedy: 改正。
              examples: {meets: [云溪县], fails: [云溪县]}

          """))
  }
}
