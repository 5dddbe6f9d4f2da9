/// A heading whose number leaves out a level: 一、 and below it 1. without （一）.
public struct LevelSkip: Hashable, Sendable {
  /// The first section below its parent that skips.
  public var section: Int
  /// The highest style that was left out.
  public var expected: Numbering.Style
  public var found: Numbering.Style
  /// Whether a section beside the parent has the style that is left out here.
  public var isUsedBeside: Bool

  /// The skipped levels among `sections`, in reading order (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）).
  public static func skips(in sections: [Section]) -> [LevelSkip] {
    let styleCount = Numbering.Style.allCases.count
    // For each section a bit for each style among its children, and for each style the same over all sections with it.
    var below = Array(repeating: 0, count: sections.count)
    var belowStyle = Array(repeating: 0, count: styleCount)
    for section in sections {
      guard let parent = section.parent, let numbering = section.numbering else { continue }
      below[parent] |= 1 << numbering.style.rawValue
      if let above = sections[parent].numbering { belowStyle[above.style.rawValue] |= 1 << numbering.style.rawValue }
    }
    var skips: [LevelSkip] = []
    var reported = Array(repeating: false, count: sections.count)
    for (index, section) in sections.enumerated() {
      guard let parent = section.parent, !reported[parent], let numbering = section.numbering,
        let above = sections[parent].numbering, let expected = Numbering.Style(rawValue: above.style.rawValue + 1),
        numbering.style > expected, numbering.style <= .arabicParenthesised,
        below[parent] & (1 << expected.rawValue) == 0
      else { continue }
      reported[parent] = true
      skips.append(
        LevelSkip(
          section: index, expected: expected, found: numbering.style,
          isUsedBeside: belowStyle[above.style.rawValue] & (1 << expected.rawValue) != 0))
    }
    return skips
  }
}
