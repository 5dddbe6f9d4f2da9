import ArgumentParser
import SourceText

/// The language that the user chose, known before the arguments are parsed, so that help and usage errors speak it too.
enum ChosenLanguage {
  /// Chinese unless the arguments say `--lang en`.
  static let current: Language = {
    let arguments = Swift.CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang=en" { return .en }
      if argument == "--lang", index + 1 < arguments.count, arguments[index + 1] == "en" { return .en }
    }
    return .zh
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
