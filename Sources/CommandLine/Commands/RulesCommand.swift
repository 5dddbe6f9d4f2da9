import ArgumentParser

/// `rules`: shows, explains, checks and tests the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: say("查看、解释、检查和测试规则", "Shows, explains, checks and tests the rules"),
    subcommands: [
      RulesListCommand.self, RulesExplainCommand.self, RulesValidateCommand.self, RulesTestCommand.self,
      RulesCoverageCommand.self, RulesSchemaCommand.self, RulesReferenceCommand.self, RulesSkeletonCommand.self,
      RulesDeriveCommand.self, RulesPhrasesCommand.self,
    ])
}
