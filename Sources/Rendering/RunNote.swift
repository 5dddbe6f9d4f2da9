import Comparison
package import Rules
package import SourceText

/// Something to be said of a run as a whole, or of several of its documents together; every rendering says it after the documents.
package struct RunNote: Sendable {
  package var kind: Kind
  package var message: Wording
  /// The file that it is about, and the line in it where one is meant.
  package var path: String
  package var line = 1
  /// Another file that it is about as well.
  package var related: String?

  /// What a note is about; the raw value stands where other programs want the id of a rule.
  package enum Kind: String, CaseIterable, Sendable {
    /// The baseline hides findings.
    case known = "baseline.known"
    /// The baseline holds what is no longer there.
    case stale = "baseline.stale"

    /// As grave as the gate takes it.
    package var severity: Severity {
      switch self {
      case .known, .stale: .info
      }
    }

    /// What notes of this kind say, in a few words.
    package var title: Wording {
      switch self {
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
  package func notes(of run: Run) -> [RunNote] {
    var notes: [RunNote] = []
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
