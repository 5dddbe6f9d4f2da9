import Comparison
public import Rules
public import SourceText

/// Something to be said of a run as a whole, or of several of its documents together; every rendering says it after the documents.
public struct RunNote: Sendable {
  public var kind: Kind
  public var message: Wording
  /// The file that it is about, and the line in it where one is meant.
  public var path: String
  public var line = 1
  /// Another file that it is about as well.
  public var related: String?

  /// What a note is about; the raw value stands where other programs want the id of a rule.
  public enum Kind: String, CaseIterable, Sendable {
    /// A body of the list has no report.
    case unpublished = "folder.unpublished"
    /// A report says what another of the run says.
    case sameReport = "folder.same-report"
    /// A report is of a body that the list does not have.
    case unlisted = "folder.unlisted"
    /// The baseline hides findings.
    case known = "baseline.known"
    /// The baseline holds what is no longer there.
    case stale = "baseline.stale"

    /// As grave as the gate takes it.
    public var severity: Severity {
      switch self {
      case .unpublished: .error
      case .sameReport: .warning
      case .unlisted, .known, .stale: .info
      }
    }

    /// What notes of this kind say, in a few words.
    public var title: Wording {
      switch self {
      case .unpublished: Wording(zh: "名单中没有报告的机关", en: "Bodies of the list without a report")
      case .sameReport: Wording(zh: "重复报送的报告", en: "Reports handed in twice")
      case .unlisted: Wording(zh: "名单之外的报告", en: "Reports of bodies that are not on the list")
      case .known: Wording(zh: "基线中已有的问题", en: "Known findings")
      case .stale: Wording(zh: "基线中已失效的条目", en: "Baseline entries out of date")
      }
    }
  }
}

extension RunNote {
  /// The beginning of its line.
  var location: Location {
    let start = Position(line: line, column: 1)
    return Location(start: start, end: start)
  }

  /// What it is known by from one run to the next.
  var fingerprint: Fingerprint { Fingerprint(of: [kind.rawValue, path, related ?? "", message.zh]) }
}

extension Summary {
  /// What is to be said of the run as a whole, in a stable order.
  public func notes(of run: Run) -> [RunNote] {
    var notes: [RunNote] = []
    if let expected = run.expected {
      for (body, isFound) in zip(expected.bodies, found) where !isFound {
        let year = body.year.map { Wording(zh: "\($0)年度的", en: " for \($0)") } ?? Wording("")
        notes.append(
          RunNote(
            kind: .unpublished,
            message: Wording(zh: "\(body.name)没有\(year.zh)报告", en: "no report of \(body.name)\(year.en)"),
            path: expected.path, line: body.line))
      }
    }
    for one in sameReports {
      notes.append(RunNote(kind: .sameReport, message: one.words, path: one.path, related: one.earlier.path))
    }
    for one in unlisted {
      notes.append(
        RunNote(
          kind: .unlisted,
          message: one.issuer.map {
            Wording(zh: "\(one.path)：名单中没有“\($0)”", en: "\(one.path): “\($0)” is not on the list")
          } ?? Wording(zh: "\(one.path)：看不出是哪个机关的", en: "\(one.path): whose it is can't be told"), path: one.path))
    }
    if let known = run.baseline {
      if hidden > 0 { notes.append(RunNote(kind: .known, message: Summary.notShown(hidden), path: known.path)) }
      for entry in known.stale(after: baseline) {
        notes.append(
          RunNote(
            kind: .stale,
            message: Wording(
              zh: "基线中的这一条已不存在：\(entry.document) · \(entry.rule)；用 baseline update 清理",
              en:
                "nothing answers to this entry any more: \(entry.document) · \(entry.rule); baseline update removes it"),
            path: known.path, line: entry.position?.line ?? 1))
      }
    }
    return notes
  }
}
