import SourceText

/// The figures of one sentence, and which of them stand in brackets.
struct FigureSentence {
  var range: FoldedRange
  /// Those outside brackets.
  var figures: [Figure]
  var groups: [Group]

  /// Figures in one pair of brackets.
  struct Group {
    /// The figure that stands directly before the bracket.
    var whole: Figure?
    var range: FoldedRange
    var figures: [Figure]
  }

  init(_ text: FoldedText, range: FoldedRange, figures: ArraySlice<Figure>) {
    self.range = range
    self.figures = []
    groups = []
    guard figures.count > 1 else {
      self.figures = Array(figures)
      return
    }
    let bytes = text.bytes.span
    var opening: Int?
    var index = range.start
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
