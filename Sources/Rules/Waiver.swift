package import Reports
package import SourceText

/// Leave, given by a person for a time, to fall short of a rule.
package struct Waiver: Hashable, Sendable {
  /// Its position in the list of waivers, from 0.
  package var number: Int
  /// The rule or rules as its author wrote them: an id, or the beginning of one with `.*`.
  package var rule: String
  /// The documents as its author wrote them: a pattern of paths.
  package var document: String
  /// Why the shortfall is borne.
  package var reason: String
  /// Who answers for it.
  package var by: String
  /// The last day on which it holds.
  package var until: CalendarDate
  /// The file that it stands in.
  package var path: String
  /// Where it begins there.
  package var position: Position

  /// A waiver as it was read.
  package init(
    number: Int, rule: String, document: String, reason: String, by: String, until: CalendarDate, path: String,
    position: Position
  ) {
    self.number = number
    self.rule = rule
    self.document = document
    self.reason = reason
    self.by = by
    self.until = until
    self.path = path
    self.position = position
  }

  /// Whether it no longer holds on a day.
  package func hasExpired(on day: CalendarDate) -> Bool { until < day }
}
