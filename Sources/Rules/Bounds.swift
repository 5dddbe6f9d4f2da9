import SourceText
import YAMLReading

extension Bounds where Value: Comparable & CustomStringConvertible {
  /// Whether a number lies in the range, both ends included.
  func contains(_ number: Value) -> Bool {
    (lower.map { $0 <= number } ?? true) && (upper.map { number <= $0 } ?? true)
  }

  /// The range as a person says it, to be followed by what is counted.
  var words: Wording {
    switch (lower, upper) {
    case (let lower?, let upper?) where lower == upper: Wording(zh: "\(lower)", en: "exactly \(lower)")
    case (let lower?, let upper?): Wording(zh: "\(lower)至\(upper)", en: "\(lower) to \(upper)")
    case (let lower?, nil): Wording(zh: "不少于\(lower)", en: "at least \(lower)")
    case (nil, let upper?): Wording(zh: "不超过\(upper)", en: "at most \(upper)")
    case (nil, nil): Wording(zh: "任意多", en: "any number of")
    }
  }
}
