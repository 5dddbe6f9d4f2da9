import SourceText

/// What one line takes, from which a text's wrapping is told.
struct LineMeasure {
  /// Columns of the whole line with its indentation, or nil for a line that was not wrapped: too long, or cells of a table.
  var width: Int?
  var indentation = 0
  /// Columns of what could not be parted from the start of the line: a word, or a character with its punctuation.
  var firstUnit = 0
  /// Length in bytes of a heading's number.
  var number = 0
  /// Commas and full stops inside the line, of which running text has many and lists and titles have few.
  var pauses = 0
}

extension LineMeasure {
  /// Measures a line; one of more than `longest` bytes has no width.
  init(of line: SourceLine, _ reader: ScalarReader, longest: Int) {
    indentation = reader.indentation(of: TextRange(line.start, min(line.range.start, line.start + longest)))
    number = HeadingNumber.length(at: line.range, in: reader)
    firstUnit = reader.firstUnitColumns(of: line.range)
    guard line.range.count <= longest else { return }
    var columns = indentation
    var bars = 0
    var last: UInt8 = 0
    for byte in reader.bytes[line.range.start..<line.range.end] {
      columns += (byte & 0xC0 != 0x80 ? 1 : 0) + (byte >= 0xE0 ? 1 : 0)
      if byte == UInt8(ascii: "|") || byte == 0x09 { bars += 1 }
      // 。 is E3 80 82 and ， is EF BC 8C; pages often have an ASCII comma for it.
      if byte == 0x82 && last == 0x80 || byte == 0x8C && last == 0xBC || last == UInt8(ascii: ",") { pauses += 1 }
      if last == UInt8(ascii: "."), byte == 0x20 { pauses += 1 }
      last = byte
    }
    if last == 0x82 || last == 0x8C { pauses = max(0, pauses - 1) }
    if bars == 0 { width = columns }
  }
}

extension ScalarReader {
  /// The columns of a range: two for a Chinese character or full-width sign, one for others.
  func columns(_ range: TextRange) -> Int {
    var columns = 0
    for byte in bytes[range.start..<range.end] {
      columns += (byte & 0xC0 != 0x80 ? 1 : 0) + (byte >= 0xE0 ? 1 : 0)
    }
    return columns
  }

  /// The columns of what can't be parted at the start of a range: opening brackets, then a word of ASCII or one wide
  /// character, then the punctuation that may not start a line.
  func firstUnitColumns(of range: TextRange) -> Int {
    let limit = min(range.end, range.start + 120)
    var offset = range.start
    while let next = scalar(at: offset, before: limit), Self.opens(next.value) { offset += next.length }
    if let next = scalar(at: offset, before: limit) {
      offset += next.length
      if next.value < 0x80 {
        while offset < limit, (0x21...0x7E).contains(bytes[offset]) { offset += 1 }
      }
    }
    while let next = scalar(at: offset, before: limit), Self.closes(next.value) { offset += next.length }
    return columns(TextRange(range.start, offset))
  }

  /// （《“‘〈「『【〔 and their ASCII kin.
  private static func opens(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF08, 0x300A, 0x201C, 0x2018, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, 0x28, 0x5B: true
    case _: false
    }
  }

  /// 、。〉》」』】〕，．：；！？）”’% and their ASCII kin.
  private static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F,
      0xFF09, 0x201D, 0x2019, 0x25, 0xFF05, 0x29, 0x5D, 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F:
      true
    case _: false
    }
  }
}
