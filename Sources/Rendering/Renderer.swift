package import Reports
package import Rules
package import Scoring
package import SourceText

/// Writes audits as bytes of one format, document by document, so that memory stays flat over any number of them.
///
/// `document` is a pure function of its arguments: documents are rendered on several threads at once and put in order afterwards.
package protocol Renderer: Sendable {
  /// What stands before the first document.
  func begin(into out: inout [UInt8])
  /// One document; `index` counts from 0 in the order of the output.
  func document(_ document: AuditedDocument, index: Int, into out: inout [UInt8])
  /// What stands after the last document.
  func end(_ summary: Summary, into out: inout [UInt8])
}

/// What all documents of a run have in common.
package struct Run: Sendable {
  package var pack: RulePack
  package var gate: Gate
  package var language: Language
  /// How many documents there are, known before the first is read.
  package var documents: Int
  /// In the order of their files.
  package var waivers: [Waiver]
  /// The day on which waivers are looked at; nil where there are none.
  package var day: CalendarDate?

  package init(
    pack: RulePack, gate: Gate, language: Language, documents: Int, waivers: [Waiver] = [], day: CalendarDate? = nil
  ) {
    self.pack = pack
    self.gate = gate
    self.language = language
    self.documents = documents
    self.waivers = waivers
    self.day = day
  }

  /// What became of each waiver, in step with `waivers`.
  package func waiverStates(in summary: Summary) -> [WaiverState] {
    zip(waivers, summary.waivers).map { waiver, use in
      if let day, waiver.hasExpired(on: day) { return .expired }
      return use.excused > 0 ? .used : .unused
    }
  }
}

/// What became of a waiver in a run.
package enum WaiverState: String, CaseIterable, Sendable {
  /// It excused a finding.
  case used
  /// Its last day is over; what it excused counts again.
  case expired
  /// It holds, and there was nothing to excuse.
  case unused
}
