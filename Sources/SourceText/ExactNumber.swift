/// A decimal number without rounding error: `units` × 10^-`scale`.
package struct ExactNumber: Hashable, Sendable {
  package var units: Int
  /// Digits after the point, 0…12.
  package var scale: Int

  package init(units: Int, scale: Int) {
    self.units = units
    self.scale = scale
  }
}
