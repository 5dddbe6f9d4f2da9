import Reports
import SourceText

/// What is said of figures: the numbers with their places, the calculation, and what would fit.
extension FigureRelation {
  /// A contradiction, for a reader who checks it in his head.
  func words(in context: EvaluationContext) -> Wording {
    let line = context.line(of: stated.start)
    let quote = context.excerpt(stated)
    let computed = computed
    /// A figure as it is written, with its line where that is another one.
    func other(_ range: FoldedRange?) -> Wording {
      guard let range else { return Wording("") }
      let place = context.line(of: range.start)
      let words = context.excerpt(range)
      return place == line
        ? Wording("“\(words)”") : Wording(zh: "\(place.zh)的“\(words)”", en: "“\(words)” \(place.whereInEnglish)")
    }
    let base = other(whole)
    let fit = calculation.fitting
    switch kind {
    case .rate:
      if verdict == .baseUnstated { return unstated(line, quote, computed, in: context) }
      let listed = parts.map(other)
      let part = Wording(zh: listed.map(\.zh).joined(separator: "、"), en: listed.map(\.en).joined(separator: ", "))
      // Which of the two is wrong only the author knows.
      let whole = calculation.fittingPart.flatMap { number in parts.count == 1 ? number : nil }
      return context.wording(
        zh: "\(line.zh)写的是“\(quote)”，按所列\(part.zh)和\(base.zh)复算：\(computed)"
          + (fit.map { "，相符的是\($0)" } ?? "") + (whole.map { "；“\(quote)”如果不错，\(part.zh)应为\($0)" } ?? ""),
        en: "\(line.en) says “\(quote)”; recomputed from \(part.en) and \(base.en): \(computed)"
          + (fit.map { "; \($0) would fit" } ?? "") + (whole.map { ", or \($0) instead of \(part.en)" } ?? ""))
    case .attainability:
      return context.wording(
        zh: "\(line.zh)写的是“\(quote)”，以\(base.zh)为基数，没有哪个整数得出这个比率，复算：\(computed)",
        en:
          "\(line.en) says “\(quote)”; with \(base.en) as the base, recomputed, no whole number gives it: \(computed)"
      )
    case .bound:
      return context.wording(
        zh: "\(line.zh)写的是“\(quote)”，这类比率不会超过100%：\(computed)",
        en: "\(line.en) says “\(quote)”; such a rate cannot exceed 100%: \(computed)")
    case .sum:
      let gap = sumGap
      return context.wording(
        zh: "\(line.zh)写的是“\(quote)”，复算：\(computed)" + (gap?.zh ?? ""),
        en: "\(line.en) says “\(quote)”; recomputed: \(computed)" + (gap?.en ?? ""))
    case .growth:
      if verdict == .baseUnstated { return unstated(line, quote, computed, in: context) }
      if case .aboveAll = calculation {
        return context.wording(
          zh: "\(line.zh)\(base.zh)之后写下降“\(quote)”，降幅不会达到100%以上",
          en: "\(line.en) says “\(quote)” less of \(base.en), more than all of it")
      }
      let isDoubtful = verdict == .doubtful
      let before = parts.first.map { other($0) }
      return context.wording(
        zh: "\(line.zh)写的是“\(quote)”，按\(before.map { $0.zh + "和" } ?? "")\(base.zh)复算"
          + (isDoubtful ? "，上年没有哪个整数得出这个幅度" : "") + "：\(computed)" + (fit.map { "，相符的是\($0)" } ?? ""),
        en: "\(line.en) says “\(quote)”; recomputed from \(before.map { $0.en + " and " } ?? "")\(base.en)"
          + (isDoubtful ? ", no whole number before gives it" : "") + ": \(computed)"
          + (fit.map { "; \($0) would fit" } ?? ""))
    case .repetition:
      let place = whole.map { context.line(of: $0.start) } ?? line
      let words = whole.map { context.excerpt($0) } ?? ""
      return context.wording(
        zh: "\(place.zh)写“\(words)”，\(line.zh)写“\(quote)”，同一事项两个数：\(computed)",
        en: "\(place.en) says “\(words)”, \(line.en) “\(quote)” of the same: \(computed)")
    case .subset:
      let isCarried = verdict == .doubtful
      // What was there at the start counts too.
      let all = [whole].compactMap { $0 } + parts
      var base = base
      if case .intake = calculation, all.count > 1 {
        base = Wording(
          zh: all.map { other($0).zh }.joined(separator: "、") + "之和",
          en: all.map { other($0).en }.joined(separator: " and ") + " together")
      }
      let bound = fit.map { Wording(zh: "，不会多于\($0)", en: "; at most \($0) would fit") }
      return context.wording(
        zh: "\(line.zh)的“\(quote)”多于\(base.zh)：\(computed)" + (isCarried ? "，含上年结转的应当写明" : bound?.zh ?? ""),
        en: "“\(quote)” \(line.whereInEnglish) is more than \(base.en): \(computed)"
          + (isCarried ? "; say what was carried over from the year before" : bound?.en ?? ""))
    case .list:
      guard case .count(let items, let announced) = calculation else { return Wording("") }
      // Behind 分别 the values are judged by the things before it.
      let isOfValues = !parts.isEmpty
      return context.wording(
        zh: isOfValues
          ? "\(line.zh)的“\(quote)”有\(announced)个数，前面列的有\(items)项：\(items) ≠ \(announced)"
          : "\(line.zh)写的是“\(quote)”，对应的有\(items)项：\(items) ≠ \(announced)，写\(items)或者补足所列",
        en: isOfValues
          ? "“\(quote)” \(line.whereInEnglish) has \(announced) numbers for \(items) things: \(items) ≠ \(announced)"
          : "\(line.en) says “\(quote)”, but lists \(items): \(items) ≠ \(announced); write \(items), or complete the list"
      )
    case .approximation:
      return context.wording(
        zh: "\(line.zh)的“\(quote)”，数到个位就不是约数，删去“余”一类的词，或者只写到整十" + (fit.map { "（\($0)）" } ?? ""),
        en:
          "“\(quote)” \(line.whereInEnglish) is exact to the last digit and said to be approximate: drop that word or round the number"
          + (fit.map { " to \($0)" } ?? ""))
    case .unit:
      return context.wording(
        zh: "\(line.zh)的“\(quote)”与所列数据单位不一致：\(computed)",
        en: "“\(quote)” \(line.whereInEnglish) does not fit the units of its figures: \(computed)")
    }
  }

  private func unstated(_ line: LineNumber, _ quote: String, _ computed: String, in context: EvaluationContext)
    -> Wording
  {
    let ambiguous: Bool
    if case .without = calculation { ambiguous = true } else { ambiguous = false }
    return context.wording(
      zh: "\(line.zh)的“\(quote)”" + (ambiguous ? "只在一种基数下成立：\(computed)" : "没有写明基数"),
      en: "“\(quote)” \(line.whereInEnglish) "
        + (ambiguous ? "holds for one base only: \(computed)" : "has no stated base"))
  }

  /// What total would fit, or how far the parts are from the one that stands there.
  private var sumGap: Wording? {
    guard case .sum(_, let sum, let total) = calculation,
      let gap = sum < total ? total.subtracting(sum) : sum.subtracting(total)
    else { return nil }
    return sum < total
      ? Wording(zh: "，合计应为\(sum)，或者分项少列\(gap)", en: "; \(sum) would fit, or the parts lack \(gap)")
      : Wording(zh: "，合计应为\(sum)，或者分项多列\(gap)", en: "; \(sum) would fit, or the parts have \(gap) too many")
  }
}

extension FiguresCheck.Fault {
  /// What is said where there is nothing that could be at fault.
  var nothing: Wording {
    switch self {
    case .rateContradicts: Wording(zh: "没有可以复算的比率", en: "No rate can be recomputed")
    case .rateUnattainable: Wording(zh: "没有只写明基数的比率", en: "No rate has a base only")
    case .sumContradicts: Wording(zh: "没有可以复算的合计", en: "No total can be recomputed")
    case .growthContradicts: Wording(zh: "没有可以复算的增减幅度", en: "No growth can be recomputed")
    case .partExceeds, .carryOverUnstated: Wording(zh: "没有可以比较的先后环节或者部分与整体", en: "No parts or stages can be compared")
    case .listLength: Wording(zh: "没有写明数目的列举", en: "No list has an announced number")
    case .baseUnstated: Wording(zh: "没有比率", en: "There are no rates")
    case .quantityDiffers, .exactAndApproximate, .aboveAll, .unitsDiffer: Wording("")
    }
  }

  /// What is said where all agree.
  func fine(_ relations: [FigureRelation], in context: EvaluationContext) -> Wording {
    let count = relations.count
    let cut = relations.count { $0.verdict == .okTruncated }
    switch self {
    case .rateContradicts, .rateUnattainable, .sumContradicts, .growthContradicts:
      return context.wording(
        zh: "复算\(count)处，均相符" + (cut > 0 ? "（其中\(cut)处是截尾，不是四舍五入）" : ""),
        en: "\(count) recomputed, all agree" + (cut > 0 ? " (\(cut) cut off instead of rounded)" : ""))
    case .partExceeds, .carryOverUnstated, .listLength:
      return context.wording(zh: "比较\(count)处，均相符", en: "\(count) compared, all agree")
    case .quantityDiffers:
      return context.wording(
        zh: count == 0 ? "没有同一事项前后不一的数据" : "前后两次写到的数据\(count)处，均一致",
        en: count == 0 ? "No quantity has two values" : "\(count) named twice, all alike")
    case .baseUnstated: return context.wording(zh: "\(count)处比率都写明了基数", en: "All \(count) rates have their bases")
    case .exactAndApproximate: return context.wording(zh: "约数都用整数", en: "Approximate numbers are round")
    case .aboveAll: return context.wording(zh: "没有超过100%的完成率", en: "No rate of completion exceeds 100%")
    case .unitsDiffer: return context.wording(zh: "单位一致", en: "Units are consistent")
    }
  }

  /// The fault in words, behind "there must not be".
  var words: Wording {
    switch self {
    case .rateContradicts: Wording(zh: "与所列数据不符的比率", en: "a rate that its own figures contradict")
    case .rateUnattainable: Wording(zh: "所列基数得不出的比率", en: "a rate that its base cannot give")
    case .sumContradicts: Wording(zh: "与各分项不符的合计", en: "a total that its own parts contradict")
    case .growthContradicts: Wording(zh: "所列数据得不出的增减幅度", en: "a growth that its figures cannot give")
    case .quantityDiffers: Wording(zh: "同一事项前后不一的数据", en: "a quantity with two values")
    case .partExceeds:
      Wording(zh: "多于整体的部分，或者多于前一环节的后一环节", en: "a part that exceeds its whole, or a stage the one before it")
    case .carryOverUnstated:
      Wording(zh: "结案多于收案而没有写明结转", en: "more concluded than taken in, without a word of what was carried over")
    case .listLength: Wording(zh: "与列举不符的项数", en: "a number of things that their list contradicts")
    case .baseUnstated: Wording(zh: "没有写明基数的比率", en: "a rate without its base")
    case .exactAndApproximate: Wording(zh: "确数之后的约数词", en: "an exact number said to be approximate")
    case .aboveAll: Wording(zh: "超过100%的完成率", en: "a rate of completion above 100%")
    case .unitsDiffer: Wording(zh: "不一致的单位", en: "units that do not fit")
    }
  }
}
