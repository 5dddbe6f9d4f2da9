import SourceText

/// The nodes of one file in one array, in the order of the file, or what an overlay has put together from nodes of others.
///
/// One array is filled and freed at once. An object for each node, with a string for each word, would cost more than all the rest of
/// reading a file.
final class YAMLTree: Sendable {
  /// The file that the nodes stand in.
  let source: YAMLSource
  private let nodes: [Node]
  /// The bytes of the file.
  private let bytes: [UInt8]
  /// The characters of all scalars that don't read as they are written: with escapes, folded, or as block text.
  private let made: [UInt8]
  /// The nodes of other trees that have a place in this one.
  private let grafts: [YAMLNode]

  /// A node; what it holds stands behind it, keys and values of a mapping by turns.
  struct Node {
    var kind: Kind
    /// Whether the characters of a scalar stand in `made`, not in the file.
    var isMade = false
    /// Set on a key that is passed over with its value, because it was reported: no word, or there already.
    var isRefusedKey = false
    var start: UInt32
    var end: UInt32
    /// The position after the node and all that it holds.
    var next: UInt32
    /// Where the characters of a scalar start; the number of a graft.
    var text: UInt32 = 0
    /// How many bytes a scalar has, how many items a sequence, how many entries that aren't refused a mapping.
    var count: UInt32 = 0
  }

  enum Kind: UInt8 {
    case plain
    /// With quotes, or a block text.
    case quoted
    case sequence
    case mapping
    case refused
    case graft
  }

  /// The nodes of a file.
  init(_ nodes: [Node], made: [UInt8], source: YAMLSource) {
    self.nodes = nodes
    self.made = made
    self.source = source
    bytes = source.text.bytes
    grafts = []
  }

  /// A mapping or sequence of nodes that stand elsewhere.
  init(_ kind: Kind, of children: [YAMLNode], range: TextRange, source: YAMLSource) {
    let count = UInt32(truncatingIfNeeded: children.count)
    var nodes = [
      Node(
        kind: kind, start: UInt32(truncatingIfNeeded: range.start), end: UInt32(truncatingIfNeeded: range.end),
        next: count + 1, count: kind == .mapping ? count / 2 : count)
    ]
    for number in 0..<count { nodes.append(Node(kind: .graft, start: 0, end: 0, next: number + 2, text: number)) }
    self.nodes = nodes
    self.source = source
    bytes = source.text.bytes
    made = []
    grafts = children
  }

  /// A tree of nothing.
  static let empty = YAMLTree(
    [Node(kind: .refused, start: 0, end: 0, next: 1)], made: [],
    source: YAMLSource(path: "", text: DecodedText(validUTF8: [])))

  var root: YAMLNode { YAMLNode(tree: self, index: 0) }

  subscript(_ index: Int) -> Node { nodes[index] }

  /// The node at a position, which may be a graft.
  func node(at index: Int) -> YAMLNode {
    nodes[index].kind == .graft ? grafts[Int(nodes[index].text)] : YAMLNode(tree: self, index: index)
  }

  /// The items of a sequence; none for anything else.
  func items(of index: Int) -> [YAMLNode] {
    guard nodes[index].kind == .sequence else { return [] }
    var items: [YAMLNode] = []
    items.reserveCapacity(Int(nodes[index].count))
    let end = Int(nodes[index].next)
    var item = index + 1
    while item < end {
      items.append(node(at: item))
      item = Int(nodes[item].next)
    }
    return items
  }

  /// The entries of a mapping, without those that were refused; none for anything else.
  func entries(of index: Int) -> [Entry] {
    guard nodes[index].kind == .mapping else { return [] }
    var entries: [Entry] = []
    entries.reserveCapacity(Int(nodes[index].count))
    let end = Int(nodes[index].next)
    var key = index + 1
    while key < end {
      let value = Int(nodes[key].next)
      if !nodes[key].isRefusedKey { entries.append(Entry(name: text(at: key), key: key, value: value)) }
      key = Int(nodes[value].next)
    }
    return entries
  }

  /// The first key of a mapping, unless there is none or it was refused.
  func firstKey(of index: Int) -> YAMLNode? {
    index + 1 < Int(nodes[index].next) && !nodes[index + 1].isRefusedKey ? node(at: index + 1) : nil
  }

  /// A key of a mapping with its value, by position.
  struct Entry {
    var name: String
    var key: Int
    var value: Int
    /// Whether somebody has asked for the key.
    var isRead = false
  }

  /// The characters of a scalar, which may be a graft.
  func text(at index: Int) -> String {
    let node = nodes[index]
    if node.kind == .graft {
      let graft = grafts[Int(node.text)]
      return graft.tree.text(at: graft.index)
    }
    let range = Int(node.text)..<(Int(node.text) + Int(node.count))
    return unsafe (node.isMade ? made : bytes).withUnsafeBufferPointer { buffer in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
    }
  }
}
