import Documents
import SourceText

/// Finds the headings among the blocks of a report's body.
struct HeadingFinder {
  let document: DecodedDocument
  let text: FoldedText
  /// Positions in `text.blocks`, ascending.
  let blocks: [Int]

  /// Characters beyond which a numbered line is a paragraph, not a heading.
  static let longestNumbered = 60
  /// Characters beyond which the first sentence of a numbered paragraph does not stand out as its heading.
  static let longestRunIn = 32
  /// Characters beyond which a line without a number is no heading.
  static let longestUnnumbered = 40

  /// The headings in reading order.
  func headings() -> [HeadingLine] {
    let bytes = text.bytes.span
    var lines: [HeadingLine?] = []
    lines.reserveCapacity(blocks.count)
    var unnumbered: [Int] = []
    for position in blocks.indices {
      let range = text.blocks[blocks[position]]
      let kind = document.blocks[blocks[position]].kind
      switch kind {
      case .tableRow:
        lines.append(nil)
      case .heading(let level):
        lines.append(range.isEmpty ? nil : marked(bytes, at: position, range: range, level: level))
      case .paragraph, .listItem:
        if let line = numbered(bytes, at: position, range: range) {
          lines.append(line)
        } else {
          lines.append(nil)
          let isEmphasised = document.blocks[blocks[position]].isEmphasised
          if kind == .paragraph, resemblesHeading(bytes, range, isEmphasised: isEmphasised) {
            unnumbered.append(position)
          }
        }
      }
    }
    accept(unnumbered, bytes, &lines)
    dropCatalogue(&lines)
    return lines.compactMap { $0 }
  }

  // MARK: Numbered lines

  private func marked(_ bytes: Span<UInt8>, at position: Int, range: FoldedRange, level: Int) -> HeadingLine {
    let numbering = NumberingReader.read(bytes, from: range.start, to: range.end)?.numbering
    return HeadingLine(
      position: position, numbering: numbering, style: .standalone, heading: range, markedLevel: max(1, level))
  }

  private func numbered(_ bytes: Span<UInt8>, at position: Int, range: FoldedRange) -> HeadingLine? {
    guard let reading = NumberingReader.read(bytes, from: range.start, to: range.end) else { return nil }
    let numbering = reading.numbering
    let titleStart = numbering.range.end
    let stop = min(Sentences.end(bytes, from: titleStart, to: range.end), range.end)
    let mark = HeadingMark(bytes, before: stop)
    let (style, headingEnd): (Section.Style, Int)
    if let colon = earlyColon(bytes, from: titleStart, to: stop), colon < range.end {
      (style, headingEnd) = (.runIn, colon)
    } else if stop < range.end {
      let standsOut = mark != .semicolon && characters(bytes, titleStart, stop, atMost: Self.longestRunIn) != nil
      (style, headingEnd) = (standsOut ? .runIn : .paragraph, stop)
    } else if mark == .none {
      let isShort = characters(bytes, titleStart, stop, atMost: Self.longestNumbered) != nil
      (style, headingEnd) = (isShort ? .standalone : .paragraph, stop)
    } else {
      // A lone short clause with its 。 is a heading with a mark too many; one with commas or figures is a paragraph.
      let isClause = mark != .semicolon && isPlainClause(bytes, titleStart, stop)
      (style, headingEnd) = (isClause ? .standalone : .paragraph, stop)
    }
    if reading.isWeak, style != .standalone { return nil }
    if numbering.style == .part, style == .paragraph { return nil }
    return HeadingLine(
      position: position, numbering: numbering, style: style, heading: FoldedRange(range.start, headingEnd),
      markedLevel: nil)
  }

  /// The place behind a colon that ends a short heading, or nil; the colons of 10:48 and 3:1 end nothing.
  private func earlyColon(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    var count = 0
    while index < end, count <= Self.longestRunIn {
      let byte = bytes[index]
      if byte == 0x3A {
        let isDigit = index + 1 < end && (0x30...0x39).contains(bytes[index + 1])
        return index > start && !isDigit ? index + 1 : nil
      }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      count += 1
    }
    return nil
  }

  private func isPlainClause(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      if bytes[index] == 0x2C || (0x30...0x39).contains(bytes[index]) { return false }
      index += 1
      if index - start > 80 { return false }
    }
    return true
  }

  /// The number of characters, or nil when there are more than `limit`.
  private func characters(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, atMost limit: Int) -> Int? {
    var count = 0
    var index = start
    while index < end {
      if bytes[index] & 0xC0 != 0x80 {
        count += 1
        if count > limit { return nil }
      }
      index += 1
    }
    return count
  }

  // MARK: Lines without a number

  /// Whether a line has the shape of a heading: short, without a mark at its end or a colon, a full stop, a bar inside.
  ///
  /// A line set in bold as a whole may have a colon or a full stop at its end.
  private func resemblesHeading(_ bytes: Span<UInt8>, _ line: FoldedRange, isEmphasised: Bool) -> Bool {
    var range = line
    if isEmphasised, range.count > 3 {
      if bytes[range.end - 1] == 0x3A {
        range.end -= 1
      } else if HeadingMark(bytes, before: range.end) == .stop {
        range.end -= bytes[range.end - 1] < 0x80 ? 1 : 3
      }
    }
    guard range.count >= 6, range.count <= Self.longestUnnumbered * 4,
      characters(bytes, range.start, range.end, atMost: Self.longestUnnumbered) != nil,
      HeadingMark(bytes, before: range.end) == .none
    else { return false }
    var han = 0
    var dateSigns = 0
    var commas = 0
    var index = range.start
    while index < range.end {
      let byte = bytes[index]
      switch byte {
      case 0x2C:
        commas += 1
      case 0x21, 0x3A, 0x3B, 0x3F, 0x3D, 0x40, 0x5C, 0x7C:
        return false
      case 0xE3 where index + 2 < range.end:
        if ChineseNumeral.code(bytes, at: index) == 0xE3_80_82 { return false }
      case 0xE4...0xE9 where index + 2 < range.end:
        han += 1
        switch ChineseNumeral.code(bytes, at: index) {
        case 0xE5_B9_B4, 0xE6_9C_88, 0xE6_97_A5: dateSigns += 1
        default: break
        }
      default:
        break
      }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    // 2024年2月10日 is a date; (此件公开发布) is a note; 一是…, 第一,… are items of a list.
    guard han - dateSigns >= 2, commas <= 2, bytes[range.start] != 0x28, bytes[range.start] != 0x2C else {
      return false
    }
    let digits = bytes[range.start] >= 0xE4 && ChineseNumeral.code(bytes, at: range.start) == 0xE7_AC_AC ? 3 : 0
    if let numeral = ChineseNumeral.read(bytes, from: range.start + digits, to: range.end), numeral.end < range.end {
      if bytes[numeral.end] == 0x2C { return false }
      if numeral.end + 3 <= range.end, ChineseNumeral.code(bytes, at: numeral.end) == 0xE6_98_AF { return false }
    }
    return true
  }

  /// Turns candidates into headings when what stands before and after them allows it.
  ///
  /// At most two may stand in a row: a longer run of short lines is a list, a catalogue or a menu.
  private func accept(_ candidates: [Int], _ bytes: Span<UInt8>, _ lines: inout [HeadingLine?]) {
    var row = 0
    for (index, position) in candidates.enumerated().reversed() {
      let isBeforeCandidate = index + 1 < candidates.count && candidates[index + 1] == position + 1
      row = isBeforeCandidate ? row + 1 : 1
      let range = text.blocks[blocks[position]]
      let isEmphasised = document.blocks[blocks[position]].isEmphasised
      guard row <= 2, position + 1 < blocks.count,
        isEmphasised || mayFollow(bytes, position, lines, candidates, index)
      else { continue }
      let next = text.blocks[blocks[position + 1]]
      let leadsOn: Bool
      if lines[position + 1] != nil {
        leadsOn = true
      } else {
        leadsOn =
          !isBeforeCandidate && document.blocks[blocks[position + 1]].kind != .tableRow && next.count > range.count
          && (isEmphasised || next.count >= 60 || HeadingMark(bytes, before: next.end) != .none)
      }
      guard leadsOn else { continue }
      // The first lines of a longer row make the rest of it a list as well.
      if index > 1, candidates[index - 1] == position - 1, candidates[index - 2] == position - 2 { continue }
      lines[position] = HeadingLine(
        position: position, numbering: nil, style: .standalone, heading: range, markedLevel: nil)
    }
  }

  /// Whether the block before ends a sentence or is a heading, so that the line is no piece of a broken paragraph.
  private func mayFollow(
    _ bytes: Span<UInt8>, _ position: Int, _ lines: [HeadingLine?], _ candidates: [Int], _ index: Int
  ) -> Bool {
    guard position > 0 else { return true }
    let previous = blocks[position - 1]
    if document.blocks[previous].kind == .tableRow { return true }
    if lines[position - 1]?.style == .standalone { return true }
    if index > 0, candidates[index - 1] == position - 1 { return true }
    let range = text.blocks[previous]
    if range.isEmpty { return true }
    switch bytes[range.end - 1] {
    case 0x21, 0x22, 0x29, 0x3A, 0x3B, 0x3F: return true
    default: return HeadingMark(bytes, before: range.end) == .stop
    }
  }

  // MARK: Catalogues

  /// Drops a catalogue at the start: a row of numbered lines without text, whose first one comes again later.
  private func dropCatalogue(_ lines: inout [HeadingLine?]) {
    guard let first = lines.firstIndex(where: { $0 != nil }), let opening = lines[first] else { return }
    var end = first
    var tops = 0
    while end < lines.count, let line = lines[end], line.style == .standalone, let numbering = line.numbering {
      if numbering.style <= .chinese { tops += 1 }
      end += 1
    }
    guard tops >= 2, end - first >= 3 else { return }
    let wanted = text.bytes[opening.heading.start..<opening.heading.end]
    for line in lines[(first + 1)...] {
      guard let line, line.heading.count <= wanted.count, line.heading.count * 2 > wanted.count else { continue }
      // The line of a catalogue may carry a page number behind the heading.
      guard wanted.starts(with: text.bytes[line.heading.start..<line.heading.end]) else { continue }
      for index in first..<min(end, line.position) { lines[index] = nil }
      return
    }
  }
}
