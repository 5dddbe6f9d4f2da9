/// A document's text in the one spelling that rules are compared with, and the way back to the author's characters.
///
/// Width, spaces inside Chinese text, soft line breaks and the shapes of quotes and dashes are folded away: `（２０２４—２０２５年）` and `(2024-2025 年)` read the same.
/// Blocks are separated by one LF. The author's characters are never changed: `source(_:)` leads back to them.
package struct FoldedText: Sendable {
  /// The folded text, valid UTF-8.
  package let bytes: [UInt8]
  /// Where each block of the document lies in `bytes`, in reading order; the LF between two blocks belongs to neither.
  package let blocks: [FoldedRange]
  let origins: [Int]
  let source: DecodedText

  /// Folds the blocks of a text.
  ///
  /// - Parameters:
  ///   - text: the decoded text.
  ///   - blocks: the parts of the text that are read, ascending, not overlapping.
  ///   - dropped: stretches inside blocks that are no text (soft line breaks, Markdown marks), ascending, not overlapping.
  package init(_ text: DecodedText, blocks: [TextRange], dropped: [TextRange] = []) {
    fatalError("helper B")
  }

  /// The author's characters behind a folded range.
  package func source(_ range: FoldedRange) -> TextRange {
    fatalError("helper B")
  }

  /// The folded characters of a range.
  package func string(_ range: FoldedRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}

extension FoldedText {
  /// A phrase of a rule in the spelling of folded texts.
  ///
  /// Empty when nothing of the phrase is left, which no text can match.
  package static func fold(_ phrase: String) -> [UInt8] {
    fatalError("helper B")
  }
}
