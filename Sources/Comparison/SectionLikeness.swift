/// How far two sections of two reports agree, sentence by sentence.
struct SectionLikeness {
  /// Two sentences are one when they agree so far, in percent of their pairs of characters.
  static let leastLikeness = 60
  /// Sentences with fewer pairs of characters are passed over: 现报告如下.
  private static let leastBigrams = 8
  /// Of larger sections only those sentences are compared that share a trait: two texts of one section each would take for ever.
  private static let mostComparisons = 250_000

  /// How much of the shorter section stands in the other, in percent of its Chinese characters.
  let share: Int
  /// Sentences that are one, in the order of the first section, each with the one that is most like it.
  let pairs: [SentenceLink]

  /// - Parameter links: sentences of the two that share a trait.
  init(
    _ left: ArraySlice<ComparedSentence>, _ leftBigrams: [[UInt32]], _ right: ArraySlice<ComparedSentence>,
    _ rightBigrams: [[UInt32]], links: [SentenceLink]
  ) {
    var linked: [Int: [Int]]?
    if left.count * right.count > Self.mostComparisons {
      linked = Dictionary(grouping: links, by: \.first).mapValues { Set($0.map(\.second)).sorted() }
    }
    var pairs: [SentenceLink] = []
    var (first, second) = (Tally(), Tally())
    var isMatched = [Bool](repeating: false, count: right.count)
    for (index, bigrams) in leftBigrams.enumerated() {
      var best: (place: Int, likeness: Int)?
      if bigrams.count >= Self.leastBigrams {
        let places =
          linked.map { ($0[left.startIndex + index] ?? []).map { $0 - right.startIndex } }
          ?? Array(rightBigrams.indices)
        for place in places where rightBigrams[place].count >= Self.leastBigrams {
          let likeness = SentenceWords.likeness(bigrams, rightBigrams[place])
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
  private var words = 0
  private var digits = 0
  private var joints = 0

  mutating func count(_ trait: Trait) {
    switch trait.kind {
    case .words: words += 1
    case .figure: digits += Int(trait.digits)
    case .joint: joints += 1
    }
  }

  /// How much all of them tell, in thirds of a fingerprint of words.
  ///
  /// One digit that agrees tells as much as one character and a third, since there are ten digits and three thousand characters, and
  /// a fingerprint stands for two and a half characters.
  private var weight: Int { 3 * words + 4 * digits + 3 * joints }

  /// Whether two sections that share these could be copies.
  func tell(_ first: ComparedSection, _ second: ComparedSection, stockIsKnown: Bool) -> Bool {
    evidence(first, second, share: 100, stockIsKnown: stockIsKnown) != nil
  }

  /// What makes copies of two sections that share these, when one stands in the other to this share, in percent; nil when nothing does.
  ///
  /// The limits were set on folders of 200 made reports (such as those of `CopiesTests`): of two sections that nobody copied and that
  /// agree to four fifths, none shared more than three fingerprints' worth, and of those that agree by half none more than twelve; of
  /// the copies hardly one shared less than seven.
  /// - Parameter stockIsKnown: whether there are enough reports to tell what is stock; else set phrases count too, and it takes more.
  func evidence(
    _ first: ComparedSection, _ second: ComparedSection, share: Int, stockIsKnown: Bool
  ) -> CopiedPassage.Evidence? {
    // Of what few have, how much of the one that has less of it is in both, in percent.
    let own = weight * 100 / max(1, min(first.own.weight, second.own.weight))
    let isCopied =
      if stockIsKnown {
        (share >= 80 && weight >= (share >= 90 ? 3 * 5 : 3 * 7) && own >= 15)
          || (share >= 50 && weight >= 3 * 16 && own >= 40)
      } else {
        share >= 60 && weight >= 3 * 30 && own >= 50
      }
    if !isCopied { return stockIsKnown && words >= 80 ? .words : nil }
    if words >= 12 || words * 6 >= weight { return .words }
    return 4 * digits >= 3 * joints ? .figures : .order
  }
}
