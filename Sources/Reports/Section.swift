package import SourceText

/// A part of the report with a heading of its own.
package struct Section: Hashable, Sendable {
  /// The position of the section above it in `Report.sections`, or nil at the top.
  package var parent: Int?
  /// Depth from 1, by numbering style: 一、 above （一） above 1. above （1）, in the styles that the report uses.
  package var level: Int
  package var numbering: Numbering?
  /// The heading with its number, without text that runs on after it.
  package var heading: FoldedRange
  package var style: Style
  /// The text between this heading and the next of any level; a run-in heading's own text included.
  package var body: FoldedRange
  /// Heading, body and all sections below.
  package var extent: FoldedRange

  package enum Style: String, Sendable {
    /// Alone on its line.
    case standalone
    /// Ends in 。 or ： with its text after it on the line.
    case runIn
    /// A numbered paragraph whose first sentence does not stand out: its heading is the number and that sentence.
    case paragraph
  }
}

/// A heading's number.
package struct Numbering: Hashable, Sendable {
  package var style: Style
  package var number: Int
  /// The number with its punctuation.
  package var range: FoldedRange

  /// The styles of official documents, from the top down (GB/T 9704-2012, 7.3.3).
  package enum Style: Int, CaseIterable, Sendable, Comparable {
    /// 第一部分, 第一章
    case part
    /// 一、
    case chinese
    /// （一）
    case chineseParenthesised
    /// 1. 1、 1．
    case arabic
    /// （1） 1）
    case arabicParenthesised
    /// ①
    case circled

    package static func < (left: Style, right: Style) -> Bool { left.rawValue < right.rawValue }
  }
}
