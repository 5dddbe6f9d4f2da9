package import Reports
package import SourceText

/// One requirement on a report: what is asked, why, on what basis, and how much it counts.
package struct Rule: Sendable {
  /// Dotted lower-case; the part before the first dot is the group.
  package var id: String
  /// What the rule asks, as a heading.
  package var title: Wording
  /// Position in `RulePack.categories`.
  package var category: Int
  /// Drives the gate, never the score.
  package var severity: Severity
  /// Drives the score, never the gate.
  package var weight: Weight
  /// Whether a report that misses it gets no better grade than `RulePack.vetoGrade`.
  package var isVeto: Bool
  /// The laws on which it rests.
  package var basis: [Citation]
  /// Why it is asked.
  package var why: Wording
  /// What to write instead.
  package var remedy: MessageTemplate
  /// Its own sentences.
  package var says: Sayings
  /// The reports to which it applies.
  package var applies: Applicability
  /// Why it is not asked at all, said where a profile turns it off; nil where it is asked.
  package var turnedOff: Wording?
  /// What must be there or must not.
  package var requirement: Requirement
  /// What earns part of its weight, the first that holds counting.
  package var partials: [Partial]
  /// What the rule says when a date that it compares is not known; `unverifiable` where nothing is said.
  package var unlessKnown: [DateCheck.Name: UnlessKnown]
  /// Stages in which something that is not there cannot be told to be missing.
  package var cannotTellIn: [Stage]
  /// Texts that show it at work; at least one meets it and one fails it.
  package var examples: [Example]
  /// How it is broken on the pack's samples; `rules test` tries each.
  package var mutations: [Mutation] = []
  /// The rule file and the line in it that defines the rule.
  package var path: String
  /// Line and column.
  package var position: Position
  /// Where overlays changed it, in the order of the layers.
  package var changes: [Origin] = []

  /// The overlay that added it, from 1; 0 for a rule of the pack itself.
  package var layer = 0

  /// A place in a rule file.
  package struct Origin: Hashable, Sendable {
    /// The file as shown.
    package var path: String
    /// Line and column.
    package var position: Position
  }

  /// The rule's own sentences for a status; where there is none, the check's words stand.
  package struct Sayings: Sendable {
    /// For what is met.
    package var met: MessageTemplate?
    /// For what is not there.
    package var missing: MessageTemplate?
    /// For what is there and wrong.
    package var violated: MessageTemplate?
    /// For what cannot be told.
    package var unverifiable: MessageTemplate?

    /// No sentence of its own.
    package init() {}
  }

  /// Whether the condition must hold or must not.
  package enum Requirement: Sendable {
    case require(Condition)
    case forbid(Condition)

    /// What must hold or must not.
    package var condition: Condition {
      switch self {
      case .require(let condition), .forbid(let condition): condition
      }
    }
  }

  /// Something short of the requirement that earns part of its weight.
  package struct Partial: Sendable {
    /// What must hold.
    package var when: Condition
    /// What it earns, above 0 and below 1.
    package var credit: Credit
    /// Its own sentences.
    package var says: MessageTemplate
  }

  /// What a rule says when a fact that it compares is not known.
  package enum UnlessKnown: String, CaseIterable, Sendable {
    case unverifiable
    case notApplicable = "not-applicable"
    case missing
  }

  /// A text that shows the rule at work, run by `rules test`.
  package struct Example: Sendable {
    /// The document.
    package var text: String
    /// What the rule must say of it.
    package var expected: Expectation
    /// Line and column.
    package var position: Position

    /// What the rule must say of the text.
    package enum Expectation: String, Sendable {
      /// Met.
      case meets
      /// Partial.
      case partly
      /// Missing or violated.
      case fails

      /// Whether a status is what the example promises.
      package func accepts(_ status: Status) -> Bool {
        switch self {
        case .meets: status == .met
        case .partly: status == .partial
        case .fails: status == .missing || status == .violated
        }
      }

      /// The promise in words.
      package var words: Wording {
        switch self {
        case .meets: Wording(zh: "符合", en: "met")
        case .partly: Wording(zh: "部分符合", en: "partly met")
        case .fails: Wording(zh: "不符合", en: "not met")
        }
      }
    }
  }
}

/// How grave it is when a rule is not met.
package enum Severity: String, CaseIterable, Sendable, Comparable {
  case info, warning, error

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// From information to error.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// How much a rule or a category counts, in thousandths, so that sums are exact.
package struct Weight: Hashable, Sendable {
  /// The number, times 1000.
  package var thousandths: Int

  /// A number of thousandths.
  package init(thousandths: Int) { self.thousandths = thousandths }
}

/// The share of a rule's weight that a report earns, in thousandths from 0 to 1000.
package struct Credit: Hashable, Sendable {
  /// The number, times 1000.
  package var thousandths: Int

  /// A number of thousandths.
  package init(thousandths: Int) { self.thousandths = thousandths }

  /// All of the weight.
  package static let full = Credit(thousandths: 1000)
  /// Nothing of the weight.
  package static let none = Credit(thousandths: 0)
}

/// A legal basis as a rule cites it: the instrument and, where one is meant, the article.
package struct Citation: Hashable, Sendable {
  /// Position in `RulePack.bases`.
  package var basis: Int
  /// A key of the basis's articles, or nil for all of it.
  package var article: String?
}
