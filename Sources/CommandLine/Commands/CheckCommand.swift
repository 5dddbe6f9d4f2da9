import ArgumentParser
import CGNU
import Comparison
import Documents
import Rendering
import Reports
import Rules
import Scoring
import SourceText
import Threads
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

  @OptionGroup var audit: AuditOptions

  @Option(
    help: help(
      "输出格式：\(OutputFormat.allCases.map(\.rawValue).joined(separator: "、"))；写成 F=文件 可同时输出多种；html=文件夹/ 每份文档一页",
      "\(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")); F=FILE, repeated, writes several at once; html=FOLDER/ a page for each document."
    ), completion: .words(of: OutputFormat.self))
  var format: [String] = []

  @Option(help: help("把报告写入文件（只用于一种格式）", "Write the report to this file (one format only)."), completion: .file())
  var output: String?

  @Option(
    help: help(
      "达到此级别的不足即未通过：error、warning、info、never（默认 error）", "Fail at error (the default), warning, info or never."),
    completion: .words(of: Configuration.FailOn.self))
  var failOn: String?

  @Option(help: help("低于此分即未通过", "Fail below this score."))
  var minScore: String?

  @Option(
    help: help(
      "机关名单（CSV，有“机关”一列）：列出哪些没有报告", "A list of bodies (CSV with a column `body`): those without a report are named."),
    completion: .file(extensions: ["csv"]))
  var expect: String?

  @Option(
    help: help("基线文件：其中的问题是已知的", "The baseline; its findings are known."), completion: .file(extensions: ["json"]))
  var baseline: String?

  @Flag(
    inversion: .prefixedNo,
    help: help("只显示和判断基线之外的新问题", "Show and judge only findings that the baseline does not hold."))
  var newOnly: Bool?

  @Flag(help: help("只显示生效的配置和每个值的来源", "Only show the configuration in force, and where each value comes from."))
  var printConfig = false

  @Flag(help: help("只显示未通过的文档和最后一行", "Show only what falls short, and the last line."))
  var quiet = false

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  @Flag(help: help("不使用缓存，全部重新核查", "Use nothing that earlier runs have kept, and keep nothing."))
  var noCache = false

  @Flag(help: help("规则或文档有变化时重新核查，直到按 Ctrl+C", "Audit again whenever a rule or a document changes, until Ctrl+C."))
  var watch = false

  func perform() throws(CommandFailure) -> ExitStatus {
    if !watch {
      // Who waits for standard input may be ended at once: nothing is half done.
      if audit.paths.contains("-") { return try auditOnce() }
      return try Interruption.heeded { () throws(CommandFailure) in try auditOnce() }
    }
    if audit.paths.contains("-") {
      throw CommandFailure(
        Wording(zh: "--watch 不能和标准输入一起用。", en: "--watch can't be used with standard input."))
    }
    let configuration = try audit.ruleOptions.configuration(for: audit.paths)
    let folder = try RuleFolder.find(given: audit.ruleOptions.rules, configuration: configuration)
    // The folder itself too: a file may come that is not there yet.
    var watched = audit.paths.map { FilePath($0) } + [folder.file ?? folder.path]
    watched += try folder.layers().flatMap(\.files).map { FilePath($0.path) }
    watched += (audit.waivers.map { [FilePath($0)] } ?? configuration.waivers.map { configuration.path($0) })
    if let file = configuration.file { watched.append(file) }
    if let list = bodyListFile(configuration) { watched.append(list) }
    if let baseline = try baselineFile(configuration) { watched.append(baseline) }
    let targets = try OutputTarget.targets(formats: format, output: output, configuration: configuration)
    return Watch(paths: watched, ignored: targets.compactMap(\.path)).run { () throws(CommandFailure) in try auditOnce()
    }
  }

  /// Audits once.
  private func auditOnce() throws(CommandFailure) -> ExitStatus {
    _ = try (audit.givenFacts(), audit.revisionOptions.view())
    let configuration = try audit.ruleOptions.configuration(for: audit.paths)
    let targets = try OutputTarget.targets(formats: format, output: output, configuration: configuration)
    let jobs = try OptionValue.jobs(audit.jobs, configuration)
    _ = try gate(configuration, for: nil)
    let baseline = try baselineFile(configuration)
    if printConfig {
      try Output.standard().write(EffectiveConfiguration(of: self, configuration, jobs: jobs).yaml)
      return .passed
    }
    let rules = try audit.ruleOptions.loadWithFiles(configuration)
    var auditor = try audit.auditor(
      configuration, pack: rules.pack, outputs: targets.compactMap(\.path),
      gate: try gate(configuration, for: rules.pack))
    var (list, known): (UserFile?, UserFile?)
    if let file = bodyListFile(configuration) {
      let read = try BodyListFile.read(file, names: BodyNames(rules.pack.vocabulary))
      auditor.run.expected = read.bodies
      list = read.source
    }
    if let baseline {
      let read = try Baseline.read(baseline)
      auditor.know(read.baseline, in: baseline)
      known = read.source
    }
    var outputs: [Output] = []
    for target in targets { outputs.append(try target.open()) }
    auditor.renderers = targets.map { $0.format.renderer(for: auditor.run, display: display(for: $0)) }
    if !noCache {
      let files = [configuration.source, list, known]
      auditor.cache = cache(for: auditor, rules.layers, files, targets)
    }
    keep_freed_memory(16 << 20)
    let summary = try write(auditor, to: outputs, jobs: jobs)
    for output in outputs { try output.finish() }
    auditor.reportWaivers(summary)
    auditor.reportBaseline(summary)
    if summary.leftOut > 0 {
      Terminal.say(
        "fazhi-audit: "
          + say(
            "文档太多，其中 \(summary.leftOut) 份没有留作后面文档查重的对照；要全部查重，请分批核查。",
            "too many documents: \(summary.leftOut) were not kept for later ones to be compared with; to find all that came twice, audit in batches."
          ))
    }
    if summary.unreadable > 0 || !auditor.isComplete { return .notDone }
    // A body without a report is no document that fails, but the folder falls short.
    let isShort = summary.notes(of: auditor.run).contains { auditor.run.gate.fails($0.kind.severity) }
    return summary.failed > 0 || isShort ? .fallsShort : .passed
  }

  private func write(
    _ auditor: Auditor, to outputs: [Output], jobs: Int
  ) throws(CommandFailure) -> Summary {
    let rows = auditor.renderers.map(\.rowsInSummary).max() ?? Summary.rowLimit
    var summary = Summary(
      for: auditor.run.pack, waivers: auditor.run.waivers.count,
      baseline: auditor.run.baseline?.baseline.entries.count ?? 0, expected: auditor.run.expected?.bodies.count ?? 0,
      rows: rows)
    var pieces = auditor.renderers.map { RenderedPieces(of: $0) }
    var progress = Progress(
      total: auditor.documents.count, writesMeanwhile: outputs.contains { $0.isStandard })
    var isKept = false
    for (index, output) in outputs.enumerated() { try output.write(pieces[index].beginning()) }
    let count = auditor.documents.count
    try doInOrder(count, jobs: jobs, auditor.audit) { (result: Auditor.Result) throws(CommandFailure) in
      for (index, output) in outputs.enumerated() {
        if let page = auditor.renderers[index].page(of: result.digest.path) {
          try output.add(page, result.pieces[index])
          continue
        }
        for piece in pieces[index].next(result.pieces[index]) { try output.write(piece) }
      }
      summary.add(result.digest)
      isKept = isKept || result.isKept
      progress.advance()
      try Interruption.check()
    }
    progress.finish()
    if isKept { auditor.cache?.tidy() }
    for (index, output) in outputs.enumerated() { try output.write(pieces[index].ending(summary)) }
    return summary
  }

  // MARK: Options

  /// The gate; what it asks of categories can be told only with the rules.
  private func gate(_ configuration: Configuration, for pack: RulePack?) throws(CommandFailure) -> Gate {
    var gate = Gate()
    gate.failOn = configuration.gate.failOn.map(\.value.severity) ?? gate.failOn
    gate.minScore = configuration.gate.minScore?.value
    if let failOn {
      gate.failOn = try OptionValue.choice(failOn, of: "--fail-on", as: Configuration.FailOn.self).severity
    }
    if let minScore { gate.minScore = try OptionValue.points(minScore, of: "--min-score") }
    gate.countsKnown = !(newOnly ?? configuration.newOnly?.value ?? false)
    guard let pack else { return gate }
    for entry in configuration.gate.categories {
      guard let category = pack.categories.firstIndex(where: { $0.id == entry.id.value }) else { continue }
      gate.categories[category] = Gate.CategoryGate(
        failOn: entry.failOn.map { .own($0.value.severity) } ?? .inherited, minScore: entry.minScore?.value)
    }
    return gate
  }

  /// The list of bodies that have to publish, if the run has one.
  private func bodyListFile(_ configuration: Configuration) -> FilePath? {
    expect.map { FilePath($0) } ?? configuration.expect.map { configuration.path($0) }
  }

  /// The baseline of the run, if it has one.
  private func baselineFile(_ configuration: Configuration) throws(CommandFailure) -> FilePath? {
    let file = baseline.map { FilePath($0) } ?? configuration.baseline.map { configuration.path($0) }
    if file == nil, newOnly == true {
      throw CommandFailure(
        Wording(
          zh: "--new-only 需要基线；请用 --baseline 指定文件，或写在配置的 baseline 里。",
          en: "--new-only takes a baseline; name one with --baseline, or as `baseline` in the configuration."))
    }
    return file
  }

  /// The cache of the user, with all that this run depends on for its key; nil where there is no place for one.
  ///
  /// - Parameter files: the configuration, the list of bodies and the baseline, those that there are.
  private func cache(
    for auditor: Auditor, _ layers: [RuleFiles], _ files: [UserFile?], _ targets: [OutputTarget]
  ) -> AuditCache? {
    guard let folder = AuditCache.standardFolder else { return nil }
    var key = RunKey()
    key.addProgram()
    key.add(layers)
    for option in [
      audit.year, audit.published, audit.stage, audit.level, audit.revisionOptions.revisions, audit.profile,
      failOn, minScore, newOnly.map { "\($0)" }, "\(ChosenLanguage.current)",
      "\(auditor.documents.count > 1)",
    ] {
      key.add(option)
    }
    for file in files { key.add(file) }
    for file in auditor.waivers.sources {
      key.add(file)
      key.add(auditor.run.day?.description)
    }
    for (target, renderer) in zip(targets, auditor.renderers) {
      key.add(target.format.rawValue)
      key.add(renderer.circumstances)
    }
    return AuditCache(in: folder, run: key.bytes)
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
