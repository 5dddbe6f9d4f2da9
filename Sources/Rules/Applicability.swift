package import Reports

/// To which reports a rule applies; an empty list of levels, stages or kinds means all of them.
package struct Applicability: Sendable {
  package var levels: [Level] = []
  package var stages: [Stage] = []
  package var kinds: [DocumentKind] = []
  package var firstYear: Int?
  package var lastYear: Int?

  package init() {}
}
