import SourceText

/// The line of a document around a place, cut to a width so that the place itself is seen.
struct Excerpt {
  var before: String
  var match: String
  var after: String

  /// Cuts the line in which `range` begins to `columns`.
  init(of range: TextRange, in text: DecodedText, columns: Int) {
    let line = text.lines.line(of: range.start)
    let from = text.lines.starts[line - 1]
    var to = line < text.lines.starts.count ? text.lines.starts[line] : text.bytes.count
    while to > from, text.bytes[to - 1] == 0x0A || text.bytes[to - 1] == 0x0D { to -= 1 }
    // A line can be as long as the document; three bytes a column are all that can be shown.
    let reach = 3 * columns + 8
    let start = min(range.start, to)
    let end = min(max(range.end, start), to)
    let first = Excerpt.atCharacter(max(from, start - reach), in: text.bytes)
    let last = Excerpt.atCharacter(min(to, end + reach), in: text.bytes)
    let cut = Excerpt.atCharacter(min(end, start + reach), in: text.bytes)
    before = Excerpt.plain(text, first, start)
    match = Excerpt.plain(text, start, cut)
    after = cut < end ? "" : Excerpt.plain(text, end, last)
    before = String(before.drop { $0 == " " || $0 == "\u{3000}" })

    let wanted = displayWidth(before) + displayWidth(match) + displayWidth(after)
    if wanted <= columns && cut == end { return }
    let context = max(columns / 5, 8)
    match = ConsoleText.clipped(match, to: max(columns - 2 * context, columns / 2))
    var room = columns - displayWidth(match)
    before = ConsoleText.clippedAtStart(before, to: min(room, max(context, room - displayWidth(after))))
    room -= displayWidth(before)
    after = ConsoleText.clipped(after, to: room)
  }

  private static func plain(_ text: DecodedText, _ start: Int, _ end: Int) -> String {
    ConsoleText.harmless(text.string(TextRange(start, max(start, end))))
  }

  /// The offset, or the start of the character that it lies in.
  private static func atCharacter(_ offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
