import SourceText

// Character classes: [（）], [０-９], [^一-龥].
extension PatternReader {
  /// Reads a class and writes one that holds the folded spelling of each of its characters.
  mutating func readClass() throws(PatternError) {
    let start = index
    endLiteral()
    copy()
    let isNegated = peek() == "^"
    if isNegated { copy() }
    let first = output.count
    var canMatch = isNegated
    while let scalar = peek() {
      mark()
      // Right at the start a ] stands for itself.
      if scalar == "]", output.count > first {
        copy()
        if !canMatch, !isOptional() { throw neverMatches(from: start) }
        return
      }
      if let low = isPOSIXSet() ? nil : readSingle() {
        if peek() == "-", let high = readRangeEnd() {
          writeRange(low, high)
          canMatch = true
        } else {
          canMatch = writeMember(low) || canMatch
        }
      } else {
        canMatch = try readSet() || canMatch
      }
    }
  }

  /// Whether [:alpha:] or its like stands here.
  private func isPOSIXSet() -> Bool {
    guard looking(at: "[:") || looking(at: "[.") || looking(at: "[="), let kind = peek(1) else { return false }
    let rest = scalars[(index + 2)...]
    guard let end = rest.firstIndex(where: { $0 == "]" || $0 == "\\" }) else { return false }
    return end > index + 2 && scalars[end] == "]" && scalars[end - 1] == kind
  }

  /// Reads one character, escaped or not; nil, with nothing read, when something else stands here.
  private mutating func readSingle() -> Unicode.Scalar? {
    guard let scalar = peek() else { return nil }
    if scalar != "\\" {
      index += 1
      return scalar
    }
    if let value = readCodePoint() { return value }
    guard let next = peek(1), !isAlphanumeric(next) else { return nil }
    index += 2
    return next
  }

  /// Reads `-` and the end of a range; nil, with nothing read, when the hyphen stands for itself.
  private mutating func readRangeEnd() -> Unicode.Scalar? {
    let start = index
    index += 1
    if peek() != "]", !isPOSIXSet(), let end = readSingle() { return end }
    index = start
    return nil
  }

  /// Reads what is no single character: \d, \p{Han}, [:alpha:], \Q…\E.
  private mutating func readSet() throws(PatternError) -> Bool {
    if peek() == "[" {
      copy(through: "]")
      return true
    }
    if looking(at: "\\E") {
      index += 2
      return false
    }
    if looking(at: "\\Q") {
      var canMatch = false
      index += 2
      while let quoted = peek(), !looking(at: "\\E") {
        canMatch = writeMember(quoted) || canMatch
        index += 1
      }
      return canMatch
    }
    if let next = peek(1) { try refuseEscape(next) }
    copyEscape()
    return true
  }

  /// Writes a character and tells whether a folded text can contain it.
  private mutating func writeMember(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarFolding(of: scalar.value) {
    case .same:
      writeQuoted(scalar)
      return true
    case .replaced(let other):
      writeQuoted(character(other))
      return true
    case .whiteSpace, .nothing:
      writeQuoted(scalar)
      return scalar == " " || scalar == "\n"
    }
  }

  /// Writes a range and what folding makes of the characters in it.
  private mutating func writeRange(_ low: Unicode.Scalar, _ high: Unicode.Scalar) {
    writeQuoted(low)
    write("-")
    writeQuoted(high)
    if low > high { return }
    let range = low.value...high.value
    for stretch in ScalarFolding.replacedStretches where stretch.overlaps(range) {
      var images: [UInt32] = []
      for scalar in stretch.clamped(to: range) {
        if case .replaced(let other) = ScalarFolding(of: scalar), !range.contains(other) { images.append(other) }
      }
      images.sort()
      var next = 0
      while next < images.count {
        var last = next
        while last + 1 < images.count, images[last + 1] <= images[last] + 1 { last += 1 }
        writeQuoted(character(images[next]))
        if images[last] > images[next] {
          write("-")
          writeQuoted(character(images[last]))
        }
        next = last + 1
      }
    }
  }

  private func neverMatches(from start: Int) -> PatternError {
    failure(
      Wording(
        zh: "永远无法匹配：这个字符组里只有空白字符，而它们在比对前已去掉",
        en: "can never match: this class holds only blank characters, which are removed before matching"),
      at: start)
  }
}
