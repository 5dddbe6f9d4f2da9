import Documents
import Foundation
import Rendering
import Reports
import Rules
import Scoring
import SourceText

/// The stages behind the decoders, as the fuzzer drives them.
enum RuleTrials {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func rule(_ name: String) -> RuleFiles.File {
    guard let data = try? Data(contentsOf: root.appending(path: "rules/\(name)")) else {
      fatalError("rules/\(name) is not there")
    }
    return RuleFiles.File(path: "rules/\(name)", name: name, bytes: [UInt8](data))
  }

  /// The pack that the tool ships.
  private static let shipped: RulePack = {
    let folder = root.appending(path: "rules").path
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).filter {
      $0.hasSuffix(".yaml")
    }
    guard case .pack(let pack, _) = loadPack(RuleFiles(names.sorted().map(rule))) else {
      fatalError("the shipped rules do not load")
    }
    return pack
  }()

  /// The files around the one that is fuzzed.
  private static let surroundings: [RuleFiles.File] = {
    let main = """
      pack: small
      title: 小规则包
      version: 1.0.0
      bases:
        law: {title: 规定, articles: {"24": 公开}}
      categories:
        elements: {title: 内容, weight: 10}
      grades:
        - {title: 合格, from: 60}
        - {title: 不合格, from: 0}
      veto_grade: 不合格
      include: [vocabulary.yaml, sections.yaml, fuzzed.yaml]
      """
    return [
      RuleFiles.File(path: "rules/pack.yaml", name: "pack.yaml", bytes: Array(main.utf8)), rule("vocabulary.yaml"),
      rule("sections.yaml"),
    ]
  }()

  private static let sample: DecodedDocument = {
    let text = """
      云溪县人民政府2024年法治政府建设年度报告

      2024年，全县法治政府建设取得成效。共办理行政复议案件120件，审结108件，审结率90%。
      一、主要举措和成效
      （一）依法履职。开展执法检查12次，办结案件35件。
      二、存在的不足和原因
      个别部门执法不规范，原因是培训不够。
      三、2025年主要安排
      加强执法监督。

      云溪县人民政府
      2025年1月20日
      """
    guard let document = try? decodeDocument(Array(text.utf8), name: "a.txt") else { fatalError("no sample") }
    return document
  }()

  /// Loads the shipped rules.
  static func prepare() { _ = shipped }

  /// Loads a file of rules; when it loads, judges the sample by it.
  static func load(_ bytes: [UInt8]) {
    let file = RuleFiles.File(path: "rules/fuzzed.yaml", name: "fuzzed.yaml", bytes: bytes)
    switch loadPack(RuleFiles(surroundings + [file])) {
    case .problems(let problems):
      precondition(!problems.isEmpty)
      _ = problems.map(ProblemPrinter(language: .zh).text)
    case .pack(let pack, let warnings):
      _ = warnings.map(ProblemPrinter(language: .en).text)
      let report = pack.reader.read(sample, automaton: pack.automaton, given: GivenFacts())
      precondition(pack.judge(report).count == pack.rules.count)
    }
  }

  static func read(_ document: DecodedDocument) {
    _ = shipped.reader.read(document, automaton: shipped.automaton, given: GivenFacts())
  }

  static func check(_ document: DecodedDocument) {
    let pack = shipped
    let report = pack.reader.read(document, automaton: pack.automaton, given: GivenFacts())
    let profile = pack.profile(for: report, named: nil)
    let gate = Gate()
    let audit = Audit(
      report: report, findings: pack.judge(report, profile: profile, language: .zh), pack: pack, profile: profile,
      gate: gate)
    let run = Run(pack: pack, gate: gate, language: .zh, documents: 1)
    for format in OutputFormat.allCases {
      var bytes: [UInt8] = []
      format.renderer(for: run, display: Display()).document(
        AuditedDocument(path: "a.txt", result: .audited(audit)), into: &bytes)
      precondition(String(validating: bytes, as: UTF8.self) != nil)
    }
  }
}
