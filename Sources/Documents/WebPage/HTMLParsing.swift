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
  fileprivate let state: HTMLParserState

  var isEmpty: Bool { unsafe start == nil }

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
  /// Whether an attribute's value has one of several words in it, in any letter case and with blanks left out.
  func value(of name: StaticString, containsAnyOf words: [[UInt8]]) -> Bool {
    guard var pair = unsafe start else { return false }
    while let key = unsafe pair[0] {
      defer { unsafe pair += 2 }
      guard unsafe strcmp(UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self), name.cString) == 0,
        let value = unsafe pair[1]
      else { continue }
      var index = 0
      while unsafe value[index] != 0, index < 1000 {
        if words.contains(where: { unsafe Self.starts(with: $0, value + index) }) { return true }
        index += 1
      }
      return false
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
    let context = unsafe state.compact.bytes.withUnsafeBytes { buffer in
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
  let compact: CompactSource
  let handler: any HTMLHandler
  var context: htmlParserCtxtPtr?
  var failure: DocumentError?
  private let tags: [[UInt8]]
  /// In memory of their own, as those of `XMLNameCache`.
  private let slots: UnsafeMutablePointer<(name: UInt, position: Int)>
  /// Where the last text ended, in the compact source.
  private var lastEnd = 0
  /// How many stretches the last place that was asked for had before it.
  private var stretches = 0

  init(source: [UInt8], tags: [[UInt8]], handler: any HTMLHandler) {
    self.source = source
    compact = CompactSource(source)
    self.tags = tags
    self.handler = handler
    unsafe slots = .allocate(capacity: 256)
    unsafe slots.initialize(repeating: (0, -1), count: 256)
  }

  deinit {
    unsafe slots.deallocate()
  }

  /// The position of a tag by the pointer under which the parser keeps its name.
  @inline(__always)
  func tag(_ name: UnsafePointer<xmlChar>) -> Int {
    let address = UInt(bitPattern: name)
    let slot = Int(address >> 3 & 255)
    if unsafe slots[slot].name == address { return unsafe slots[slot].position }
    let count = unsafe strlen(name)
    let position = tags.firstIndex { unsafe $0.count == count && memcmp(name, $0, count) == 0 } ?? -1
    unsafe slots[slot] = (address, position)
    return position
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
  ///   - all: how many it and those behind it have besides.
  /// - Returns: nil when the tag has stretches elsewhere, so that nobody can tell which are the value's.
  func expanded(_ value: UnsafeBufferPointer<UInt8>, behind before: Int, of all: Int) -> String? {
    let end = offset
    let last = compact.stretches(before: end, from: stretches)
    guard let start = compact.bytes[..<end].lastIndex(of: UInt8(ascii: "<")),
      last - compact.stretches(before: start, from: stretches) == all
    else { return nil }
    var next = last - all + before
    var bytes: [UInt8] = []
    for index in value.indices {
      let byte = unsafe value[index]
      if byte == CompactSource.mark {
        let range = compact.stretch(next)
        bytes += source[range.start..<range.end]
        next += 1
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Finds the place of characters that the parser has just read: they end where it stands now, or, when its buffer was full,
  /// behind the character on which it stands; or else they stand for a reference that ends there.
  func text(_ characters: UnsafePointer<xmlChar>, _ count: Int) {
    let end = offset
    guard count > 0 else { return }
    if unsafe isSource(characters, count, endingAt: end) { return handler.text(range(end - count, end)) }
    let full = end + 1
    if unsafe isSource(characters, count, endingAt: full) { return handler.text(range(full - count, full)) }
    if let start = unsafe startBehindControls(characters, count, end: end) { return handler.text(range(start, end)) }
    var start = end - 1
    while start > lastEnd, compact.bytes[start] != UInt8(ascii: "&"), end - start < 64 { start -= 1 }
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
    if failure == nil { failure = error }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  static var callbacks: xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.startElement = { data, name, attributes in
      guard let state = unsafe parserState(data), state.failure == nil, let name = unsafe name else { return }
      do throws(DocumentError) {
        try state.handler.start(
          unsafe state.tag(name), unsafe HTMLAttributes(start: attributes, state: state), end: state.place)
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
