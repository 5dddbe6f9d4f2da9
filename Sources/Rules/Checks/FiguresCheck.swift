import Reports
public import SourceText
public import YAMLReading

/// `figures: FAULT`: figures of the report contradict each other, or the way in which they are written.
///
///     forbid: {figures: rate_contradicts, accept: [rounded, truncated]}
///     forbid: {figures: base_unstated, percent: 90.., outside: [next-year-plan]}
public struct FiguresCheck: Sendable {
  /// What is looked for.
  public var fault: Fault
  /// How a rate may come from its figures.
  public var accepted: [Rounding]
  /// The percentages that are looked at.
  public var percent: Bounds<ExactNumber>
  /// Places whose figures do not count.
  public var outside: [Place]

  /// How figures can contradict each other.
  public enum Fault: String, CaseIterable, Sendable {
    /// A rate that its part and its whole do not give, or no part of its whole.
    case rateContradicts = "rate_contradicts"
    /// A rate that no whole number of the one stated base gives.
    case rateUnattainable = "rate_unattainable"
    /// A total that its parts do not add up to.
    case sumContradicts = "sum_contradicts"
    /// A growth that the numbers do not give, or no number before.
    case growthContradicts = "growth_contradicts"
    /// One quantity with two values.
    case quantityDiffers = "quantity_differs"
    /// A part, or a later stage, that is more than what it is taken from.
    case partExceeds = "part_exceeds"
    /// More concluded than taken in, and nothing said of what was carried over.
    case carryOverUnstated = "carry_over_unstated"
    /// A list of other length than was announced.
    case listLength = "list_length"
    /// A rate whose base is not stated.
    case baseUnstated = "base_unstated"
    /// A number to its last digit that is said to be approximate.
    case exactAndApproximate = "exact_and_approximate"
    /// A rate of completion above 100 %.
    case aboveAll = "above_100"
    /// Figures that belong together in different units.
    case unitsDiffer = "units_differ"

    /// The relations that the fault can be one of.
    var kinds: [FigureRelation.Kind] {
      switch self {
      // A rate that comes of a stated part can come of its base.
      case .rateContradicts, .rateUnattainable: [.rate, .attainability]
      case .sumContradicts: [.sum]
      case .growthContradicts: [.growth]
      case .quantityDiffers: [.repetition]
      case .partExceeds, .carryOverUnstated: [.subset]
      case .listLength: [.list]
      case .baseUnstated: [.rate, .growth]
      case .exactAndApproximate: [.approximation]
      case .aboveAll: [.bound]
      case .unitsDiffer: [.unit]
      }
    }

    /// The verdicts that are the fault.
    var verdicts: [FigureRelation.Verdict] {
      switch self {
      case .rateContradicts, .sumContradicts, .quantityDiffers, .partExceeds, .listLength, .exactAndApproximate,
        .aboveAll, .unitsDiffer:
        [.contradicted]
      case .rateUnattainable, .growthContradicts: [.contradicted, .doubtful]
      case .carryOverUnstated: [.doubtful]
      case .baseUnstated: [.baseUnstated]
      }
    }

    /// Whether a report without such figures has done what is asked, instead of leaving nothing to ask.
    var isMetByNone: Bool {
      switch self {
      case .rateContradicts, .rateUnattainable, .sumContradicts, .growthContradicts, .partExceeds, .carryOverUnstated,
        .listLength, .baseUnstated:
        false
      case .quantityDiffers, .exactAndApproximate, .aboveAll, .unitsDiffer: true
      }
    }

    /// Whether a rate is compared, so that it matters how it was rounded.
    var isOfRates: Bool { self == .rateContradicts || self == .growthContradicts }
  }

  /// How a number loses decimals.
  public enum Rounding: String, CaseIterable, Sendable {
    case rounded, truncated
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "count"]
  /// How many contradictions are told with their calculations.
  private static let mostShown = 3

  func answer(in context: EvaluationContext) -> Answer {
    let excluded = outside.isEmpty ? [] : context.places[outside]
    var wrong: [FigureRelation] = []
    var agreeing: [FigureRelation] = []
    let kinds = fault.kinds
    let relations = context.report.figureRelations
    for index in relations.indices where kinds.contains(relations[index].kind) {
      guard !excluded.contains(where: { $0.overlaps(relations[index].stated) }) else { continue }
      let relation = relations[index]
      guard isOfPercent(relation) else { continue }
      // Any base can give 100 %.
      if fault == .rateUnattainable, case .percentage(_, _, .hundred, _) = relation.calculation { continue }
      if isWrong(relation) {
        wrong.append(relation)
      } else if relation.verdict == .ok || relation.verdict == .okTruncated {
        agreeing.append(relation)
      }
    }
    guard let first = wrong.first else {
      if agreeing.isEmpty, !fault.isMetByNone {
        return Answer(truth: .pointless, message: fault.nothing, evidence: [])
      }
      return Answer(
        truth: .absent, message: fault.fine(agreeing, in: context),
        evidence: agreeing.prefix(3).map { .found($0.stated) })
    }
    let told = wrong.prefix(Self.mostShown).map { $0.words(in: context) }
    let more = wrong.count - told.count
    return Answer(
      truth: .holds,
      message: context.wording(
        zh: told.map(\.zh).joined(separator: "；") + (more > 0 ? "；另有\(more)处" : ""),
        en: told.map(\.en).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")),
      evidence: wrong.prefix(Answer.mostPlaces).flatMap { [$0.stated] + ($0.whole.map { [$0] } ?? []) + $0.parts }
        .map(Answer.Trace.found),
      found: ["count": Wording("\(wrong.count)"), "found": Wording(context.excerpt(first.stated))])
  }

  private func isWrong(_ relation: FigureRelation) -> Bool {
    if relation.verdict == .okTruncated, fault.isOfRates { return !accepted.contains(.truncated) }
    // A rate that its own part contradicts is for another rule.
    if fault == .rateUnattainable, relation.kind != .attainability { return false }
    return fault.verdicts.contains(relation.verdict)
  }

  private func isOfPercent(_ relation: FigureRelation) -> Bool {
    switch relation.calculation {
    case .percentage(_, _, let stated, _), .percentageOfSum(_, _, let stated, _), .percentages(_, _, let stated, _),
      .without(_, _, _, let stated, _),
      .growth(_, _, let stated, _), .growthBy(_, _, _, let stated, _):
      percent.contains(stated)
    case .alone(let stated, _), .aboveAll(let stated, _): percent.contains(stated)
    case .sum, .atMost, .intake, .difference, .values, .count, .exact, .mixedUnits, .fraction: true
    }
  }
}

extension FiguresCheck {
  /// Reads `figures`, `accept`, `percent` and `outside`.
  init?(reading reader: inout MappingReader, _ draft: inout PackDraft) {
    let accepted = reader.choices("accept", of: Rounding.self)
    let percent = reader.decimalRange("percent")
    let outside = draft.places("outside", in: &reader)
    guard
      let fault = reader.choice(
        "figures", .required, of: Fault.self,
        doc: Wording(zh: "数据之间有这种矛盾；用于 forbid", en: "Figures contradict each other so; for `forbid`"))
    else { return nil }
    if let first = accepted.first, !fault.value.isOfRates {
      reader.report(
        Wording(
          zh: "accept 只用于 rate_contradicts 和 growth_contradicts。",
          en: "`accept` is for `rate_contradicts` and `growth_contradicts` only"), at: first)
    }
    draft.usedFigures.append(fault)
    self.init(
      fault: fault.value, accepted: accepted.isEmpty ? Rounding.allCases : accepted.map(\.value),
      percent: percent?.value ?? Bounds(lower: nil, upper: nil), outside: outside)
  }
}

extension FiguresCheck {
  func words(in pack: RulePack) -> Wording {
    let base = fault.words
    let isStrict = fault.isOfRates && accepted == [.rounded]
    let elsewhere = outside.isEmpty ? Wording("") : Place.words(outside)
    return Wording(
      zh: (outside.isEmpty ? "" : "在\(elsewhere.zh)之外，") + base.zh + (isStrict ? "（须四舍五入）" : ""),
      en: base.en + (isStrict ? " (rounded, not cut off)" : "")
        + (outside.isEmpty ? "" : ", outside of \(elsewhere.en)"))
  }
}
