public import Reports
public import SourceText

/// What was understood of a document, shown so that anyone can see what the rules were asked about.
public struct Extract: Sendable {
  let report: Report
  let path: String
  let language: Language
  /// What each figure is of, in step with the report's figures; empty where that is not wanted.
  let readings: [FigureReading]
  /// Whether only the figures are shown.
  let isOfFigures: Bool

  public init(
    of report: Report, path: String, language: Language, readings: [FigureReading] = [], onlyFigures: Bool = false
  ) {
    self.report = report
    self.path = path
    self.language = language
    self.readings = readings
    isOfFigures = onlyFigures
  }

  /// The extract in a format.
  public func rendered(as format: ListingFormat, display: Display) -> [UInt8] {
    switch format {
    case .console:
      var console = ConsoleExtract(of: self, display: display)
      console.show()
      return console.page.bytes
    case .json: return json()
    }
  }
}
