/// The way from folded offsets back to the source: one stretch for each change of pace, found by binary search.
///
/// Most of a text is copied, so a list of stretches is far smaller than an offset for each byte, and faster to write.
public struct SourceMap: Sendable {
  /// A run of folded characters of one width that stand for source characters of one width.
  struct Stretch: Sendable {
    var folded: UInt32
    var source: UInt32
    /// Bytes of one folded character and of what it stands for; both 1 where bytes were copied.
    var foldedUnit: UInt32
    var sourceUnit: UInt32
  }

  private(set) var stretches: [Stretch] = []

  public init(capacity: Int) {
    stretches.reserveCapacity(capacity)
  }

  /// Notes that the folded bytes from `folded` on stand for the source from `source` on.
  ///
  /// Called in ascending order. Offsets are kept in 32 bits: documents are refused long before 4 GiB.
  @inline(__always)
  public mutating func append(folded: Int, source: Int, foldedUnit: Int = 1, sourceUnit: Int = 1) {
    let next = Stretch(
      folded: UInt32(truncatingIfNeeded: folded), source: UInt32(truncatingIfNeeded: source),
      foldedUnit: UInt32(truncatingIfNeeded: foldedUnit), sourceUnit: UInt32(truncatingIfNeeded: sourceUnit))
    if let last = stretches.last, last.foldedUnit == next.foldedUnit, last.sourceUnit == next.sourceUnit {
      let advance = next.folded &- last.folded
      // Nearly all folded units are one byte, and a division takes longer than all the rest.
      let units = last.foldedUnit == 1 ? advance : advance / max(last.foldedUnit, 1)
      if last.source &+ units &* last.sourceUnit == next.source { return }
    }
    stretches.append(next)
  }

  /// Forgets everything from the folded offset `folded` on.
  mutating func truncate(to folded: Int) {
    while let last = stretches.last, Int(last.folded) >= folded { stretches.removeLast() }
  }

  /// Where the source of the folded character at `offset` starts.
  public func start(of offset: Int) -> Int {
    guard let stretch = stretch(holding: offset) else { return 0 }
    let inside = (offset - Int(stretch.folded)) / Int(stretch.foldedUnit)
    return Int(stretch.source) + inside * Int(stretch.sourceUnit)
  }

  /// Where the source of the folded character whose last byte stands before `offset` ends.
  public func end(of offset: Int) -> Int {
    guard let stretch = stretch(holding: offset - 1) else { return 0 }
    let unit = Int(stretch.foldedUnit)
    let inside = (offset - Int(stretch.folded) + unit - 1) / unit
    return Int(stretch.source) + inside * Int(stretch.sourceUnit)
  }

  private func stretch(holding offset: Int) -> Stretch? {
    let next = stretches.partitioningIndex { Int($0.folded) > offset }
    return next == 0 ? nil : stretches[next - 1]
  }
}
