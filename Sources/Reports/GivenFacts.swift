/// What the user has said about a document on the command line; it wins over what the page says.
package struct GivenFacts: Hashable, Sendable {
  /// The year reported on.
  package var year: Int?
  /// The day on which the report was made public.
  package var published: CalendarDate?
  package var stage: Stage?
  package var level: Level?

  package init(year: Int? = nil, published: CalendarDate? = nil, stage: Stage? = nil, level: Level? = nil) {
    self.year = year
    self.published = published
    self.stage = stage
    self.level = level
  }
}
