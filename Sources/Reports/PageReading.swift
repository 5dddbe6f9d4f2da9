package import SourceText

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
  /// Where the page says the report is filed.
  package var column: FoldedRange?
  /// Words of the page that came along with the text.
  package var residue: [FoldedRange]
}
