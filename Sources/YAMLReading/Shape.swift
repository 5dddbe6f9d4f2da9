public import SourceText

/// What a mapping may hold, as told by the code that reads it.
///
/// The schema for editors and the reference are made from it, so neither can name a key that nobody reads.
public struct Shape: Sendable {
  /// The name under which mappings of this kind refer to each other; empty for one that is used once.
  public var name: String
  /// In the order in which they are read. Empty for a shape inside itself: its name says where it is described.
  public var keys: [Key]
  /// Whether any further key may stand here, because the author chooses the names.
  public var isOpen = false

  /// One key of a mapping.
  public struct Key: Sendable {
    public var name: String
    public var kind: ValueKind
    public var isRequired: Bool
    /// The words that a `choice` allows.
    public var words: [String]
    public var doc: Wording?
    /// What the mapping, or each mapping of the list, holds.
    public var shape: Shape?
  }

  /// What `read` would ask of a mapping.
  ///
  /// Runs it over nothing: every read gives nil. A decoder that reads all its keys before it looks at the values is described in full.
  public static func of<Result>(_ name: String = "", _ read: (inout MappingReader) -> Result?) -> Shape {
    let recorder = ShapeRecorder()
    return recorder.shape(name) { _ = read(&$0) }
  }
}

/// Keeps what a reader is asked for while it is being described.
final class ShapeRecorder {
  private var keys: [Shape.Key] = []
  private var openShapes: [String]

  init(openShapes: [String] = []) {
    self.openShapes = openShapes
  }

  func shape(_ name: String, _ read: (inout MappingReader) -> Void) -> Shape {
    if !name.isEmpty, openShapes.contains(name) { return Shape(name: name, keys: []) }
    // A shape without a name that holds itself would have no end, and its branches multiply.
    guard openShapes.count < 8 else { return Shape(name: name, keys: []) }
    let inner = ShapeRecorder(openShapes: openShapes + [name])
    var reader = MappingReader(recorder: inner)
    read(&reader)
    return Shape(name: name, keys: inner.keys)
  }

  func add(_ key: Shape.Key) {
    keys.append(key)
  }
}
