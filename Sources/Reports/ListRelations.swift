import Matching
import SourceText

/// Announced numbers and the lists of what they announce.
extension FigureRelations {
  // MARK: 分别

  /// 申请材料、办理环节、跑动次数分别压减40%、68%、73%: as many values as things.
  func judgeSeveral(
    _ sentence: FigureSentence, _ matches: PhraseMatches, _ bytes: Span<UInt8>, into relations: inout [FigureRelation]
  ) {
    for phrase in severallyPhrases {
      matches.each(of: phrase, in: sentence.range) { word in
        if let relation = several(word, sentence, bytes) { relations.append(relation) }
        return true
      }
    }
  }

  private func several(_ word: FoldedRange, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> FigureRelation? {
    let values = values(behind: word, sentence, bytes)
    guard values.count > 1, let first = values.first, let last = values.last else { return nil }
    // What stands behind the values may name them: 分别为县级3个、乡级5个 does.
    let names = FoldedRange(clauseStart(bytes, before: word.start, from: sentence.range.start), word.start)
    guard incomplete.first(bytes, in: names) == nil else { return nil }
    let marks = marks(names, bytes)
    let isOpen = marks.commas > 0 && marks.joints > 0
    let items = 1 + marks.commas + marks.joints
    guard items > 1 else { return nil }
    let fits = isOpen ? (1 + marks.commas...items).contains(values.count) : items == values.count
    guard fits || !isOpen && !marks.isNested else { return nil }
    return FigureRelation(
      kind: .list, verdict: fits ? .ok : .contradicted, stated: FoldedRange(first.range.start, last.range.end),
      whole: names, parts: values.map(\.range),
      calculation: .count(items: fits ? values.count : items, announced: values.count))
  }

  /// The figures behind 分别 that follow one another with nothing between them but 、 or 和.
  private func values(behind word: FoldedRange, _ sentence: FigureSentence, _ bytes: Span<UInt8>) -> ArraySlice<Figure>
  {
    guard let start = sentence.figures.firstIndex(where: { $0.range.start >= word.end }),
      sentence.figures[start].subject.start <= word.start
    else { return [] }
    var end = start + 1
    while end < sentence.figures.endIndex {
      let gap = FoldedRange(sentence.figures[end - 1].range.end, sentence.figures[end].range.start)
      guard sentence.figures[end].measure == sentence.figures[start].measure, isJoint(gap, bytes) else { break }
      end += 1
    }
    return sentence.figures[start..<end]
  }

  private func isJoint(_ gap: FoldedRange, _ bytes: Span<UInt8>) -> Bool {
    if gap.count == 3, ChineseNumeral.code(bytes, at: gap.start) == 0xE3_80_81 { return true }
    guard let word = listJoints.longest(bytes, at: gap.start, to: gap.end) else { return false }
    let rest = gap.start + word.count
    // 约 before a value belongs to it.
    return rest == gap.end
  }

  private func clauseStart(_ bytes: Span<UInt8>, before index: Int, from floor: Int) -> Int {
    var place = index
    while place > floor {
      switch bytes[place - 1] {
      case 0x0A, 0x21, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F: return place
      case 0x82 where place - 3 >= floor && ChineseNumeral.code(bytes, at: place - 3) == 0xE3_80_82: return place
      default: place -= 1
      }
    }
    return place
  }

  /// What parts the things of a list.
  private struct Marks {
    var commas = 0
    var joints = 0
    /// Whether a quotation, a title or a bracket stands in it, whose marks may be its own.
    var isNested = false
  }

  private func marks(_ range: FoldedRange, _ bytes: Span<UInt8>) -> Marks {
    var marks = Marks()
    var index = range.start
    var isQuoted = false
    var depth = 0
    while index < range.end {
      let byte = bytes[index]
      if byte == 0x22 {
        isQuoted.toggle()
        marks.isNested = true
      } else if byte == 0xE3, index + 3 <= range.end {
        switch ChineseNumeral.code(bytes, at: index) {
        case 0xE3_80_81: if !isQuoted, depth == 0 { marks.commas += 1 }
        case 0xE3_80_8A: (depth, marks.isNested) = (depth + 1, true)
        case 0xE3_80_8B: depth = max(0, depth - 1)
        default: break
        }
      } else if byte >= 0xE4, let word = notJoints.longest(bytes, at: index, to: range.end) {
        index += word.count
        continue
      } else if byte >= 0xE4, !isQuoted, depth == 0, index > range.start,
        let word = listJoints.longest(bytes, at: index, to: range.end)
      {
        marks.joints += 1
        index += word.count
        continue
      }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return marks
  }

  // MARK: 六个一, 三大项, 3个100%

  /// Numbers of things and the list of them right before, or behind a word such as 即.
  func judgeAnnouncements(_ figure: Announcement, _ bytes: Span<UInt8>, _ sentence: FoldedRange) -> FigureRelation? {
    func relation(_ list: FoldedRange, _ items: Int, _ verdict: FigureRelation.Verdict) -> FigureRelation {
      FigureRelation(
        kind: .list, verdict: verdict, stated: figure.range, whole: list, parts: [],
        calculation: .count(items: items, announced: figure.count))
    }
    // Behind: 采用“六个一”思路,即“一个方案、一套标准、…”
    var next = figure.range.end
    let limit = min(sentence.end, next + 60)
    while next < limit, bytes[next] != 0x2C, bytes[next] != 0x3A, bytes[next] != 0x28 {
      next += bytes[next] < 0x80 ? 1 : bytes[next] < 0xE0 ? 2 : bytes[next] < 0xF0 ? 3 : 4
    }
    if next < limit, let word = listOpeners.longest(bytes, at: next + 1, to: sentence.end) {
      var list = FoldedRange(next + 1 + word.count, sentence.end)
      if list.start < list.end, bytes[list.start] == 0x22 || bytes[list.start] == 0x3A { list.start += 1 }
      var end = list.start
      var depth = 0
      scan: while end < list.end {
        switch bytes[end] {
        case 0x22, 0x2C, 0x3B, 0x29, 0x3A, 0x28: break scan
        case 0xE3 where end + 3 <= list.end:
          switch ChineseNumeral.code(bytes, at: end) {
          case 0xE3_80_8A: depth += 1
          case 0xE3_80_8B: depth -= 1
          case 0xE3_80_82: break scan
          default: break
          }
        default: break
        }
        end += bytes[end] < 0x80 ? 1 : bytes[end] < 0xE0 ? 2 : bytes[end] < 0xF0 ? 3 : 4
      }
      list.end = min(end, list.end)
      let marks = marks(list, bytes)
      let items = 1 + marks.commas
      if marks.commas > 0, incomplete.first(bytes, in: list) == nil, depth == 0 {
        if figure.count == items || marks.joints > 0 && (items...items + marks.joints).contains(figure.count) {
          return relation(list, figure.count, .ok)
        }
        // A comma parts things too, and a joint may or may not.
        if marks.joints == 0, !marks.isNested, end < sentence.end,
          bytes[end] == 0x22 || bytes[end] == 0xE3 || marks.commas > 1 && haveOneLength(list, bytes, fromFirst: true)
        {
          return relation(list, items, .contradicted)
        }
      }
      return nil
    }
    if let titles = titles(before: figure, bytes, sentence) {
      return relation(titles.list, titles.items, titles.verdict)
    }
    // Before: “A、B、C”3个100%, and A、B、C“三大项” where it fits.
    var end = figure.range.start
    if end > sentence.start, bytes[end - 1] == 0x22 { end -= 1 }
    let isClosed = end == figure.range.start - 1 && end > sentence.start && !figure.isQuoted
    var start = end
    while start > sentence.start, bytes[start - 1] != 0x22, bytes[start - 1] != 0x2C, bytes[start - 1] != 0x3B,
      bytes[start - 1] != 0x3A
    {
      start -= 1
    }
    let list = FoldedRange(start, end)
    guard list.count >= 9, incomplete.first(bytes, in: list) == nil else { return nil }
    let marks = marks(list, bytes)
    let items = 1 + marks.commas
    guard marks.commas > 0 else { return nil }
    if figure.count == items || (items...items + marks.joints).contains(figure.count) {
      return relation(list, figure.count, .ok)
    }
    guard marks.joints == 0, !marks.isNested else { return nil }
    if isClosed, start > sentence.start, bytes[start - 1] == 0x22 { return relation(list, items, .contradicted) }
    // 健全学习、会商、督办、考核、通报六项制度: words of one length are things of one list, up to the number.
    guard !isClosed, !figure.isQuoted, abs(figure.count - items) == 1, marks.commas > 1, figure.isOfKinds,
      haveOneLength(list, bytes)
    else { return nil }
    return relation(list, items, .contradicted)
  }

  /// Whether all things of a list have as many characters, but for the first where other words may stand before it.
  private func haveOneLength(_ list: FoldedRange, _ bytes: Span<UInt8>, fromFirst: Bool = false) -> Bool {
    var lengths: [Int] = []
    var start = fromFirst ? list.start : nil
    var index = list.start
    while index < list.end {
      if bytes[index] == 0xE3, index + 3 <= list.end, ChineseNumeral.code(bytes, at: index) == 0xE3_80_81 {
        if let start { lengths.append(index - start) }
        start = index + 3
        index += 3
      } else {
        index += bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
      }
    }
    guard let start, let first = lengths.first else { return false }
    lengths.append(list.end - start)
    return first > 0 && lengths.allSatisfy { $0 == first }
  }

  /// 印发《甲办法》《乙办法》2个文件: titles that a number of documents stands behind, with 等 or without.
  private func titles(
    before figure: Announcement, _ bytes: Span<UInt8>, _ sentence: FoldedRange
  ) -> (list: FoldedRange, items: Int, verdict: FigureRelation.Verdict)? {
    var end = figure.range.start
    var isOpen = false
    if let word = incomplete.longestSuffix(bytes, from: sentence.start, to: end) {
      isOpen = true
      end -= word.count
    }
    guard end - 3 >= sentence.start, ChineseNumeral.code(bytes, at: end - 3) == 0xE3_80_8B else { return nil }
    let behind = FoldedRange(figure.range.end, min(sentence.end, figure.range.end + 18))
    var next = figure.range.end
    while next < behind.end, documents.longest(bytes, at: next, to: sentence.end) == nil {
      guard bytes[next] >= 0xE4, bytes[next] < 0xF0 else { return nil }
      next += 3
    }
    guard next < behind.end else { return nil }
    var start = end
    var items = 0
    while start - 3 >= sentence.start, ChineseNumeral.code(bytes, at: start - 3) == 0xE3_80_8B {
      var depth = 1
      start -= 3
      repeat {
        start -= 1
        guard start >= sentence.start else { return nil }
        if bytes[start] == 0xE3, start + 3 <= end {
          let code = ChineseNumeral.code(bytes, at: start)
          depth += code == 0xE3_80_8B ? 1 : code == 0xE3_80_8A ? -1 : 0
        }
      } while depth > 0
      items += 1
      if start - 3 >= sentence.start, ChineseNumeral.code(bytes, at: start - 3) == 0xE3_80_81 {
        start -= 3
      } else if let word = listJoints.longestSuffix(bytes, from: sentence.start, to: start) {
        start -= word.count
      }
    }
    let list = FoldedRange(start, end)
    if isOpen ? items <= figure.count : items == figure.count { return (list, figure.count, .ok) }
    return items > 1 ? (list, items, .contradicted) : nil
  }

  /// A number with a word that things are listed under.
  struct Announcement {
    var range: FoldedRange
    var count: Int
    var isQuoted: Bool
    /// Whether it counts kinds of things, of which each has its own name.
    var isOfKinds = false
  }

  // MARK: 一是, 二是

  /// Enumerations in their order, with the number of things that was announced before them, and announced lists.
  func judgeEnumerations(
    _ text: FoldedText, _ matches: PhraseMatches, _ sentences: [FoldedRange], into relations: inout [FigureRelation]
  ) {
    let bytes = text.bytes.span
    var found: [(place: FoldedRange, number: Int)] = []
    for (number, phrases) in items.enumerated() {
      for phrase in phrases {
        matches.each(of: phrase) { if opensClause(bytes, $0.start) { found.append(($0, number + 1)) } }
      }
    }
    found.sort { $0.place.start < $1.place.start }
    var first = 0
    while first < found.count {
      guard found[first].number == 1 else {
        first += 1
        continue
      }
      var last = first
      while last + 1 < found.count, found[last + 1].number == found[last].number + 1 { last += 1 }
      // A number that is left out or comes twice is for the rules on numbering to tell.
      let isWhole = last + 1 == found.count || found[last + 1].number == 1
      if isWhole, last > first {
        let announced = announced(before: found[first].place.start, bytes)
        let items = last - first + 1
        relations.append(
          FigureRelation(
            kind: .list, verdict: announced.map { $0.count == items } ?? true ? .ok : .contradicted,
            stated: announced?.range ?? found[last].place, whole: found[last].place, parts: [],
            calculation: .count(items: items, announced: announced?.count ?? items)))
      }
      first = last + 1
    }
    judgeAnnouncements(bytes, sentences, matches, into: &relations)
  }

  private func opensClause(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch bytes[index - 1] {
    case 0x0A, 0x20, 0x29, 0x2C, 0x3A, 0x3B: return true
    default: return index >= 3 && [0xE3_80_82, 0xE3_80_81].contains(ChineseNumeral.code(bytes, at: index - 3))
    }
  }

  /// 抓好三项工作: before 一是, with nothing but a few words between the number and the colon.
  private func announced(before index: Int, _ bytes: Span<UInt8>) -> Announcement? {
    guard index > 0, bytes[index - 1] == 0x3A else { return nil }
    var start = index - 1
    while start > 3, index - start < 30, bytes[start - 1] != 0x2C, bytes[start - 1] != 0x0A { start -= 1 }
    while start < index, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var last: Announcement?
    var place = start
    while place + 3 < index {
      if let found = announcement(bytes, at: place, to: index - 1) {
        last = found
        place = found.range.end
      } else {
        place += bytes[place] < 0x80 ? 1 : bytes[place] < 0xE0 ? 2 : 3
      }
    }
    return last
  }

  /// A number of 2 to 20 with a word that things are listed under: 六个, 3个, 三大项.
  private func announcement(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Announcement? {
    let count: Int
    let next: Int
    if (0x30...0x39).contains(bytes[start]) {
      guard start == 0 || !(0x2D...0x39).contains(bytes[start - 1]) else { return nil }
      let number = NumberToken(bytes, at: start, to: end)
      guard let value = number.value?.integer else { return nil }
      (count, next) = (value, number.end)
    } else {
      // 第三个, 二十三项
      if start >= 3, bytes[start - 1] >= 0x80 {
        let code = ChineseNumeral.code(bytes, at: start - 3)
        if ChineseNumeral.isNumeral(code) || code == 0xE7_AC_AC { return nil }
      }
      guard let number = ChineseNumeral.readCount(bytes, from: start, to: end) else { return nil }
      (count, next) = (number.value, number.end)
    }
    guard (2...20).contains(count), let word = listed.longest(bytes, at: next, to: end) else { return nil }
    // A quotation mark before it closes a list unless another one closes behind it.
    var close = next
    while close < min(end, next + 24), bytes[close] != 0x22, bytes[close] >= 0x80 { close += 1 }
    let isQuoted = start > 0 && bytes[start - 1] == 0x22 && close < end && bytes[close] == 0x22
    let unit = FoldedRange(next, next + word.count)
    let kind = listedKinds.longest(bytes, at: next, to: end).map { $0.count }
    return Announcement(
      range: FoldedRange(start, unit.end), count: count, isQuoted: isQuoted, isOfKinds: kind == unit.count)
  }

  private func judgeAnnouncements(
    _ bytes: Span<UInt8>, _ sentences: [FoldedRange], _ matches: PhraseMatches, into relations: inout [FigureRelation]
  ) {
    guard let first = sentences.first, let last = sentences.last else { return }
    // A number begins in few places of a text, and a look at each character is dear.
    var places = digits(bytes, in: FoldedRange(first.start, last.end))
    for numeral in numerals {
      matches.each(of: numeral) { if mayBeAnnounced(bytes, $0.start) { places.append($0.start) } }
    }
    places.sort()
    var next = 0
    var end = 0
    for place in places where place >= end {
      while next < sentences.count, sentences[next].end <= place { next += 1 }
      guard next < sentences.count else { return }
      let sentence = sentences[next]
      guard sentence.start <= place, sentence.count > 12, let found = announcement(bytes, at: place, to: sentence.end)
      else { continue }
      if let relation = judgeAnnouncements(found, bytes, sentence) { relations.append(relation) }
      end = found.range.end
    }
  }

  /// Whether a word that things are listed under may stand behind the numeral at a place, which may go on.
  private func mayBeAnnounced(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    let next = place &+ 3
    if next &+ 3 <= bytes.count, ChineseNumeral.isNumeral(ChineseNumeral.code(bytes, at: next)) { return true }
    // 一个
    return listed.mayStart(bytes, at: next, to: bytes.count) && ChineseNumeral.code(bytes, at: place) != 0xE4_B8_80
  }

  /// Where numbers in digits begin that may announce a list: those of two digits at most.
  private func digits(_ bytes: Span<UInt8>, in range: FoldedRange) -> [Int] {
    var places: [Int] = []
    var index = range.start
    let end = min(range.end, bytes.count)
    while index < end {
      while index &+ 16 <= end, !EightBytes(bytes, at: index).hasASCII(orIn: EightBytes(bytes, at: index &+ 8)) {
        index &+= 16
      }
      if index &+ 8 <= end {
        let digits = EightBytes(bytes, at: index).places(with: 0x30, below: 10)
        if digits == 0 {
          index &+= 8
          continue
        }
        index &+= EightBytes.first(digits)
      }
      guard index < end, bytes[index] &- 0x30 < 10 else {
        index &+= 1
        continue
      }
      let start = index
      while index < end, bytes[index] &- 0x30 < 10 { index &+= 1 }
      guard index &- start < 3 || bytes[start] == 0x30 else { continue }
      // 2.5, 1,200
      if index < end, bytes[index] == 0x2C || bytes[index] == 0x2E || listed.mayStart(bytes, at: index, to: end) {
        places.append(start)
      }
    }
    return places
  }
}
