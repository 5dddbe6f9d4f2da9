import SourceText

/// Reads a PDF through poppler's `pdftotext`, which tells where on its page each word stands.
///
/// - Throws: `.noPDFReader` where the program is not installed, `.encrypted`, `.noTextLayer`, `.damagedPDF`, `.tooManyPages`
///   and what goes beyond other limits.
func decodePDF(_ bytes: [UInt8], limits: DocumentLimits) throws(DocumentError) -> DecodedDocument {
  let allowance = ChildProcess.Allowance(
    processorTime: limits.seconds, time: limits.seconds * 5, memory: DocumentLimits.memoryOfPrograms,
    output: DocumentLimits.textOfPages)
  let process: ChildProcess
  do throws(ChildProcess.Failure) {
    process = try ChildProcess(
      "pdftotext",
      // One page more than may be, to see that there are too many without reading them all.
      ["-q", "-enc", "UTF-8", "-nodiag", "-l", String(limits.pages + 1), "-bbox-layout", "/dev/stdin", "-"],
      input: bytes, allowance: allowance)
  } catch {
    switch error {
    case .notInstalled: throw DocumentError(.noPDFReader)
    case .system(let code): throw DocumentError(.programFailed("pdftotext", code: Int(code)))
    }
  }
  let reader = PDFTextReader(limits: limits)
  var damage: DocumentError?
  do throws(DocumentError) {
    try reader.read(process)
  } catch {
    damage = error
    // Limits say more than how the program ended when it was stopped.
    if reader.hasBegun { throw error }
  }
  switch process.end() {
  case .exit(0): break
  case .outOfTime: throw DocumentError(.tooSlow)
  case .exit(127): throw DocumentError(.noPDFReader)
  case .crash: throw DocumentError(.brokenOff(memory: DocumentLimits.memoryOfPrograms))
  case .exit:
    throw DocumentError(bytes[...].firstOffset(of: Array("/Encrypt".utf8)) == nil ? .damagedPDF : .encrypted)
  }
  if let damage { throw damage }
  return try reader.document
}

/// Reads what `pdftotext -bbox-layout` has written of a PDF.
///
/// - Throws: as `decodePDF` does, but for what only the PDF itself shows.
public func decodePages(_ bytes: [UInt8], limits: DocumentLimits) throws(DocumentError) -> DecodedDocument {
  let reader = PDFTextReader(limits: limits)
  try reader.read(BytesInMemory(bytes, name: "pdftotext"))
  return try reader.document
}

/// Collects the words of `pdftotext -bbox-layout`:
///
/// `<page height=>`, in it `<flow>`, `<block>`, `<line>`, and `<word xMin= yMin= xMax= yMax=>…</word>`.
private final class PDFTextReader: XMLHandler {
  private(set) var text = PrintedText()
  private(set) var properties: [(name: String, value: String)] = []
  private(set) var hasBegun = false
  private let limits: DocumentLimits
  private var word: [UInt8]?
  private var box = PageBox(left: 0, top: 0, right: 0, bottom: 0)
  private var startsLine = true
  private var isTitle = false

  init(limits: DocumentLimits) {
    self.limits = limits
  }

  /// Reads all pages.
  func read(_ stream: some ByteStream) throws(DocumentError) {
    try parseXML(
      CleanedStream(stream), vocabulary: Self.vocabulary, limits: limits, allowsDocumentType: true, handler: self)
  }

  var document: DecodedDocument {
    get throws(DocumentError) {
      try DecodedDocument(text, format: .pdf, properties: properties, limits: limits)
    }
  }

  private static let vocabulary = XMLVocabulary(
    [
      XMLVocabulary.Group(
        namespaces: ["http://www.w3.org/1999/xhtml"], names: ["page", "line", "word", "title", "meta"])
    ], attributes: ["height", "xMin", "yMin", "xMax", "yMax", "name", "content"])

  private enum Element {
    static let page = 0, line = 1, word = 2, title = 3, meta = 4
  }

  private enum Attribute {
    static let height = 0, left = 1, top = 2, right = 3, bottom = 4, name = 5, content = 6
  }

  func start(_ element: Int, _ attributes: XMLAttributes) throws(DocumentError) {
    hasBegun = true
    switch element {
    case Element.page:
      if text.pages.count >= limits.pages { throw DocumentError(.tooManyPages(limit: limits.pages)) }
      text.pages.append(
        PrintedPage(
          height: attributes.decimal(Attribute.height) ?? 0, pieces: text.pieces.count..<text.pieces.count))
    case Element.line: startsLine = true
    case Element.word:
      word = []
      box = PageBox(
        left: attributes.decimal(Attribute.left) ?? 0, top: attributes.decimal(Attribute.top) ?? 0,
        right: attributes.decimal(Attribute.right) ?? 0, bottom: attributes.decimal(Attribute.bottom) ?? 0)
    case Element.title:
      isTitle = true
      word = []
    case Element.meta:
      if let name = attributes[Attribute.name], let content = attributes[Attribute.content] {
        properties.append((name, content))
      }
    case _: break
    }
  }

  func end(_ element: Int) throws(DocumentError) {
    guard element == Element.word || element == Element.title, let word else { return }
    self.word = nil
    if isTitle {
      isTitle = false
      properties.append(("Title", String(decoding: word, as: UTF8.self)))
    } else if !text.pages.isEmpty {
      text.append(word.span, box: box, isNewLine: startsLine)
      startsLine = false
      if text.bytes.count > limits.textSize { throw DocumentError(.tooMuchText(limit: limits.textSize)) }
    }
  }

  func text(_ bytes: Span<UInt8>) throws(DocumentError) {
    guard word != nil else { return }
    unsafe bytes.withUnsafeBufferPointer { unsafe word?.append(contentsOf: $0) }
  }
}

extension XMLAttributes {
  /// A decimal number as C programs print it, or nil.
  func decimal(_ attribute: Int) -> Double? { self[attribute].flatMap(Double.init) }
}

/// A stream in which characters that XML forbids are blanks: fonts without proper tables make words of control characters.
private final class CleanedStream: ByteStream {
  private let stream: any ByteStream
  var name: [UInt8] { stream.name }

  init(_ stream: any ByteStream) {
    self.stream = stream
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
    let count = try unsafe stream.read(into: buffer)
    for index in 0..<count {
      let byte = unsafe buffer[index]
      if byte < 0x20, !(0x09...0x0D).contains(byte) || byte == 0x0B || byte == 0x0C { unsafe buffer[index] = 0x20 }
    }
    return count
  }
}
