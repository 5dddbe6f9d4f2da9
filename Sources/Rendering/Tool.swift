/// The program as it names itself.
package enum Tool {
  package static let name = "fazhi-audit"
  package static let version = "0.1.0"
}
