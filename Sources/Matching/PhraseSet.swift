import SourceText

/// The number under which a phrase is known to a `PhraseSet` and to the matches of a scan.
package struct PhraseID: Hashable, Sendable {
  package let index: Int32

  package init(index: Int32) { self.index = index }
}

/// All phrases of a rule pack, each once, in folded spelling.
///
/// Everything that searches for a phrase adds it here while the pack is compiled; a text is then searched once for all of them.
package struct PhraseSet: Sendable {
  package private(set) var phrases: [[UInt8]] = []
  private var known: [[UInt8]: PhraseID] = [:]

  package init() {}

  /// The number of `phrase`, which is added when it is new, or nil when folding leaves nothing of it.
  package mutating func add(_ phrase: String) -> PhraseID? {
    let folded = FoldedText.fold(phrase)
    if folded.isEmpty { return nil }
    if let id = known[folded] { return id }
    let id = PhraseID(index: Int32(phrases.count))
    phrases.append(folded)
    known[folded] = id
    return id
  }
}
