import Reports
import SourceText
import YAMLReading

/// `known: FACT…`: the report shows each of the facts.
///
///     require: {known: [title.subject, title.year]}
public struct KnownCheck: Sendable {
  /// The facts, all of which must be known.
  public var facts: [Fact]

  /// Something that a report shows, by its name in rules.
  public enum Fact: String, CaseIterable, Sendable {
    case title
    case titleSubject = "title.subject"
    case titleReportNoun = "title.report_noun"
    case titleYear = "title.year"
    case titleBody = "title.body"
    case issuer
    case issuerOrgan = "issuer.organ"
    case reportYear = "report_year"
    case publicationDate = "publication_date"
    case documentDate = "document_date"
    case signatureIssuer = "signature.issuer"
    case signatureDate = "signature.date"
    case column

    var words: Wording {
      switch self {
      case .title: Wording(zh: "标题", en: "a title")
      case .titleSubject: Wording(zh: "标题中的报告事项", en: "the subject in the title")
      case .titleReportNoun: Wording(zh: "标题中的文种", en: "the kind of document in the title")
      case .titleYear: Wording(zh: "标题中的年度", en: "the year in the title")
      case .titleBody: Wording(zh: "标题中的报告主体", en: "the body in the title")
      case .issuer: Wording(zh: "报告主体", en: "the reporting body")
      case .issuerOrgan: Wording(zh: "报告机关全称", en: "the full name of the reporting organ")
      case .reportYear: Wording(zh: "报告年度", en: "the report year")
      case .publicationDate: Wording(zh: "发布日期", en: "the publication date")
      case .documentDate: Wording(zh: "成文日期", en: "the document date")
      case .signatureIssuer: Wording(zh: "署名机关", en: "the signing organ")
      case .signatureDate: Wording(zh: "落款日期", en: "the signature date")
      case .column: Wording(zh: "所在栏目", en: "the column in which it is filed")
      }
    }
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    var evidence: [Answer.Trace] = []
    var missing: [Fact] = []
    var found: FoundValues = [:]
    for fact in facts {
      switch state(of: fact, in: report) {
      case .absent: missing.append(fact)
      case .given(let words): found["found"] = words
      case .at(let range):
        if !evidence.contains(where: { $0.range.contains(range) }) { evidence.append(.found(range)) }
        found["found"] = found["found"] ?? Wording(context.excerpt(range))
      }
    }
    guard let first = missing.first else {
      let quotes = evidence.prefix(2).map { (line: context.line(of: $0.range.start), words: context.excerpt($0.range)) }
      return Answer(
        truth: .holds,
        message: quotes.isEmpty
          ? Wording(zh: "已由命令行给出", en: "Given on the command line")
          : context.wording(
            zh: quotes.map { "\($0.line.zh)“\($0.words)”" }.joined(separator: "、"),
            en: quotes.map { "\($0.line.en), “\($0.words)”" }.joined(separator: "; ")),
        evidence: evidence, found: found)
    }
    let names = missing.map(\.words)
    found["expected"] = Wording(
      zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    var traces = [slot(for: first, in: report)]
    if let nearest = evidence.first { traces.append(.nearest(nearest.range)) }
    return Answer(
      truth: .absent,
      message: Wording(
        zh: "没有找到" + names.map(\.zh).joined(separator: "、"),
        en: "Not found: " + names.map(\.en).joined(separator: ", ")),
      evidence: traces, found: found)
  }

  private enum State {
    case absent
    case given(Wording)
    case at(FoldedRange)

    init(_ range: FoldedRange?) {
      self = range.map(State.at) ?? .absent
    }
  }

  private func state(of fact: Fact, in report: Report) -> State {
    func of(_ date: DateFact?) -> State {
      guard let date else { return .absent }
      return date.range.map(State.at) ?? .given(Wording(date.date.description))
    }
    switch fact {
    case .title: return State(report.title?.range)
    case .titleSubject: return State(report.title.flatMap { $0.namesSubject ? $0.range : nil })
    case .titleReportNoun: return State(report.title.flatMap { $0.endsAsReport ? $0.range : nil })
    case .titleYear: return State(report.title?.year?.range)
    case .titleBody: return State(report.title?.issuer)
    case .issuer: return State(report.issuer?.range)
    case .issuerOrgan: return State(report.issuer.flatMap { $0.isOrgan ? $0.range : nil })
    case .reportYear:
      guard let year = report.reportYear else { return .absent }
      return year.range.map(State.at) ?? .given(Wording("\(year.value)"))
    case .publicationDate: return of(report.publication)
    case .documentDate: return of(report.documentDate)
    case .signatureIssuer: return State(report.signature?.issuer)
    case .signatureDate: return of(report.signature?.date)
    case .column: return State(report.column)
    }
  }

  /// Where the fact should stand.
  private func slot(for fact: Fact, in report: Report) -> Answer.Trace {
    switch fact {
    case .title, .titleSubject, .titleReportNoun, .titleYear, .titleBody, .issuer, .issuerOrgan, .reportYear:
      if let title = report.title { return .nearest(title.range) }
      return .slot(report.text.blocks.first?.start ?? 0)
    case .column:
      return .slot(report.text.blocks.first?.start ?? 0)
    case .publicationDate, .documentDate:
      return .slot(report.title?.range.end ?? report.text.blocks.first?.start ?? 0)
    case .signatureIssuer, .signatureDate:
      return .slot(report.signature?.range.end ?? report.body.end)
    }
  }
}

extension KnownCheck {
  /// Reads `known`.
  init?(reading reader: inout MappingReader) {
    let facts = reader.choices(
      "known", .required, of: Fact.self, doc: Wording(zh: "这些事实都看得出", en: "All of these facts are known")
    ).map(\.value)
    guard !facts.isEmpty else { return nil }
    self.init(facts: facts)
  }
}

extension KnownCheck {
  func words(in pack: RulePack) -> Wording {
    Wording(
      zh: "看得出" + facts.map(\.words.zh).joined(separator: "、"),
      en: "shows " + facts.map(\.words.en).joined(separator: ", "))
  }
}
