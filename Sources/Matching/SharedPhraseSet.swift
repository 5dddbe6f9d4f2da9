import SourceText
import Synchronization

/// A `PhraseSet` to which several threads add at once.
///
/// Who comes first decides which number a phrase gets; nobody looks at numbers but to ask where the phrase is.
public final class SharedPhraseSet: Sendable {
  private let set = Mutex(PhraseSet())

  /// Takes a set over; from then on it is reached through this object only.
  public init() {}

  /// The number of `phrase`, which is added when it is new, or nil when folding leaves nothing of it.
  public func add(_ phrase: String) -> PhraseID? {
    add(folded: FoldedText.fold(phrase))
  }

  /// The number of a phrase that is in folded spelling already; nil when empty.
  public func add(folded: [UInt8]) -> PhraseID? {
    set.withLock { $0.add(folded: folded) }
  }

  /// All phrases, which are handed over: none are left behind.
  public func take() -> PhraseSet {
    set.withLock { set in
      defer { set = PhraseSet() }
      return set
    }
  }
}
