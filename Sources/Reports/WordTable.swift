import SourceText

/// A few hundred words, looked up at a given place of a folded text.
///
/// For what is asked at few places only, such as the measure word behind a number: there it is cheaper than searching
/// the whole text for all words.
struct WordTable: Sendable {
  /// In the order given, folded; a word of which folding leaves nothing matches nothing.
  let words: [[UInt8]]
  /// The length of the longest word in bytes.
  let mostBytes: Int
  /// All words one after another: one array to look into instead of one for each word.
  private let letters: [UInt8]
  private let byStart: Index
  private let byEnd: Index

  /// Words under 256 keys, those of one key longest first.
  private struct Index {
    /// Where the words of each key begin in `entries`; one more at the end.
    var offsets: [Int32]
    var entries: [Entry]
  }

  private struct Entry {
    var word: Int32
    var start: Int32
    var count: Int32
  }

  init(_ words: [String]) {
    let folded = words.map { FoldedText.fold($0) }
    var letters: [UInt8] = []
    var entries: [Entry] = []
    for (index, word) in folded.enumerated() where !word.isEmpty {
      entries.append(
        Entry(
          word: Int32(truncatingIfNeeded: index), start: Int32(truncatingIfNeeded: letters.count),
          count: Int32(truncatingIfNeeded: word.count)))
      letters += word
    }
    self.words = folded
    self.letters = letters
    mostBytes = folded.map(\.count).max() ?? 0
    byStart = Self.index(entries) { entry in
      let word = folded[Int(entry.word)]
      return Self.startKey(word.span, at: 0, to: word.count)
    }
    byEnd = Self.index(entries) { entry in
      let word = folded[Int(entry.word)]
      return Self.endKey(word.span, from: 0, to: word.count)
    }
  }

  private static func index(_ entries: [Entry], key: (Entry) -> Int) -> Index {
    let keyed = entries.map { (key: key($0), entry: $0) }.sorted { left, right in
      (left.key, right.entry.count, left.entry.word) < (right.key, left.entry.count, right.entry.word)
    }
    var offsets = [Int32](repeating: 0, count: 257)
    for one in keyed { offsets[one.key + 1] += 1 }
    for key in 0..<256 { offsets[key + 1] += offsets[key] }
    return Index(offsets: offsets, entries: keyed.map(\.entry))
  }

  /// The longest word that starts at `start` and ends at `end` or before.
  func longest(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    let key = Self.startKey(bytes, at: start, to: end)
    var next = Int(byStart.offsets[key])
    let last = Int(byStart.offsets[key + 1])
    while next < last {
      let entry = byStart.entries[next]
      if start + Int(entry.count) <= end, matches(bytes, entry, at: start) { return Int(entry.word) }
      next += 1
    }
    return nil
  }

  /// The longest word that ends at `end` and starts at `start` or behind.
  func longestSuffix(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    let key = Self.endKey(bytes, from: start, to: end)
    var next = Int(byEnd.offsets[key])
    let last = Int(byEnd.offsets[key + 1])
    while next < last {
      let entry = byEnd.entries[next]
      let place = end - Int(entry.count)
      if place >= start, matches(bytes, entry, at: place) { return Int(entry.word) }
      next += 1
    }
    return nil
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

  @inline(__always)
  private func matches(_ bytes: Span<UInt8>, _ entry: Entry, at start: Int) -> Bool {
    let letters = letters.span
    var offset = 0
    while offset < Int(entry.count) {
      if bytes[start + offset] != letters[Int(entry.start) + offset] { return false }
      offset += 1
    }
    return true
  }

  /// The last bytes of a character tell characters apart best.
  @inline(__always)
  private static func startKey(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Int {
    let byte = bytes[start]
    return byte < 0xE0 || start + 2 >= end ? Int(byte) : Int(bytes[start + 2] ^ (bytes[start + 1] << 2))
  }

  @inline(__always)
  private static func endKey(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let byte = bytes[end - 1]
    return byte < 0x80 || end - start < 2 ? Int(byte) : Int(byte ^ (bytes[end - 2] << 2))
  }
}
