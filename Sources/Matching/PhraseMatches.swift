public import SourceText

/// Where each phrase of a set occurs in one folded text.
///
/// The occurrences are grouped by phrase, so that each question is a binary search in a few numbers.
public struct PhraseMatches: Sendable {
  /// Starts of all occurrences, phrase after phrase, ascending for each.
  private let starts: [UInt32]
  /// Where each phrase's occurrences begin in `starts`; one more at the end.
  private let offsets: [UInt32]
  private let lengths: [UInt32]

  /// Groups the occurrences that a scan met, ascending by end.
  init(_ hits: [PhraseAutomaton.Hit], endings: [PhraseAutomaton.Ending], lengths: [UInt32]) {
    let (hits, endings, sizes) = (hits.span, endings.span, lengths.span)
    // Counted two places behind each phrase, summed up, and then used one place behind as where its next occurrence goes:
    // in the end that is where the next phrase's occurrences begin.
    var offsets = [UInt32](repeating: 0, count: lengths.count + 2)
    var places = offsets.mutableSpan
    for index in hits.indices {
      var output = Int(hits[index].output)
      repeat {
        let ending = endings[output]
        places[Int(ending.phrase) &+ 2] &+= 1
        output = Int(ending.shorter)
      } while output != 0
    }
    var total: UInt32 = 0
    for index in places.indices {
      total &+= places[index]
      places[index] = total
    }
    var starts = [UInt32](repeating: 0, count: Int(total))
    var grouped = starts.mutableSpan
    for index in hits.indices {
      let hit = hits[index]
      var output = Int(hit.output)
      repeat {
        let ending = endings[output]
        let phrase = Int(ending.phrase)
        let place = places[phrase &+ 1]
        grouped[Int(place)] = hit.end &- sizes[phrase]
        places[phrase &+ 1] = place &+ 1
        output = Int(ending.shorter)
      } while output != 0
    }
    self.starts = starts
    self.offsets = offsets
    self.lengths = lengths
  }

  /// The occurrences of a phrase, ascending; they may overlap.
  public func ranges(of phrase: PhraseID) -> PhraseRanges {
    guard let span = span(of: phrase) else { return PhraseRanges(starts: [], length: 0) }
    return PhraseRanges(starts: starts[span], length: lengths[Int(phrase.index)])
  }

  /// The occurrences of a phrase that lie wholly inside `range`, ascending.
  public func ranges(of phrase: PhraseID, in range: FoldedRange) -> PhraseRanges {
    PhraseRanges(starts: starts[span(of: phrase, in: range)], length: length(of: phrase))
  }

  /// The first occurrence of a phrase that lies wholly inside `range`.
  public func first(of phrase: PhraseID, in range: FoldedRange) -> FoldedRange? {
    guard let all = span(of: phrase), !all.isEmpty else { return nil }
    let length = Int(lengths[Int(phrase.index)])
    let index = lowerBound(of: range.start, in: all)
    guard index < all.upperBound, Int(starts[index]) + length <= range.end else { return nil }
    return FoldedRange(Int(starts[index]), Int(starts[index]) + length)
  }

  /// How often a phrase occurs wholly inside `range`, overlapping occurrences included.
  public func count(of phrase: PhraseID, in range: FoldedRange) -> Int {
    span(of: phrase, in: range).count
  }

  /// Whether a phrase occurs at all.
  public func occurs(_ phrase: PhraseID) -> Bool {
    let index = Int(phrase.index)
    return index >= 0 && index < lengths.count && offsets[index] < offsets[index + 1]
  }

  /// Whether a phrase occurs wholly inside `range`.
  public func contains(_ phrase: PhraseID, in range: FoldedRange) -> Bool {
    first(of: phrase, in: range) != nil
  }

  /// Whether an occurrence of a phrase shares a byte with `range`.
  public func overlaps(_ phrase: PhraseID, _ range: FoldedRange) -> Bool {
    guard let all = span(of: phrase), !all.isEmpty else { return false }
    let first = lowerBound(of: range.start - Int(length(of: phrase)) + 1, in: all)
    return first < all.upperBound && Int(starts[first]) < range.end
  }

  /// Whether an occurrence of a phrase inside `limits` has all of `range` in it.
  public func holds(_ range: FoldedRange, in phrase: PhraseID, within limits: FoldedRange) -> Bool {
    let length = Int(length(of: phrase))
    for index in span(of: phrase, in: limits)
    where Int(starts[index]) <= range.start && range.end <= Int(starts[index]) + length {
      return true
    }
    return false
  }

  /// Whether any of the phrases occurs wholly inside `range`.
  public func hasAny(of phrases: [PhraseID], in range: FoldedRange) -> Bool {
    for phrase in phrases where first(of: phrase, in: range) != nil { return true }
    return false
  }

  /// Calls `visit` for each occurrence, ascending.
  public func each(of phrase: PhraseID, _ visit: (FoldedRange) -> Void) {
    guard let span = span(of: phrase) else { return }
    let length = Int(lengths[Int(phrase.index)])
    for index in span { visit(FoldedRange(Int(starts[index]), Int(starts[index]) + length)) }
  }

  /// Calls `visit` for each occurrence inside `range`, ascending, until it returns false.
  public func each(of phrase: PhraseID, in range: FoldedRange, _ visit: (FoldedRange) -> Bool) {
    for index in span(of: phrase, in: range) where !visit(occurrence(at: index, of: phrase)) { return }
  }

  private func occurrence(at index: Int, of phrase: PhraseID) -> FoldedRange {
    let start = Int(starts[index])
    return FoldedRange(start, start + Int(length(of: phrase)))
  }

  private func length(of phrase: PhraseID) -> UInt32 {
    lengths.indices.contains(Int(phrase.index)) ? lengths[Int(phrase.index)] : 0
  }

  @inline(__always)
  private func span(of phrase: PhraseID) -> Range<Int>? {
    let index = Int(phrase.index)
    guard index >= 0, index < lengths.count else { return nil }
    return Int(offsets[index])..<Int(offsets[index &+ 1])
  }

  private func span(of phrase: PhraseID, in range: FoldedRange) -> Range<Int> {
    guard let all = span(of: phrase), !all.isEmpty else { return 0..<0 }
    let low = lowerBound(of: range.start, in: all)
    let high = lowerBound(of: range.end - Int(length(of: phrase)) + 1, in: low..<all.upperBound)
    return low..<high
  }

  /// The first place in `span` whose start is not before `offset`.
  @inline(__always)
  private func lowerBound(of offset: Int, in span: Range<Int>) -> Int {
    let starts = starts.span
    var low = span.lowerBound
    var count = span.count
    while count > 0 {
      let half = count &>> 1
      if Int(starts[low &+ half]) >= offset {
        count = half
      } else {
        low &+= half &+ 1
        count &-= half &+ 1
      }
    }
    return low
  }
}

/// The occurrences of one phrase, ascending, looked at where they lie.
public struct PhraseRanges: RandomAccessCollection, Sendable {
  @usableFromInline let starts: ArraySlice<UInt32>
  @usableFromInline let length: UInt32

  init(starts: ArraySlice<UInt32>, length: UInt32) {
    self.starts = starts
    self.length = length
  }

  @inlinable public var startIndex: Int { starts.startIndex }
  @inlinable public var endIndex: Int { starts.endIndex }

  @inlinable public subscript(position: Int) -> FoldedRange {
    let start = Int(starts[position])
    return FoldedRange(start, start + Int(length))
  }
}
