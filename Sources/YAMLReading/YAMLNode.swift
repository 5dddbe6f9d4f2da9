public import SourceText

/// A value of a YAML file as its author wrote it, with its place.
///
/// Nothing is interpreted yet: `5`, `true` and `2024-04-01` are words until a reader asks for more.
public struct YAMLNode: Sendable {
  let tree: YAMLTree
  /// Its position in the tree, never that of a graft.
  let index: Int

  /// What a node is, with all that it holds directly.
  public enum Content: Sendable {
    /// A word or a text; plain when it stands without quotes and is no block text.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// The entries in the order of the file. No two have the same key.
    case mapping([YAMLEntry])
    /// Something that was refused and reported already; reading it gives nothing and says nothing.
    case refused
  }

  init(tree: YAMLTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  /// What it is. Made anew by each call: who only wants to know one thing asks for that.
  public var content: Content {
    switch kind {
    case .plain: .scalar(tree.text(at: index), isPlain: true)
    case .quoted: .scalar(tree.text(at: index), isPlain: false)
    case .sequence: .sequence(items)
    case .mapping: .mapping(entries)
    case .refused, .graft: .refused
    }
  }

  var kind: YAMLTree.Kind { tree[index].kind }

  /// The bytes of the file from the node's first character to the end of its last scalar or bracket.
  public var range: TextRange {
    let node = tree[index]
    return TextRange(Int(node.start), Int(node.end))
  }

  /// The file that it stands in, which an overlay may have put into the tree of another.
  public var source: YAMLSource { tree.source }

  /// The part that a caret underlines: all of a scalar, the first key of a mapping, the mark of a sequence.
  public var head: TextRange {
    let range = range
    switch kind {
    case .plain, .quoted, .refused, .graft:
      return range
    case .sequence:
      return TextRange(range.start, range.start + 1)
    case .mapping:
      guard let first = tree.firstKey(of: index)?.range, first.start == range.start else {
        return TextRange(range.start, range.start + 1)
      }
      return first
    }
  }
}

extension YAMLNode {
  /// The items of a sequence; none for anything else.
  public var items: [YAMLNode] { tree.items(of: index) }

  /// The entries of a mapping; none for anything else.
  public var entries: [YAMLEntry] {
    tree.entries(of: index).map {
      YAMLEntry(name: $0.name, key: tree.node(at: $0.key), value: tree.node(at: $0.value))
    }
  }

  /// The value of a key of a mapping.
  public subscript(_ name: String) -> YAMLNode? {
    tree.entries(of: index).first { $0.name == name }.map { tree.node(at: $0.value) }
  }

  /// The characters of a scalar.
  public var word: String? {
    switch kind {
    case .plain, .quoted: tree.text(at: index)
    case .sequence, .mapping, .refused, .graft: nil
    }
  }

  /// Whether it says the same as another, wherever the two stand and in whatever order their keys come.
  public func saysTheSame(as other: YAMLNode) -> Bool {
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

  /// A mapping in the same place with other entries, which may stand in other files.
  public func with(_ entries: [YAMLEntry]) -> YAMLNode {
    YAMLTree(.mapping, of: entries.flatMap { [$0.key, $0.value] }, range: range, source: source).root
  }

  /// A sequence in the same place with other items, which may stand in other files.
  public func with(_ items: [YAMLNode]) -> YAMLNode {
    YAMLTree(.sequence, of: items, range: range, source: source).root
  }
}

/// A key of a mapping with its value.
public struct YAMLEntry: Sendable {
  /// The key as written, without its quotes.
  public var name: String
  public var key: YAMLNode
  public var value: YAMLNode

  public init(name: String, key: YAMLNode, value: YAMLNode) {
    self.name = name
    self.key = key
    self.value = value
  }
}
