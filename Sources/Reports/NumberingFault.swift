public import SourceText

/// A heading whose number does not follow from those before it.
public struct NumberingFault: Hashable, Sendable {
  /// The position of the section in `Report.sections`.
  public var section: Int
  public var kind: Kind
  public var style: Numbering.Style
  /// The number that would be right there.
  public var expected: Int
  public var found: Int

  /// How a number can be wrong.
  public enum Kind: String, CaseIterable, Sendable {
    /// 一、 then 三、
    case gap
    /// 二、 then 二、
    case repeated
    /// 三、 then 二、
    case backward
    /// The first heading of its parent is not 一.
    case missingFirst = "missing-first"
    /// Numbers run on here and start anew elsewhere in the same part of the report.
    case mixed
  }

  /// The faults among `sections`, in reading order.
  ///
  /// Below the top, numbers may start anew under each parent or run on from one to the next, but not both.
  /// A number that the running text has (一、…;二、…) is not missing.
  /// Items of a numbered list count for less than headings: one alone is evidence of nothing.
  public static func faults(in sections: [Section], text: FoldedText) -> [NumberingFault] {
    var finder = NumberingFaultFinder(sections: sections, text: text)
    return finder.faults()
  }
}

extension Numbering {
  /// A number in Chinese characters: 三, 十二; in digits when it lies outside 1…99.
  public static func numeral(_ number: Int) -> String { ChineseNumeral.written(number) }
}

extension Numbering.Style {
  /// A number as headings of this style show it: 三、 （三） 3. （3） ③
  public func written(_ number: Int) -> String {
    switch self {
    case .part: "第" + ChineseNumeral.written(number)
    case .chinese: ChineseNumeral.written(number) + "、"
    case .chineseParenthesised: "（" + ChineseNumeral.written(number) + "）"
    case .arabic: "\(number)."
    case .arabicParenthesised: "（\(number)）"
    case .circled: circledSign(number)
    }
  }
}

private func circledSign(_ number: Int) -> String {
  guard (1...20).contains(number), let scalar = Unicode.Scalar(UInt32(0x245F + number)) else { return "\(number)" }
  return String(Character(scalar))
}
