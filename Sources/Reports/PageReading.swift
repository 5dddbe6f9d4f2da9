package import SourceText

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

/// What was read of the page around a report: which blocks are the report itself, and what the others say about it.
package struct PageReading: Sendable {
  /// What each block is, in step with the blocks of the text.
  package var parts: [PagePart]
  package var kind: DocumentKind
  /// The title, or the words of the text, that decided the kind; nil when nothing did.
  package var kindEvidence: FoldedRange?
  package var title: Title?
  package var issuer: Issuer?
  package var level: Level?
  package var reportYear: ReportYear?
  package var stage: Stage
  /// The page's fields in reading order, a field that the page repeats with the same value only once.
  package var metadata: [MetadataField]
  /// All dates, in reading order; one given on the command line stands first.
  package var dates: [DateFact]
  /// The date of publication: the given one, else the best that the page shows.
  package var publication: DateFact?
  /// The catalogue's 成文日期.
  package var documentDate: DateFact?
  package var signature: Signature?
  /// All years of the text, in reading order.
  package var years: [YearMention]
  /// The blocks from the first to the last of the report itself; empty at the end of the text when there are none.
  package var bodyBlocks: Range<Int>
}
