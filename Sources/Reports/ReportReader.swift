package import Documents
package import Matching

/// Reads decoded documents as reports; compiled once from a pack's vocabulary and recognisers.
package struct ReportReader: Sendable {
  package init(vocabulary: Vocabulary, phrases: inout PhraseSet) {}

  /// Reads one document.
  package func read(_ document: DecodedDocument, automaton: PhraseAutomaton, given: GivenFacts) -> Report {
    fatalError("lead")
  }
}

/// Facts about a document that the user gave and that no reading overrides.
package struct GivenFacts: Hashable, Sendable {
  package var year: Int?
  package var published: CalendarDate?
  package var stage: Stage?
  package var level: Level?

  package init() {}
}
