import Documents
import Foundation
import Reports
import Rules
import SourceText
import Testing

/// The files that tests read, all beside the package or in it.
enum Files {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appending(path: path))).map { [UInt8]($0) }
  }

  static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

  /// The YAML files under a folder as text, by their names relative to it, ascending.
  static func rules(_ folder: String = "rules") -> [(name: String, text: String)] {
    let base = root.appending(path: folder).path
    let names = (FileManager.default.enumerator(atPath: base)?.allObjects as? [String] ?? []).filter {
      $0.hasSuffix(".yaml")
    }
    return names.sorted().map { ($0, text(folder + "/" + $0) ?? "") }
  }

  /// The Swift files under `Sources` as text, ascending by name.
  static func swiftSources() -> [(name: String, text: String)] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: "Sources").path)?.allObjects as? [String]
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { ($0, text("Sources/" + $0) ?? "") }
  }
}

/// Packs to test with.
enum Packs {
  /// The pack that the tool ships.
  static let shipped: RulePack? = load(Files.rules())

  static func load(_ files: [(name: String, text: String)]) -> RulePack? {
    switch loadPack(ruleFiles(files)) {
    case .pack(let pack, _): pack
    case .problems(let problems):
      record(problems)
    }
  }

  static func ruleFiles(_ files: [(name: String, text: String)]) -> RuleFiles {
    RuleFiles(files.map { RuleFiles.File(path: "rules/" + $0.name, name: $0.name, bytes: Array($0.text.utf8)) })
  }

  private static func record(_ problems: [Problem]) -> RulePack? {
    let printer = ProblemPrinter(language: .en)
    Issue.record("\(problems.map(printer.text).joined())")
    return nil
  }

  /// A small pack around rules of a test: the shipped words, and sections of its own.
  static func small(rules: String) -> [(name: String, text: String)] {
    [
      (
        "pack.yaml",
        """
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
        include: [vocabulary.yaml, figure-words.yaml, sections.yaml, rules.yaml]

        """
      ),
      ("vocabulary.yaml", Files.text("rules/vocabulary.yaml") ?? ""),
      ("figure-words.yaml", Files.text("rules/figure-words.yaml") ?? ""),
      (
        "sections.yaml",
        """
        sections:
          measures:
            title: {zh: 举措, en: measures}
            threshold: 6
            fallback: true
            heading:
              - {any: [举措, 成效], points: 8}
            body:
              - {any: [开展, 办理], points: 6}
          leader-duty:
            title: {zh: 履职, en: duty}
            threshold: 6
            heading:
              - {any: [第一责任人], points: 8}
          shortcomings:
            title: {zh: 不足, en: shortcomings}
            threshold: 6
            heading:
              - {any: [不足], points: 8}
          next-year-plan:
            title: {zh: 安排, en: plan}
            threshold: 6
            heading:
              - {any: [安排, 打算], points: 8}

        """
      ),
      ("rules.yaml", rules),
    ]
  }
}

extension RulePack {
  /// What the rules say of a text.
  func audit(_ text: String, given: GivenFacts = GivenFacts()) throws -> (report: Report, findings: [Finding]) {
    audit(try decodeDocument(Array(text.utf8), name: "report.txt"), given: given)
  }

  /// What one rule says of a text.
  func finding(_ id: String, of text: String, given: GivenFacts = GivenFacts()) throws -> Finding {
    let findings = try audit(text, given: given).findings
    return try #require(findings.first { rules[$0.rule].id == id })
  }
}

extension Report {
  /// The line of the document in which a place of the evidence lies.
  func line(of evidence: Evidence) -> Int { document.text.lines.line(of: evidence.range.start) }

  /// The line in which it ends.
  func lastLine(of evidence: Evidence) -> Int {
    document.text.lines.line(of: max(evidence.range.start, evidence.range.end - 1))
  }
}
