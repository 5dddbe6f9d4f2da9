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

  package init(pack: RulePack, gate: Gate, language: Language, documents: Int) {
    self.pack = pack
    self.gate = gate
    self.language = language
    self.documents = documents
  }
}
