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

  package init(of bytes: [UInt8]) {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D, index < bytes.count { starts.append(index) }
    }
    self.starts = starts
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
