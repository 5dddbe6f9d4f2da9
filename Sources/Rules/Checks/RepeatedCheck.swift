public import Matching
import Reports
import SourceText
import YAMLReading

/// `repeated: clause`, `sentence` or `paragraph`: the same words stand twice.
///
///     forbid: {repeated: clause, characters: 12.., in: body, outside: headings, unless: [习近平法治思想]}
///
/// A clause is repeated when two clauses of one paragraph begin with the same words, a sentence or paragraph when another one of the report is
/// the same. Only Chinese characters count, and not those of the phrases `unless`; numbers must agree too, so that lists of cases are left alone.
public struct RepeatedCheck: Sendable {
  /// What is repeated.
  public var unit: Unit
  /// How many Chinese characters must be the same.
  public var characters: Int
  /// Where it looks.
  public var scope: Scope
  /// Phrases that are rightly repeated.
  public var unless: [PhraseID]

  /// What can be repeated.
  public enum Unit: String, CaseIterable, Sendable {
    case clause, sentence, paragraph

    var words: Wording {
      switch self {
      case .clause: Wording(zh: "同一段内的语句", en: "words within a paragraph")
      case .sentence: Wording(zh: "整句", en: "whole sentences")
      case .paragraph: Wording(zh: "整段", en: "whole paragraphs")
      }
    }
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count", "line"]

  func answer(in context: EvaluationContext) -> Answer {
    let pairs = scope.keeping(pairs(in: context), in: context, range: \.second)
    guard let first = pairs.first else {
      return Answer(
        truth: .absent,
        message: context.wording(zh: "没有重复的\(unit.words.zh)", en: "No repeated \(unit.words.en)"),
        evidence: [], found: .nothing)
    }
    let said = pairs.prefix(3).map { pair in
      let lines = (context.line(of: pair.first.start), context.line(of: pair.second.start))
      let words = context.excerpt(pair.second)
      return context.wording(
        zh: "\(lines.1.zh)“\(words)”与" + (lines.0 == lines.1 ? "同一\(lines.0.unit.words.zh)前文" : lines.0.zh) + "重复",
        en: "\(lines.1.en): “\(words)” repeats \(lines.0.en)")
    }
    return Answer(
      truth: .holds,
      message: Wording(zh: said.map(\.zh).joined(separator: "；"), en: said.map(\.en).joined(separator: "; ")),
      evidence: pairs.prefix(Answer.mostPlaces).flatMap { [.found($0.first), .found($0.second)] },
      found: [
        "found": Wording(context.excerpt(first.second)), "count": Wording("\(pairs.count)"),
        "line": Wording("\(context.line(of: first.second.start).number)"),
      ])
  }

  /// Two places with the same words.
  struct Pair {
    var first: FoldedRange
    var second: FoldedRange
  }

  private func pairs(in context: EvaluationContext) -> [Pair] {
    let report = context.report
    return switch unit {
    case .clause: clausePairs(in: context)
    case .sentence: samePairs(report.sentences, in: context)
    case .paragraph:
      samePairs(
        zip(report.parts, report.text.blocks).compactMap { $0 == .body ? $1 : nil }, in: context)
    }
  }

  /// Units that are the same, byte for byte. Only those of one length and with the same middle are compared, which few are.
  private func samePairs(_ units: [FoldedRange], in context: EvaluationContext) -> [Pair] {
    let report = context.report
    let long = units.filter { $0.count >= characters * 3 }
    let bytes = report.text.bytes.span
    let titles = context.places[.titles]
    var size = 16
    while size < long.count * 2 { size *= 2 }
    // The latest unit of each key, and for each unit the one before it.
    var latest = [Int32](repeating: -1, count: size)
    var before = [Int32](repeating: -1, count: long.count)
    var pairs: [Pair] = []
    for (index, unit) in long.enumerated() {
      let middle = unit.start + unit.count / 2
      let eight = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: middle, as: UInt64.self)
      let key = (eight ^ UInt64(unit.count)) &* 0x9E37_79B9_7F4A_7C15
      let slot = Int(truncatingIfNeeded: key >> 32) & (size - 1)
      before[index] = latest[slot]
      latest[slot] = Int32(truncatingIfNeeded: index)
      var other = Int(before[index])
      // A text of many units of one key would be compared for long; the nearest few are enough.
      var steps = 0
      while other >= 0, steps < 8 {
        if long[other].count == unit.count, isSame(bytes, long[other], unit),
          counted(unit, titles, in: report) >= characters
        {
          pairs.append(Pair(first: long[other], second: unit))
          break
        }
        other = Int(before[other])
        steps += 1
      }
    }
    return pairs
  }

  private func isSame(_ bytes: Span<UInt8>, _ first: FoldedRange, _ second: FoldedRange) -> Bool {
    // Sentences begin alike more often than they end alike.
    var (left, right) = (first.end, second.end)
    while left > first.start {
      left &-= 1
      right &-= 1
      if bytes[left] != bytes[right] { return false }
    }
    return true
  }

  /// The Chinese characters of a stretch without those of the phrases that are rightly repeated.
  private func counted(_ range: FoldedRange, _ titles: [FoldedRange], in report: Report) -> Int {
    var excused: [FoldedRange] = []
    for phrase in unless {
      report.matches.each(of: phrase, in: range) { place in
        excused.append(place)
        return true
      }
    }
    excused += titles.filter(range.contains)
    excused.sort()
    var count = report.hanCharacters(in: range)
    var end = range.start
    for one in excused where one.end > end {
      count -= report.hanCharacters(in: FoldedRange(max(end, one.start), one.end))
      end = one.end
    }
    return count
  }

  /// Clauses of one paragraph that begin with the same words.
  private func clausePairs(in context: EvaluationContext) -> [Pair] {
    let report = context.report
    let starts = report.clauseStarts
    guard starts.count > 1 else { return [] }
    let bytes = report.text.bytes.span
    let titles = context.places[.titles]
    // One table for the whole report: each clause goes to the place that its first characters give.
    var size = 16
    while size < starts.count * 2 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    var hashes = [UInt64](repeating: 0, count: starts.count)
    let isShared = sharedOpenings(starts, in: report)
    var pairs: [Pair] = []
    var block = 0
    for (index, start) in starts.enumerated() where isShared[index] {
      while block < report.text.blocks.count, report.text.blocks[block].end <= start { block += 1 }
      guard block < report.text.blocks.count else { break }
      let limit = report.text.blocks[block].end
      guard let hash = Self.hash(bytes, from: start, to: limit, characters: characters) else { continue }
      hashes[index] = hash
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while table[slot] >= 0, hashes[Int(table[slot])] != hash { slot = (slot + 1) & (size - 1) }
      let earlier = Int(table[slot])
      table[slot] = Int32(truncatingIfNeeded: index)
      guard earlier >= 0, starts[earlier] >= report.text.blocks[block].start else { continue }
      let pair = Self.common(bytes, starts[earlier], start, to: limit)
      if let last = pairs.last, last.second.overlaps(pair.second) { continue }
      if counted(pair.second, titles, in: report) >= characters { pairs.append(pair) }
    }
    return pairs
  }

  /// Which clauses may begin with the same few characters as another of their paragraph: few do, and only they are read on.
  private func sharedOpenings(_ starts: [Int], in report: Report) -> [Bool] {
    let bytes = report.text.bytes.span
    // The latest clause of each hash: one from before the paragraph is none of its own, nor is any before that one.
    var seen = [Int32](repeating: -1, count: 4096)
    var isShared = [Bool](repeating: false, count: starts.count)
    var block = 0
    var firstOfBlock = 0
    for (index, start) in starts.enumerated() {
      if block < report.text.blocks.count, report.text.blocks[block].end <= start {
        while block < report.text.blocks.count, report.text.blocks[block].end <= start { block += 1 }
        firstOfBlock = index
      }
      guard let hash = Self.hash(bytes, from: start, to: report.body.end, characters: min(4, characters)) else {
        continue
      }
      let slot = Int(hash & 4095)
      let earlier = Int(seen[slot])
      if earlier >= firstOfBlock { (isShared[earlier], isShared[index]) = (true, true) }
      seen[slot] = Int32(truncatingIfNeeded: index)
    }
    return isShared
  }

  /// A number for the first Chinese characters of a clause, or nil when it has a digit or letter or the paragraph ends before.
  private static func hash(_ bytes: Span<UInt8>, from start: Int, to limit: Int, characters: Int) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0
    var index = start
    // Between the characters stand a few marks; of a text of nothing else, all would be passed over from each of them.
    let limit = min(limit, start + 3 * characters + 96)
    // Nearly all characters are Chinese ones, and two of them are read as one number.
    while count &+ 2 <= characters, index &+ 8 <= limit {
      let eight = unsafe UInt64(bigEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      guard eight >> 56 &- 0xE4 < 6, (eight >> 32 & 0xFF) &- 0xE4 < 6 else { break }
      hash = (hash ^ eight >> 40) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ eight >> 16 & 0xFF_FFFF) &* 0x9E37_79B9_7F4A_7C15
      count &+= 2
      index &+= 6
    }
    while count < characters, index < limit {
      let byte = bytes[index]
      if byte &- 0xE4 < 6, index + 2 < limit {
        let character = UInt64(byte) << 16 | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2])
        hash = (hash ^ character) &* 0x9E37_79B9_7F4A_7C15
        count += 1
        index += 3
      } else if isNumberOrLetter(byte) {
        return nil
      } else {
        index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    return count == characters ? hash ^ hash >> 32 : nil
  }

  private static func isNumberOrLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// How far two stretches are the same, punctuation left aside.
  private static func common(_ bytes: Span<UInt8>, _ first: Int, _ second: Int, to limit: Int) -> Pair {
    var (left, right) = (first, second)
    var (leftEnd, rightEnd) = (first, second)
    func next(_ index: inout Int, _ limit: Int) -> Int? {
      while index < limit {
        let byte = bytes[index]
        if byte &- 0xE4 < 6 || isNumberOrLetter(byte) { return index }
        index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
      return nil
    }
    while let one = next(&left, second), let other = next(&right, limit) {
      let length = bytes[one] < 0x80 ? 1 : 3
      guard other + length <= limit, (0..<length).allSatisfy({ bytes[one + $0] == bytes[other + $0] }) else { break }
      left = one + length
      right = other + length
      (leftEnd, rightEnd) = (left, right)
    }
    return Pair(first: FoldedRange(first, leftEnd), second: FoldedRange(second, rightEnd))
  }
}

extension RepeatedCheck {
  /// Reads `repeated`, `characters`, `in`, `outside` and `unless`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let unit = reader.choice("repeated", .required, of: Unit.self)
    let characters = reader.range("characters", .required)
    let scope = Scope(reading: &reader, &draft)
    let unless = draft.phraseIDs(reader.strings("unless"))
    guard let unit, let characters else { return nil }
    guard let least = characters.value.lower, least >= 6, characters.value.upper == nil else {
      reader.report(
        Wording(
          zh: "写明至少多少字才算重复，不少于6，如 12..。", en: "say from how many characters on it counts, 6 at least, as in `12..`"),
        at: characters)
      return nil
    }
    self.init(unit: unit.value, characters: least, scope: scope, unless: unless)
  }
}

extension RepeatedCheck {
  func words(in pack: RulePack) -> Wording {
    Wording(
      zh: "\(scope.words.zh)中有\(characters)字以上重复的\(unit.words.zh)",
      en: "\(unit.words.en) of \(characters) characters or more repeated in \(scope.words.en)")
  }
}
