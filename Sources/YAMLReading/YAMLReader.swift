import SourceText

/// What a file may ask of the reader.
///
/// libyaml has no bounds of its own, and its time grows with the square of the nesting.
package struct YAMLLimits: Sendable {
  /// Bytes of one file.
  package var size: Int
  /// Words, lists and mappings of one file.
  package var nodes: Int
  /// Lists and mappings inside each other.
  package static let depth = 64

  /// For files that people write.
  package static let ofWrittenFiles = YAMLLimits(size: 1 << 20, nodes: 200_000)
  /// For files that the program wrote and reads again: they grow with the number of documents.
  package static let ofOwnFiles = YAMLLimits(size: 256 << 20, nodes: 20_000_000)
}

/// Reads a file's only YAML document.
///
/// Every problem goes to `problems`. Nil when there is no tree to go on with: the file is empty, too big, no UTF-8 or no YAML.
package func readYAML(
  path: String, bytes: [UInt8], problems: ProblemSink, limits: YAMLLimits = .ofWrittenFiles
) -> YAMLValue? {
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
  let root = unsafe source.text.bytes.withUnsafeBufferPointer { buffer -> YAMLNode? in
    guard let parser = unsafe EventParser(source.text.bytes, at: buffer) else {
      problems.report(YAMLTrouble.noMemory, in: source, at: nil)
      return nil
    }
    return builder.build(parser)
  }
  return root.map { YAMLValue(node: $0, source: source, problems: problems, name: "") }
}
