public import SourceText

/// What a figure is of: 受理行政复议申请218件 counts 行政复议申请, and the act is 受理.
public struct FigureReading: Hashable, Sendable {
  /// What was done.
  public var act: FoldedRange?
  /// What is counted; where the figure's own clause does not say, what the figure before it counts.
  public var counted: FoldedRange?

  public init(act: FoldedRange? = nil, counted: FoldedRange? = nil) {
    self.act = act
    self.counted = counted
  }
}

extension FigureRelations {
  /// The readings of figures, in their order.
  ///
  /// Made only where they are shown: rules compare figures by the words around them.
  func readings(of figures: [Figure], in text: FoldedText, sentences: [FoldedRange]) -> [FigureReading] {
    let bytes = text.bytes.span
    var readings: [FigureReading] = []
    var last: (sentence: Int, measure: Figure.Measure, counted: FoldedRange)?
    for figure in figures {
      let sentence = sentences.partitioningIndex { $0.start > figure.range.start }
      var subject = withoutYear(figure.subject, bytes)
      let act = acts.first(bytes, in: subject)
      if let act { subject.start = act.end }
      subject = withoutYear(subject, bytes)
      var counted: FoldedRange? = subject.isEmpty ? behind(figure, bytes) : subject
      if counted == nil, let last, last.sentence == sentence, last.measure == figure.measure { counted = last.counted }
      if let counted { last = (sentence, figure.measure, counted) }
      readings.append(FigureReading(act: act, counted: counted))
    }
    return readings
  }

  /// A subject without the words of the year that stand before it: 受理行政复议申请 of 2024年全年共受理行政复议申请.
  func withoutYear(_ subject: FoldedRange, _ bytes: Span<UInt8>) -> FoldedRange {
    var subject = subject
    while subject.start < subject.end {
      if let word = yearly.longest(bytes, at: subject.start, to: subject.end) {
        subject.start += word.count
      } else if (0x30...0x39).contains(bytes[subject.start]) || bytes[subject.start] == 0x20 {
        subject.start += 1
      } else {
        break
      }
    }
    return subject
  }

  /// The words behind a figure in its clause: 115件人大代表建议.
  private func behind(_ figure: Figure, _ bytes: Span<UInt8>) -> FoldedRange? {
    var end = figure.range.end
    while end + 3 <= bytes.count, end < figure.range.end + 60 {
      let byte = bytes[end]
      if byte == 0x22 {
        end += 1
        continue
      }
      guard byte >= 0xE4, byte < 0xF0 else { break }
      end += 3
    }
    return end > figure.range.end + 3 ? FoldedRange(figure.range.end, end) : nil
  }
}

extension ReportReader {
  /// What each of a report's figures is of, in their order.
  public func readings(of report: Report) -> [FigureReading] {
    relations.readings(of: report.figures, in: report.text, sentences: report.sentences)
  }
}
