/// Text made fit for Markdown as GitHub and GitLab read it.
enum Markdown {
  /// The text on one line, with everything that Markdown or HTML would take for a mark escaped.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in ConsoleText.harmless(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "$":
        escaped.append("\\")
        escaped.append(scalar)
      // A backslash does not keep a service from telling the user of that name.
      case "@": escaped.append(contentsOf: "&#64;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// The text for a piece of HTML inside Markdown.
  static func escapedHTML(_ text: String) -> String {
    var markup = MarkupWriter()
    markup.text(ConsoleText.harmless(text))
    return String(decoding: markup.bytes, as: UTF8.self)
  }
}
