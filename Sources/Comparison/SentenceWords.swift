import SourceText

/// What a sentence says: its Chinese characters, without signs between them, and its figures.
struct SentenceWords {
  /// Code points; all Chinese characters of the first plane fit.
  var characters: [UInt16] = []
  private(set) var figures: [Figure] = []

  struct Figure {
    /// A hash of its digits.
    var hash: UInt64
    /// How many digits tell it from others: 1200 has two.
    var digits: Int
    /// How many characters of the sentence stand before it.
    var place: Int
  }

  /// Takes in a figure, unless there is nothing in it that tells: one digit, a year.
  mutating func addFigure(_ bytes: Span<UInt8>, _ range: FoldedRange) {
    var end = range.end
    while end > range.start, bytes[end - 1] == 0x30 || bytes[end - 1] == 0x2E { end -= 1 }
    var (hash, digits) = (UInt64(0), 0)
    for index in range.start..<end {
      hash = hash &* 31 &+ UInt64(bytes[index])
      if bytes[index] != 0x2E { digits += 1 }
    }
    let isYear = range.count == 4 && bytes[range.start] == 0x32 && bytes[range.start + 1] == 0x30
    if digits < 2 || isYear { return }
    figures.append(Figure(hash: hash, digits: digits, place: characters.count))
  }

  /// Its pairs of neighbouring characters, ascending.
  var bigrams: [UInt32] {
    zip(characters, characters.dropFirst()).map { UInt32($0) << 16 | UInt32($1) }.sorted()
  }

  /// How much of the shorter of two sentences stands in the other, in percent, by their pairs of characters.
  ///
  /// A sentence is never taken for part of one that is more than twice as long.
  static func likeness(_ left: [UInt32], _ right: [UInt32]) -> Int {
    let base = max(min(left.count, right.count), max(left.count, right.count) / 2)
    if base == 0 || min(left.count, right.count) * 100 < base * SectionLikeness.leastLikeness { return 0 }
    var (first, second, shared) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        shared += 1
        first += 1
        second += 1
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return shared * 100 / base
  }
}

/// Something of a sentence by which another that has it is found.
struct Trait: Sendable {
  /// Its two lowest bits are the kind.
  var hash: UInt64
  var sentence: UInt32
  /// Of a figure.
  var digits: UInt8 = 0

  enum Kind: UInt64 {
    /// Eight Chinese characters in a row.
    case words
    /// A figure with the words around it.
    case figure
    /// The end of the sentence before and the beginning of this one.
    case joint
  }

  var kind: Kind { Kind(rawValue: hash & 3) ?? .words }

  private init(_ kind: Kind, _ hash: UInt64, _ sentence: UInt32, digits: Int = 0) {
    self.hash = Self.spread(hash) & ~3 | kind.rawValue
    self.sentence = sentence
    self.digits = UInt8(clamping: digits)
  }

  /// Characters of one fingerprint.
  private static let run = 8
  /// Of so many fingerprints in a row one is kept at least.
  private static let window = 4
  /// Characters on each side of a joint.
  private static let joint = 6

  /// The traits of a sentence that stands behind another, appended to a list.
  static func collect(
    of words: SentenceWords, after before: [UInt16]?, sentence: UInt32, into traits: inout [Trait]
  ) {
    let characters = words.characters
    if characters.count >= run {
      let prints = (0...(characters.count - run)).map { start in
        Trait(.words, hash(characters[start..<(start + run)]), sentence)
      }
      var last = -1
      for start in 0...max(0, prints.count - window) {
        let window = start..<min(start + window, prints.count)
        var least = start
        for index in window where prints[index].hash <= prints[least].hash { least = index }
        if least != last { traits.append(prints[least]) }
        last = least
      }
    }
    for figure in words.figures {
      let around = characters[max(0, figure.place - 3)..<min(figure.place + 2, characters.count)]
      traits.append(Trait(.figure, hash(around) ^ figure.hash, sentence, digits: figure.digits))
    }
    if let before, before.count >= joint, characters.count >= joint {
      traits.append(Trait(.joint, hash(before.suffix(joint)) &* 31 &+ hash(characters.prefix(joint)), sentence))
    }
  }

  /// Spreads a hash over all values (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014).
  private static func spread(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private static func hash(_ characters: ArraySlice<UInt16>) -> UInt64 {
    var hash: UInt64 = 0
    for character in characters { hash = hash &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(character) }
    return hash
  }
}
