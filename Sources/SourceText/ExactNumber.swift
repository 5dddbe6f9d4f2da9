/// A decimal number without rounding error: `units` × 10^-`scale`, without trailing zeros, so that equal numbers are equal values.
///
/// Arithmetic says nil instead of overflowing; comparisons are exact for all values.
public struct ExactNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
  public private(set) var units: Int
  /// Digits after the point, 0…12.
  public private(set) var scale: Int

  /// Makes a number; a scale outside 0…12 is cut to it.
  public init(units: Int, scale: Int) {
    var units = units
    var scale = min(max(scale, 0), Self.largestScale)
    while scale > 0, units % 10 == 0 {
      units /= 10
      scale -= 1
    }
    self.units = units
    self.scale = scale
  }

  /// The number 0.
  public static var zero: ExactNumber { ExactNumber(units: 0, scale: 0) }

  /// The number 100, all of what a percentage is of.
  public static var hundred: ExactNumber { ExactNumber(units: 100, scale: 0) }

  /// The largest number of digits after the point.
  public static let largestScale = 12

  public static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    Int128(left.units) * powerOfTen(right.scale) < Int128(right.units) * powerOfTen(left.scale)
  }

  /// The sum, or nil when it is too large.
  public func adding(_ other: ExactNumber) -> ExactNumber? {
    let common = max(scale, other.scale)
    let sum =
      Int128(units) * powerOfTen(common - scale) + Int128(other.units) * powerOfTen(common - other.scale)
    return ExactNumber(sum, scale: common)
  }

  /// The difference, or nil when it is too large.
  public func subtracting(_ other: ExactNumber) -> ExactNumber? {
    let common = max(scale, other.scale)
    let difference =
      Int128(units) * powerOfTen(common - scale) - Int128(other.units) * powerOfTen(common - other.scale)
    return ExactNumber(difference, scale: common)
  }

  /// The product, or nil when it is too large.
  public func multiplied(by factor: Int) -> ExactNumber? {
    ExactNumber(Int128(units) * Int128(factor), scale: scale)
  }

  /// The number as an integer, or nil when it has decimals.
  public var integer: Int? { scale == 0 ? units : nil }

  /// The number as people write it: 95.06, -3, 0.5.
  public var description: String { written(decimals: scale) }

  /// The number with at least so many decimals: 95.00 for 95 and 2.
  public func written(decimals: Int) -> String {
    var digits = String(units.magnitude)
    while digits.utf8.count <= scale { digits = "0" + digits }
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    let fraction = digits[point...] + String(repeating: "0", count: max(0, min(decimals, 12) - scale))
    let sign = units < 0 ? "-" : ""
    return fraction.isEmpty ? sign + digits[..<point] : sign + digits[..<point] + "." + fraction
  }

  /// What percentage `part` is of `whole`, rounded half up and cut off at `decimals` places.
  ///
  /// - Returns: nil when the whole is not positive, the part is negative, or the numbers are too large to be exact.
  public static func percentage(
    of part: ExactNumber, whole: ExactNumber, decimals: Int
  ) -> (rounded: ExactNumber, truncated: ExactNumber)? {
    guard whole.units > 0, part.units >= 0, (0...6).contains(decimals) else { return nil }
    // part ÷ whole × 100 × 10^decimals as one fraction of integers.
    let above = Int128(part.units).multipliedReportingOverflow(by: powerOfTen(whole.scale + decimals + 2))
    let below = Int128(whole.units) * powerOfTen(part.scale)
    guard !above.overflow else { return nil }
    let (quotient, rest) = above.partialValue.quotientAndRemainder(dividingBy: below)
    let up: Int128 = rest >= below - rest ? 1 : 0
    guard let rounded = ExactNumber(quotient + up, scale: decimals),
      let truncated = ExactNumber(quotient, scale: decimals)
    else { return nil }
    return (rounded, truncated)
  }

  private init?(_ units: Int128, scale: Int) {
    var units = units
    var scale = scale
    while scale > 0, units % 10 == 0 {
      units /= 10
      scale -= 1
    }
    guard let small = Int(exactly: units) else { return nil }
    self.init(units: small, scale: scale)
  }
}

/// 10 to the power of 0…20.
private func powerOfTen(_ exponent: Int) -> Int128 {
  var power: Int128 = 1
  var index = 0
  while index < exponent {
    power *= 10
    index += 1
  }
  return power
}

extension ExactNumber {
  /// The number in thousandths, or nil when it has more places or does not fit.
  public var thousandths: Int? {
    guard scale <= 3 else { return nil }
    var units = units
    for _ in scale..<3 {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = product
    }
    return units
  }
}
