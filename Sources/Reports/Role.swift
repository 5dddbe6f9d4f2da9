public import SourceText

/// The part that a section plays in a report.
public enum SectionRole: String, CaseIterable, Sendable {
  case leaderDuty = "leader-duty"
  case measures
  case shortcomings
  case nextYearPlan = "next-year-plan"
  case preamble
  case signature
  case other
}

/// A stretch of the report that plays a role.
public struct RoleSpan: Hashable, Sendable {
  /// The role; one section may play two, each in a span of its own.
  public var role: SectionRole
  /// The section that plays it, or nil for paragraphs without a heading.
  public var section: Int?
  /// The stretch, heading included; part of the section when the section plays two roles and the text says where one begins.
  public var range: FoldedRange
  /// The sum of the points of `reasons`, at least the recogniser's threshold; 0 for the preamble.
  public var points: Int
  /// What spoke for the role and against it; empty for the preamble, which its place alone tells.
  public var reasons: [RoleReason]
}

/// What spoke for, or against, a role.
public struct RoleReason: Hashable, Sendable {
  /// Negative for what spoke against the role; 0 where `source` is `fallback`.
  public var points: Int
  /// The words found, or the range of the section when its position spoke.
  public var range: FoldedRange
  /// The kind of cue, which tells what `range` holds.
  public var source: Source

  /// The kinds of cues; `fallback` is the reason of a role that takes what plays no other.
  public enum Source: String, Sendable { case heading, opening, body, against, position, fallback }
}
