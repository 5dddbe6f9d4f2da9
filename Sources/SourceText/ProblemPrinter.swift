/// Words problems for the terminal and for editors that read compiler output.
///
///     rules/elements.yaml:12:15: error: …
///         severity: eror
///                   ^^^^
public struct ProblemPrinter: Sendable {
  public var language: Language
  /// Columns of a line that are shown; a longer one is cut on both sides of the caret.
  public var lineWidth: Int

  public init(language: Language, lineWidth: Int = 120) {
    self.language = language
    self.lineWidth = max(lineWidth, 20)
  }

  /// The problem with its line and the caret under it, each line ended by LF.
  public func text(_ problem: Problem) -> String {
    var head = problem.path
    if let position = problem.place?.position { head += ":\(position.line):\(position.column)" }
    head += ": \(label(problem.severity)): \(problem.message.text(in: language))\n"
    guard let place = problem.place else { return head }
    return head + excerpt(place)
  }

  /// The word that editors and CI look for behind the place, so it is the same in every language.
  private func label(_ severity: Problem.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    }
  }

  /// The line and the caret line, counted in columns of the terminal.
  private func excerpt(_ place: Problem.Place) -> String {
    let scalars = place.line.unicodeScalars
    let from = min(max(place.position.column - 1, 0), scalars.count)
    let start = scalars.index(scalars.startIndex, offsetBy: from)
    let end = scalars.index(start, offsetBy: max(place.width, 1), limitedBy: scalars.endIndex) ?? scalars.endIndex
    // The caret keeps a third of the line for what comes before it.
    let before = shown(scalars[..<start].reversed(), atMost: lineWidth / 3)
    let marked = shown(scalars[start..<end], atMost: lineWidth / 2)
    let rest = lineWidth - before.width - marked.width
    let after = marked.isCut ? Shown(isCut: true) : shown(scalars[end...], atMost: rest)
    var line = before.isCut ? "…" : ""
    line += String(String.UnicodeScalarView(before.scalars.reversed()))
    line += String(String.UnicodeScalarView(marked.scalars))
    line += String(String.UnicodeScalarView(after.scalars))
    if after.isCut { line += "…" }
    let margin = String(repeating: " ", count: before.width + (before.isCut ? 1 : 0))
    return line + "\n" + margin + String(repeating: "^", count: max(marked.width, 1)) + "\n"
  }

  private struct Shown {
    var scalars: [Unicode.Scalar] = []
    var width = 0
    var isCut = false
  }

  private func shown(_ scalars: some Sequence<Unicode.Scalar>, atMost limit: Int) -> Shown {
    var result = Shown()
    for scalar in scalars {
      let safe = printable(scalar)
      let width = displayWidth(safe)
      guard result.width + width <= limit, result.scalars.count < 4 * limit else {
        result.isCut = true
        break
      }
      result.scalars.append(safe)
      result.width += width
    }
    return result
  }

  /// Control characters and those that turn the direction of writing would let a file draw on its reader's terminal.
  private func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
