/// A format in which the comparison of two audits is written.
public enum ComparisonFormat: String, CaseIterable, Sendable {
  case console, json, markdown, csv
}
