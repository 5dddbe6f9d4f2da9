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
  private var literals = LiteralRuns()
  /// The literal characters just written, as far as they follow each other directly.
  private var tail: [(scalar: Unicode.Scalar, output: Int)] = []
  /// Whether white space is ignored, `(?x)`, here and in the groups around.
  private var isExtended = false
  private var outerExtended: [Bool] = []

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
      case "?", "*", "+", "{":
        // A brace may turn out to be no quantifier; taking it for one only shortens the known literal.
        literals.end(quantified: outerExtended.isEmpty)
        copyOperator()
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

// MARK: Escapes and groups

extension PatternReader {
  private mutating func readEscape() throws(PatternError) {
    guard let next = peek(1) else { return copyOperator() }
    try refuseEscape(next)
    if !next.isASCII {
      index += 2
      return try writeLiteral(next, quoted: true)
    }
    if let scalar = readCodePoint() { return try writeLiteral(scalar, quoted: true) }
    switch next {
    case "Q": try readQuotation()
    case "E": index += 2
    case _ where isAlphanumeric(next): copyEscape()
    default:
      index += 2
      try writeLiteral(next, quoted: true)
    }
  }

  /// Refuses escapes that PCRE2 lacks or that would take it out of its bounds.
  func refuseEscape(_ next: Unicode.Scalar) throws(PatternError) {
    switch next {
    case "u":
      throw failure(
        Wording(
          zh: "不支持 \\u 写法；请写 \\x{4e00} 这样的码位，或直接写字符，如 [一-龥]",
          en: "\\u is not supported; write the code point as \\x{4e00}, or the characters themselves, as in [一-龥]"),
        at: index)
    case "C":
      throw failure(
        Wording(
          zh: "不允许使用 \\C：它匹配单个字节，会把汉字拆开；请用 .",
          en: "\\C is not allowed: it matches one byte and would cut characters apart; use ."),
        at: index)
    default: break
    }
  }

  /// Copies an escape that is no character, with its braces or name.
  mutating func copyEscape() {
    endLiteral()
    let kind = peek(1)
    copy(2)
    switch (kind, peek()) {
    case ("p"?, "{"?), ("P"?, "{"?), ("k"?, "{"?), ("g"?, "{"?), ("o"?, "{"?), ("N"?, "{"?), ("x"?, "{"?):
      copy(through: "}")
    case ("k"?, "<"?), ("g"?, "<"?): copy(through: ">")
    case ("k"?, "'"?), ("g"?, "'"?):
      copy()
      copy(through: "'")
    case ("c"?, .some): copy()
    default: break
    }
  }

  /// Reads \x{4e00}, \x4e or \N{U+4E00}; nil, with nothing read, when there is none here.
  mutating func readCodePoint() -> Unicode.Scalar? {
    let opening = ["\\x{", "\\N{U+", "\\x"].first { looking(at: $0) }
    guard let opening else { return nil }
    let isBraced = opening.count > 2
    var end = index + opening.count
    var digits = ""
    while end < scalars.count, scalars[end].properties.isASCIIHexDigit, isBraced || digits.count < 2 {
      digits.unicodeScalars.append(scalars[end])
      end += 1
    }
    if isBraced {
      guard end < scalars.count, scalars[end] == "}" else { return nil }
      end += 1
    }
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
    index = end
    return scalar
  }

  private mutating func readQuotation() throws(PatternError) {
    index += 2
    while let scalar = peek() {
      mark()
      if looking(at: "\\E") {
        index += 2
        return
      }
      index += 1
      try writeLiteral(scalar, quoted: true)
    }
  }

  private mutating func readGroup() throws(PatternError) {
    if looking(at: "(*") {
      throw failure(
        Wording(zh: "不允许使用 (*…) 控制指令", en: "control verbs (*…) are not allowed"), at: index)
    }
    if looking(at: "(?C") {
      throw failure(Wording(zh: "不允许使用 (?C) 调用点", en: "callouts (?C) are not allowed"), at: index)
    }
    if looking(at: "(?#") { return copy(through: ")") }
    endLiteral()
    guard looking(at: "(?") else { return openGroup(copying: 1) }
    if readOptions() { return }
    if looking(at: "(?P<") || looking(at: "(?<") && !looking(at: "(?<=") && !looking(at: "(?<!") {
      openGroup(copying: looking(at: "(?P") ? 4 : 3)
      return copy(through: ">")
    }
    if looking(at: "(?'") {
      openGroup(copying: 3)
      return copy(through: "'")
    }
    if looking(at: "(?(") {
      openGroup(copying: 2)
      // An assertion as condition is a group like others.
      if !looking(at: "(?") && !looking(at: "(*") { copy(through: ")") }
      return
    }
    if let third = peek(2), "&PR+-0123456789".unicodeScalars.contains(third) { return copy(through: ")") }
    openGroup(copying: looking(at: "(?<") ? 4 : 3)
  }

  private mutating func openGroup(copying count: Int) {
    outerExtended.append(isExtended)
    copy(count)
  }

  /// Reads (?i), (?x-i:…) and their like; false, with nothing read, when it is something else.
  private mutating func readOptions() -> Bool {
    var count = 2
    var extended = isExtended
    var isOn = true
    while let option = peek(count), "imsxnJUaDSWPTr^-".unicodeScalars.contains(option) {
      switch option {
      case "-": isOn = false
      case "^": extended = false
      case "x": extended = isOn
      case "i", "r": if isOn { literals.void() }
      default: break
      }
      count += 1
    }
    guard count > 2, let closing = peek(count), closing == ")" || closing == ":" else { return false }
    if closing == ":" { outerExtended.append(isExtended) }
    isExtended = extended
    copy(count + 1)
    return true
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
