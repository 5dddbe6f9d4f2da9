import ArgumentParser
import Reports
import Rules
import SourceText
import Threads
import YAMLReading

/// Reads the values of options, and words what is wrong with them in the user's language.
enum OptionValue {
  /// One of the words of an enumeration.
  static func choice<Choice>(_ text: String, of option: String, as type: Choice.Type) throws(CommandFailure) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    if let choice = Choice(rawValue: text) { return choice }
    throw unknown(text, of: option, known: Choice.allCases.map(\.rawValue))
  }

  /// A word that an option does not know.
  static func unknown(_ text: String, of option: String, known: [String]) -> CommandFailure {
    let near = nearest(text, among: known)
    return CommandFailure(
      Wording(
        zh: "\(option) 不能是“\(text)”\(near.map { "，是否想写 \($0)？" } ?? "。")可选：\(known.joined(separator: "、"))。",
        en:
          "\(option) can't be “\(text)”\(near.map { "; did you mean \($0)?" } ?? ".") Known: \(known.joined(separator: ", "))."
      ))
  }

  /// A profile of the rules, as `--profile` names it; nil where the option is not given.
  @discardableResult
  static func profile(_ name: String?, in pack: RulePack) throws(CommandFailure) -> Profile? {
    guard let name else { return nil }
    if let profile = pack.profiles.first(where: { $0.id == name }) { return profile }
    throw unknown(name, of: "--profile", known: pack.profileNames)
  }

  /// How many documents are dealt with at once: as `--jobs` says, else the configuration, else one a processor core.
  static func jobs(_ text: String?, _ configuration: Configuration) throws(CommandFailure) -> Int {
    if let text { return try number(text, of: "--jobs", in: 1...256) }
    return configuration.jobs?.value ?? processorCount
  }

  /// A whole number within a range.
  static func number(_ text: String, of option: String, in range: ClosedRange<Int>) throws(CommandFailure) -> Int {
    if let number = Int(text), range.contains(number) { return number }
    throw CommandFailure(
      Wording(
        zh: "\(option) 应为 \(range.lowerBound) 到 \(range.upperBound) 的整数，不能是“\(text)”。",
        en: "\(option) takes a whole number from \(range.lowerBound) to \(range.upperBound), not “\(text)”."))
  }

  /// Points from 0 to 100 with at most three places, in thousandths.
  static func points(_ text: String, of option: String) throws(CommandFailure) -> Int {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    func isNumber(_ part: Substring, _ lengths: ClosedRange<Int>) -> Bool {
      lengths.contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    if isNumber(parts[0], 1...3), parts.count == 1 || isNumber(parts[1], 1...3) {
      let fraction = parts.count == 1 ? "000" : (parts[1] + "00").prefix(3)
      let thousandths = (Int(parts[0]) ?? 0) * 1000 + (Int(fraction) ?? 0)
      if thousandths <= 100_000 { return thousandths }
    }
    throw CommandFailure(
      Wording(
        zh: "\(option) 应为 0 到 100 的分数，例如 60 或 62.5，不能是“\(text)”。",
        en: "\(option) takes points from 0 to 100, 60 or 62.5 say, not “\(text)”."))
  }

  /// A date written YYYY-MM-DD.
  static func date(_ text: String, of option: String) throws(CommandFailure) -> CalendarDate {
    if let date = CalendarDate(iso: text) { return date }
    throw CommandFailure(
      Wording(
        zh: "\(option) 应为 YYYY-MM-DD 格式的日期，例如 2025-01-26，不能是“\(text)”。",
        en: "\(option) takes a date as YYYY-MM-DD, 2025-01-26 say, not “\(text)”."))
  }
}

extension CompletionKind {
  /// The words of a choice, for shells to complete.
  static func words<Choice: CaseIterable & RawRepresentable<String>>(of choice: Choice.Type) -> CompletionKind {
    .list(choice.allCases.map(\.rawValue))
  }
}
