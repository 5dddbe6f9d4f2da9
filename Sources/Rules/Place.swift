package import Reports
import SourceText

/// A part of the report in which a condition looks.
package enum Place: Hashable, Sendable {
  case title
  case headings
  case preamble
  case body
  case signature
  case metadata
  case document
  case role(SectionRole)

  /// The places that rule files can name.
  package static let named: [(name: String, place: Place)] =
    [
      ("title", .title), ("headings", .headings), ("preamble", .preamble), ("body", .body),
      ("signature", .signature), ("metadata", .metadata), ("document", .document),
    ]
    + [SectionRole.leaderDuty, .measures, .shortcomings, .nextYearPlan, .other].map { ($0.rawValue, .role($0)) }

  /// The stretches of the report that make up the place, in reading order.
  func regions(in report: Report) -> [FoldedRange] {
    switch self {
    case .title: report.title.map { [$0.range] } ?? []
    case .headings: report.sections.map(\.heading)
    case .preamble: report.preamble.map { [$0] } ?? []
    case .body: report.body.isEmpty ? [] : [report.body]
    case .signature: report.signature.map { [$0.range] } ?? []
    case .metadata: zip(report.parts, report.text.blocks).filter { $0.0 == .metadata }.map(\.1)
    case .document: report.text.blocks.isEmpty ? [] : [FoldedRange(0, report.text.bytes.count)]
    case .role(let role): report.roles.filter { $0.role == role }.map(\.range)
    }
  }
}
