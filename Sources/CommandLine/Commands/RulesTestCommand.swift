import ArgumentParser
import Rules
import SourceText
import Threads

/// `rules test`: audits the examples inside the rules and compares what comes out with what they claim, then breaks each rule on the samples.
struct RulesTestCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: say("运行规则中的示例，并在样本上逐条破坏规则", "Runs the examples inside the rules, and breaks each rule on samples"))

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let pack = try ruleOptions.load()
    let tester = RuleTester(pack: pack, samples: try SampleFiles.read(pack.samples))
    var failures = tester.failuresOfSamples()
    var (examples, mutations) = (0, 0)
    let test: @Sendable (Int) -> RuleTester.Result = { tester.test(rule: $0) }
    doInOrder(pack.rules.count, jobs: processorCount, test) { result in
      examples += result.examples
      mutations += result.mutations
      failures += result.failures
    }
    let language = ChosenLanguage.current
    var text = failures.map {
      "\($0.path):\($0.position.line):\($0.position.column): \($0.rule): \($0.message.text(in: language))\n"
    }.joined()
    text +=
      failures.isEmpty
      ? say("\(examples) 个示例、\(mutations) 项改动全部相符\n", "all \(examples) examples and \(mutations) mutations hold\n")
      : say(
        "\(examples) 个示例、\(mutations) 项改动中有 \(failures.count) 处不符\n",
        "\(failures.count) failures in \(examples) examples and \(mutations) mutations\n")
    text += untried(in: pack)
    try Output.standard().write(Array(text.utf8))
    return failures.isEmpty ? .passed : .fallsShort
  }

  /// The rules that no mutation breaks, where that is allowed.
  private func untried(in pack: RulePack) -> String {
    if pack.needsMutations { return "" }
    let ids = pack.rules.filter(\.mutations.isEmpty).map(\.id)
    if ids.isEmpty { return "" }
    let shown = ids.prefix(5).joined(separator: say("、", ", ")) + (ids.count > 5 ? say("……", ", …") : "")
    return say(
      "注意：\(ids.count) 条规则没有 mutations，破坏样本后会不会变没有试过：\(shown)\n",
      "note: \(ids.count) rules have no `mutations`, so nobody has seen them break: \(shown)\n")
  }
}
