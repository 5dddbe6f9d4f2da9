public import Matching
import Reports
import SourceText

/// Groups of words, of each of which one is asked for.
public struct WordGroups: Sendable {
  /// The groups, in the order of the file.
  public var groups: [Group]

  /// Words of which one is enough.
  public struct Group: Sendable {
    /// What is searched for.
    public var phrases: [PhraseID]
    /// The words as the rule's author wrote them.
    public var words: [String]
  }

  /// Whether a word of each group stands in a range.
  func allStand(in range: FoldedRange, of report: Report) -> Bool {
    groups.allSatisfy { report.matches.hasAny(of: $0.phrases, in: range) }
  }

  /// The first group of which no word stands in a range.
  func missing(in range: FoldedRange, of report: Report) -> Group? {
    groups.first { !report.matches.hasAny(of: $0.phrases, in: range) }
  }

  /// The groups in words.
  var shown: Wording {
    let lists = groups.map { $0.words.shown(5) }
    return Wording(
      zh: lists.map { "“\($0)”" }.joined(separator: "和"), en: lists.map { "“\($0)”" }.joined(separator: " and "))
  }
}

extension [String] {
  /// The first words, for messages.
  func shown(_ count: Int) -> String {
    prefix(count).joined(separator: "、") + (self.count > count ? "…" : "")
  }
}
