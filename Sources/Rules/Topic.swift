public import Matching
public import SourceText

/// A topic that reports treat: the words by which it is known, and how much of it counts as treatment.
public struct Topic: Sendable {
  /// The key by which rules name it.
  public var key: String
  /// What it is called.
  public var title: Wording
  /// Words in a heading that make its part the topic's own.
  public var headings: [Term]
  /// Words that name the topic.
  public var terms: [Term]
  /// Words that strengthen a passage and do not make one.
  public var support: [Term]
  /// Where it is looked for.
  public var places: [Place]
  /// How many sentences must name it where it has no part of its own.
  public var sentences: Int
  /// How many different terms they must use.
  public var distinctTerms: Int
  /// How many figures or titled documents its passages must hold.
  public var facts: Int

  /// A phrase with the spelling of the rule's author.
  public struct Term: Hashable, Sendable {
    /// What is searched for.
    public var phrase: PhraseID
    /// What the author wrote.
    public var words: String
  }

  /// The first terms, for messages.
  var shownTerms: String { terms.prefix(4).map(\.words).joined(separator: "、") }
}
