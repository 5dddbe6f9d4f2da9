import ArgumentParser
import Documents
import Rendering
import Reports
import Rules
import Scoring
import SourceText
import YAMLReading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `check`: audits documents and prints a scored report.
struct CheckCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say("核查文件和文件夹，给出评分和依据", "Audits files and folders and prints a scored report"))

  @Argument(help: help("文件或文件夹；- 表示标准输入", "Files and folders; - for standard input."))
  var paths: [String] = []

  @Option(
    help: help(
      "输出格式：\(OutputFormat.allCases.map(\.rawValue).joined(separator: "、"))；写成 F=文件 可同时输出多种；html=文件夹/ 每份文档一页",
      "\(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")); F=FILE, repeated, writes several at once; html=FOLDER/ a page for each document."
    ))
  var format: [String] = []

  @Option(help: help("把报告写入文件（只用于一种格式）", "Write the report to this file (one format only)."))
  var output: String?

  @OptionGroup var ruleOptions: RuleOptions

  @Option(help: help("报告年度；默认从文中读出", "The report year; by default as the report says."))
  var year: String?

  @Option(help: help("公开日期 YYYY-MM-DD；默认从文中读出", "The publication date YYYY-MM-DD; by default as the report says."))
  var published: String?

  @Option(help: help("阶段：draft 或 published", "draft or published."))
  var stage: String?

  @Option(
    help: help(
      "层级：ministry、province、city、county、township、subdistrict、department",
      "ministry, province, city, county, township, subdistrict or department."))
  var level: String?

  @Option(
    help: help(
      "达到此级别的不足即未通过：error、warning、info、never（默认 error）", "Fail at error (the default), warning, info or never."))
  var failOn: String?

  @Option(help: help("低于此分即未通过", "Fail below this score."))
  var minScore: String?

  @Option(
    help: help(
      "Word 文档中未处理的修订：accepted（按已接受，默认）或 original（按修订前）",
      "Tracked changes in Word files: accepted (the default) or original, as before them."))
  var revisions: String?

  @Option(
    help: help(
      "核查口径，例如 county 或 county-draft；默认按文档的层级和阶段选定",
      "The profile, county or county-draft say; by default as the document's level and stage ask."))
  var profile: String?

  @Option(help: help("豁免文件（YAML）", "The file of waivers (YAML)."))
  var waivers: String?

  @Option(help: help("按哪一天判断豁免是否到期 YYYY-MM-DD；默认今天", "The day on which waivers are looked at; by default today."))
  var asOf: String?

  @Flag(help: help("只显示生效的配置和每个值的来源", "Only show the configuration in force, and where each value comes from."))
  var printConfig = false

  @Option(help: help("同时核查的份数；默认等于处理器核数", "Documents audited at once; by default one a processor core."))
  var jobs: String?

  @Option(help: help("标准输入在报告中的名称", "The name under which standard input is shown."))
  var stdinName: String = "-"

  @Flag(help: help("只显示未通过的文档和最后一行", "Show only what falls short, and the last line."))
  var quiet = false

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  @Flag(help: help("不使用缓存；目前没有缓存，此项不起作用", "Use no cache; there is none yet, so this changes nothing."))
  var noCache = false

  @Flag(help: help("规则或文档有变化时重新核查，直到按 Ctrl+C", "Audit again whenever a rule or a document changes, until Ctrl+C."))
  var watch = false

  func perform() throws(CommandFailure) -> ExitStatus {
    if !watch { return try audit() }
    if paths.contains("-") {
      throw CommandFailure(
        Wording(zh: "--watch 不能和标准输入一起用。", en: "--watch can't be used with standard input."))
    }
    let configuration = try ruleOptions.configuration(for: paths)
    let folder = try RuleFolder.find(given: ruleOptions.rules, configuration: configuration)
    // The folder itself too: a file may come that is not there yet.
    var watched = paths.map { FilePath($0) } + [folder.file ?? folder.path]
    watched += try folder.layers().flatMap(\.files).map { FilePath($0.path) }
    watched += (waivers.map { [FilePath($0)] } ?? configuration.waivers.map { configuration.path($0) })
    if let file = configuration.file { watched.append(file) }
    let targets = try OutputTarget.targets(formats: format, output: output, configuration: configuration)
    return Watch(paths: watched, ignored: targets.compactMap(\.path)).run { () throws(CommandFailure) in try audit() }
  }

  /// Audits once.
  private func audit() throws(CommandFailure) -> ExitStatus {
    let given = try givenFacts()
    let day = try asOf.map { text throws(CommandFailure) in try OptionValue.date(text, of: "--as-of") }
    let configuration = try ruleOptions.configuration(for: paths)
    let targets = try OutputTarget.targets(formats: format, output: output, configuration: configuration)
    let jobs = try jobCount(configuration)
    _ = try gate(configuration, for: nil)
    if printConfig {
      try Output.standard().write(EffectiveConfiguration(of: self, configuration, jobs: jobs).yaml)
      return .passed
    }
    if paths.isEmpty {
      throw CommandFailure(
        Wording(
          zh: "请指定要核查的文件或文件夹；- 表示标准输入。", en: "name the files and folders to audit; - for standard input."))
    }
    let view: RevisionView =
      if let revisions { try OptionValue.choice(revisions, of: "--revisions", as: RevisionView.self) } else {
        .accepted
      }
    let pack = try ruleOptions.load(configuration)
    let problems = configuration.problems(with: pack)
    if !problems.isEmpty {
      throw CommandFailure(problems, Wording(zh: "配置文件有错误。", en: "the configuration has mistakes."))
    }
    if let profile, !pack.profileNames.contains(profile) {
      throw OptionValue.unknown(profile, of: "--profile", known: pack.profileNames)
    }
    let gate = try self.gate(configuration, for: pack)
    guard let day = day ?? WaiverFiles.today else {
      throw CommandFailure(
        Wording(zh: "无法得知今天的日期，请用 --as-of 给出。", en: "today's date is not known; give one with --as-of."))
    }
    let waivers = try WaiverFiles(
      self.waivers.map { [FilePath($0)] } ?? configuration.waivers.map { configuration.path($0) },
      rules: pack.rules.map(\.id), day: day)
    let documents = DocumentList(
      paths, ignore: IgnoreRules(configured: configuration.ignore.map(\.pattern), folder: configuration.folder),
      configurations: ruleOptions.config == nil ? .unread(besides: configuration.file) : .passedOver,
      limits: configuration.documentLimits)
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
          zh: "没有找到可以核查的文档。请指定 报告（.docx、.pdf、.ofd、.html、.txt、.md 等），或者含有这类文件的文件夹。",
          en:
            "no document to audit. Name a report (.docx, .pdf, .ofd, .html, .txt, .md …), or a folder or zip file that holds some."
        ))
    }

    let run = Run(
      pack: pack, gate: gate, language: ChosenLanguage.current, documents: documents.count, waivers: waivers.waivers,
      day: day)
    var outputs: [Output] = []
    for target in targets { outputs.append(try target.open()) }
    let auditor = Auditor(
      documents: documents, run: run,
      settings: DocumentSettings(given: given, profile: profile, configuration: configuration), waivers: waivers,
      renderers: targets.map { $0.format.renderer(for: run, display: display(for: $0)) },
      standardInputName: stdinName, limits: configuration.documentLimits, revisions: view)
    let summary = try write(auditor, to: outputs, jobs: jobs)
    for output in outputs { try output.finish() }
    report(waivers.waivers, run.waiverStates(in: summary), summary)
    if summary.unreadable > 0 || !documents.troubles.isEmpty || !documents.problems.isEmpty { return .notDone }
    return summary.failed > 0 ? .fallsShort : .passed
  }

  private func write(
    _ auditor: Auditor, to outputs: [Output], jobs: Int
  ) throws(CommandFailure) -> Summary {
    let rows = auditor.renderers.map(\.rowsInSummary).max() ?? Summary.rowLimit
    var summary = Summary(for: auditor.run.pack, waivers: auditor.run.waivers.count, rows: rows)
    var pieces = auditor.renderers.map { RenderedPieces(of: $0) }
    var progress = Progress(total: auditor.documents.count)
    for (index, output) in outputs.enumerated() { try output.write(pieces[index].beginning()) }
    let count = auditor.documents.count
    try doInOrder(count, jobs: jobs, auditor.audit) { (result: Auditor.Result) throws(CommandFailure) in
      for (index, output) in outputs.enumerated() {
        if let page = auditor.renderers[index].page(of: result.digest.path) {
          try output.add(page, result.pieces[index])
        } else {
          try output.write(pieces[index].next(result.pieces[index]))
        }
      }
      summary.add(result.digest)
      progress.advance()
    }
    progress.finish()
    for (index, output) in outputs.enumerated() { try output.write(pieces[index].ending(summary)) }
    return summary
  }

  /// Says which waivers are over and which nothing needs.
  private func report(_ waivers: [Waiver], _ states: [WaiverState], _ summary: Summary) {
    for (waiver, state) in zip(waivers, states) {
      let message: Wording
      switch state {
      case .used: continue
      case .expired:
        let count = summary.waivers[waiver.number].expired
        message = Wording(
          zh: "豁免已过期（\(waiver.until)），\(count) 处重新计入：\(waiver.rule)",
          en: "waiver expired on \(waiver.until), findings that count again: \(count) (\(waiver.rule))")
      case .unused:
        message =
          summary.waivers[waiver.number].documents == 0
          ? Wording(
            zh: "豁免未用到：本次核查的文档都不是“\(waiver.document)”",
            en: "waiver unused: no document of this run is `\(waiver.document)`")
          : Wording(
            zh: "豁免未用到：没有需要豁免的问题（\(waiver.rule)）", en: "waiver unused: there was nothing to excuse (\(waiver.rule))")
      }
      let place = "\(waiver.path):\(waiver.position.line):\(waiver.position.column)"
      Program.report([Problem(message, path: place, severity: .warning)])
    }
  }

  // MARK: Options

  private func givenFacts() throws(CommandFailure) -> GivenFacts {
    var facts = GivenFacts()
    if let year { facts.year = try OptionValue.number(year, of: "--year", in: 1949...2999) }
    if let published { facts.published = try OptionValue.date(published, of: "--published") }
    if let stage { facts.stage = try OptionValue.choice(stage, of: "--stage", as: Stage.self) }
    if let level { facts.level = try OptionValue.choice(level, of: "--level", as: Level.self) }
    return facts
  }

  /// The gate; what it asks of categories can be told only with the rules.
  private func gate(_ configuration: Configuration, for pack: RulePack?) throws(CommandFailure) -> Gate {
    var gate = Gate()
    gate.failOn = configuration.gate.failOn.map(\.value.severity) ?? gate.failOn
    gate.minScore = configuration.gate.minScore?.value
    if let failOn {
      gate.failOn = try OptionValue.choice(failOn, of: "--fail-on", as: Configuration.FailOn.self).severity
    }
    if let minScore { gate.minScore = try OptionValue.points(minScore, of: "--min-score") }
    guard let pack else { return gate }
    for entry in configuration.gate.categories {
      guard let category = pack.categories.firstIndex(where: { $0.id == entry.id.value }) else { continue }
      gate.categories[category] = Gate.CategoryGate(
        failOn: entry.failOn.map { .own($0.value.severity) } ?? .inherited, minScore: entry.minScore?.value)
    }
    return gate
  }

  private func jobCount(_ configuration: Configuration) throws(CommandFailure) -> Int {
    if let jobs { return try OptionValue.number(jobs, of: "--jobs", in: 1...256) }
    return configuration.jobs?.value ?? processorCount
  }

  private func display(for target: OutputTarget) -> Display {
    switch target.place {
    case .standard:
      Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor), isQuiet: quiet)
    case .file: Display(isQuiet: quiet)
    case .folder: Display(isQuiet: quiet, isPaged: true)
    }
  }
}
