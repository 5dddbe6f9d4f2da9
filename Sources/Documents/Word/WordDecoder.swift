import SourceText

/// A Word file (.docx, ECMA-376) as Word and WPS write it.
///
/// The text is what stands on the pages, with automatic numbers; headers, footers and comments are notes.
func decodeWord(
  _ archive: ZipArchive, view: RevisionView, limits: DocumentLimits
) throws(DocumentError) -> DecodedDocument {
  let package = try OfficeRelations(of: "", in: archive, limits: limits)
  let main = package.path("officeDocument") ?? "word/document.xml"
  guard let entry = archive.entry(named: main) else { throw DocumentError(.missingPart(main)) }
  let relations = try OfficeRelations(of: main, in: archive, limits: limits)

  let styles = try WordStyles(
    relations.path("styles").flatMap(archive.entry(named:)), in: archive, limits: limits)

  var text = ParagraphText(limits: limits)
  text.beginPart(main)
  let body = bodyReader { (paragraph) throws(DocumentError) in try text.append(paragraph) }
  try parseXML(try archive.open(entry), vocabulary: WordElement.vocabulary, limits: limits, handler: body)
  try body.finish()
  if let failure = styles.failure { throw failure }
  for kind in ["footnotes", "endnotes"] {
    guard let path = relations.path(kind) else { continue }
    text.beginPart(path)
    let notes = bodyReader { (paragraph) throws(DocumentError) in
      // A part of notes has empty ones for the lines above them.
      if !paragraph.isBlank { try text.append(paragraph) }
    }
    try read(path, notes)
    try notes.finish()
  }
  let comments = try WordComments(
    relations.path("comments"), threads: relations.path("commentsExtended"), in: archive, limits: limits)
  for comment in comments.open {
    text.add(
      DocumentNote(
        kind: .comment, author: comment.author, text: Wording(comment.text),
        range: text.comments[comment.id] ?? TextRange(0, 0)))
  }
  try addMargins()
  try addProperties()
  return try text.document(.docx, .utf8)

  func bodyReader(_ take: @escaping (WordParagraph) throws(DocumentError) -> Void) -> WordBodyReader {
    WordBodyReader(styles: styles, numbering: numbering, view: view, limits: limits, take: take)
  }

  func numbering() throws(DocumentError) -> WordNumbering {
    let reader = WordNumbering.Reader()
    try read(relations.path("numbering"), reader)
    return reader.numbering
  }

  /// Reads a part that may be missing.
  func read(_ path: String?, _ handler: any XMLHandler) throws(DocumentError) {
    guard let entry = path.flatMap(archive.entry(named:)) else { return }
    try parseXML(try archive.open(entry), vocabulary: WordElement.vocabulary, limits: limits, handler: handler)
  }

  func addMargins() throws(DocumentError) {
    var seen: Set<[UInt8]> = []
    for (type, path) in relations.paths("header", "footer") {
      var margin: [UInt8] = []
      let reader = bodyReader { paragraph in
        if paragraph.isBlank { return }
        if !margin.isEmpty { margin.append(0x20) }
        margin += paragraph.bytes
      }
      try read(path, reader)
      guard hasWords(margin), seen.insert(margin).inserted else { continue }
      let words = Wording(String(decoding: margin.prefix(600), as: UTF8.self))
      text.add(DocumentNote(kind: type == "header" ? .header : .footer, text: words, range: TextRange(0, 0)))
    }
  }

  func addProperties() throws(DocumentError) {
    guard let path = package.path("core-properties"), let entry = archive.entry(named: path) else { return }
    let reader = CorePropertyReader()
    try parseXML(
      try archive.open(entry), vocabulary: CorePropertyReader.vocabulary, limits: limits, handler: reader)
    text.beginPart(path)
    for (name, value) in reader.found { text.addProperty(name, value) }
  }
}

/// Whether a margin says anything beside the number of the page: — 1 —, 第1页 共9页.
private func hasWords(_ margin: [UInt8]) -> Bool {
  let signs = ["第", "页", "共", "頁"].map { Array($0.utf8) }
  var index = 0
  while index < margin.count {
    switch margin[index] {
    case 0x41...0x5A, 0x61...0x7A: return true
    case 0xE4...0xE9:
      if !signs.contains(where: { margin[index...].starts(with: $0) }) { return true }
    case _: break
    }
    index += 1
  }
  return false
}
