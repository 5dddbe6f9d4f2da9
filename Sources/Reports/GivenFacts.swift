/// What the user has said about a document on the command line; it wins over what the page says.
public struct GivenFacts: Hashable, Sendable {
  /// The year reported on.
  public var year: Int?
  /// The day on which the report was made public.
  public var published: CalendarDate?
  public var stage: Stage?
  public var level: Level?

  public init(year: Int? = nil, published: CalendarDate? = nil, stage: Stage? = nil, level: Level? = nil) {
    self.year = year
    self.published = published
    self.stage = stage
    self.level = level
  }
}
