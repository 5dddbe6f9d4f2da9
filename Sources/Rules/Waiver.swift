public import Reports
public import SourceText

/// Leave, given by a person for a time, to fall short of a rule.
public struct Waiver: Hashable, Sendable {
  /// Its position in the list of waivers, from 0.
  public var number: Int
  /// The rule or rules as its author wrote them: an id, or the beginning of one with `.*`.
  public var rule: String
  /// The documents as its author wrote them: a pattern of paths.
  public var document: String
  /// Why the shortfall is borne.
  public var reason: String
  /// Who answers for it.
  public var by: String
  /// The last day on which it holds.
  public var until: CalendarDate
  /// The file that it stands in.
  public var path: String
  /// Where it begins there.
  public var position: Position

  /// A waiver as it was read.
  public init(
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
  public func hasExpired(on day: CalendarDate) -> Bool { until < day }
}
