import ArgumentParser
import Rendering
import Rules
import SourceText

let versionText = Tool.version

/// The options of every command that takes rules.
struct RuleOptions: ParsableArguments {
  @Option(help: help("规则文件夹（含有 pack.yaml）", "The folder of the rules, with pack.yaml in it."))
  var rules: String?

  @Option(
    help: help("配置文件；默认从当前文件夹向上寻找 .fazhi-audit.yaml", "The configuration; by default the nearest .fazhi-audit.yaml."))
  var config: String?

  @Option(help: help("界面语言：zh 或 en", "The language: zh or en."))
  var lang: String?

  /// Finds and loads the rules; says their warnings.
  func load() throws(CommandFailure) -> RulePack {
    let (pack, warnings) = try folder().load()
    Program.report(warnings)
    return pack
  }

  func folder() throws(CommandFailure) -> RuleFolder {
    try checkLanguage()
    return try RuleFolder.find(given: rules, configured: try Configuration.load(config).rules)
  }

  private func checkLanguage() throws(CommandFailure) {
    if let lang { _ = try OptionValue.choice(lang, of: "--lang", as: Language.self) }
  }
}
