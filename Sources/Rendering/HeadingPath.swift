import Documents
import Reports
import SourceText

extension Report {
  /// The sections around a place of the decoded text, from the top down; empty before the first heading.
  func headingPath(at offset: Int) -> [Section] {
    // The sections are in reading order, so the innermost around a place is the last that starts before it, or one above that.
    let next = sections.partitioningIndex { text.source($0.heading).start > offset }
    var path: [Section] = []
    var index = next == 0 ? nil : Optional(next - 1)
    while let current = index {
      let section = sections[current]
      if !path.isEmpty || offset <= text.source(section.extent).end { path.append(section) }
      index = section.parent
    }
    return path.reversed()
  }
}
