/// What the user has said about a document on the command line; it wins over what the page says.
public struct GivenFacts: Hashable, Sendable {
  /// The year reported on.
  public var year: Int?
  /// The day on which the report was made public.
  public var published: CalendarDate?
  /// Whether it is a draft or published, whatever the page looks like.
  public var stage: Stage?
  /// The level of the body whose report it is, whatever its name tells.
  public var level: Level?

  /// Makes what was said; what is left nil is read from the document.
  public init(year: Int? = nil, published: CalendarDate? = nil, stage: Stage? = nil, level: Level? = nil) {
    self.year = year
    self.published = published
    self.stage = stage
    self.level = level
  }
}
