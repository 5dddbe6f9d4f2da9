import SourceText

/// The figures of one sentence, and which of them stand in brackets.
struct FigureSentence {
  var range: FoldedRange
  /// Those outside brackets: where none stand in brackets, as in most sentences, a part of the report's own array.
  var figures: ArraySlice<Figure>
  var groups: [Group]

  /// Figures in one pair of brackets.
  struct Group {
    /// The figure that stands directly before the bracket.
    var whole: Figure?
    var range: FoldedRange
    var figures: [Figure]
  }

  /// Figures that are read as one sentence, such as those of a bracket with the one before it.
  init(range: FoldedRange, figures: ArraySlice<Figure>) {
    self.range = range
    self.figures = figures
    groups = []
  }

  /// - Parameter bracket: where the first bracket opens that does not open before the sentence.
  init(_ text: FoldedText, range: FoldedRange, figures: ArraySlice<Figure>, bracket: Int) {
    self.range = range
    self.figures = figures
    groups = []
    guard figures.count > 1, let last = figures.last, bracket < last.range.start else { return }
    let bytes = text.bytes.span
    var index = max(range.start, bracket)
    self.figures = []
    var opening: Int?
    var inside: [Figure] = []
    for figure in figures {
      while index < figure.range.start {
        if bytes[index] == 0x28, opening == nil {
          opening = index
        } else if bytes[index] == 0x29, let start = opening {
          close(start, index, inside)
          opening = nil
          inside = []
        }
        index += 1
      }
      if opening == nil { self.figures.append(figure) } else { inside.append(figure) }
    }
    if let opening { close(opening, range.end, inside) }
  }

  private mutating func close(_ start: Int, _ end: Int, _ inside: [Figure]) {
    guard !inside.isEmpty else { return }
    let before = figures.last.flatMap { start - $0.range.end <= 30 ? $0 : nil }
    groups.append(Group(whole: before, range: FoldedRange(start, end), figures: inside))
  }
}
