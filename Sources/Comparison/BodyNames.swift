public import Reports
import SourceText

/// Tells whether two names mean one body: 云溪县人民政府 and 云溪县政府, 临江市云溪县司法局 and 云溪县司法局.
public struct BodyNames: Sendable {
  /// Spellings that are put in the place of others, the longest first.
  private let spellings: [(long: [UInt8], short: [UInt8])]
  private let regions: [[UInt8]]

  public init(_ vocabulary: Vocabulary) {
    spellings = vocabulary.shortForms.flatMap { form in
      form.long.map { (long: FoldedText.fold($0), short: FoldedText.fold(form.short)) }
    }.sorted { $0.long.count > $1.long.count }
    regions = vocabulary.regions.flatMap(\.endings).map(FoldedText.fold)
  }

  /// The name in the one spelling that all its spellings have; empty for a name of nothing.
  public func canonical(_ name: String) -> [UInt8] {
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
  public func mean(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if first == second { return true }
    let (long, short) = first.count > second.count ? (first, second) : (second, first)
    guard !short.isEmpty, short.count < long.count, long.suffix(short.count).elementsEqual(short) else { return false }
    let before = long.dropLast(short.count)
    // 云溪|县司法局: the short name says what kind of region it is in, and not which.
    return regions.contains { before.suffix($0.count).elementsEqual($0) && before.count > $0.count }
      || regions.contains { short.starts(with: $0) && short.count >= $0.count }
  }

  /// The names of the regions in a body's name as its report uses them, folded and without what kind of region each is:
  /// 临江 and 云溪 of 中共临江市云溪县委员会.
  ///
  /// What stands before a name belongs to it when the report mostly writes both together.
  func regions(of name: String, in text: [UInt8]) -> [[UInt8]] {
    let folded = FoldedText.fold(name)
    var names: [[UInt8]] = []
    for index in folded.indices where regions.contains(where: { folded[index...].starts(with: $0) }) {
      // Of two to five Chinese characters, each of three bytes.
      let candidates = (2...5).compactMap { index >= $0 * 3 ? Array(folded[(index - $0 * 3)..<index]) : nil }
      let counts = candidates.map { text.span.occurrences(of: $0) }
      guard let most = counts.first, let best = counts.lastIndex(where: { $0 * 2 > most }) else { continue }
      if !names.contains(candidates[best]) { names.append(candidates[best]) }
    }
    return names.sorted { $0.count > $1.count }
  }
}

extension Span where Element == UInt8 {
  /// Whether these bytes stand at a place.
  func holds(_ bytes: [UInt8], at start: Int) -> Bool {
    if start + bytes.count > count { return false }
    for (offset, byte) in bytes.enumerated() where self[start + offset] != byte { return false }
    return true
  }

  /// How often these bytes occur.
  fileprivate func occurrences(of bytes: [UInt8]) -> Int {
    guard let first = bytes.first else { return 0 }
    return indices.count { self[$0] == first && holds(bytes, at: $0) }
  }
}
