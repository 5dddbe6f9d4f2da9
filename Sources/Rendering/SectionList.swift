import Reports
import SourceText

/// The parts of a report as the contract lists them: every top section, and every stretch that plays a role, once for each role.
struct SectionList {
  /// In reading order.
  var entries: [Entry] = []

  struct Entry {
    var role: SectionRole
    /// Nil for a part without a heading: preamble, signature, paragraphs that play a role on their own.
    var heading: FoldedRange?
    /// Depth from 1, or 0 without a heading.
    var level: Int
    /// Where it begins.
    var range: FoldedRange
  }

  init(of report: Report) {
    var spoken = Set<Int>()
    var roles = Set<SectionRole>()
    for span in report.roles {
      if let index = span.section {
        if span.role == .other { continue }
        let section = report.sections[index]
        spoken.insert(index)
        let isRepeated = entries.contains { $0.role == span.role && $0.heading == section.heading }
        if !isRepeated {
          entries.append(Entry(role: span.role, heading: section.heading, level: section.level, range: section.heading))
        }
      } else {
        entries.append(Entry(role: span.role, heading: nil, level: 0, range: span.range))
      }
      roles.insert(span.role)
    }
    for (index, section) in report.sections.enumerated() where section.level == 1 && !spoken.contains(index) {
      entries.append(Entry(role: .other, heading: section.heading, level: 1, range: section.heading))
    }
    if let preamble = report.preamble, !roles.contains(.preamble) {
      entries.append(Entry(role: .preamble, heading: nil, level: 0, range: preamble))
    }
    if let signature = report.signature, !roles.contains(.signature) {
      entries.append(Entry(role: .signature, heading: nil, level: 0, range: signature.range))
    }
    let order = SectionRole.allCases
    entries.sort { left, right in
      if left.range.start != right.range.start { return left.range.start < right.range.start }
      return (order.firstIndex(of: left.role) ?? 0) < (order.firstIndex(of: right.role) ?? 0)
    }
  }
}
