public import Reports
public import SourceText

/// One requirement on a report: what is asked, why, on what basis, and how much it counts.
public struct Rule: Sendable {
  /// Dotted lower-case; the part before the first dot is the group.
  public var id: String
  /// What the rule asks, as a heading.
  public var title: Wording
  /// Position in `RulePack.categories`.
  public var category: Int
  /// Drives the gate, never the score.
  public var severity: Severity
  /// Drives the score, never the gate.
  public var weight: Weight
  /// Whether a report that misses it gets no better grade than `RulePack.vetoGrade`.
  public var isVeto: Bool
  /// The laws on which it rests.
  public var basis: [Citation]
  /// Why it is asked.
  public var why: Wording
  /// What to write instead.
  public var remedy: MessageTemplate
  /// Its own sentences.
  public var says: Sayings
  /// The reports to which it applies.
  public var applies: Applicability
  /// Why it is not asked at all, said where a profile turns it off; nil where it is asked.
  public var turnedOff: Wording?
  /// What must be there or must not.
  public var requirement: Requirement
  /// What earns part of its weight, the first that holds counting.
  public var partials: [Partial]
  /// What the rule says when a date that it compares is not known; `unverifiable` where nothing is said.
  public var unlessKnown: [DateCheck.Name: UnlessKnown]
  /// Stages in which something that is not there cannot be told to be missing.
  public var cannotTellIn: [Stage]
  /// Texts that show it at work; at least one meets it and one fails it.
  public var examples: [Example]
  /// How it is broken on the pack's samples; `rules test` tries each.
  public var mutations: [Mutation] = []
  /// The kinds of check that its conditions use, by their leading keys, the outermost first.
  public var kinds: [String] = []
  /// The places that its conditions look at.
  public var places: [Place] = []
  /// The topics that it asks for; positions in `RulePack.topics`.
  public var topics: [Int] = []
  /// The rule file and the line in it that defines the rule.
  public var path: String
  /// Line and column.
  public var position: Position
  /// Where overlays changed it, in the order of the layers.
  public var changes: [Origin] = []

  /// The overlay that added it, from 1; 0 for a rule of the pack itself.
  public var layer = 0

  /// A place in a rule file.
  public struct Origin: Hashable, Sendable {
    /// The file as shown.
    public var path: String
    /// Line and column.
    public var position: Position
  }

  /// The rule's own sentences for a status; where there is none, the check's words stand.
  public struct Sayings: Sendable {
    /// For what is met.
    public var met: MessageTemplate?
    /// For what is not there.
    public var missing: MessageTemplate?
    /// For what is there and wrong.
    public var violated: MessageTemplate?
    /// For what cannot be told.
    public var unverifiable: MessageTemplate?

    /// No sentence of its own.
    public init() {}
  }

  /// Whether the condition must hold or must not.
  public enum Requirement: Sendable {
    case require(Condition)
    case forbid(Condition)

    /// What must hold or must not.
    public var condition: Condition {
      switch self {
      case .require(let condition), .forbid(let condition): condition
      }
    }
  }

  /// Something short of the requirement that earns part of its weight.
  public struct Partial: Sendable {
    /// What must hold.
    public var when: Condition
    /// What it earns, above 0 and below 1.
    public var credit: Credit
    /// Its own sentences.
    public var says: MessageTemplate
  }

  /// What a rule says when a fact that it compares is not known.
  public enum UnlessKnown: String, CaseIterable, Sendable {
    case unverifiable
    case notApplicable = "not-applicable"
    case missing
  }

  /// A text that shows the rule at work, run by `rules test`.
  public struct Example: Sendable {
    /// The document.
    public var text: String
    /// What the rule must say of it.
    public var expected: Expectation
    /// Line and column.
    public var position: Position

    /// What the rule must say of the text.
    public enum Expectation: String, Sendable {
      /// Met.
      case meets
      /// Partial.
      case partly
      /// Missing or violated.
      case fails

      /// Whether a status is what the example promises.
      public func accepts(_ status: Status) -> Bool {
        switch self {
        case .meets: status == .met
        case .partly: status == .partial
        case .fails: status == .missing || status == .violated
        }
      }

      /// The promise in words.
      public var words: Wording {
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
public enum Severity: String, CaseIterable, Sendable, Comparable {
  case info, warning, error

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// From information to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// How much a rule or a category counts, in thousandths, so that sums are exact.
public struct Weight: Hashable, Sendable {
  /// The number, times 1000.
  public var thousandths: Int

  /// A number of thousandths.
  public init(thousandths: Int) { self.thousandths = thousandths }
}

/// The share of a rule's weight that a report earns, in thousandths from 0 to 1000.
public struct Credit: Hashable, Sendable {
  /// The number, times 1000.
  public var thousandths: Int

  /// A number of thousandths.
  public init(thousandths: Int) { self.thousandths = thousandths }

  /// All of the weight.
  public static let full = Credit(thousandths: 1000)
  /// Nothing of the weight.
  public static let none = Credit(thousandths: 0)
}

/// A legal basis as a rule cites it: the instrument and, where one is meant, the article.
public struct Citation: Hashable, Sendable {
  /// Position in `RulePack.bases`.
  public var basis: Int
  /// A key of the basis's articles, or nil for all of it.
  public var article: String?
}
