import SourceText

/// What libyaml stumbled over, in words that help: what, where, and the likely remedy.
///
/// libyaml says how it failed ("did not find expected key"), seldom why. The line itself usually shows the slip.
struct SyntaxTrouble {
  let message: Wording
  let range: TextRange

  init(_ failure: SyntaxFailure, in source: YAMLSource) {
    let scene = SyntaxScene(failure, in: source)
    if let slip = scene.tab ?? scene.unquotedBrace ?? scene.wideColon ?? scene.missingSpace {
      (message, range) = slip
      return
    }
    let here = TextRange(failure.offset, failure.offset + 1)
    let context = failure.contextOffset.map { TextRange($0, $0 + 1) } ?? here
    switch failure.problem {
    case "mapping values are not allowed in this context":
      (message, range) = scene.hasEarlierColon ? (Self.colonInValue, here) : (Self.indentedUnderValue, scene.key)
    case "could not find expected ':'":
      (message, range) = (Self.noColon, scene.toLineEnd(context.start))
    case "found unexpected end of stream", "found unexpected document indicator":
      (message, range) = (Self.openQuote, context)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      (message, range) = (Self.escape, here)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      let line = source.text.lines.line(of: context.start)
      (message, range) = (Self.openBracket(failure.problem.hasSuffix("']'") ? "[" : "{", line: line), here)
    case "found character that cannot start any token":
      (message, range) = (Self.reserved(scene.character), here)
    case "did not find expected alphabetic or numeric character", "did not find expected tag URI",
      "did not find expected whitespace or line break", "did not find the expected '>'", "did not find expected '!'",
      "found undefined tag handle":
      (message, range) = (Self.mark, context)
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context", "mapping keys are not allowed in this context",
      "did not find expected <document start>":
      let follows = scene.followsQuote
      (message, range) = (follows ? Self.afterQuote : Self.indentation, follows ? scene.toLineEnd(here.start) : here)
    case "did not find expected node content":
      (message, range) = (failure.context == "while parsing a flow node" ? Self.emptyFlow : Self.indentation, here)
    case "control characters are not allowed":
      (message, range) = (Self.control, here)
    case "did not find expected comment or line break", "found an indentation indicator equal to 0":
      (message, range) = (Self.blockHeader, here)
    default:
      (message, range) = (Self.other(failure), here)
    }
  }

  private static let colonInValue = Wording(
    zh: "没有加引号的文字里不能有“: ”（冒号加空格）；请把整段文字放进引号。",
    en: "unquoted text can't contain `: ` (colon and space); put the whole text in quotes")
  private static let indentedUnderValue = Wording(
    zh: "这里不能出现键：上一行已经有值，这一行却缩进得更深；请与同级的键左对齐，或给上面的文字加引号。",
    en:
      "no key can stand here: the line above has a value already; align this key with its siblings, or quote the text above"
  )
  private static let noColon = Wording(
    zh: "键的后面缺少冒号；请写成“键: 值”，冒号后空一格。",
    en: "a colon is missing after the key; write `key: value` with a space after the colon")
  private static let openQuote = Wording(
    zh: "从这里开始的引号没有闭合；请补上另一半引号。", en: "the quote that opens here is never closed; add the closing one")
  private static let escape = Wording(
    zh: "双引号里的 \\ 是转义符，不能这样用；请改用单引号，例如 '\\d+'。",
    en: "`\\` in double quotes is an escape, and this is no known one; use single quotes, as in '\\d+'")
  private static let mark = Wording(
    zh: "以 *、& 或 ! 开头的文字要加引号。", en: "text that starts with `*`, `&` or `!` must be quoted")
  private static let afterQuote = Wording(
    zh: "引号或括号闭合后面又有文字；请把整个值放进一对引号（里面的引号换成另一种）。",
    en: "there is text after the closing quote or bracket; put the whole value in one pair of quotes")
  private static let indentation = Wording(
    zh: "这一行与上文接不上；请检查缩进：同级的键或“- ”要左对齐，下级要多缩进两个空格。",
    en: "this line does not fit what is above; check the indentation: siblings align, children are two spaces deeper")
  private static let emptyFlow = Wording(
    zh: "“[”或“{”里缺少内容，或者没有闭合；请补全。", en: "something is missing inside `[` or `{`, or it is never closed")
  private static let control = Wording(
    zh: "文件里有控制字符；请删去。", en: "the file has a control character; remove it")
  private static let blockHeader = Wording(
    zh: "“|”或“>”后面不能再写文字；请换行，把文字缩进写在下面。",
    en: "nothing can follow `|` or `>` on the line; write the text below, indented")

  private static func openBracket(_ bracket: String, line: Int) -> Wording {
    let closing = bracket == "[" ? "]" : "}"
    return Wording(
      zh: "第 \(line) 行的“\(bracket)”没有闭合，或者这里缺少半角逗号；请补上“\(closing)”或“,”，含特殊符号的文字要加引号。",
      en:
        "the `\(bracket)` of line \(line) is not closed or a comma is missing; add `\(closing)` or `,`, and quote texts with special characters"
    )
  }

  private static func reserved(_ character: String) -> Wording {
    Wording(
      zh: "文字不能以“\(character)”开头；请加引号。", en: "text can't start with `\(character)`; quote it")
  }

  private static func other(_ failure: SyntaxFailure) -> Wording {
    let words = failure.context.isEmpty ? failure.problem : "\(failure.context): \(failure.problem)"
    return Wording(zh: "不是有效的 YAML（\(words)）。", en: "this is not valid YAML (\(words))")
  }
}

/// The lines around a syntax error, searched for the slips that people make.
private struct SyntaxScene {
  typealias Slip = (message: Wording, range: TextRange)

  let failure: SyntaxFailure
  let source: YAMLSource
  /// The line of the trouble, the line where its context began, and the line above, without repeats.
  private let lines: [TextRange]

  init(_ failure: SyntaxFailure, in source: YAMLSource) {
    let text = source.text
    self.failure = failure
    self.source = source
    let number = text.lines.line(of: failure.offset)
    var numbers = [number]
    if let context = failure.contextOffset.map({ text.lines.line(of: $0) }), context != number, context + 1 >= number {
      numbers.append(context)
    }
    if number > 1, !numbers.contains(number - 1) { numbers.append(number - 1) }
    lines = numbers.map { source.lineRange($0) }
  }

  private var text: DecodedText { source.text }

  var character: String {
    guard failure.offset < text.bytes.count else { return "" }
    var end = failure.offset + 1
    while end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return text.string(TextRange(failure.offset, end))
  }

  func toLineEnd(_ offset: Int) -> TextRange {
    TextRange(offset, max(offset + 1, source.lineRange(text.lines.line(of: offset)).end))
  }

  /// A tab in the indentation.
  var tab: Slip? {
    for line in lines.prefix(1) {
      var index = line.start
      while index < line.end, text.bytes[index] == 0x20 { index += 1 }
      guard index < line.end, text.bytes[index] == 0x09 else { continue }
      let message = Wording(
        zh: "缩进里有制表符（Tab）；YAML 只能用空格缩进，请换成空格。",
        en: "a tab in the indentation; YAML takes only spaces there, so replace it")
      return (message, TextRange(index, index + 1))
    }
    guard failure.problem.contains("tab character") || character == "\t" else { return nil }
    return (
      Wording(zh: "这里不能用制表符（Tab）；请换成空格。", en: "a tab can't stand here; replace it with spaces"),
      TextRange(failure.offset, failure.offset + 1)
    )
  }

  /// A text that starts with a variable: `{next_year}-04-01` is a mapping to YAML.
  var unquotedBrace: Slip? {
    guard let line = lines.first, let start = valueStart(line), text.bytes[start] == 0x7B || text.bytes[start] == 0x5B
    else { return nil }
    let closing: UInt8 = text.bytes[start] == 0x7B ? 0x7D : 0x5D
    guard let close = text.bytes[start..<line.end].firstIndex(of: closing), close < line.end - 1,
      failure.offset > start, !text.bytes[start..<close].contains(0x2C)
    else { return nil }
    var next = close + 1
    while next < line.end, text.bytes[next] == 0x20 { next += 1 }
    guard next < line.end, ![0x2C, 0x23, 0x5D, 0x7D].contains(text.bytes[next]) else { return nil }
    let value = TextRange(start, line.end)
    let words = clipped(text.string(value))
    return (
      Wording(
        zh: "以“\(text.string(TextRange(start, start + 1)))”开头的文字要加引号：\"\(words)\"",
        en: "text that starts with `\(text.string(TextRange(start, start + 1)))` must be quoted: \"\(words)\""), value
    )
  }

  /// A full-width colon where YAML wants its own.
  var wideColon: Slip? {
    guard isAboutKeys else { return nil }
    for line in lines {
      guard colon(in: line) == nil, let place = firstWideColon(in: line) else { continue }
      let message = Wording(
        zh: "这里是全角冒号；键和值之间要用半角冒号加空格（: ）。",
        en: "this is a full-width colon; write `: ` (half-width, then a space) between key and value")
      return (message, TextRange(place, place + 3))
    }
    return nil
  }

  /// `key:value`, which YAML takes for one word.
  var missingSpace: Slip? {
    guard isAboutKeys else { return nil }
    for line in lines {
      guard colon(in: line) == nil, let place = text.bytes[line.start..<line.end].firstIndex(of: 0x3A),
        place > line.start, place + 1 < line.end, text.bytes[line.start..<place].allSatisfy(isKeyByte)
      else { continue }
      let message = Wording(
        zh: "冒号后面缺少空格；请写成“键: 值”。", en: "the space after the colon is missing; write `key: value`")
      return (message, TextRange(place, place + 1))
    }
    return nil
  }

  /// Whether a colon and a space stand before the trouble on its line, after the key's own.
  var hasEarlierColon: Bool {
    guard let line = lines.first, let first = colon(in: line) else { return false }
    return first < failure.offset
  }

  /// What stands on the line before the trouble.
  var key: TextRange {
    guard let line = lines.first else { return TextRange(failure.offset, failure.offset) }
    var start = line.start
    while start < failure.offset, text.bytes[start] == 0x20 { start += 1 }
    return TextRange(start, max(failure.offset, start + 1))
  }

  /// Whether the trouble is what follows a closing quote or bracket on the same line.
  var followsQuote: Bool {
    guard let line = lines.first else { return false }
    var index = failure.offset
    while index > line.start, text.bytes[index - 1] == 0x20 { index -= 1 }
    return index > line.start && [0x22, 0x27, 0x5D, 0x7D].contains(text.bytes[index - 1])
  }

  private var isAboutKeys: Bool {
    switch failure.problem {
    case "could not find expected ':'", "did not find expected key", "mapping values are not allowed in this context",
      "did not find expected '-' indicator", "did not find expected <document start>":
      true
    default:
      false
    }
  }

  /// Where the value of a line `key: value` or `- value` starts.
  private func valueStart(_ line: TextRange) -> Int? {
    var start = line.start
    while start < line.end, text.bytes[start] == 0x20 || text.bytes[start] == 0x2D { start += 1 }
    if start < line.end, text.bytes[start] != 0x7B, text.bytes[start] != 0x5B, let colon = colon(in: line) {
      start = colon + 1
      while start < line.end, text.bytes[start] == 0x20 { start += 1 }
    }
    return start < line.end ? start : nil
  }

  /// The first colon of a line that a space or the line's end follows.
  private func colon(in line: TextRange) -> Int? {
    text.bytes[line.start..<line.end].indices.first { index in
      text.bytes[index] == 0x3A && (index + 1 == line.end || text.bytes[index + 1] == 0x20)
    }
  }

  private func firstWideColon(in line: TextRange) -> Int? {
    text.bytes[line.start..<line.end].indices.first { index in
      text.bytes[index] == 0xEF && index + 2 < line.end && text.bytes[index + 1] == 0xBC
        && text.bytes[index + 2] == 0x9A
    }
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2D, 0x5F, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: byte >= 0x80
    }
  }
}
