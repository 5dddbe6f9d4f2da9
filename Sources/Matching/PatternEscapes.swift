import SourceText

// Escapes: \（, \d, \x{4e00}, \Q…\E.
extension PatternReader {
  mutating func readEscape() throws(PatternError) {
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
}
