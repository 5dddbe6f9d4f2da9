import Rules
import Scoring
public import SourceText

extension Summary {
  /// How many documents passed and how many did not, in a sentence without a full stop.
  public var words: Wording {
    let lost = unreadable > 0 ? Wording(zh: "，无法读取 \(unreadable) 份", en: ", \(unreadable) unreadable") : Wording("")
    let mean = meanScore.map { Wording(zh: "；平均 \($0) 分", en: "; mean score \($0)") } ?? Wording("")
    let known = self.knownWords.map { Wording(zh: "；\($0.zh)", en: "; \($0.en)") } ?? Wording("")
    return Wording(
      zh: "共 \(documents) 份：通过 \(passed) 份，未通过 \(failed) 份\(lost.zh)\(mean.zh)\(known.zh)",
      en: "\(documents) documents: \(passed) passed, \(failed) failed\(lost.en)\(mean.en)\(known.en)")
  }

  /// How many documents have each grade, without those that none has.
  func gradeWords(of run: Run) -> Wording? {
    let counts = zip(run.pack.grades, grades).filter { $0.1 > 0 }
    if counts.isEmpty { return nil }
    return Wording(
      zh: counts.map { "\($0.title.zh) \($1) 份" }.joined(separator: "，"),
      en: counts.map { "\($0.title.en): \($1)" }.joined(separator: ", "))
  }

  /// How many of the documents for which it could be told meet a rule of the pack's headline.
  struct Statistic {
    var rule: Int
    var title: Wording
    var met: Int
    var judged: Int

    /// “按时公开 11/12（92%）”.
    var words: Wording {
      let share = judged > 0 ? (met * 200 + judged) / (judged * 2) : 0
      return Wording(
        zh: judged > 0 ? "\(title.zh) \(met)/\(judged)（\(share)%）" : "\(title.zh) 无法统计",
        en: judged > 0 ? "\(title.en) \(met)/\(judged) (\(share) %)" : "\(title.en): can't be told")
    }
  }

  /// What the summary tells first, in the order of the pack.
  func statistics(of run: Run) -> [Statistic] {
    run.pack.headline.map { one in
      let counts = rules[one.rule]
      return Statistic(
        rule: one.rule, title: one.title, met: counts.met,
        judged: counts.met + counts.partial + counts.missing + counts.violated)
    }
  }

  /// The counts, the mean score, the grades and what the summary tells first, each with a name of its own, for formats that only have
  /// names and values.
  func properties(of run: Run) -> [(name: String, value: String)] {
    var properties = [
      ("documents", "\(documents)"), ("passed", "\(passed)"), ("failed", "\(failed)"), ("unreadable", "\(unreadable)"),
      ("mean_score", meanScore?.description ?? ""), ("shortfalls", "\(shortfalls)"),
    ]
    properties += zip(run.pack.grades, grades).map { ("grade: \($0.title.text(in: run.language))", "\($1)") }
    properties += statistics(of: run).map { one in
      ("\(run.pack.rules[one.rule].id): \(one.title.text(in: run.language))", "\(one.met)/\(one.judged)")
    }
    return properties
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
