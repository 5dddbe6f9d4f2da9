public import SourceText

/// Something about a document that its text does not show and its reader should know.
public struct DocumentNote: Hashable, Sendable {
  public var kind: Kind
  /// Who wrote the comment or made the change; nil where the file doesn't say.
  public var author: String?
  /// The comment's text, or the characters that were put in or taken out; for other kinds what there is to say.
  public var text: Wording
  /// The place in the decoded text; empty for a place between two characters.
  public var range: TextRange

  public init(kind: Kind, author: String? = nil, text: Wording, range: TextRange) {
    self.kind = kind
    self.author = author
    self.text = text
    self.range = range
  }

  public enum Kind: String, CaseIterable, Sendable {
    /// A comment that nobody has marked as done.
    case comment
    /// Tracked changes that nobody has accepted or refused.
    case insertion, deletion, move
    /// Text in the margin of the pages that was left out.
    case header, footer
    /// The file's name announces another format than it has.
    case wrongExtension = "wrong-extension"
    /// Something in the file could not be understood and was left out.
    case omission
  }
}
