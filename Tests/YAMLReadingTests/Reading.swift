import SourceText
import YAMLReading

/// What came of reading a text, and what was said about it.
struct Reading {
  var root: YAMLValue?
  var sink = ProblemSink()

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    root = readYAML(path: "rules/a.yaml", bytes: bytes, problems: sink)
  }

  /// Each problem as `line:column+width English`.
  var problems: [String] { sink.problems.map(Self.shown) }

  var places: [String] { sink.problems.map(Self.place) }

  static func place(_ problem: Problem) -> String {
    guard let place = problem.place else { return "-" }
    return "\(place.position.line):\(place.position.column)+\(place.width)"
  }

  static func shown(_ problem: Problem) -> String { "\(place(problem)) \(problem.message.en)" }
}

/// Reads the text's root mapping and gives the problems.
func problems<Result>(of text: String, _ read: (inout MappingReader) -> Result?) -> [String] {
  let reading = Reading(text)
  _ = reading.root?.mapping(read)
  return reading.problems
}
