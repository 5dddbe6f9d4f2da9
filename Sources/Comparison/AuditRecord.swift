public import Rules
public import SourceText
import YAMLReading

/// What two audits of a document are compared by: score, categories, and the status of each rule.
public struct AuditRecord: Hashable, Sendable {
  public var path: String
  public var issuer: String?
  public var year: Int?
  /// `passed`, `failed` or `unreadable`.
  public var outcome: String
  /// In tenths of a point; nil when nothing could be scored.
  public var score: Int?
  public var grade: String?
  public var categories: [Category]
  public var results: [Result]

  public struct Category: Hashable, Sendable {
    public var id: String
    public var title: String
    /// In tenths of a point.
    public var score: Int?

    public init(id: String, title: String, score: Int?) {
      self.id = id
      self.title = title
      self.score = score
    }
  }

  public struct Result: Hashable, Sendable {
    public var rule: String
    public var title: String
    public var status: Status
    /// The share of the weight that is earned, in thousandths; nil for what does not count.
    public var credit: Int?

    public init(rule: String, title: String, status: Status, credit: Int?) {
      self.rule = rule
      self.title = title
      self.status = status
      self.credit = credit
    }
  }

  public init(
    path: String, issuer: String?, year: Int?, outcome: String, score: Int?, grade: String?, categories: [Category],
    results: [Result]
  ) {
    self.path = path
    self.issuer = issuer
    self.year = year
    self.outcome = outcome
    self.score = score
    self.grade = grade
    self.categories = categories
    self.results = results
  }

  /// Whether the file's name is in the path; the part behind the last slash.
  var fileName: Substring { path.split(separator: "/").last ?? Substring(path) }
}

// MARK: Reading

extension AuditRecord {
  /// Reads what `check --format json` wrote; nil when it is something else, which `problems` then says.
  ///
  /// JSON is read as the YAML that it is (see `Baseline`). Members that are not compared are passed over: later versions add some.
  public static func read(path: String, bytes: [UInt8], problems: inout [Problem]) -> [AuditRecord]? {
    let sink = ProblemSink()
    defer { problems += sink.problems }
    guard let root = readYAML(path: path, bytes: bytes, problems: sink, limits: .ofOwnFiles) else { return nil }
    guard let documents = root.peek("documents")?.values(), root.peek("schema_version")?.string()?.value == "1",
      root.peek("tool")?.peek("name")?.string()?.value == "fazhi-audit"
    else {
      root.report(
        Wording(
          zh: "这不是 fazhi-audit check --format json 的结果。",
          en: "this is nothing that fazhi-audit check --format json wrote"))
      return nil
    }
    let records = documents.compactMap { record($0) }
    return sink.hasError ? nil : records
  }

  private static func record(_ value: YAMLValue) -> AuditRecord? {
    guard let path = text("path", of: value), let outcome = text("outcome", of: value) else {
      value.report(Wording(zh: "这份文档缺少 path 或 outcome。", en: "this document lacks `path` or `outcome`"))
      return nil
    }
    let document = value.peek("document")
    return AuditRecord(
      path: path, issuer: document.flatMap { text("issuer", of: $0) },
      year: document.flatMap { number("report_year", of: $0) },
      outcome: outcome, score: tenths(of: value), grade: text("grade", of: value),
      categories: (value.peek("categories")?.values() ?? []).compactMap { category in
        guard let id = text("id", of: category), let title = text("title", of: category) else { return nil }
        return Category(id: id, title: title, score: tenths(of: category))
      },
      results: (value.peek("results")?.values() ?? []).compactMap { result in
        guard let rule = text("rule", of: result), let title = text("title", of: result),
          let status = text("status", of: result).flatMap(Status.init(rawValue:))
        else { return nil }
        return Result(rule: rule, title: title, status: status, credit: thousandths("credit", of: result))
      })
  }

  /// A member that is neither missing nor null.
  private static func member(_ name: String, of value: YAMLValue) -> YAMLValue? {
    guard let member = value.peek(name), !member.isNull else { return nil }
    return member
  }

  private static func text(_ name: String, of value: YAMLValue) -> String? { member(name, of: value)?.string()?.value }
  private static func number(_ name: String, of value: YAMLValue) -> Int? { member(name, of: value)?.int()?.value }

  private static func thousandths(_ name: String, of value: YAMLValue) -> Int? {
    member(name, of: value)?.decimal()?.value.thousandths
  }

  private static func tenths(of value: YAMLValue) -> Int? { thousandths("score", of: value).map { $0 / 100 } }
}
