import Reports
import SourceText
public import YAMLReading

/// `count: figures` or `documents`: so many figures or titled documents stand in given places.
///
///     require: {count: figures, in: [measures], number: 10..}
public struct CountCheck: Sendable {
  /// What is counted.
  public var what: What
  /// Where.
  public var places: [Place]
  /// How many.
  public var number: Bounds<Int>

  /// Things of a text that can be counted.
  public enum What: String, CaseIterable, Sendable {
    /// Numbers that count or measure something; dates and years are none.
    case figures
    /// Documents named in 《》.
    case documents
    /// Figures and documents together.
    case facts

    var words: Wording {
      switch self {
      case .figures: Wording(zh: "个数据", en: "figures")
      case .documents: Wording(zh: "件写明标题的文件", en: "titled documents")
      case .facts: Wording(zh: "处数据或文件", en: "figures or documents")
      }
    }

    func count(in range: FoldedRange, of report: Report) -> Int {
      switch self {
      case .figures: report.figureCount(in: range)
      case .documents: report.documentCount(in: range)
      case .facts: report.facts(in: range)
      }
    }
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["count"]

  func answer(in context: EvaluationContext) -> Answer {
    let regions = regions(in: context)
    guard let first = regions.first else {
      return Answer(
        truth: .absent,
        message: Wording(zh: "没有可供计数的部分", en: "The part in which to count is not there"),
        evidence: [.slot(context.slot(for: .measures))], found: .nothing)
    }
    let count = regions.reduce(0) { $0 + what.count(in: $1, of: context.report) }
    let holds = number.contains(count)
    let name = what.words
    var shown: [Answer.Trace] = []
    for region in regions where shown.count < 3 {
      for sentence in context.report.sentences(in: region) where shown.count < 3 {
        if what.count(in: sentence, of: context.report) > 0 {
          shown.append(holds ? .found(sentence) : .nearest(sentence))
        }
      }
    }
    if shown.isEmpty { shown = [.nearest(context.report.sentence(around: FoldedRange(first.start, first.start)))] }
    let place = Place.words(places)
    return Answer(
      truth: holds ? .holds : .absent,
      message: context.wording(
        zh: "\(place.zh)有\(count)\(name.zh)" + (holds ? "" : "，应\(number.words.zh)\(name.zh)"),
        en: "\(count) \(name.en) in \(place.en)" + (holds ? "" : "; \(number.words.en) are asked")),
      evidence: shown, found: ["count": Wording("\(count)")])
  }

  /// The stretches of its places, ascending, each part of the text once.
  private func regions(in context: EvaluationContext) -> [FoldedRange] {
    var merged: [FoldedRange] = []
    for region in context.places[places].sorted() {
      if let last = merged.last, region.start < last.end {
        merged[merged.count - 1].end = max(last.end, region.end)
      } else {
        merged.append(region)
      }
    }
    return merged
  }
}

extension CountCheck {
  /// Reads `count`, `in` and `number`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let what = reader.choice("count", .required, of: What.self)
    let places = draft.places("in", .required, in: &reader)
    let number = reader.range("number", .required)
    guard let what, let number else { return nil }
    self.init(what: what.value, places: places, number: number.value)
  }
}

extension CountCheck {
  func words(in pack: RulePack) -> Wording {
    let (name, place) = (what.words, Place.words(places))
    return Wording(zh: "\(place.zh)有\(number.words.zh)\(name.zh)", en: "\(number.words.en) \(name.en) in \(place.en)")
  }
}
