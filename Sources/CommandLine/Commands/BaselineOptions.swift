import ArgumentParser
import Comparison
import Documents
import Rendering
import Rules
import SourceText
import Threads
import YAMLReading

/// The options of the commands that deal with a baseline: what is audited, and the baseline's file.
struct BaselineOptions: ParsableArguments {
  @OptionGroup var audit: AuditOptions

  @Option(
    help: help("基线文件；默认取配置中的 baseline", "The baseline's file; by default `baseline` of the configuration."),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  /// Loads all that the work needs, but not the baseline.
  func work() throws(CommandFailure) -> BaselineWork {
    let configuration = try audit.ruleOptions.configuration(for: audit.paths)
    guard let file = baseline.map({ FilePath($0) }) ?? configuration.baseline.map({ configuration.path($0) }) else {
      throw CommandFailure(
        Wording(
          zh: "请用 --baseline 指定基线文件，或写在配置的 baseline 里。",
          en: "name the baseline's file with --baseline, or as `baseline` in the configuration."))
    }
    let jobs = try OptionValue.jobs(audit.jobs, configuration)
    let pack = try audit.ruleOptions.load(configuration)
    return BaselineWork(file: file, auditor: try audit.auditor(configuration, pack: pack), jobs: jobs)
  }
}

/// A baseline's file, and the documents that are held against it.
struct BaselineWork {
  let file: FilePath
  private var auditor: Auditor
  private let jobs: Int

  init(file: FilePath, auditor: Auditor, jobs: Int) {
    self.file = file
    self.auditor = auditor
    self.jobs = jobs
    self.auditor.countBaselinePaths(from: file)
  }

  /// What was found in the documents that could be audited.
  struct Found: Sendable {
    var entries: [Baseline.Entry] = []
    var audited: Set<String> = []
    /// Whether everything that was named could be audited.
    var isComplete: Bool
  }

  /// Audits the documents; says which could not be read.
  func findings() throws(CommandFailure) -> Found {
    let auditor = auditor
    var found = Found(isComplete: auditor.isComplete)
    var progress = Progress(total: auditor.documents.count)
    let audit: @Sendable (Int) -> Piece = { Piece(of: auditor.judge($0), name: auditor.nameInBaseline($0)) }
    try doInOrder(auditor.documents.count, jobs: jobs, audit) { (piece: Piece) throws(CommandFailure) in
      progress.advance()
      try Interruption.check()
      if let trouble = piece.trouble {
        found.isComplete = false
        Program.report(CommandFailure(trouble))
      } else {
        found.audited.insert(piece.name)
        found.entries += piece.entries
      }
    }
    progress.finish()
    return found
  }

  /// What is kept of one document.
  private struct Piece: Sendable {
    var name: String
    var entries: [Baseline.Entry] = []
    var trouble: Wording?

    init(of document: AuditedDocument, name: String) {
      self.name = name
      switch document.result {
      case .unreadable(let error):
        trouble = Wording(
          zh: "\(document.path)：\(error.message.zh)", en: "\(document.path): \(error.message.en)")
      case .audited(let audit):
        entries = audit.findings.compactMap { finding in
          Baseline.Entry(finding, rule: audit.rules[finding.rule], document: name, report: audit.report)
        }
      }
    }
  }

  /// What differs between the file and what is found now.
  func change() throws(CommandFailure) -> (change: Baseline.Change, isComplete: Bool) {
    let baseline = try Baseline.read(file).baseline
    let found = try findings()
    let gone = auditor.goneDocuments(of: baseline)
    return (baseline.change(to: found.entries, audited: found.audited, gone: gone), found.isComplete)
  }

  func listing(_ change: Baseline.Change) -> BaselineListing {
    BaselineListing(change, path: file.shown, pack: auditor.run.pack, language: ChosenLanguage.current)
  }

  /// Puts the file in the place of the old one.
  func write(_ baseline: Baseline) throws(CommandFailure) {
    let output = try Output(file: file)
    try output.write(BaselineFile(baseline, pack: auditor.run.pack).bytes)
    try output.finish()
  }
}

extension Baseline {
  /// Reads the user's file; a mistake in it ends the command.
  static func read(_ path: FilePath) throws(CommandFailure) -> (baseline: Baseline, source: UserFile) {
    let source = try UserFile(path, what: Wording(zh: "基线", en: "the baseline"), limits: .ofOwnFiles)
    var problems: [Problem] = []
    guard let baseline = Baseline(path: path.shown, bytes: source.bytes, problems: &problems) else {
      throw CommandFailure(
        problems,
        Wording(
          zh: "\(path.shown) 不是可用的基线；可以用 baseline create 重新生成。",
          en: "\(path.shown) is no baseline that can be used; baseline create makes a new one."))
    }
    return (baseline, source)
  }
}
