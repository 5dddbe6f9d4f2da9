package import SourceText

/// A value of a YAML file as its author wrote it, with its place.
///
/// Nothing is interpreted yet: `5`, `true` and `2024-04-01` are words until a reader asks for more.
package struct YAMLNode: Sendable {
  package var content: Content
  /// The bytes of the file from the node's first character to the end of its last scalar or bracket.
  package var range: TextRange
  /// The file that it stands in, where that is another than the file of what is around it: a value that an overlay has put there.
  package var source: YAMLSource?

  package enum Content: Sendable {
    /// A word or a text; plain when it stands without quotes and is no block text.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// The entries in the order of the file. No two have the same key in a tree that came without problems.
    case mapping([YAMLEntry])
    /// Something that was refused and reported already; reading it gives nothing and says nothing.
    case refused
  }

  package init(_ content: Content, range: TextRange, source: YAMLSource? = nil) {
    self.content = content
    self.range = range
    self.source = source
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

extension YAMLNode {
  /// The entries of a mapping; none for anything else.
  package var entries: [YAMLEntry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The value of a key of a mapping.
  package subscript(_ name: String) -> YAMLNode? { entries.first { $0.name == name }?.value }

  /// The characters of a scalar.
  package var word: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether it says the same as another, wherever the two stand and in whatever order their keys come.
  package func saysTheSame(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left, _), .scalar(let right, _)): left == right
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.saysTheSame(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && left.allSatisfy { entry in other[entry.name].map { entry.value.saysTheSame(as: $0) } ?? false }
    case (.scalar, _), (.sequence, _), (.mapping, _), (.refused, _): false
    }
  }

  /// The node as part of another file's tree: it remembers the file that it comes from.
  package func moved(from source: YAMLSource) -> YAMLNode {
    var node = self
    node.source = node.source ?? source
    return node
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
