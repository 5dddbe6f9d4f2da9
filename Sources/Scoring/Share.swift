/// How much was earned of what could be, both in millionths (a weight's thousandths times a credit's).
///
/// Exact: a category's score is 100 × `earned` ÷ `possible`.
public struct Share: Hashable, Sendable {
  public var earned: UInt64
  public var possible: UInt64

  public init(earned: UInt64, possible: UInt64) {
    self.earned = earned
    self.possible = possible
  }

  /// The share of 100 points, rounded half up to one place, or nil when nothing could be earned.
  public var score: Score? {
    if possible == 0 { return nil }
    let (earned, possible) = (UInt128(earned), UInt128(possible))
    return Score(tenths: Int((2 * 1000 * earned + possible) / (2 * possible)))
  }

  /// The same share in the smallest numbers.
  var reduced: Share {
    var (larger, smaller) = (possible, earned)
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger == 0 ? self : Share(earned: earned / larger, possible: possible / larger)
  }
}
