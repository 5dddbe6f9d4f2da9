import SourceText
import YAMLReading

/// The lists of one kind while a pack is being read: where each is defined, and which of them rules use.
struct NamedLists<List> {
  private(set) var lists: [List] = []
  private var names: [Placed<String>] = []
  private var used: Set<Int> = []

  /// Takes a list in; a name that is taken is a problem.
  mutating func add(_ list: List, _ name: Placed<String>, _ problems: ProblemSink) {
    if names.contains(where: { $0.value == name.value }) {
      problems.report(
        Wording(zh: "“\(name.value)”重复。", en: "`\(name.value)` is defined twice"), in: name.source, at: name.range)
    }
    lists.append(list)
    names.append(name)
  }

  /// The position of a list that a rule names.
  mutating func use(_ name: Placed<String>, _ what: Wording, _ problems: ProblemSink) -> Int? {
    if let index = names.firstIndex(where: { $0.value == name.value }) {
      used.insert(index)
      return index
    }
    problems.report(
      unknownWord(name.value, among: names.map(\.value), subject: what), in: name.source, at: name.range)
    return nil
  }

  /// Counts as used what is used of the same lists elsewhere.
  mutating func addUse(_ other: NamedLists) { used.formUnion(other.used) }

  /// Warns of lists that no rule uses.
  func reportUnused(_ problems: ProblemSink) {
    for (index, name) in names.enumerated() where !used.contains(index) {
      problems.report(
        Wording(zh: "没有规则用到“\(name.value)”。", en: "no rule uses `\(name.value)`"), in: name.source, at: name.range,
        severity: .warning)
    }
  }
}
