import ArgumentParser
import Documents
import Rendering
import Reports
import Rules
import Scoring
import SourceText
import Threads
import YAMLReading

/// The options that say what is audited and how; every command that audits documents has them.
struct AuditOptions: ParsableArguments {
  @Argument(help: help("文件或文件夹；- 表示标准输入", "Files and folders; - for standard input."), completion: .file())
  var paths: [String] = []

  @OptionGroup var ruleOptions: RuleOptions

  @Option(help: help("报告年度；默认从文中读出", "The report year; by default as the report says."))
  var year: String?

  @Option(help: help("公开日期 YYYY-MM-DD；默认从文中读出", "The publication date YYYY-MM-DD; by default as the report says."))
  var published: String?

  @Option(help: help("阶段：draft 或 published", "draft or published."), completion: .words(of: Stage.self))
  var stage: String?

  @Option(
    help: help(
      "层级：ministry、province、city、county、township、subdistrict、department",
      "ministry, province, city, county, township, subdistrict or department."), completion: .words(of: Level.self))
  var level: String?

  @OptionGroup var revisionOptions: RevisionOptions

  @Option(
    help: help(
      "核查口径，例如 county 或 county-draft；默认按文档的层级和阶段选定",
      "The profile, county or county-draft say; by default as the document's level and stage ask."))
  var profile: String?

  @Option(help: help("豁免文件（YAML）", "The file of waivers (YAML)."), completion: .file(extensions: ["yaml", "yml"]))
  var waivers: String?

  @Option(help: help("按哪一天判断豁免是否到期 YYYY-MM-DD；默认今天", "The day on which waivers are looked at; by default today."))
  var asOf: String?

  @Option(help: help("同时核查的份数；默认等于处理器核数", "Documents audited at once; by default one a processor core."))
  var jobs: String?

  @Option(help: help("标准输入在报告中的名称", "The name under which standard input is shown."))
  var stdinName: String = "-"

  /// Gathers the documents and all that they are audited by; says what is wrong with it.
  ///
  /// - Parameters:
  ///   - outputs: what the run writes, which is no document even where it lies among them.
  ///   - gate: what a document must reach.
  func auditor(
    _ configuration: Configuration, pack: RulePack, outputs: [FilePath] = [], gate: Gate = Gate()
  ) throws(CommandFailure) -> Auditor {
    let given = try givenFacts()
    let view = try revisionOptions.view()
    try configuration.check(with: pack)
    try OptionValue.profile(profile, in: pack)
    guard
      let day = try asOf.map({ text throws(CommandFailure) in try OptionValue.date(text, of: "--as-of") })
        ?? WaiverFiles.today
    else {
      throw CommandFailure(
        Wording(zh: "无法得知今天的日期，请用 --as-of 给出。", en: "today's date is not known; give one with --as-of."))
    }
    let files: [FilePath] =
      if let waivers = self.waivers { [FilePath(waivers)] } else { try configuration.waiverFiles() }
    let waivers = try WaiverFiles(files, rules: pack.rules.map(\.id), day: day)
    let documents = try ruleOptions.documents(paths, configuration, outputs: outputs)
    let run = Run(
      pack: pack, gate: gate, language: ChosenLanguage.current, documents: documents.count, waivers: waivers.waivers,
      day: day)
    return Auditor(
      documents: documents, run: run,
      settings: DocumentSettings(given: given, profile: profile, configuration: configuration), waivers: waivers,
      standardInputName: stdinName, limits: configuration.documentLimits, revisions: view)
  }

  /// What the options say of the documents; a value that is wrong ends the command.
  func givenFacts() throws(CommandFailure) -> GivenFacts {
    var facts = GivenFacts()
    if let year { facts.year = try OptionValue.number(year, of: "--year", in: 1949...2999) }
    if let published { facts.published = try OptionValue.date(published, of: "--published") }
    if let stage { facts.stage = try OptionValue.choice(stage, of: "--stage", as: Stage.self) }
    if let level { facts.level = try OptionValue.choice(level, of: "--level", as: Level.self) }
    return facts
  }
}

extension RuleOptions {
  /// Gathers the documents that are named or lie in folders that are named; says what could not be found, and fails when there is none.
  func documents(
    _ paths: [String], _ configuration: Configuration, outputs: [FilePath] = []
  ) throws(CommandFailure) -> DocumentList {
    if paths.isEmpty {
      throw CommandFailure(
        Wording(
          zh: "请指定要核查的文件或文件夹；- 表示标准输入。", en: "name the files and folders to audit; - for standard input."))
    }
    let documents = DocumentList(
      paths, ignore: IgnoreRules(configured: configuration.ignore.map(\.pattern), folder: configuration.folder),
      configurations: config == nil ? .unread(besides: configuration.file) : .passedOver,
      limits: configuration.documentLimits, outputs: outputs)
    Program.report(documents.problems)
    for trouble in documents.troubles { Program.report(CommandFailure(trouble)) }
    for remark in documents.remarks { Terminal.say(remark.text(in: ChosenLanguage.current)) }
    if documents.count == 0 {
      if documents.ignored > 0 {
        throw CommandFailure(
          Wording(
            zh: "没有可以核查的文档：找到的 \(documents.ignored) 份都被配置或 \(IgnoreRules.fileName) 排除了。",
            en:
              "no document to audit: all \(documents.ignored) that were found are left out by the configuration or by \(IgnoreRules.fileName)."
          ))
      }
      throw CommandFailure(
        Wording(
          zh: "没有找到可以核查的文档。请指定报告（.docx、.pdf、.ofd、.html、.txt、.md 等），或者含有这类文件的文件夹。",
          en:
            "no document to audit. Name a report (.docx, .pdf, .ofd, .html, .txt, .md …), or a folder or zip file that holds some."
        ))
    }
    return documents
  }
}
