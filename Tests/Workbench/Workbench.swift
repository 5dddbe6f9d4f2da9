import ArgumentParser

/// The tools with which the project measures itself: correctness, speed, memory.
@main
struct Workbench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbench", abstract: "Measures fazhi-audit on invented reports whose verdicts are known.",
    subcommands: [Accuracy.self, Samples.self, Generate.self, ManyRules.self, Bench.self, Read.self])
}
