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

  /// A word that was found.
  struct Word {
    /// Its place in `words`.
    var index: Int
    /// Its length in bytes.
    var count: Int
  }

  /// Words under 256 keys, those of one key longest first.
  private struct Index {
    /// A bit for each key that has words: most places are told by it alone.
    var used: InlineArray<4, UInt64>
    /// Where the words of each key begin in `entries`; one more at the end.
    var offsets: [Int32]
    var entries: [Entry]

    @inline(__always)
    func has(_ key: Int) -> Bool { used[key &>> 6 & 3] >> UInt64(key & 0x3F) & 1 != 0 }
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
    var used = InlineArray<4, UInt64>(repeating: 0)
    var offsets = [Int32](repeating: 0, count: 257)
    for one in keyed {
      used[one.key >> 6] |= 1 << UInt64(one.key & 0x3F)
      offsets[one.key + 1] += 1
    }
    for key in 0..<256 { offsets[key + 1] += offsets[key] }
    return Index(used: used, offsets: offsets, entries: keyed.map(\.entry))
  }

  /// Whether a word may start at a place: if not, none does.
  @inline(__always)
  func mayStart(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Bool {
    start < end && byStart.has(Self.startKey(bytes, at: start, to: end))
  }

  /// The longest word that starts at `start` and ends at `end` or before.
  @inline(__always)
  func longest(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Word? {
    guard start < end else { return nil }
    let key = Self.startKey(bytes, at: start, to: end)
    return byStart.has(key) ? longest(bytes, of: key, at: start, to: end) : nil
  }

  @inline(never)
  private func longest(_ bytes: Span<UInt8>, of key: Int, at start: Int, to end: Int) -> Word? {
    let (offsets, entries) = (byStart.offsets.span, byStart.entries.span)
    var next = Int(offsets[key])
    let last = Int(offsets[key + 1])
    while next < last {
      let entry = entries[next]
      if start + Int(entry.count) <= end, matches(bytes, entry, at: start) {
        return Word(index: Int(entry.word), count: Int(entry.count))
      }
      next += 1
    }
    return nil
  }

  /// The longest word that ends at `end` and starts at `start` or behind.
  @inline(__always)
  func longestSuffix(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Word? {
    guard start < end else { return nil }
    let key = Self.endKey(bytes, from: start, to: end)
    return byEnd.has(key) ? longestSuffix(bytes, of: key, from: start, to: end) : nil
  }

  @inline(never)
  private func longestSuffix(_ bytes: Span<UInt8>, of key: Int, from start: Int, to end: Int) -> Word? {
    let (offsets, entries) = (byEnd.offsets.span, byEnd.entries.span)
    var next = Int(offsets[key])
    let last = Int(offsets[key + 1])
    while next < last {
      let entry = entries[next]
      let place = end - Int(entry.count)
      if place >= start, matches(bytes, entry, at: place) {
        return Word(index: Int(entry.word), count: Int(entry.count))
      }
      next += 1
    }
    return nil
  }

  /// The first place in a range where one of the words stands.
  func first(_ bytes: Span<UInt8>, in range: FoldedRange) -> FoldedRange? {
    var index = range.start
    while index < range.end {
      if let word = longest(bytes, at: index, to: range.end) { return FoldedRange(index, index + word.count) }
      let byte = bytes[index]
      index &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  /// All bits of the words that stand in a range, each word's own from `bits`.
  func union(of bits: [UInt64], _ bytes: Span<UInt8>, in range: FoldedRange) -> UInt64 {
    var union: UInt64 = 0
    var index = range.start
    while index < range.end {
      let key = Self.startKey(bytes, at: index, to: range.end)
      if byStart.has(key) {
        for next in Int(byStart.offsets[key])..<Int(byStart.offsets[key + 1]) {
          let entry = byStart.entries[next]
          if index + Int(entry.count) <= range.end, matches(bytes, entry, at: index) { union |= bits[Int(entry.word)] }
        }
      }
      let byte = bytes[index]
      index &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return union
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

/// Many tables that are asked of one stretch, looked up as one: which of them have a word in it is told in one pass.
struct WordTables: Sendable {
  private let table: WordTable
  /// A bit of the place of each word's table, in step with its words; tables 64 places apart share one.
  private let bits: [UInt64]

  init(_ tables: [[String]]) {
    table = WordTable(tables.flatMap { $0 })
    bits = tables.enumerated().flatMap { place, words in words.map { _ in 1 << UInt64(place & 0x3F) } }
  }

  /// The places of tables with a word in a stretch.
  func found(_ bytes: Span<UInt8>, in range: FoldedRange) -> Found {
    Found(bits: table.union(of: bits, bytes, in: range))
  }

  /// Places of tables.
  struct Found {
    fileprivate var bits: UInt64
    var isEmpty: Bool { bits == 0 }

    /// Whether the table at a place may be among them; of up to 64 tables, whether it is.
    @inline(__always)
    func mayHave(_ place: Int) -> Bool { bits >> UInt64(place & 0x3F) & 1 != 0 }
  }
}
