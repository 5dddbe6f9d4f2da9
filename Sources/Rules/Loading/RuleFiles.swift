import SourceText
public import YAMLReading

/// The files of a rule pack as bytes, so that loading needs no file system.
public struct RuleFiles: Sendable {
  /// The files, in whatever order.
  public let files: [File]
  /// The name of the file that says what the pack is and includes the others.
  public let main: String
  /// That file, which is asked what it extends and what it includes, and then read; nil when it is not there.
  let parsedMain: ParsedYAML?

  /// The files of one pack or overlay.
  public init(_ files: [File], main: String = "pack.yaml") {
    self.files = files
    self.main = main
    parsedMain = files.first { $0.name == main }.map { parseYAML(path: $0.path, bytes: $0.bytes) }
  }

  /// The file that the others are included by, or nil when it is not there.
  public var mainFile: File? { files.first { $0.name == main } }

  /// One YAML file of a pack.
  public struct File: Sendable {
    /// As shown in problems.
    public var path: String
    /// Relative to the pack's folder, with `/`.
    public var name: String
    /// The file as it was read.
    public var bytes: [UInt8]

    /// One file, as shown and as included.
    public init(path: String, name: String, bytes: [UInt8]) {
      self.path = path
      self.name = name
      self.bytes = bytes
    }
  }
}

extension RuleFiles {
  /// The pack that an overlay extends, as it says; nil for a pack of its own.
  ///
  /// Whatever is wrong with the file is told when it is loaded.
  public var extended: Placed<String>? { mainWord("extends") }

  /// The name of the pack, as it says.
  public var packName: String? { mainWord("pack")?.value }

  private func mainWord(_ key: String) -> Placed<String>? {
    guard let value = parsedMain?.root(ProblemSink())?.peek(key), value.isScalar else { return nil }
    return value.string()
  }
}
