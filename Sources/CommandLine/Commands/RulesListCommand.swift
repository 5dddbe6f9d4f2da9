import ArgumentParser
import Rendering
import Rules
import SourceText

/// `rules list`: a table of all rules.
struct RulesListCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出全部规则", "Lists all rules"))

  @Option(help: help("输出格式：console 或 json", "console or json."))
  var format: String = "console"

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ListingFormat.self)
    let catalogue = RuleCatalogue(of: try ruleOptions.load(), language: ChosenLanguage.current)
    try Output.standard().write(catalogue.rendered(as: format, display: Display(width: Terminal.width)))
    return .passed
  }
}
