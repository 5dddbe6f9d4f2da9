/// A half-open range of UTF-8 byte offsets in a decoded text.
///
/// This is the space of the author's own characters. Rules look at the folded text, whose offsets are `FoldedRange`s;
/// the two are different types so that one can never be taken for the other.
public struct TextRange: Hashable, Sendable {
  public var start: Int
  public var end: Int

  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable public var isEmpty: Bool { start >= end }
  @inlinable public var count: Int { end - start }
}

/// A half-open range of UTF-8 byte offsets in a folded text.
///
/// Lead back to the author's characters with `FoldedText.source(_:)`.
public struct FoldedRange: Hashable, Sendable, Comparable {
  public var start: Int
  public var end: Int

  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable public var isEmpty: Bool { start >= end }
  @inlinable public var count: Int { end - start }

  /// Whether all of `other` lies inside this range.
  @inlinable public func contains(_ other: FoldedRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte at `offset` lies inside this range.
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two ranges share at least one byte.
  @inlinable public func overlaps(_ other: FoldedRange) -> Bool { start < other.end && other.start < end }

  /// Orders by start, then by end, which is the order of reading.
  @inlinable public static func < (left: FoldedRange, right: FoldedRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
