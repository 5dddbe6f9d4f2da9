import ArgumentParser
import Comparison
import Rendering
import SourceText

/// `baseline`: keeps the file of findings that are known and borne until they are put right.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: say(
      "记下现有的问题，以后只看新出现的（check --baseline 文件 --new-only）",
      "Writes down the findings there are, so that only new ones count (check --baseline FILE --new-only)"),
    subcommands: [BaselineCreateCommand.self, BaselineUpdateCommand.self, BaselineDiffCommand.self])
}

/// `baseline create`: writes a baseline of all findings there are.
struct BaselineCreateCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: say("记下现有的全部问题", "Writes down all findings there are"))

  @OptionGroup var options: BaselineOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    try Interruption.heeded { () throws(CommandFailure) in try work() }
  }

  private func work() throws(CommandFailure) -> ExitStatus {
    let work = try options.work()
    if FileFacts(work.file) != nil {
      throw CommandFailure(
        Wording(
          zh: "\(work.file.shown) 已经存在；要按现状更新请用 baseline update。",
          en: "\(work.file.shown) is there already; baseline update brings it up to date."))
    }
    let found = try work.findings()
    let baseline = Baseline(found.entries)
    try work.write(baseline)
    Terminal.say(
      say(
        "已写入 \(work.file.shown)：\(found.audited.count) 份文档的 \(baseline.entries.count) 处问题",
        "wrote \(work.file.shown): \(baseline.entries.count) findings of \(found.audited.count) documents"))
    return found.isComplete ? .passed : .notDone
  }
}

/// `baseline update`: removes what is no longer there, and takes in what is new.
struct BaselineUpdateCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: say("按现状更新：删去已消除的，记入新出现的", "Brings it up to date: what is gone goes, what is new comes"))

  @OptionGroup var options: BaselineOptions

  @Flag(help: help("只删去已消除的，不记入新出现的", "Only remove what is gone; take nothing in."))
  var onlyRemove = false

  func perform() throws(CommandFailure) -> ExitStatus {
    try Interruption.heeded { () throws(CommandFailure) in try work() }
  }

  private func work() throws(CommandFailure) -> ExitStatus {
    let work = try options.work()
    let (change, isComplete) = try work.change()
    try work.write(onlyRemove ? change.shrunk : change.renewed)
    let listing = work.listing(change)
    Terminal.say(listing.summary.text(in: ChosenLanguage.current))
    if onlyRemove, change.added.count + change.grown.count > 0 {
      Terminal.say(
        say("新增和加重的没有记入（--only-remove）", "what is new or worse was not taken in (--only-remove)"))
    }
    return isComplete ? .passed : .notDone
  }
}

/// `baseline diff`: shows what is new and what is gone since.
struct BaselineDiffCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: say("列出新出现的和已消除的；有差别时退出状态为 1", "Shows what is new and what is gone; exit status 1 when anything is"))

  @OptionGroup var options: BaselineOptions

  @Option(help: help("输出格式：console 或 json", "console or json."))
  var format: String = "console"

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  func perform() throws(CommandFailure) -> ExitStatus {
    try Interruption.heeded { () throws(CommandFailure) in try work() }
  }

  private func work() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ListingFormat.self)
    let work = try options.work()
    let (change, isComplete) = try work.change()
    let display = Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor))
    try Output.standard().write(work.listing(change).rendered(as: format, display: display))
    if !isComplete { return .notDone }
    return change.isEmpty ? .passed : .fallsShort
  }
}
