import Matching
public import SourceText

/// Questions that rules ask of a report's text.
extension Report {
  /// The position in `sentences` of the sentence that holds the byte at `offset`.
  public func sentenceIndex(at offset: Int) -> Int? {
    sentences.index(holding: offset)
  }

  /// The sentence around the start of a range, or the range itself outside of sentences.
  public func sentence(around range: FoldedRange) -> FoldedRange {
    sentenceIndex(at: range.start).map { sentences[$0] } ?? range
  }

  /// The position in `sections` of the section in whose heading all of a range stands.
  public func sectionIndex(headedAt range: FoldedRange) -> Int? {
    let next = sections.partitioningIndex { $0.heading.start > range.start }
    return next > 0 && sections[next - 1].heading.contains(range) ? next - 1 : nil
  }

  /// How many Chinese characters a stretch has.
  public func hanCharacters(in range: FoldedRange) -> Int {
    // Lead bytes E4 to E9 are U+4000 to U+9FFF: the unified ideographs, but for the few of extension A.
    text.bytes.span.count(from: range.start, to: range.end) { $0 &- 0xE4 < 6 }
  }

  /// How many facts a stretch names: figures, and documents in 《》.
  public func facts(in range: FoldedRange) -> Int {
    figureCount(in: range) + documentCount(in: range)
  }

  /// How many facts a stretch names when dates count among them.
  public func datedFacts(in range: FoldedRange) -> Int {
    facts(in: range)
      + dates.count { $0.kind == .mentioned && ($0.range.map(range.contains) ?? false) }
  }

  /// How many figures a stretch names.
  public func figureCount(in range: FoldedRange) -> Int {
    let first = figures.partitioningIndex { $0.range.start >= range.start }
    var count = 0
    for figure in figures[first...] {
      if figure.range.end > range.end { break }
      // 四个方面 is no figure to show for what was done.
      if !figure.isSpelled { count += 1 }
    }
    return count
  }

  /// How many titled documents (《…》) a stretch names.
  public func documentCount(in range: FoldedRange) -> Int {
    titleMark.map { matches.count(of: $0, in: range) } ?? 0
  }

  /// What stands between 《 and 》, the marks included, in reading order.
  public var documentTitles: [FoldedRange] {
    guard let titleMark else { return [] }
    var titles: [FoldedRange] = []
    let bytes = text.bytes.span
    // Where the marks are open that no mark has closed yet, and how far the text has been looked at: once, however many are open.
    var open: [Int] = []
    var seen = 0
    matches.each(of: titleMark) { mark in
      if mark.start < seen { return }
      let end = text.block(at: mark.start).map { text.blocks[$0].end } ?? mark.end
      open.removeAll(keepingCapacity: true)
      seen = mark.start
      repeat {
        guard seen + 2 < end else {
          seen = end
          return
        }
        guard bytes[seen] == 0xE3, bytes[seen + 1] == 0x80, bytes[seen + 2] | 1 == 0x8B else {
          seen += 1
          continue
        }
        let isOpening = bytes[seen + 2] == 0x8A
        seen += 3
        if isOpening {
          open.append(seen - 3)
        } else if let start = open.popLast() {
          // A title in a title is no title of its own.
          while let last = titles.last, last.start > start { titles.removeLast() }
          titles.append(FoldedRange(start, seen))
        }
      } while !open.isEmpty
    }
    return titles
  }

  /// What stands between quotation marks, the marks included, in reading order.
  ///
  /// Folded marks have no direction: in each paragraph the first opens, the second closes, and so on.
  public var quotations: [FoldedRange] {
    guard let quoteMark else { return [] }
    var quotations: [FoldedRange] = []
    var open: (place: Int, block: Int?)?
    matches.each(of: quoteMark, in: body) { mark in
      let block = text.block(at: mark.start)
      if let start = open, start.block == block {
        quotations.append(FoldedRange(start.place, mark.end))
        open = nil
      } else {
        open = (mark.start, block)
      }
      return true
    }
    return quotations
  }

  /// Where the clauses of the body begin, ascending: at the start of a block or behind one of the marks , ; : ! ? and 。
  public var clauseStarts: [Int] {
    let bytes = text.bytes.span
    let end = min(body.end, bytes.count)
    guard body.start < end else { return [] }
    let marks = marks ?? TextSigns(text, in: body).marks
    var starts: [Int] = []
    starts.reserveCapacity(marks.count + 1)
    starts.append(body.start)
    for mark in marks {
      let start: Int
      switch bytes[mark] {
      case 0x0A, 0x21, 0x2C, 0x3A, 0x3B, 0x3F: start = mark &+ 1
      case 0xE3 where mark &+ 2 < end && bytes[mark &+ 1] == 0x80 && bytes[mark &+ 2] == 0x82: start = mark &+ 3
      default: continue
      }
      if start < end { starts.append(start) }
    }
    return starts
  }
}

extension FoldedText {
  /// The clause around a range: what lies between two of the marks , ; : ! ? 。 or the ends of the block.
  public func clause(around range: FoldedRange) -> FoldedRange {
    let bytes = self.bytes.span
    var start = min(range.start, bytes.count)
    while start > 0, !Self.endsClause(bytes, before: start) { start -= 1 }
    var end = min(max(range.end, start), bytes.count)
    while end < bytes.count, !Self.startsMark(bytes, at: end) { end += 1 }
    return FoldedRange(start, end)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x21, 0x2C, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }

  private static func endsClause(_ bytes: Span<UInt8>, before index: Int) -> Bool {
    isMark(bytes[index - 1])
      || bytes[index - 1] == 0x82 && index >= 3 && bytes[index - 2] == 0x80 && bytes[index - 3] == 0xE3
  }

  private static func startsMark(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    isMark(bytes[index])
      || bytes[index] == 0xE3 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
  }
}

extension Report {
  /// Whether a stretch ends in a mark that closes or parts sentences: 。！？；，、
  public func endsInMark(_ range: FoldedRange) -> Bool {
    guard !range.isEmpty, range.end <= text.bytes.count else { return false }
    return switch HeadingMark(text.bytes.span, before: range.end) {
    case .stop, .semicolon: true
    case .open: text.bytes[range.end - 1] == UInt8(ascii: ",") || text.bytes[range.end - 1] >= 0x80
    case .none: false
    }
  }

  /// Whether a character of Chinese writing stands right before an offset.
  public func isHan(before offset: Int) -> Bool {
    guard offset >= 3, offset <= text.bytes.count else { return false }
    return text.bytes[offset - 3] &- 0xE4 < 6 && text.bytes[offset - 1] & 0xC0 == 0x80
  }
}

extension Report {
  /// The position in `sections` of the section whose heading starts at an offset.
  public func sectionIndex(startingAt offset: Int) -> Int? {
    let index = sections.partitioningIndex { $0.heading.start >= offset }
    return index < sections.count && sections[index].heading.start == offset ? index : nil
  }

  /// The position of the section whose heading is all of a block.
  public func standaloneHeading(of block: FoldedRange) -> Int? {
    sectionIndex(startingAt: block.start).flatMap { sections[$0].style == .standalone ? $0 : nil }
  }

  /// Whether a stretch opens with a number in Chinese characters, as items of lists do: 一是…
  public func opensWithNumeral(_ range: FoldedRange) -> Bool {
    ChineseNumeral.read(text.bytes.span, from: range.start, to: range.end) != nil
  }

  /// Whether a Chinese numeral stands right before an offset: 十 before the 二 of 十二是.
  public func isNumeral(before offset: Int) -> Bool {
    isHan(before: offset) && ChineseNumeral.read(text.bytes.span, from: offset - 3, to: offset) != nil
  }

  /// Whether a clause of a stretch opens with a number in Chinese characters: 二要…, (二)…, 其二…
  public func opensClause(withNumber number: Int, in range: FoldedRange) -> Bool {
    let numeral = Array(Numbering.numeral(number).utf8)
    let bytes = text.bytes.span
    var index = range.start
    while index + numeral.count <= range.end {
      if bytes[index] == numeral[0], text.bytes[index..<(index + numeral.count)].elementsEqual(numeral),
        !isHan(before: index) || !isHan(before: index - 3), !isNumeral(before: index + numeral.count + 3)
      {
        return true
      }
      index += 1
    }
    return false
  }
}

extension FoldedText {
  /// The position in `blocks` of the block that holds the byte at `offset`.
  public func block(at offset: Int) -> Int? {
    blocks.index(holding: offset)
  }

  /// The places of folded bytes in a stretch, ascending, for words that the automaton does not know; they may overlap.
  public func occurrences(of needle: [UInt8], in region: FoldedRange) -> [FoldedRange] {
    if needle.isEmpty { return [] }
    // The byte to look for: one of a digit or mark, of which Chinese text has few, else the last one of the first character,
    // since the first bytes of all characters are much the same.
    let anchor = needle.lastIndex { $0 < 0x80 } ?? min(2, needle.count - 1)
    let bytes = self.bytes.span
    var found: [FoldedRange] = []
    var place = region.start + anchor
    let end = region.end - (needle.count - 1 - anchor)
    // Where the stretch ends of which it is known that the byte is in it: most have none, and 64 bytes are looked at like one.
    var known = place
    while place < end {
      if place >= known, place &+ 64 <= end {
        let byte = needle[anchor]
        if !bytes.extracting(place..<(place &+ 64)).containsAny(where: { $0 == byte }) {
          place &+= 64
          continue
        }
        known = place &+ 64
      }
      if place &+ 8 <= end {
        let places = EightBytes(bytes, at: place).places(of: needle[anchor])
        if places == 0 {
          place &+= 8
          continue
        }
        place &+= EightBytes.first(places)
      }
      let start = place - anchor
      var length = 0
      while length < needle.count, bytes[start + length] == needle[length] { length += 1 }
      if length == needle.count { found.append(FoldedRange(start, start + length)) }
      place &+= 1
    }
    return found
  }

  /// Whether two names can be those of one body: one has all characters of the other in their order, or both begin with the same region.
  ///
  /// 南屏省云溪县 and 云溪县人民政府 are one body; 云溪县人民政府 and 青禾镇人民政府 are not.
  public func namesOneBody(_ first: FoldedRange, _ second: FoldedRange) -> Bool {
    let left = Array(string(first).unicodeScalars.filter { $0 != " " && $0 != "\n" })
    let right = Array(string(second).unicodeScalars.filter { $0 != " " && $0 != "\n" })
    guard !left.isEmpty, !right.isEmpty else { return false }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    // Short forms leave characters out and keep the order: 望澜区委 in 澜川市望澜区委员会.
    var next = 0
    for scalar in long where next < short.count && scalar == short[next] { next += 1 }
    if next == short.count { return true }
    // The longest end of one that begins the other, three characters at least: a county's name with its last word.
    func overlap(_ tail: [Unicode.Scalar], _ head: [Unicode.Scalar]) -> Int {
      (1...min(tail.count, head.count)).last { Array(tail.suffix($0)) == Array(head.prefix($0)) } ?? 0
    }
    return overlap(left, right) >= 3 || overlap(right, left) >= 3
  }
}

extension [FoldedRange] {
  /// The position of the range that holds the byte at `offset`, among ranges that ascend and do not overlap.
  fileprivate func index(holding offset: Int) -> Int? {
    let next = partitioningIndex { $0.start > offset }
    return next > 0 && offset < self[next - 1].end ? next - 1 : nil
  }
}
