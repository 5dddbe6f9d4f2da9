package import Reports
package import SourceText

/// What was understood of a document, shown so that anyone can see what the rules were asked about.
package struct Extract: Sendable {
  let report: Report
  let path: String
  let language: Language

  package init(of report: Report, path: String, language: Language) {
    self.report = report
    self.path = path
    self.language = language
  }

  /// The extract in a format.
  package func rendered(as format: ListingFormat, display: Display) -> [UInt8] {
    switch format {
    case .console:
      var console = ConsoleExtract(of: self, display: display)
      console.show()
      return console.page.bytes
    case .json: return json()
    }
  }
}
