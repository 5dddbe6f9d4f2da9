import SourceText

/// Text made fit for a console: nothing in it can move the cursor, and it is cut or wrapped by columns.
enum ConsoleText {
  /// The text without characters that a terminal obeys instead of showing; line ends and tabs become spaces.
  static func harmless(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ !isHarmful($0) }) { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isHarmful(scalar) { safe.append(scalar) } else if (0x09...0x0D).contains(scalar.value) { safe.append(" ") }
    }
    return String(safe)
  }

  /// Control characters, and the marks that reorder the text around them.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028...0x2029: true
    default: false
    }
  }

  /// The text cut to `columns`, with an ellipsis when something was cut off.
  static func clipped(_ text: String, to columns: Int) -> String {
    if displayWidth(text) <= columns { return text }
    var clipped = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += displayWidth(scalar)
      if used > columns { break }
      clipped.append(scalar)
    }
    return String(clipped) + "…"
  }

  /// The end of the text that fits into `columns`, with an ellipsis before it when something was cut off.
  static func clippedAtStart(_ text: String, to columns: Int) -> String {
    if displayWidth(text) <= columns { return text }
    var kept: [Unicode.Scalar] = []
    var used = 1
    for scalar in text.unicodeScalars.reversed() {
      used += displayWidth(scalar)
      if used > columns { break }
      kept.append(scalar)
    }
    return "…" + String(String.UnicodeScalarView(kept.reversed()))
  }

  /// The text with spaces behind it up to `columns`.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - displayWidth(text)))
  }

  /// The text with spaces before it up to `columns`.
  static func aligned(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - displayWidth(text))) + text
  }

  /// The lines of a text that is wrapped at `columns`: between Chinese characters, and at the spaces of other text.
  ///
  /// No line starts with a closing mark or ends with an opening one, unless nothing else fits.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    if text.utf8.last != 0x20, displayWidth(text) <= columns { return [text] }
    let scalars = Array(text.unicodeScalars)
    var lines: [String] = []
    var start = 0
    var width = 0
    var opportunity = 0
    var index = 0
    while index < scalars.count {
      width += displayWidth(scalars[index])
      if width > columns, index > start, scalars[index] != " " {
        let end = opportunity > start ? opportunity : index
        lines.append(line(scalars[start..<end]))
        start = end
        while start < index, scalars[start] == " " { start += 1 }
        width = scalars[start...index].reduce(0) { $0 + displayWidth($1) }
      }
      if index + 1 < scalars.count, mayBreak(scalars[index], scalars[index + 1]) { opportunity = index + 1 }
      index += 1
    }
    lines.append(line(scalars[start...]))
    return lines
  }

  private static func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var end = scalars.endIndex
    while end > scalars.startIndex, scalars[end - 1] == " " { end -= 1 }
    return String(String.UnicodeScalarView(scalars[scalars.startIndex..<end]))
  }

  private static let opening = Set("（《〈【「『〔“‘([{".unicodeScalars)
  private static let closing = Set("）》〉】」』〕”’)]}、。，；：！？…—%,.;:!?".unicodeScalars)

  private static func mayBreak(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if right == " " { return false }
    if left == " " { return true }
    if opening.contains(left) || closing.contains(right) { return false }
    return displayWidth(left) == 2 || displayWidth(right) == 2
  }
}
