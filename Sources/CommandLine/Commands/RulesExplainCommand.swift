import ArgumentParser
import Rendering
import Rules
import SourceText
import YAMLReading

/// `rules explain`: what a rule asks, why, and on what basis.
struct RulesExplainCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: say("解释一条规则", "Explains a rule"))

  @Argument(help: help("规则编号，例如 section.leader-duty", "The rule's id, section.leader-duty say."))
  var id: String

  @Flag(help: help("不使用颜色", "No colour."))
  var noColor = false

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let pack = try ruleOptions.load()
    guard let rule = pack.rules.first(where: { $0.id == id }) else {
      let near = nearest(id, among: pack.rules.map(\.id))
      throw CommandFailure(
        Wording(
          zh: "没有规则 \(id)\(near.map { "，是否想写 \($0)？" } ?? "。")用 fazhi-audit rules list 查看全部规则。",
          en: "there is no rule \(id)\(near.map { "; did you mean \($0)?" } ?? ".") See fazhi-audit rules list."))
    }
    let display = Display(width: Terminal.width, isColoured: Terminal.isColoured(refused: noColor))
    let explanation = RuleExplanation(of: rule, in: pack, language: ChosenLanguage.current)
    try Output.standard().write(explanation.rendered(display: display))
    return .passed
  }
}
