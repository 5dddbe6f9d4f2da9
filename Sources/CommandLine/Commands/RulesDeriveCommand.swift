import ArgumentParser
import Rendering
import Reports
import Rules
import SourceText

/// `rules derive`: a draft of rules from a good document.
struct RulesDeriveCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "derive", abstract: say("根据一份写得好的文档起草章节规则", "Drafts rules on parts and headings from a good document"))

  @Argument(help: help("一份写得好的文档", "A good document."), completion: .file())
  var file: String

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let configuration = try ruleOptions.configuration(for: [file])
    let pack = try ruleOptions.load(configuration)
    let document = try decode(.file(FilePath(file)), name: file, limits: configuration.documentLimits)
    let report = pack.reader.read(document, automaton: pack.automaton, given: GivenFacts())
    let rules = DerivedRules(from: report, pack: pack, path: file, language: ChosenLanguage.current)
    try Output.standard().write(rules.rendered())
    return .passed
  }
}
