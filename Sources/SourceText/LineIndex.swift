import Glibc

/// A place as a person counts it: line and column from 1, the column in Unicode code points.
public struct Position: Hashable, Sendable, Comparable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

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
