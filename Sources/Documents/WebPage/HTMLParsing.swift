import CLibXML2
import Glibc
import SourceText

/// The attributes of the tag that has just been opened; valid only during the call.
@safe struct HTMLAttributes {
  fileprivate let start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate unowned(unsafe) let state: HTMLParserState

  fileprivate var count: Int {
    guard var pair = unsafe start else { return 0 }
    var count = 0
    while unsafe pair[0] != nil {
      count += 1
      unsafe pair += 2
    }
    return count
  }

  /// The value of an attribute, whose name is in small letters; empty when it has none, nil when it isn't there.
  subscript(name: StaticString) -> String? {
    guard let start = unsafe start else { return nil }
    var pair = unsafe start
    while let key = unsafe pair[0] {
      if unsafe strcmp(UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self), name.cString) == 0 {
        guard let value = unsafe pair[1] else { return "" }
        let bytes = unsafe UnsafeBufferPointer(start: value, count: strlen(value))
        if unsafe !bytes.contains(CompactSource.mark) { return unsafe String(decoding: bytes, as: UTF8.self) }
        let before = unsafe marks(from: start, to: pair)
        return unsafe state.expanded(bytes, behind: before, of: before + marks(from: pair, to: nil))
      }
      unsafe pair += 2
    }
    return nil
  }

  /// How many stretches beyond ASCII are in the values of some of the attributes.
  private func marks(
    from start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, to end: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> Int {
    var count = 0
    var pair = unsafe start
    while unsafe pair != end, unsafe pair[0] != nil {
      if var byte = unsafe pair[1] {
        while unsafe byte.pointee != 0 {
          if unsafe byte.pointee == CompactSource.mark { count += 1 }
          unsafe byte += 1
        }
      }
      unsafe pair += 2
    }
    return count
  }
}

extension HTMLAttributes {
  /// Those that say of an element whether it is shown, and what it is for the site.
  enum Common: Int, CaseIterable {
    case hidden, style, id, `class`

    static let names = allCases.map { "\($0)" }
  }

  /// Looks at the common ones, in the order of the tag.
  func forEachCommon(_ look: (Common, HTMLValue) -> Void) {
    guard var pair = unsafe start else { return }
    while let key = unsafe pair[0] {
      if let name = unsafe state.attribute(key) { look(name, unsafe HTMLValue(characters: pair[1])) }
      unsafe pair += 2
    }
  }
}

/// What an attribute says, with what is beyond ASCII left out; valid only during the call.
@safe struct HTMLValue {
  fileprivate let characters: UnsafePointer<xmlChar>?

  /// Whether it has one of several words in it, in any letter case and with blanks left out.
  func contains(anyOf words: HTMLWords) -> Bool {
    guard let characters = unsafe characters else { return false }
    var index = 0
    while case let byte = unsafe characters[index], byte != 0, index < 1000 {
      if words.mayBegin(with: byte),
        words.words.contains(where: { unsafe Self.starts(with: $0, characters + index) })
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether characters up to a NUL begin with a word, blanks before each of its letters aside.
  private static func starts(with word: [UInt8], _ characters: UnsafePointer<xmlChar>) -> Bool {
    var at = unsafe characters
    for (number, letter) in word.enumerated() {
      while number > 0, unsafe at.pointee != 0, unsafe at.pointee <= 0x20 { unsafe at += 1 }
      let byte = unsafe at.pointee
      if letter != ((0x41...0x5A).contains(byte) ? byte + 32 : byte) { return false }
      unsafe at += 1
    }
    return true
  }
}

/// Words in small letters that are looked for in the values of attributes.
struct HTMLWords {
  fileprivate let words: [[UInt8]]
  /// A bit for each letter with which one of them begins.
  private let letters: UInt32

  init(_ words: [StaticString]) {
    self.words = words.map { $0.withUTF8Buffer { unsafe Array($0) } }
    letters = self.words.reduce(0) { $0 | 1 << UInt32($1[0] & 31) }
  }

  @inline(__always)
  fileprivate func mayBegin(with byte: UInt8) -> Bool { byte >= 0x40 && letters &>> UInt32(byte & 31) & 1 != 0 }
}

extension StaticString {
  fileprivate var cString: UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}

/// Takes a web page apart with libxml2's parser for HTML as it is found, without making a tree.
///
/// - Parameter source: valid UTF-8, whatever the page itself says of its encoding.
/// - Throws: `.tooManyAttributes`, `.tooManyFaults`, and what the outline throws.
func parseHTML(_ source: [UInt8], limits: DocumentLimits) throws(DocumentError) -> PageOutline {
  guard let compact = CompactSource(source) else {
    throw DocumentError(.tooManyAttributes(limit: DocumentLimits.attributes))
  }
  XMLLibrary.start()
  let state = HTMLParserState(source: source, compact: compact, limits: limits)
  try withExtendedLifetime(state) { () throws(DocumentError) in
    let context = unsafe state.compact.bytes.withUnsafeBytes { buffer in
      unsafe htmlCreateMemoryParserCtxt(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count))
    }
    guard let context = unsafe context else { throw DocumentError(.empty) }
    defer { unsafe htmlFreeParserCtxt(context) }
    unsafe state.context = context
    unsafe context.pointee.sax.pointee = HTMLParserState.callbacks
    unsafe context.pointee.userData = Unmanaged.passUnretained(state).toOpaque()
    // With RECOVER a script ends at its own closing tag, whatever tags it writes.
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue
    unsafe htmlCtxtUseOptions(context, Int32(options))
    // Says that nothing need be converted, so that offsets in the parser are offsets in the source.
    unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    unsafe htmlParseDocument(context)
    unsafe state.context = nil
  }
  if let failure = state.failure { throw failure }
  state.outline.finish()
  return state.outline
}

/// What the callbacks of one parse share.
@safe private final class HTMLParserState {
  let source: [UInt8]
  let compact: CompactSource
  var outline: PageOutline
  var context: htmlParserCtxtPtr?
  var failure: DocumentError?
  private let names = XMLNameCache(vocabulary)
  private static let vocabulary = XMLVocabulary(
    [XMLVocabulary.Group(namespaces: [], names: PageTag.names)], attributes: HTMLAttributes.Common.names)
  /// Where the last text ended, in the compact source.
  private var lastEnd = 0
  private var faults = 0
  /// How many stretches the last place that was asked for had before it.
  private var stretches = 0

  init(source: [UInt8], compact: CompactSource, limits: DocumentLimits) {
    self.source = source
    self.compact = compact
    outline = PageOutline(source: source, limits: limits)
  }

  func tag(_ name: UnsafePointer<xmlChar>) -> PageTag? { unsafe PageTag(rawValue: names.element(name, nil)) }

  func attribute(_ name: UnsafePointer<xmlChar>) -> HTMLAttributes.Common? {
    unsafe HTMLAttributes.Common(rawValue: names.attribute(name))
  }

  /// Offset in the compact source of what the parser reads next.
  private var offset: Int {
    guard let input = unsafe context?.pointee.input else { return 0 }
    return min(
      unsafe Int(clamping: input.pointee.consumed) + (input.pointee.cur - input.pointee.base), compact.bytes.count)
  }

  /// Offset in the source of what the parser reads next.
  var place: Int { place(of: offset) }

  private func place(of offset: Int) -> Int {
    stretches = compact.stretches(before: offset, from: stretches)
    return compact.source(of: offset, behind: stretches)
  }

  /// The value of an attribute of the tag that has just been read, with its characters beyond ASCII.
  ///
  /// - Parameters:
  ///   - value: as the parser has it.
  ///   - before: how many stretches the attributes before it have.
  ///   - all: how many all of the tag's attributes have.
  /// - Returns: nil when the tag has stretches elsewhere, so that nobody can tell which are the value's.
  func expanded(_ value: UnsafeBufferPointer<UInt8>, behind before: Int, of all: Int) -> String? {
    let end = offset
    guard let start = compact.bytes[..<end].lastIndex(of: UInt8(ascii: "<")) else { return nil }
    let places = (start..<end).filter { compact.bytes[$0] == CompactSource.mark }
    guard places.count == all else { return nil }
    var next = before
    var number = stretches
    var bytes: [UInt8] = []
    for index in value.indices {
      let byte = unsafe value[index]
      if byte == CompactSource.mark {
        number = compact.stretches(before: places[next], from: number)
        let range = compact.stretch(number)
        bytes += source[range.start..<range.end]
        next += 1
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Hands on the tag that the parser has just read.
  func start(
    _ name: UnsafePointer<xmlChar>, _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) throws(DocumentError) {
    let attributes = unsafe HTMLAttributes(start: pairs, state: self)
    if attributes.count > DocumentLimits.attributes {
      throw DocumentError(.tooManyAttributes(limit: DocumentLimits.attributes))
    }
    let end = place
    try outline.start(unsafe tag(name), attributes, end: end)
  }

  /// Finds the place of characters that the parser has just read: they end where it stands now, or, when its buffer was full,
  /// behind the character on which it stands; or else they stand for a reference that ends there.
  func text(_ characters: UnsafePointer<xmlChar>, _ count: Int) throws(DocumentError) {
    let end = offset
    guard count > 0 else { return }
    if unsafe isSource(characters, count, endingAt: end) { return try outline.text(range(end - count, end)) }
    let full = end + 1
    if unsafe isSource(characters, count, endingAt: full) { return try outline.text(range(full - count, full)) }
    if let start = unsafe startBehindControls(characters, count, end: end) {
      return try outline.text(range(start, end))
    }
    var start = end - 1
    while start > lastEnd, compact.bytes[start] != UInt8(ascii: "&"), end - start < 64 { start -= 1 }
    let place = range(
      max(start, 0), unsafe count == 1 && characters[0] == 0x26 && !isReference(start) ? start + 1 : end)
    let bytes = unsafe UnsafeBufferPointer(start: characters, count: count)
    try outline.reference(place, unsafe bytes.span)
  }

  /// Counts a mistake in the markup.
  func fault() throws(DocumentError) {
    faults += 1
    if faults > DocumentLimits.faults { throw DocumentError(.tooManyFaults(limit: DocumentLimits.faults)) }
  }

  /// Where characters begin that end at `end` but for control characters between them, which the parser leaves out.
  private func startBehindControls(_ characters: UnsafePointer<xmlChar>, _ count: Int, end: Int) -> Int? {
    var (index, left) = (end, count)
    while left > 0 {
      index -= 1
      guard index >= lastEnd else { return nil }
      if unsafe compact.bytes[index] == characters[left - 1] {
        left -= 1
      } else if compact.bytes[index] >= 0x20 {
        return nil
      }
    }
    return index
  }

  private func isSource(_ characters: UnsafePointer<xmlChar>, _ count: Int, endingAt end: Int) -> Bool {
    guard end - count >= lastEnd, end <= compact.bytes.count else { return false }
    return unsafe compact.bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe memcmp(base + end - count, characters, count) == 0
    }
  }

  /// Whether the ampersand at an offset is written as a reference.
  private func isReference(_ start: Int) -> Bool {
    let next = compact.bytes[min(start + 1, compact.bytes.count)...].prefix(3)
    return next.starts(with: "amp".utf8) || next.starts(with: "AMP".utf8) || next.starts(with: "#".utf8)
  }

  /// A range of the compact source as one of the source.
  private func range(_ start: Int, _ end: Int) -> TextRange {
    let start = max(start, lastEnd)
    lastEnd = max(start, end)
    return TextRange(place(of: start), place(of: lastEnd))
  }

  func stop(_ error: DocumentError) {
    failure = error
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  static var callbacks: xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    // Without it mistakes are not told.
    unsafe sax.initialized = XML_SAX2_MAGIC
    unsafe sax.startElement = { data, name, attributes in
      guard let name = unsafe name else { return }
      unsafe withParserState(data) { state throws(DocumentError) in try unsafe state.start(name, attributes) }
    }
    unsafe sax.endElement = { data, name in
      guard let name = unsafe name else { return }
      unsafe withParserState(data) { state in state.outline.end(unsafe state.tag(name)) }
    }
    unsafe sax.characters = { data, characters, count in
      guard let characters = unsafe characters else { return }
      unsafe withParserState(data) { state throws(DocumentError) in try unsafe state.text(characters, Int(count)) }
    }
    unsafe sax.ignorableWhitespace = sax.characters
    // Scripts and styles come this way.
    unsafe sax.cdataBlock = { _, _, _ in }
    unsafe sax.serror = { data, _ in
      unsafe withParserState(data) { state throws(DocumentError) in try state.fault() }
    }
    return unsafe sax
  }
}

/// Does something with the state behind the pointer that libxml2 hands to each callback, unless the parse has failed.
@inline(__always)
private func withParserState(
  _ data: UnsafeMutableRawPointer?, _ body: (HTMLParserState) throws(DocumentError) -> Void
) {
  guard let data = unsafe data else { return }
  unsafe Unmanaged<HTMLParserState>.fromOpaque(data)._withUnsafeGuaranteedRef { state in
    if state.failure != nil { return }
    do throws(DocumentError) {
      try body(state)
    } catch {
      state.stop(error)
    }
  }
}
