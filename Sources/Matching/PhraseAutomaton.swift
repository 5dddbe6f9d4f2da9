package import SourceText

/// An Aho-Corasick automaton that finds all phrases of a set in one pass over a folded text.
///
/// Overlapping and nested occurrences are all found.
package struct PhraseAutomaton: Sendable {
  package init(_ set: PhraseSet) {
    fatalError("helper B")
  }

  /// All occurrences of all phrases.
  package func scan(_ text: FoldedText) -> PhraseMatches {
    fatalError("helper B")
  }
}

/// Where each phrase of a set occurs in one folded text.
package struct PhraseMatches: Sendable {
  /// The occurrences of a phrase, ascending.
  package func ranges(of phrase: PhraseID) -> [FoldedRange] {
    fatalError("helper B")
  }

  /// The first occurrence of a phrase that lies wholly inside `range`.
  package func first(of phrase: PhraseID, in range: FoldedRange) -> FoldedRange? {
    fatalError("helper B")
  }

  /// Calls `visit` for each occurrence inside `range`, ascending, until it returns false.
  package func each(of phrase: PhraseID, in range: FoldedRange, _ visit: (FoldedRange) -> Bool) {
    fatalError("helper B")
  }
}
