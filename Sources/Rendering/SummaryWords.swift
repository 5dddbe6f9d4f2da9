package import SourceText

extension Summary {
  /// How many documents passed and how many did not, in a sentence without a full stop.
  package var words: Wording {
    let lost = unreadable > 0 ? Wording(zh: "，无法读取 \(unreadable) 份", en: ", \(unreadable) unreadable") : Wording("")
    let mean = meanScore.map { Wording(zh: "；平均 \($0) 分", en: "; mean score \($0)") } ?? Wording("")
    let known = self.knownWords.map { Wording(zh: "；\($0.zh)", en: "; \($0.en)") } ?? Wording("")
    return Wording(
      zh: "共 \(documents) 份：通过 \(passed) 份，未通过 \(failed) 份\(lost.zh)\(mean.zh)\(known.zh)",
      en: "\(documents) documents: \(passed) passed, \(failed) failed\(lost.en)\(mean.en)\(known.en)")
  }

  /// How many findings the baseline holds, shown or not; nil when it holds none.
  var knownWords: Wording? {
    if hidden > 0 { return Self.notShown(hidden) }
    return known > 0 ? Wording(zh: "其中 \(known) 处是基线中已有的", en: "\(known) of the findings are known") : nil
  }

  /// How many findings a baseline hides.
  static func notShown(_ count: Int) -> Wording {
    Wording(
      zh: "基线中已有的 \(count) 处问题未显示",
      en: count == 1 ? "1 known finding not shown" : "\(count) known findings not shown")
  }
}
