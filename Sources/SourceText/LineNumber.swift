/// The number of a line, in words that a reader of the file understands: Word counts no lines, yet has paragraphs.
public struct LineNumber: Hashable, Sendable {
  /// From 1.
  public var number: Int
  /// What is counted: paragraphs of Word documents, lines of all others.
  public var unit: Unit

  /// What is counted.
  public enum Unit: Hashable, Sendable {
    case lines
    case paragraphs

    /// One of them: 行, line.
    public var words: Wording {
      switch self {
      case .lines: Wording(zh: "行", en: "line")
      case .paragraphs: Wording(zh: "段", en: "paragraph")
      }
    }
  }

  /// The number of a line or a paragraph, from 1.
  public init(_ number: Int, of unit: Unit) {
    self.number = number
    self.unit = unit
  }

  /// 第15行
  public var zh: String { "第\(number)\(unit.words.zh)" }
  /// line 15
  public var en: String { "\(unit.words.en) \(number)" }
  /// on line 15
  public var whereInEnglish: String { (unit == .lines ? "on " : "in ") + en }
}
