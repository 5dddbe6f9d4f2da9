package import Reports
package import Rules
package import Scoring
package import SourceText

/// Writes audits as bytes of one format, document by document, so that memory stays flat over any number of them.
///
/// `document` is a pure function of its arguments: documents are rendered on several threads at once and put in order afterwards.
package protocol Renderer: Sendable {
  /// What stands between two documents of which something was written; nothing by default.
  var separator: [UInt8] { get }
  /// How many shortfalls of each document the summary must keep for `end`; none by default.
  var remarksInSummary: Int { get }
  /// What stands before the first document.
  func begin(into out: inout [UInt8])
  /// One document; nothing may be written, and then no separator is.
  func document(_ document: AuditedDocument, into out: inout [UInt8])
  /// What stands after the last document.
  func end(_ summary: Summary, into out: inout [UInt8])
}

extension Renderer {
  package var separator: [UInt8] { [] }
  package var remarksInSummary: Int { 0 }
}

/// Puts the pieces of one rendering together in the order of the documents.
package struct RenderedPieces: Sendable {
  private let separator: [UInt8]
  private var isFirst = true

  package init(of renderer: any Renderer) { separator = renderer.separator }

  /// The bytes to write for the next document, given what its renderer wrote.
  package mutating func next(_ piece: [UInt8]) -> [UInt8] {
    if piece.isEmpty { return piece }
    defer { isFirst = false }
    return isFirst || separator.isEmpty ? piece : separator + piece
  }
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
