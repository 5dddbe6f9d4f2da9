import ArgumentParser
import Rendering
import Rules
import SourceText

/// `rules reference`: the rule language and the pack's rules as a Markdown page.
struct RulesReferenceCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: say("输出规则语言和规则目录的参考（Markdown）", "Prints the reference of the rule language and the rules (Markdown)"))

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let reference = RuleReference(of: RuleGrammar(), pack: try ruleOptions.load(), language: ChosenLanguage.current)
    try Output.standard().write(reference.rendered())
    return .passed
  }
}
