import ArgumentParser
import Rules
import SourceText

/// `rules validate`: loads the rules and shows every mistake in them.
struct RulesValidateCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: say("检查规则文件", "Checks the rule files"))

  @Flag(help: help("有提醒（不起作用的规则、词语等）也算不通过", "Fail on warnings too: rules, credits and words that do nothing."))
  var strict = false

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let folder = try ruleOptions.folder()
    let loaded = try folder.load()
    let remarks = loaded.warnings + analyseRules(RuleFiles(loaded.layers.flatMap(\.files)))
    Program.report(remarks)
    let count = loaded.pack.rules.count
    let noted = remarks.isEmpty ? "" : say("，\(remarks.count) 处提醒", ", \(remarks.count) warnings")
    let text = say(
      "\(folder.path.shown)：\(count) 条规则，没有错误\(noted)\n",
      "\(folder.path.shown): \(count) rules, no mistakes\(noted)\n")
    try Output.standard().write(Array(text.utf8))
    return strict && !remarks.isEmpty ? .fallsShort : .passed
  }
}
