import ArgumentParser
import SourceText
import Synchronization

/// The language that the user chose, known before the arguments are parsed, so that help and usage errors speak it too.
enum ChosenLanguage {
  /// What the arguments say, else the configuration once it is read, else Chinese.
  static var current: Language { argued ?? configured.withLock { $0 } ?? .zh }

  private static let configured = Mutex<Language?>(nil)

  /// From now on speaks the language of the configuration, unless the arguments ask for one.
  static func configure(_ language: Language) {
    configured.withLock { $0 = language }
  }

  private static let argued: Language? = {
    let arguments = Swift.CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
      if argument == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
    }
    return nil
  }()
}

/// A sentence in the chosen language.
func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
  switch ChosenLanguage.current {
  case .zh: zh()
  case .en: en()
  }
}

/// A help text in the chosen language.
func help(_ zh: String, _ en: String) -> ArgumentHelp { ArgumentHelp(stringLiteral: say(zh, en)) }
