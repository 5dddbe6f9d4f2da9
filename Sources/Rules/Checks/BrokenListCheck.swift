public import Matching
import Reports
import SourceText
import YAMLReading

/// `broken_list: [一是, 第一，]`: a list in the running text, counted by such words, leaves out or repeats an item.
///
///     forbid: {broken_list: [一是, 一要, 其一, "第一，"]}
public struct BrokenListCheck: Sendable {
  /// The words with which items begin, one family for each that the author wrote.
  public var families: [Family]

  /// 一是, 二是, 三是 and so on.
  public struct Family: Sendable {
    /// What stands before the number: 第 in `第一，`, nothing in 一是.
    public var before: String
    /// What stands behind the number: the comma in `第一，`, 是 in 一是.
    public var after: String
    /// The phrases for 1, 2, 3 …
    public var phrases: [PhraseID]

    /// How the item with a number begins.
    func written(_ number: Int) -> String { before + Numbering.numeral(number) + after }
  }

  /// The most items that are counted.
  private static let longest = 20

  /// An item as the text has it.
  private struct Item {
    var number: Int
    var range: FoldedRange
    /// Whether no Chinese character stands before it, so that it can be nothing but the start of an item.
    var opensClause: Bool
  }

  /// A list whose items are being counted.
  private struct Open {
    var last: Int
    var lastItem: Item
  }

  private struct Fault {
    var item: Item
    var expected: String
    var isLone = false
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected", "line", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    var faults: [Fault] = []
    var count = 0
    for family in families {
      let items = items(of: family, in: context.report)
      count += items.count(where: \.opensClause)
      faults += self.faults(among: items, of: family, in: context.report)
    }
    guard count > 0 else {
      let words = families.map { $0.written(1) }.joined(separator: "、")
      return Answer(
        truth: .pointless, message: context.wording(zh: "没有用“\(words)”列项", en: "No list is counted by “\(words)”"),
        evidence: []
      )
    }
    faults.sort { $0.item.range < $1.item.range }
    guard let first = faults.first else {
      return Answer(
        truth: .absent, message: context.wording(zh: "列项\(count)处，均齐全", en: "\(count) items of lists, none missing"),
        evidence: [])
    }
    let line = context.line(of: first.item.range.start)
    let quoted = context.excerpt(first.item.range)
    return Answer(
      truth: .holds,
      message: first.isLone
        ? context.wording(
          zh: "\(line.zh)只有“\(quoted)”，其后没有“\(first.expected)”",
          en: "“\(quoted)” \(line.whereInEnglish) is not followed by “\(first.expected)”")
        : context.wording(
          zh: "\(line.zh)是“\(quoted)”，按顺序应为“\(first.expected)”",
          en: "\(line.en) has “\(quoted)” where “\(first.expected)” was due"),
      evidence: faults.prefix(Answer.mostPlaces).map { .found(context.report.sentence(around: $0.item.range)) },
      found: [
        "found": Wording(quoted), "expected": Wording(first.expected), "line": Wording("\(line.number)"),
        "count": Wording("\(faults.count)"),
      ])
  }

  private func items(of family: Family, in report: Report) -> [Item] {
    var items: [Item] = []
    for (index, phrase) in family.phrases.enumerated() {
      report.matches.each(of: phrase, in: report.body) { range in
        let followsHan = report.isHan(before: range.start)
        // 十二是 is no 二是; 统一是 is no item, but may be one in 问题一是…二是….
        if !followsHan || (index == 0 && !report.isNumeral(before: range.start)) {
          items.append(Item(number: index + 1, range: range, opensClause: !followsHan))
        }
        return true
      }
    }
    items.sort { $0.range < $1.range }
    return items
  }

  /// How many lists may stand in each other.
  private static let deepest = 8

  private func faults(among items: [Item], of family: Family, in report: Report) -> [Fault] {
    var faults: [Fault] = []
    var open: [Open] = []
    func close(_ lists: some Sequence<Open>, before end: Int) {
      for list in lists where list.last == 1 && list.lastItem.opensClause {
        let rest = FoldedRange(list.lastItem.range.end, min(end, partEnd(of: list.lastItem, in: report)))
        if report.opensClause(withNumber: 2, in: rest) { continue }
        faults.append(Fault(item: list.lastItem, expected: family.written(2), isLone: true))
      }
    }
    for (place, item) in items.enumerated() {
      if item.number == 1 {
        let next = place + 1 < items.count ? items[place + 1] : nil
        if !item.opensClause, next?.number != 2 { continue }
        // A list within an item of another stands in that item's sentence; elsewhere a new one begins.
        if let last = open.last, !isInside(item, last.lastItem, in: report) {
          close(open, before: item.range.start)
          open = []
        }
        // Nobody writes lists in lists without end; a text of nothing else would be read from each of them to its end.
        if open.count == Self.deepest { open.removeLast() }
        open.append(Open(last: 1, lastItem: item))
        continue
      }
      let outer = open.lastIndex { $0.last + 1 == item.number }
      if let outer {
        close(open[(outer + 1)...], before: item.range.start)
        open.removeLast(open.count - outer - 1)
      } else {
        let last = open.last
        let expected = isNewPart(item, after: last, in: report) ? 1 : (last?.last ?? 0) + 1
        let from = last.map { $0.lastItem.range.end } ?? partStart(of: item, in: report)
        let between = FoldedRange(min(from, item.range.start), item.range.start)
        // Another spelling of the missing number (二要 for 二是) leaves nothing out.
        if item.number <= expected || !report.opensClause(withNumber: expected, in: between) {
          faults.append(Fault(item: item, expected: family.written(expected)))
        }
        if open.isEmpty { open.append(Open(last: 0, lastItem: item)) }
      }
      open[open.count - 1] = Open(last: item.number, lastItem: item)
    }
    close(open, before: report.body.end)
    return faults
  }

  private func isInside(_ item: Item, _ outer: Item, in report: Report) -> Bool {
    report.sentenceIndex(at: item.range.start) == report.sentenceIndex(at: outer.range.start)
  }

  private func isNewPart(_ item: Item, after last: Open?, in report: Report) -> Bool {
    guard let last else { return true }
    return partStart(of: item, in: report) > last.lastItem.range.start
  }

  /// Where the section that holds an item begins.
  private func partStart(of item: Item, in report: Report) -> Int {
    let next = report.sections.partitioningIndex { $0.heading.start > item.range.start }
    return next > 0 ? report.sections[next - 1].heading.start : report.body.start
  }

  private func partEnd(of item: Item, in report: Report) -> Int {
    let next = report.sections.partitioningIndex { $0.heading.start > item.range.start }
    return next < report.sections.count ? report.sections[next].heading.start : report.body.end
  }
}

extension BrokenListCheck {
  /// Reads `broken_list`: words that open a first item, each with its 一.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let words = reader.strings("broken_list", .required)
    let families = words.compactMap { word -> Family? in
      let one = Numbering.numeral(1)
      guard let place = word.value.firstIndex(of: Character(one)),
        word.value[word.value.index(after: place)...].firstIndex(of: Character(one)) == nil
      else {
        reader.report(
          Wording(
            zh: "“\(word.value)”里要有一个“一”，列项从它数起，如“一是”。",
            en: "`\(word.value)` needs one 一, from which items are counted, as in 一是"),
          at: word)
        return nil
      }
      let before = String(word.value[..<place])
      let after = String(word.value[word.value.index(after: place)...])
      let phrases = (1...Self.longest).compactMap { number in
        draft.phrase(word.map { _ in before + Numbering.numeral(number) + after })
      }
      return phrases.count == Self.longest ? Family(before: before, after: after, phrases: phrases) : nil
    }
    guard families.count == words.count, !words.isEmpty else { return nil }
    self.init(families: families)
  }
}

extension BrokenListCheck {
  func words(in pack: RulePack) -> Wording {
    let shown = families.map { $0.written(1) + "…" + $0.written(2) + "…" }
    return Wording(
      zh: "“\(shown.joined(separator: "”“"))”一类列项缺项、重号",
      en: "a list counted by \(shown.joined(separator: ", ")) that leaves out or repeats an item")
  }
}
