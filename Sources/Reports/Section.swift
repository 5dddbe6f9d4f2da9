public import SourceText

/// A part of the report with a heading of its own.
public struct Section: Hashable, Sendable {
  /// The position of the section above it in `Report.sections`, or nil at the top.
  public var parent: Int?
  /// Depth from 1, by numbering style: 一、 above （一） above 1. above （1）, in the styles that the report uses.
  public var level: Int
  public var numbering: Numbering?
  /// The heading with its number, without text that runs on after it.
  public var heading: FoldedRange
  public var style: Style
  /// The text between this heading and the next of any level; a run-in heading's own text included.
  public var body: FoldedRange
  /// Heading, body and all sections below.
  public var extent: FoldedRange

  public enum Style: String, Sendable {
    /// Alone on its line.
    case standalone
    /// Ends in 。 or ： with its text after it on the line.
    case runIn
    /// A numbered paragraph whose first sentence does not stand out: its heading is the number and that sentence.
    case paragraph
  }
}

/// A heading's number.
public struct Numbering: Hashable, Sendable {
  public var style: Style
  public var number: Int
  /// The number with its punctuation.
  public var range: FoldedRange

  /// The styles of official documents, from the top down (GB/T 9704-2012, 7.3.3).
  public enum Style: Int, CaseIterable, Sendable, Comparable {
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

    public static func < (left: Style, right: Style) -> Bool { left.rawValue < right.rawValue }
  }
}
