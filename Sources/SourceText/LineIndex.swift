import Glibc

/// A place as a person counts it: line and column from 1, the column in Unicode code points.
package struct Position: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The offsets at which the lines of a text start.
///
/// A line ends with LF, CR LF or a lone CR. Offsets are UTF-8 bytes; a text ending in a line end has no further empty line.
package struct LineIndex: Sendable {
  /// Byte offset of the first character of each line; the first is always 0.
  package let starts: [Int]

  /// Finds the line ends of a text.
  package init(of bytes: [UInt8]) {
    starts = unsafe bytes.withUnsafeBytes { unsafe lineStarts(of: $0) }
  }

  /// The number, from 1, of the line that holds the byte at `offset`.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }
}

/// Jumps from line end to line end: memchr looks at many bytes at once, and most texts have no CR at all.
private func lineStarts(of bytes: UnsafeRawBufferPointer) -> [Int] {
  var starts = [0]
  guard let base = bytes.baseAddress else { return starts }
  starts.reserveCapacity(bytes.count / 128)
  func next(_ byte: Int32, from index: Int) -> Int {
    let found = unsafe memchr(base + index, byte, bytes.count - index)
    return unsafe found.map { unsafe UnsafeRawPointer($0) - base } ?? bytes.count
  }
  var lineFeed = next(0x0A, from: 0)
  var carriageReturn = next(0x0D, from: 0)
  while true {
    let end = min(lineFeed, carriageReturn)
    let start = lineFeed == end || lineFeed == end + 1 ? lineFeed + 1 : end + 1
    if start >= bytes.count { return starts }
    starts.append(start)
    if lineFeed < start { lineFeed = next(0x0A, from: start) }
    if carriageReturn < start { carriageReturn = next(0x0D, from: start) }
  }
}
