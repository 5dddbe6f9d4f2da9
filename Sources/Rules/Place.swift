public import Reports
public import SourceText

/// A part of the report in which a condition looks.
public enum Place: Hashable, Sendable {
  case title
  case headings
  case preamble
  case addressee
  case body
  case signature
  case metadata
  case column
  case document
  /// What stands between 《 and 》.
  case titles
  /// What stands between quotation marks.
  case quotations
  case role(SectionRole)

  /// The places that rule files can name.
  public static let named: [(name: String, place: Place)] =
    [
      ("title", .title), ("headings", .headings), ("preamble", .preamble), ("addressee", .addressee),
      ("body", .body), ("signature", .signature), ("metadata", .metadata), ("column", .column),
      ("document", .document), ("titles", .titles), ("quotations", .quotations),
    ]
    + [SectionRole.leaderDuty, .measures, .shortcomings, .nextYearPlan, .other].map { ($0.rawValue, .role($0)) }

  /// The names of those places.
  static let names = named.map(\.name)

  /// The stretches of the report that make up the place, in reading order.
  public func regions(in report: Report) -> [FoldedRange] {
    switch self {
    case .title: report.title.map { [$0.range] } ?? []
    case .headings: report.sections.map(\.heading)
    case .preamble: report.preamble.map { [$0] } ?? []
    case .addressee: zip(report.parts, report.text.blocks).filter { $0.0 == .addressee }.map(\.1)
    case .body: report.body.isEmpty ? [] : [report.body]
    case .signature: report.signature.map { [$0.range] } ?? []
    case .metadata: zip(report.parts, report.text.blocks).filter { $0.0 == .metadata }.map(\.1)
    case .column: report.column.map { [$0] } ?? []
    case .document: report.text.blocks.isEmpty ? [] : [FoldedRange(0, report.text.end)]
    case .titles: report.documentTitles
    case .quotations: report.quotations
    case .role(let role): report.roles.filter { $0.role == role }.map(\.range)
    }
  }
}

/// The stretches of all places of one report, worked out once: rules name the same few places a hundred times.
struct PlaceRegions: Sendable {
  private let regions: [[FoldedRange]]

  init(of report: Report) {
    regions = Place.all.map { $0.regions(in: report) }
  }

  /// The stretches of a place, in reading order.
  subscript(place: Place) -> [FoldedRange] { regions[place.position] }

  /// The stretches of several places, one place after the other.
  subscript(places: [Place]) -> [FoldedRange] {
    places.count == 1 ? self[places[0]] : places.flatMap { self[$0] }
  }
}

extension Place {
  /// Every place, in the order of their positions.
  fileprivate static let all: [Place] =
    [
      .title, .headings, .preamble, .addressee, .body, .signature, .metadata, .column, .document, .titles, .quotations,
    ] + SectionRole.allCases.map { .role($0) }

  fileprivate var position: Int {
    switch self {
    case .title: 0
    case .headings: 1
    case .preamble: 2
    case .addressee: 3
    case .body: 4
    case .signature: 5
    case .metadata: 6
    case .column: 7
    case .document: 8
    case .titles: 9
    case .quotations: 10
    case .role(.leaderDuty): 11
    case .role(.measures): 12
    case .role(.shortcomings): 13
    case .role(.nextYearPlan): 14
    case .role(.preamble): 15
    case .role(.signature): 16
    case .role(.other): 17
    }
  }
}

extension Place {
  /// The place in words.
  public var words: Wording {
    switch self {
    case .title: Wording(zh: "标题", en: "the title")
    case .headings: Wording(zh: "各级标题", en: "the headings")
    case .preamble: Wording(zh: "导语", en: "the preamble")
    case .addressee: Wording(zh: "主送机关", en: "the addressees")
    case .body: Wording(zh: "正文", en: "the body")
    case .signature: Wording(zh: "落款", en: "the signature")
    case .metadata: Wording(zh: "页面信息", en: "the page's metadata")
    case .column: Wording(zh: "所在栏目", en: "the column")
    case .document: Wording(zh: "全文", en: "the document")
    case .titles: Wording(zh: "书名号内", en: "titles of documents")
    case .quotations: Wording(zh: "引号内", en: "quotations")
    case .role(.leaderDuty): Wording(zh: "第一责任人部分", en: "the part on leaders")
    case .role(.measures): Wording(zh: "举措和成效部分", en: "the part on measures")
    case .role(.shortcomings): Wording(zh: "不足部分", en: "the part on shortcomings")
    case .role(.nextYearPlan): Wording(zh: "下一年度安排部分", en: "the plan")
    case .role(.preamble): Wording(zh: "导语", en: "the preamble")
    case .role(.signature): Wording(zh: "落款", en: "the signature")
    case .role(.other): Wording(zh: "其他部分", en: "other parts")
    }
  }

  static func words(_ places: [Place]) -> Wording {
    Wording(
      zh: places.map(\.words.zh).joined(separator: "、"), en: places.map(\.words.en).joined(separator: ", "))
  }
}
