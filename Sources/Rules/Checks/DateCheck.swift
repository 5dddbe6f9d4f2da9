public import Reports
import SourceText
import YAMLReading

/// `date: NAME` with `before`, `not_after`, …: a date stands in a relation to another date.
///
///     require: {date: publication_date, before: "{next_year}-04-01"}
public struct DateCheck: Sendable {
  /// The date that is judged.
  public var date: Name
  /// How it must stand to the other.
  public var relation: Relation
  /// What it is compared with.
  public var other: Other

  /// A date of the report, by its name in rules.
  public enum Name: String, CaseIterable, Sendable {
    case publication = "publication_date"
    case signature = "signature_date"
    case document = "document_date"

    var words: Wording {
      switch self {
      case .publication: Wording(zh: "发布日期", en: "the publication date")
      case .signature: Wording(zh: "落款日期", en: "the signature date")
      case .document: Wording(zh: "成文日期", en: "the document date")
      }
    }

    /// The date as the report shows it, or nil when it does not.
    func fact(in report: Report) -> DateFact? {
      switch self {
      case .publication: report.publication
      case .signature: report.signature?.date
      case .document: report.documentDate
      }
    }
  }

  /// How a date stands to another.
  public enum Relation: String, CaseIterable, Sendable {
    case before, after
    case on
    case notBefore = "not_before"
    case notAfter = "not_after"

    func holds(_ left: CalendarDate, _ right: CalendarDate) -> Bool {
      switch self {
      case .before: left < right
      case .after: left > right
      case .on: left == right
      case .notBefore: left >= right
      case .notAfter: left <= right
      }
    }

    /// The relation as it stands between two dates.
    var words: Wording {
      switch self {
      case .before: Wording(zh: "早于", en: "is before")
      case .after: Wording(zh: "晚于", en: "is after")
      case .on: Wording(zh: "就是", en: "is")
      case .notBefore: Wording(zh: "不早于", en: "is not before")
      case .notAfter: Wording(zh: "不晚于", en: "is not after")
      }
    }

    /// What stands between two dates for which the relation does not hold.
    var wordsOfContrary: Wording {
      switch self {
      case .before: Relation.notBefore.words
      case .after: Relation.notAfter.words
      case .on: Wording(zh: "不是", en: "is not")
      case .notBefore: Relation.before.words
      case .notAfter: Relation.after.words
      }
    }
  }

  /// What a date is compared with.
  public enum Other: Sendable {
    case date(Name)
    /// A day of a year counted from the report year: 0 is the report year, 1 the next.
    case dayOfYear(offset: Int, month: Int, day: Int)
    case fixed(CalendarDate)
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected"]

  func answer(in context: EvaluationContext) -> Answer {
    guard let left = date.fact(in: context.report) else { return Self.unknown(date.words, date) }
    var traces = left.range.map { [Answer.Trace.found($0)] } ?? []
    let right: CalendarDate
    let otherName: Wording
    switch other {
    case .date(let name):
      guard let fact = name.fact(in: context.report) else { return Self.unknown(name.words, name) }
      right = fact.date
      otherName = Wording(zh: name.words.zh + fact.date.description, en: "\(name.words.en) \(fact.date.description)")
      if let range = fact.range { traces.append(.found(range)) }
    case .fixed(let fixed):
      right = fixed
      otherName = Wording(fixed.description)
    case .dayOfYear(let offset, let month, let day):
      guard let year = context.report.reportYear?.value,
        let fixed = CalendarDate(year: year + offset, month: month, day: day)
      else {
        return Self.unknown(Wording(zh: "报告年度", en: "the report year"), nil)
      }
      right = fixed
      otherName = Wording(fixed.description)
    }
    let holds = relation.holds(left.date, right)
    let found: FoundValues = ["found": Wording(left.date.description), "expected": Wording(right.description)]
    let words = holds ? relation.words : relation.wordsOfContrary
    return Answer(
      truth: holds ? .holds : .wrong,
      message: context.wording(
        zh: "\(date.words.zh)\(left.date.description)\(words.zh)\(otherName.zh)",
        en: "\(date.words.en) \(left.date.description) \(words.en) \(otherName.en)"),
      evidence: traces, found: found)
  }

  /// The answer where a date that is needed is not known.
  static func unknown(_ name: Wording, _ date: Name?) -> Answer {
    Answer(
      truth: .unknown,
      message: Wording(zh: "文中看不出\(name.zh)，需要提供后才能核查", en: "The text does not show \(name.en); it is needed to tell"),
      evidence: [], unknownDate: date)
  }
}

extension DateCheck {
  /// Reads `date` and the one relation beside it.
  init?(reading reader: inout MappingReader) {
    let date = reader.choice(
      "date", .required, of: Name.self,
      doc: Wording(zh: "要比较的日期；再写一种关系", en: "The date that is compared, by one relation"))
    let relations = Relation.allCases.compactMap { relation in
      reader.string(relation.rawValue).map { (relation, $0) }
    }
    guard let (relation, text) = relations.first, relations.count == 1 else {
      let names = Relation.allCases.map(\.rawValue).joined(separator: ", ")
      reader.report(
        Wording(zh: "日期比较要写明一种关系，可以用：\(names)。", en: "a date is compared by one relation of: \(names)"))
      return nil
    }
    guard let other = Other(text.value) else {
      reader.report(
        Wording(
          zh: "“\(text.value)”不是日期；写作 \"{next_year}-04-01\"、2024-07-01 或 signature_date。",
          en: "`\(text.value)` is no date; write \"{next_year}-04-01\", 2024-07-01 or signature_date"), at: text)
      return nil
    }
    guard let date else { return nil }
    if case .date(date.value) = other {
      reader.report(
        Wording(zh: "日期不能和它自己比较。", en: "a date can't be compared with itself"), at: text)
      return nil
    }
    self.init(date: date.value, relation: relation, other: other)
  }
}

extension DateCheck.Other {
  /// The years that a date can be counted from.
  private static let years = [("{report_year}", 0), ("{next_year}", 1), ("{previous_year}", -1)]

  /// A date's name, a fixed date, or a day of a year counted from the report year.
  init?(_ text: String) {
    if let name = DateCheck.Name(rawValue: text) {
      self = .date(name)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    func number(_ digits: Substring) -> Int? {
      digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }
    guard parts.count == 3, parts[1].count == 2, parts[2].count == 2, let month = number(parts[1]),
      let day = number(parts[2])
    else { return nil }
    if let (_, offset) = Self.years.first(where: { $0.0 == parts[0] }) {
      // Not every year has a 29 February.
      guard CalendarDate(year: 2023, month: month, day: day) != nil else { return nil }
      self = .dayOfYear(offset: offset, month: month, day: day)
    } else if parts[0].count == 4, let year = number(parts[0]),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      self = .fixed(date)
    } else {
      return nil
    }
  }
}

extension DateCheck {
  func words(in pack: RulePack) -> Wording {
    let other: Wording =
      switch self.other {
      case .date(let name): name.words
      case .fixed(let date): Wording(date.description)
      case .dayOfYear(0, let month, let day):
        Wording(zh: "报告年度\(month)月\(day)日", en: "day \(month)-\(day) of the report year")
      case .dayOfYear(let offset, let month, let day):
        offset > 0
          ? Wording(zh: "次年\(month)月\(day)日", en: "day \(month)-\(day) of the year after")
          : Wording(zh: "上年\(month)月\(day)日", en: "day \(month)-\(day) of the year before")
      }
    return Wording(
      zh: "\(date.words.zh)\(relation.words.zh)\(other.zh)", en: "\(date.words.en) \(relation.words.en) \(other.en)")
  }
}
