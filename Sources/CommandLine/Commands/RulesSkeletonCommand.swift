import ArgumentParser
import Rendering
import Reports
import Rules
import SourceText

/// `rules skeleton`: the outline of a report that the rules would accept.
struct RulesSkeletonCommand: ParsableCommand, Performing {
  static let configuration = CommandConfiguration(
    commandName: "skeleton",
    abstract: say("按规则生成报告提纲，附写作提示", "Prints the outline of a report that would pass, with guidance"))

  @Option(
    help: help(
      "机关层级：ministry、province、city、county、township、subdistrict 或 department", "The level of the body, county say."),
    completion: .words(of: Level.self))
  var level: String = Level.county.rawValue

  @Option(help: help("报告年度，例如 2025", "The report year, 2025 say."))
  var year: String

  @OptionGroup var ruleOptions: RuleOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    let level = try OptionValue.choice(level, of: "--level", as: Level.self)
    let year = try OptionValue.number(year, of: "--year", in: 1949...2999)
    let pack = try ruleOptions.load()
    let skeleton = ReportSkeleton(of: pack, level: level, year: year, language: ChosenLanguage.current)
    try Output.standard().write(skeleton.rendered())
    return .passed
  }
}
