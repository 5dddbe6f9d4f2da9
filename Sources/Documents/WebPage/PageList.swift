/// A list that is open while a page is read, and the numbers that a browser shows before its items.
struct PageList {
  /// Nil where nothing, or nothing but dots, is shown.
  private var format: NumberFormat?
  private var next: Int

  /// A list of dots.
  static let unordered = PageList()

  private init() {
    next = 1
  }

  /// Opens an `ol` by its attributes `type`, `start` and `style`.
  init(_ attributes: HTMLAttributes) {
    next = attributes["start"].flatMap { Int($0) } ?? 1
    let style = attributes["style"].map { $0.lowercased() } ?? ""
    if let named = Self.styles.first(where: { style.contains($0.name) }) {
      format = named.format
    } else {
      format =
        switch attributes["type"] {
        case "a": .lowerLetter
        case "A": .upperLetter
        case "i": .lowerRoman
        case "I": .upperRoman
        case _: .decimal
        }
    }
  }

  /// Values of `list-style-type`; a longer name stands before one that it holds.
  private static let styles: [(name: String, format: NumberFormat?)] = [
    ("cjk-ideographic", .chineseThousand), ("simp-chinese-informal", .chineseThousand),
    ("trad-chinese-informal", .chineseThousand), ("cjk-decimal", .chineseDigital),
    ("simp-chinese-formal", .chineseLegal), ("cjk-heavenly-stem", .heavenlyStems),
    ("cjk-earthly-branch", .earthlyBranches),
    ("lower-alpha", .lowerLetter), ("lower-latin", .lowerLetter), ("upper-alpha", .upperLetter),
    ("upper-latin", .upperLetter), ("lower-roman", .lowerRoman), ("upper-roman", .upperRoman),
    ("decimal-leading-zero", .padded(2)), ("list-style-type:none", nil), ("list-style-type: none", nil),
    ("list-style:none", nil), ("list-style: none", nil), ("disc", nil), ("circle", nil), ("square", nil),
  ]

  /// What stands before the next item, whose attribute `value` may set its number; empty for a list of dots.
  mutating func label(_ attributes: HTMLAttributes) -> String {
    guard let format else { return "" }
    let number = attributes["value"].flatMap { Int($0) } ?? next
    next = number &+ 1
    guard number >= 0 else { return String(number) + "." }
    switch format {
    case .chineseThousand, .chineseDigital, .chineseLegal, .heavenlyStems, .earthlyBranches:
      return format.text(number) + "、"
    case .bullet, .none, .decimal, .padded, .fullWidth, .upperRoman, .lowerRoman, .upperLetter, .lowerLetter,
      .chineseCounting, .circled, .parenthesised, .fullStop, .circledChinese, .parenthesisedChinese:
      return format.text(number) + "."
    }
  }
}
