import ArgumentParser
import Rendering
import Rules
import SourceText

/// `rules list`: a table of all rules.
struct RulesListCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出全部规则", "Lists all rules"))

  @Option(help: help("输出格式：console 或 json", "console or json."), completion: .words(of: ListingFormat.self))
  var format: String = "console"

  @Option(
    help: help("按某一口径显示，例如 county 或 county-draft", "As a profile puts them, county or county-draft say."))
  var profile: String?

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let format = try OptionValue.choice(format, of: "--format", as: ListingFormat.self)
    let pack = try ruleOptions.load()
    let profile = try OptionValue.profile(profile, in: pack)
    let catalogue = RuleCatalogue(of: pack, profile: profile, language: ChosenLanguage.current)
    try Output.standard().write(catalogue.rendered(as: format, display: Display(width: Terminal.width)))
    return .passed
  }
}
