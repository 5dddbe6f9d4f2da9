import ArgumentParser
import Rendering
import Reports
import Rules
import Scoring
import SourceText
import Threads

/// `rules coverage`: how often each rule gave each verdict over many documents.
struct RulesCoverageCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: say(
      "统计每条规则在一批文档中的触发、通过和待定次数", "Counts how often each rule fired, passed or could not tell over many documents"))

  @Argument(help: help("文件或文件夹", "Files and folders."), completion: .file())
  var paths: [String]

  @Option(help: help("输出格式：console 或 json", "console or json."), completion: .words(of: ListingFormat.self))
  var format: String = "console"

  @Option(help: help("核查口径；默认按文档的层级和阶段选定", "The profile; by default as the document's level and stage ask."))
  var profile: String?

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ListingFormat.self)
    let configuration = try ruleOptions.configuration(for: paths)
    let pack = try ruleOptions.load(configuration)
    try OptionValue.profile(profile, in: pack)
    try configuration.check(with: pack)
    let documents = try ruleOptions.documents(paths, configuration)
    let run = Run(pack: pack, gate: Gate(), language: ChosenLanguage.current, documents: documents.count)
    // What a waiver excuses is counted as what it is.
    guard let day = WaiverFiles.today else {
      throw CommandFailure(Wording(zh: "无法得知今天的日期。", en: "today's date is not known."))
    }
    let auditor = Auditor(
      documents: documents, run: run,
      settings: DocumentSettings(given: GivenFacts(), profile: profile, configuration: configuration),
      waivers: try WaiverFiles([], rules: [], day: day), standardInputName: "-",
      limits: configuration.documentLimits)
    var summary = Summary(for: pack)
    doInOrder(documents.count, jobs: processorCount, auditor.audit) { summary.add($0.digest) }
    for row in summary.worst {
      guard let trouble = row.trouble else { continue }
      Program.report(
        CommandFailure(Wording(zh: "\(row.path)：\(trouble.zh)", en: "\(row.path): \(trouble.en)")))
    }
    let coverage = RuleCoverage(of: pack, summary: summary, language: ChosenLanguage.current)
    try Output.standard().write(coverage.rendered(as: format, display: Display(width: Terminal.width)))
    return summary.unreadable > 0 || !auditor.isComplete ? .notDone : .passed
  }
}
