/// A format in which audits are written.
package enum OutputFormat: String, CaseIterable, Sendable {
  case console
  case json

  /// The renderer of this format; only the console looks at the display.
  package func renderer(for run: Run, display: Display) -> any Renderer {
    switch self {
    case .console: ConsoleRenderer(run: run, display: display)
    case .json: JSONRenderer(run: run)
    }
  }
}
