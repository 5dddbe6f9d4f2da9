import ArgumentParser
import Rendering
import Reports
import Rules
import Scoring
import SourceText

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
  var paths: [String]

  @Option(
    help: help(
      "输出格式：\(OutputFormat.allCases.map(\.rawValue).joined(separator: "、"))；写成 F=文件 可同时输出多种",
      "\(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")); F=FILE, repeated, writes several at once."))
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

  func perform() throws(CommandFailure) -> ExitStatus {
    let given = try givenFacts()
    let gate = try self.gate()
    let jobs = try jobCount()
    let targets = try OutputTarget.targets(formats: format, output: output)
    let pack = try ruleOptions.load()
    let documents = DocumentList(paths)
    for trouble in documents.troubles { Program.report(CommandFailure(trouble)) }
    if documents.count == 0 {
      throw CommandFailure(
        Wording(
          zh: "没有找到可以核查的文档。请指定 .txt 或 .md 格式的报告，或者含有这类文件的文件夹。",
          en: "no document to audit. Name a report in .txt or .md, or a folder that holds some."))
    }

    let run = Run(pack: pack, gate: gate, language: ChosenLanguage.current, documents: documents.count)
    var outputs: [Output] = []
    for target in targets { outputs.append(try target.open()) }
    let auditor = Auditor(
      documents: documents, run: run, given: given,
      renderers: targets.map { $0.format.renderer(for: run, display: display(for: $0)) },
      standardInputName: stdinName)
    let summary = try write(auditor, to: outputs, jobs: jobs)
    for output in outputs { try output.finish() }
    if summary.unreadable > 0 || !documents.troubles.isEmpty { return .notDone }
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
      for (index, output) in outputs.enumerated() { try output.write(pieces[index].next(result.pieces[index])) }
      summary.add(result.digest)
      progress.advance()
    }
    progress.finish()
    for (index, output) in outputs.enumerated() { try output.write(pieces[index].ending(summary)) }
    return summary
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

  private func gate() throws(CommandFailure) -> Gate {
    var gate = Gate()
    if let failOn {
      if failOn == "never" {
        gate.failOn = nil
      } else if let severity = Severity(rawValue: failOn) {
        gate.failOn = severity
      } else {
        throw OptionValue.unknown(failOn, of: "--fail-on", known: ["error", "warning", "info", "never"])
      }
    }
    if let minScore { gate.minScore = try OptionValue.points(minScore, of: "--min-score") }
    return gate
  }

  private func jobCount() throws(CommandFailure) -> Int {
    if let jobs { return try OptionValue.number(jobs, of: "--jobs", in: 1...256) }
    return processorCount
  }

  private func display(for target: OutputTarget) -> Display {
    switch target.place {
    case .standard:
      Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor), isQuiet: quiet)
    case .file: Display(isQuiet: quiet)
    }
  }
}
