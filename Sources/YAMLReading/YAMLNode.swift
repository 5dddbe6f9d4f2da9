package import SourceText

/// A value of a YAML file as its author wrote it, with its place.
///
/// Nothing is interpreted yet: `5`, `true` and `2024-04-01` are words until a reader asks for more.
package struct YAMLNode: Sendable {
  package var content: Content
  /// The bytes of the file from the node's first character to the end of its last scalar or bracket.
  package var range: TextRange

  package enum Content: Sendable {
    /// A word or a text; plain when it stands without quotes and is no block text.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// The entries in the order of the file. No two have the same key in a tree that came without problems.
    case mapping([YAMLEntry])
    /// Something that was refused and reported already; reading it gives nothing and says nothing.
    case refused
  }

  package init(_ content: Content, range: TextRange) {
    self.content = content
    self.range = range
  }

  /// The part that a caret underlines: all of a scalar, the first key of a mapping, the mark of a sequence.
  package var head: TextRange {
    switch content {
    case .scalar, .refused:
      return range
    case .sequence:
      return TextRange(range.start, range.start + 1)
    case .mapping(let entries):
      guard let first = entries.first, first.key.range.start == range.start else {
        return TextRange(range.start, range.start + 1)
      }
      return first.key.range
    }
  }
}

/// A key of a mapping with its value.
package struct YAMLEntry: Sendable {
  /// The key as written, without its quotes.
  package var name: String
  package var key: YAMLNode
  package var value: YAMLNode

  package init(name: String, key: YAMLNode, value: YAMLNode) {
    self.name = name
    self.key = key
    self.value = value
  }
}
