/// The number of a line, in words that a reader of the file understands: Word counts no lines, yet has paragraphs.
package struct LineNumber: Hashable, Sendable {
  /// From 1.
  package var number: Int
  package var unit: Unit

  /// What is counted.
  package enum Unit: Hashable, Sendable {
    case lines
    case paragraphs

    /// One of them: 行, line.
    package var words: Wording {
      switch self {
      case .lines: Wording(zh: "行", en: "line")
      case .paragraphs: Wording(zh: "段", en: "paragraph")
      }
    }
  }

  package init(_ number: Int, of unit: Unit) {
    self.number = number
    self.unit = unit
  }

  /// 第15行
  package var zh: String { "第\(number)\(unit.words.zh)" }
  /// line 15
  package var en: String { "\(unit.words.en) \(number)" }
  /// on line 15
  package var whereInEnglish: String { (unit == .lines ? "on " : "in ") + en }
}
