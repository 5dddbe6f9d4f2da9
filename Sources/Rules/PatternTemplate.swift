/// A regular expression with `{variables}`, whose values stand for themselves once they are filled in.
public struct PatternTemplate: Hashable, Sendable {
  /// The expression as its author wrote it.
  public var source: String

  init(_ source: String) {
    self.source = source
  }

  /// The names of its variables.
  var variables: [String] { VariableMention.all(inPattern: source).map(\.name) }

  /// The expression with the value that `quoted` gives for each variable.
  func filled(_ quoted: (String) -> String) -> String {
    let bytes = Array(source.utf8)
    var result: [UInt8] = []
    var end = 0
    for mention in VariableMention.all(inPattern: source) {
      result += bytes[end..<mention.offset]
      result += Array(quoted(mention.name).utf8)
      end = mention.offset + mention.count
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }
}
