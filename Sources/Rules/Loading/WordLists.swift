import SourceText
import YAMLReading

/// `words`: lists of words with a name, which conditions use as `$NAME`.
///
///     words:
///       party-head: [县委书记, 市委书记]
///     …
///     require: {mention: {any: [$party-head, 党委主要负责人], in: leader-duty}}
///
/// A wording that comes to be known is added once and works in every rule that uses the list.
struct WordLists {
  private var lists: [(name: Placed<String>, words: [Placed<String>])] = []
  private var used: Set<String> = []

  /// The sign with which a list is called by its name.
  static let mark = UInt8(ascii: "$")

  /// Takes over the lists of one file.
  mutating func add(_ reader: inout MappingReader) {
    for (name, value) in reader.named("words") {
      if lists.contains(where: { $0.name.value == name.value }) {
        reader.report(
          Wording(zh: "词表“\(name.value)”重复。", en: "the list of words `\(name.value)` is defined twice"), at: name)
        continue
      }
      lists.append((name, value.strings() ?? []))
    }
  }

  /// The words with each `$NAME` replaced by the words of that list.
  mutating func expanded(_ words: [Placed<String>], problems: ProblemSink) -> [Placed<String>] {
    var open: [String] = []
    return expanded(words, inside: &open, problems)
  }

  private mutating func expanded(
    _ words: [Placed<String>], inside open: inout [String], _ problems: ProblemSink
  ) -> [Placed<String>] {
    guard words.contains(where: Self.isName) else { return words }
    var all: [Placed<String>] = []
    for word in words {
      if Self.isName(word) { all += named(word, inside: &open, problems) } else { all.append(word) }
    }
    return all
  }

  private static func isName(_ word: Placed<String>) -> Bool { word.value.utf8.first == mark }

  private mutating func named(
    _ word: Placed<String>, inside open: inout [String], _ problems: ProblemSink
  ) -> [Placed<String>] {
    let name = String(word.value.dropFirst())
    guard let list = lists.first(where: { $0.name.value == name }) else {
      problems.report(
        unknownWord(name, among: lists.map(\.name.value), subject: Wording(zh: "词表", en: "the list of words")),
        in: word.source, at: word.range)
      return []
    }
    if open.contains(name) {
      problems.report(
        Wording(zh: "词表“\(name)”包含了自己。", en: "the list of words `\(name)` contains itself"),
        in: word.source, at: word.range)
      return []
    }
    used.insert(name)
    open.append(name)
    defer { open.removeLast() }
    return expanded(list.words, inside: &open, problems)
  }

  /// Reports the lists that no condition uses.
  func reportUnused(_ problems: ProblemSink) {
    for list in lists where !used.contains(list.name.value) {
      problems.report(
        Wording(zh: "没有规则用到词表“\(list.name.value)”。", en: "no rule uses the list of words `\(list.name.value)`"),
        in: list.name.source, at: list.name.range, severity: .warning)
    }
  }
}
