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

  /// The rules that may say something of a right sentence: they inform, and fail nobody.
  package static let informing = ["figures.base-stated", "figures.relative-time"]
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

  /// All samples, the same on every machine.
  package static let all: [FigureSample] = {
    var chance = SplitMix(seed: 4)
    var samples: [FigureSample] = []
    for form in FigureForm.allCases {
      for turn in 1...5 {
        let made = form.make(&chance)
        samples.append(FigureSample(name: "\(form) \(turn), right", sentence: made.right, rule: nil, quotes: []))
        samples.append(
          FigureSample(name: "\(form) \(turn), broken", sentence: made.broken, rule: form.rule, quotes: made.quotes))
      }
    }
    return samples
  }()
}
