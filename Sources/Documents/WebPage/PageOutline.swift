import SourceText

/// The tags that mean something for the reading of a page.
enum PageTag: Int, CaseIterable {
  case html, head, body, title, meta
  case script, style, noscript, template, iframe, select, option, button, textarea, svg, object, audio, video, canvas,
    nav, footer, aside,
    header
  case h1, h2, h3, h4, h5, h6
  case p, div, section, article, main, ul, ol, li, dl, dt, dd, table, thead, tbody, tfoot, tr, td, th, caption, form
  case center, blockquote, pre, figure, figcaption, fieldset, address
  case br, hr, a, b, strong

  static let names = allCases.map { "\($0)" }

  /// Whether what it holds is no text of the page.
  var isSilent: Bool {
    switch self {
    case .script, .style, .noscript, .template, .iframe, .select, .option, .button, .textarea, .svg, .object, .audio,
      .video, .canvas:
      true
    case _: false
    }
  }

  /// Whether it starts and ends a line of the page.
  var isBlock: Bool {
    switch self {
    case .html, .head, .title, .meta, .script, .style, .noscript, .template, .iframe, .select, .option, .button,
      .textarea,
      .svg, .object, .audio, .video, .canvas, .br, .a, .b, .strong:
      false
    case .body, .nav, .footer, .aside, .header, .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .section, .article, .main, .ul,
      .ol,
      .li, .dl, .dt, .dd, .table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption, .form, .center, .blockquote, .pre,
      .figure, .figcaption, .fieldset, .address, .hr:
      true
    }
  }

  /// The level of a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    case _: nil
    }
  }
}

/// A page taken apart: its block elements as a tree, and its text in pieces.
struct PageOutline {
  /// A block element.
  struct Node {
    var tag: PageTag
    var parent: Int
    /// Pieces in it, those of elements inside included.
    var pieces: Range<Int>
    /// Whether the page says that it is not shown.
    var isHidden = false
    /// Whether the page says that it is not shown or that it is no content.
    var isOff = false
    /// Whether its name in the page says that it is a part of the site's frame.
    var isFrame = false
    /// Whether its name in the page says that it is the trail that leads there.
    var isTrail = false
  }

  /// A run of text inside one block.
  struct Piece {
    var source: TextRange
    /// The characters of a reference; nil where the source has them as they are.
    var reference: Reference?
    var node: Int32
    /// Counts lines: pieces of one number stand on one line.
    var line: Int32
    var isLink: Bool
    var isBold: Bool
    /// Whether the browser puts it there: the number of a list's item, whose place is empty.
    var isGenerated = false

    /// A part of the piece.
    func cut(to range: TextRange) -> Piece {
      var piece = self
      piece.source = range
      return piece
    }
  }

  /// Up to eight bytes that a reference stands for.
  struct Reference {
    var bytes: UInt64 = 0
    var count = 0

    /// Adds a byte, when there is room for it.
    mutating func append(_ byte: UInt8) {
      guard count < 8 else { return }
      bytes |= UInt64(byte) << UInt64(8 * count)
      count += 1
    }
  }

  private(set) var nodes: [Node] = [Node(tag: .body, parent: -1, pieces: 0..<0)]
  private(set) var pieces: [Piece] = []
  private(set) var metas: [(name: String, content: String, source: TextRange)] = []
  private(set) var title: [TextRange] = []

  private let source: [UInt8]
  private let limits: DocumentLimits
  private var current = 0
  /// All open tags that are known, the innermost last.
  private var open: [(tag: PageTag, isNode: Bool)] = []
  private var depth = 0
  private var silent = 0
  private var links = 0
  private var bold = 0
  private var line: Int32 = 0
  private var isInTitle = false
  private var lists: [PageList] = []
  /// The number of the item that has just begun, and where in the source its text begins.
  private var label: (text: String, place: Int)?

  init(source: [UInt8], limits: DocumentLimits) {
    self.source = source
    self.limits = limits
  }

  /// Opens an element.
  ///
  /// - Parameters:
  ///   - tag: nil for one that means nothing here.
  ///   - end: where in the source the tag has been read to.
  mutating func start(_ tag: PageTag?, _ attributes: HTMLAttributes, end: Int) throws(DocumentError) {
    depth += 1
    // Pages that never close their fonts and spans are nested deeply, and still are pages.
    let deepest = DocumentLimits.depthOfPages * limits.depth
    if depth > deepest { throw DocumentError(.tooDeep(limit: deepest)) }
    guard let tag else { return }
    if tag == .br || tag == .hr {
      line += 1
      return
    }
    if tag == .meta {
      if let name = attributes["name"] ?? attributes["property"], let content = attributes["content"], metas.count < 200
      {
        metas.append((name, content, TextRange(start(ofTagAt: end), end)))
      }
      return
    }
    if tag.isSilent { silent += 1 }
    switch tag {
    case .title: isInTitle = title.isEmpty
    case .a: links += 1
    case .b, .strong, .th, .h1, .h2, .h3, .h4, .h5, .h6: bold += 1
    case .ol: lists.append(PageList(attributes))
    case .ul: lists.append(.unordered)
    case .li: label = lists.isEmpty ? nil : (lists[lists.count - 1].label(attributes), end)
    case _: break
    }
    open.append((tag, tag.isBlock))
    if tag.isBlock {
      line += 1
      var node = Node(tag: tag, parent: current, pieces: pieces.count..<pieces.count)
      attributes.forEachCommon { name, value in
        switch name {
        case .hidden: node.isHidden = true
        case .style: node.isHidden = node.isHidden || value.contains(anyOf: Self.hidden)
        case .id, .class:
          node.isFrame = node.isFrame || value.contains(anyOf: Self.frameWords)
          node.isTrail = node.isTrail || node.isFrame && value.contains(anyOf: Self.trailWords)
        }
      }
      node.isOff = node.isHidden || tag == .nav || tag == .footer
      nodes.append(node)
      if nodes.count > 4 * limits.blocks { throw DocumentError(.tooManyBlocks(limit: limits.blocks)) }
      current = nodes.count - 1
    }
  }

  mutating func end(_ tag: PageTag?) {
    depth -= 1
    guard let tag, let last = open.last, last.tag == tag else { return }
    open.removeLast()
    if tag.isSilent { silent -= 1 }
    switch tag {
    case .title: isInTitle = false
    case .a: links -= 1
    case .b, .strong, .th, .h1, .h2, .h3, .h4, .h5, .h6: bold -= 1
    case .ol, .ul: _ = lists.popLast()
    case .li: label = nil
    case _: break
    }
    if last.isNode {
      line += 1
      nodes[current].pieces = nodes[current].pieces.lowerBound..<pieces.count
      current = max(nodes[current].parent, 0)
    }
  }

  /// Takes characters that stand in the source as they are.
  mutating func text(_ source: TextRange) throws(DocumentError) {
    if isInTitle { title.append(source) }
    if silent == 0, !isInTitle { try add(source, nil) }
  }

  /// Takes characters that stand for a reference such as `&nbsp;` in the source.
  mutating func reference(_ source: TextRange, _ bytes: Span<UInt8>) throws(DocumentError) {
    if silent > 0 || isInTitle { return }
    var reference = Reference()
    for index in bytes.indices { reference.append(bytes[index]) }
    try add(source, reference)
  }

  private mutating func add(_ source: TextRange, _ reference: Reference?) throws(DocumentError) {
    if label != nil { try addLabel(before: source, isReference: reference != nil) }
    if pieces.count >= 4 * limits.blocks { throw DocumentError(.tooManyBlocks(limit: limits.blocks)) }
    pieces.append(
      Piece(
        source: source, reference: reference, node: Int32(clamping: current), line: line, isLink: links > 0,
        isBold: bold > 0))
  }

  /// Puts the number of an item before its first characters, unless it is typed there: then style sheets, which nearly all sites
  /// have and we don't see, take away the one of the list.
  private mutating func addLabel(before source: TextRange, isReference: Bool) throws(DocumentError) {
    let reader = ScalarReader(bytes: self.source)
    let text = reader.trimmed(source)
    guard let label, !isReference, !text.isEmpty else { return }
    self.label = nil
    if HeadingNumber.length(at: text, in: reader) > 0 { return }
    var rest = Array(label.text.utf8)[...]
    while !rest.isEmpty {
      var count = min(rest.count, 8)
      while count < rest.count, rest[rest.startIndex + count] & 0xC0 == 0x80 { count -= 1 }
      var reference = Reference()
      for byte in rest.prefix(count) { reference.append(byte) }
      try add(TextRange(label.place, label.place), reference)
      pieces[pieces.count - 1].isGenerated = true
      rest = rest.dropFirst(max(count, 1))
    }
  }

  /// Closes what the page has left open.
  mutating func finish() {
    while current > 0 {
      nodes[current].pieces = nodes[current].pieces.lowerBound..<pieces.count
      current = max(nodes[current].parent, 0)
    }
    nodes[0].pieces = 0..<pieces.count
  }

  /// Where the meta tag begins that has been read to `end`.
  private func start(ofTagAt end: Int) -> Int {
    var start = end - 1
    while start > 0 {
      if source[start] == UInt8(ascii: "<"), start + 1 < source.count, source[start + 1] | 0x20 == UInt8(ascii: "m") {
        break
      }
      start -= 1
    }
    return max(start, 0)
  }

  private static let hidden = HTMLWords(["display:none"])

  /// Words that site builders all over the world give to the frame around a page's content.
  private static let frameWords = HTMLWords([
    "foot", "copyright", "nav", "menu", "crumb", "share", "sidebar", "search", "banner", "toolbar", "qrcode",
    "erweima", "ewm",
  ])

  private static let trailWords = HTMLWords(["crumb"])
}
