import SourceText

/// The characters with one of which every match of an expression begins.
///
/// Where they are known, the text is walked through for them, and only there PCRE2 is asked: it would stop itself at each character that
/// has a first byte in common with one of them, as all Chinese punctuation has.
struct LeadingCharacters: Hashable {
  /// The characters, as stretches of code points.
  private(set) var stretches: [ClosedRange<UInt32>]
  /// Those below 128, as bits.
  private let ascii: (low: UInt64, high: UInt64)
  /// A bit for the last six bits of each of the others: most characters are turned away by it.
  private let others: UInt64

  init(_ stretches: [ClosedRange<UInt32>]) {
    self.stretches = stretches
    var bits = (low: UInt64(0), high: UInt64(0))
    var others: UInt64 = 0
    for stretch in stretches {
      for scalar in stretch {
        switch scalar {
        case 0..<64: bits.low |= 1 << UInt64(scalar)
        case 64..<128: bits.high |= 1 << UInt64(scalar - 64)
        default: others |= 1 << UInt64(scalar & 63)
        }
        // So long a stretch has all bits, and would take its time.
        if scalar > 1024, others == .max { break }
      }
    }
    ascii = bits
    self.others = others
  }

  /// Reads them off an expression; nil when they are not easily known, or when Chinese characters are among them, which are everywhere.
  init?(of expression: String) {
    var reader = LeadingReader(expression)
    guard let stretches = reader.alternatives(), reader.isAtEnd else { return nil }
    let chinese: ClosedRange<UInt32> = 0x4000...0x9FFF
    if stretches.contains(where: chinese.overlaps) { return nil }
    self.init(stretches)
  }

  static func == (left: LeadingCharacters, right: LeadingCharacters) -> Bool { left.stretches == right.stretches }

  func hash(into hasher: inout Hasher) { hasher.combine(stretches) }

  /// Where the next of them stands, from an offset on.
  func first(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    let end = min(end, bytes.count)
    while index < end {
      let lead = bytes[index]
      if lead &- 0xE4 < 6 {
        // U+4000 to U+9FFF, which none of them is.
        index &+= 3
      } else if lead < 0x80 {
        let bits = lead < 64 ? ascii.low : ascii.high
        if bits >> UInt64(lead & 63) & 1 != 0 { return index }
        index &+= 1
      } else if lead < 0xC0 {
        index &+= 1
      } else {
        let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index &+ width <= end else { return nil }
        // The last byte has the last six bits of the character.
        if others >> UInt64(bytes[index &+ width &- 1] & 63) & 1 != 0, has(bytes, at: index, width: width) {
          return index
        }
        index &+= width
      }
    }
    return nil
  }

  private func has(_ bytes: Span<UInt8>, at index: Int, width: Int) -> Bool {
    var scalar = UInt32(bytes[index]) & (0x7F >> UInt32(width))
    for offset in 1..<width { scalar = scalar << 6 | UInt32(bytes[index &+ offset] & 0x3F) }
    return stretches.contains { $0.contains(scalar) }
  }
}

/// Reads how the matches of an expression begin; it need not understand the rest.
private struct LeadingReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ expression: String) { scalars = Array(expression.unicodeScalars) }

  var isAtEnd: Bool { index == scalars.count }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private func looking(at text: String) -> Bool { scalars[index...].starts(with: text.unicodeScalars) }

  /// The beginnings of all alternatives up to the end of the group, or nil.
  mutating func alternatives() -> [ClosedRange<UInt32>]? {
    var all: [ClosedRange<UInt32>] = []
    while true {
      guard let stretches = item(), skipBranch() else { return nil }
      all += stretches
      guard peek() == "|" else { return all }
      index += 1
    }
  }

  /// The beginnings of the first item that takes up a character.
  private mutating func item() -> [ClosedRange<UInt32>]? {
    while ["(?<=", "(?<!", "(?=", "(?!"].contains(where: looking) {
      guard skipGroup() else { return nil }
    }
    guard let scalar = peek() else { return nil }
    var stretches: [ClosedRange<UInt32>]?
    switch scalar {
    case "[": stretches = characterClass()
    case "(":
      if looking(at: "(?:") || looking(at: "(?|") {
        index += 3
      } else if peek(1) == "?" || peek(1) == "*" {
        return nil
      } else {
        index += 1
      }
      stretches = alternatives()
      guard peek() == ")" else { return nil }
      index += 1
    case "\\": stretches = escaped().map { [$0.value...$0.value] }
    case ".", "^", "$", "|", ")", "?", "*", "+", "{", "#", " ": return nil
    default:
      index += 1
      stretches = [scalar.value...scalar.value]
    }
    // What may be left out is no beginning.
    if let next = peek(), ["?", "*", "{"].contains(next) { return nil }
    return stretches
  }

  /// A character that is written with a backslash, or nil when it is a set or an assertion.
  private mutating func escaped() -> Unicode.Scalar? {
    guard peek() == "\\", let next = peek(1) else { return nil }
    if next == "x", peek(2) == "{" {
      guard let end = scalars[index...].firstIndex(of: "}") else { return nil }
      var digits = String.UnicodeScalarView()
      digits.append(contentsOf: scalars[(index + 3)..<end])
      guard let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
      index = end + 1
      return scalar
    }
    guard next.isASCII, !isAlphanumeric(next) else { return nil }
    index += 2
    return next
  }

  /// The members of a class that lists characters and stretches, or nil.
  private mutating func characterClass() -> [ClosedRange<UInt32>]? {
    index += 1
    if peek() == "^" { return nil }
    var stretches: [ClosedRange<UInt32>] = []
    func member(_ reader: inout LeadingReader) -> Unicode.Scalar? {
      guard let scalar = reader.peek() else { return nil }
      if scalar == "\\" { return reader.escaped() }
      if scalar == "[", let next = reader.peek(1), [":", ".", "="].contains(next) { return nil }
      reader.index += 1
      return scalar
    }
    repeat {
      guard let low = member(&self) else { return nil }
      var high = low
      if peek() == "-", peek(1) != "]" {
        index += 1
        guard let end = member(&self), end >= low else { return nil }
        high = end
      }
      stretches.append(low.value...high.value)
    } while peek() != "]"
    index += 1
    return stretches
  }

  /// Skips the rest of an alternative, up to its `|`, its `)` or the end.
  private mutating func skipBranch() -> Bool {
    while let scalar = peek() {
      switch scalar {
      case "|", ")": return true
      case "(": guard skipGroup() else { return false }
      case "[": guard skipClass() else { return false }
      case "\\":
        // \Q would make what follows a text.
        if peek(1) == "Q" || peek(1) == nil { return false }
        index += 2
      default: index += 1
      }
    }
    return true
  }

  private mutating func skipGroup() -> Bool {
    // An option such as (?i) changes what comes behind it.
    if looking(at: "(?"), let kind = peek(2), isAlphanumeric(kind) || kind == "-" || kind == "^" { return false }
    index += 1
    while true {
      guard skipBranch() else { return false }
      guard let scalar = peek() else { return false }
      index += 1
      if scalar == ")" { return true }
    }
  }

  private mutating func skipClass() -> Bool {
    index += 1
    if peek() == "^" { index += 1 }
    if peek() == "]" { index += 1 }
    while let scalar = peek() {
      if scalar == "\\" {
        if peek(1) == "Q" || peek(1) == nil { return false }
        index += 2
      } else if scalar == "[", let kind = peek(1), [":", ".", "="].contains(kind) {
        return false
      } else {
        index += 1
        if scalar == "]" { return true }
      }
    }
    return false
  }
}
