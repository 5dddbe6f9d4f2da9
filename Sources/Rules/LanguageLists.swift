/// The lists by which checks judge a report's language, each under the name that rules use.
public struct LanguageLists: Sendable {
  /// Wrong words and what is right.
  public var terms: [TermList] = []
  /// Set phrases that are to be written exactly.
  public var phrases: [PhraseList] = []
  /// Events and instruments with the dates from which they may be named.
  public var timelines: [Timeline] = []
  /// Names with their spellings.
  public var names: [NameList] = []

  /// No list at all.
  public init() {}
}
