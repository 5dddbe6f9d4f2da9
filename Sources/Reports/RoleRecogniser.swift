package import Matching
package import SourceText

/// How a role is recognised: by the words of a heading, of a paragraph's opening, of a section's text, and by position.
///
/// It is data of the rule pack (`sections.yaml`), compiled to phrase numbers.
package struct RoleRecogniser: Sendable {
  package var role: SectionRole
  package var title: Wording
  package var heading: [RoleCue] = []
  /// Cues in the opening of a paragraph: its first sentence, at most `openingLength` bytes.
  package var opening: [RoleCue] = []
  package var body: [RoleCue] = []
  package var position: [PositionCue] = []
  /// Points from which a section, or a paragraph by its opening, plays the role.
  package var threshold: Int
  /// Whether sections that play no other role play this one.
  package var isFallback = false
  /// Whether, where headings have no numbers, the following headings without a role belong to this one's part.
  package var continues = false
  /// Roles inside whose sections this one is not looked for.
  package var notWithin: [SectionRole] = []
  /// Further roles inside whose sections no paragraph opens this one.
  package var openingNotWithin: [SectionRole] = []

  package init(role: SectionRole, title: Wording, threshold: Int) {
    self.role = role
    self.title = title
    self.threshold = threshold
  }
}

/// Words, or a year, that speak for a role (or with negative points against it).
package struct RoleCue: Sendable {
  /// One of these occurs, unless the list is empty …
  package var any: [PhraseID]
  /// … and all of these …
  package var all: [PhraseID]
  /// … and none of these …
  package var none: [PhraseID]
  /// … and this year stands there.
  package var year: Year?
  package var points: Int

  package enum Year: String, CaseIterable, Sendable { case report, next }

  package init(any: [PhraseID], all: [PhraseID], none: [PhraseID], year: Year?, points: Int) {
    self.any = any
    self.all = all
    self.none = none
    self.year = year
    self.points = points
  }
}

/// A place in the report that speaks for or against a role.
package struct PositionCue: Sendable {
  /// Percent of the body, 0…100: the section starts at or after this …
  package var from: Int
  /// … and before this.
  package var to: Int
  package var points: Int

  package init(from: Int, to: Int, points: Int) {
    self.from = from
    self.to = to
    self.points = points
  }
}
