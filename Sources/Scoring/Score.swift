/// A score from 0 to 100 points, to one place, as it is shown and compared.
public struct Score: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 0…1000.
  public let tenths: Int

  public init(tenths: Int) {
    self.tenths = min(max(tenths, 0), 1000)
  }

  public static func < (left: Score, right: Score) -> Bool { left.tenths < right.tenths }

  /// Always with one place: `87.5`, `100.0`.
  public var description: String { "\(tenths / 10).\(tenths % 10)" }

  /// The mean of scores as shown, rounded half up to one place, so that a reader can recompute it from the reports.
  ///
  /// - Returns: nil when `count` is 0.
  public static func mean(ofTenths sum: Int, count: Int) -> Score? {
    count == 0 ? nil : Score(tenths: (2 * sum + count) / (2 * count))
  }
}
