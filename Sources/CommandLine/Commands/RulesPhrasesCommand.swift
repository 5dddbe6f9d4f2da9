import ArgumentParser
import Matching
import Rules

/// `rules phrases`: every phrase that texts are searched for, for the yardstick of `make bench`.
struct RulesPhrasesCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "phrases", abstract: say("列出规则中的全部词语", "Lists every phrase of the rules"), shouldDisplay: false)

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    var bytes: [UInt8] = []
    let phrases = try ruleOptions.load().phrases.phrases.sorted { $0.lexicographicallyPrecedes($1) }
    for phrase in phrases { bytes += phrase + [0x0A] }
    try Output.standard().write(bytes)
    return .passed
  }
}
