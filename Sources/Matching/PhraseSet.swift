import SourceText

/// The number under which a phrase is known to a `PhraseSet` and to the matches of a scan.
public struct PhraseID: Hashable, Sendable {
  public let index: Int32

  public init(index: Int32) { self.index = index }
}

/// All phrases of a rule pack, each once, in folded spelling.
///
/// Everything that searches for a phrase adds it here while the pack is compiled; a text is then searched once for all of them.
public struct PhraseSet: Sendable {
  public private(set) var phrases: [[UInt8]] = []
  private var known: [Spelling: PhraseID] = [:]

  /// A phrase as a key: hashed in one piece, where an array would hand over byte after byte.
  private struct Spelling: Hashable {
    var bytes: [UInt8]

    func hash(into hasher: inout Hasher) {
      unsafe bytes.withUnsafeBytes { bytes in unsafe hasher.combine(bytes: bytes) }
    }
  }

  public init() {}

  /// The number of `phrase`, which is added when it is new, or nil when folding leaves nothing of it.
  public mutating func add(_ phrase: String) -> PhraseID? {
    add(folded: FoldedText.fold(phrase))
  }

  /// The number of a phrase that is in folded spelling already, such as a pattern's `requiredLiteral`; nil when empty.
  public mutating func add(folded: [UInt8]) -> PhraseID? {
    if folded.isEmpty { return nil }
    let spelling = Spelling(bytes: folded)
    if let id = known[spelling] { return id }
    let id = PhraseID(index: Int32(truncatingIfNeeded: phrases.count))
    phrases.append(folded)
    known[spelling] = id
    return id
  }
}
