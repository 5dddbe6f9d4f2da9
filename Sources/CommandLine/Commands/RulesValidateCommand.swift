import ArgumentParser
import Rules
import SourceText

/// `rules validate`: loads the rules and shows every mistake in them.
struct RulesValidateCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: say("检查规则文件", "Checks the rule files"))

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let folder = try ruleOptions.folder()
    let (pack, warnings) = try folder.load()
    Program.report(warnings)
    let count = pack.rules.count
    try Output.standard().write(
      Array(
        (say(
          "\(folder.path.shown)：\(count) 条规则，没有错误", "\(folder.path.shown): \(count) rules, no mistakes") + "\n").utf8))
    return .passed
  }
}
