package import Matching
package import SourceText

/// A topic that reports treat: the words by which it is known, and how much of it counts as treatment.
package struct Topic: Sendable {
  /// The key by which rules name it.
  package var key: String
  /// What it is called.
  package var title: Wording
  /// Words in a heading that make its part the topic's own.
  package var headings: [Term]
  /// Words that name the topic.
  package var terms: [Term]
  /// Words that strengthen a passage and do not make one.
  package var support: [Term]
  /// Where it is looked for.
  package var places: [Place]
  /// How many sentences must name it where it has no part of its own.
  package var sentences: Int
  /// How many different terms they must use.
  package var distinctTerms: Int
  /// How many figures or titled documents its passages must hold.
  package var facts: Int

  /// A phrase with the spelling of the rule's author.
  package struct Term: Hashable, Sendable {
    /// What is searched for.
    package var phrase: PhraseID
    /// What the author wrote.
    package var words: String
  }

  /// The first terms, for messages.
  var shownTerms: String { terms.prefix(4).map(\.words).joined(separator: "、") }
}
