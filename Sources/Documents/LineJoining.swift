import SourceText

/// Makes blocks of lines: one of each, or in a text that was wrapped at a fixed width, one of each run of lines that belong
/// together, whose line ends and indentations are then dropped.
func joinedBlocks(
  of lines: [SourceLine], in text: DecodedText, limits: DocumentLimits
) throws(DocumentError) -> DocumentParts {
  var parts = DocumentParts()
  parts.blocks.reserveCapacity(lines.count)
  let reader = ScalarReader(bytes: text.bytes)
  let wrapping = HardWrapping(of: lines, reader)
  var open = 0
  for index in lines.indices {
    let line = lines[index]
    if index > 0, let wrapping, wrapping.continues(lines, from: index - 1, blockStartingAt: open, reader) {
      parts.blocks[parts.blocks.count - 1].range.end = line.range.end
      dropBreak(between: lines[index - 1].range, and: line.range, reader, from: &parts)
      continue
    }
    open = index
    parts.blocks.append(Block(kind: line.kind, range: line.range, followsBlank: line.followsBlank))
    if parts.blocks.count > limits.blocks { throw DocumentError(.tooManyBlocks(limit: limits.blocks)) }
  }
  return parts
}

/// Drops what lies between two joined lines, but leaves one character of white space between two words of ASCII letters.
private func dropBreak(
  between line: TextRange, and next: TextRange, _ reader: ScalarReader, from parts: inout DocumentParts
) {
  let bytes = reader.bytes
  let gap = TextRange(line.end, next.start)
  let separatesWords = bytes[line.end - 1] < 0x80 && bytes[next.start] < 0x80 && !breaksNumber(line, next, bytes)
  guard separatesWords, let lineEnd = bytes[gap.start..<gap.end].lastIndex(where: { (0x0A...0x0D).contains($0) })
  else {
    parts.dropped.append(gap)
    return
  }
  if gap.start < lineEnd { parts.dropped.append(TextRange(gap.start, lineEnd)) }
  if lineEnd + 1 < gap.end { parts.dropped.append(TextRange(lineEnd + 1, gap.end)) }
}

/// Whether the line break falls into a number, as programs that count only columns make it.
///
/// In 办理12 | 34件 the digits are one number, for Chinese texts never have two without a word between them.
func breaksNumber(_ line: TextRange, _ next: TextRange, _ bytes: [UInt8]) -> Bool {
  func isNumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }
  var before = line.end
  while before > line.start, isNumeric(bytes[before - 1]) { before -= 1 }
  var after = next.start
  while after < next.end, isNumeric(bytes[after]) { after += 1 }
  if after < next.end, bytes[after] == UInt8(ascii: "%") { after += 1 }
  return before < line.end && after > next.start
    && before > line.start && bytes[before - 1] >= 0x80
    && after < next.end && bytes[after] >= 0x80
}

extension DocumentLimits {
  /// Refuses a text with so many lines that no joining could bring its blocks below the limit in reasonable memory.
  func check(lines: Int) throws(DocumentError) {
    if lines / 8 > blocks { throw DocumentError(.tooManyBlocks(limit: blocks)) }
  }
}
