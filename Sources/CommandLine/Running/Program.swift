import ArgumentParser
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program from its arguments to its exit status.
public enum Program {
  /// Runs the command that the arguments name, and ends the process.
  public static func main() -> Never {
    // A reader that goes away is seen as a failed write, which can be put into words.
    signal(SIGPIPE, SIG_IGN)
    let status = run(Array(Swift.CommandLine.arguments.dropFirst()))
    Interruption.endIfRequested()
    exit(status.rawValue)
  }

  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      var command = try command(arguments)
      guard let performer = command as? any Performing else {
        if command is RootCommand || command is RulesCommand || command is BaselineCommand {
          // Nothing was asked for: help is due, but a script that runs this by mistake must not take it for a pass.
          Terminal.say(RootCommand.helpMessage(for: type(of: command)))
          return .notDone
        }
        try command.run()
        return .passed
      }
      return try performer.perform()
    } catch let failure as CommandFailure {
      report(failure)
      return .notDone
    } catch {
      let text = RootCommand.fullMessage(for: error)
      if RootCommand.exitCode(for: error) == .success {
        do {
          try Output.standard().write(Array((text + "\n").utf8))
          return .passed
        } catch {
          return .notDone
        }
      }
      // ArgumentParser speaks English only; a Chinese reader is at least told what kind of trouble it is.
      Terminal.say(say("用法有误。\n", "") + text)
      return .notDone
    }
  }

  /// The command that the arguments name.
  ///
  /// The command itself is asked first: on the way through the root ArgumentParser makes the options of both, some of them twice, which
  /// takes as long as auditing a short report. Help, which comes as a command of its own, and mistakes go through the root, so that they
  /// name the whole program.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    let named = RootCommand.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let named, named.configuration.subcommands.isEmpty,
      let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named
    {
      return command
    }
    return try RootCommand.parseAsRoot(arguments)
  }

  /// Says on standard error what is wrong, the mistakes of files first.
  static func report(_ failure: CommandFailure) {
    report(failure.problems)
    for message in failure.messages {
      Terminal.say("fazhi-audit: " + message.text(in: ChosenLanguage.current))
    }
  }

  static func report(_ problems: [Problem]) {
    let printer = ProblemPrinter(language: ChosenLanguage.current)
    for problem in problems { Terminal.complain(printer.text(problem)) }
  }
}

/// A command that does something, and ends with a status of the contract.
protocol Performing {
  func perform() throws(CommandFailure) -> ExitStatus
}

/// The command without a subcommand.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fazhi-audit",
    abstract: say(
      "对照规则核查地方政府的年度报告，给出评分、依据和改法",
      "Audits Chinese local governments' annual reports on building a law-based government"),
    version: versionText,
    subcommands: [
      CheckCommand.self, ExtractCommand.self, BaselineCommand.self, CompareCommand.self, CopiesCommand.self,
      RulesCommand.self,
      InitCommand.self,
    ])
}
