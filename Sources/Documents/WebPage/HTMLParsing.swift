import CLibXML2
import Glibc
import SourceText

/// What is done with the events of a web page, in the order of its source.
protocol HTMLHandler: AnyObject {
  /// - Parameters:
  ///   - tag: position in the vocabulary of tags, -1 for others.
  ///   - end: where in the source the tag has been read to.
  func start(_ tag: Int, _ attributes: HTMLAttributes, end: Int) throws(DocumentError)
  func end(_ tag: Int)
  /// Characters that stand in the source as they are.
  func text(_ source: TextRange)
  /// Characters that stand for a reference such as `&nbsp;` in the source.
  func reference(_ source: TextRange, _ bytes: Span<UInt8>)
}

/// The attributes of the tag that has just been opened; valid only during the call.
@safe struct HTMLAttributes {
  fileprivate let start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  var isEmpty: Bool { unsafe start == nil }

  /// The value of an attribute, whose name is in small letters; empty when it has none, nil when it isn't there.
  subscript(name: StaticString) -> String? {
    guard var pair = unsafe start else { return nil }
    while let key = unsafe pair[0] {
      if unsafe strcmp(UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self), name.cString) == 0 {
        return unsafe pair[1].map { unsafe String(cString: $0) } ?? ""
      }
      unsafe pair += 2
    }
    return nil
  }
}

extension HTMLAttributes {
  /// Whether an attribute's value has one of several words in it, in any letter case and with blanks left out.
  func value(of name: StaticString, containsAnyOf words: [[UInt8]]) -> Bool {
    guard var pair = unsafe start else { return false }
    while let key = unsafe pair[0] {
      defer { unsafe pair += 2 }
      guard unsafe strcmp(UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self), name.cString) == 0,
        let value = unsafe pair[1]
      else { continue }
      var plain: [UInt8] = []
      var index = 0
      while unsafe value[index] != 0, index < 1000 {
        let byte = unsafe value[index]
        if byte > 0x20 { plain.append((0x41...0x5A).contains(byte) ? byte + 32 : byte) }
        index += 1
      }
      return words.contains { plain[...].firstOffset(of: $0) != nil }
    }
    return false
  }
}

extension StaticString {
  fileprivate var cString: UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}

/// Parses a web page with libxml2's parser for HTML as it is found, without making a tree.
///
/// - Parameters:
///   - source: valid UTF-8, whatever the page itself says of its encoding.
///   - tags: the names of the tags that the handler knows, in small letters.
func parseHTML(_ source: [UInt8], tags: [[UInt8]], handler: any HTMLHandler) throws(DocumentError) {
  XMLLibrary.start()
  let state = HTMLParserState(source: source, tags: tags, handler: handler)
  try withExtendedLifetime(state) { () throws(DocumentError) in
    let context = unsafe source.withUnsafeBytes { buffer in
      unsafe htmlCreateMemoryParserCtxt(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count))
    }
    guard let context = unsafe context else { throw DocumentError(.empty) }
    defer { unsafe htmlFreeParserCtxt(context) }
    unsafe state.context = context
    unsafe context.pointee.sax.pointee = HTMLParserState.callbacks
    unsafe context.pointee.userData = Unmanaged.passUnretained(state).toOpaque()
    let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    unsafe htmlCtxtUseOptions(context, Int32(options))
    // Says that nothing need be converted, so that offsets in the parser are offsets in the source.
    unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    unsafe htmlParseDocument(context)
    unsafe state.context = nil
  }
  if let failure = state.failure { throw failure }
}

/// What the callbacks of one parse share.
@safe private final class HTMLParserState {
  let source: [UInt8]
  let handler: any HTMLHandler
  var context: htmlParserCtxtPtr?
  var failure: DocumentError?
  private let tags: [[UInt8]]
  private var slots = [(name: UInt, position: Int)](repeating: (0, -1), count: 256)
  private var lastEnd = 0

  init(source: [UInt8], tags: [[UInt8]], handler: any HTMLHandler) {
    self.source = source
    self.tags = tags
    self.handler = handler
  }

  /// The position of a tag by the pointer under which the parser keeps its name.
  @inline(__always)
  func tag(_ name: UnsafePointer<xmlChar>) -> Int {
    let address = UInt(bitPattern: name)
    let slot = Int(address >> 3 & 255)
    if slots[slot].name == address { return slots[slot].position }
    let count = unsafe strlen(name)
    let position = tags.firstIndex { unsafe $0.count == count && memcmp(name, $0, count) == 0 } ?? -1
    slots[slot] = (address, position)
    return position
  }

  /// Offset in the source of what the parser reads next.
  var offset: Int {
    guard let input = unsafe context?.pointee.input else { return 0 }
    return unsafe Int(clamping: input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Finds the place of characters that the parser has just read: they end where it stands now, or, when its buffer was full,
  /// behind the character on which it stands; or else they stand for a reference that ends there.
  func text(_ characters: UnsafePointer<xmlChar>, _ count: Int) {
    let end = min(offset, source.count)
    guard count > 0 else { return }
    if unsafe isSource(characters, count, endingAt: end) { return handler.text(range(end - count, end)) }
    var last = count - 1
    while last > 0, unsafe characters[last] & 0xC0 == 0x80 { last -= 1 }
    let full = end + count - last
    if unsafe isSource(characters, count, endingAt: full) { return handler.text(range(full - count, full)) }
    if let start = unsafe startBehindControls(characters, count, end: end) { return handler.text(range(start, end)) }
    var start = end - 1
    while start > lastEnd, source[start] != UInt8(ascii: "&"), end - start < 64 { start -= 1 }
    let place = range(
      max(start, 0), unsafe count == 1 && characters[0] == 0x26 && !isReference(start) ? start + 1 : end)
    let bytes = unsafe UnsafeBufferPointer(start: characters, count: count)
    handler.reference(place, unsafe bytes.span)
  }

  /// Where characters begin that end at `end` but for control characters between them, which the parser leaves out.
  private func startBehindControls(_ characters: UnsafePointer<xmlChar>, _ count: Int, end: Int) -> Int? {
    var (index, left) = (end, count)
    while left > 0 {
      index -= 1
      guard index >= lastEnd else { return nil }
      if unsafe source[index] == characters[left - 1] { left -= 1 } else if source[index] >= 0x20 { return nil }
    }
    return index
  }

  private func isSource(_ characters: UnsafePointer<xmlChar>, _ count: Int, endingAt end: Int) -> Bool {
    guard end - count >= lastEnd, end <= source.count else { return false }
    return unsafe source.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe memcmp(base + end - count, characters, count) == 0
    }
  }

  /// Whether the ampersand at an offset is written as a reference.
  private func isReference(_ start: Int) -> Bool {
    let next = source[min(start + 1, source.count)...].prefix(3)
    return next.starts(with: "amp".utf8) || next.starts(with: "AMP".utf8) || next.starts(with: "#".utf8)
  }

  private func range(_ start: Int, _ end: Int) -> TextRange {
    let start = max(start, lastEnd)
    lastEnd = max(start, end)
    return TextRange(start, lastEnd)
  }

  func stop(_ error: DocumentError) {
    if failure == nil { failure = error }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  static var callbacks: xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.startElement = { data, name, attributes in
      guard let state = unsafe parserState(data), state.failure == nil, let name = unsafe name else { return }
      do throws(DocumentError) {
        try state.handler.start(
          unsafe state.tag(name), unsafe HTMLAttributes(start: attributes), end: min(state.offset, state.source.count))
      } catch {
        state.stop(error)
      }
    }
    unsafe sax.endElement = { data, name in
      guard let state = unsafe parserState(data), state.failure == nil, let name = unsafe name else { return }
      state.handler.end(unsafe state.tag(name))
    }
    unsafe sax.characters = { data, characters, count in
      guard let state = unsafe parserState(data), state.failure == nil, let characters = unsafe characters else {
        return
      }
      unsafe state.text(characters, Int(count))
    }
    unsafe sax.ignorableWhitespace = sax.characters
    // Scripts and styles come this way.
    unsafe sax.cdataBlock = { _, _, _ in }
    unsafe sax.serror = { _, _ in }
    return unsafe sax
  }
}

/// The state behind the pointer that libxml2 hands to each callback.
private func parserState(_ data: UnsafeMutableRawPointer?) -> HTMLParserState? {
  guard let data = unsafe data else { return nil }
  return unsafe Unmanaged<HTMLParserState>.fromOpaque(data).takeUnretainedValue()
}
