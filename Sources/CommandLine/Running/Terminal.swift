import Rendering
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the surroundings of the process say about how to show things.
enum Terminal {
  static let isOutputTerminal = isatty(1) == 1
  static let isErrorTerminal = isatty(2) == 1

  /// An environment variable, or nil when it is not set.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Columns of the terminal, else what COLUMNS says, else 100.
  static var width: Int {
    var size = winsize()
    if unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), (1...1000).contains(columns) { return columns }
    return 100
  }

  /// Whether colour is wanted on standard output (no-color.org).
  static func isColoured(refused: Bool) -> Bool {
    let isPlain = !(environment("NO_COLOR") ?? "").isEmpty || environment("TERM") == "dumb"
    return isOutputTerminal && !refused && !isPlain
  }

  /// Writes a line to standard error; there is nobody to tell when that fails.
  static func say(_ text: String) {
    complain(text + "\n")
  }

  /// Writes to standard error as it is.
  static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  }
}
