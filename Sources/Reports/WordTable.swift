import SourceText

/// A few hundred words, looked up at a given place of a folded text.
///
/// For what is asked at few places only, such as the measure word behind a number: there it is cheaper than searching
/// the whole text for all words.
struct WordTable: Sendable {
  /// In the order given, folded; a word of which folding leaves nothing matches nothing.
  let words: [[UInt8]]
  /// For each of 256 keys, the places of its words in `words`, longest first.
  private let buckets: [[Int]]

  init(_ words: [String]) {
    let folded = words.map { FoldedText.fold($0) }
    var buckets: [[Int]] = Array(repeating: [], count: 256)
    for (index, word) in folded.enumerated() where !word.isEmpty {
      buckets[Self.key(word.span, at: 0, end: word.count)].append(index)
    }
    for key in buckets.indices {
      buckets[key].sort { (folded[$1].count, $0) < (folded[$0].count, $1) }
    }
    self.words = folded
    self.buckets = buckets
  }

  /// The longest word that starts at `start` and ends at `end` or before.
  func longest(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    for index in buckets[Self.key(bytes, at: start, end: end)] where matches(bytes, index, at: start, to: end) {
      return index
    }
    return nil
  }

  /// The longest word that ends at `end` and starts at `start` or behind.
  func longestSuffix(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var best: Int?
    for (index, word) in words.enumerated() where !word.isEmpty && end - word.count >= start {
      guard matches(bytes, index, at: end - word.count, to: end) else { continue }
      if best.map({ words[$0].count < word.count }) ?? true { best = index }
    }
    return best
  }

  /// The first place in a range where one of the words stands.
  func first(_ bytes: Span<UInt8>, in range: FoldedRange) -> FoldedRange? {
    var index = range.start
    while index < range.end {
      if let word = longest(bytes, at: index, to: range.end) { return FoldedRange(index, index + words[word].count) }
      let byte = bytes[index]
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  private func matches(_ bytes: Span<UInt8>, _ index: Int, at start: Int, to end: Int) -> Bool {
    let word = words[index]
    guard start + word.count <= end else { return false }
    var offset = 0
    while offset < word.count {
      if bytes[start + offset] != word[offset] { return false }
      offset += 1
    }
    return true
  }

  /// The last byte of a character tells characters apart best.
  @inline(__always)
  private static func key(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int {
    let byte = bytes[start]
    return byte < 0x80 || start + 2 >= end ? Int(byte) : Int(bytes[start + 2] ^ (bytes[start + 1] << 2))
  }
}
