/// The lists by which checks judge a report's language, each under the name that rules use.
package struct LanguageLists: Sendable {
  /// Wrong words and what is right.
  package var terms: [TermList] = []
  /// Set phrases that are to be written exactly.
  package var phrases: [PhraseList] = []
  /// Events and instruments with the dates from which they may be named.
  package var timelines: [Timeline] = []
  /// Names with their spellings.
  package var names: [NameList] = []

  /// No list at all.
  package init() {}
}
