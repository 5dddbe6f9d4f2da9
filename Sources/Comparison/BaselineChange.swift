extension Baseline {
  /// What a baseline has to become, now that documents were audited anew.
  public struct Change: Sendable {
    /// Findings that it does not hold.
    public fileprivate(set) var added: [Entry] = []
    /// Findings that it holds, but that were less bad then or had fewer places.
    public fileprivate(set) var grown: [Entry] = []
    /// What it holds and what nothing answers to any more.
    public fileprivate(set) var gone: [Entry] = []
    /// How many findings it holds as they are, or that have become fewer.
    public fileprivate(set) var kept = 0
    /// The baseline of what is found now, without what was added or has grown.
    public fileprivate(set) var shrunk = Baseline([])
    /// The baseline of all that is found now.
    public fileprivate(set) var renewed = Baseline([])

    /// Whether the baseline is as it should be.
    public var isEmpty: Bool { added.isEmpty && grown.isEmpty && gone.isEmpty }
  }

  /// Compares what it holds with what is found now.
  ///
  /// - Parameters:
  ///   - now: the findings of all documents that were audited.
  ///   - audited: the documents that were audited; what it holds of others stays, unless they are gone.
  ///   - gone: the documents that are not there any more.
  public func change(to now: [Entry], audited: Set<String>, gone: Set<String>) -> Change {
    var change = Change()
    var shrunk: [Entry] = []
    var renewed: [Entry] = []
    var answered: Set<Int> = []
    for entry in now {
      renewed.append(entry)
      guard let position = entries(of: entry.document).first(where: { entries[$0].rule == entry.rule }) else {
        change.added.append(entry)
        continue
      }
      answered.insert(position)
      if entries[position].covers(entry) {
        change.kept += 1
        shrunk.append(entry)
      } else {
        change.grown.append(entry)
        shrunk.append(entries[position])
      }
    }
    for (position, entry) in entries.enumerated() where !answered.contains(position) {
      if audited.contains(entry.document) || gone.contains(entry.document) {
        change.gone.append(entry)
      } else {
        change.kept += 1
        shrunk.append(entry)
        renewed.append(entry)
      }
    }
    change.shrunk = Baseline(shrunk)
    change.renewed = Baseline(renewed)
    return change
  }
}
