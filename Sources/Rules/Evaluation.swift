package import Documents
package import Reports

extension RulePack {
  /// Reads a document and judges it by every rule, in the order of the rules.
  package func audit(_ document: DecodedDocument, given: GivenFacts) -> (report: Report, findings: [Finding]) {
    fatalError("lead")
  }
}
