import SourceText

/// What a file may ask of the reader.
///
/// libyaml has no bounds of its own, and its time grows with the square of the nesting.
public struct YAMLLimits: Sendable {
  /// Bytes of one file.
  public var size: Int
  /// Words, lists and mappings of one file.
  public var nodes: Int
  /// Lists and mappings inside each other.
  public static let depth = 64

  /// For files that people write.
  public static let ofWrittenFiles = YAMLLimits(size: 1 << 20, nodes: 200_000)
  /// For files that the program wrote and reads again: they grow with the number of documents.
  public static let ofOwnFiles = YAMLLimits(size: 256 << 20, nodes: 20_000_000)
}

/// A file that was parsed, perhaps on another thread: its tree, and what is wrong with it.
///
/// The sink is this file's alone, and nothing is added to it any more: that is what makes it safe to hand over.
public struct ParsedYAML: @unchecked Sendable {
  fileprivate let tree: YAMLTree?
  fileprivate let problems: ProblemSink

  /// The root, or nil when there is no tree to go on with; reports what is wrong with the file.
  public func root(_ problems: ProblemSink) -> YAMLValue? {
    problems.add(self.problems)
    return tree.map { YAMLValue(node: $0.root, problems: problems, name: "") }
  }
}

/// Reads a file's only YAML document.
///
/// Every problem goes to `problems`. Nil when there is no tree to go on with: the file is empty, too big, no UTF-8 or no YAML.
public func readYAML(
  path: String, bytes: [UInt8], problems: ProblemSink, limits: YAMLLimits = .ofWrittenFiles
) -> YAMLValue? {
  parseYAML(path: path, bytes: bytes, limits: limits).root(problems)
}

/// Parses a file's only YAML document; its problems are reported when its root is asked for.
public func parseYAML(path: String, bytes: [UInt8], limits: YAMLLimits = .ofWrittenFiles) -> ParsedYAML {
  let problems = ProblemSink()
  return ParsedYAML(tree: tree(of: bytes, path: path, problems, limits), problems: problems)
}

private func tree(of bytes: [UInt8], path: String, _ problems: ProblemSink, _ limits: YAMLLimits) -> YAMLTree? {
  guard bytes.count <= limits.size else {
    let source = YAMLSource(path: path, text: DecodedText(validUTF8: []))
    problems.report(YAMLTrouble.tooBig(bytes.count, limit: limits.size), in: source, at: nil)
    return nil
  }
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let content = hasMark ? Array(bytes.dropFirst(3)) : bytes
  if let invalid = content.span.firstFaultOfUTF8 {
    let repaired = Array(String(decoding: content, as: UTF8.self).utf8)
    let source = YAMLSource(path: path, text: DecodedText(validUTF8: repaired))
    problems.report(YAMLTrouble.notUTF8(content), in: source, at: TextRange(invalid, invalid + 1))
    return nil
  }
  let source = YAMLSource(path: path, text: DecodedText(validUTF8: content))
  var builder = NodeBuilder(source: source, problems: problems, limit: limits.nodes)
  return unsafe source.text.bytes.withUnsafeBufferPointer { buffer -> YAMLTree? in
    guard let parser = unsafe EventParser(source.text.bytes, at: buffer) else {
      problems.report(YAMLTrouble.noMemory, in: source, at: nil)
      return nil
    }
    return builder.build(parser)
  }
}
