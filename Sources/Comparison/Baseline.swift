import Documents
public import Reports
public import Rules
public import SourceText
import YAMLReading

/// The findings that are known and borne until they are put right, as a file holds them.
///
/// ```json
/// {
/// "schema_version": "1", "kind": "baseline", "pack": "annual-report", "pack_version": "1.0.0",
/// "findings": [
/// {"document": "2024/云溪县.txt", "rule": "figures.rate", "status": "violated", "credit": 0, "places": ["…"], "text": "98.15%"}
/// ]
/// }
/// ```
///
/// JSON is read as the YAML that it is: the file gets the same care for places and misspelt keys as any other that a user hands in.
public struct Baseline: Sendable {
  /// In the order of the file.
  public private(set) var entries: [Entry] = []
  /// The positions in `entries` by document.
  private var byDocument: [String: [Int]] = [:]

  /// A finding that is known.
  public struct Entry: Hashable, Sendable {
    /// The document's path from the folder of the baseline's file.
    public var document: String
    public var rule: String
    /// `partial`, `missing` or `violated`.
    public var status: Status
    public var credit: Credit
    /// Ascending; what identifies the finding.
    public var places: [Fingerprint]
    /// The words at the first place, for whoever reads the file.
    public var text: String?
    /// Where the entry stands in its file; nil when it was not read from one.
    public var position: Position?

    /// The entry for a finding, or nil when it is nothing to put right.
    public init?(_ finding: Finding, rule: Rule, document: String, report: Report) {
      switch finding.status {
      case .missing, .violated, .partial: break
      case .met, .notApplicable, .unverifiable, .waived: return nil
      }
      self.document = document
      self.rule = rule.id
      status = finding.status
      credit = finding.credit
      places = Fingerprint.places(of: finding, rule: rule, path: document, report: report)
      let found = finding.evidence.first { $0.kind == .found }?.range
      text = found.map { Entry.words(at: $0, in: report) }
    }

    init(
      document: String, rule: String, status: Status, credit: Credit, places: [Fingerprint], text: String?,
      position: Position
    ) {
      self.document = document
      self.rule = rule
      self.status = status
      self.credit = credit
      self.places = places
      self.text = text
      self.position = position
    }

    /// Whether what is found now was all there already, and no less bad than it is now.
    ///
    /// What was missing and is there in part is the same finding, half put right; its places are new ones.
    func covers(_ now: Entry) -> Bool {
      let isNoWorse = now.status == status || now.status == .partial
      guard isNoWorse, now.credit.thousandths >= credit.thousandths else { return false }
      return (status == .missing && now.status == .partial) || Set(now.places).isSubset(of: places)
    }

    /// A line's worth of the text.
    private static func words(at range: TextRange, in report: Report) -> String {
      let words = report.document.text.string(range).unicodeScalars.prefix(61)
      let isLong = words.count > 60
      return String(String.UnicodeScalarView(words.prefix(60))) + (isLong ? "…" : "")
    }
  }

  /// A baseline of these entries, in the order of their documents and rules.
  public init(_ entries: [Entry]) {
    self.entries = entries.sorted { ($0.document, $0.rule) < ($1.document, $1.rule) }
    for (index, entry) in self.entries.enumerated() { byDocument[entry.document, default: []].append(index) }
  }

  /// The documents of which it knows something, in no order that means anything.
  public var documents: some Collection<String> { byDocument.keys }

  /// The entries of one document.
  public func entries(of document: String) -> [Int] { byDocument[document] ?? [] }

  /// What of a baseline bears on one document.
  public struct Use: Sendable {
    /// The entries that name the document, by position.
    public var named: [Int]
    /// Those whose finding is still there.
    public var matched: [Int]

    public init(named: [Int], matched: [Int]) {
      self.named = named
      self.matched = matched
    }
  }

  /// Marks the findings of one document that are known.
  public func apply(to findings: inout [Finding], of rules: [Rule], report: Report, document: String) -> Use {
    let named = entries(of: document)
    var use = Use(named: named, matched: [])
    if named.isEmpty { return use }
    for index in findings.indices {
      let rule = rules[findings[index].rule]
      guard let position = named.first(where: { entries[$0].rule == rule.id }),
        let now = Entry(findings[index], rule: rule, document: document, report: report)
      else { continue }
      // One that has grown is new, but what is known of it is not gone.
      use.matched.append(position)
      findings[index].isKnown = entries[position].covers(now)
    }
    return use
  }
}

// MARK: Reading

extension Baseline {
  /// The word in the file by which it is known.
  public static let kind = "baseline"
  /// The version of the file's form.
  public static let schemaVersion = "1"

  /// Reads a file; nil when something is wrong, which `problems` then says.
  public init?(path: String, bytes: [UInt8], problems: inout [Problem]) {
    let sink = ProblemSink()
    let root = readYAML(path: path, bytes: bytes, problems: sink, limits: .ofOwnFiles)
    let read = root?.mapping { Baseline.read(&$0) }
    problems += sink.problems
    guard let read, !sink.hasError else { return nil }
    self.init(read)
  }

  private static func read(_ reader: inout MappingReader) -> [Entry]? {
    _ = reader.choice("schema_version", in: [schemaVersion], .required)
    _ = reader.choice("kind", in: [kind], .required)
    _ = reader.string("pack", .required)
    _ = reader.string("pack_version", .required)
    var seen: Set<[String]> = []
    return reader.mappings("findings", .required) { entry(&$0, seen: &seen) }
  }

  private static func entry(_ reader: inout MappingReader, seen: inout Set<[String]>) -> Entry? {
    let document = reader.string("document", .required)
    let rule = reader.string("rule", .required)
    let status = reader.choice("status", in: [Status.partial, .missing, .violated].map(\.rawValue), .required)
    let credit = reader.decimal("credit", .required)
    let places = reader.strings("places", .required)
    let text = reader.string("text")
    if let document, let rule, !seen.insert([document.value, rule.value]).inserted {
      reader.report(
        Wording(
          zh: "“\(document.value)”的“\(rule.value)”在前面已经有一条；请删去一条，或者重新生成基线。",
          en:
            "there is an entry for `\(rule.value)` of `\(document.value)` already; remove one, or make the baseline anew"
        ))
    }
    for place in places where !Fingerprint.isOne(place.value) {
      reader.report(
        Wording(
          zh: "“\(place.value)”不是指纹；指纹是 32 位十六进制数字。", en: "`\(place.value)` is no fingerprint, 32 hexadecimal digits"),
        at: place)
    }
    guard let document, let rule, let status = status.flatMap({ Status(rawValue: $0.value) }), let credit else {
      return nil
    }
    return Entry(
      document: document.value, rule: rule.value, status: status,
      credit: Credit(thousandths: credit.value.thousandths ?? 0),
      places: places.map { Fingerprint($0.value) }.sorted(), text: text?.value, position: reader.value.position)
  }
}
