import Matching
import Reports
import SourceText
import YAMLReading

/// `garbled: LIST`: a set phrase is written with a slip: a character is wrong, missing or too many.
///
///     forbid: {garbled: set-phrases, in: body}
///
/// Punctuation does not count, and a phrase that breaks off with its paragraph is left alone: texts taken from pages and PDFs break anywhere.
public struct GarbledCheck: Sendable {
  /// Position in `LanguageLists.phrases`.
  public var list: Int
  /// Where it looks.
  public var scope: Scope

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "right", "count", "line"]

  private struct Slip {
    var range: FoldedRange
    var phrase: Int
    var differences: Int
  }

  func answer(in context: EvaluationContext) -> Answer {
    let list = context.pack.lists.phrases[self.list]
    var slips: [Slip] = []
    for (index, phrase) in list.phrases.enumerated() {
      let reader = SlipReader(phrase: phrase, context: context)
      for slip in reader.slips() { slips.append(Slip(range: slip.range, phrase: index, differences: slip.differences)) }
    }
    let kept = scope.keeping(Self.nearest(slips), in: context, range: \.range)
    guard let first = kept.first else {
      return Answer(
        truth: .absent,
        message: context.wording(zh: "\(list.title.zh)书写无误", en: "\(list.title.en): none is garbled"),
        evidence: [], found: .nothing)
    }
    let said = kept.prefix(3).map { slip in
      let line = context.line(of: slip.range.start)
      let words = context.excerpt(slip.range)
      let right = list.phrases[slip.phrase].words
      return context.wording(
        zh: "\(line.zh)“\(words)”应为“\(right)”", en: "\(line.en): “\(words)” should read “\(right)”")
    }
    return Answer(
      truth: .holds,
      message: Wording(zh: said.map(\.zh).joined(separator: "；"), en: said.map(\.en).joined(separator: "; ")),
      evidence: kept.prefix(Answer.mostPlaces).map { .found($0.range) },
      found: [
        "found": Wording(context.excerpt(first.range)), "right": Wording(list.phrases[first.phrase].words),
        "count": Wording("\(kept.count)"), "line": Wording("\(context.line(of: first.range.start).number)"),
      ])
  }

  /// One slip for each place: the one that is nearest to its phrase.
  private static func nearest(_ slips: [Slip]) -> [Slip] {
    var kept: [Slip] = []
    for slip in slips.sorted(by: { $0.range < $1.range }) {
      if let last = kept.last, last.range.overlaps(slip.range) {
        if slip.differences < last.differences { kept[kept.count - 1] = slip }
      } else {
        kept.append(slip)
      }
    }
    return kept
  }
}

/// Finds the places of one report that are nearly one set phrase.
private struct SlipReader {
  let phrase: SetPhrase
  /// Leads to the report, which would be copied for each phrase.
  let context: EvaluationContext

  /// A character that is no punctuation, and where it stands.
  private struct Letter {
    var value: UInt32
    var range: FoldedRange
  }

  /// The places that differ from the phrase by one to `differences` characters.
  func slips() -> [(range: FoldedRange, differences: Int)] {
    var found: [(range: FoldedRange, differences: Int)] = []
    for piece in phrase.pieces {
      context.report.matches.each(of: piece.phrase) { place in
        guard let slip = slip(around: place, piece) else { return }
        if phrase.unless.contains(where: { context.report.matches.overlaps($0, slip.range) }) { return }
        found.append(slip)
      }
    }
    return found
  }

  private func slip(
    around place: FoldedRange, _ piece: SetPhrase.Piece
  ) -> (range: FoldedRange, differences: Int)? {
    if isExact(around: place, piece) { return nil }
    guard let block = context.report.text.block(at: place.start).map({ context.report.text.blocks[$0] }) else {
      return nil
    }
    let before = phrase.letters[..<piece.start].reversed()
    let behind = phrase.letters[piece.end...]
    let left = letters(from: place.start, to: block.start, for: before.count, step: -1)
    let (leftCost, leftCount) = Self.alignment(of: before, with: left.letters)
    // Most pieces stand in other words, which the first look tells.
    guard leftCost <= phrase.differences else { return nil }
    let right = letters(from: place.end, to: block.end, for: behind.count, step: 1)
    let (rightCost, rightCount) = Self.alignment(of: behind, with: right.letters)
    let differences = leftCost + rightCost
    guard (1...phrase.differences).contains(differences) else { return nil }
    // The paragraph ends within the phrase: what is missing may stand in the next one.
    if leftCost > 0, left.isAtEnd, leftCount == left.letters.count { return nil }
    if rightCost > 0, right.isAtEnd, rightCount == right.letters.count { return nil }
    let start = leftCount > 0 ? left.letters[leftCount - 1].range.start : place.start
    let end = rightCount > 0 ? right.letters[rightCount - 1].range.end : place.end
    return (FoldedRange(start, end), differences)
  }

  /// Whether the phrase stands there as it should, with no mark in it: so it does nearly everywhere.
  private func isExact(around place: FoldedRange, _ piece: SetPhrase.Piece) -> Bool {
    let folded = context.report.text.bytes
    let bytes = folded.span
    let start = place.start - piece.offset
    guard start >= 0, start + phrase.spelling.count <= bytes.count else { return false }
    for index in phrase.spelling.indices where bytes[start + index] != phrase.spelling[index] { return false }
    return true
  }

  /// The letters from a place on that can be those of `wanted` letters of the phrase, forwards or backwards, up to the end of
  /// the sentence.
  private func letters(
    from start: Int, to limit: Int, for wanted: Int, step: Int
  ) -> (letters: [Letter], isAtEnd: Bool) {
    if wanted == 0 { return ([], false) }
    let count = wanted + phrase.differences
    let folded = context.report.text.bytes
    let bytes = folded.span
    var letters: [Letter] = []
    letters.reserveCapacity(count)
    var index = start
    while letters.count < count {
      if step > 0 ? index >= limit : index <= limit { return (letters, true) }
      var first = step > 0 ? index : index - 1
      while step < 0, first > limit, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      let (value, length) = Self.scalar(bytes, at: first)
      index = step > 0 ? first + length : first
      if value == 0x3002 || value == 0x3B || value == 0x21 || value == 0x3F { return (letters, false) }
      let isLetter =
        (0x3400...0x9FFF).contains(value) || (0x30...0x39).contains(value)
        || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
      if isLetter { letters.append(Letter(value: value, range: FoldedRange(first, first + length))) }
    }
    return (letters, false)
  }

  private static func scalar(_ bytes: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= bytes.count else { return (UInt32(first), 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }

  /// The fewest differences between a phrase and the beginning of a text, and how much of the text that takes.
  private static func alignment(
    of phrase: some Collection<UInt32>, with text: [Letter]
  ) -> (cost: Int, count: Int) {
    if phrase.isEmpty { return (0, 0) }
    var row = Array(0...text.count)
    for (index, letter) in phrase.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in text.indices {
        let cost = min(diagonal + (text[column].value == letter ? 0 : 1), row[column] + 1, row[column + 1] + 1)
        diagonal = row[column + 1]
        row[column + 1] = cost
      }
    }
    var best = 0
    for count in row.indices where row[count] < row[best] || row[count] == row[best] && count <= phrase.count {
      best = count
    }
    return (row[best], best)
  }
}

extension GarbledCheck {
  /// Reads `garbled`, `in` and `outside`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let name = reader.string("garbled", .required)
    let scope = Scope(reading: &reader, &draft)
    guard let name,
      let list = draft.phraseLists.use(name, Wording(zh: "固定表述表", en: "the list of phrases"), draft.problems)
    else { return nil }
    self.init(list: list, scope: scope)
  }
}

extension GarbledCheck {
  func words(in pack: RulePack) -> Wording {
    let title = pack.lists.phrases[list].title
    return Wording(zh: "\(scope.words.zh)中\(title.zh)有错字、漏字、多字", en: "\(title.en) garbled in \(scope.words.en)")
  }
}
