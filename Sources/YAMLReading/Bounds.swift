/// A range as rules write it: `120..`, `..60`, `2021..2025`, or one value for both ends.
///
/// Both ends are named, and whoever reads the range says whether the upper one is still inside.
public struct Bounds<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Nil when the range is open below.
  public var lower: Value?
  /// Nil when the range is open above; never nil together with `lower`.
  public var upper: Value?

  public init(lower: Value?, upper: Value?) {
    self.lower = lower
    self.upper = upper
  }
}
