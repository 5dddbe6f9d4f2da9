/// An invented document with all that is known of it by its making.
package struct SampleDocument: Sendable, CustomStringConvertible {
  /// What it shows, in a few English words; unique among the samples.
  package var name: String
  /// A file name whose ending tells the format.
  package var fileName: String
  package var bytes: [UInt8]
  /// Options of `fazhi-audit check` without which the verdicts do not hold.
  package var options: [String]
  package var verdicts: SampleVerdicts
  package var facts: SampleFacts

  package var description: String { name }

  /// A report laid out and encoded.
  package init(
    _ name: String, _ report: SampleReport, layout: SampleLayout = .standard, encoding: SampleEncoding = .utf8,
    options: [String] = [], verdicts: SampleVerdicts = .allMet, facts: SampleFacts? = nil
  ) {
    self.init(
      name, text: layout.text(of: report), ending: layout.fileEnding, encoding: encoding, options: options,
      verdicts: verdicts, facts: facts ?? report.facts)
  }

  /// A text as it stands.
  package init(
    _ name: String, text: String, ending: String = "txt", encoding: SampleEncoding = .utf8, options: [String] = [],
    verdicts: SampleVerdicts, facts: SampleFacts
  ) {
    self.name = name
    self.fileName = String(name.map { $0.isLetter || $0.isNumber ? $0 : "-" }) + "." + ending
    self.bytes = encoding.bytes(of: text)
    self.options = options
    self.verdicts = verdicts
    self.facts = facts
  }
}
