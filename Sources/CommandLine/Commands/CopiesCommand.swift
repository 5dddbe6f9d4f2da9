import ArgumentParser
import Comparison
import Documents
import Rendering
import Reports
import Rules
import SourceText
import Threads
import YAMLReading

/// `copies`: finds passages that reports of a folder have from each other.
struct CopiesCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "copies",
    abstract: say(
      "找出各份报告之间雷同的段落：抄自其他机关、沿用上年报告或者重复报送",
      "Finds passages copied from another report, from last year's, or handed in twice"))

  @Argument(help: help("文件或文件夹", "Files and folders."), completion: .file())
  var paths: [String]

  @Option(help: help("输出格式：console 或 json", "console or json."), completion: .words(of: ListingFormat.self))
  var format: String = "console"

  @Option(help: help("同时读取的份数；默认等于处理器核数", "Documents read at once; by default one a processor core."))
  var jobs: String?

  @Option(
    help: help(
      "公用文本：上级模板、通知、规划等，其中的语句不算雷同；可多次使用",
      "A text whose sentences are no copies: a template, a notice or a plan of the superior; may be given several times."
    ),
    completion: .file())
  var template: [String] = []

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  @OptionGroup var ruleOptions: RuleOptions

  /// A report as it was read, or why it could not be.
  private enum Piece: Sendable {
    case report(Report)
    case trouble(DocumentError)
  }

  func perform() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ListingFormat.self)
    if paths.contains("-") {
      throw CommandFailure(
        Wording(zh: "copies 不能从标准输入读取，请指定文件或文件夹。", en: "copies reads no standard input; name files or folders."))
    }
    let configuration = try ruleOptions.configuration(for: paths)
    let jobs = try OptionValue.jobs(jobs, configuration)
    let pack = try ruleOptions.load(configuration)
    let documents = try ruleOptions.documents(paths, configuration)
    if documents.count < 2 {
      throw CommandFailure(
        Wording(zh: "至少要有两份报告才能比对。", en: "it takes two reports or more to compare them."))
    }
    let limits = configuration.documentLimits
    let archives = OpenArchives()
    var finder = CopyFinder(names: BodyNames(pack.vocabulary))
    let read: @Sendable (DocumentList.Source, String) throws(DocumentError) -> Report = {
      source, name throws(DocumentError) in
      let decoded = try decodeDocument(
        try readDocument(source, limits: limits, archives: archives), name: name, limits: limits)
      return pack.reader.read(decoded, automaton: pack.automaton, given: GivenFacts())
    }
    for path in template {
      do throws(DocumentError) {
        finder.leaveOut(try read(.file(FilePath(path)), path))
      } catch {
        throw CommandFailure(Wording(zh: "\(path)：\(error.message.zh)", en: "\(path): \(error.message.en)"))
      }
    }
    var compared = 0
    var isComplete = documents.troubles.isEmpty && documents.problems.isEmpty
    let piece: @Sendable (Int) -> Piece = { index in
      do throws(DocumentError) {
        return .report(try read(documents[index], documents[index].shown(standardInput: "-")))
      } catch {
        return .trouble(error)
      }
    }
    var next = 0
    var progress = Progress(total: documents.count)
    doInOrder(documents.count, jobs: jobs, piece) { piece in
      let name = documents[next].shown(standardInput: "-")
      next += 1
      progress.advance()
      switch piece {
      case .report(let report):
        finder.add(report, path: name)
        compared += 1
      case .trouble(let error):
        isComplete = false
        Program.report(
          CommandFailure(Wording(zh: "\(name)：\(error.message.zh)", en: "\(name): \(error.message.en)")))
      }
    }
    progress.finish()
    let found = finder.copies()
    let display = Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor))
    let listing = CopyListing(of: found, documents: compared, language: ChosenLanguage.current)
    try Output.standard().write(listing.rendered(as: format, display: display))
    if !isComplete { return .notDone }
    return found.copies.isEmpty ? .passed : .fallsShort
  }
}
