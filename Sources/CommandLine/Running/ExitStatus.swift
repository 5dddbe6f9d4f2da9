/// How the program ends, as the contract says.
enum ExitStatus: Int32, Comparable {
  /// Every document was audited and none falls short.
  case passed = 0
  /// At least one document falls short.
  case fallsShort = 1
  /// Something could not be done.
  case notDone = 2

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
