import YAMLReading

extension Bounds<Int> {
  /// Whether a number lies in the range, both ends included.
  func contains(_ number: Int) -> Bool {
    (lower.map { $0 <= number } ?? true) && (upper.map { number <= $0 } ?? true)
  }

  /// The range as its author wrote it.
  var written: String {
    if let lower, lower == upper { return "\(lower)" }
    return "\(lower.map(String.init) ?? "")..\(upper.map(String.init) ?? "")"
  }
}
