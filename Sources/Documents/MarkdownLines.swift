import SourceText

/// Reads Markdown line by line and says what each line is.
struct MarkdownLines {
  private(set) var lines: [SourceLine] = []
  /// Where lines start whose marks are text: code between fences, front matter. Ascending.
  private(set) var verbatim: [Int] = []

  private let reader: ScalarReader
  private let frontMatterEnd: Int
  /// Where the last `-->` is, so that a comment without an end stays text; 0 when there are no comments.
  private let lastCommentEnd: Int
  private var followsBlank = true
  /// Whether the line just read is the last of `lines`, so that an underline or a table's delimiter row belongs to it.
  private var followsLine = false
  private var isInTable = false
  private var isInComment = false
  private var fence: (byte: UInt8, count: Int)?

  init(_ text: DecodedText) {
    reader = ScalarReader(bytes: text.bytes)
    frontMatterEnd = Self.frontMatterEnd(of: text, reader)
    lastCommentEnd = Self.lastCommentEnd(of: text.bytes)
  }

  private var bytes: [UInt8] { reader.bytes }

  /// Takes in the next line.
  ///
  /// - Parameters:
  ///   - start: where the line starts.
  ///   - range: its text without white space at the edges.
  mutating func read(start: Int, _ range: TextRange) {
    if range.isEmpty { return endParagraph() }
    if range.start < frontMatterEnd {
      guard !isFrontMatterMark(range, reader) else { return endParagraph() }
      return append(start, range, .tableRow, isVerbatim: true)
    }
    if let fence {
      if runLength(of: fence.byte, range) == range.count, range.count >= fence.count {
        self.fence = nil
        return endParagraph()
      }
      return append(start, range, .paragraph, isVerbatim: true)
    }
    let text = withoutQuoteMarks(withoutComments(range))
    guard !text.isEmpty else {
      // A line with only a comment parts nothing; an empty line of a quotation does.
      if !isInComment, bytes[range.start] == UInt8(ascii: ">") { endParagraph() }
      return
    }
    // The mark of a quotation is no indentation.
    readText(bytes[range.start] == UInt8(ascii: ">") ? text.start : start, text)
  }

  private mutating func endParagraph() {
    followsBlank = true
    followsLine = false
    isInTable = false
  }

  private mutating func append(
    _ start: Int, _ range: TextRange, _ kind: Block.Kind, opensBlock: Bool = false, isVerbatim: Bool = false
  ) {
    if isVerbatim { verbatim.append(range.start) }
    let standsAlone =
      switch kind {
      case .paragraph, .listItem: isVerbatim
      case .heading, .tableRow: true
      }
    lines.append(
      SourceLine(
        start: start, range: range, kind: kind, followsBlank: followsBlank, opensBlock: opensBlock,
        standsAlone: standsAlone))
    followsBlank = false
    followsLine = true
  }

  private mutating func readText(_ start: Int, _ range: TextRange) {
    if let fence = openingFence(range) {
      self.fence = fence
      return endParagraph()
    }
    if followsLine, let level = underlinedLevel(range) {
      lines[lines.count - 1].kind = .heading(level: level)
      lines[lines.count - 1].standsAlone = true
      return endParagraph()
    }
    if isThematicBreak(range) { return endParagraph() }
    if let (level, title) = heading(range) {
      guard !title.isEmpty else { return endParagraph() }
      append(start, title, .heading(level: level))
      followsLine = false
      return
    }
    if readTable(start, range) || isLinkDefinition(range) { return }
    if let item = listItem(range) {
      guard !item.isEmpty else { return }
      return append(start, item, .listItem, opensBlock: true)
    }
    var range = range
    if bytes[range.end - 1] == UInt8(ascii: "\\"), range.count > 1 {
      range = reader.trimmed(TextRange(range.start, range.end - 1))
    }
    if !range.isEmpty { append(start, range, .paragraph) }
  }

  /// Rows begin with a bar, or stand under a delimiter row and have one; the delimiter row itself is no text.
  private mutating func readTable(_ start: Int, _ range: TextRange) -> Bool {
    let startsWithBar = bytes[range.start] == UInt8(ascii: "|")
    if isDelimiterRow(range), isInTable || followsLine && hasBar(lines[lines.count - 1].range) {
      lines[lines.count - 1].kind = .tableRow
      lines[lines.count - 1].standsAlone = true
      isInTable = true
      return true
    }
    guard startsWithBar || isInTable && hasBar(range) else {
      isInTable = false
      return false
    }
    append(start, range, .tableRow)
    isInTable = true
    return true
  }
}

// MARK: - What a line is

extension MarkdownLines {
  /// The length of the run of one byte at the start of a range.
  private func runLength(of byte: UInt8, _ range: TextRange) -> Int {
    var end = range.start
    while end < range.end, bytes[end] == byte { end += 1 }
    return end - range.start
  }

  private func openingFence(_ range: TextRange) -> (byte: UInt8, count: Int)? {
    let byte = bytes[range.start]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let count = runLength(of: byte, range)
    let info = bytes[(range.start + count)..<range.end]
    return count >= 3 && !(byte == UInt8(ascii: "`") && info.contains(byte)) ? (byte, count) : nil
  }

  /// The level of the heading that an underline makes of the line above.
  ///
  /// Under a full sentence `---` is meant as a rule between paragraphs.
  private func underlinedLevel(_ range: TextRange) -> Int? {
    guard let last = lines.last, last.kind == .paragraph, !last.standsAlone else { return nil }
    if range.count >= 2, runLength(of: UInt8(ascii: "="), range) == range.count { return 1 }
    let isDashes = range.count >= 3 && runLength(of: UInt8(ascii: "-"), range) == range.count
    return isDashes && !reader.endsSentence(last.range) ? 2 : nil
  }

  private func isThematicBreak(_ range: TextRange) -> Bool {
    let mark = bytes[range.start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
    var count = 0
    for byte in bytes[range.start..<range.end] {
      if byte == mark { count += 1 } else if byte != 0x20, byte != 0x09 { return false }
    }
    return count >= 3
  }

  /// The level and the text of a heading with number signs; the space behind them is often forgotten before Chinese.
  private func heading(_ range: TextRange) -> (level: Int, title: TextRange)? {
    let level = runLength(of: UInt8(ascii: "#"), range)
    guard (1...6).contains(level) else { return nil }
    let first = range.start + level
    guard first == range.end || bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] >= 0x80 else { return nil }
    var title = reader.trimmed(TextRange(first, range.end))
    var end = title.end
    while end > title.start, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end == title.start || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
      title = reader.trimmed(TextRange(title.start, end))
    }
    return (level, title)
  }

  /// The text of a bulleted item, without its bullet and the box of a task.
  private func listItem(_ range: TextRange) -> TextRange? {
    let mark = bytes[range.start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+") else { return nil }
    if range.count == 1 { return TextRange(range.end, range.end) }
    guard bytes[range.start + 1] == 0x20 || bytes[range.start + 1] == 0x09 else { return nil }
    var item = reader.trimmed(TextRange(range.start + 1, range.end))
    let boxes = ["[ ] ", "[x] ", "[X] "]
    if boxes.contains(where: { bytes[item.start..<item.end].starts(with: $0.utf8) }) {
      item = reader.trimmed(TextRange(item.start + 4, item.end))
    }
    return item
  }

  private func hasBar(_ range: TextRange) -> Bool {
    bytes[range.start..<range.end].contains(UInt8(ascii: "|"))
  }

  /// `| --- | :-: |`
  private func isDelimiterRow(_ range: TextRange) -> Bool {
    var bars = 0
    var dashes = 0
    for byte in bytes[range.start..<range.end] {
      switch byte {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), 0x20, 0x09: break
      case _: return false
      }
    }
    return bars > 0 && dashes > 0
  }

  /// `[name]: address`, which shows nothing on the page.
  private func isLinkDefinition(_ range: TextRange) -> Bool {
    guard bytes[range.start] == UInt8(ascii: "["), range.count > 4, bytes[range.start + 1] != UInt8(ascii: "^"),
      let close = bytes[range.start..<min(range.end, range.start + 200)].firstIndex(of: UInt8(ascii: "]")),
      close + 1 < range.end, bytes[close + 1] == UInt8(ascii: ":")
    else { return false }
    let target = bytes[reader.trimmed(TextRange(close + 2, range.end)).start..<range.end]
    return ["http://", "https://", "/", "./", "../", "#", "<", "mailto:"].contains { target.starts(with: $0.utf8) }
  }

  private func withoutQuoteMarks(_ range: TextRange) -> TextRange {
    var range = range
    while !range.isEmpty, bytes[range.start] == UInt8(ascii: ">") {
      range = reader.trimmed(TextRange(range.start + 1, range.end))
    }
    return range
  }
}

// MARK: - Comments and front matter

extension MarkdownLines {
  /// The part of a line that stands before, after or around comments; a comment inside it is left to the inline marks.
  private mutating func withoutComments(_ range: TextRange) -> TextRange {
    guard range.start < lastCommentEnd else { return range }
    var range = range
    while !range.isEmpty {
      if isInComment {
        guard let end = bytes[range.start..<range.end].firstOffset(of: Self.commentEnd) else {
          return TextRange(range.end, range.end)
        }
        isInComment = false
        range = reader.trimmed(TextRange(end + 3, range.end))
      } else if bytes[range.start..<range.end].starts(with: Self.commentStart), range.start + 4 <= lastCommentEnd {
        isInComment = true
        range.start += 4
      } else {
        break
      }
    }
    // The last comment of the line may go on below it.
    var from = range.start
    while let start = bytes[from..<range.end].firstOffset(of: Self.commentStart), start + 4 <= lastCommentEnd {
      guard let end = bytes[(start + 4)..<range.end].firstOffset(of: Self.commentEnd) else {
        isInComment = true
        return reader.trimmed(TextRange(range.start, start))
      }
      from = end + 3
    }
    return range
  }

  private static let commentStart = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)

  private static func lastCommentEnd(of bytes: [UInt8]) -> Int {
    // Most texts have no tag at all, which is seen sooner than where a comment starts.
    var tags: UInt8 = 0
    for byte in bytes { tags |= byte == UInt8(ascii: "<") ? 1 : 0 }
    guard tags != 0, let first = bytes[...].firstOffset(of: commentStart) else { return 0 }
    var at = bytes.count - 3
    while at >= first + 4 {
      if bytes[at] == UInt8(ascii: "-"), bytes[at + 1] == UInt8(ascii: "-"), bytes[at + 2] == UInt8(ascii: ">") {
        return at
      }
      at -= 1
    }
    return 0
  }

  /// Where YAML front matter ends, or 0 when the text doesn't begin with any.
  ///
  /// It stands between two marks and begins with a key; a rule at the top of a page is no front matter.
  private static func frontMatterEnd(of text: DecodedText, _ reader: ScalarReader) -> Int {
    var isOpen = false
    var hasKey = false
    var count = 0
    for (start, range) in RawLines(of: text) where !range.isEmpty {
      count += 1
      if !isOpen {
        guard start == 0, isFrontMatterMark(range, reader), reader.bytes[range.start] != UInt8(ascii: ".") else {
          return 0
        }
        isOpen = true
      } else if isFrontMatterMark(range, reader) {
        return hasKey ? range.end : 0
      } else if !hasKey {
        let line = reader.bytes[range.start..<range.end]
        guard line.first != UInt8(ascii: "#") else { continue }
        guard line.contains(UInt8(ascii: ":")) || line.firstOffset(of: [0xEF, 0xBC, 0x9A]) != nil else { return 0 }
        hasKey = true
      }
      if count > 200 { return 0 }
    }
    return 0
  }
}

/// Whether a line is the `---` that opens or closes front matter, or the `...` that closes it.
private func isFrontMatterMark(_ range: TextRange, _ reader: ScalarReader) -> Bool {
  let line = reader.bytes[range.start..<range.end]
  return line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8)
}
