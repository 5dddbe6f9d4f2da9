/// How far two sections of two reports agree, sentence by sentence.
struct SectionLikeness {
  /// Two sentences are one when they agree so far, in percent of their pairs of characters.
  static let leastLikeness = 60
  /// Sentences with fewer pairs of characters are passed over: 现报告如下.
  private static let leastBigrams = 8

  /// How much of the shorter section stands in the other, in percent of its Chinese characters.
  let share: Int
  /// Sentences that are one, in the order of the first section, each with the one that is most like it.
  let pairs: [SentenceLink]

  init(
    _ left: ArraySlice<ComparedSentence>, _ leftBigrams: [[UInt32]], _ right: ArraySlice<ComparedSentence>,
    _ rightBigrams: [[UInt32]]
  ) {
    var pairs: [SentenceLink] = []
    var (first, second) = (Tally(), Tally())
    var isMatched = [Bool](repeating: false, count: right.count)
    for (index, bigrams) in leftBigrams.enumerated() {
      var best: (place: Int, likeness: Int)?
      if bigrams.count >= Self.leastBigrams {
        for (place, other) in rightBigrams.enumerated() where other.count >= Self.leastBigrams {
          let likeness = SentenceWords.likeness(bigrams, other)
          if likeness < Self.leastLikeness { continue }
          isMatched[place] = true
          if likeness > best?.likeness ?? 0 { best = (place, likeness) }
        }
      }
      first.count(left[left.startIndex + index], isMatched: best != nil)
      if let best {
        pairs.append(SentenceLink(first: left.startIndex + index, second: right.startIndex + best.place))
      }
    }
    for (place, isMatched) in isMatched.enumerated() {
      second.count(right[right.startIndex + place], isMatched: isMatched)
    }
    share = (first.characters <= second.characters ? first : second).share
    self.pairs = pairs
  }

  /// Counts characters of a section.
  private struct Tally {
    var characters = 0
    private var matched = 0

    mutating func count(_ sentence: ComparedSentence, isMatched: Bool) {
      characters += sentence.characters
      if isMatched { matched += sentence.characters }
    }

    var share: Int { characters == 0 ? 0 : matched * 100 / characters }
  }
}

/// Two sentences that have something from each other, by their positions among all.
struct SentenceLink: Sendable {
  var first: Int
  var second: Int
}

/// How many traits a section has, or two sections share, that few reports have.
struct SharedTraits: Sendable {
  private(set) var words = 0
  private var figures = 0
  private var digits = 0
  private var joints = 0

  /// Fingerprints that make a copy; every five Chinese characters have two.
  private static let leastWords = 12
  /// As many of one sentence alone.
  static let leastOfOneSentence = 24
  /// Fingerprints that make a copy of some sentences in a section, the rest of which is different.
  private static let leastInPart = 80

  mutating func count(_ trait: Trait) {
    switch trait.kind {
    case .words: words += 1
    case .figure:
      figures += 1
      digits += Int(trait.digits)
    case .joint: joints += 1
    }
  }

  // Nine digits agree by chance once in a thousand million pairs.
  private var haveFigures: Bool { figures >= 3 && digits >= 9 }

  /// Whether two sections that share these could be copies.
  func tell(_ first: ComparedSection, _ second: ComparedSection, inPart: Bool) -> Bool {
    evidence(first, second, share: 100, inPart: inPart) != nil
  }

  /// What makes copies of two sections that share these, when one stands in the other to this share, in percent; nil when nothing does.
  ///
  /// - Parameter inPart: whether there are enough reports to tell what is stock.
  func evidence(
    _ first: ComparedSection, _ second: ComparedSection, share: Int, inPart: Bool
  ) -> CopiedPassage.Evidence? {
    if share >= 50, words >= Self.leastWords, words * 5 >= min(first.own.words, second.own.words) * 2 { return .words }
    if inPart, words >= Self.leastInPart { return .words }
    if share >= 50, haveFigures, figures * 2 >= min(first.own.figures, second.own.figures) { return .figures }
    if share >= 60, joints >= 6, joints * 2 >= min(first.own.joints, second.own.joints) { return .order }
    return nil
  }
}
