package import Matching
package import Reports
package import SourceText

/// A loaded pack of rules, checked and compiled, ready to audit any number of reports.
package struct RulePack: Sendable {
  /// The name by which it is referred to.
  package var id: String
  /// What it is called.
  package var title: Wording
  /// The pack's version, as its author counts.
  package var version: String
  /// The laws that rules cite.
  package var bases: [Basis]
  /// The groups into which rules fall, in the order of the file.
  package var categories: [Category]
  /// From the best down.
  package var grades: [Grade]
  /// The best grade that a report may get that misses a veto rule; a position in `grades`.
  package var vetoGrade: Int?
  /// In the order of their ids, so that the order of files and of rules in them changes nothing.
  package var rules: [Rule]
  /// Good reports on which `rules test` breaks the rules, in the order of the file.
  package var samples: [Sample] = []
  /// Whether a rule without a mutation fails `rules test`.
  package var needsMutations = false
  /// What a summary tells first.
  package var headline: [Headline] = []
  /// What reports treat, in the order of the files.
  package var topics: [Topic]
  /// The lists by which the checks of language judge.
  package var lists = LanguageLists()
  /// How the rules are put to different kinds of report, in the order of their names.
  package var profiles: [Profile] = []
  /// The words by which documents are read, as written.
  package var vocabulary = Vocabulary()
  /// Reads documents by the pack's words.
  package var reader: ReportReader
  /// All phrases that are searched for.
  package var phrases: PhraseSet
  /// Finds them in one pass.
  package var automaton: PhraseAutomaton

  /// How many documents meet a rule, as a summary tells it.
  package struct Headline: Sendable {
    /// Position in `rules`.
    package var rule: Int
    package var title: Wording
  }

  /// A group of rules that has a score of its own.
  package struct Category: Sendable {
    /// The name by which it is referred to.
    package var id: String
    /// What it is called.
    package var title: Wording
    /// How much it counts in the total.
    package var weight: Weight
  }

  /// A word for scores from `from` upward.
  package struct Grade: Sendable {
    /// What it is called.
    package var title: Wording
    /// In thousandths of a point, inclusive.
    package var from: Int
  }

  /// An instrument on which rules rest.
  package struct Basis: Sendable {
    /// The key by which rules cite it.
    package var key: String
    /// What it is called.
    package var title: Wording
    /// Its official number, or nil.
    package var number: String?
    /// The articles that rules may cite, in the order of the file.
    package var articles: [Article]
    /// What of it has not been checked against the official text, or nil.
    package var caveat: Wording?
    /// The days on which it is in force, or nil when the pack does not say.
    package var inForce: InForce?

    /// One article and what it says in short.
    package struct Article: Sendable {
      /// The key by which rules cite it.
      package var key: String
      /// What it says, in short.
      package var says: Wording
    }

    /// The days on which an instrument is in force.
    package struct InForce: Sendable {
      /// The first day.
      package var from: CalendarDate
      /// The last day, or nil while there is none.
      package var until: CalendarDate?

      var words: Wording {
        guard let until else { return Wording(zh: "\(from)起施行", en: "in force from \(from)") }
        return Wording(zh: "\(from)至\(until)施行", en: "in force from \(from) to \(until)")
      }
    }
  }

  /// What the pack calls a role.
  package func title(of role: SectionRole) -> Wording {
    reader.recognisers.first { $0.role == role }?.title ?? Wording(role.rawValue)
  }

  /// A citation in words: 《…》（厅字〔2019〕28号）第24条.
  package func words(for citation: Citation) -> Wording {
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
