public import SourceText

/// Gathers the problems of the files that are being read, so that all of them can be shown at once.
///
/// It keeps facts and offsets while reading goes on; lines are cut out once, in `problems`.
public final class ProblemSink {
  /// More problems than this in one reading are counted, but not shown.
  public static let limit = 200

  private struct Report {
    var message: Wording
    var file: Int
    var range: TextRange?
    var severity: Problem.Severity
  }

  private var files: [YAMLSource] = []
  private var reports: [Report] = []
  private var notShown = 0
  /// Whether an error is among those not shown.
  private var hidesError = false

  public init() {}

  /// Whether nothing was reported, not even a warning.
  public var isEmpty: Bool { reports.isEmpty }

  /// How many problems were reported, warnings and those not shown included.
  public var count: Int { reports.count + notShown }

  /// Whether an error was reported.
  public var hasError: Bool { reports.contains { $0.severity == .error } }

  /// Whether further problems are only counted.
  public var isFull: Bool { reports.count >= Self.limit }

  /// Adds a problem; without a range it is about the file as a whole.
  ///
  /// The message is made only when it will be shown.
  public func report(
    _ message: @autoclosure () -> Wording, in source: YAMLSource, at range: TextRange?,
    severity: Problem.Severity = .error
  ) {
    if isFull {
      notShown += 1
      // Who has two hundred warnings still wants to see the error.
      guard severity == .error, let warning = reports.lastIndex(where: { $0.severity == .warning }) else {
        if severity == .error { hidesError = true }
        return
      }
      reports.remove(at: warning)
    }
    let file = files.lastIndex { $0.path == source.path } ?? files.count
    if file == files.count { files.append(source) }
    reports.append(Report(message: message(), file: file, range: range, severity: severity))
  }

  /// Adds what another sink has gathered, as if it had been reported here.
  func add(_ other: ProblemSink) {
    for one in other.reports { report(one.message, in: other.files[one.file], at: one.range, severity: one.severity) }
    notShown += other.notShown
    hidesError = hidesError || other.hidesError
  }

  /// All problems: the files in the order in which they first had one, then by place.
  public var problems: [Problem] {
    let order = reports.indices.sorted { left, right in
      let (one, other) = (reports[left], reports[right])
      return (one.file, one.range?.start ?? -1, left) < (other.file, other.range?.start ?? -1, right)
    }
    // Problems of one line share its string: a hostile file may be one line of a megabyte.
    var shown: (file: Int, number: Int, line: String, end: Int)?
    var problems: [Problem] = []
    for index in order {
      let report = reports[index]
      let source = files[report.file]
      guard let range = report.range else {
        problems.append(Problem(report.message, path: source.path, severity: report.severity))
        continue
      }
      let number = source.text.lines.line(of: range.start)
      if shown?.file != report.file || shown?.number != number {
        let line = source.lineRange(number)
        shown = (report.file, number, source.text.string(line), line.end)
      }
      let place = source.place(of: range, line: shown?.line ?? "", end: shown?.end ?? range.end)
      problems.append(Problem(report.message, path: source.path, place: place, severity: report.severity))
    }
    if notShown > 0, let last = problems.last {
      let message = Wording(zh: "另有 \(notShown) 个问题未列出。", en: "\(notShown) more problems are not shown.")
      problems.append(Problem(message, path: last.path, severity: hidesError ? .error : .warning))
    }
    return problems
  }
}
