import Rules
import SourceText

/// Rule files in whose text ⚑ stands before each character at which a problem is expected.
struct MarkedFiles {
  var files: [(name: String, text: String)] = []
  /// `file:line:column`, in the order of the files and of the marks in them.
  var places: [String] = []

  init(_ marked: [(name: String, text: String)]) {
    for (name, text) in marked {
      var line = 1
      var column = 1
      var clean = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if scalar == "⚑" {
          places.append("rules/\(name):\(line):\(column)")
          continue
        }
        clean.append(scalar)
        column += 1
        if scalar == "\n" {
          line += 1
          column = 1
        }
      }
      files.append((name, String(clean)))
    }
  }
}

extension Problem {
  /// `file:line:column`, or the file alone.
  var shown: String { place.map { "\(path):\($0.position.line):\($0.position.column)" } ?? path }
}

extension LoadedPack {
  var problems: [Problem] {
    switch self {
    case .pack(_, let warnings): warnings
    case .problems(let problems): problems
    }
  }

  var didLoad: Bool {
    switch self {
    case .pack: true
    case .problems: false
    }
  }
}
