import ArgumentParser
import Documents
import Rendering
import Reports
import Rules
import SourceText

/// `rules test`: audits the examples inside the rules and compares what comes out with what they claim.
struct RulesTestCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: say("运行规则中的示例", "Runs the examples inside the rules"))

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let pack = try ruleOptions.load()
    var text = ""
    var count = 0
    var failures = 0
    for (index, rule) in pack.rules.enumerated() {
      for example in rule.examples {
        count += 1
        guard let failure = failure(of: example, rule: index, in: pack) else { continue }
        failures += 1
        let place = "\(rule.path):\(example.position.line):\(example.position.column)"
        text += "\(place): \(rule.id): \(failure.text(in: ChosenLanguage.current))\n"
      }
    }
    text +=
      failures == 0
      ? say("\(count) 个示例全部相符\n", "all \(count) examples hold\n")
      : say("\(count) 个示例中有 \(failures) 个不符\n", "\(failures) of \(count) examples do not hold\n")
    try Output.standard().write(Array(text.utf8))
    return failures == 0 ? .passed : .fallsShort
  }

  /// What an example gave instead of what it claims, or nil when it holds.
  private func failure(of example: Rule.Example, rule: Int, in pack: RulePack) -> Wording? {
    let decoded: DecodedDocument
    do throws(DocumentError) {
      decoded = try decodeDocument(Array(example.text.utf8), name: "example.txt")
    } catch {
      return error.message
    }
    let findings = pack.audit(decoded, given: GivenFacts()).findings
    guard let finding = findings.first(where: { $0.rule == rule }) else {
      return Wording(zh: "规则没有给出结论", en: "the rule said nothing")
    }
    if example.expected.accepts(finding.status) { return nil }
    let (expected, seen) = (example.expected.words, finding.status.words)
    return Wording(
      zh: "应为“\(expected.zh)”，实为“\(seen.zh)”：\(finding.message.zh)",
      en: "should be “\(expected.en)” but is “\(seen.en)”: \(finding.message.en)")
  }
}
