import SourceText

/// Markdown as authors of reports write it: headings, bullets, quotes, tables, bold and links are understood, a line is a
/// paragraph as in plain text, and `1.` at the start of a line stays, for it is the number of a heading.
///
/// CommonMark would make one paragraph of neighbouring lines and code of lines indented by four spaces; Chinese authors mean
/// neither.
func markdownBlocks(of text: DecodedText, limits: DocumentLimits) throws(DocumentError) -> DocumentParts {
  var scanner = MarkdownLines(text)
  for (start, range) in RawLines(of: text) {
    scanner.read(start: start, range)
    try limits.check(lines: scanner.lines.count)
  }
  let joined = try joinedBlocks(of: scanner.lines, in: text, limits: limits)

  var parts = DocumentParts()
  parts.blocks.reserveCapacity(joined.blocks.count)
  var inline = MarkdownInline(bytes: text.bytes)
  var breaks = joined.dropped[...]
  var verbatim = scanner.verbatim[...]
  for var block in joined.blocks {
    inline.dropped.removeAll(keepingCapacity: true)
    if verbatim.first == block.range.start {
      verbatim.removeFirst()
    } else {
      inline.read(&block)
    }
    while let next = breaks.first, next.start < block.range.end {
      inline.dropped.append(next)
      breaks.removeFirst()
    }
    inline.mergeDropped()
    // A line of nothing but an image or tags is no block.
    guard inline.leavesText(of: block.range) else { continue }
    parts.blocks.append(block)
    parts.dropped += inline.dropped
  }
  return parts
}
