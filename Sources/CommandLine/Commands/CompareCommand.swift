import ArgumentParser
import Comparison
import Documents
import Rendering
import Reports
import Rules
import Scoring
import SourceText
import Threads
import YAMLReading

/// `compare`: shows what two audits, or the reports of two years, differ in.
struct CompareCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: say(
      "对比两次核查（JSON）或者两份报告、两个年度的文件夹：得分差、变好和变差的项目",
      "Compares two audits (JSON), or two reports or folders: score differences, what got better and worse"))

  @OptionGroup var audit: AuditOptions

  @Option(
    help: help(
      "输出格式：\(ComparisonFormat.allCases.map(\.rawValue).joined(separator: "、"))",
      "\(ComparisonFormat.allCases.map(\.rawValue).joined(separator: ", "))."))
  var format: String = "console"

  @Option(help: help("写入这个文件", "Write to this file."))
  var output: String?

  @Flag(help: help("有报告变差时退出状态为 1", "Exit with 1 when a report has become worse."))
  var failIfWorse = false

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  func perform() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ComparisonFormat.self)
    if audit.paths.count != 2 || audit.paths.contains("-") {
      throw CommandFailure(
        Wording(
          zh: "compare 需要两个参数：前一次和后一次的核查结果（JSON）、报告或者文件夹。",
          en: "compare takes two arguments, the old and the new: audits in JSON, reports or folders."))
    }
    let configuration = try audit.ruleOptions.configuration(for: audit.paths)
    let pack = try audit.ruleOptions.load(configuration)
    let old = try side(audit.paths[0], configuration, pack)
    let new = try side(audit.paths[1], configuration, pack)
    // What two names of one body are, the rules know.
    let names = BodyNames(pack.vocabulary)
    let comparison = AuditComparison(old: old.records, new: new.records, names: names)
    let target: Output = if let output { try Output(file: FilePath(output)) } else { .standard() }
    let display =
      output == nil
      ? Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor)) : Display()
    let listing = ComparisonListing(of: comparison, language: ChosenLanguage.current)
    try target.write(listing.rendered(as: format, display: display))
    try target.finish()
    if comparison.pairs.isEmpty {
      throw CommandFailure(
        Wording(
          zh: "两边没有一份报告能对应起来，什么也没有对比。",
          en: "no report of one side has a counterpart on the other, so nothing was compared."))
    }
    if !old.isComplete || !new.isComplete { return .notDone }
    return failIfWorse && comparison.isWorse ? .fallsShort : .passed
  }

  /// One of the two audits.
  fileprivate struct Side {
    var records: [AuditRecord]
    /// Whether everything that was named could be audited.
    var isComplete: Bool
  }

  private func side(
    _ path: String, _ configuration: Configuration, _ pack: RulePack
  ) throws(CommandFailure) -> Side {
    if FilePath(path).fileExtension == "json" { return try side(reading: FilePath(path)) }
    var options = audit
    options.paths = [path]
    let auditor = try options.auditor(configuration, pack: pack)
    let work: @Sendable (Int) -> AuditRecord = { AuditRecord(of: auditor.judge($0), run: auditor.run) }
    var side = Side(records: [], isComplete: auditor.isComplete)
    var progress = Progress(total: auditor.documents.count)
    doInOrder(auditor.documents.count, jobs: try OptionValue.jobs(audit.jobs, configuration), work) { record in
      side.records.append(record)
      progress.advance()
    }
    progress.finish()
    side.note()
    return side
  }

  private func side(reading file: FilePath) throws(CommandFailure) -> Side {
    let source = try UserFile(file, what: Wording(zh: "核查结果", en: "the audit"), limits: .ofOwnFiles)
    var problems: [Problem] = []
    guard let records = AuditRecord.read(path: file.shown, bytes: source.bytes, problems: &problems) else {
      throw CommandFailure(
        problems,
        Wording(
          zh: "\(file.shown) 不是可以对比的核查结果；请用 check --format json 生成。",
          en: "\(file.shown) is no audit that can be compared; check --format json writes one."))
    }
    var side = Side(records: records, isComplete: true)
    side.note()
    return side
  }
}

extension CompareCommand.Side {
  /// Says which documents could not be read, since they compare with nothing.
  fileprivate mutating func note() {
    for record in records where record.outcome == Outcome.unreadable.rawValue {
      isComplete = false
      Program.report(
        CommandFailure(
          Wording(zh: "\(record.path)：无法读取，不能对比", en: "\(record.path): unreadable, so it can't be compared")))
    }
  }
}
