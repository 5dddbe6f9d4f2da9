public import Documents
public import Matching
public import SourceText

/// The audited document as a report: its title, issuer, dates, sections with their roles, and figures, each with its place.
///
/// All places are offsets of `text`, the folded text; `evidence` leads from there to the author's own characters.
public struct Report: Sendable {
  /// What the report was read from; it leads from places in the decoded text back to lines of the file.
  public var document: DecodedDocument
  /// The text in the spelling that rules are compared with, in which all places of the report lie.
  public var text: FoldedText
  /// Where every phrase of the vocabulary, the recognisers and the rules occurs in `text`.
  public var matches: PhraseMatches
  /// The phrase 《, with which the title of a document opens, when it was searched for.
  public var titleMark: PhraseID?
  /// The phrase ", as all quotation marks are folded, when it was searched for.
  public var quoteMark: PhraseID?
  /// The words that open an item of a list inside a paragraph: 一是, 首先.
  public var itemMarks: [PhraseID] = []
  /// What each block of the document is on its page, in step with `text.blocks`.
  public var parts: [PagePart]

  /// What its title, or for want of one its opening, shows it to be.
  public var kind: DocumentKind
  /// What the page's lines show as the title; nil when none of them looks like one.
  public var title: Title?
  /// Whose report it is by its title, signature, opening or metadata; nil when none of them names a body.
  public var issuer: Issuer?
  /// The level that was given, else the one that the issuer's name tells; nil when neither does.
  public var level: Level?
  /// The year reported on, with the place that says so; nil when nothing tells it, not even a date of publication.
  public var reportYear: ReportYear?
  /// The stage that was given; else `published` when a date of publication or the surroundings of a page were found.
  public var stage: Stage
  /// The page's fields in reading order; one that the page repeats with the same value stands once.
  public var metadata: [MetadataField]
  /// All dates in reading order, whatever they date; one given on the command line stands first.
  public var dates: [DateFact]
  /// The given date of publication, else the best that the page shows; nil when it shows none.
  public var publication: DateFact?
  /// The date in the catalogue table that says when the document was made (成文日期).
  public var documentDate: DateFact?
  /// The lines at the end, or below the title, that name the organ and the day; nil when there are none.
  public var signature: Signature?
  /// All years of the text in reading order, metadata and signature included.
  public var years: [YearMention]

  /// From the first to the last block of the report itself, without title, page furniture, metadata and signature.
  public var body: FoldedRange
  /// The paragraphs between the title and the first heading, or nil when there are none.
  public var preamble: FoldedRange?
  /// All sections in reading order, parents before their children.
  public var sections: [Section]
  /// The headings of `sections` whose numbers do not follow from those before them, in reading order.
  public var numberingFaults: [NumberingFault]
  /// The sentences of `body`, ascending; headings and table rows are sentences too.
  public var sentences: [FoldedRange]
  /// Which stretch plays which role, in the order in which they begin; a stretch may lie inside another.
  public var roles: [RoleSpan]
  /// The numbers of `body` that count or measure something, in reading order.
  public var figures: [Figure]
  /// What the report's figures say of each other, judged.
  public var figureRelations: [FigureRelation]
  /// Where the page says the report is filed: a field of its metadata, or the trail above the title without the site's start.
  public var column: FoldedRange?
  /// Navigation, buttons and counters of the page that came along with the text, in reading order.
  public var residue: [FoldedRange] = []
  /// Where `TextSigns` found the marks of the body, when it has looked.
  var marks: [Int]?
}

/// A body's place in the hierarchy, as the contract names it.
public enum Level: String, CaseIterable, Sendable {
  case ministry, province, city, county, township, subdistrict, department
}

/// Whether a document is still being written or has been made public.
public enum Stage: String, CaseIterable, Sendable {
  case draft, published
}

/// What kind of document was handed in: the report that the rules judge, or something that resembles it.
public enum DocumentKind: String, CaseIterable, Sendable {
  case annualReport = "annual-report"
  /// The annual report on open government information, another report under another law.
  case informationDisclosureReport = "information-disclosure-report"
  case otherReport = "other-report"
  case interpretation, notice, plan, news, template
  /// No title and no content from which to tell.
  case unknown
}

/// What a block is on its page.
public enum PagePart: Sendable {
  /// Navigation, sharing buttons, copyright: words of the web page, not of the report.
  case furniture
  /// Catalogue tables and source/date lines.
  case metadata
  case title
  /// The line that names the addressees (主送机关).
  case addressee
  case body
  case signature
  /// What follows the signature and is not furniture: attachments, notes.
  case appendix
}

/// The report's title as found.
public struct Title: Hashable, Sendable {
  /// All of the title, over several blocks when it is broken, without a tag such as 【…】 and without a site's name.
  public var range: FoldedRange
  /// The part that names the body, or nil.
  public var issuer: FoldedRange?
  /// The year in it, with or without 年, that is neither quoted nor an end of a span; nil when there is none.
  public var year: YearMention?
  /// Whether it names the subject of the rules' reports (法治政府建设).
  public var namesSubject: Bool
  /// Whether it ends in the word for a report.
  public var endsAsReport: Bool
}

/// The body whose report it is.
public struct Issuer: Hashable, Sendable {
  /// As the author wrote it.
  public var name: String
  /// Where the name was read, in the folded text.
  public var range: FoldedRange
  /// The part of the document that the name was taken from.
  public var source: Source
  /// Whether it names the organ (云溪县人民政府), not only the region (云溪县).
  public var isOrgan: Bool

  /// Where a report may name its body; `lead` is its opening.
  public enum Source: String, Sendable { case title, signature, lead, metadata }
}

/// The year on which the report reports.
public struct ReportYear: Hashable, Sendable {
  /// The year in full: 2024, also where the report writes 二〇二四.
  public var value: Int
  /// Where it is said, or nil when it was given on the command line or follows from the publication date.
  public var range: FoldedRange?
  /// The part of the document, or the user, that told the year.
  public var source: Source

  /// What tells the year, the surest first: `publication` means the year before the one of publication.
  public enum Source: String, Sendable { case given, title, preamble, heading, publication }
}

/// A date of the calendar.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// From 1 to 9999.
  public var year: Int
  /// From 1 to 12.
  public var month: Int
  /// From 1 to the last day of the month, leap years included.
  public var day: Int

  /// The date, or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(year), (1...12).contains(month), (1...days[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-01-26`; nil when that is no day, or written otherwise.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    let isShaped =
      bytes.count == 10
      && bytes.indices.allSatisfy { $0 == 4 || $0 == 7 ? bytes[$0] == 0x2D : (0x30...0x39).contains(bytes[$0]) }
    guard isShaped else { return nil }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    self.init(year: number(0..<4), month: number(5..<7), day: number(8..<10))
  }

  /// Orders by the calendar, the earlier day first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Days since 1 March of the year 0 of the calendar as it is today.
  private var dayNumber: Int {
    // Years begin in March, so that the day that some of them have more is the last.
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
  }

  /// How many days lie between this day and a later one, the later included.
  public func days(to later: CalendarDate) -> Int { later.dayNumber - dayNumber }

  /// How many days from Monday to Friday lie between this day and a later one, the later included.
  public func weekdays(to later: CalendarDate) -> Int {
    let days = days(to: later)
    guard days > 0 else { return 0 }
    // Day 0 was a Wednesday: with Monday as 0 the weekday of a day is its number plus 2.
    let rest = (1...7).prefix(days % 7).count { (dayNumber + $0 + 2) % 7 < 5 }
    return days / 7 * 5 + rest
  }

  /// `2025-01-26`, as ISO 8601 writes it.
  public var description: String {
    func digit(_ number: Int) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: number % 10) }
    let bytes: [UInt8] = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), 0x2D, digit(month / 10), digit(month), 0x2D,
      digit(day / 10), digit(day),
    ]
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A date in the document, with what it dates.
public struct DateFact: Hashable, Sendable {
  /// The day, without the time that may stand beside it.
  public var date: CalendarDate
  /// What happened on that day; `mentioned` when nothing about it tells more.
  public var kind: Kind
  /// Where it stands, or nil when it was given on the command line.
  public var range: FoldedRange?

  /// What a date can be of, as its label or its place on the page tells.
  public enum Kind: String, CaseIterable, Sendable {
    case publication
    /// A date by which a page may have been published, for want of a better: 时间, 更新时间, a date beside the source.
    case page
    case updated
    case signature
    /// The catalogue's 成文日期.
    case document
    /// Today's date on the page, a widget: never a publication date.
    case clock
    case url
    /// A date in the running text: a meeting, an instrument.
    case mentioned
  }
}

/// A field of the page's metadata: a catalogue table or the line under the title.
public struct MetadataField: Hashable, Sendable {
  /// The field's name in the vocabulary, `publication_date` say.
  public var field: String
  /// The field's name as the page writes it, without the marks behind it: 发布日期.
  public var label: FoldedRange
  /// The value, empty when the page leaves it empty.
  public var value: FoldedRange
  /// How often the page shows the same field with the same value again.
  public var repeats = 0
}

/// The block at the end that says who signed the report, and when.
public struct Signature: Hashable, Sendable {
  /// From the first to the last of its characters, over several lines when name and date stand apart.
  public var range: FoldedRange
  /// The organ's name, from the first to the last where several sign; nil when only a date stands there.
  public var issuer: FoldedRange?
  /// The day of signing; nil when none stands there, or one that the calendar does not have.
  public var date: DateFact?
}

/// A year in the text, written 2024年, 2024年度 or 二〇二四年.
public struct YearMention: Hashable, Sendable {
  /// The year in full, from 2000 to 2099.
  public var value: Int
  /// The digits and 年(度).
  public var range: FoldedRange
  /// Whether it stands between 《 and 》, or is one end of a span of years such as 2021-2025年.
  public var isQuotedOrSpan: Bool
}
