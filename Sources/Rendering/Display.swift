/// What a console shows and how wide it is, and whether a rendering goes into a folder.
public struct Display: Hashable, Sendable {
  /// Columns; a Chinese character takes two.
  public var width: Int
  /// Whether escape sequences for colour are understood and wanted. Colour is never the only sign.
  public var isColoured: Bool
  /// Whether only what falls short is shown.
  public var isQuiet: Bool
  /// Whether each document gets a file of its own in a folder.
  public var isPaged: Bool

  public init(width: Int = 100, isColoured: Bool = false, isQuiet: Bool = false, isPaged: Bool = false) {
    self.width = max(width, 40)
    self.isColoured = isColoured
    self.isQuiet = isQuiet
    self.isPaged = isPaged
  }

  /// More documents than this are not shown in full on a console: each that falls short gets its three costliest
  /// shortfalls, and the table at the end names the rest.
  static let documentsInFull = 20
}

/// How a stretch of text is set off where the console has colour.
enum Ink: String {
  case plain = ""
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"
  case boldRed = "1;31"
  case boldGreen = "1;32"
  case boldYellow = "1;33"
  case underlined = "4"
}
