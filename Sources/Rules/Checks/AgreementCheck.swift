import Documents
public import Matching
public import Reports
import SourceText
public import YAMLReading

/// `agreement: {of: ROLE, with: ROLE, …}`: the items of one part come back in the items of another.
///
///     require: {agreement: {of: shortcomings, with: next-year-plan, shared: 4, subjects: [$enforcement, $decisions]}}
///
/// Two items agree when both name one subject, or when they share a run of Chinese characters that is no everyday phrase.
public struct AgreementCheck: Sendable {
  /// The part whose items must come back.
  public var role: SectionRole
  /// The part in which they must.
  public var partner: SectionRole
  /// Words without which an item of the first part is none, such as those of a fault; empty when all are.
  public var naming: [PhraseID]
  /// Lists of words each of which is one subject.
  public var subjects: WordGroups
  /// How many Chinese characters in a row two items must share.
  public var shared: Int
  /// Everyday phrases, which make no agreement.
  public var apart: [PhraseID]
  /// How many items must come back; nil for all.
  public var number: Bounds<Int>?

  /// What its answers tell, for the sentences of rules.
  static let found = ["count", "total", "line", "found"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    let own = ListItems.items(of: role, in: report).filter {
      naming.isEmpty || report.matches.hasAny(of: naming, in: $0)
    }
    let others = ListItems.items(of: partner, in: report)
    guard !own.isEmpty, !others.isEmpty else {
      let name = context.pack.title(of: own.isEmpty ? role : partner)
      return Answer(
        truth: .pointless,
        message: context.wording(zh: "“\(name.zh)”部分没有可以对照的条目", en: "There are no items on \(name.en) to compare"),
        evidence: [])
    }
    let shares = SharedRuns(of: own, apart: apart, in: report, length: shared).counts(in: others, of: report)
    var pairs: [(own: FoldedRange, other: FoldedRange)] = []
    var alone: [FoldedRange] = []
    for (index, item) in own.enumerated() {
      if let other = partner(of: item, among: others, shares[index], in: report) {
        pairs.append((item, other))
      } else {
        alone.append(item)
      }
    }
    let holds = number?.contains(pairs.count) ?? alone.isEmpty
    let names = (context.pack.title(of: role), context.pack.title(of: partner))
    var found: FoundValues = ["count": Wording("\(pairs.count)"), "total": Wording("\(own.count)")]
    if let first = alone.first ?? own.first {
      found["line"] = Wording("\(context.line(of: first.start).number)")
      found["found"] = Wording(context.excerpt(ListItems.opening(of: first, in: report)))
    }
    let (lines, unit) = (alone.map { "\(context.line(of: $0.start).number)" }, report.document.lineUnit.words)
    let message = context.wording(
      zh: "“\(names.0.zh)”的\(own.count)条中，\(pairs.count)条在“\(names.1.zh)”部分有对应的内容"
        + (alone.isEmpty ? "" : "，第\(lines.joined(separator: "、"))\(unit.zh)的没有"),
      en: "\(pairs.count) of \(own.count) items on \(names.0.en) come back in the part on \(names.1.en)"
        + (alone.isEmpty ? "" : "; those of \(unit.en) \(lines.joined(separator: ", ")) don't"))
    var evidence: [Answer.Trace] = []
    if holds {
      evidence = pairs.prefix(3).flatMap {
        [.found(ListItems.opening(of: $0.own, in: report)), .found(ListItems.opening(of: $0.other, in: report))]
      }
    } else {
      evidence =
        alone.prefix(3).map { .nearest(ListItems.opening(of: $0, in: report)) } + [.slot(context.slot(for: partner))]
    }
    return Answer(truth: holds ? .holds : .absent, message: message, evidence: evidence, found: found)
  }

  /// The item that shares most with another: a subject counts as much as four runs.
  private func partner(
    of item: FoldedRange, among others: [FoldedRange], _ shares: [Int], in report: Report
  ) -> FoldedRange? {
    var scores = shares
    for subject in subjects.groups where report.matches.hasAny(of: subject.phrases, in: item) {
      for (index, other) in others.enumerated() where report.matches.hasAny(of: subject.phrases, in: other) {
        scores[index] += 4
      }
    }
    var best: Int?
    for (index, score) in scores.enumerated() where score > (best.map { scores[$0] } ?? 0) { best = index }
    return best.map { others[$0] }
  }
}

/// The runs of Chinese characters of some items, to be looked for in others.
///
/// The part on shortcomings is short and the plan long: the runs of the first are kept and sorted, those of the second only looked up,
/// and a table of bits turns most of them away.
private struct SharedRuns {
  /// Each run as a number and the item in which it stands, ascending.
  private var runs: [(key: UInt64, item: Int)] = []
  private var bits = [UInt64](repeating: 0, count: 128)
  private let items: Int
  private let length: Int

  /// The runs of `items`, those that touch a phrase of `apart` left aside.
  init(of items: [FoldedRange], apart: [PhraseID], in report: Report, length: Int) {
    self.items = items.count
    self.length = length
    for (index, item) in items.enumerated() {
      var isEveryday = [Bool](repeating: false, count: max(0, item.count))
      for phrase in apart where report.matches.occurs(phrase) {
        report.matches.each(of: phrase, in: item) { range in
          for place in range.start..<range.end { isEveryday[place - item.start] = true }
          return true
        }
      }
      Self.each(in: item, of: report, length: length) { key, start, end in
        for place in stride(from: start - item.start, to: end - item.start, by: 3) where isEveryday[place] { return }
        runs.append((key, index))
        bits[Int(key >> 6 & 127)] |= 1 << (key & 63)
      }
    }
    runs.sort { ($0.key, $0.item) < ($1.key, $1.item) }
  }

  /// How often the runs of each item stand in each of `others`.
  func counts(in others: [FoldedRange], of report: Report) -> [[Int]] {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: others.count), count: items)
    for (index, other) in others.enumerated() {
      Self.each(in: other, of: report, length: length) { key, _, _ in
        guard bits[Int(key >> 6 & 127)] & 1 << (key & 63) != 0 else { return }
        var place = runs.partitioningIndex { $0.key >= key }
        while place < runs.count, runs[place].key == key {
          counts[runs[place].item][index] += 1
          place += 1
        }
      }
    }
    return counts
  }

  /// Calls `visit` for each run of `length` Chinese characters in a row, as a number that no other run is likely to have.
  private static func each(
    in range: FoldedRange, of report: Report, length: Int, _ visit: (UInt64, Int, Int) -> Void
  ) {
    let bytes = report.text.bytes.span
    var start = range.start
    var end = start
    while start < range.end {
      // Lead bytes E4 to E9 are the Chinese characters, of three bytes each; those of the run before are known.
      if end < start { end = start }
      while end + 3 <= range.end, bytes[end] &- 0xE4 < 6, end < start + 3 * length { end += 3 }
      guard end == start + 3 * length else {
        start = max(end, start + 1)
        continue
      }
      var key: UInt64 = 0xCBF2_9CE4_8422_2325
      var index = start
      while index < end {
        let character = UInt64(bytes[index]) << 16 | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2])
        key = (key ^ character) &* 0x9E37_79B9_7F4A_7C15
        index += 3
      }
      visit(key ^ key >> 32, start, end)
      start += 3
    }
  }
}

extension AgreementCheck {
  /// Reads what stands under `agreement`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let role = reader.choice("of", .required, of: SectionRole.self)
    let partner = reader.choice("with", .required, of: SectionRole.self)
    let naming = draft.words("naming", in: &reader)
    let subjects = draft.wordGroups("subjects", in: &reader)
    let shared = reader.int("shared", .required)
    let apart = draft.words("apart_from", in: &reader)
    let number = reader.range("number")
    if let shared, !(2...12).contains(shared.value) {
      reader.report(Wording(zh: "shared 写2到12个字。", en: "`shared` is 2 to 12 characters"), at: shared)
    }
    if let role, let partner, role.value == partner.value {
      reader.report(Wording(zh: "of 和 with 要是两个部分。", en: "`of` and `with` name two parts"), at: partner)
    }
    guard let role, let partner, let shared else { return nil }
    draft.usedRoles += [role, partner]
    self.init(
      role: role.value, partner: partner.value, naming: draft.phraseIDs(naming), subjects: subjects,
      shared: shared.value, apart: draft.phraseIDs(apart), number: number?.value)
  }
}

extension AgreementCheck {
  func words(in pack: RulePack) -> Wording {
    let (own, other) = (pack.title(of: role), pack.title(of: partner))
    let count =
      number.map { Wording(zh: "\($0.words.zh)条", en: "\($0.words.en) items") } ?? Wording(zh: "每一条", en: "each item")
    return Wording(
      zh: "“\(own.zh)”的\(count.zh)在“\(other.zh)”中有对应的内容（同一主题，或者有\(shared)个字以上的相同表述）",
      en:
        "\(count.en) on \(own.en) comes back in the part on \(other.en): the same subject, or \(shared) characters in common"
    )
  }
}
