package import Reports
import SourceText

/// Tells whether two names mean one body: 云溪县人民政府 and 云溪县政府, 临江市云溪县司法局 and 云溪县司法局.
package struct BodyNames: Sendable {
  /// Spellings that are put in the place of others, the longest first.
  private let spellings: [(long: [UInt8], short: [UInt8])]
  private let regions: [[UInt8]]

  package init(_ vocabulary: Vocabulary) {
    spellings = vocabulary.shortForms.flatMap { form in
      form.long.map { (long: FoldedText.fold($0), short: FoldedText.fold(form.short)) }
    }.sorted { $0.long.count > $1.long.count }
    regions = vocabulary.regions.flatMap(\.endings).map(FoldedText.fold)
  }

  /// The name in the one spelling that all its spellings have; empty for a name of nothing.
  package func canonical(_ name: String) -> [UInt8] {
    let folded = FoldedText.fold(name).filter { $0 > 0x20 }
    var result: [UInt8] = []
    var index = 0
    while index < folded.count {
      if let spelling = spellings.first(where: { folded[index...].starts(with: $0.long) }) {
        result += spelling.short
        index += spelling.long.count
      } else {
        result.append(folded[index])
        index += 1
      }
    }
    return result.isEmpty ? folded : result
  }

  /// Whether two canonical names mean one body: they are the same, or one of them leaves the region out in which the other says it is.
  package func mean(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if first == second { return true }
    let (long, short) = first.count > second.count ? (first, second) : (second, first)
    guard !short.isEmpty, short.count < long.count, long.suffix(short.count).elementsEqual(short) else { return false }
    let before = long.dropLast(short.count)
    // 云溪|县司法局: the short name says what kind of region it is in, and not which.
    return regions.contains { before.suffix($0.count).elementsEqual($0) && before.count > $0.count }
      || regions.contains { short.starts(with: $0) && short.count >= $0.count }
  }

  /// The names of the regions in a body's name, folded and without what kind of region each is: 临江 and 云溪 of 临江市云溪县司法局.
  func regions(of name: String) -> [[UInt8]] {
    let folded = FoldedText.fold(name)
    var names: [[UInt8]] = []
    var (start, index) = (0, 0)
    while index < folded.count {
      // A region's name has two characters or more.
      guard index - start >= 6, let ending = regions.first(where: { folded[index...].starts(with: $0) }) else {
        index += 1
        continue
      }
      names.append(Array(folded[start..<index]))
      index += ending.count
      start = index
    }
    return names
  }
}
