public import Matching
public import Reports
public import SourceText

/// A loaded pack of rules, checked and compiled, ready to audit any number of reports.
public struct RulePack: Sendable {
  /// The name by which it is referred to.
  public var id: String
  /// What it is called.
  public var title: Wording
  /// The pack's version, as its author counts.
  public var version: String
  /// The laws that rules cite.
  public var bases: [Basis]
  /// The groups into which rules fall, in the order of the file.
  public var categories: [Category]
  /// From the best down.
  public var grades: [Grade]
  /// The best grade that a report may get that misses a veto rule; a position in `grades`.
  public var vetoGrade: Int?
  /// In the order of their ids, so that the order of files and of rules in them changes nothing.
  public var rules: [Rule]
  /// Good reports on which `rules test` breaks the rules, in the order of the file.
  public var samples: [Sample] = []
  /// Whether a rule without a mutation fails `rules test`.
  public var needsMutations = false
  /// What a summary tells first.
  public var headline: [Headline] = []
  /// What reports treat, in the order of the files.
  public var topics: [Topic]
  /// The lists by which the checks of language judge.
  public var lists = LanguageLists()
  /// How the rules are put to different kinds of report, in the order of their names.
  public var profiles: [Profile] = []
  /// The words by which documents are read, as written.
  public var vocabulary = Vocabulary()
  /// Reads documents by the pack's words.
  public var reader: ReportReader
  /// All phrases that are searched for.
  public var phrases: PhraseSet
  /// Finds them in one pass.
  public var automaton: PhraseAutomaton

  /// How many documents meet a rule, as a summary tells it.
  public struct Headline: Sendable {
    /// Position in `rules`.
    public var rule: Int
    public var title: Wording
  }

  /// A group of rules that has a score of its own.
  public struct Category: Sendable {
    /// The name by which it is referred to.
    public var id: String
    /// What it is called.
    public var title: Wording
    /// How much it counts in the total.
    public var weight: Weight
  }

  /// A word for scores from `from` upward.
  public struct Grade: Sendable {
    /// What it is called.
    public var title: Wording
    /// In thousandths of a point, inclusive.
    public var from: Int
  }

  /// An instrument on which rules rest.
  public struct Basis: Sendable {
    /// The key by which rules cite it.
    public var key: String
    /// What it is called.
    public var title: Wording
    /// Its official number, or nil.
    public var number: String?
    /// The articles that rules may cite, in the order of the file.
    public var articles: [Article]
    /// What of it has not been checked against the official text, or nil.
    public var caveat: Wording?
    /// The days on which it is in force, or nil when the pack does not say.
    public var inForce: InForce?

    /// One article and what it says in short.
    public struct Article: Sendable {
      /// The key by which rules cite it.
      public var key: String
      /// What it says, in short.
      public var says: Wording
    }

    /// The days on which an instrument is in force.
    public struct InForce: Sendable {
      /// The first day.
      public var from: CalendarDate
      /// The last day, or nil while there is none.
      public var until: CalendarDate?

      var words: Wording {
        guard let until else { return Wording(zh: "\(from)起施行", en: "in force from \(from)") }
        return Wording(zh: "\(from)至\(until)施行", en: "in force from \(from) to \(until)")
      }
    }
  }

  /// What the pack calls a role.
  public func title(of role: SectionRole) -> Wording {
    // By their places, since to copy a recogniser is to count up and down all its cues.
    for index in reader.recognisers.indices where reader.recognisers[index].role == role {
      return reader.recognisers[index].title
    }
    return Wording(role.rawValue)
  }

  /// A citation in words: 《…》（厅字〔2019〕28号）第24条.
  public func words(for citation: Citation) -> Wording {
    let basis = bases[citation.basis]
    let about = [basis.number.map { Wording($0) }, basis.inForce?.words].compactMap(\.self)
    var zh = basis.title.zh + (about.isEmpty ? "" : "（\(about.map(\.zh).joined(separator: "，"))）")
    var en = basis.title.en + (about.isEmpty ? "" : " (\(about.map(\.en).joined(separator: ", ")))")
    if let key = citation.article {
      let isNumber = key.allSatisfy { $0.isASCII && $0.isNumber }
      zh += isNumber ? "第\(key)条" : key
      en += isNumber ? ", art. \(key)" : ", \(key)"
      if let article = basis.articles.first(where: { $0.key == key }), !article.says.zh.isEmpty {
        zh += "：" + article.says.zh
        en += ": " + article.says.en
      }
    }
    if let caveat = basis.caveat {
      zh += "（\(caveat.zh)）"
      en += " (\(caveat.en))"
    }
    return Wording(zh: zh, en: en)
  }
}
