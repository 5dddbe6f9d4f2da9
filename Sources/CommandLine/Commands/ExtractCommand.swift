import ArgumentParser
import Documents
import Rendering
import Reports
import Rules
import SourceText

/// `extract`: shows what was understood of a document.
struct ExtractCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: say(
      "显示从文档中读出的标题、机关、日期、章节和数据", "Shows the title, issuer, dates, sections and figures read from a document"))

  @Argument(help: help("文件；- 表示标准输入", "The file; - for standard input."), completion: .file())
  var file: String

  @Option(help: help("输出格式：console 或 json", "console or json."), completion: .words(of: ListingFormat.self))
  var format: String = "console"

  @Flag(help: help("只显示数据：每个数怎样读，与哪些数有关、是否相符", "Only figures: how each is read, and how it agrees with others."))
  var figures = false

  @Option(help: help("标准输入在报告中的名称", "The name under which standard input is shown."))
  var stdinName: String = "-"

  @OptionGroup var revisionOptions: RevisionOptions

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ListingFormat.self)
    let configuration = try ruleOptions.configuration(for: [file])
    let pack = try ruleOptions.load(configuration)
    let source: DocumentList.Source = file == "-" ? .standardInput : .file(FilePath(file))
    let name = file == "-" ? stdinName : file
    let document = try decode(
      source, name: name, limits: configuration.documentLimits, revisions: try revisionOptions.view(configuration))
    let report = pack.reader.read(document, automaton: pack.automaton, given: GivenFacts())
    let display = Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor))
    let extract = Extract(
      of: report, path: name, language: ChosenLanguage.current, readings: pack.reader.readings(of: report),
      onlyFigures: figures)
    try Output.standard().write(extract.rendered(as: format, display: display))
    return .passed
  }
}
