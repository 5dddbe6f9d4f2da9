import SourceText

/// Reads an expression as its author wrote it and writes it in the spelling of folded texts.
///
/// The author's own `(` stays a metacharacter, while `（` becomes `\(`: it was a character of the text.
struct PatternReader {
  let scalars: [Unicode.Scalar]
  /// The UTF-8 offset of each scalar in the source; one more at the end.
  let offsets: [Int]
  var index = 0
  /// Where the item being read starts.
  private var itemStart = 0
  /// The expression for PCRE2.
  private(set) var output: [UInt8] = []
  /// Where pieces of `output` come from, ascending in both.
  private var places: [(output: Int, source: Int)] = []
  var literals = LiteralRuns()
  /// The literal characters just written, as far as they follow each other directly.
  private var tail: [(scalar: Unicode.Scalar, output: Int)] = []
  /// Whether white space is ignored, `(?x)`, here and in the groups around.
  var isExtended = false
  var outerExtended: [Bool] = []

  init(_ source: String) {
    var offset = 0
    var offsets = [0]
    scalars = source.unicodeScalars.map { scalar in
      offset += UTF8.width(scalar)
      offsets.append(offset)
      return scalar
    }
    self.offsets = offsets
  }

  /// A literal that every match contains, in folded spelling, when one is easily known.
  mutating func requiredLiteral() -> [UInt8]? { literals.longestRun() }

  /// The offset in the source behind an offset in `output`.
  func sourceOffset(of offset: Int) -> Int {
    guard let place = places.last(where: { $0.output <= offset }) else { return 0 }
    return place.source
  }

  mutating func read() throws(PatternError) {
    while let scalar = peek() {
      mark()
      switch scalar {
      case "\\": try readEscape()
      case "[": try readClass()
      case "(": try readGroup()
      case ")":
        isExtended = outerExtended.popLast() ?? isExtended
        copyOperator()
      case "|":
        if outerExtended.isEmpty { literals.void() }
        copyOperator()
      case "?", "*", "+":
        literals.end(quantified: true)
        copyOperator()
      case "{": readBrace()
      case "^", "$", ".": copyOperator()
      case "#" where isExtended: copyComment()
      case _ where isExtended && ScalarFolding(of: scalar.value) == .whiteSpace:
        if scalar.isASCII { copy() } else { index += 1 }
      default:
        index += 1
        try writeLiteral(scalar, quoted: false)
      }
    }
  }
}

// MARK: Looking ahead and copying

extension PatternReader {
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  /// Whether the characters from here on are these.
  func looking(at text: String, ahead: Int = 0) -> Bool {
    scalars[min(index + ahead, scalars.count)...].starts(with: text.unicodeScalars)
  }

  func failure(_ wording: Wording, at place: Int) -> PatternError {
    PatternError(message: wording, offset: offsets[min(place, scalars.count)])
  }

  /// Notes that what is written next comes from what is read next.
  mutating func mark() {
    itemStart = index
    places.append((output.count, offsets[index]))
  }

  mutating func copy(_ count: Int = 1) {
    for _ in 0..<count where index < scalars.count {
      write(scalars[index])
      index += 1
    }
  }

  /// Copies up to and with `end`, or to the end of the expression, for PCRE2 to complain about.
  mutating func copy(through end: Unicode.Scalar) {
    while let scalar = peek() {
      copy()
      if scalar == end { return }
    }
  }

  mutating func copyOperator(_ count: Int = 1) {
    endLiteral()
    copy(count)
  }

  private mutating func copyComment() { copy(through: "\n") }

  mutating func endLiteral() {
    literals.end()
    tail.removeAll(keepingCapacity: true)
  }

  mutating func write(_ scalar: Unicode.Scalar) {
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  mutating func write(ascii text: String) { output.append(contentsOf: text.utf8) }

  /// Writes a character so that it stands for itself, inside classes and outside.
  mutating func writeQuoted(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x20 || scalar.value == 0x7F {
      write(ascii: "\\x{\(String(scalar.value, radix: 16))}")
    } else {
      if scalar.isASCII, scalar != " ", !isAlphanumeric(scalar) { write("\\") }
      write(scalar)
    }
  }

  /// Whether the item that ends here may be matched zero times.
  func isOptional() -> Bool {
    looking(at: "?") || looking(at: "*") || looking(at: "{0") || looking(at: "{,")
  }
}

/// Whether a backslash makes something else of this character than the character itself.
func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "0"..."9", "A"..."Z", "a"..."z": true
  default: false
  }
}

// MARK: Literal characters

extension PatternReader {
  /// Writes a character of the text, which has been read, in folded spelling.
  mutating func writeLiteral(_ scalar: Unicode.Scalar, quoted: Bool) throws(PatternError) {
    let place = itemStart
    switch ScalarFolding(of: scalar.value) {
    case .same:
      if scalar == "年" { foldYear() }
      append(scalar, quoted: quoted)
    case .replaced(let other):
      append(character(other), quoted: true)
    case .whiteSpace where scalar == "\n":
      endLiteral()
      writeQuoted(scalar)
    case .whiteSpace where scalar == " ":
      try checkSpace(at: place)
      endLiteral()
      write(ascii: isExtended ? "\\ " : " ")
    case .whiteSpace, .nothing:
      guard isOptional() else { throw failure(.neverMatches(scalar.value), at: place) }
      endLiteral()
      write(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, quoted: Bool) {
    tail.append((scalar, output.count))
    if quoted { writeQuoted(scalar) } else { write(scalar) }
    if outerExtended.isEmpty {
      literals.append(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Folding keeps a space between two ASCII words only, so next to any other character it can't be.
  private func checkSpace(at place: Int) throws(PatternError) {
    if isOptional() { return }
    var ahead = self
    ahead.index += 1
    let after = ahead.isOptional() ? nil : peek()
    for case .some(let neighbour) in [tail.last?.scalar, after] where !neighbour.isASCII {
      guard ScalarFolding(of: neighbour.value) == .same else { continue }
      throw failure(
        Wording(
          zh: "中文旁边的空格在比对前已去掉，因此永远无法匹配；请删去这个空格",
          en: "a space next to Chinese text is removed before matching, so this can never match; delete the space"),
        at: place)
    }
  }

  /// Does to the expression what folding does to 二〇二四年.
  private mutating func foldYear() {
    let digits = tail.suffix(5).map { ScalarFolding.yearDigit($0.scalar.value) }
    guard digits.count >= 4, digits.count == 4 || digits[0] == nil else { return }
    let year = digits.suffix(4).compactMap(\.self)
    guard year.count == 4 else { return }
    output.removeSubrange(tail[tail.count - 4].output...)
    tail.removeLast(4)
    if outerExtended.isEmpty { literals.removeLast(4 * 3) }
    for digit in year { append(character(0x30 + UInt32(digit)), quoted: false) }
  }
}

/// The character that folding makes of another.
func character(_ scalar: UInt32) -> Unicode.Scalar { Unicode.Scalar(scalar) ?? "\u{FFFD}" }

extension Wording {
  /// The words for a character of an expression that no folded text contains.
  static func neverMatches(_ scalar: UInt32) -> Wording {
    let digits = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Wording(
      zh: "永远无法匹配：空白字符 \(name) 在比对前已去掉；请删去这个字符",
      en: "can never match: the blank character \(name) is removed before matching; delete it")
  }
}
