public import SourceText

/// What was read of the page around a report: which blocks are the report itself, and what the others say about it.
public struct PageReading: Sendable {
  /// What each block is, in step with the blocks of the text.
  public var parts: [PagePart]
  /// What its title, or for want of one its opening, shows the document to be; `unknown` when neither does.
  public var kind: DocumentKind
  /// The title, or the words of the text, that decided the kind; nil when nothing did.
  public var kindEvidence: FoldedRange?
  /// What the lines at the top show as the title; nil when none of them looks like one.
  public var title: Title?
  /// Whose report it is by its title, signature, opening or metadata; nil when none of them names a body.
  public var issuer: Issuer?
  /// The level that was given, else the one that the issuer's name tells; nil when neither does.
  public var level: Level?
  /// The year reported on, with the place that says so; nil when nothing tells it.
  public var reportYear: ReportYear?
  /// The stage that was given; else `published` when a date of publication or the surroundings of a page were found.
  public var stage: Stage
  /// The page's fields in reading order, a field that the page repeats with the same value only once.
  public var metadata: [MetadataField]
  /// All dates, in reading order; one given on the command line stands first.
  public var dates: [DateFact]
  /// The date of publication: the given one, else the best that the page shows.
  public var publication: DateFact?
  /// The catalogue's 成文日期.
  public var documentDate: DateFact?
  /// The lines behind the text, or else below the title, that name the organ and the day; nil when there are none.
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
