import ArgumentParser
import Rendering
import Reports
import Rules
import Scoring
import SourceText

/// `rules coverage`: how often each rule gave each verdict over many documents.
struct RulesCoverageCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: say(
      "统计每条规则在一批文档中的触发、通过和待定次数", "Counts how often each rule fired, passed or could not tell over many documents"))

  @Argument(help: help("文件或文件夹", "Files and folders."))
  var paths: [String]

  @Option(help: help("输出格式：console 或 json", "console or json."))
  var format: String = "console"

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ListingFormat.self)
    let pack = try ruleOptions.load()
    let documents = DocumentList(paths)
    for trouble in documents.troubles { Program.report(CommandFailure(trouble)) }
    if documents.count == 0 {
      throw CommandFailure(
        Wording(zh: "没有找到可以核查的文档，无从统计。", en: "no document to audit, so there is nothing to count."))
    }
    let run = Run(pack: pack, gate: Gate(), language: ChosenLanguage.current, documents: documents.count)
    let auditor = Auditor(documents: documents, run: run, given: GivenFacts(), renderers: [], standardInputName: "-")
    var summary = Summary(for: pack)
    doInOrder(documents.count, jobs: processorCount, auditor.audit) { summary.add($0.digest) }
    for row in summary.worst {
      guard let trouble = row.trouble else { continue }
      Program.report(
        CommandFailure(Wording(zh: "\(row.path)：\(trouble.zh)", en: "\(row.path): \(trouble.en)")))
    }
    let coverage = RuleCoverage(of: pack, summary: summary, language: ChosenLanguage.current)
    try Output.standard().write(coverage.rendered(as: format, display: Display(width: Terminal.width)))
    return summary.unreadable > 0 || !documents.troubles.isEmpty ? .notDone : .passed
  }
}
