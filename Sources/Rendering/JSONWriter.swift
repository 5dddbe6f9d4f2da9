import SourceText

/// Writes JSON straight to bytes: the one place where strings are escaped and commas are set.
///
/// It keeps the syntax right as long as every `begin` has its `end` and every value in an object follows a key. Line breaks are
/// asked for by the caller, so that a report has one line for each thing that a reader of a diff compares.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var lineBreak: Int?
  private let isOneLine: Bool

  /// - Parameters:
  ///   - capacity: bytes for which room is made at once.
  ///   - isOneLine: whether line breaks that are asked for are left out, as formats of one object a line need it.
  public init(capacity: Int = 0, isOneLine: Bool = false) {
    self.isOneLine = isOneLine
    bytes.reserveCapacity(capacity)
  }

  /// Hands over the bytes written so far and starts anew at the same place in the structure.
  public mutating func flush(into out: inout [UInt8]) {
    if out.isEmpty { swap(&out, &bytes) } else { out.append(contentsOf: bytes) }
    bytes.removeAll(keepingCapacity: true)
  }

  /// The bytes of a whole file, which ends with a line break.
  public consuming func file() -> [UInt8] {
    bytes.append(0x0A)
    return bytes
  }

  // MARK: Structure

  /// Writes the line break that was asked for last, which nothing follows.
  public mutating func finish() {
    if let indent = lineBreak { breakLine(indent) }
  }

  public mutating func beginObject() { open(0x7B) }
  public mutating func endObject() { close(0x7D) }
  public mutating func beginArray() { open(0x5B) }
  public mutating func endArray() { close(0x5D) }

  /// Starts a new line, indented by `indent` spaces, before the next thing written.
  public mutating func newLine(indent: Int = 0) { if !isOneLine { lineBreak = indent } }

  /// The name of an object's next member; one of ours, so that it needs no escaping.
  public mutating func key(_ name: String) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: name.utf8)
    bytes.append(0x22)
    bytes.append(0x3A)
    bytes.append(0x20)
    needsComma = false
  }

  /// A name that comes many times in each document.
  mutating func key(_ key: JSONKey) {
    separate()
    bytes.append(contentsOf: key.bytes)
    needsComma = false
  }

  // MARK: Values

  /// A string, or null.
  public mutating func value(_ string: String?) {
    guard let string else { return null() }
    separate()
    bytes.append(0x22)
    if JSONWriter.isPlain(string.utf8.span) {
      bytes.append(contentsOf: string.utf8)
    } else {
      for byte in string.utf8 { escape(byte) }
    }
    bytes.append(0x22)
    needsComma = true
  }

  /// A string that is at hand as valid UTF-8.
  public mutating func value(utf8 text: ArraySlice<UInt8>, cut: Bool = false) {
    separate()
    bytes.append(0x22)
    if JSONWriter.isPlain(text.span) {
      bytes.append(contentsOf: text)
    } else {
      for byte in text { escape(byte) }
    }
    if cut { bytes.append(contentsOf: "…".utf8) }
    bytes.append(0x22)
    needsComma = true
  }

  /// A whole number, or null.
  public mutating func value(_ number: Int?) {
    guard let number else { return null() }
    separate()
    append(number)
    needsComma = true
  }

  /// A decimal number of `units` × 10^-`places`; with at least `atLeast` places, zeros beyond them left away.
  public mutating func value(_ units: Int, places: Int, atLeast: Int = 0) {
    separate()
    if units < 0 { bytes.append(0x2D) }
    var divisor: UInt = 1
    for _ in 0..<places { divisor *= 10 }
    append(Int(clamping: units.magnitude / divisor))
    var rest = units.magnitude % divisor
    var place = 0
    while place < places, rest > 0 || place < atLeast {
      if place == 0 { bytes.append(0x2E) }
      divisor /= 10
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      place += 1
    }
    needsComma = true
  }

  public mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    needsComma = true
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Members or elements that another writer wrote before, copied as they are.
  public mutating func fragment(_ written: [UInt8]) {
    separate()
    bytes.append(contentsOf: written)
    needsComma = true
  }

  // MARK: Bytes

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    if let indent = lineBreak { breakLine(indent) }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    if let indent = lineBreak {
      breakLine(indent)
    } else if needsComma {
      bytes.append(0x20)
    }
  }

  private mutating func breakLine(_ indent: Int) {
    bytes.append(0x0A)
    for _ in 0..<indent { bytes.append(0x20) }
    lineBreak = nil
  }

  private mutating func append(_ number: Int) {
    if number < 0 { bytes.append(0x2D) }
    var magnitude = number.magnitude
    if magnitude < 10 { return bytes.append(0x30 + UInt8(truncatingIfNeeded: magnitude)) }
    var divisor: UInt = 10
    while magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: magnitude / divisor))
      magnitude %= divisor
      divisor /= 10
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]])
    default: bytes.append(byte)
    }
  }

  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    !text.containsAny { byte in
      let special: UInt8 =
        (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0) | (byte == 0x7F ? 1 : 0)
      return special != 0
    }
  }
}

/// A member's name as it is written, with its quotes and colon.
struct JSONKey: Sendable {
  fileprivate let bytes: [UInt8]

  private init(_ name: String) { bytes = Array("\"\(name)\": ".utf8) }

  static let line = JSONKey("line")
  static let column = JSONKey("column")
  static let endLine = JSONKey("end_line")
  static let endColumn = JSONKey("end_column")
  static let text = JSONKey("text")
  static let kind = JSONKey("kind")
  static let severity = JSONKey("severity")
  static let weight = JSONKey("weight")
  static let status = JSONKey("status")
  static let message = JSONKey("message")
  static let remedy = JSONKey("remedy")
  static let credit = JSONKey("credit")
  static let pointsLost = JSONKey("points_lost")
  static let waiver = JSONKey("waiver")
  static let evidence = JSONKey("evidence")
  static let baselineState = JSONKey("baseline_state")
}
