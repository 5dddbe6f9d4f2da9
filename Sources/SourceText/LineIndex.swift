import Glibc

/// A place as a person counts it: line and column from 1, the column in Unicode code points.
public struct Position: Hashable, Sendable, Comparable {
  /// From 1, in the text or file that the place was asked of.
  public var line: Int
  /// From 1, in code points: a Chinese character is one column, wide as it is.
  public var column: Int

  /// Takes both as counted from 1; nothing is checked.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The offsets at which the lines of a text start.
///
/// A line ends with LF, CR LF or a lone CR. Offsets are UTF-8 bytes; a text ending in a line end has no further empty line.
public struct LineIndex: Sendable {
  /// Byte offset of the first character of each line; the first is always 0.
  public let starts: [Int]

  /// Finds the lines of a text in UTF-8; an empty text has one.
  public init(of bytes: [UInt8]) {
    var starts = [0]
    let hasReturns = bytes.offset(of: 0x0D, from: 0, before: bytes.count) != nil
    var start = 0
    while start < bytes.count {
      let feed = bytes.offset(of: 0x0A, from: start, before: bytes.count)
      let end = feed ?? bytes.count
      // A CR right before the LF belongs to it; any other ends a line of its own.
      while hasReturns, let next = bytes.offset(of: 0x0D, from: start, before: end), feed == nil || next + 1 < end {
        start = next + 1
        if start < bytes.count { starts.append(start) }
      }
      start = end + 1
      if start < bytes.count { starts.append(start) }
    }
    self.starts = starts
  }

  /// The number, from 1, of the line that holds the byte at `offset`.
  public func line(of offset: Int) -> Int {
    max(starts.partitioningIndex { $0 > offset }, 1)
  }
}

extension [UInt8] {
  /// The offset of the first `byte` between two offsets.
  ///
  /// memchr looks at 32 bytes a step; a loop over bytes would cost more than checking that the text is UTF-8.
  fileprivate func offset(of byte: UInt8, from start: Int, before end: Int) -> Int? {
    unsafe withUnsafeBytes { buffer in
      guard start < end, let base = buffer.baseAddress, let hit = unsafe memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - base
    }
  }
}
