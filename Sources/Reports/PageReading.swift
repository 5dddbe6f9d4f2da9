public import SourceText

/// What was read of the page around a report: which blocks are the report itself, and what the others say about it.
public struct PageReading: Sendable {
  /// What each block is, in step with the blocks of the text.
  public var parts: [PagePart]
  public var kind: DocumentKind
  /// The title, or the words of the text, that decided the kind; nil when nothing did.
  public var kindEvidence: FoldedRange?
  public var title: Title?
  public var issuer: Issuer?
  public var level: Level?
  public var reportYear: ReportYear?
  public var stage: Stage
  /// The page's fields in reading order, a field that the page repeats with the same value only once.
  public var metadata: [MetadataField]
  /// All dates, in reading order; one given on the command line stands first.
  public var dates: [DateFact]
  /// The date of publication: the given one, else the best that the page shows.
  public var publication: DateFact?
  /// The catalogue's 成文日期.
  public var documentDate: DateFact?
  public var signature: Signature?
  /// All years of the text, in reading order.
  public var years: [YearMention]
  /// The blocks from the first to the last of the report itself; empty at the end of the text when there are none.
  public var bodyBlocks: Range<Int>
  /// Where the page says the report is filed.
  public var column: FoldedRange?
  /// Words of the page that came along with the text.
  public var residue: [FoldedRange]
}
