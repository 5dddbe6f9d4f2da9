import Documents
import Matching
import Reports
import SourceText
import YAMLReading

/// Why a mutation could not be carried out, at its place in the rule file.
struct MutationTrouble: Error {
  var place: Placed<Void>
  var message: Wording
}

/// Applies the edits of a mutation to a sample.
///
/// All places are looked up in the sample as it is, so that the order of the edits changes nothing.
struct Mutant {
  let report: Report
  /// The sample's file, which is changed.
  let bytes: [UInt8]
  /// The text in which words are looked up: the report's, or the whole file where the report's text is not the file's.
  private let text: FoldedText
  /// Whether the report's places are places of the file; not so in a web page.
  private let isPlain: Bool

  private struct Change {
    var range: TextRange
    var words: [UInt8]
    var place: Placed<Void>
  }

  init(of report: Report, bytes: [UInt8]) {
    self.report = report
    self.bytes = bytes
    isPlain = report.document.text.bytes == bytes
    text =
      isPlain ? report.text : FoldedText(DecodedText(validUTF8: bytes), blocks: [TextRange(0, bytes.count)])
  }

  /// The changed file.
  func applying(_ edits: [Mutation.Edit]) throws(MutationTrouble) -> [UInt8] {
    var changes: [Change] = []
    for edit in edits { changes += try self.changes(for: edit) }
    changes.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    var result: [UInt8] = []
    var done = 0
    for change in changes {
      if change.range.start < done {
        throw MutationTrouble(
          place: change.place,
          message: Wording(zh: "这项改动和另一项改动的位置重叠", en: "this edit overlaps another"))
      }
      result += bytes[done..<change.range.start]
      result += change.words
      done = change.range.end
    }
    return result + bytes[done...]
  }

  private func changes(for edit: Mutation.Edit) throws(MutationTrouble) -> [Change] {
    func change(_ range: TextRange, _ words: [UInt8] = []) -> Change {
      Change(range: range, words: words, place: edit.place)
    }
    switch edit.change {
    case .delete(let selection):
      return merged(try ranges(of: selection, edit).map(selection.takesLines ? lines : { $0 })).map { change($0) }
    case .replace(let selection, let words):
      return merged(try ranges(of: selection, edit)).map { change($0, Array(words.utf8)) }
    case .insert(let words, let anchor):
      let (offset, added) = try insertion(of: Array(words.utf8), at: anchor, edit)
      return [change(TextRange(offset, offset), added)]
    case .move(let selection, let anchor):
      let ranges = merged(try ranges(of: selection, edit).map(lines))
      let (offset, added) = try insertion(of: ranges.flatMap { bytes[$0.start..<$0.end] }, at: anchor, edit)
      return ranges.map { change($0) } + [change(TextRange(offset, offset), added)]
    }
  }

  // MARK: What is meant

  private func ranges(of selection: Mutation.Selection, _ edit: Mutation.Edit) throws(MutationTrouble) -> [TextRange] {
    let scope = try regions(selection.places, edit)
    var found: [FoldedRange] = []
    switch selection.target {
    case .places(let places): found = try regions(places, edit)
    case .words(let words):
      for word in words { found += try hits(word, in: scope) }
    case .pattern(let pattern):
      do throws(PatternLimit) {
        for region in scope { found += try pattern.value.matches(in: text, range: region).map(\.range) }
      } catch {
        throw MutationTrouble(place: pattern.map { _ in () }, message: error.message)
      }
      if found.isEmpty { throw notFound(pattern.map(\.source)) }
    case .parts(let words): found = try units(holding: words, in: scope, edit) { sections($0).map(\.extent) }
    case .headings(let words): found = try units(holding: words, in: scope, edit) { sections($0).map(\.heading) }
    case .numbers(let words):
      found = try units(holding: words, in: scope, edit) { sections($0).compactMap(\.numbering?.range) }
    case .sentences(let words):
      found = try units(holding: words, in: scope, edit) { hit in report.sentences.filter { $0.contains(hit) } }
    case .paragraphs(let words):
      found = try units(holding: words, in: scope, edit) { hit in text.blocks.filter { $0.contains(hit) } }
    }
    return found.map { text.source($0) }
  }

  /// The sections in whose heading words stand.
  private func sections(_ hit: FoldedRange) -> [Section] { report.sections.filter { $0.heading.contains(hit) } }

  /// The units of the report that hold any of the words; each word must lead to one.
  private func units(
    holding words: [Placed<String>], in scope: [FoldedRange], _ edit: Mutation.Edit,
    _ unit: (FoldedRange) -> [FoldedRange]
  ) throws(MutationTrouble) -> [FoldedRange] {
    guard isPlain else { throw needsPlainText(edit) }
    var found: [FoldedRange] = []
    for word in words {
      let units = try hits(word, in: scope).flatMap(unit)
      if units.isEmpty { throw notFound(word) }
      found += units
    }
    return found
  }

  private func hits(_ word: Placed<String>, in scope: [FoldedRange]) throws(MutationTrouble) -> [FoldedRange] {
    let needle = FoldedText.fold(word.value)
    let found = scope.flatMap { text.occurrences(of: needle, in: $0) }
    if found.isEmpty { throw notFound(word) }
    return found
  }

  private func regions(_ places: [Place], _ edit: Mutation.Edit) throws(MutationTrouble) -> [FoldedRange] {
    if places.isEmpty { return [FoldedRange(0, text.end)] }
    guard isPlain else { throw needsPlainText(edit) }
    let regions = places.flatMap { $0.regions(in: report) }
    guard regions.isEmpty else { return regions }
    let words = Place.words(places)
    throw MutationTrouble(
      place: edit.place, message: Wording(zh: "样本中没有\(words.zh)", en: "the sample has not got \(words.en)"))
  }

  private func notFound(_ word: Placed<String>) -> MutationTrouble {
    MutationTrouble(
      place: word.map { _ in () },
      message: Wording(zh: "样本的这些位置找不到“\(word.value)”", en: "`\(word.value)` does not stand there in the sample"))
  }

  private func needsPlainText(_ edit: Mutation.Edit) -> MutationTrouble {
    MutationTrouble(
      place: edit.place,
      message: Wording(
        zh: "网页样本只能用不带 in 的 words 或 pattern 改动", en: "a web page is changed by `words` or `pattern` only, without `in`")
    )
  }

  // MARK: Where to

  /// Where in the file something is put, and what exactly.
  private func insertion(
    of words: [UInt8], at anchor: Mutation.Anchor, _ edit: Mutation.Edit
  ) throws(MutationTrouble) -> (offset: Int, words: [UInt8]) {
    var range: TextRange
    var isBefore = true
    switch anchor.spot {
    case .before(let word): range = text.source(try only(word, in: try regions(anchor.places, edit)))
    case .after(let word):
      range = text.source(try only(word, in: try regions(anchor.places, edit)))
      isBefore = false
    case .start(let place): range = text.source(try regions([place], edit)[0])
    case .end(let place):
      let regions = try regions([place], edit)
      range = text.source(regions[regions.count - 1])
      isBefore = false
    }
    guard anchor.isParagraph else { return (isBefore ? range.start : range.end, words) }
    range = TextRange(lineStart(range.start), lineEnd(range.end))
    let paragraph = words.last == 0x0A ? words : words + [0x0A]
    if !isBefore, range.end == bytes.count, bytes.last != 0x0A { return (range.end, [0x0A] + paragraph) }
    return (isBefore ? range.start : range.end, paragraph)
  }

  private func only(_ word: Placed<String>, in scope: [FoldedRange]) throws(MutationTrouble) -> FoldedRange {
    let hits = try hits(word, in: scope)
    guard hits.count > 1 else { return hits[0] }
    throw MutationTrouble(
      place: word.map { _ in () },
      message: Wording(
        zh: "“\(word.value)”在样本中出现\(hits.count)次，看不出指哪一处；请多写几个字，或用 in 限定位置",
        en: "`\(word.value)` stands there \(hits.count) times; write more of it, or narrow it down with `in`"))
  }

  // MARK: Lines

  /// The lines of a range, when nothing but white space stands beside it on them.
  private func lines(_ range: TextRange) -> TextRange {
    let (start, end) = (lineStart(range.start), lineEnd(range.end))
    let beside = bytes[start..<range.start] + bytes[range.end..<end]
    return FoldedText.fold(String(decoding: beside, as: UTF8.self)).isEmpty ? TextRange(start, end) : range
  }

  private func lineStart(_ offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private func lineEnd(_ offset: Int) -> Int {
    if offset > 0, bytes[offset - 1] == 0x0A { return offset }
    return bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// The ranges ascending, those that touch each other as one.
  private func merged(_ ranges: [TextRange]) -> [TextRange] {
    var merged: [TextRange] = []
    for range in ranges.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = merged.last, range.start < last.end {
        merged[merged.count - 1].end = max(last.end, range.end)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension Mutation.Selection {
  /// Whether it is made of whole lines, with which their line ends go.
  fileprivate var takesLines: Bool {
    switch target {
    case .places, .parts, .headings, .paragraphs: true
    case .numbers, .sentences, .words, .pattern: false
    }
  }
}
