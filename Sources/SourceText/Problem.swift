/// A mistake in a file that our user wrote: a rule file, a configuration, a list of waivers.
///
/// It holds the facts; `ProblemPrinter` words them as `path:line:column: error: …` with the line and a caret.
public struct Problem: Error, Hashable, Sendable {
  /// What went wrong and, where it helps, what would be right.
  public var message: Wording
  /// The file as the user named it.
  public var path: String
  /// Where in the file, or nil when the file as a whole is meant.
  public var place: Place?
  public var severity: Severity

  /// A place in the user's file, with what is needed to show it.
  public struct Place: Hashable, Sendable {
    public var position: Position
    /// The whole line, without its line end.
    public var line: String
    /// How many code points the caret underlines, at least 1.
    public var width: Int

    public init(position: Position, line: String, width: Int) {
      self.position = position
      self.line = line
      self.width = width
    }
  }

  /// An error stops the run with exit status 2; a warning is only said.
  public enum Severity: Sendable {
    case error
    case warning
  }

  public init(_ message: Wording, path: String, place: Place? = nil, severity: Severity = .error) {
    self.message = message
    self.path = path
    self.place = place
    self.severity = severity
  }
}
