import SourceText

/// Finds a page's main content: the title, the lines and tables around it, and the text.
///
/// Where the running text lies says it, not the names of one site's elements: a report is nearly all of the sentences on its
/// page, while menus and lists of other pages are links.
struct PageContent {
  /// Which pieces of the outline are content.
  private(set) var isKept: [Bool]
  /// How many pieces stand before the running text.
  private(set) var start = 0

  private let outline: PageOutline
  private let source: [UInt8]
  /// By node: bytes of text in all, in links, and in sentences.
  private var text: [Int]
  private var linked: [Int]
  private var prose: [Int]
  /// By node: the last of the nodes inside it, itself when there are none.
  private var last: [Int]
  /// By node: the innermost table around it or that it is, -1 outside of tables.
  private var table: [Int]

  init(of outline: PageOutline, source: [UInt8]) {
    self.outline = outline
    self.source = source
    let count = outline.nodes.count
    isKept = [Bool](repeating: false, count: outline.pieces.count)
    text = [Int](repeating: 0, count: count)
    linked = text
    prose = text
    last = Array(outline.nodes.indices)
    table = [Int](repeating: -1, count: count)
    for node in outline.nodes.indices.dropFirst() {
      table[node] = outline.nodes[node].tag == .table ? node : table[outline.nodes[node].parent]
    }
    for node in outline.nodes.indices.dropFirst().reversed() {
      let parent = outline.nodes[node].parent
      last[parent] = max(last[parent], last[node])
    }
    weigh()
    takeFrameAway()
    choose()
  }

  /// Bytes of a piece that are no blanks.
  private func ink(_ piece: PageOutline.Piece) -> Int {
    piece.reference != nil ? 0 : source.span.count(from: piece.source.start, to: piece.source.end) { $0 > 0x20 }
  }

  private mutating func weigh() {
    let pieces = outline.pieces
    var index = 0
    while index < pieces.count {
      // One line of the page, which may be in many pieces.
      let (line, node) = (pieces[index].line, Int(pieces[index].node))
      var (size, links) = (0, 0)
      var isProse = false
      while index < pieces.count, pieces[index].line == line {
        let weight = ink(pieces[index])
        size += weight
        if pieces[index].isLink {
          links += weight
        } else if !isProse, weight >= 3 {
          isProse = hasPause(pieces[index].source)
        }
        index += 1
      }
      text[node] += size
      linked[node] += links
      if isProse, size - links >= 60 { prose[node] += size - links }
    }
    for node in outline.nodes.indices.reversed() {
      let parent = outline.nodes[node].parent
      guard parent >= 0, !outline.nodes[node].isOff else { continue }
      text[parent] += text[node]
      linked[parent] += linked[node]
      prose[parent] += prose[node]
    }
  }

  /// Takes the sentences of the site's frame, of notes in a side bar say, from what holds it. What has most of the page's sentences is
  /// no frame, whatever its name.
  private mutating func takeFrameAway() {
    let all = prose[0]
    for node in outline.nodes.indices.dropFirst() where prose[node] > 0 && prose[node] * 2 < all {
      guard outline.nodes[node].isFrame || outline.nodes[node].tag == .aside else { continue }
      let amount = prose[node]
      var above = node
      while above >= 0 {
        prose[above] -= amount
        above = outline.nodes[above].isOff ? -1 : outline.nodes[above].parent
      }
    }
  }

  /// Whether there is a comma, a semicolon or a full stop of Chinese sentences.
  private func hasPause(_ range: TextRange) -> Bool {
    let source = source.span
    var index = range.start
    while index + 2 < range.end {
      let first = source[index]
      if first == 0xE3, source[index + 1] == 0x80, source[index + 2] == 0x82 { return true }
      if first == 0xEF, source[index + 1] == 0xBC, source[index + 2] == 0x8C || source[index + 2] == 0x9B {
        return true
      }
      index += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }
    return false
  }

  private mutating func choose() {
    let core = coreNode()
    start = outline.nodes[core].pieces.lowerBound
    let area = area(around: core)
    // A node is left out with all that it holds; what holds the core never is.
    var isOut = [Bool](repeating: false, count: outline.nodes.count)
    for node in outline.nodes.indices.dropFirst() {
      let parent = outline.nodes[node].parent
      if parent >= 0, isOut[parent] {
        isOut[node] = true
      } else if outline.nodes[node].isOff {
        isOut[node] = true
      } else if holds(node, core) || holds(core, node) {
        let isFrame = outline.nodes[node].isFrame && prose[node] * 4 < text[node]
        isOut[node] = holds(node, core) && node != core && (isFrame || isMenu(node) && !isLabelledLink(node))
      } else {
        isOut[node] = outline.nodes[node].isFrame || outline.nodes[node].tag == .aside || isMenu(node)
      }
    }
    let range = outline.nodes[area].pieces
    var catalogues: [Int: Bool] = [:]
    for index in outline.pieces.indices {
      let node = Int(outline.pieces[index].node)
      guard !isOut[node] else { continue }
      isKept[index] = range.contains(index)
      guard index < range.lowerBound, table[node] >= 0 else { continue }
      // Once for each table, not for each of its pieces.
      let isCatalogue = catalogues[table[node]] ?? isCatalogue(table[node])
      catalogues[table[node]] = isCatalogue
      isKept[index] = isCatalogue
    }
    keepLabels(outside: range, isOut)
  }

  /// Keeps lines outside of the area that have the shape of a label with its value, such as 发布日期：2025-02-21: a date that is
  /// lost would be a wrong alarm. Behind the area, where the site speaks of itself, only those with a date.
  private mutating func keepLabels(outside area: Range<Int>, _ isOut: [Bool]) {
    let pieces = outline.pieces
    var index = 0
    while index < pieces.count {
      let start = index
      var words: [UInt8] = []
      var hasLink = false
      if area.contains(start) {
        index = area.upperBound
        continue
      }
      while index < pieces.count, pieces[index].line == pieces[start].line {
        hasLink = hasLink || pieces[index].isLink
        index += 1
      }
      if hasLink || isOut[Int(pieces[start].node)] { continue }
      for piece in pieces[start..<index] where words.count < 300 {
        words += source[piece.source.start..<piece.source.end]
      }
      guard words.count < 300,
        words.contains(0x3A) || words[...].firstOffset(of: [0xEF, 0xBC, 0x9A]) != nil,
        start < area.lowerBound || Self.hasDate(words)
      else { continue }
      for kept in start..<index { isKept[kept] = true }
    }
  }

  /// Whether four digits stand before a sign that parts a date: 2025-, 2025年.
  private static func hasDate(_ words: [UInt8]) -> Bool {
    var digits = 0
    for index in words.indices {
      if (0x30...0x39).contains(words[index]) {
        digits += 1
        continue
      }
      let isSign = words[index] == 0x2D || words[index] == 0x2F || words[index] == 0x2E
      if digits == 4, isSign || words[index...].starts(with: "年".utf8) { return true }
      digits = 0
    }
    return false
  }

  /// The smallest element that holds nearly all sentences of the page; the page itself when there are none.
  private func coreNode() -> Int {
    let all = prose[0]
    guard all > 0 else { return 0 }
    var best = 0
    // Children come behind their parents, so the last that is large enough is the smallest.
    for node in outline.nodes.indices where prose[node] * 100 >= all * 85 { best = node }
    return best
  }

  /// Whether a node lies inside another, or is it.
  private func holds(_ node: Int, _ outer: Int) -> Bool {
    // Children come behind their parents and before whatever comes after these.
    outer <= node && node <= last[outer]
  }

  /// Mostly links, and no sentences: a menu, a path, a list of other pages.
  private func isMenu(_ node: Int) -> Bool {
    linked[node] * 2 > text[node] && text[node] > 0 && prose[node] * 4 < text[node]
  }

  /// A paragraph of the text with words before a link: 附件：….
  private func isLabelledLink(_ node: Int) -> Bool {
    let range = outline.nodes[node].pieces
    guard outline.nodes[node].tag == .p, let first = range.first else { return false }
    return text[node] - linked[node] >= 6 && !outline.pieces[first].isLink
  }

  /// A small table before the area: the catalogue, which has more than two cells and few links.
  private func isCatalogue(_ table: Int) -> Bool {
    guard text[table] < 2000, linked[table] * 4 < max(text[table], 1) else { return false }
    return Set(outline.nodes[table].pieces.map { outline.pieces[$0].node }).count > 2
  }

  /// The element around the core that also holds the page's title, which often stands above the text in a box of its own.
  private func area(around core: Int) -> Int {
    let titles = titleNodes()
    var node = core
    while node >= 0 {
      if titles.contains(where: { holds($0, node) }) { return node }
      node = outline.nodes[node].parent
    }
    return core
  }

  /// Elements that repeat what the page's head says its title is, or else its headings of the first two levels.
  private func titleNodes() -> [Int] {
    var wanted: [[UInt8]] = []
    for meta in outline.metas where Array(meta.name.utf8).lowercasedASCII == Array("articletitle".utf8) {
      wanted.append(Self.plain(Array(meta.content.utf8)))
    }
    wanted.append(Self.plain(outline.title.flatMap { Array(source[$0.start..<$0.end]) }))
    wanted.removeAll { $0.count < 18 }
    var found: [Int] = []
    var index = 0
    let pieces = outline.pieces
    while index < pieces.count {
      let (line, node) = (pieces[index].line, Int(pieces[index].node))
      var words: [UInt8] = []
      let start = index
      let isCandidate = wanted.contains { mayBegin($0, pieces[start]) }
      while index < pieces.count, pieces[index].line == line {
        if isCandidate, words.count < 400 { words += source[pieces[index].source.start..<pieces[index].source.end] }
        index += 1
      }
      if words.count < 18 || words.count >= 400 || outline.nodes[node].isOff || pieces[start].isLink { continue }
      let plain = Self.plain(words)
      // The page's title may have the site's name behind the report's; a signature may be the beginning of a title.
      if plain.count >= 18, wanted.contains(where: { $0.starts(with: plain) && plain.count * 2 >= $0.count }) {
        found.append(node)
      }
    }
    if !found.isEmpty { return found }
    return outline.nodes.indices.filter {
      let tag = outline.nodes[$0].tag
      return (tag == .h1 || tag == .h2) && text[$0] >= 18 && linked[$0] * 2 < text[$0] && !outline.nodes[$0].isFrame
    }
  }

  /// Whether a line that starts with a piece may be the beginning of a text, by its first character.
  private func mayBegin(_ text: [UInt8], _ piece: PageOutline.Piece) -> Bool {
    if piece.reference != nil { return true }
    var start = piece.source.start
    while start < piece.source.end, source[start] <= 0x20 { start += 1 }
    // The ideographic space begins like this, and is left out.
    if start == piece.source.end || source[start] == 0xE3 { return true }
    return zip(text.prefix(3), source[start..<piece.source.end]).allSatisfy { $0 == $1 }
  }

  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    for byte in bytes where byte > 0x20 {
      plain.append(byte)
      // The ideographic space.
      if byte == 0x80, plain.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) { plain.removeLast(3) }
    }
    return plain
  }
}
