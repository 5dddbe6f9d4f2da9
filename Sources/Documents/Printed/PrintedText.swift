import SourceText

/// The text of a document that was laid out for paper, as its format has it: runs of characters with their places on pages.
///
/// PDF and OFD know where characters stand and nothing of paragraphs, headings or page numbers; those are told from here on
/// by the places alone, in one way for both.
struct PrintedText {
  /// The characters of all pieces, valid UTF-8.
  var bytes: [UInt8] = []
  var pieces: [PrintedPiece] = []
  var pages: [PrintedPage] = []
}

/// A page and the pieces on it, in the order of the file.
struct PrintedPage {
  /// In points, or whatever unit the format measures in; the same for all pages of a document.
  var height: Double
  var pieces: Range<Int>
}

/// A box on a page, measured from its upper left corner.
struct PageBox: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (left + right) / 2 }

  func joined(with other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Whether two boxes stand on one line: they share half the height of the lower one.
  func isBeside(_ other: PageBox) -> Bool {
    min(bottom, other.bottom) - max(top, other.top) >= min(height, other.height) / 2
  }
}

/// A run of characters on one line, without a wide gap.
struct PrintedPiece {
  /// In the bytes of the printed text.
  var text: TextRange
  var box: PageBox
  /// The width of a Chinese character, which is the size of the font; 0 where there is nothing to tell it from.
  var em: Double
}

extension PrintedText {
  /// Puts a word of the current page behind the last piece when it stands beside it, else begins a piece with it.
  ///
  /// - Parameters:
  ///   - isNewLine: whether the format says that the word begins a line.
  ///   - em: the size of the font, where the format states it.
  mutating func append(_ word: Span<UInt8>, box: PageBox, isNewLine: Bool, em: Double = 0) {
    let start = bytes.count
    var wide = 0
    var columns = 0
    for index in word.indices {
      let byte = word[index]
      bytes.append(byte)
      if byte & 0xC0 != 0x80 { columns += byte >= 0xE2 ? 2 : 1 }
      if byte >= 0xE3, byte < 0xF0 { wide += 1 }
    }
    if start == bytes.count { return }
    var piece = PrintedPiece(text: TextRange(start, bytes.count), box: box, em: em)
    // Digits and letters are of many widths; Chinese characters are as wide as the font is large.
    if em == 0, wide > 0, wide * 2 == columns { piece.em = box.width / Double(wide) }
    guard !isNewLine, let last = pieces.last, let page = pages.last, page.pieces.upperBound > page.pieces.lowerBound
    else {
      pieces.append(piece)
      pages[pages.count - 1].pieces = pages[pages.count - 1].pieces.lowerBound..<pieces.count
      return
    }
    merge(piece, into: last)
  }

  private mutating func merge(_ piece: PrintedPiece, into last: PrintedPiece) {
    var merged = last
    if needsSpace(between: last, and: piece) {
      bytes.insert(0x20, at: piece.text.start)
      merged.text.end = piece.text.end + 1
    } else {
      merged.text.end = piece.text.end
    }
    merged.box = last.box.joined(with: piece.box)
    // The longest run tells the size best: justified lines stretch some gaps and not others.
    if piece.em > 0, last.em == 0 || piece.text.count > last.text.count { merged.em = piece.em }
    pieces[pieces.count - 1] = merged
  }

  /// Whether the gap between two neighbours on a line is a space that the author typed.
  ///
  /// Between Chinese characters and Latin ones layout programs leave a quarter of an em by themselves.
  func needsSpace(between left: PrintedPiece, and right: PrintedPiece) -> Bool {
    guard left.text.end > 0, left.text.end <= bytes.count, right.text.start < bytes.count else { return false }
    let (before, after) = (bytes[left.text.end - 1], bytes[right.text.start])
    if before == 0x20 || after == 0x20 { return false }
    let em = max(left.em, right.em, min(left.box.height, right.box.height) * 0.7)
    let gap = (right.box.left - left.box.right) / em
    switch (before < 0x80, after < 0x80) {
    case (true, true): return gap > 0.1
    case (false, false): return gap > 0.22
    case (true, false), (false, true): return gap > 0.35
    }
  }
}
