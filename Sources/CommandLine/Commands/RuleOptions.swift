import ArgumentParser
import Rendering
import Rules
import SourceText
import YAMLReading

let versionText = Tool.version

/// The options of every command that takes rules.
struct RuleOptions: ParsableArguments {
  @Option(help: help("规则文件夹（含有 pack.yaml）", "The folder of the rules, with pack.yaml in it."), completion: .directory)
  var rules: String?

  @Option(
    help: help("配置文件；默认从当前文件夹向上寻找 .fazhi-audit.yaml", "The configuration; by default the nearest .fazhi-audit.yaml."),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Option(help: help("界面语言：zh 或 en", "The language: zh or en."), completion: .words(of: Language.self))
  var lang: String?

  /// Finds and loads the rules; says their warnings.
  func load() throws(CommandFailure) -> RulePack {
    try load(configuration())
  }

  /// Finds and loads the rules by a configuration that was read already; says their warnings.
  func load(_ configuration: Configuration) throws(CommandFailure) -> RulePack {
    try loadWithFiles(configuration).pack
  }

  /// The same, with the files that the rules were read from.
  func loadWithFiles(_ configuration: Configuration) throws(CommandFailure) -> RuleFolder.Loaded {
    let loaded = try RuleFolder.find(given: rules, configuration: configuration).load()
    Program.report(loaded.warnings)
    return loaded
  }

  func folder() throws(CommandFailure) -> RuleFolder {
    try RuleFolder.find(given: rules, configuration: try configuration())
  }

  /// The configuration for documents, or for the current folder; from now on the program speaks its language.
  func configuration(for documents: [String] = []) throws(CommandFailure) -> Configuration {
    if let lang { _ = try OptionValue.choice(lang, of: "--lang", as: Language.self) }
    let configuration = try Configuration.load(config, for: documents)
    if lang == nil, let language = configuration.language { ChosenLanguage.configure(language.value) }
    return configuration
  }
}
