import Comparison
import Documents
import Reports
import Rules
import Scoring
import SourceText

/// A shortfall as one remark in a list of another program: where, how grave, what is wrong and what to write.
struct Remark: Sendable {
  /// Position in `RulePack.rules`.
  var rule: Int
  var status: Status
  /// As the gate counts it; what is partly met under an `info` rule is information.
  var gravity: Severity
  /// In hundredths of a point.
  var lost: Int
  var message: String
  var remedy: String
  var location: Location
  /// What the location's lines are in the file.
  var lineUnit: LineNumber.Unit
  var fingerprint: Fingerprint

  /// The line on which it begins.
  var line: LineNumber { LineNumber(location.start.line, of: lineUnit) }

  /// What is wrong and what to do, in one paragraph.
  func paragraph(in language: Language) -> String { Remark.paragraph(message, remedy: remedy, in: language) }

  static func paragraph(_ message: String, remedy: String, in language: Language) -> String {
    if remedy.isEmpty { return message }
    let end = message.unicodeScalars.last.map { "。！？.!?".unicodeScalars.contains($0) } ?? true
    return Wording(
      zh: "\(message)\(end ? "" : "。")改法：\(remedy)", en: "\(message)\(end ? "" : ".") To do: \(remedy)"
    ).text(in: language)
  }
}

extension Audit {
  /// The shortfalls as remarks, costliest first, at most `limit`.
  func remarks(path: String, language: Language, limit: Int = .max) -> [Remark] {
    Shortfall.ranked(of: self).prefix(limit).map { shortfall in
      let finding = findings[shortfall.finding]
      return Remark(
        rule: finding.rule, status: finding.status, gravity: shortfall.gravity ?? .info,
        lost: shortfall.lost?.hundredths ?? 0, message: finding.message.text(in: language),
        remedy: finding.remedy.text(in: language),
        location: finding.evidence.first.map { Location(of: $0.range, in: report.document) } ?? .beginning,
        lineUnit: report.document.lineUnit,
        fingerprint: Fingerprint(of: finding, rule: rules[finding.rule], path: path, report: report))
    }
  }
}
