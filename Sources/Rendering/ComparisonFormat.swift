/// A format in which the comparison of two audits is written.
package enum ComparisonFormat: String, CaseIterable, Sendable {
  case console, json, markdown, csv
}
