import ArgumentParser
import Documents
import Rendering
import Reports
import Rules
import Scoring
import SourceText
import YAMLReading

/// `rules explain`: what a rule asks, why, and on what basis.
struct RulesExplainCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: say("解释一条规则", "Explains a rule"))

  @Argument(help: help("规则编号，例如 section.leader-duty", "The rule's id, section.leader-duty say."))
  var id: String

  @Option(
    help: help("一份文档；说明这条规则在其中找到了什么、为什么", "A document, to see what the rule finds in it and why."), completion: .file())
  var document: String?

  @Option(help: help("核查口径；默认按文档的层级和阶段选定", "The profile; by default as the document's level and stage ask."))
  var profile: String?

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let configuration = try ruleOptions.configuration(for: document.map { [$0] } ?? [])
    let pack = try ruleOptions.load(configuration)
    guard let index = pack.rules.firstIndex(where: { $0.id == id }) else {
      let near = nearest(id, among: pack.rules.map(\.id))
      throw CommandFailure(
        Wording(
          zh: "没有规则 \(id)\(near.map { "，是否想写 \($0)？" } ?? "。")用 fazhi-audit rules list 查看全部规则。",
          en: "there is no rule \(id)\(near.map { "; did you mean \($0)?" } ?? ".") See fazhi-audit rules list."))
    }
    let display = Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor))
    let explanation = RuleExplanation(of: pack.rules[index], in: pack, language: ChosenLanguage.current)
    var bytes = explanation.rendered(display: display)
    if let document {
      let trial = try trial(of: index, in: pack, on: document, limits: configuration.documentLimits)
      bytes += trial.rendered(display: display)
    }
    try Output.standard().write(bytes)
    return .passed
  }

  private func trial(
    of index: Int, in pack: RulePack, on name: String, limits: DocumentLimits
  ) throws(CommandFailure) -> RuleTrial {
    try OptionValue.profile(profile, in: pack)
    let document = try decode(.file(FilePath(name)), name: name, limits: limits)
    let report = pack.reader.read(document, automaton: pack.automaton, given: GivenFacts())
    let profile = pack.profile(for: report, named: profile)
    let findings = pack.judge(report, profile: profile, language: ChosenLanguage.current)
    let audit = Audit(report: report, findings: findings, pack: pack, profile: profile, gate: Gate())
    return RuleTrial(of: index, in: audit, pack: pack, path: name, language: ChosenLanguage.current)
  }
}
