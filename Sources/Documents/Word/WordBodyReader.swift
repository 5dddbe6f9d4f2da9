import SourceText

/// Which state of a document with tracked changes is read.
public enum RevisionView: String, CaseIterable, Sendable {
  /// As if all changes had been accepted.
  case accepted
  /// As it was before the changes.
  case original
}

/// Reads a part of a Word file that holds paragraphs: the main text, notes, headers, comments.
///
/// Paragraphs come out in reading order: a text box behind the paragraph at which it is anchored, a table row by row.
final class WordBodyReader: XMLHandler {
  private let styles: WordStyles
  /// Read when the first paragraph asks for a number.
  private var numbering: WordNumbering?
  private let readNumbering: () throws(DocumentError) -> WordNumbering
  private let view: RevisionView
  private let limits: DocumentLimits
  /// Takes each finished paragraph of the part.
  private let take: (WordParagraph) throws(DocumentError) -> Void

  /// What is open around the place that is being read, the innermost last.
  private var holders: [Holder] = [Holder()]
  /// Paragraphs that are open, the innermost last: text boxes stand inside paragraphs.
  private var open: [OpenParagraph] = []
  private var paragraphs = 0
  /// Finished paragraphs that wait for the table or the text box around them to end.
  private var waiting = 0
  /// Bytes of text that were read in all.
  private var size = 0
  private var page: Int?
  /// Depth of elements below one that is left out as a whole; 0 outside.
  private var skipped = 0
  /// Depth of elements below a removed stretch, whose text is noted only.
  private var hidden = 0
  private var revisions: [(kind: DocumentNote.Kind, author: String?, isHidden: Bool)] = []
  private var pendingMarks: [(comment: String, isEnd: Bool)] = []
  private var isInText = false
  /// Whether the run of an open paragraph has any, so that it need not be forgotten at each run.
  private var hasRunProperties = false
  /// Within `rPr` of a run or of a paragraph's mark, or in `pPr`.
  private var properties: [WordElement] = []
  private var choices: [Bool] = []

  /// What takes in finished paragraphs.
  private struct Holder {
    var kind = Kind.part
    var paragraphs: [WordParagraph] = []
    /// A paragraph without a mark of its own, which the next continues.
    var unfinished: WordParagraph?
    /// The finished cells of a row.
    var cells: [[WordParagraph]] = []
    var isRemoved = false

    enum Kind {
      case part, row, cell, textBox
    }
  }

  /// Changes, and comments, of one paragraph beyond which nobody reads on.
  private static let marks = 1000

  private struct OpenParagraph {
    var paragraph: WordParagraph
    var style: String?
    var numbering: Int?
    var level: Int?
    var outline: Int?
    var isLabelled = false
    var isBoldByStyle = false
    /// Of the run that is being read.
    var run = Run()
    /// Paragraphs of text boxes that are anchored in it.
    var boxes: [WordParagraph] = []
  }

  private struct Run {
    var isBold: Bool?
    var style: String?
    var isHidden = false
  }

  init(
    styles: WordStyles, numbering: @escaping () throws(DocumentError) -> WordNumbering, view: RevisionView,
    limits: DocumentLimits,
    take: @escaping (WordParagraph) throws(DocumentError) -> Void
  ) {
    self.styles = styles
    readNumbering = numbering
    self.view = view
    self.limits = limits
    self.take = take
  }

  /// Whether a change takes its text out of the view.
  private func removes(_ element: WordElement) -> Bool {
    switch element {
    case .ins, .moveTo: view == .original
    case .del, .moveFrom: view == .accepted
    case _: false
    }
  }

  // MARK: Elements

  func start(_ element: Int, _ attributes: XMLAttributes) throws(DocumentError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    guard let element = WordElement(rawValue: element) else { return }
    switch element {
    case .fallback where choices.last == true: skipped = 1
    case .choice:
      if choices.last == true { skipped = 1 } else if !choices.isEmpty { choices[choices.count - 1] = true }
    case .alternateContent: choices.append(false)
    case .pPrChange, .rPrChange, .sectPrChange, .tblPrChange, .trPrChange, .tcPrChange, .tblGridChange, .tblPrExChange,
      .numberingChange, .rt:
      skipped = 1
    case .footnote, .endnote:
      // The lines that part notes from the text are notes of their own type.
      if let type = attributes[.type], type != "normal" { skipped = 1 }
    case .p: beginParagraph()
    case .pPr, .rPr, .trPr: properties.append(element)
    case .r: endRun()
    case .t, .mathText, .delText:
      try label()
      isInText = true
    case .tab where properties.isEmpty, .ptab: try add([0x09])
    case .cr: try add(WordParagraph.lineBreak)
    case .br:
      if attributes.has(.type, "page") || attributes.has(.type, "column") { break }
      try add(WordParagraph.lineBreak)
    case .noBreakHyphen: try add([0x2D])
    case .sym: try addSign(attributes)
    case .lastRenderedPageBreak: turnPage()
    case .tr: holders.append(Holder(kind: .row))
    case .tc: holders.append(Holder(kind: .cell))
    case .txbxContent: holders.append(Holder(kind: .textBox))
    case .ins, .del, .moveFrom, .moveTo: try beginRevision(element, attributes)
    case .commentRangeStart, .commentRangeEnd, .commentReference: try mark(element, attributes)
    case .pStyle, .numId, .ilvl, .outlineLvl, .rStyle, .b, .vanish: readProperty(element, attributes)
    case _: break
    }
  }

  func end(_ element: Int) throws(DocumentError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let element = WordElement(rawValue: element) else { return }
    switch element {
    case .alternateContent: _ = choices.popLast()
    case .p: try endParagraph()
    case .pPr, .rPr, .trPr: _ = properties.popLast()
    case .r: endRun()
    case .t, .mathText, .delText: isInText = false
    case .tc: endCell()
    case .tr: try endRow()
    case .txbxContent: endTextBox()
    case .ins, .del, .moveFrom, .moveTo: if properties.isEmpty { endRevision() }
    case _: break
    }
  }

  func text(_ bytes: Span<UInt8>) throws(DocumentError) {
    guard isInText, skipped == 0, !open.isEmpty else { return }
    try grow(by: bytes.count)
    let top = open.count - 1
    if open[top].run.isHidden { return }
    if hidden > 0 || !revisions.isEmpty { note(bytes) }
    if hidden > 0 { return }
    // Line ends in the file are blanks on the page.
    let isPlain = !bytes.containsAny { $0 < 0x20 }
    if isPlain {
      unsafe bytes.withUnsafeBufferPointer { unsafe open[top].paragraph.bytes.append(contentsOf: $0) }
    } else {
      for index in bytes.indices { open[top].paragraph.bytes.append(bytes[index] < 0x20 ? 0x20 : bytes[index]) }
    }
    let hasInk = bytes.containsAny { $0 > 0x20 }
    if hasInk { weigh() }
    stretchNote()
  }

  /// Counts text, which waits in memory: a paragraph, a row or a text box without an end is never handed on.
  private func grow(by count: Int) throws(DocumentError) {
    size += count
    if size > limits.textSize { throw DocumentError(.tooMuchText(limit: limits.textSize)) }
  }

  /// Forgets the properties of a run.
  private func endRun() {
    guard hasRunProperties, !open.isEmpty else { return }
    open[open.count - 1].run = Run()
    hasRunProperties = open.count > 1
  }

  /// Takes in whether the run is bold.
  private func weigh() {
    let top = open.count - 1
    let run = open[top].run
    let isBold = run.isBold ?? run.style.flatMap { styles.style($0)?.isBold } ?? open[top].isBoldByStyle
    if isBold { open[top].paragraph.hasBoldText = true } else { open[top].paragraph.hasPlainText = true }
  }

  private func add(_ bytes: [UInt8]) throws(DocumentError) {
    guard properties.isEmpty, !open.isEmpty, hidden == 0, !open[open.count - 1].run.isHidden else { return }
    try label()
    try grow(by: bytes.count)
    open[open.count - 1].paragraph.bytes += bytes
    stretchNote()
  }

  /// A character by its number. Those in the private area are pictures of a font of signs, which stand for no character.
  private func addSign(_ attributes: XMLAttributes) throws(DocumentError) {
    guard let code = attributes[.char].flatMap({ UInt32($0, radix: 16) }), let scalar = Unicode.Scalar(code),
      code > 0x20, !(0xE000...0xF8FF).contains(code)
    else { return }
    try add(Array(String(Character(scalar)).utf8))
  }

  private func turnPage() {
    page = (page ?? 1) + 1
    // A paragraph that begins with the break stands on the new page.
    if let top = open.indices.last, open[top].paragraph.bytes.count == (open[top].paragraph.generated.last?.end ?? 0) {
      open[top].paragraph.page = page
    }
  }
}

// MARK: - Paragraphs

extension WordBodyReader {
  private func beginParagraph() {
    paragraphs += 1
    var paragraph = WordParagraph(number: paragraphs, page: page)
    if open.isEmpty || holders.last?.kind == .textBox {
      paragraph.marks = pendingMarks.map { ($0.comment, $0.isEnd, 0) }
      pendingMarks = []
    }
    open.append(OpenParagraph(paragraph: paragraph))
  }

  /// Puts the automatic number before the paragraph's text, once its properties are known.
  private func label() throws(DocumentError) {
    guard let top = open.indices.last, !open[top].isLabelled, properties.isEmpty else { return }
    open[top].isLabelled = true
    let style = styles.style(open[top].style)
    open[top].isBoldByStyle = style?.isBold ?? false
    let outline = open[top].outline ?? style?.outline
    if let outline, (0..<9).contains(outline) { open[top].paragraph.kind = .heading(level: outline + 1) }
    if open[top].paragraph.runsOn { return }
    guard let number = open[top].numbering ?? style?.numbering, number != 0 else { return }
    var lists = if let numbering { numbering } else { try readNumbering() }
    let styleID = open[top].style ?? styles.standard
    let own = open[top].numbering == nil ? lists.level(ofStyle: styleID, in: number, styles: styles) : nil
    let level = open[top].level ?? own ?? style?.level ?? 0
    numbering = nil
    let label = lists.label(number: number, level: level, styles: styles)
    numbering = lists
    guard let label else { return }
    if label.isBullet {
      if case .paragraph = open[top].paragraph.kind { open[top].paragraph.kind = .listItem }
      return
    }
    let bytes = Array(label.text.utf8)
    guard !bytes.isEmpty else { return }
    try grow(by: bytes.count)
    // Behind what a paragraph without a mark has left, a number would stand in the middle of the line.
    let place = open[top].paragraph.bytes.count
    open[top].paragraph.generated.append(TextRange(place, place + bytes.count))
    open[top].paragraph.bytes += bytes
  }

  private func endParagraph() throws(DocumentError) {
    try label()
    guard var done = open.popLast(), let top = holders.indices.last else { return }
    let longest = 100
    if case .heading = done.paragraph.kind, done.paragraph.bytes.count > 3 * longest {
      // A style of a heading on running text is a slip, and the first line of a paragraph is no heading for that.
      done.paragraph.kind = .paragraph
    }
    var paragraph = done.paragraph
    if var unfinished = holders[top].unfinished {
      holders[top].unfinished = nil
      unfinished.goOn(with: paragraph)
      unfinished.kind = paragraph.kind
      unfinished.runsOn = paragraph.runsOn
      paragraph = unfinished
    }
    if paragraph.runsOn {
      holders[top].unfinished = paragraph
    } else {
      try put(paragraph)
    }
    for box in done.boxes { try put(box) }
  }

  /// Hands a finished paragraph to what holds it.
  private func put(_ paragraph: WordParagraph) throws(DocumentError) {
    let top = holders.count - 1
    if holders[top].kind == .part {
      waiting = 0
      return try take(paragraph)
    }
    waiting += 1
    if waiting > limits.blocks { throw DocumentError(.tooManyBlocks(limit: limits.blocks)) }
    holders[top].paragraphs.append(paragraph)
  }

  /// Hands on a last paragraph whose mark was deleted and that none follows.
  func finish() throws(DocumentError) {
    if let unfinished = holders[0].unfinished { try take(unfinished) }
    holders[0].unfinished = nil
  }

  private func endTextBox() {
    guard holders.count > 1, let holder = holders.popLast() else { return }
    let paragraphs = holder.paragraphs + (holder.unfinished.map { [$0] } ?? [])
    if let top = open.indices.last {
      open[top].boxes += paragraphs.filter { !$0.isBlank }
    } else {
      holders[holders.count - 1].paragraphs += paragraphs
    }
  }
}

// MARK: - Tables

extension WordBodyReader {
  private func endCell() {
    guard holders.count > 1, let cell = holders.popLast() else { return }
    holders[holders.count - 1].cells.append(cell.paragraphs + (cell.unfinished.map { [$0] } ?? []))
  }

  /// A row with several filled cells is a line of cells; a row with one is layout, and its paragraphs stand for themselves.
  private func endRow() throws(DocumentError) {
    guard holders.count > 1, let row = holders.popLast(), !row.isRemoved else { return }
    let filled = row.cells.filter { cell in cell.contains { !$0.isBlank } }
    if filled.count <= 1 {
      for paragraph in filled.first ?? row.cells.first ?? [] { try put(paragraph) }
      return
    }
    guard let first = row.cells.lazy.flatMap({ $0 }).first else { return }
    var line = WordParagraph(number: first.number, page: first.page)
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { line.bytes += Array(" | ".utf8) }
      for (position, paragraph) in cell.filter({ !$0.isBlank }).enumerated() {
        if position > 0 { line.bytes.append(0x20) }
        var inner = paragraph
        // The cells of a row stand on one line, whatever breaks they have.
        inner.bytes = Self.withoutBreaks(paragraph.bytes)
        line.append(inner)
      }
    }
    line.kind = .tableRow
    try put(line)
  }

  /// The bytes with each break inside the paragraph as three blanks, so that no place moves.
  private static func withoutBreaks(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var from = 0
    while let at = bytes[from...].firstOffset(of: WordParagraph.lineBreak) {
      from = at + WordParagraph.lineBreak.count
      for index in at..<from { bytes[index] = 0x20 }
    }
    return bytes
  }
}

// MARK: - Properties, changes and comments

extension WordBodyReader {
  private func readProperty(_ element: WordElement, _ attributes: XMLAttributes) {
    guard let top = open.indices.last, let innermost = properties.last else { return }
    if innermost == .rPr { hasRunProperties = true }
    switch element {
    case .pStyle: open[top].style = attributes[.val]
    case .numId: open[top].numbering = attributes.number(.val)
    case .ilvl: open[top].level = attributes.number(.val)
    case .outlineLvl: open[top].outline = attributes.number(.val)
    // The properties of the mark are not those of the text.
    case .rStyle where properties.count == 1 && innermost == .rPr: open[top].run.style = attributes[.val]
    case .b where properties.count == 1 && innermost == .rPr:
      open[top].run.isBold = !WordAttribute.isOff(attributes)
    case .vanish where properties.count == 1 && innermost == .rPr:
      open[top].run.isHidden = !WordAttribute.isOff(attributes)
    case _: break
    }
  }

  private func beginRevision(_ element: WordElement, _ attributes: XMLAttributes) throws(DocumentError) {
    let isRemoved = removes(element)
    switch properties.last {
    case .rPr:
      // On the mark of a paragraph: the paragraph and the next are one.
      if isRemoved, properties.count == 2, let top = open.indices.last { open[top].paragraph.runsOn = true }
      return
    case .trPr:
      if isRemoved, let top = holders.lastIndex(where: { $0.kind == .row }) { holders[top].isRemoved = true }
      return
    case _ where !properties.isEmpty: return
    case _: break
    }
    let kind: DocumentNote.Kind =
      switch element {
      case .ins: .insertion
      case .del: .deletion
      case _: .move
      }
    try label()
    revisions.append((kind, attributes[.author], isRemoved))
    if isRemoved { hidden += 1 }
    guard let top = open.indices.last else { return }
    let place = open[top].paragraph.bytes.count
    // The runs of one change are often marked one by one.
    if let last = open[top].paragraph.notes.last, last.kind == kind, last.author == attributes[.author],
      last.range.end == place
    {
      return
    }
    if open[top].paragraph.notes.count >= Self.marks { return }
    open[top].paragraph.notes.append(
      DocumentNote(kind: kind, author: attributes[.author], text: Wording(""), range: TextRange(place, place)))
  }

  private func endRevision() {
    guard let revision = revisions.popLast() else { return }
    if revision.isHidden { hidden -= 1 }
  }

  /// Adds text to the note of the change that is being read.
  private func note(_ bytes: Span<UInt8>) {
    guard let top = open.indices.last, let last = open[top].paragraph.notes.indices.last, let revision = revisions.last,
      open[top].paragraph.notes[last].kind == revision.kind
    else { return }
    guard open[top].paragraph.notes[last].text.zh.utf8.count < 600 else { return }
    let text =
      open[top].paragraph.notes[last].text.zh + String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    open[top].paragraph.notes[last].text = Wording(text)
  }

  /// Lets the note of a change that is shown reach to the end of what has been read.
  private func stretchNote() {
    guard !revisions.isEmpty, hidden == 0, let top = open.indices.last,
      let last = open[top].paragraph.notes.indices.last
    else { return }
    open[top].paragraph.notes[last].range.end = open[top].paragraph.bytes.count
  }

  private func mark(_ element: WordElement, _ attributes: XMLAttributes) throws(DocumentError) {
    guard let id = attributes[.id], pendingMarks.count < Self.marks else { return }
    let isEnd = element != .commentRangeStart
    guard let top = open.indices.last else {
      pendingMarks.append((id, isEnd))
      return
    }
    if open[top].paragraph.marks.count >= 2 * Self.marks { return }
    if element == .commentReference, open[top].paragraph.marks.contains(where: { $0.comment == id }) { return }
    try label()
    open[top].paragraph.marks.append((id, isEnd, open[top].paragraph.bytes.count))
  }
}
