import Documents
import Reports
import Rules
import SourceText

/// A report's facts as they are shown: in the author's own characters, on one line.
struct DocumentFacts {
  let report: Report

  init(of report: Report) {
    self.report = report
  }

  /// The title as the author wrote it, a title over several lines joined.
  var title: String? {
    report.title.map { title in
      // Only a line end inside the title is no part of it: the blank between two bodies is the author's.
      let source = report.document.text.string(report.text.source(title.range))
      return source.split(whereSeparator: \.isNewline).map(trimmed).joined()
    }
  }

  private func trimmed(_ line: Substring) -> Substring {
    let start = line.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }

  /// The author's characters behind a folded range, runs of white space and line ends as the text has them in Chinese: as one space, or as nothing between two wide characters.
  func quote(_ range: FoldedRange) -> String {
    quote(report.text.source(range))
  }

  func quote(_ range: TextRange) -> String {
    let text = report.document.text
    var bytes: [UInt8] = []
    var isGap = false
    for byte in text.bytes[range.start..<text.end(ofQuotation: range)] {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isGap = true
        continue
      }
      if isGap, let last = bytes.last, last < 0x80 || byte < 0x80 { bytes.append(0x20) }
      isGap = false
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension RulePack {
  /// The legal bases of a rule in words, or nil when it cites none.
  func basis(of rule: Rule, in language: Language) -> String? {
    if rule.basis.isEmpty { return nil }
    let separator =
      switch language {
      case .zh: "；"
      case .en: "; "
      }
    return rule.basis.map { words(for: $0).text(in: language) }.joined(separator: separator)
  }
}
