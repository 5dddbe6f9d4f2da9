/// A document's text in the one spelling that rules are compared with, and the way back to the author's characters.
///
/// Width, spaces inside Chinese text, soft line breaks and the shapes of quotes and dashes are folded away:
/// `（２０２４—２０２５年）` and `(2024-2025 年)` read the same, and so do `二〇二四年` and `2024年`.
/// Blocks are separated by one LF. The author's characters are never changed: `source(_:)` leads back to them.
public struct FoldedText: Sendable {
  /// The folded text, valid UTF-8.
  public let bytes: [UInt8]
  /// Where each block of the document lies in `bytes`, in reading order; the LF between two blocks belongs to neither.
  public let blocks: [FoldedRange]
  /// Where the stretches beside the text lie in `bytes`, behind all blocks and parted like them.
  public let asides: [FoldedRange]
  private let map: SourceMap

  /// Folds the blocks of a text.
  ///
  /// - Parameters:
  ///   - text: the decoded text.
  ///   - blocks: the parts of the text that are read, ascending, not overlapping.
  ///   - dropped: stretches inside blocks that are no text (soft line breaks, Markdown marks), ascending,
  ///     not overlapping.
  ///   - asides: what stands behind the blocks and beside the text, such as a file's properties, in the same order.
  public init(_ text: DecodedText, blocks: [TextRange], dropped: [TextRange] = [], asides: [TextRange] = []) {
    var folder = Folder(sourceCount: text.bytes.count, blockCount: blocks.count + asides.count)
    folder.fold(text.bytes, blocks: blocks + asides, dropped: dropped)
    self.bytes = folder.bytes
    self.blocks = Array(folder.blocks.prefix(blocks.count))
    self.asides = Array(folder.blocks.dropFirst(blocks.count))
    self.map = folder.map
  }

  /// Where the last block ends.
  public var end: Int { blocks.last?.end ?? 0 }

  /// The author's characters behind a folded range, from the first character to the last.
  ///
  /// An empty range leads to an empty range. The LF between two blocks stands for all that lies between them.
  public func source(_ range: FoldedRange) -> TextRange {
    let start = max(0, min(range.start, bytes.count))
    let end = min(range.end, bytes.count)
    if end <= start {
      let place = start < bytes.count ? map.start(of: start) : map.end(of: start)
      return TextRange(place, place)
    }
    return TextRange(map.start(of: start), map.end(of: end))
  }

  /// The folded characters of a range.
  public func string(_ range: FoldedRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}

extension FoldedText {
  /// A phrase of a rule in the spelling of folded texts.
  ///
  /// Empty when nothing of the phrase is left, which no text can match.
  public static func fold(_ phrase: String) -> [UInt8] {
    let bytes = Array(phrase.utf8)
    // Most phrases are plain Chinese words.
    if Folder.endOfCopiedRun(bytes.span, from: 0, to: bytes.count) == bytes.count { return bytes }
    var folder = Folder(sourceCount: bytes.count, blockCount: 1)
    folder.fold(bytes, blocks: [TextRange(0, bytes.count)], dropped: [])
    return folder.bytes
  }
}
