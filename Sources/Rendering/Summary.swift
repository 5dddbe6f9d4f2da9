public import Comparison
import Documents
import Reports
public import Rules
public import Scoring
public import SourceText

/// The counts of a run, and its worst documents.
///
/// It grows with the number of rules, not with the number of documents.
public struct Summary: Sendable {
  public private(set) var documents = 0
  public private(set) var passed = 0
  public private(set) var failed = 0
  public private(set) var unreadable = 0
  /// In step with `RulePack.rules`.
  public private(set) var rules: [StatusCounts]
  /// In step with `RulePack.grades`.
  public private(set) var grades: [Int]
  /// In step with `Run.waivers`.
  public private(set) var waivers: [WaiverUse]
  /// The worst documents, worst first: unreadable, then failed, then by score; at most as many as were asked for.
  public private(set) var worst: [Row] = []
  /// How many findings are something to put right, over all documents; those that a baseline hides are not among them.
  public private(set) var shortfalls = 0
  /// How many findings the baseline holds, and how many of them are not shown.
  public private(set) var known = 0
  public private(set) var hidden = 0
  /// In step with the entries of the run's baseline.
  public private(set) var baseline: [EntryState]
  /// Reports that say what one before them says.
  public private(set) var sameReports: [SameReport] = []
  /// In step with the bodies of the run's list: whether there is a report of each.
  public private(set) var found: [Bool]
  /// Reports of bodies that are not on the list, as many as are worth showing.
  public private(set) var unlisted: [(path: String, issuer: String?)] = []
  private var finder = SameReportFinder()
  /// How many reports were not kept for later ones to be compared with, because there were too many.
  public var leftOut: Int { finder.leftOut }
  private var tenths = 0
  private var scored = 0

  private let rows: Int

  /// How many rows are kept where nobody asks for more.
  public static let rowLimit = 200

  /// A summary of nothing yet.
  ///
  /// - Parameters:
  ///   - waivers: how many waivers the run has.
  ///   - baseline: how many entries its baseline has.
  ///   - expected: how many bodies have to publish.
  ///   - rows: how many documents are kept in `worst`.
  public init(for pack: RulePack, waivers: Int = 0, baseline: Int = 0, expected: Int = 0, rows: Int = Summary.rowLimit)
  {
    self.rows = rows
    rules = Array(repeating: StatusCounts(), count: pack.rules.count)
    grades = Array(repeating: 0, count: pack.grades.count)
    self.waivers = Array(repeating: WaiverUse(), count: waivers)
    self.baseline = Array(repeating: .unseen, count: baseline)
    found = Array(repeating: false, count: expected)
  }

  /// The mean of the documents' scores, as shown, or nil when none has one.
  public var meanScore: Score? { Score.mean(ofTenths: tenths, count: scored) }

  /// What is kept of one document.
  public struct Row: Sendable {
    public var path: String
    /// Position in the run, from 0.
    public fileprivate(set) var index = 0
    public var issuer: String?
    public var outcome: Outcome
    public var score: Score?
    public var grade: Int?
    public var errors: Int
    public var warnings: Int
    /// The costliest shortfalls, as many as the renderers asked for.
    var remarks: [Remark] = []
    /// How many shortfalls there are, in the remarks or not.
    var shortfalls = 0
    /// Why it could not be read.
    public var trouble: Wording?

    /// Sorts the worst first; documents that are equally bad keep their order.
    fileprivate func isWorse(than other: Row) -> Bool {
      func rank(_ row: Row) -> (Int, Int) {
        switch row.outcome {
        case .unreadable: (0, 0)
        case .failed: (1, row.score?.tenths ?? -1)
        case .passed: (2, row.score?.tenths ?? 1001)
        }
      }
      return rank(self) < rank(other)
    }
  }

  /// What is counted of one document; small, so that it can wait for its turn while the audit itself is let go.
  public struct Digest: Sendable {
    var row: Row
    var statuses: [(rule: Int32, status: Status)]
    /// The waivers that name the document, and those among its findings.
    var waivers: (named: [Int], met: [(number: Int, isExcused: Bool)])
    var baseline: Baseline.Use?
    var known = 0
    var hidden = 0
    var hiddenRules: [Int32] = []
    /// Nil for a run of one document.
    var sketch: ReportSketch?
    /// The bodies of the run's list whose report it is; nil without a list.
    var bodies: (found: [Int], isListed: Bool)?

    /// - Parameter remarks: how many shortfalls are kept; they are worded in the run's language.
    public init(of document: AuditedDocument, run: Run, remarks: Int = 0) {
      row = Row(path: document.path, outcome: .unreadable, score: nil, grade: nil, errors: 0, warnings: 0)
      statuses = []
      waivers = ([], [])
      switch document.result {
      case .unreadable(let error): row.trouble = error.message
      case .audited(let audit):
        row.issuer = audit.report.issuer?.name
        row.outcome = audit.verdict.outcome
        row.score = audit.scorecard.score
        row.grade = audit.scorecard.grade
        if run.documents > 1 { sketch = ReportSketch(of: audit.report) }
        bodies = run.expected.map { expected in
          guard let issuer = audit.report.issuer?.name else { return ([], false) }
          let match = expected.matches(issuer: issuer, year: audit.report.reportYear?.value)
          return (match.bodies, match.isListed)
        }
        waivers.named = audit.waivers
        baseline = audit.baseline
        known = audit.known
        hidden = audit.hidden
        statuses.reserveCapacity(audit.findings.count)
        for index in audit.findings.indices {
          let (rule, status) = (audit.findings[index].rule, audit.findings[index].status)
          statuses.append((Int32(truncatingIfNeeded: rule), status))
          if let number = audit.findings[index].waiver?.number { waivers.met.append((number, status == .waived)) }
          if audit.hides(index) {
            hiddenRules.append(Int32(truncatingIfNeeded: rule))
            continue
          }
          switch status.gravity(at: audit.rules[rule].severity) {
          case .error: row.errors += 1
          case .warning: row.warnings += 1
          case .info, nil: break
          }
          switch status {
          case .missing, .violated, .partial: row.shortfalls += 1
          case .met, .notApplicable, .unverifiable, .waived: break
          }
        }
        if remarks > 0 {
          row.remarks = audit.remarks(
            path: document.path, language: run.language, limit: remarks)
        }
      }
    }

    public var outcome: Outcome { row.outcome }
    public var path: String { row.path }
  }

  /// Adds a document; documents are added in the order of the output.
  public mutating func add(_ digest: Digest) {
    documents += 1
    switch digest.row.outcome {
    case .passed: passed += 1
    case .failed: failed += 1
    case .unreadable: unreadable += 1
    }
    if let score = digest.row.score {
      tenths += score.tenths
      scored += 1
    }
    shortfalls += digest.row.shortfalls
    known += digest.known
    hidden += digest.hidden
    if let sketch = digest.sketch, let earlier = finder.add(sketch, path: digest.row.path) {
      sameReports.append(SameReport(path: digest.row.path, year: sketch.year, earlier: earlier))
    }
    if let bodies = digest.bodies {
      for body in bodies.found { found[body] = true }
      if !bodies.isListed, unlisted.count < Summary.rowLimit { unlisted.append((digest.row.path, digest.row.issuer)) }
    }
    if let use = digest.baseline {
      for entry in use.named { baseline[entry] = .gone }
      for entry in use.matched { baseline[entry] = .matched }
    }
    if let grade = digest.row.grade { grades[grade] += 1 }
    for (rule, status) in digest.statuses { rules[Int(rule)].count(status) }
    for rule in digest.hiddenRules { rules[Int(rule)].hidden += 1 }
    for number in digest.waivers.named { waivers[number].documents += 1 }
    for (number, isExcused) in digest.waivers.met {
      if isExcused { waivers[number].excused += 1 } else { waivers[number].expired += 1 }
    }
    var row = digest.row
    row.index = documents - 1
    keep(row)
  }

  private mutating func keep(_ row: Row) {
    if worst.count >= rows {
      guard let last = worst.last, row.isWorse(than: last) else { return }
      worst.removeLast()
    }
    worst.insert(row, at: worst.partitioningIndex { row.isWorse(than: $0) })
  }
}

/// A report that says what an earlier one of the run says.
public struct SameReport: Hashable, Sendable {
  public var path: String
  public var year: Int?
  public var earlier: SameReportFinder.Match

  /// Which two, how far, and what it may mean.
  var words: Wording {
    let isSame = earlier.share == 100
    let zh = isSame ? "文字相同" : "\(earlier.share)% 的文字相同"
    let en = isSame ? "has the very words of" : "has \(earlier.share) % of the words of"
    let isOld = year != nil && earlier.year != nil && year != earlier.year
    return Wording(
      zh: "\(path) 与 \(earlier.path) \(zh)，\(isOld ? "年度却不同，疑似沿用旧稿" : "疑似重复报送")",
      en: "\(path) \(en) \(earlier.path)\(isOld ? ", though it is of another year" : ""); was it handed in twice?")
  }
}

/// What became of an entry of a baseline in a run.
public enum EntryState: Hashable, Sendable {
  /// Its document was not audited, or could not be read.
  case unseen
  /// Its finding is still there.
  case matched
  /// Its finding is no longer there.
  case gone
}

/// What one waiver was good for in a run.
public struct WaiverUse: Hashable, Sendable {
  /// Documents that it names.
  public var documents = 0
  /// Findings that it excused.
  public var excused = 0
  /// Findings that it would have excused, had it not expired.
  public var expired = 0
}

/// How often one rule gave each status.
public struct StatusCounts: Hashable, Sendable {
  public var met = 0
  public var partial = 0
  public var missing = 0
  public var violated = 0
  public var notApplicable = 0
  public var unverifiable = 0
  public var waived = 0
  /// Of the shortfalls, those that a baseline hides.
  public var hidden = 0

  mutating func count(_ status: Status) {
    switch status {
    case .met: met += 1
    case .partial: partial += 1
    case .missing: missing += 1
    case .violated: violated += 1
    case .notApplicable: notApplicable += 1
    case .unverifiable: unverifiable += 1
    case .waived: waived += 1
    }
  }
}
