import Rules
import Scoring
import SourceText

/// The gravest shortfalls as workflow commands, which GitHub shows beside the lines of a pull request, and a line that sums up.
///
/// ```
/// ::error file=reports/云溪县.txt,line=7,col=1,endLine=7,endColumn=9,title=section.causes::…
/// 3 份：通过 1 份，未通过 1 份，无法读取 1 份
/// ```
///
/// A step shows ten annotations of a kind and drops the rest without a word, so ten are written in all and the last line counts the
/// others. The job's summary page is `--format markdown="$GITHUB_STEP_SUMMARY"`. Source: GitHub documentation, “Workflow commands”.
public struct GitHubRenderer: Renderer {
  private let run: Run
  private static let annotationLimit = 10

  public init(run: Run) { self.run = run }

  public var remarksInSummary: Int { GitHubRenderer.annotationLimit }

  public func begin(into out: inout [UInt8]) {}

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {}

  public func end(_ summary: Summary, into out: inout [UInt8]) {
    var written = 0
    for row in summary.worst {
      guard let trouble = row.trouble, written < GitHubRenderer.annotationLimit else { continue }
      annotate(
        "error", path: row.path, location: .beginning, title: Outcome.unreadable.words.text(in: run.language),
        trouble.text(in: run.language), to: &out)
      written += 1
    }
    let notes = summary.notes(of: run).filter { $0.kind.severity != .info }
    for note in notes.prefix(GitHubRenderer.annotationLimit / 2) where written < GitHubRenderer.annotationLimit {
      annotate(
        note.kind.severity == .error ? "error" : "warning", path: note.path, location: note.location,
        title: note.kind.title.text(in: run.language), note.message.text(in: run.language), to: &out)
      written += 1
    }
    let remarks = summary.worst.flatMap { row in row.remarks.map { (row.path, $0) } }.enumerated().sorted {
      let (left, right) = ($0.element.1, $1.element.1)
      if left.gravity != right.gravity { return left.gravity > right.gravity }
      if left.lost != right.lost { return left.lost > right.lost }
      return $0.offset < $1.offset
    }
    for (_, (path, remark)) in remarks.prefix(GitHubRenderer.annotationLimit - written) {
      let rule = run.pack.rules[remark.rule]
      let command =
        switch remark.gravity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
      annotate(
        command, path: path, location: remark.location, title: "\(rule.title.text(in: run.language)) (\(rule.id))",
        remark.paragraph(in: run.language), to: &out)
      written += 1
    }
    let left = summary.shortfalls + summary.unreadable + notes.count - written
    let counts = summary.words
    let statistics =
      summary.documents > 1
      ? [summary.gradeWords(of: run)].compactMap(\.self) + summary.statistics(of: run).map(\.words) : []
    let rest =
      left > 0 ? Wording(zh: "；另有\(left)处不足未标注", en: "; \(left) more shortfalls are not annotated") : Wording("")
    let line = ([counts] + statistics).map { $0.text(in: run.language) }
    out +=
      (line.joined(separator: Wording(zh: "；", en: "; ").text(in: run.language)) + rest.text(in: run.language) + "\n")
      .utf8
  }

  private func annotate(
    _ command: String, path: String, location: Location, title: String, _ message: String, to out: inout [UInt8]
  ) {
    let properties = [
      ("file", path), ("line", "\(location.start.line)"), ("endLine", "\(location.end.line)"),
      ("col", "\(location.start.column)"), ("endColumn", "\(location.end.column)"), ("title", title),
    ]
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    out += "::\(command) \(list)::\(escaped(message, isProperty: false))\n".utf8
  }

  private func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return ConsoleText.harmless(escaped)
  }
}
