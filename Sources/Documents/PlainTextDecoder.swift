import SourceText

/// Plain text: each line is a paragraph, unless a program has broken the paragraphs into lines of one width.
func plainTextBlocks(of text: DecodedText, limits: DocumentLimits) throws(DocumentError) -> DocumentParts {
  var lines: [SourceLine] = []
  lines.reserveCapacity(min(text.lines.starts.count, 4096))
  var followsBlank = true
  for (start, range) in RawLines(of: text) {
    if range.isEmpty {
      followsBlank = true
      continue
    }
    lines.append(SourceLine(start: start, range: range, kind: .paragraph, followsBlank: followsBlank))
    followsBlank = false
    try limits.check(lines: lines.count)
  }
  return try joinedBlocks(of: lines, in: text, limits: limits)
}
