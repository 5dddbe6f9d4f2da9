import Documents
import Rules
import Scoring
import SourceText

/// Audits for a person at a console: grade and score, what is wrong with where and why and what to write, then the checklist.
///
/// ```
/// ── reports/annual/weak.txt ─────────────────────────────
///  不合格  54.5 分  ███████████░░░░░░░░░  未通过：2 项错误
/// ```
///
/// A few documents are shown in full. Of many (`Display.documentsInFull`) only those that fall short, each with its three
/// costliest shortfalls: whoever supervises a hundred bodies wants to know whom to call and about what.
public struct ConsoleRenderer: Renderer {
  private let run: Run
  private let display: Display

  public init(run: Run, display: Display) {
    self.run = run
    self.display = display
  }

  private var isInShort: Bool { run.documents > Display.documentsInFull }

  public var circumstances: String {
    "\(isInShort) \(display.width) \(display.isColoured) \(display.isQuiet)"
  }

  public func begin(into out: inout [UInt8]) {}

  public func document(_ document: AuditedDocument, into out: inout [UInt8]) {
    switch document.result {
    case .unreadable(let error):
      var page = ConsolePage(for: display)
      page.title(document.path)
      page.entry(
        Outcome.unreadable.words.text(in: run.language), labelInk: .boldRed, indent: 1,
        error.message.text(in: run.language))
      page.line()
      out.append(contentsOf: page.bytes)
    case .audited(let audit):
      if (display.isQuiet || isInShort) && audit.verdict.outcome == .passed { return }
      var console = ConsoleDocument(path: document.path, audit: audit, run: run, display: display)
      if isInShort { console.showInShort() } else { console.show(withChecklist: !display.isQuiet) }
      out.append(contentsOf: console.page.bytes)
    }
  }

  public func end(_ summary: Summary, into out: inout [UInt8]) {
    var console = ConsoleSummary(summary, run: run, display: display)
    console.show()
    out.append(contentsOf: console.page.bytes)
  }
}

extension ConsolePage {
  /// The line that opens a document.
  mutating func title(_ path: String) {
    let path = ConsoleText.harmless(path)
    let rest = max(display.width - displayWidth(path) - 4, 2)
    line(paint("── ", .dim) + paint(path, .bold) + " " + paint(String(repeating: "─", count: rest), .dim))
  }
}
