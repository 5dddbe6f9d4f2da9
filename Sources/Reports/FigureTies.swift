import SourceText

/// The words by which a rate's name finds its part and its base.
extension FigureRelations {
  /// The words behind a figure, up to the next mark or number: 配备法律顾问 in 203个配备法律顾问.
  func tail(of figure: Figure, _ bytes: Span<UInt8>, to end: Int) -> FoldedRange {
    var index = figure.range.end
    let limit = min(end, index + 60)
    scan: while index < limit {
      switch bytes[index] {
      case 0x0A, 0x21, 0x28...0x29, 0x2C, 0x30...0x3B, 0x3F, 0x7C: break scan
      case 0xE3 where index + 3 <= end:
        if Self.isStop(ChineseNumeral.code(bytes, at: index)) { break scan }
        index += 3
      case let byte: index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    return FoldedRange(figure.range.end, index)
  }

  /// Whether a character is 、 or 。
  private static func isStop(_ code: UInt32) -> Bool { code == 0xE3_80_81 || code == 0xE3_80_82 }

  /// How many bytes of a part's words are left when what it shares with the rate's name is taken away; nil when they
  /// share nothing that the base lacks.
  ///
  /// They share two characters, or call one act by two words: 审结 and 结案率.
  func tie(_ rate: Rate, _ part: Figure, _ base: Figure, _ bytes: Span<UInt8>, to end: Int) -> Int? {
    if let left = tie(bytes, stem: rate.stem, part: part.subject, base: base.subject) { return left }
    let tail = tail(of: part, bytes, to: end)
    if !tail.isEmpty, tie(bytes, stem: rate.stem, part: tail, base: base.subject) != nil { return 0 }
    let stem = near(rate.stem, bytes)
    let acts = actTables.found(bytes, in: stem)
    if acts.isEmpty { return nil }
    let wide = wide(part.subject, bytes)
    for (index, act) in sameActs.enumerated() where acts.mayHave(index) && act.first(bytes, in: stem) != nil {
      for words in [near(part.subject, bytes), tail, wide] {
        guard let word = act.first(bytes, in: words) else { continue }
        let isMarked = ofWhich.longest(bytes, at: words.start, to: words.end) != nil
        let isOwn =
          isMarked || act.first(bytes, in: near(base.subject, bytes)) == nil
          || done.longestSuffix(bytes, from: words.start, to: word.start) != nil
        // 不予受理 and 未整改 are what the rate leaves out.
        if isOwn, !isNegated(bytes, word, in: words) { return words == part.subject ? words.count - word.count : 0 }
      }
    }
    return nil
  }

  /// Whether a figure is called as a rate is, or after its act.
  func isNamed(_ rate: Rate, _ part: Figure, _ bytes: Span<UInt8>, to end: Int) -> Bool {
    let words = near(part.subject, bytes)
    let tail = tail(of: part, bytes, to: end)
    let stem = near(rate.stem, bytes)
    let ending = FoldedRange(stem.end - 6, stem.end)
    if stem.count >= 6, contains(bytes, words, ending) || contains(bytes, tail, ending) { return true }
    let acts = actTables.found(bytes, in: stem)
    if acts.isEmpty { return false }
    return sameActs.indices.contains { index in
      let act = sameActs[index]
      return acts.mayHave(index) && act.first(bytes, in: stem) != nil
        && (act.first(bytes, in: words) != nil || act.first(bytes, in: tail) != nil)
    }
  }

  private func isNegated(_ bytes: Span<UInt8>, _ word: FoldedRange, in words: FoldedRange) -> Bool {
    counterparts.longestSuffix(bytes, from: words.start, to: word.start) != nil
  }

  /// A subject with what 、 parts from it: 撤销、变更、确认违法27件.
  private func wide(_ subject: FoldedRange, _ bytes: Span<UInt8>) -> FoldedRange {
    var start = subject.start
    let floor = max(0, start - 60)
    scan: while start > floor {
      switch bytes[start - 1] {
      case 0x0A, 0x21, 0x28...0x29, 0x2C, 0x30...0x3B, 0x3F, 0x7C: break scan
      case 0x82 where start >= 3 && ChineseNumeral.code(bytes, at: start - 3) == 0xE3_80_82: break scan
      default: start -= 1
      }
    }
    return FoldedRange(wholeCharacter(bytes, start), subject.end)
  }

  /// The last thirty characters of a subject, where what it names stands.
  func near(_ range: FoldedRange, _ bytes: Span<UInt8>) -> FoldedRange {
    FoldedRange(wholeCharacter(bytes, max(range.start, range.end - 90)), range.end)
  }

  /// Whether a figure is said to be so many of those before it: 217个行政村中已有203个, 8个项目中,已提请6个.
  func isAmong(_ part: Figure, of base: Figure, _ bytes: Span<UInt8>) -> Bool {
    let end = part.range.start
    guard base.range.end < end, end - base.range.end <= 90 else { return false }
    var index = base.range.end
    while index < end {
      if let word = notAmong.longest(bytes, at: index, to: end) {
        index += word.count
        continue
      }
      if let word = among.longest(bytes, at: index, to: end) {
        let next = index + word.count
        // What follows goes on in the same clause, or behind one comma.
        return !hasMark(bytes, FoldedRange(min(next + 1, end), end))
      }
      // The thing that is counted may have a bracket: 行政村(社区).
      switch bytes[index] {
      case 0x0A, 0x21, 0x2C, 0x3A, 0x3B, 0x3F, 0x7C: return false
      case 0xE3 where Self.isStop(ChineseNumeral.code(bytes, at: index)): return false
      case let byte: index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    return false
  }

  private func hasMark(_ bytes: Span<UInt8>, _ range: FoldedRange) -> Bool {
    (range.start..<max(range.start, range.end)).contains { index in
      switch bytes[index] {
      case 0x0A, 0x21, 0x2C, 0x3A, 0x3B, 0x3F: true
      case 0xE3 where index + 3 <= range.end:
        Self.isStop(ChineseNumeral.code(bytes, at: index))
      default: false
      }
    }
  }

  /// Whether the clause of `second` is the one directly behind that of `first`.
  func follows(_ first: Figure, _ second: Figure, _ bytes: Span<UInt8>) -> Bool {
    guard first.range.end <= second.subject.start else { return false }
    let tail = tail(of: first, bytes, to: second.subject.start)
    let next = skipMarks(bytes, from: tail.end, to: second.subject.start)
    return next >= second.subject.start && next - tail.end <= 3
  }

  /// Where the commas, opening brackets, 、 and spaces that begin at a place end.
  func skipMarks(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == 0x2C || byte == 0x28 || byte == 0x20 {
        index += 1
      } else if index + 3 <= end, ChineseNumeral.code(bytes, at: index) == 0xE3_80_81 {
        index += 3
      } else {
        break
      }
    }
    return index
  }

  func tie(_ bytes: Span<UInt8>, stem: FoldedRange, part: FoldedRange, base: FoldedRange) -> Int? {
    let stem = FoldedRange(wholeCharacter(bytes, max(stem.start, stem.end - 60)), stem.end)
    let part = near(part, bytes)
    let base = near(base, bytes)
    // 其中 says whose part it is.
    let isMarked = ofWhich.longest(bytes, at: part.start, to: part.end) != nil
    var index = stem.start
    while index + 6 <= stem.end {
      // 规范性文件报备率: what is counted says nothing of what was done with it.
      if let thing = things.longest(bytes, at: index, to: stem.end) {
        index += thing.count
        continue
      }
      let byte = bytes[index]
      if byte >= 0xE4, byte < 0xF0, bytes[index + 3] >= 0xE4, bytes[index + 3] < 0xF0 {
        let pair = FoldedRange(index, index + 6)
        if let place = place(bytes, of: pair, in: part),
          isMarked || !contains(bytes, base, pair) || isDue(bytes, base, pair)
            || done.longestSuffix(bytes, from: part.start, to: place.start) != nil,
          !isNegated(bytes, place, in: part) || isNegated(bytes, pair, in: stem)
        {
          let isWhole = contains(bytes, part, stem)
          return part.count - (isWhole ? stem.count : 6)
        }
      }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  /// Whether the base is what was due: 应出庭80件 before 实际出庭80件.
  private func isDue(_ bytes: Span<UInt8>, _ base: FoldedRange, _ pair: FoldedRange) -> Bool {
    guard let place = place(bytes, of: pair, in: base) else { return false }
    return due.longestSuffix(bytes, from: base.start, to: place.start) != nil
  }

  /// Whether something is said of what the year before left over; 比上年 only compares with it.
  func carriesOver(_ bytes: Span<UInt8>, _ range: FoldedRange) -> Bool {
    var rest = range
    while let word = carryOver.first(bytes, in: rest) {
      if compared.longestSuffix(bytes, from: rest.start, to: word.start) == nil,
        fromWords.longestSuffix(bytes, from: rest.start, to: word.start) == nil
      {
        return true
      }
      rest.start = word.end
    }
    return false
  }

  func contains(_ bytes: Span<UInt8>, _ range: FoldedRange, _ wanted: FoldedRange) -> Bool {
    place(bytes, of: wanted, in: range) != nil
  }

  /// Where the words of one range stand in another.
  func place(_ bytes: Span<UInt8>, of wanted: FoldedRange, in range: FoldedRange) -> FoldedRange? {
    var index = range.start
    // First bytes of characters are much the same, third ones are not.
    let anchor = max(0, min(2, wanted.count - 1))
    while index + wanted.count <= range.end {
      if wanted.count > 0, bytes[index &+ anchor] != bytes[wanted.start &+ anchor] {
        index &+= 1
        continue
      }
      var offset = 0
      while offset < wanted.count, bytes[index + offset] == bytes[wanted.start + offset] { offset += 1 }
      if offset == wanted.count { return FoldedRange(index, index + wanted.count) }
      index += 1
    }
    return nil
  }
}
