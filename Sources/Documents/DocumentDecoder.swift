import SourceText

/// How large a document may be before it is refused.
public struct DocumentLimits: Hashable, Sendable {
  /// Bytes of the file as it lies on the disk.
  public var fileSize = 32 * 1024 * 1024
  /// Blocks of one document.
  public var blocks = 200_000
  /// Entries of a zip file, which docx and OFD are.
  public var entries = 10_000
  /// Bytes that the entries of a zip file may come to when they are inflated, all that are read together.
  public var inflatedSize = 128 * 1024 * 1024
  /// How many times the size of the zip file may be inflated from it, once it is more than `harmlessInflation`.
  public var inflationRatio = 200
  /// Elements inside elements of XML; libxml2 itself goes no deeper than 256.
  public var depth = 200
  /// Bytes of the text that is taken out of a file, in UTF-8: forty times the longest report that was seen.
  public var textSize = 4 * 1024 * 1024
  /// Pages of a PDF or OFD document.
  public var pages = 1000
  /// Seconds of a processor's work that reading one PDF may take; by the clock it may take five times that.
  public var seconds = 4
  /// Seconds by the clock that converting an old Word or WPS document may take.
  public var conversionSeconds = 60

  /// How many times deeper than XML a web page may be nested: pages that never close their fonts and spans still are pages.
  static let depthOfPages = 5
  /// Attributes of one element: parsers compare each with all.
  static let attributes = 256
  /// Mistakes in the markup of a web page, for each of which the parser searches what is open.
  static let faults = 100_000
  /// Bytes that may be inflated whatever the ratio: small files of nothing but repetition are packed a thousand times.
  static let harmlessInflation = 8 * 1024 * 1024
  /// Bytes that another program may write about pages: places of words take many times the room of the words.
  static let textOfPages = 512 * 1024 * 1024
  /// Bytes of memory that another program may take for one document.
  static let memoryOfPrograms = 256 * 1024 * 1024

  public init() {}

  /// Refuses a file by its size alone, so that whoever reads files need not read one that is too large.
  ///
  /// - Parameter fileSize: the size on the disk, in bytes.
  public func check(fileSize: Int) throws(DocumentError) {
    if fileSize > self.fileSize { throw refusal(ofSize: fileSize) }
  }

  /// The refusal of a file that is larger than it may be.
  ///
  /// - Parameter size: in bytes; nil where reading was stopped before the end.
  public func refusal(ofSize size: Int?) -> DocumentError {
    DocumentError(.tooLarge(size: size, limit: fileSize))
  }
}

/// Decodes the bytes of a file, which are told apart by their content and only then by the file's name.
///
/// - Parameters:
///   - bytes: the whole file.
///   - name: the file's name or path, of which only the extension counts; `-` and the empty name mean plain text.
///   - limits: the sizes beyond which a document is refused.
///   - revisions: which state of a document with tracked changes is read.
/// - Throws: a `DocumentError` that says what the bytes are, or where they are damaged, and what to do.
public func decodeDocument(
  _ bytes: [UInt8], name: String, limits: DocumentLimits = DocumentLimits(), revisions: RevisionView = .accepted
) throws(DocumentError) -> DecodedDocument {
  try limits.check(fileSize: bytes.count)
  var document = try decodeByContent(bytes, name: name, limits: limits, revisions: revisions)
  // An old Word file that was converted has the name of what it was.
  let isConverted = document.format == .docx && !bytes.starts(with: "PK".utf8)
  if !isConverted, let note = wrongExtension(of: name, for: document.format) {
    document.notes.insert(note, at: 0)
  }
  return document
}

private func decodeByContent(
  _ bytes: [UInt8], name: String, limits: DocumentLimits, revisions: RevisionView
) throws(DocumentError) -> DecodedDocument {
  if let archive = try ZipArchive(opening: bytes, limits: limits) {
    switch ForeignFormat(archive) {
    case .docx: return try decodeWord(archive, view: revisions, limits: limits)
    case .ofd: return try decodeOFD(archive, limits: limits)
    case let foreign: throw DocumentError(.foreign(foreign))
    }
  }
  let foreign = ForeignFormat(bytes, name: name)
  switch foreign {
  case .oldWord: return try decodeOldWord(bytes, view: revisions, limits: limits)
  case .pdf: return try decodePDF(bytes, limits: limits)
  case nil, .webPage: break
  case .some(let foreign): throw DocumentError(.foreign(foreign))
  }
  let (text, encoding) = try decodeText(bytes)
  if foreign == .webPage { return try decodePage(text, encoding: encoding, limits: limits) }
  // Only now can a web page in UTF-16 be seen for what it is.
  if encoding != .utf8 {
    switch ForeignFormat(text.bytes, name: name) {
    case nil: break
    case .webPage: return try decodePage(text, encoding: encoding, limits: limits)
    case .some(let foreign): throw DocumentError(.foreign(foreign))
    }
  }
  if text.bytes.count > limits.textSize { throw DocumentError(.tooMuchText(limit: limits.textSize)) }
  let isMarkdown = DocumentFormat.markdown.extensions.contains(fileExtension(of: name))
  let parts =
    isMarkdown ? try markdownBlocks(of: text, limits: limits) : try plainTextBlocks(of: text, limits: limits)
  if parts.blocks.isEmpty { throw DocumentError(.empty) }
  return DecodedDocument(
    format: isMarkdown ? .markdown : .text, encoding: encoding, text: text, blocks: parts.blocks, dropped: parts.dropped
  )
}

/// The extension of a file's name in lower case, without the dot; empty when there is none.
func fileExtension(of name: String) -> String {
  let last = name.utf8.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
  guard let last, name.utf8[last] == UInt8(ascii: ".") else { return "" }
  return name[name.index(after: last)...].lowercased()
}
