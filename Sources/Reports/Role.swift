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
  public var role: SectionRole
  /// The section that plays it, or nil for paragraphs without a heading.
  public var section: Int?
  /// The stretch, heading included; part of the section when the section plays two roles and the text says where one begins.
  public var range: FoldedRange
  public var points: Int
  public var reasons: [RoleReason]
}

/// What spoke for, or against, a role.
public struct RoleReason: Hashable, Sendable {
  public var points: Int
  /// The words found, or the range of the section when its position spoke.
  public var range: FoldedRange
  public var source: Source

  public enum Source: String, Sendable { case heading, opening, body, against, position, fallback }
}
