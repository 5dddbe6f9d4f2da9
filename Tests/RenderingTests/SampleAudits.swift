import Documents
import Matching
import Scoring
import SourceText

@testable import Rendering
@testable import Reports
@testable import Rules

/// A pack and audits made by hand, on which every output format is tried.
enum SampleAudits {
  static let pack: RulePack = {
    let categories = [
      RulePack.Category(
        id: "elements", title: Wording(zh: "必备内容", en: "Elements"), weight: Weight(thousandths: 60_000)),
      RulePack.Category(
        id: "publication", title: Wording(zh: "公开时效", en: "Publication"), weight: Weight(thousandths: 30_000)),
      RulePack.Category(
        id: "wording", title: Wording(zh: "文字格式", en: "Wording"), weight: Weight(thousandths: 10_000)),
    ]
    let bases = [
      RulePack.Basis(
        key: "measure", title: Wording(zh: "《云溪县报告办法》", en: "Yunxi Measures on Reports"), number: "云府发〔2020〕1号",
        articles: [.init(key: "7", says: Wording(zh: "写明原因", en: "give the causes"))], caveat: nil)
    ]
    let rules = [
      rule("date.order", "落款日期不得晚于公开日期", "Signed no later than published", 1, .error, 5000),
      rule("date.published", "应当写明公开日期", "Show when it was published", 1, .warning, 5000),
      rule("numbering.sequence", "标题编号应当连续", "Number headings in sequence", 2, .info, 2500),
      rule("section.causes", "应当分析原因", "Give the causes of shortcomings", 0, .error, 5000, basis: true),
      rule("section.leader-duty", "应当报告负责人履职情况", "Report on the leaders' duty", 0, .error, 10_000, veto: true),
      rule("section.measures", "应当报告举措和成效", "Set out measures and results", 0, .error, 15_000),
      rule("wording.placeholder", "不得留有占位文字", "Leave no placeholder", 2, .warning, 5000),
      rule("wording.width", "数字应当半角", "Write digits half-width", 2, .info, 0),
    ]
    var phrases = PhraseSet()
    return RulePack(
      id: "sample", title: Wording(zh: "样例规则", en: "Sample rules"), version: "1.2.3", bases: bases,
      categories: categories,
      grades: [
        .init(title: Wording(zh: "优秀", en: "excellent"), from: 90_000),
        .init(title: Wording(zh: "合格", en: "fair"), from: 40_000),
        .init(title: Wording(zh: "不合格", en: "poor"), from: 0),
      ],
      vetoGrade: 2, rules: rules, topics: [],
      reader: ReportReader(
        vocabulary: Vocabulary(), figureWords: FigureWords(), recognisers: [], phrases: &phrases), phrases: phrases,
      automaton: PhraseAutomaton(phrases))
  }()

  /// One waiver for each thing that can become of one.
  static let waivers = [
    waiver(0, "wording.placeholder", "云溪县*", "数据待县统计局核定", until: 31),
    waiver(1, "section.causes", "云溪县*", "正在补写", until: 1),
    waiver(2, "numbering.*", "青禾镇*", "沿用旧稿编号", until: 31),
  ]

  /// A waiver until a day of January 2025, looked at on the 15th.
  private static func waiver(_ number: Int, _ rule: String, _ document: String, _ reason: String, until day: Int)
    -> Waiver
  {
    Waiver(
      number: number, rule: rule, document: document, reason: reason, by: "李平（县司法局）",
      until: CalendarDate(year: 2025, month: 1, day: day)!, path: "waivers.yaml",
      position: Position(line: 2 + 5 * number, column: 5))
  }

  /// The rules as a profile puts them: one rule less, one graver, one category lighter.
  static let profile: Profile = {
    var profile = Profile(
      id: "county", title: Wording(zh: "县级政府", en: "County governments"), rules: pack.rules,
      categories: pack.categories)
    profile.rules[7].turnedOff = Wording(zh: "“县级政府”不核查此项", en: "Not asked of county governments")
    profile.rules[2].severity = .warning
    profile.rules[2].weight = Weight(thousandths: 3500)
    profile.categories[2].weight = Weight(thousandths: 5000)
    return profile
  }()

  private static func rule(
    _ id: String, _ zh: String, _ en: String, _ category: Int, _ severity: Severity, _ weight: Int, veto: Bool = false,
    basis: Bool = false
  ) -> Rule {
    Rule(
      id: id, title: Wording(zh: zh, en: en), category: category, severity: severity,
      weight: Weight(thousandths: weight), isVeto: veto, basis: basis ? [Citation(basis: 0, article: "7")] : [],
      why: Wording(zh: "\(zh)，以便比较。", en: "So that reports can be compared."), remedy: MessageTemplate(Wording("")),
      says: Rule.Sayings(), applies: Applicability(), requirement: .require(.allOf([])), partials: [],
      unlessKnown: [:], cannotTellIn: [], examples: [], path: "rules/sample.yaml",
      position: Position(line: 7, column: 5))
  }

  private static func finding(
    _ id: String, _ status: Status, credit: Int = 0, _ zh: String, _ en: String, remedy: Wording = Wording(""),
    _ evidence: [Evidence] = [], waiver: Waiver? = nil
  ) -> Finding {
    Finding(
      rule: pack.rules.firstIndex { $0.id == id }!, status: status,
      credit: status == .met ? .full : Credit(thousandths: credit), message: Wording(zh: zh, en: en), remedy: remedy,
      evidence: evidence, waiver: waiver)
  }

  /// A report with a finding of every status.
  static let weak: AuditedDocument = {
    let text = SampleText(
      """
      云溪县人民政府
      2024年度工作报告

      发布日期：2025-01-10

      2024年，县政府认真履行职责。

      一、主要举措和成效
      办理行政复议案件12件，其中“直接纠错”3件，纠错率25%。\u{1B}[31m全年共组织培训\u{202E}四场，培训人员三百余人次，覆盖全部乡镇和部门；修订制度\\十五项\\，清理文件四十件，公开征求意见六次，听取企业和群众意见二百余条。
      三、存在不足和2025年打算
      存在不足。下一年继续努力，XX待补。

      云溪县人民政府
      2025年1月12日

      """)
    var report = text.report
    report.title = Title(
      range: text.span("云溪县人民政府", "2024年度工作报告"), issuer: text.place("云溪县人民政府"), year: nil, namesSubject: false,
      endsAsReport: true)
    report.issuer = Issuer(name: "云溪县人民政府", range: text.place("云溪县人民政府"), source: .title, isOrgan: true)
    report.level = .county
    report.reportYear = ReportYear(value: 2024, range: text.place("2024年"), source: .title)
    report.stage = .published
    report.publication = DateFact(
      date: CalendarDate(year: 2025, month: 1, day: 10)!, kind: .publication, range: text.place("2025-01-10"))
    report.signature = Signature(
      range: FoldedRange(text.place("云溪县人民政府", nth: 2).start, text.place("2025年1月12日").end),
      issuer: text.place("云溪县人民政府", nth: 2),
      date: DateFact(
        date: CalendarDate(year: 2025, month: 1, day: 12)!, kind: .signature, range: text.place("2025年1月12日")))
    report.dates = [report.publication!, report.signature!.date!]
    report.metadata = [
      MetadataField(field: "publication_date", label: text.place("发布日期"), value: text.place("2025-01-10"))
    ]
    report.preamble = text.place("2024年,县政府认真履行职责。")
    let measures = text.span("一、主要举措和成效", "二百余条。")
    let rest = text.span("三、存在不足和2025年打算", "XX待补。")
    report.sections = [
      section("一、主要举措和成效", number: 1, extent: measures, in: text),
      section("三、存在不足和2025年打算", number: 3, extent: rest, in: text),
    ]
    report.roles = [
      RoleSpan(
        role: .measures, section: 0, range: measures, points: 10,
        reasons: [RoleReason(points: 10, range: text.place("主要举措"), source: .heading)]),
      RoleSpan(
        role: .shortcomings, section: 1, range: rest, points: 8,
        reasons: [RoleReason(points: 8, range: text.place("存在不足"), source: .heading)]),
      RoleSpan(
        role: .nextYearPlan, section: 1, range: rest, points: 5,
        reasons: [
          RoleReason(points: 6, range: text.place("2025年打算"), source: .heading),
          RoleReason(points: -1, range: rest, source: .position),
        ]),
    ]
    report.figures = [
      Figure(
        value: ExactNumber(units: 12, scale: 0), decimals: 0, unit: text.place("件"), range: text.place("12件"),
        subject: text.place("办理行政复议案件")),
      Figure(
        value: ExactNumber(units: 25, scale: 0), decimals: 0, unit: text.place("%"), range: text.place("25%"),
        subject: text.place("纠错率")),
    ]
    let source = text.source
    let findings = [
      finding(
        "date.order", .violated, "2025年1月12日落款，却在2025年1月10日公开", "Signed on 2025-01-12, but published on 2025-01-10",
        remedy: Wording(zh: "核对两个日期，改正写错的一个。", en: "Check both dates and correct the wrong one."),
        [
          Evidence(range: source("2025年1月12日", 1), kind: .found),
          Evidence(range: source("2025-01-10", 1), kind: .found),
        ]),
      finding(
        "date.published", .met, "公开于2025-01-10", "Published on 2025-01-10",
        [Evidence(range: source("2025-01-10", 1), kind: .found)]),
      finding(
        "numbering.sequence", .violated, "“一”之后是“三”", "“三” follows “一”",
        [Evidence(range: source("三、", 1), kind: .found)]),
      finding(
        "section.causes", .partial, credit: 500, "提到不足，没有分析原因", "Names shortcomings, but not their causes",
        remedy: Wording(zh: "逐条写明不足的原因。", en: "Give the cause of each shortcoming."),
        [
          Evidence(range: source("存在不足。", 1), kind: .nearest), Evidence(range: source("四场", 1), kind: .nearest),
        ], waiver: waivers[1]),
      finding(
        "section.leader-duty", .missing, "全文没有写到负责人怎样履职", "Nothing on how the leaders performed their duty",
        remedy: Wording(zh: "单列一节，写明主持会议的次数和议题。", en: "Add a section with the meetings chaired and their subjects."),
        [Evidence(range: TextRange(source("三、", 1).start, source("三、", 1).start), kind: .slot)]),
      finding(
        "section.measures", .met, "有此部分", "There is such a part",
        [Evidence(range: source("一、主要举措和成效", 1), kind: .found)]),
      finding(
        "wording.placeholder", .waived, "留有占位文字“XX待补”", "A placeholder is left: “XX待补”",
        [Evidence(range: source("XX待补", 1), kind: .found)], waiver: waivers[0]),
      finding(
        "wording.width", .unverifiable, "需要原始文件才能判断", "It takes the original file to tell"),
    ]
    return AuditedDocument(
      path: "reports/云溪县.txt",
      result: .audited(
        Audit(report: report, findings: findings, pack: pack, gate: Gate(minScore: 60_000), waivers: [0, 1])))
  }()

  private static func section(_ heading: String, number: Int, extent: FoldedRange, in text: SampleText) -> Section {
    let place = text.place(heading)
    return Section(
      parent: nil, level: 1,
      numbering: Numbering(style: .chinese, number: number, range: FoldedRange(place.start, place.start + 6)),
      heading: place, style: .standalone, body: FoldedRange(place.end + 1, extent.end), extent: extent)
  }

  /// A report that meets all rules that apply.
  static let good: AuditedDocument = {
    let text = SampleText("青禾镇2024年报告\n一切都好。\n")
    var report = text.report
    report.title = Title(
      range: text.place("青禾镇2024年报告"), issuer: nil, year: nil, namesSubject: false, endsAsReport: true)
    report.kind = .otherReport
    let findings = pack.rules.map { rule in
      finding(
        rule.id, rule.id.hasPrefix("date") || rule.id == "wording.width" ? .notApplicable : .met, "符合要求",
        "As it should be")
    }
    return AuditedDocument(
      path: "reports/青禾镇.txt",
      result: .audited(
        Audit(
          report: report, findings: findings, pack: pack, profile: profile, gate: Gate(minScore: 60_000),
          waivers: [2])))
  }()

  static let unreadable = AuditedDocument(
    path: "reports/临江市.txt",
    result: .unreadable(DocumentError(Wording(zh: "这是二进制文件，不是文本。", en: "This is a binary file, not text."))))

  static let all = [weak, good, unreadable]

  /// A run over sample audits.
  static func run(in language: Language, documents: Int) -> Run {
    Run(
      pack: pack, gate: Gate(minScore: 60_000), language: language, documents: documents, waivers: waivers,
      day: CalendarDate(year: 2025, month: 1, day: 15))
  }

  /// What a renderer writes for documents.
  static func render(
    _ documents: [AuditedDocument], as format: OutputFormat, language: Language, display: Display = Display()
  ) -> [UInt8] {
    let run = run(in: language, documents: documents.count)
    let renderer = format.renderer(for: run, display: display)
    var summary = Summary(for: pack, waivers: waivers.count, rows: renderer.rowsInSummary)
    var pieces = RenderedPieces(of: renderer)
    var bytes = pieces.beginning()
    for document in documents {
      var piece: [UInt8] = []
      renderer.document(document, into: &piece)
      for next in pieces.next(piece) { bytes += next }
      summary.add(Summary.Digest(of: document, run: run, remarks: renderer.remarksInSummary))
    }
    return bytes + pieces.ending(summary)
  }
}
