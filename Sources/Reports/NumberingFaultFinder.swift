import SourceText

/// Finds the faults in the numbers of a section tree.
struct NumberingFaultFinder {
  private let sections: [Section]
  private let text: FoldedText
  private var found: [NumberingFault] = []
  /// How many sequences of each style begin with 1 and go on.
  private var sequenceCounts = Array(repeating: 0, count: Numbering.Style.allCases.count)

  /// Sections with one parent and one style of number, in reading order.
  private struct Sequence {
    var style: Numbering.Style
    var parent: Int?
    var members: [Int]
  }

  init(sections: [Section], text: FoldedText) {
    self.sections = sections
    self.text = text
  }

  mutating func faults() -> [NumberingFault] {
    let sequences = sequences()
    for sequence in sequences where number(sequence.members[0]) == 1 && sequence.members.count > 1 {
      sequenceCounts[sequence.style.rawValue] += 1
    }
    // The last number of each style so far, for numbers that run on.
    var last: [Int?] = Array(repeating: nil, count: Numbering.Style.allCases.count)
    for sequence in sequences where isOneKind(sequence) {
      let previous = sequence.parent == nil ? nil : last[sequence.style.rawValue]
      judgeFirst(sequence, previous: previous)
      last[sequence.style.rawValue] = judgeRest(sequence)
    }
    judgeMixture(sequences)
    found.sort { ($0.section, $0.kind.rawValue) < ($1.section, $1.kind.rawValue) }
    return found
  }

  /// In the order of their first members, which is the order of reading.
  private func sequences() -> [Sequence] {
    var sequences: [Sequence] = []
    var known: [Int: Int] = [:]
    for (index, section) in sections.enumerated() {
      guard let numbering = section.numbering else { continue }
      let key = ((section.parent ?? -1) + 1) * 8 + numbering.style.rawValue
      if let place = known[key] {
        sequences[place].members.append(index)
      } else {
        known[key] = sequences.count
        sequences.append(Sequence(style: numbering.style, parent: section.parent, members: [index]))
      }
    }
    return sequences
  }

  /// 第一部分 and 第一章 are counted apart, but have one style; where both are used nothing is claimed.
  private func isOneKind(_ sequence: Sequence) -> Bool {
    guard sequence.style == .part else { return true }
    let kinds = sequence.members.map { index -> ArraySlice<UInt8> in
      guard let range = sections[index].numbering?.range else { return [] }
      return text.bytes[max(range.start, range.end - 3)..<range.end]
    }
    return kinds.allSatisfy { $0 == kinds[0] }
  }

  private mutating func judgeFirst(_ sequence: Sequence, previous: Int?) {
    let index = sequence.members[0]
    let number = number(index)
    guard number != 1, previous.map({ $0 + 1 }) != number, isEvident(sequence) else { return }
    let start = sequence.parent.map { sections[$0].heading.end } ?? max(0, sections[index].heading.start - 4096)
    if isMentioned(1, sequence.style, from: start, to: sections[index].heading.start) { return }
    report(index, .missingFirst, sequence.style, expected: 1)
  }

  /// Judges all members but the first, and returns the number that the next sequence may run on from.
  private mutating func judgeRest(_ sequence: Sequence) -> Int {
    var last = number(sequence.members[0])
    // A first number that is wrong by itself: 三、二、三、
    if last > 2, sequence.members.count > 1, number(sequence.members[1]) == 2 { last = 1 }
    for (place, index) in sequence.members.enumerated().dropFirst() {
      let number = number(index)
      let expected = last + 1
      if number == expected {
        last = number
        continue
      }
      let next = place + 1 < sequence.members.count ? self.number(sequence.members[place + 1]) : nil
      if number == 1, last > 1, isNewList(index, sequence.style, next: next) {
        last = 1
        continue
      }
      let previousStart = sections[sequence.members[place - 1]].heading.end
      if number > expected,
        isFarJump(index, expected, sequence.style, next: next)
          || isMentioned(expected, sequence.style, from: previousStart, to: sections[index].heading.start)
      {
        last = number
        continue
      }
      let kind: NumberingFault.Kind = number == last ? .repeated : number > expected ? .gap : .backward
      report(index, kind, sequence.style, expected: expected)
      // A single wrong number among right ones is one fault, not two.
      if next == expected + 1 {
        last = expected
      } else if kind != .backward || next == number + 1 {
        last = number
      }
    }
    return last
  }

  /// Whether 1 after other numbers begins another list: behind a colon, or a list of items rather than headings.
  private func isNewList(_ index: Int, _ style: Numbering.Style, next: Int?) -> Bool {
    let start = sections[index].heading.start
    // Before the heading stands the LF between the blocks.
    if start >= 2, text.bytes[start - 2] == 0x3A { return true }
    guard style >= .arabic else { return false }
    return next == 2 || (next == nil && sections[index].style == .paragraph)
  }

  /// Whether an Arabic number lies so far off that it is more likely a quantity at the start of a line.
  ///
  /// What is set as a heading is one: 8.抓实普法依法治理。 with text behind it is no quantity.
  private func isFarJump(_ index: Int, _ expected: Int, _ style: Numbering.Style, next: Int?) -> Bool {
    let number = number(index)
    return style == .arabic && sections[index].style == .paragraph && number > expected + 3 && next != number + 1
  }

  private func isEvident(_ sequence: Sequence) -> Bool {
    if sequence.style <= .chineseParenthesised, sections[sequence.members[0]].style != .paragraph { return true }
    guard sequence.members.count > 1 else {
      // A lone 2. is the rest of a list where it looks like a heading and other lists have the same style.
      let first = sequence.members[0]
      return number(first) == 2 && sections[first].style != .paragraph && sequenceCounts[sequence.style.rawValue] > 2
    }
    // 3. 4. lost their 1.; in 3. 2. 3. the first is wrong by itself.
    let second = number(sequence.members[1])
    return second == number(sequence.members[0]) + 1 || second == 2
  }

  /// Reports where numbers run on although they start anew elsewhere below the same section, or the reverse.
  private mutating func judgeMixture(_ sequences: [Sequence]) {
    var scopes: [Int: [Sequence]] = [:]
    var order: [Int] = []
    for sequence in sequences {
      guard let parent = sequence.parent, isOneKind(sequence) else { continue }
      let key = ((sections[parent].parent ?? -1) + 1) * 8 + sequence.style.rawValue
      if scopes[key] == nil { order.append(key) }
      scopes[key, default: []].append(sequence)
    }
    for key in order {
      guard let scope = scopes[key], scope.count > 2 else { continue }
      var restarting: [(index: Int, expected: Int)] = []
      var running: [(index: Int, expected: Int)] = []
      for (previous, sequence) in zip(scope, scope.dropFirst()) {
        guard let lastIndex = previous.members.last else { continue }
        let first = number(sequence.members[0])
        let continued = number(lastIndex) + 1
        if first == 1 {
          restarting.append((sequence.members[0], continued))
        } else if first == continued, isEvident(sequence) {
          running.append((sequence.members[0], 1))
        }
      }
      if restarting.isEmpty || running.isEmpty { continue }
      for entry in running.count <= restarting.count ? running : restarting {
        report(entry.index, .mixed, scope[0].style, expected: entry.expected)
      }
    }
  }

  private func number(_ index: Int) -> Int { sections[index].numbering?.number ?? 0 }

  private mutating func report(
    _ index: Int, _ kind: NumberingFault.Kind, _ style: Numbering.Style, expected: Int
  ) {
    found.append(
      NumberingFault(section: index, kind: kind, style: style, expected: expected, found: number(index)))
  }

  /// Whether the running text has this number, so that it was not left out but not set as a heading.
  private func isMentioned(_ number: Int, _ style: Numbering.Style, from start: Int, to end: Int) -> Bool {
    let marks: [[UInt8]]
    switch style {
    case .part: return false
    case .chinese: marks = [Array("\(ChineseNumeral.written(number))、".utf8)]
    case .chineseParenthesised: marks = [Array("\(ChineseNumeral.written(number)))".utf8)]
    case .arabic: marks = [Array("\(number).".utf8), Array("\(number)、".utf8)]
    case .arabicParenthesised: marks = [Array("\(number))".utf8)]
    case .circled: marks = [Array(style.written(number).utf8)]
    }
    return marks.contains { contains($0, from: start, to: end, isArabic: style == .arabic) }
  }

  private func contains(_ mark: [UInt8], from start: Int, to end: Int, isArabic: Bool) -> Bool {
    let bytes = text.bytes.span
    let lastStart = min(end, bytes.count) - mark.count
    var index = max(0, start)
    while index <= lastStart {
      if bytes[index] == mark[0], matches(bytes, mark, at: index) {
        let after = index + mark.count
        let isDigitAfter = isArabic && after < end && (0x30...0x39).contains(bytes[after])
        if opensItem(bytes, at: index), !isDigitAfter { return true }
      }
      index += 1
    }
    return false
  }

  /// Whether a sentence, an item or a bracket begins here, so that 第二、三产业 is no number.
  private func opensItem(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    var index = start
    if index > 0, bytes[index - 1] == 0x28 { index -= 1 }
    guard index > 0 else { return true }
    switch bytes[index - 1] {
    case 0x0A, 0x20, 0x21, 0x2C, 0x3A, 0x3B, 0x3F: return true
    default: return HeadingMark(bytes, before: index) == .stop
    }
  }

  private func matches(_ bytes: Span<UInt8>, _ mark: [UInt8], at start: Int) -> Bool {
    for offset in mark.indices where bytes[start + offset] != mark[offset] { return false }
    return true
  }
}
