import Reports
import SourceText
import YAMLReading

/// `working_days: {from, to, within, holidays, make_up_days}`: so many working days at most lie between two dates.
///
///     require: {working_days: {from: signature_date, to: publication_date, within: 20, holidays: 10, make_up_days: 2}}
///
/// Saturdays and Sundays are known; which days the State makes holidays is not. So the rule says how many weekdays may have been
/// holidays and how many days of weekends working days: where the answer hangs on them, it cannot be told.
public struct WorkingDaysCheck: Sendable {
  /// The day from which is counted, itself not included.
  public var from: DateCheck.Name
  /// The last day that is counted.
  public var to: DateCheck.Name
  /// How many working days there may be.
  public var within: Int
  /// How many of the weekdays may have been public holidays, at most.
  public var holidays: Int
  /// How many days of weekends may have been working days, at most.
  public var makeUpDays: Int

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    guard let start = from.fact(in: context.report) else { return DateCheck.unknown(from.words, from) }
    guard let end = to.fact(in: context.report) else { return DateCheck.unknown(to.words, to) }
    guard start.date <= end.date else {
      return Answer(
        truth: .pointless,
        message: context.wording(
          zh: "\(to.words.zh)早于\(from.words.zh)，无从计算", en: "\(to.words.en) is before \(from.words.en); nothing to count"
        ),
        evidence: [])
    }
    let weekdays = start.date.weekdays(to: end.date)
    let (fewest, most) = (max(0, weekdays - holidays), weekdays + makeUpDays)
    let traces = [start.range, end.range].compactMap { $0 }.map(Answer.Trace.found)
    let found: FoundValues = [
      "found": Wording(start.date.description), "expected": Wording(end.date.description),
      "count": Wording("\(weekdays)"),
    ]
    let span = context.wording(
      zh: "\(from.words.zh)\(start.date)至\(to.words.zh)\(end.date)，除周末外\(weekdays)天",
      en: "\(weekdays) weekdays from \(start.date) to \(end.date)")
    if most <= within || start.date.days(to: end.date) <= within {
      return Answer(
        truth: .holds,
        message: context.wording(zh: "\(span.zh)，在\(within)个工作日之内", en: "\(span.en), within \(within) working days"),
        evidence: traces, found: found)
    }
    if fewest > within {
      return Answer(
        truth: .wrong,
        message: context.wording(
          zh: "\(span.zh)，即使其中有\(holidays)天法定节假日，也超过\(within)个工作日",
          en: "\(span.en): more than \(within) working days even if \(holidays) of them were holidays"),
        evidence: traces, found: found)
    }
    return Answer(
      truth: .unknown,
      message: context.wording(
        zh: "\(span.zh)；其间可能有至多\(holidays)天法定节假日、\(makeUpDays)天调休上班，实际为\(fewest)至\(most)个工作日，是否超过\(within)个无法断定",
        en:
          "\(span.en); with up to \(holidays) holidays and \(makeUpDays) make-up days it was \(fewest) to \(most) working days, so whether more than \(within) cannot be told"
      ),
      evidence: traces, found: found)
  }
}

extension WorkingDaysCheck {
  /// Reads what stands under `working_days`.
  init?(reading reader: inout MappingReader) {
    let from = reader.choice("from", .required, of: DateCheck.Name.self)
    let to = reader.choice("to", .required, of: DateCheck.Name.self)
    let numbers = ["within", "holidays", "make_up_days"].map { reader.int($0, .required) }
    for number in numbers.compactMap({ $0 }) where !(0...1000).contains(number.value) {
      reader.report(Wording(zh: "天数要在0和1000之间。", en: "a number of days lies between 0 and 1000"), at: number)
    }
    if let from, let to, from.value == to.value {
      reader.report(Wording(zh: "from 和 to 是同一个日期。", en: "`from` and `to` are one date"), at: to)
    }
    guard let from, let to, let within = numbers[0], let holidays = numbers[1], let makeUp = numbers[2] else {
      return nil
    }
    self.init(
      from: from.value, to: to.value, within: within.value, holidays: holidays.value, makeUpDays: makeUp.value)
  }
}

extension WorkingDaysCheck {
  func words(in pack: RulePack) -> Wording {
    Wording(
      zh: "\(from.words.zh)至\(to.words.zh)不超过\(within)个工作日",
      en: "at most \(within) working days from \(from.words.en) to \(to.words.en)")
  }
}
