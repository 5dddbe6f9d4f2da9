public import Reports

/// To which reports a rule applies; an empty list of levels, stages or kinds means all of them.
public struct Applicability: Sendable {
  /// Bodies of these levels.
  public var levels: [Level] = []
  /// Reports of these stages.
  public var stages: [Stage] = []
  /// Documents of these kinds.
  public var kinds: [DocumentKind] = []
  /// The first report year to which it applies; nil where there is none.
  public var firstYear: Int?
  /// The last report year to which it applies, itself included; nil where there is none.
  public var lastYear: Int?

  /// A rule that applies to everything.
  public init() {}
}

extension Applicability {
  /// Whether it may apply to the report of a body of a level on a year, as far as these two tell.
  public func covers(level: Level?, year: Int) -> Bool {
    (levels.isEmpty || level.map(levels.contains) ?? true) && (firstYear.map { $0 <= year } ?? true)
      && (lastYear.map { year <= $0 } ?? true)
  }
}
