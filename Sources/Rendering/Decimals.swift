/// Decimal numbers as people write them.
public enum Decimals {
  /// `units` × 10^-`places` without trailing zeros: 7.5, 12, 0.25.
  public static func shown(_ units: Int, places: Int) -> String {
    var digits = String(units.magnitude)
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    var whole = digits.dropLast(places)
    var fraction = digits.suffix(places)
    while fraction.last == "0" { fraction.removeLast() }
    if !fraction.isEmpty { whole += "." + fraction }
    return (units < 0 ? "-" : "") + whole
  }

  /// Millionths, as shares of a score are counted.
  static func shown(_ millionths: UInt64) -> String { shown(Int(clamping: millionths), places: 6) }
}
