/// An invented sentence with figures whose verdict is settled by how it is made: right, or broken by one number.
package struct FigureSample: Sendable, CustomStringConvertible {
  /// What it shows and its turn; unique.
  package var name: String
  package var sentence: String
  /// The rule that must find it broken, or nil for a right one.
  package var rule: String?
  /// What the finding must quote.
  package var quotes: [String]

  package var description: String { name }

  /// Whether it has a rate without a base, so that it may be told so even when it is right.
  package var lacksBase = false

  /// The rules that tell the same fault in another way.
  package static let companions = ["figures.rate": ["figures.rate-attainable"]]

  /// The sentence in a report that is nothing but its frame.
  package var report: String {
    """
    云溪县人民政府2024年法治政府建设情况报告
    现将有关情况报告如下。
    一、主要举措和成效
    \(sentence)
    """
  }

  /// Whether the alarms of an audit are those that the sentence's making settles, with the numbers quoted.
  package func isRight(alarms: [String], quoted: [String]) -> Bool {
    let allowed =
      (lacksBase || rule != nil ? ["figures.base-stated"] : [])
      + (rule.map { [$0] + (Self.companions[$0] ?? []) } ?? [])
    guard alarms.allSatisfy(allowed.contains) else { return false }
    return rule.map { alarms.contains($0) && quotes.allSatisfy(quoted.contains) } ?? true
  }

  /// All samples, the same on every machine.
  package static let all: [FigureSample] = {
    var chance = SplitMix(seed: 4)
    var samples: [FigureSample] = []
    for form in FigureForm.allCases {
      for turn in 1...5 {
        let made = form.make(&chance)
        samples.append(
          FigureSample(
            name: "\(form) \(turn), right", sentence: made.right, rule: nil, quotes: [],
            lacksBase: FigureForm.withoutBase.contains(form)))
        samples.append(
          FigureSample(name: "\(form) \(turn), broken", sentence: made.broken, rule: form.rule, quotes: made.quotes))
      }
    }
    return samples + written + lawful
  }()

  /// The sentences that were written by hand, each right and broken.
  private static var written: [FigureSample] {
    FigureSentences.broken.split(separator: "\n").enumerated().flatMap { number, line in
      let parts = line.split(separator: "|", maxSplits: 1).map(String.init)
      let (right, broken) = (Self.worded(parts[1], isRight: true), Self.worded(parts[1], isRight: false))
      return [
        FigureSample(
          name: "sentence \(number + 1), right", sentence: Self.unmarked(right), rule: nil, quotes: [],
          lacksBase: right.hasPrefix("~")),
        FigureSample(
          name: "sentence \(number + 1), broken", sentence: Self.unmarked(broken), rule: parts[0],
          quotes: broken.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" }) }),
      ]
    }
  }

  private static var lawful: [FigureSample] {
    FigureSentences.lawful.split(separator: "\n").enumerated().map { number, line in
      FigureSample(
        name: "lawful sentence \(number + 1)", sentence: Self.unmarked(String(line)), rule: nil, quotes: [],
        lacksBase: line.hasPrefix("~"))
    }
  }

  /// A line with one of the two wordings of each `{right|broken}`.
  private static func worded(_ line: String, isRight: Bool) -> String {
    line.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { place, piece in
      guard place > 0 else { return String(piece) }
      let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      let wordings = parts[0].split(separator: "|", omittingEmptySubsequences: false)
      return String(wordings[isRight ? 0 : 1] + parts[1])
    }.joined()
  }

  private static func unmarked(_ line: String) -> String { line.filter { !"<>~".contains($0) } }
}
