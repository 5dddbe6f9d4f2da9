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

    /// Where the source of its character at `offset` starts.
    @inline(__always)
    func start(of offset: Int) -> Int {
      let inside = offset - Int(folded)
      // Nearly all folded units are one byte, and a division takes longer than all the rest.
      return Int(source) + (foldedUnit == 1 ? inside : inside / Int(foldedUnit)) * Int(sourceUnit)
    }

    /// Where the source of its character ends whose last byte stands before `offset`.
    @inline(__always)
    func end(of offset: Int) -> Int {
      let unit = Int(foldedUnit)
      let inside = offset - Int(folded)
      return Int(source) + (unit == 1 ? inside : (inside + unit - 1) / unit) * Int(sourceUnit)
    }
  }

  private(set) var stretches: [Stretch] = []

  /// Makes an empty map with room for so many stretches; it grows beyond them.
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

  /// The source of the folded characters from the one at `start` to the one whose last byte stands before `end`, which is behind
  /// `start`.
  public func source(from start: Int, to end: Int) -> TextRange {
    let next = stretches.partitioningIndex { Int($0.folded) > start }
    guard next > 0 else { return TextRange(0, self.end(of: end)) }
    // Most ranges are short and end in the stretch in which they start, or one of the next.
    var last = next
    while last < stretches.count, last < next + 8, Int(stretches[last].folded) < end { last += 1 }
    let isFound = last == stretches.count || Int(stretches[last].folded) >= end
    return TextRange(
      stretches[next - 1].start(of: start), isFound ? stretches[last - 1].end(of: end) : self.end(of: end))
  }

  /// Where the source of the folded character at `offset` starts.
  public func start(of offset: Int) -> Int {
    stretch(holding: offset)?.start(of: offset) ?? 0
  }

  /// Where the source of the folded character whose last byte stands before `offset` ends.
  public func end(of offset: Int) -> Int {
    stretch(holding: offset - 1)?.end(of: offset) ?? 0
  }

  private func stretch(holding offset: Int) -> Stretch? {
    let next = stretches.partitioningIndex { Int($0.folded) > offset }
    return next == 0 ? nil : stretches[next - 1]
  }
}
