import SourceText

/// Finds the marks inside a block of Markdown that are no text: emphasis, code, links, images, tags, backslashes.
///
/// Emphasis is paired more generously than CommonMark does, whose rules for punctuation leave `**重点：**内容` unpaired.
/// Time is linear in the block, whatever it holds.
struct MarkdownInline {
  let bytes: [UInt8]
  /// The marks of the block; ascending and not overlapping after `mergeDropped()`.
  var dropped: [TextRange] = []

  /// Where the last run of a kind of emphasis mark began that may still be closed, by kind and length.
  private var openers = [Int?](repeating: nil, count: 9)
  /// Lengths of runs of backticks that have no partner in the rest of the block.
  private var isUnpaired = [Bool](repeating: false, count: 9)
  private var brackets: [Int] = []
  private var hasNoCommentEnd = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Collects the marks of a block and notes whether all of it is bold.
  mutating func read(_ block: inout Block) {
    guard hasMarks(block.range) else { return }
    for kind in openers.indices { openers[kind] = nil }
    for length in isUnpaired.indices { isUnpaired[length] = false }
    brackets.removeAll(keepingCapacity: true)
    hasNoCommentEnd = false
    let range = block.range
    var offset = range.start
    while offset < range.end {
      switch bytes[offset] {
      case UInt8(ascii: "\\"):
        if offset + 1 < range.end, Self.isPunctuation(bytes[offset + 1]) {
          dropped.append(TextRange(offset, offset + 1))
          offset += 1
        }
        offset += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): offset = readEmphasis(offset, &block)
      case UInt8(ascii: "`"): offset = readCode(offset, range)
      case UInt8(ascii: "["):
        // Only hostile text opens so many brackets, and a stack of them would cost memory.
        if brackets.count == 256 { brackets.removeAll(keepingCapacity: true) }
        brackets.append(offset)
        offset += 1
      case UInt8(ascii: "]"): offset = readLink(offset, range)
      case UInt8(ascii: "<"): offset = readTag(offset, range)
      case UInt8(ascii: "&"): offset = readSpaceEntity(offset, range)
      case _: offset += 1
      }
    }
  }

  /// Whether a range has any byte that can be a mark; most paragraphs have none, and this looks at many bytes at once.
  private func hasMarks(_ range: TextRange) -> Bool {
    var found: UInt8 = 0
    for byte in bytes[range.start..<range.end] {
      // 0x5B to 0x60 are [ \ ] ^ _ `
      found |= (byte &- 0x5B < 6 ? 1 : 0) | (byte == 0x2A ? 1 : 0) | (byte == 0x7E ? 1 : 0)
      found |= (byte == 0x3C ? 1 : 0) | (byte == 0x26 ? 1 : 0)
    }
    return found != 0
  }

  /// Puts the marks in order and makes one of those that overlap.
  mutating func mergeDropped() {
    guard dropped.count > 1 else { return }
    dropped.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var last = 0
    for index in 1..<dropped.count {
      if dropped[index].start <= dropped[last].end {
        dropped[last].end = max(dropped[last].end, dropped[index].end)
      } else {
        last += 1
        dropped[last] = dropped[index]
      }
    }
    dropped.removeLast(dropped.count - last - 1)
  }

  /// Whether a block has text beside its marks.
  func leavesText(of range: TextRange) -> Bool {
    let reader = ScalarReader(bytes: bytes)
    var start = range.start
    for mark in dropped {
      if start < mark.start, !reader.trimmed(TextRange(start, mark.start)).isEmpty { return true }
      start = mark.end
    }
    return !reader.trimmed(TextRange(start, range.end)).isEmpty
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    case _: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case _: false
    }
  }
}

// MARK: - Emphasis and code

extension MarkdownInline {
  private mutating func readEmphasis(_ start: Int, _ block: inout Block) -> Int {
    let range = block.range
    let mark = bytes[start]
    var end = start + 1
    while end < range.end, bytes[end] == mark { end += 1 }
    let count = end - start
    // One tilde is the sign between two numbers.
    guard count <= 3, mark != UInt8(ascii: "~") || count == 2 else { return end }
    let before = start > range.start ? bytes[start - 1] : 0x20
    let after = end < range.end ? bytes[end] : 0x20
    var canClose = before > 0x20
    var canOpen = after > 0x20
    if mark == UInt8(ascii: "_") {
      canClose = canClose && !Self.isWord(after)
      canOpen = canOpen && !Self.isWord(before)
    }
    let kind = (mark == UInt8(ascii: "*") ? 0 : mark == UInt8(ascii: "_") ? 3 : 6) + count - 1
    if canClose, let opener = openers[kind], opener + count < start {
      dropped.append(TextRange(opener, opener + count))
      dropped.append(TextRange(start, end))
      forgetOpeners(from: opener)
      if opener == range.start, end == range.end, count >= 2, mark != UInt8(ascii: "~") { block.isEmphasised = true }
    } else if canOpen {
      openers[kind] = start
    }
    return end
  }

  /// Marks inside something that has been closed can't pair with marks behind it.
  private mutating func forgetOpeners(from offset: Int) {
    for kind in openers.indices {
      if let opener = openers[kind], opener >= offset { openers[kind] = nil }
    }
  }

  private mutating func readCode(_ start: Int, _ range: TextRange) -> Int {
    let count = backticks(at: start, range)
    guard count < isUnpaired.count, !isUnpaired[count] else { return start + count }
    var offset = start + count
    while offset < range.end {
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let closing = backticks(at: offset, range)
      if closing == count {
        dropped.append(TextRange(start, start + count))
        dropped.append(TextRange(offset, offset + count))
        return offset + count
      }
      offset += closing
    }
    isUnpaired[count] = true
    return start + count
  }

  private func backticks(at start: Int, _ range: TextRange) -> Int {
    var end = start
    while end < range.end, bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end - start
  }
}

// MARK: - Links, images, tags

extension MarkdownInline {
  /// A closing bracket: keeps the text of a link, drops all of an image.
  private mutating func readLink(_ close: Int, _ range: TextRange) -> Int {
    guard let open = brackets.popLast(), let end = destinationEnd(close + 1, range) else { return close + 1 }
    if open > range.start, bytes[open - 1] == UInt8(ascii: "!") {
      dropped.append(TextRange(open - 1, end))
      forgetOpeners(from: open)
    } else {
      dropped.append(TextRange(open, open + 1))
      dropped.append(TextRange(close, end))
    }
    return end
  }

  /// The end of `(address "title")`, or nil when there is none at `start`.
  private func destinationEnd(_ start: Int, _ range: TextRange) -> Int? {
    guard start < range.end, bytes[start] == UInt8(ascii: "(") else { return nil }
    var depth = 0
    var quote: UInt8?
    var isPastAddress = false
    var offset = start
    while offset < range.end {
      let byte = bytes[offset]
      offset += 1
      if let open = quote {
        if byte == open { quote = nil }
        // A second link would have to be read again from here, and so on without end.
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") { return nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return offset }
      case UInt8(ascii: "["), UInt8(ascii: "]"): return nil
      case 0x20, 0x09...0x0D: isPastAddress = offset > start + 2
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isPastAddress { quote = byte }
      case _:
        // Words behind the address that are no title: brackets of running text.
        if isPastAddress { return nil }
      }
      if depth > 8 { return nil }
    }
    return nil
  }

  /// Drops comments, tags, and the brackets around a bare address; other text after `<` stays.
  private mutating func readTag(_ start: Int, _ range: TextRange) -> Int {
    if bytes[start..<range.end].starts(with: "<!--".utf8) {
      if !hasNoCommentEnd, let end = bytes[(start + 4)..<range.end].firstOffset(of: Array("-->".utf8)) {
        dropped.append(TextRange(start, end + 3))
        return end + 3
      }
      hasNoCommentEnd = true
      return start + 4
    }
    var name = start + 1
    if name < range.end, bytes[name] == UInt8(ascii: "/") { name += 1 }
    var nameEnd = name
    while nameEnd < range.end, Self.isWord(bytes[nameEnd]) { nameEnd += 1 }
    guard nameEnd > name, nameEnd < range.end, bytes[name] > UInt8(ascii: "9") else { return start + 1 }
    var end = nameEnd
    while end < range.end, bytes[end] != UInt8(ascii: ">") {
      if bytes[end] == UInt8(ascii: "<") { return start + 1 }
      end += 1
    }
    guard end < range.end else { return start + 1 }
    switch bytes[nameEnd] {
    case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "."):
      dropped.append(TextRange(start, start + 1))
      dropped.append(TextRange(end, end + 1))
    case 0x09...0x0D, 0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "-"):
      dropped.append(TextRange(start, end + 1))
    case _: return start + 1
    }
    return end + 1
  }

  /// Drops `&nbsp;` and its kin, with which authors indent paragraphs.
  private mutating func readSpaceEntity(_ start: Int, _ range: TextRange) -> Int {
    for name in ["&nbsp;", "&emsp;", "&ensp;"] where bytes[start..<range.end].starts(with: name.utf8) {
      dropped.append(TextRange(start, start + 6))
      return start + 6
    }
    return start + 1
  }
}
