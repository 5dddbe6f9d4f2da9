import SourceText

/// Why a command could not do what it was asked for; ends it with exit status 2.
struct CommandFailure: Error {
  var messages: [Wording]
  /// The mistakes in the user's own files that led to it.
  var problems: [Problem]

  init(_ message: Wording) {
    messages = [message]
    problems = []
  }

  init(_ problems: [Problem], _ message: Wording) {
    messages = [message]
    self.problems = problems
  }
}
