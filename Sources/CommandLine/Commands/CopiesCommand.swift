import ArgumentParser
import Comparison
import Documents
import Rendering
import Reports
import Rules
import SourceText

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

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ListingFormat.self)
    let pack = try ruleOptions.load()
    let documents = DocumentList(paths)
    for trouble in documents.troubles { Program.report(CommandFailure(trouble)) }
    if documents.count < 2 {
      throw CommandFailure(
        Wording(zh: "至少要有两份报告才能比对。", en: "it takes two reports or more to compare them."))
    }
    let limits = DocumentLimits()
    var finder = CopyFinder()
    var compared = 0
    var isComplete = documents.troubles.isEmpty
    for index in 0..<documents.count {
      if case .standardInput = documents[index] { continue }
      let name = documents[index].shown(standardInput: "-")
      do throws(DocumentError) {
        let bytes = try readDocument(documents[index], limits: limits)
        let decoded = try decodeDocument(bytes, name: name, limits: limits)
        finder.add(pack.reader.read(decoded, automaton: pack.automaton, given: GivenFacts()), path: name)
        compared += 1
      } catch {
        isComplete = false
        let message = error.message
        Program.report(
          CommandFailure(Wording(zh: "\(name)：\(message.zh)", en: "\(name): \(message.en)")))
      }
    }
    let copies = finder.copies()
    let display = Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor))
    let listing = CopyListing(of: copies, documents: compared, language: ChosenLanguage.current)
    try Output.standard().write(listing.rendered(as: format, display: display))
    if !isComplete { return .notDone }
    return copies.isEmpty ? .passed : .fallsShort
  }
}
