public import Matching
public import SourceText

/// How a role is recognised: by the words of a heading, of a paragraph's opening, of a section's text, and by position.
///
/// It is data of the rule pack (`sections.yaml`), compiled to phrase numbers.
public struct RoleRecogniser: Sendable {
  public var role: SectionRole
  public var title: Wording
  public var heading: [RoleCue] = []
  /// Cues in the opening of a paragraph: its first sentence, at most `openingLength` bytes.
  public var opening: [RoleCue] = []
  public var body: [RoleCue] = []
  public var position: [PositionCue] = []
  /// Points from which a section, or a paragraph by its opening, plays the role.
  public var threshold: Int
  /// Whether sections that play no other role play this one.
  public var isFallback = false
  /// Whether, where headings have no numbers, the following headings without a role belong to this one's part.
  public var continues = false
  /// Roles inside whose sections this one is not looked for.
  public var notWithin: [SectionRole] = []
  /// Further roles inside whose sections no paragraph opens this one.
  public var openingNotWithin: [SectionRole] = []

  public init(role: SectionRole, title: Wording, threshold: Int) {
    self.role = role
    self.title = title
    self.threshold = threshold
  }
}

/// Words, or a year, that speak for a role (or with negative points against it).
public struct RoleCue: Sendable {
  /// One of these occurs, unless the list is empty …
  public var any: [PhraseID]
  /// … and all of these …
  public var all: [PhraseID]
  /// … and none of these …
  public var none: [PhraseID]
  /// … and this year stands there.
  public var year: Year?
  public var points: Int

  public enum Year: String, CaseIterable, Sendable { case report, next }

  public init(any: [PhraseID], all: [PhraseID], none: [PhraseID], year: Year?, points: Int) {
    self.any = any
    self.all = all
    self.none = none
    self.year = year
    self.points = points
  }
}

/// A place in the report that speaks for or against a role.
public struct PositionCue: Sendable {
  /// Percent of the body, 0…100: the section starts at or after this …
  public var from: Int
  /// … and before this.
  public var to: Int
  public var points: Int

  public init(from: Int, to: Int, points: Int) {
    self.from = from
    self.to = to
    self.points = points
  }
}
