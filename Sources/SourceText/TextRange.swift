/// A half-open range of UTF-8 byte offsets in a decoded text.
///
/// This is the space of the author's own characters. Rules look at the folded text, whose offsets are `FoldedRange`s;
/// the two are different types so that one can never be taken for the other.
package struct TextRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  @inlinable package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable package var isEmpty: Bool { start >= end }
  @inlinable package var count: Int { end - start }
}

/// A half-open range of UTF-8 byte offsets in a folded text.
///
/// Lead back to the author's characters with `FoldedText.source(_:)`.
package struct FoldedRange: Hashable, Sendable, Comparable {
  package var start: Int
  package var end: Int

  @inlinable package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable package var isEmpty: Bool { start >= end }
  @inlinable package var count: Int { end - start }

  /// Whether all of `other` lies inside this range.
  @inlinable package func contains(_ other: FoldedRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte at `offset` lies inside this range.
  @inlinable package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two ranges share at least one byte.
  @inlinable package func overlaps(_ other: FoldedRange) -> Bool { start < other.end && other.start < end }

  /// Orders by start, then by end, which is the order of reading.
  @inlinable package static func < (left: FoldedRange, right: FoldedRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
