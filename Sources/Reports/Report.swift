public import Documents
public import Matching
public import SourceText

/// The audited document as a report: its title, issuer, dates, sections with their roles, and figures, each with its place.
///
/// All places are offsets of `text`, the folded text; `evidence` leads from there to the author's own characters.
public struct Report: Sendable {
  public var document: DecodedDocument
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

  public var kind: DocumentKind
  public var title: Title?
  public var issuer: Issuer?
  public var level: Level?
  public var reportYear: ReportYear?
  public var stage: Stage
  public var metadata: [MetadataField]
  public var dates: [DateFact]
  public var publication: DateFact?
  /// The date in the catalogue table that says when the document was made (成文日期).
  public var documentDate: DateFact?
  public var signature: Signature?
  public var years: [YearMention]

  /// From the first to the last block of the report itself, without title, page furniture, metadata and signature.
  public var body: FoldedRange
  /// The paragraphs between the title and the first heading, or nil when there are none.
  public var preamble: FoldedRange?
  /// All sections in reading order, parents before their children.
  public var sections: [Section]
  public var numberingFaults: [NumberingFault]
  public var sentences: [FoldedRange]
  public var roles: [RoleSpan]
  public var figures: [Figure]
  /// What the report's figures say of each other, judged.
  public var figureRelations: [FigureRelation]
  /// Where the page says the report is filed: a field of its metadata, or the trail above the title without the site's start.
  public var column: FoldedRange?
  /// Navigation, buttons and counters of the page that came along with the text, in reading order.
  public var residue: [FoldedRange] = []
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
  public var range: FoldedRange
  public var source: Source
  /// Whether it names the organ (云溪县人民政府), not only the region (云溪县).
  public var isOrgan: Bool

  public enum Source: String, Sendable { case title, signature, lead, metadata }
}

/// The year on which the report reports.
public struct ReportYear: Hashable, Sendable {
  public var value: Int
  /// Where it is said, or nil when it was given on the command line or follows from the publication date.
  public var range: FoldedRange?
  public var source: Source

  public enum Source: String, Sendable { case given, title, preamble, heading, publication }
}

/// A date of the calendar.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var year: Int
  public var month: Int
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
  public var date: CalendarDate
  public var kind: Kind
  /// Where it stands, or nil when it was given on the command line.
  public var range: FoldedRange?

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
  public var label: FoldedRange
  /// The value, empty when the page leaves it empty.
  public var value: FoldedRange
  /// How often the page shows the same field with the same value again.
  public var repeats = 0
}

/// The block at the end that says who signed the report, and when.
public struct Signature: Hashable, Sendable {
  public var range: FoldedRange
  public var issuer: FoldedRange?
  public var date: DateFact?
}

/// A year in the text, written 2024年, 2024年度 or 二〇二四年.
public struct YearMention: Hashable, Sendable {
  public var value: Int
  /// The digits and 年(度).
  public var range: FoldedRange
  /// Whether it stands between 《 and 》, or is one end of a span of years such as 2021-2025年.
  public var isQuotedOrSpan: Bool
}
