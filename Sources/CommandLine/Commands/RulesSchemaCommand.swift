import ArgumentParser
import Rendering
import Rules
import SourceText

/// `rules schema`: the JSON Schema of rule files, for editors.
struct RulesSchemaCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: say("输出规则文件的 JSON Schema，供编辑器使用", "Prints the JSON Schema of rule files, for editors"))

  @Option(help: help("界面语言：zh 或 en", "The language: zh or en."))
  var lang: String?

  func perform() throws(CommandFailure) -> ExitStatus {
    if let lang { _ = try OptionValue.choice(lang, of: "--lang", as: Language.self) }
    let schema = RuleSchema(of: RuleGrammar(), language: ChosenLanguage.current)
    try Output.standard().write(schema.rendered())
    return .passed
  }
}
