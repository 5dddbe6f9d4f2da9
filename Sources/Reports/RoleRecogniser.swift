public import Matching
public import SourceText

/// How a role is recognised: by the words of a heading, of a paragraph's opening, of a section's text, and by position.
///
/// It is data of the rule pack (`sections.yaml`), compiled to phrase numbers.
public struct RoleRecogniser: Sendable {
  /// The role that is recognised; a pack has at most one recogniser for each.
  public var role: SectionRole
  /// What the part is called in messages and lists.
  public var title: Wording
  /// Cues in a section's own heading, which together must earn more than 0 points for it to be considered.
  public var heading: [RoleCue] = []
  /// Cues in the opening of a paragraph: its first sentence, at most `openingLength` bytes.
  public var opening: [RoleCue] = []
  /// Cues in a section's text, which add to what a heading says when that is not enough by itself.
  ///
  /// For the role that takes the rest they judge whatever plays no other role.
  public var body: [RoleCue] = []
  /// Places in the report that add to what words have earned, or take from it.
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

  /// Makes a recogniser without cues, which recognises nothing until some are added.
  ///
  /// The threshold is at least 1; the loader reports a smaller one.
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
  /// What the cue adds, from -1000 to 1000, once for a stretch however often its words occur there.
  public var points: Int

  /// A year as seen from the year reported on: that year, or the one after it.
  public enum Year: String, CaseIterable, Sendable { case report, next }

  /// Makes a cue; one with neither `any` nor `all` nor `year` never holds.
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
  /// What a section or paragraph that begins there gains, from -1000 to 1000.
  public var points: Int

  /// Takes the bounds as they are; the loader reports those outside 0…100 or out of order.
  public init(from: Int, to: Int, points: Int) {
    self.from = from
    self.to = to
    self.points = points
  }
}
