package import SourceText

extension Summary {
  /// How many documents passed and how many did not, in a sentence without a full stop.
  package var words: Wording {
    let lost = unreadable > 0 ? Wording(zh: "，无法读取 \(unreadable) 份", en: ", \(unreadable) unreadable") : Wording("")
    let mean = meanScore.map { Wording(zh: "；平均 \($0) 分", en: "; mean score \($0)") } ?? Wording("")
    return Wording(
      zh: "共 \(documents) 份：通过 \(passed) 份，未通过 \(failed) 份\(lost.zh)\(mean.zh)",
      en: "\(documents) documents: \(passed) passed, \(failed) failed\(lost.en)\(mean.en)")
  }
}
