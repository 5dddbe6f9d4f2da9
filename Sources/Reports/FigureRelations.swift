public import Matching
public import SourceText

/// Judges rates by their numerators and bases, and totals by their parts.
///
/// It claims a contradiction only where the text itself ties the figures together; of all others it says nothing.
public struct FigureRelations: Sendable {
  let totals: WordTable
  let totalLeads: WordTable
  let ofWhich: WordTable
  /// The same words as phrases: they alone are looked for in whole sentences, which the one scan of the text has done.
  private let ofWhichPhrases: [PhraseID]
  let among: WordTable
  let notAmong: WordTable
  let others: WordTable
  let incomplete: WordTable
  let continuing: WordTable
  let rateEndings: WordTable
  let shareEndings: WordTable
  let rateLinks: WordTable
  let growth: WordTable
  let openRates: WordTable
  let degrees: WordTable
  let shareStems: WordTable
  let sameActs: [WordTable]
  /// All of them, to tell which of them a rate's name may have.
  let actTables: WordTables
  let things: WordTable
  let due: WordTable
  let done: WordTable
  let counterparts: WordTable
  let allOf: WordTable
  let ofBase: WordTable
  let totalNouns: WordTable
  let carryOver: WordTable
  let reductions: WordTable
  let severally: WordTable
  let runningOn: WordTable
  let ownRates: WordTable
  let compared: WordTable
  let prior: WordTable
  let rises: WordTable
  let falls: WordTable
  let fromWords: WordTable
  let toWords: WordTable
  let points: WordTable
  let stages: [Stage]
  /// The words of all later stages, to tell which of them a subject may have.
  let laterStages: WordTables
  let tracked: WordTable
  let yearly: WordTable
  let partial: WordTable
  let more: WordTable
  let whole: WordTable
  let people: WordTable
  let averages: WordTable
  let listed: WordTable
  let listedKinds: WordTable
  let documents: WordTable
  let listOpeners: WordTable
  let listJoints: WordTable
  let notJoints: WordTable
  let acts: WordTable
  /// 一是, 二是 … by their numbers from 1.
  let items: [[PhraseID]]
  /// The words of `severally` as phrases.
  let severallyPhrases: [PhraseID]
  /// The characters with which a number of 2 to 20 can begin.
  let numerals: [PhraseID]

  /// Makes a judge for the words of a rule pack, some of which it adds to `phrases`.
  public init(words: FigureWords, phrases: inout PhraseSet) {
    totals = WordTable(words.totals)
    totalLeads = WordTable(words.totalLeads)
    ofWhich = WordTable(words.ofWhich)
    ofWhichPhrases = words.ofWhich.compactMap { phrases.add($0) }
    among = WordTable(words.among)
    notAmong = WordTable(words.notAmong)
    others = WordTable(words.others)
    incomplete = WordTable(words.incomplete)
    continuing = WordTable(words.continuing)
    rateEndings = WordTable(words.rateEndings)
    shareEndings = WordTable(words.shareEndings)
    rateLinks = WordTable(words.rateLinks)
    growth = WordTable(words.growth)
    openRates = WordTable(words.openRates)
    degrees = WordTable(words.degrees)
    shareStems = WordTable(words.shareStems)
    things = WordTable(words.things)
    sameActs = words.sameActs.map(WordTable.init)
    actTables = WordTables(words.sameActs)
    due = WordTable(words.due)
    done = WordTable(words.done)
    counterparts = WordTable(words.counterparts)
    allOf = WordTable(words.allOf)
    ofBase = WordTable(words.ofBase)
    totalNouns = WordTable(words.totalNouns)
    carryOver = WordTable(words.carryOver)
    reductions = WordTable(words.reductions)
    severally = WordTable(words.severally)
    runningOn = WordTable(words.runningOn)
    ownRates = WordTable(words.ownRates)
    compared = WordTable(words.compared)
    prior = WordTable(words.prior)
    rises = WordTable(words.rises)
    falls = WordTable(words.falls)
    fromWords = WordTable(words.fromWords)
    toWords = WordTable(words.toWords)
    points = WordTable(words.points)
    stages = words.stages.map {
      Stage(earlier: WordTable($0.earlier), later: WordTable($0.later), runsOn: $0.runsOn)
    }
    laterStages = WordTables(words.stages.map(\.later))
    tracked = WordTable(words.tracked)
    yearly = WordTable(words.yearly)
    partial = WordTable(words.partial)
    more = WordTable(words.more)
    whole = WordTable(words.whole)
    people = WordTable(words.people)
    averages = WordTable(words.averages)
    listed = WordTable(words.listed)
    listedKinds = WordTable(words.listedKinds)
    documents = WordTable(words.documents)
    listOpeners = WordTable(words.listOpeners)
    listJoints = WordTable(words.listJoints)
    notJoints = WordTable(words.notJoints)
    acts = WordTable(words.acts)
    items = (1...10).map { number in
      words.items.compactMap { phrases.add(ChineseNumeral.written(number) + $0) }
    }
    severallyPhrases = words.severally.compactMap { phrases.add($0) }
    numerals = ((1...10).map(ChineseNumeral.written) + ["两"]).compactMap { phrases.add($0) }
  }

  /// The relations that were recognised, in the order of the judged figures.
  ///
  /// - Parameters:
  ///   - text: the folded text of all ranges.
  ///   - matches: where the text has the phrases of the pack.
  ///   - sentences: ascending, not overlapping.
  ///   - figures: ascending; those outside all sentences are not looked at.
  ///   - rows: the rows of tables, which are judged by their columns.
  ///   - reportYear: the year of which a figure is when its sentence names none.
  public func judge(
    _ text: FoldedText, matches: PhraseMatches, sentences: [FoldedRange], figures: [Figure], rows: [TableRow] = [],
    reportYear: Int? = nil
  ) -> [FigureRelation] {
    let start = sentences.first?.start ?? 0
    let signs = TextSigns(text, in: FoldedRange(start, sentences.last?.end ?? start))
    return judge(
      text, matches: matches, sentences: sentences, figures: figures, rows: rows, signs: signs, reportYear: reportYear)
  }

  /// Figures that one sentence may have: each is compared with all others of it, and nobody writes hundreds of them in one.
  private static let mostOfSentence = 400

  /// The sentences, those with too many figures cut into parts that have as many as are compared.
  private static func parted(_ sentences: [FoldedRange], _ figures: [Figure]) -> [FoldedRange] {
    guard figures.count > mostOfSentence else { return sentences }
    var parts: [FoldedRange] = []
    parts.reserveCapacity(sentences.count)
    var next = 0
    for sentence in sentences {
      while next < figures.count, figures[next].range.start < sentence.start { next += 1 }
      var start = sentence.start
      while next + mostOfSentence < figures.count, figures[next + mostOfSentence].range.end <= sentence.end {
        next += mostOfSentence
        parts.append(FoldedRange(start, figures[next].range.start))
        start = figures[next].range.start
      }
      parts.append(FoldedRange(start, sentence.end))
    }
    return parts
  }

  func judge(
    _ text: FoldedText, matches: PhraseMatches, sentences: [FoldedRange], figures: [Figure], rows: [TableRow],
    signs: TextSigns, reportYear: Int?
  ) -> [FigureRelation] {
    var relations: [FigureRelation] = []
    relations.reserveCapacity(figures.count / 2)
    let bytes = text.bytes.span
    judgeTables(text, rows: rows, into: &relations)
    judgeApproximations(figures, bytes, into: &relations)
    // 四个方面 counts words of the sentence; 十二件, and 召开会议三次 are figures like others.
    var figures = figures
    figures.removeAll { isAside($0, bytes) }
    if !rows.isEmpty {
      let cells = Set(rows.flatMap(\.cells).map(\.range.start))
      figures.removeAll { cells.contains($0.range.start) }
    }
    judgeRepetitions(text, sentences, figures, reportYear: reportYear, into: &relations)
    judgeEnumerations(text, matches, sentences, signs, into: &relations)
    let marks = PartMarks(ofWhichPhrases, matches)
    var next = 0
    var bracket = 0
    var before = Before()
    for sentence in Self.parted(sentences, figures) {
      while next < figures.count, figures[next].range.start < sentence.start { next += 1 }
      let first = next
      while next < figures.count, figures[next].range.end <= sentence.end { next += 1 }
      // A sentence without figures parts the figures before it from those behind.
      guard first < next else {
        before = Before()
        continue
      }
      while bracket < signs.brackets.count, signs.brackets[bracket] < sentence.start { bracket += 1 }
      let current = FigureSentence(
        text, range: sentence, figures: figures[first..<next],
        bracket: bracket < signs.brackets.count ? signs.brackets[bracket] : sentence.end)
      judgeSeveral(current, matches, bytes, into: &relations)
      judgeGrowth(current, bytes, into: &relations)
      judgeStages(current, bytes, into: &relations)
      judgeFractions(current, bytes, into: &relations)
      judgeRates(current, before: before, text, marks, into: &relations)
      judgeSums(
        itemised(current, figures[next...], sentences, text, marks) ?? current, before: before.last, text, marks,
        into: &relations)
      let isJoined = bytes[sentence.end - 1] == 0x3B
      before.joined =
        isJoined && before.joined.count < Self.mostOfSentence ? before.joined + figures[first..<next] : []
      swap(&before.secondLast, &before.last)
      before.last = current
    }
    // Positions are sorted and not the relations, each of which is large.
    let order = relations.indices.sorted { left, right in
      let (one, other) = (relations[left].stated, relations[right].stated)
      if one.start != other.start { return one.start < other.start }
      if one.end != other.end { return one.end < other.end }
      let kinds = (relations[left].kind.rawValue, relations[right].kind.rawValue)
      return kinds.0 == kinds.1 ? left < right : kinds.0 < kinds.1
    }
    return order.map { relations[$0] }
  }

  /// A sentence that ends with a semicolon behind 其中: and goes on with one part in each of the next.
  private func itemised(
    _ sentence: FigureSentence, _ behind: ArraySlice<Figure>, _ sentences: [FoldedRange], _ text: FoldedText,
    _ marks: PartMarks
  ) -> FigureSentence? {
    let bytes = text.bytes.span
    guard bytes[sentence.range.end - 1] == 0x3B, sentence.figures.count == 2, sentence.groups.isEmpty,
      let mark = marks.first(in: sentence.range), bytes[mark.end] == 0x3A
    else { return nil }
    var whole = sentence
    var figures = behind
    var place = sentences.partitioningIndex { $0.start >= sentence.range.end }
    while place < sentences.count, bytes[whole.range.end - 1] == 0x3B, sentences[place].start == whole.range.end {
      let own = figures.prefix { $0.range.end <= sentences[place].end }
      guard own.count == 1 else { return nil }
      whole.figures = (Array(whole.figures) + own)[...]
      whole.range.end = sentences[place].end
      figures = figures.dropFirst()
      place += 1
    }
    return whole
  }

  /// Whether a number in Chinese characters goes on in its clause, as a word for several things does.
  private func isAside(_ figure: Figure, _ bytes: Span<UInt8>) -> Bool {
    guard figure.isSpelled, figure.measure != .percent, figure.range.end < bytes.count else { return false }
    let next = bytes[figure.range.end]
    return next >= 0xE4 || next == 0x22
  }

  /// The sentences with figures directly before another.
  struct Before {
    var secondLast: FigureSentence?
    var last: FigureSentence?
    /// The figures of all sentences before it that only semicolons part from it.
    var joined: [Figure] = []
  }
}

/// Where a text has words that open the parts of a total: 其中.
struct PartMarks {
  /// In reading order; of two at one place the longer one stands first.
  private let places: [FoldedRange]

  init(_ words: [PhraseID], _ matches: PhraseMatches) {
    places = words.flatMap { matches.ranges(of: $0) }.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
  }

  /// The first of them that lies wholly inside a range.
  func first(in range: FoldedRange) -> FoldedRange? {
    var next = places.partitioningIndex { $0.start >= range.start }
    while next < places.count, places[next].start < range.end {
      if places[next].end <= range.end { return places[next] }
      next += 1
    }
    return nil
  }
}
