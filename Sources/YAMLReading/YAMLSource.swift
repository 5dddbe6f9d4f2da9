public import SourceText

/// A YAML file: its name and its text.
///
/// Places inside it are byte offsets; lines and columns are counted only for what is shown.
public struct YAMLSource: Sendable {
  /// One reference, because every value that is read and every node that was moved carries its file along.
  private let file: File

  private final class File: Sendable {
    let path: String
    let text: DecodedText

    init(path: String, text: DecodedText) {
      self.path = path
      self.text = text
    }
  }

  /// The file as the user named it.
  public var path: String { file.path }
  /// The file without its byte order mark; bytes that are no UTF-8 are repaired.
  public var text: DecodedText { file.text }

  public init(path: String, text: DecodedText) {
    file = File(path: path, text: text)
  }

  /// A problem at a range of this file's bytes, or about the file as a whole.
  public func problem(
    _ message: Wording, at range: TextRange?, severity: Problem.Severity = .error
  ) -> Problem {
    Problem(message, path: path, place: range.map { place(of: $0) }, severity: severity)
  }

  /// The range as it is shown: its position, its line, and its width up to the end of that line.
  public func place(of range: TextRange) -> Problem.Place {
    let line = lineRange(text.lines.line(of: range.start))
    return place(of: range, line: text.string(line), end: line.end)
  }

  func place(of range: TextRange, line: String, end: Int) -> Problem.Place {
    // The end of the file lies after the last line end; a person sees it at the end of the last line.
    let start = min(range.start, end)
    var width = 0
    if start < min(range.end, end) {
      for byte in text.bytes[start..<min(range.end, end)] where byte & 0xC0 != 0x80 { width += 1 }
    }
    return Problem.Place(position: text.position(of: start), line: line, width: max(1, width))
  }

  /// The bytes of a line, without its line end.
  func lineRange(_ line: Int) -> TextRange {
    let start = text.lines.starts[line - 1]
    var end = line < text.lines.starts.count ? text.lines.starts[line] : text.bytes.count
    while end > start, text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D { end -= 1 }
    return TextRange(start, end)
  }
}
