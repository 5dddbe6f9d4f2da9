import SourceText

/// The order of the headings of one report: which kind of heading stands above which.
///
/// A number's style decides (GB/T 9704-2012, 7.3.3); what the format marks and lines without a number are fitted in.
/// A smaller rank stands above a greater one.
struct HeadingRanks {
  /// A heading whose section is still open.
  struct Open {
    var section: Int
    var rank: Int
    /// Whether sections can lie below it; the items of a numbered list have none.
    var isLeaf: Bool
  }

  /// Whether lines without a number are the top level of the report.
  private let isUnnumberedTop: Bool
  /// The rank of the highest style in use, or of the top when there are no numbers.
  private let top: Int
  /// By level of the format, from 1.
  private let marked: [Int]
  /// The ranks that have a level of their own, ascending.
  private let levels: [Int]
  /// For each heading, the next one with a number.
  private let nextNumbered: [Int]

  private static let unnumberedTop = 8
  private static let deepestMark = 6

  init(_ headings: [HeadingLine]) {
    var used: Set<Int> = []
    var numberedMarks: [Int?] = Array(repeating: nil, count: Self.deepestMark + 1)
    var restarts = 0
    var hasMarks = false
    for line in headings {
      let mark = line.markedLevel.map { min($0, Self.deepestMark) }
      if mark != nil { hasMarks = true }
      guard let numbering = line.numbering else { continue }
      let rank = Self.rank(of: numbering.style)
      used.insert(rank)
      if let mark { numberedMarks[mark] = min(numberedMarks[mark] ?? rank, rank) }
    }
    let top = used.min()
    for (index, line) in headings.enumerated() where index > 0 {
      guard let numbering = line.numbering, numbering.number == 1, Self.rank(of: numbering.style) == top else {
        continue
      }
      if headings[index - 1].numbering == nil { restarts += 1 }
    }
    let isFirstUnnumbered = headings.first?.numbering == nil
    let isTopLow = (top ?? 0) > Self.rank(of: .chinese)
    isUnnumberedTop = !hasMarks && isFirstUnnumbered && (top == nil || isTopLow || restarts >= 2)
    self.top = top ?? Self.unnumberedTop
    marked = (0...Self.deepestMark).map { Self.rank(ofMark: $0, numbered: numberedMarks) }
    for line in headings where line.numbering == nil {
      if let mark = line.markedLevel { used.insert(marked[min(mark, Self.deepestMark)]) }
    }
    if isUnnumberedTop { used.insert(Self.unnumberedTop) }
    levels = used.sorted()

    var next = headings.count
    var nextNumbered = Array(repeating: headings.count, count: headings.count)
    for index in headings.indices.reversed() {
      nextNumbered[index] = next
      if headings[index].numbering != nil { next = index }
    }
    self.nextNumbered = nextNumbered
  }

  /// The rank of the heading at `index` below the sections that are open there.
  func rank(of index: Int, in headings: [HeadingLine], open: [Open]) -> Int {
    let line = headings[index]
    if let numbering = line.numbering { return Self.rank(of: numbering.style) }
    if let mark = line.markedLevel { return marked[min(mark, Self.deepestMark)] }
    if isUnnumberedTop { return Self.unnumberedTop }
    let next = nextNumbered[index]
    if next < headings.count, let numbering = headings[next].numbering, numbering.number == 1 {
      // A style that starts anew below this line lies below it.
      let rank = Self.rank(of: numbering.style)
      if open.contains(where: { $0.rank == rank }) { return rank - 8 }
    }
    guard let parent = open.last(where: { !$0.isLeaf }) else { return top }
    return parent.rank + 8
  }

  /// The level of a rank, from 1; ranks without a level of their own take that of the next one above.
  func level(of rank: Int) -> Int {
    max(1, levels.count { $0 <= rank })
  }

  private static func rank(of style: Numbering.Style) -> Int { (style.rawValue + 1) * 16 }

  /// Marked headings without a number stand with the numbered ones of the same mark, else between or above them.
  private static func rank(ofMark mark: Int, numbered: [Int?]) -> Int {
    if let rank = numbered[mark] { return rank }
    for distance in 1...Self.deepestMark {
      if mark - distance > 0, let rank = numbered[mark - distance] { return rank + distance }
    }
    for distance in 1...Self.deepestMark {
      if mark + distance < numbered.count, let rank = numbered[mark + distance] { return rank - distance }
    }
    return mark
  }
}
