import ArgumentParser
import Documents
import YAMLReading

/// The option that says which state of documents with tracked changes is read.
struct RevisionOptions: ParsableArguments {
  @Option(
    help: help(
      "Word 文档中未处理的修订：accepted（按已接受，默认）或 original（按修订前）",
      "Tracked changes in Word files: accepted (the default) or original, as before them."),
    completion: .words(of: RevisionView.self))
  var revisions: String?

  /// What the option says, else the configuration.
  func view(_ configuration: Configuration) throws(CommandFailure) -> RevisionView {
    guard let revisions else { return configuration.revisions?.value ?? .accepted }
    return try OptionValue.choice(revisions, of: "--revisions", as: RevisionView.self)
  }
}
