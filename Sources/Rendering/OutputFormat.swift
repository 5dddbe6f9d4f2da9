/// A format in which audits are written.
public enum OutputFormat: String, CaseIterable, Sendable {
  case console, json, jsonl, sarif, junit, html, markdown, csv, github, gitlab, rdjson

  /// Whether it can be written into a folder, with a file for each document.
  public var hasPages: Bool { self == .html }

  /// The renderer of this format; only the console and pages look at the display.
  public func renderer(for run: Run, display: Display) -> any Renderer {
    switch self {
    case .console: ConsoleRenderer(run: run, display: display)
    case .json: JSONRenderer(run: run)
    case .jsonl: JSONLRenderer(run: run)
    case .sarif: SARIFRenderer(run: run)
    case .junit: JUnitRenderer(run: run)
    case .html: HTMLRenderer(run: run, layout: display.isPaged ? .folder : .onePage)
    case .markdown: MarkdownRenderer(run: run)
    case .csv: CSVRenderer(run: run)
    case .github: GitHubRenderer(run: run)
    case .gitlab: GitLabRenderer(run: run)
    case .rdjson: RDJSONRenderer(run: run)
    }
  }
}
