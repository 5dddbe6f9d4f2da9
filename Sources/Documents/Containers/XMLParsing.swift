import CLibXML2
import Glibc
import SourceText

/// What is done with the events of an XML part, in the order of the text.
///
/// Elements and attributes come as positions in the vocabulary that the parser was given, so that no strings are made for
/// names; elements outside of it come as -1.
protocol XMLHandler: AnyObject {
  func start(_ element: Int, _ attributes: XMLAttributes) throws(DocumentError)
  func end(_ element: Int) throws(DocumentError)
  /// A piece of text, which may be all or part of the characters between two tags.
  func text(_ bytes: Span<UInt8>) throws(DocumentError)
}

/// The names that a handler knows.
///
/// A name counts in any of the namespaces of its group: an office format has one for its transitional and one for its strict
/// form. Attributes are told apart by their local name alone.
struct XMLVocabulary: Sendable {
  /// Names of elements in a group of namespaces, or in any when none is named; an element's position counts over all groups in their order.
  struct Group: Sendable {
    var namespaces: [String]
    var names: [String]
  }

  fileprivate let elements: [(namespaces: [[UInt8]], name: [UInt8])]
  fileprivate let attributes: [[UInt8]]

  init(_ groups: [Group], attributes: [String]) {
    elements = groups.flatMap { group in
      group.names.map { (group.namespaces.map { Array($0.utf8) }, Array($0.utf8)) }
    }
    self.attributes = attributes.map { Array($0.utf8) }
  }
}

/// The attributes of the element that has just started; valid only during the call.
@safe struct XMLAttributes {
  fileprivate let start: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate let count: Int
  fileprivate unowned(unsafe) let names: XMLNameCache

  /// The value of an attribute by its position in the vocabulary, or nil.
  subscript(attribute: Int) -> String? {
    unsafe value(of: attribute).map { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the attribute is there and has this value.
  func has(_ attribute: Int, _ value: StaticString) -> Bool {
    guard let bytes = unsafe self.value(of: attribute) else { return false }
    return unsafe bytes.elementsEqual(UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
  }

  /// The value as a whole number of 32 bits, which is what office formats have, or nil.
  func number(_ attribute: Int) -> Int? {
    guard let bytes = unsafe value(of: attribute) else { return nil }
    return unsafe Int32(String(decoding: bytes, as: UTF8.self)).map { Int($0) }
  }

  private func value(of attribute: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let start = unsafe start else { return nil }
    for index in 0..<count {
      // Five pointers for each: local name, prefix, namespace, start and end of the value.
      let field = unsafe start + 5 * index
      guard let name = unsafe field[0], unsafe names.attribute(name) == attribute, let from = unsafe field[3],
        let to = unsafe field[4]
      else { continue }
      return unsafe UnsafeBufferPointer(start: from, count: to - from)
    }
    return nil
  }
}

/// Positions of names by the pointers under which the parser keeps each name once.
///
/// The slots lie in memory of their own: they are looked at for every tag, where the checks of an array would cost more than the look.
@safe final class XMLNameCache {
  private typealias Slot = (name: UInt, space: UInt, position: Int)
  private let vocabulary: XMLVocabulary
  private let slots: UnsafeMutablePointer<Slot>
  private static let count = 512

  init(_ vocabulary: XMLVocabulary) {
    self.vocabulary = vocabulary
    unsafe slots = .allocate(capacity: Self.count)
    unsafe slots.initialize(repeating: (0, 0, -1), count: Self.count)
  }

  deinit {
    unsafe slots.deallocate()
  }

  @inline(__always)
  func element(_ name: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?) -> Int {
    let (first, second) = (UInt(bitPattern: name), UInt(bitPattern: space))
    let slot = Int((first &* 31 ^ second) >> 2 & 511)
    if unsafe slots[slot].name == first, unsafe slots[slot].space == second { return unsafe slots[slot].position }
    let count = unsafe strlen(name)
    let position = vocabulary.elements.firstIndex { known in
      guard known.name.count == count, unsafe memcmp(name, known.name, count) == 0 else { return false }
      return known.namespaces.isEmpty || known.namespaces.contains { unsafe Self.same(space, $0) }
    }
    unsafe slots[slot] = (first, second, position ?? -1)
    return position ?? -1
  }

  @inline(__always)
  func attribute(_ name: UnsafePointer<xmlChar>) -> Int {
    let first = UInt(bitPattern: name)
    let slot = Int((first &* 31 ^ 1) >> 2 & 511)
    if unsafe slots[slot].name == first, unsafe slots[slot].space == 1 { return unsafe slots[slot].position }
    let count = unsafe strlen(name)
    let position =
      vocabulary.attributes.firstIndex { unsafe $0.count == count && memcmp(name, $0, count) == 0 } ?? -1
    unsafe slots[slot] = (first, 1, position)
    return position
  }

  private static func same(_ pointer: UnsafePointer<xmlChar>?, _ bytes: [UInt8]) -> Bool {
    guard let pointer = unsafe pointer, unsafe strlen(pointer) == bytes.count else { return bytes.isEmpty }
    return unsafe memcmp(pointer, bytes, bytes.count) == 0
  }
}

/// Parses one XML part, handing on its events.
///
/// libxml2 reads as a stream: no tree is made, no entity is expanded, nothing is fetched, and a document type declaration, which
/// no office format has, ends the reading.
///
/// - Throws: `.damagedXML` with the line where the part is not well-formed, `.documentType`, `.tooDeep`, and whatever the
///   handler or the stream throws.
func parseXML(
  _ stream: some ByteStream, vocabulary: XMLVocabulary, limits: DocumentLimits, allowsDocumentType: Bool = false,
  handler: any XMLHandler
) throws(DocumentError) {
  XMLLibrary.start()
  let state = XMLParserState(stream: stream, handler: handler, vocabulary: vocabulary, depthLimit: limits.depth)
  try withExtendedLifetime(state) { () throws(DocumentError) in
    let data = unsafe Unmanaged.passUnretained(state).toOpaque()
    var sax = unsafe XMLParserState.callbacks
    if allowsDocumentType { unsafe sax.internalSubset = nil }
    guard
      let context = unsafe xmlCreateIOParserCtxt(
        &sax, data, XMLParserState.read, nil, data, XML_CHAR_ENCODING_NONE)
    else { throw DocumentError(.damagedXML(part: state.partName, line: 1)) }
    defer { unsafe xmlFreeParserCtxt(context) }
    unsafe state.context = unsafe context
    unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    let status = unsafe xmlParseDocument(context)
    unsafe state.context = nil
    if let failure = state.failure { throw failure }
    let (isWellFormed, line) = unsafe (context.pointee.wellFormed == 1, context.pointee.lastError.line)
    if status != 0 || !isWellFormed { throw DocumentError(.damagedXML(part: state.partName, line: Int(line))) }
  }
}

/// Parses an XML part only as far as is needed, in the same way as `parseXML`.
///
/// Word's template of styles can be ten times as long as the text that uses three of them.
@safe final class XMLPartReader {
  private let state: XMLParserState
  private let context: xmlParserCtxtPtr
  private var isAtEnd = false

  init(
    _ stream: ZipEntryStream, vocabulary: XMLVocabulary, limits: DocumentLimits, handler: any XMLHandler
  ) throws(DocumentError) {
    XMLLibrary.start()
    state = XMLParserState(stream: stream, handler: handler, vocabulary: vocabulary, depthLimit: limits.depth)
    var sax = unsafe XMLParserState.callbacks
    guard
      let context = unsafe xmlCreatePushParserCtxt(&sax, Unmanaged.passUnretained(state).toOpaque(), nil, 0, nil)
    else { throw DocumentError(.damagedXML(part: state.partName, line: 1)) }
    unsafe self.context = context
    unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
  }

  /// Reads on for some kilobytes; false when there is nothing more.
  func advance() throws(DocumentError) -> Bool {
    if isAtEnd { return false }
    unsafe state.context = context
    defer { unsafe state.context = nil }
    var count = 0
    var failure: DocumentError?
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 8 * 1024) { buffer, filled in
      do throws(DocumentError) {
        count = unsafe try state.read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
      filled = count
    }
    if let failure { throw failure }
    isAtEnd = count == 0
    let status = unsafe piece.withUnsafeBytes { bytes in
      unsafe xmlParseChunk(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count), isAtEnd ? 1 : 0)
    }
    if let failure = state.failure { throw failure }
    let (isWellFormed, line) = unsafe (context.pointee.wellFormed == 1, context.pointee.lastError.line)
    if status != 0 || !isWellFormed { throw DocumentError(.damagedXML(part: state.partName, line: Int(line))) }
    return !isAtEnd
  }
}

/// The library's own beginnings, which must not run twice at the same time.
enum XMLLibrary {
  private static let isStarted: Bool = {
    xmlInitParser()
    return true
  }()

  static func start() {
    _ = isStarted
  }
}

/// What the callbacks of one parse share.
@safe private final class XMLParserState {
  let stream: any ByteStream
  let handler: any XMLHandler
  let names: XMLNameCache
  var context: xmlParserCtxtPtr?
  var failure: DocumentError?
  var depth = 0
  let depthLimit: Int
  /// Equals signs that were read since the last event: so many attributes at most has the tag that is being read.
  fileprivate var equalsSigns = 0
  /// Namespaces that are declared on open elements: the depths of these, and how many on each.
  private var namespaces: [(depth: Int, count: Int)] = []
  private var namespaceCount = 0

  init(stream: any ByteStream, handler: any XMLHandler, vocabulary: XMLVocabulary, depthLimit: Int) {
    self.stream = stream
    self.handler = handler
    names = XMLNameCache(vocabulary)
    self.depthLimit = depthLimit
  }

  var partName: String { String(decoding: stream.name, as: UTF8.self) }

  /// Ends the parse; what the library says after that no longer matters.
  func fail(_ error: DocumentError) {
    if failure == nil { failure = error }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  /// Reads on, unless the tag that is being read already has far too many attributes: the parser compares each with all.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
    let count = unsafe try stream.read(into: buffer)
    equalsSigns += unsafe UnsafeRawBufferPointer(buffer).bindMemory(to: UInt8.self).span
      .count(from: 0, to: count) { $0 == UInt8(ascii: "=") }
    if equalsSigns > Self.equalsSigns { throw DocumentError(.tooManyAttributes(limit: DocumentLimits.attributes)) }
    return count
  }

  /// What may be read ahead in sound documents, whose comments and values hold equals signs too.
  private static let equalsSigns = 16_384

  func begin(attributes: Int, namespaces count: Int) throws(DocumentError) {
    equalsSigns = 0
    depth += 1
    if depth > depthLimit { throw DocumentError(.tooDeep(limit: depthLimit)) }
    if count > 0 {
      namespaces.append((depth, count))
      namespaceCount += count
    }
    if attributes > DocumentLimits.attributes || namespaceCount > DocumentLimits.attributes {
      throw DocumentError(.tooManyAttributes(limit: DocumentLimits.attributes))
    }
  }

  func end() {
    equalsSigns = 0
    if let last = namespaces.last, last.depth == depth {
      namespaces.removeLast()
      namespaceCount -= last.count
    }
    depth -= 1
  }

  static let read: xmlInputReadCallback = { data, buffer, count in
    guard let data = unsafe data else { return -1 }
    let state = unsafe Unmanaged<XMLParserState>.fromOpaque(data).takeUnretainedValue()
    if state.failure != nil { return -1 }
    do throws(DocumentError) {
      return unsafe Int32(try state.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))))
    } catch {
      // Stopping the parser here would free the buffer into which it reads.
      state.failure = error
      return -1
    }
  }

  static var callbacks: xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.initialized = XML_SAX2_MAGIC
    unsafe sax.startElementNs = { data, name, _, space, namespaces, _, count, _, attributes in
      guard let name = unsafe name else { return }
      unsafe withParserState(data) { state throws(DocumentError) in
        try state.begin(attributes: Int(count), namespaces: Int(namespaces))
        try state.handler.start(
          unsafe state.names.element(name, space),
          unsafe XMLAttributes(start: attributes, count: Int(count), names: state.names))
      }
    }
    unsafe sax.endElementNs = { data, name, _, space in
      guard let name = unsafe name else { return }
      unsafe withParserState(data) { state throws(DocumentError) in
        state.end()
        try state.handler.end(unsafe state.names.element(name, space))
      }
    }
    unsafe sax.characters = { data, characters, count in
      guard let characters = unsafe characters else { return }
      unsafe withParserState(data) { state throws(DocumentError) in
        let bytes = unsafe UnsafeBufferPointer(start: characters, count: Int(count))
        state.equalsSigns = 0
        try state.handler.text(unsafe bytes.span)
      }
    }
    unsafe sax.cdataBlock = sax.characters
    unsafe sax.internalSubset = { data, _, _, _ in
      unsafe withParserState(data) { _ throws(DocumentError) in throw DocumentError(.documentType) }
    }
    // Without it the library would print its errors.
    unsafe sax.serror = { _, _ in }
    return unsafe sax
  }
}

/// Does something with the state behind the pointer that libxml2 hands to each callback, unless the parse has failed.
@inline(__always)
private func withParserState(
  _ data: UnsafeMutableRawPointer?, _ body: (XMLParserState) throws(DocumentError) -> Void
) {
  guard let data = unsafe data else { return }
  unsafe Unmanaged<XMLParserState>.fromOpaque(data)._withUnsafeGuaranteedRef { state in
    if state.failure != nil { return }
    do throws(DocumentError) {
      try body(state)
    } catch {
      state.fail(error)
    }
  }
}
