package import SourceText

/// An occurrence as the scan meets it.
struct Occurrence {
  var phrase: Int32
  var end: UInt32
}

/// Where each phrase of a set occurs in one folded text.
///
/// The occurrences are grouped by phrase, so that each question is a binary search in a few numbers.
package struct PhraseMatches: Sendable {
  /// Starts of all occurrences, phrase after phrase, ascending for each.
  private let starts: [UInt32]
  /// Where each phrase's occurrences begin in `starts`; one more at the end.
  private let offsets: [UInt32]
  private let lengths: [UInt32]

  /// Groups the occurrences, which come ascending by end.
  init(_ found: [Occurrence], lengths: [UInt32]) {
    var offsets = [UInt32](repeating: 0, count: lengths.count + 1)
    for occurrence in found { offsets[Int(occurrence.phrase) + 1] += 1 }
    for phrase in lengths.indices { offsets[phrase + 1] += offsets[phrase] }
    var starts = [UInt32](repeating: 0, count: found.count)
    var next = offsets
    for occurrence in found {
      let phrase = Int(occurrence.phrase)
      starts[Int(next[phrase])] = occurrence.end - lengths[phrase]
      next[phrase] += 1
    }
    self.starts = starts
    self.offsets = offsets
    self.lengths = lengths
  }

  /// The occurrences of a phrase, ascending; they may overlap.
  package func ranges(of phrase: PhraseID) -> PhraseRanges {
    guard let span = span(of: phrase) else { return PhraseRanges(starts: [], length: 0) }
    return PhraseRanges(starts: starts[span], length: lengths[Int(phrase.index)])
  }

  /// The occurrences of a phrase that lie wholly inside `range`, ascending.
  package func ranges(of phrase: PhraseID, in range: FoldedRange) -> PhraseRanges {
    PhraseRanges(starts: starts[span(of: phrase, in: range)], length: length(of: phrase))
  }

  /// The first occurrence of a phrase that lies wholly inside `range`.
  package func first(of phrase: PhraseID, in range: FoldedRange) -> FoldedRange? {
    let span = span(of: phrase, in: range)
    return span.isEmpty ? nil : occurrence(at: span.lowerBound, of: phrase)
  }

  /// How often a phrase occurs wholly inside `range`, overlapping occurrences included.
  package func count(of phrase: PhraseID, in range: FoldedRange) -> Int {
    span(of: phrase, in: range).count
  }

  /// Whether a phrase occurs at all.
  package func occurs(_ phrase: PhraseID) -> Bool {
    let index = Int(phrase.index)
    return index >= 0 && index < lengths.count && offsets[index] < offsets[index + 1]
  }

  /// Whether a phrase occurs wholly inside `range`.
  package func contains(_ phrase: PhraseID, in range: FoldedRange) -> Bool {
    guard let all = span(of: phrase), !all.isEmpty else { return false }
    // The first one that does not begin too early must end in time: those behind it end later.
    let next = lowerBound(of: range.start, in: all)
    return next < all.upperBound && Int(starts[next]) + Int(lengths[Int(phrase.index)]) <= range.end
  }

  /// Whether an occurrence of a phrase shares a byte with `range`.
  package func overlaps(_ phrase: PhraseID, _ range: FoldedRange) -> Bool {
    guard let all = span(of: phrase) else { return false }
    let first = lowerBound(of: range.start - Int(length(of: phrase)) + 1, in: all)
    return first < all.upperBound && Int(starts[first]) < range.end
  }

  /// Whether an occurrence of a phrase inside `limits` has all of `range` in it.
  package func holds(_ range: FoldedRange, in phrase: PhraseID, within limits: FoldedRange) -> Bool {
    let length = Int(length(of: phrase))
    for index in span(of: phrase, in: limits)
    where Int(starts[index]) <= range.start && range.end <= Int(starts[index]) + length {
      return true
    }
    return false
  }

  /// Whether any of the phrases occurs wholly inside `range`.
  package func hasAny(of phrases: [PhraseID], in range: FoldedRange) -> Bool {
    for phrase in phrases where contains(phrase, in: range) { return true }
    return false
  }

  /// Calls `visit` for each occurrence, ascending.
  package func each(of phrase: PhraseID, _ visit: (FoldedRange) -> Void) {
    guard let span = span(of: phrase) else { return }
    let length = Int(lengths[Int(phrase.index)])
    for index in span { visit(FoldedRange(Int(starts[index]), Int(starts[index]) + length)) }
  }

  /// Calls `visit` for each occurrence inside `range`, ascending, until it returns false.
  package func each(of phrase: PhraseID, in range: FoldedRange, _ visit: (FoldedRange) -> Bool) {
    for index in span(of: phrase, in: range) where !visit(occurrence(at: index, of: phrase)) { return }
  }

  private func occurrence(at index: Int, of phrase: PhraseID) -> FoldedRange {
    let start = Int(starts[index])
    return FoldedRange(start, start + Int(length(of: phrase)))
  }

  private func length(of phrase: PhraseID) -> UInt32 {
    lengths.indices.contains(Int(phrase.index)) ? lengths[Int(phrase.index)] : 0
  }

  private func span(of phrase: PhraseID) -> Range<Int>? {
    let index = Int(phrase.index)
    guard lengths.indices.contains(index) else { return nil }
    return Int(offsets[index])..<Int(offsets[index + 1])
  }

  private func span(of phrase: PhraseID, in range: FoldedRange) -> Range<Int> {
    guard let all = span(of: phrase), !all.isEmpty else { return 0..<0 }
    let low = lowerBound(of: range.start, in: all)
    let high = lowerBound(of: range.end - Int(length(of: phrase)) + 1, in: low..<all.upperBound)
    return low..<high
  }

  /// The first place in `span` whose start is not before `offset`.
  private func lowerBound(of offset: Int, in span: Range<Int>) -> Int {
    var low = span.lowerBound
    var count = span.count
    while count > 0 {
      let half = count / 2
      if Int(starts[low + half]) < offset {
        low += half + 1
        count -= half + 1
      } else {
        count = half
      }
    }
    return low
  }
}

/// The occurrences of one phrase, ascending, looked at where they lie.
package struct PhraseRanges: RandomAccessCollection, Sendable {
  @usableFromInline let starts: ArraySlice<UInt32>
  @usableFromInline let length: UInt32

  init(starts: ArraySlice<UInt32>, length: UInt32) {
    self.starts = starts
    self.length = length
  }

  @inlinable package var startIndex: Int { starts.startIndex }
  @inlinable package var endIndex: Int { starts.endIndex }

  @inlinable package subscript(position: Int) -> FoldedRange {
    let start = Int(starts[position])
    return FoldedRange(start, start + Int(length))
  }
}
