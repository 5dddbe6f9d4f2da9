import CLibYAML
import Glibc
import SourceText

/// What libyaml meets while it walks through a file.
struct YAMLEvent {
  var kind: Kind
  /// Bytes of the text; only a scalar's end is exact.
  var range: TextRange
  var hasAnchor = false
  var hasTag = false

  /// Where the characters of a scalar are: mostly in the file, else among those that were made of it.
  enum Characters {
    case inFile(TextRange)
    case made(TextRange)
  }

  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias
    case scalar(Characters, isPlain: Bool)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd

    var opensMapping: Bool {
      if case .mappingStart = self { true } else { false }
    }
  }
}

/// Why libyaml could not go on, in its own words.
struct SyntaxFailure: Error {
  var problem: String
  var context: String
  /// Byte offset of the trouble.
  var offset: Int
  /// Byte offset of what libyaml was reading then, if it says so.
  var contextOffset: Int?
}

/// libyaml's event parser over bytes that stay alive and in place while it works.
///
/// No C type leaves this file.
@safe
struct EventParser: ~Copyable {
  // libyaml keeps pointers into its parser, so the parser must have an address of its own.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: [UInt8]
  // libyaml counts code points, we count bytes; both only ever move a little.
  private var place = Place()

  /// Nil when there is no memory.
  ///
  /// - Parameters:
  ///   - bytes: the text, valid UTF-8.
  ///   - buffer: the same bytes, which must outlive the parser.
  init?(_ bytes: [UInt8], at buffer: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    unsafe self.parser = unsafe parser
    self.bytes = bytes
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The next event; after `streamEnd` or an error it must not be called again.
  ///
  /// - Parameter made: takes the characters of a scalar that does not read as it is written.
  mutating func next(_ made: inout [UInt8]) throws(SyntaxFailure) -> YAMLEvent {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&raw) }
    let start = unsafe offset(at: raw.start_mark)
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      let characters = unsafe characters(of: scalar, from: start, to: raw.end_mark, &made)
      return unsafe YAMLEvent(
        kind: .scalar(characters, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        range: TextRange(start, place.offset),
        hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe raw.data.sequence_start
      return unsafe YAMLEvent(
        kind: .sequenceStart, range: TextRange(start, start + 1), hasAnchor: sequence.anchor != nil,
        hasTag: sequence.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe raw.data.mapping_start
      return unsafe YAMLEvent(
        kind: .mappingStart, range: TextRange(start, start + 1), hasAnchor: mapping.anchor != nil,
        hasTag: mapping.tag != nil)
    case YAML_SEQUENCE_END_EVENT:
      return YAMLEvent(kind: .sequenceEnd, range: TextRange(start, start + 1))
    case YAML_MAPPING_END_EVENT:
      return YAMLEvent(kind: .mappingEnd, range: TextRange(start, start + 1))
    case YAML_ALIAS_EVENT:
      return unsafe YAMLEvent(kind: .alias, range: TextRange(start, offset(at: raw.end_mark)))
    case YAML_DOCUMENT_START_EVENT:
      return YAMLEvent(kind: .documentStart, range: TextRange(start, start + 1))
    case YAML_DOCUMENT_END_EVENT:
      return YAMLEvent(kind: .documentEnd, range: TextRange(start, start + 1))
    case YAML_STREAM_START_EVENT:
      return YAMLEvent(kind: .streamStart, range: TextRange(start, start + 1))
    default:
      // A C enumeration has no exhaustive switch; what is left is the end of the stream.
      return YAMLEvent(kind: .streamEnd, range: TextRange(start, start))
    }
  }

  private mutating func failure() -> SyntaxFailure {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? ""
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? ""
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      // The reader fails before anything has a mark.
      let offset = unsafe min(Int(parser.pointee.problem_offset), bytes.count)
      return SyntaxFailure(problem: problem, context: context, offset: offset)
    }
    let contextOffset = context.isEmpty ? nil : unsafe offset(at: parser.pointee.context_mark)
    return unsafe SyntaxFailure(
      problem: problem, context: context, offset: offset(at: parser.pointee.problem_mark), contextOffset: contextOffset)
  }

  /// Where the characters of a scalar are; `place` is its end afterwards.
  private mutating func characters(
    of scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar, from start: Int, to end: yaml_mark_t,
    _ made: inout [UInt8]
  ) -> YAMLEvent.Characters {
    let value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    if let quote = unsafe Self.quote(of: scalar.style), unsafe scalar.anchor == nil, unsafe scalar.tag == nil {
      let width = quote == 0 ? 0 : 1
      let (first, last) = (start + width, start + width + value.count)
      if last + width <= bytes.count, unsafe isWritten(value, at: first, quote: quote) {
        place = Place(codePoint: Int(end.index), offset: last + width)
        return .inFile(TextRange(first, last))
      }
    }
    let first = made.count
    unsafe made.append(contentsOf: value)
    _ = offset(at: end)
    return .made(TextRange(first, made.count))
  }

  /// The quote of a style, 0 for none, or nil for block texts.
  private static func quote(of style: yaml_scalar_style_t) -> UInt8? {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: 0
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: UInt8(ascii: "'")
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: UInt8(ascii: "\"")
    default: nil
    }
  }

  /// Whether the characters of a scalar are those of the file, up to the quote that ends it.
  private func isWritten(_ value: UnsafeBufferPointer<UInt8>, at first: Int, quote: UInt8) -> Bool {
    let end = first + value.count
    guard quote == 0 || bytes[end] == quote else { return false }
    // Two quotes stand for one, which is what the text may end with.
    if quote == UInt8(ascii: "'"), end + 1 < bytes.count, bytes[end + 1] == quote { return false }
    return unsafe bytes.withUnsafeBytes { file in
      guard let written = file.baseAddress, let read = value.baseAddress else { return value.isEmpty }
      return unsafe memcmp(written + first, read, value.count) == 0
    }
  }

  /// Leads a mark to its byte, walking from the last one asked for.
  private mutating func offset(at mark: yaml_mark_t) -> Int {
    var place = place
    place.move(toCodePoint: Int(mark.index), in: bytes.span)
    self.place = place
    return place.offset
  }

  /// A place in the text, in bytes and in code points.
  private struct Place {
    var codePoint = 0
    var offset = 0

    mutating func move(toCodePoint target: Int, in bytes: Span<UInt8>) {
      while codePoint < target, offset < bytes.count {
        // As many bytes as there are code points to go never lead too far.
        let step = min(target - codePoint, bytes.count - offset)
        if step < 16 {
          offset += 1
          codePoint += 1
        } else {
          codePoint += bytes.count(from: offset, to: offset + step) { $0 & 0xC0 != 0x80 }
          offset += step
        }
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      }
      while codePoint > target, offset > 0 {
        offset -= 1
        while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        codePoint -= 1
      }
    }
  }
}
