package import SourceText

/// The part that a section plays in a report.
package enum SectionRole: String, CaseIterable, Sendable {
  case leaderDuty = "leader-duty"
  case measures
  case shortcomings
  case nextYearPlan = "next-year-plan"
  case preamble
  case signature
  case other
}

/// A stretch of the report that plays a role.
package struct RoleSpan: Hashable, Sendable {
  package var role: SectionRole
  /// The section that plays it, or nil for paragraphs without a heading.
  package var section: Int?
  /// The stretch, heading included; part of the section when the section plays two roles and the text says where one begins.
  package var range: FoldedRange
  package var points: Int
  package var reasons: [RoleReason]
}

/// What spoke for, or against, a role.
package struct RoleReason: Hashable, Sendable {
  package var points: Int
  /// The words found, or the range of the section when its position spoke.
  package var range: FoldedRange
  package var source: Source

  package enum Source: String, Sendable { case heading, opening, body, against, position, fallback }
}
