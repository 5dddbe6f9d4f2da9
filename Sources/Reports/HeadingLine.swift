import SourceText

/// A block that is, or begins with, a heading.
struct HeadingLine {
  /// The block's place among the blocks of the body.
  var position: Int
  var numbering: Numbering?
  var style: Section.Style
  /// The heading with its number.
  var heading: FoldedRange
  /// The level that the document's format gives it, from 1.
  var markedLevel: Int?
}
