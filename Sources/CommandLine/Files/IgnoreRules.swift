import Matching
import SourceText
import YAMLReading

/// What is not audited though it lies in a folder that is: `ignore` of the configuration and `.fazhi-auditignore` files.
///
/// As in git, the last pattern that fits decides, a file deeper in the tree goes after one above it, and what lies in an ignored
/// folder can't be taken back. A document that is named itself is audited all the same.
struct IgnoreRules {
  static let fileName = ".fazhi-auditignore"

  /// Patterns that count from one folder.
  private struct Layer {
    /// How many names lead to the folder.
    var depth: Int
    var patterns: [PathPattern]
  }

  private var layers: [Layer] = []
  /// What is wrong with the files of patterns.
  private(set) var problems: [Problem] = []

  /// The patterns of the configuration, which count from its folder.
  init(configured patterns: [PathPattern] = [], folder: FilePath = FilePath(".")) {
    guard !patterns.isEmpty, let folder = folder.resolved else { return }
    layers = [Layer(depth: folder.names.count, patterns: patterns)]
  }

  /// Reads the files of patterns in the folders above one, but not its own.
  mutating func enter(above folder: FilePath) {
    let names = folder.names
    for depth in 0..<names.count {
      let path = FilePath("/" + names[..<depth].joined(separator: "/"))
      enter(path, depth: depth)
    }
  }

  /// Reads the file of patterns in a folder, if there is one; gives how many layers to leave again.
  @discardableResult
  mutating func enter(_ folder: FilePath, depth: Int) -> Int {
    let file = folder.appending(Self.fileName)
    guard FileFacts(file)?.kind == .file else { return 0 }
    let patterns = read(file)
    layers.append(Layer(depth: depth, patterns: patterns))
    return 1
  }

  /// Leaves folders that were entered.
  mutating func leave(_ count: Int) {
    layers.removeLast(count)
  }

  /// Goes back to an earlier state, keeping what is known to be wrong.
  mutating func restore(_ earlier: IgnoreRules) {
    layers = earlier.layers
  }

  /// Whether nothing is ignored here.
  var isEmpty: Bool { layers.isEmpty }

  /// Whether a path, given by all its names from the root of the file system, is left out.
  func ignores(_ names: [String], isFolder: Bool) -> Bool {
    for layer in layers.reversed() where layer.depth < names.count {
      let path = Array(names[layer.depth...])
      if let last = layer.patterns.last(where: { $0.matches(path, isFolder: isFolder) }) { return !last.isNegated }
    }
    return false
  }

  private mutating func read(_ file: FilePath) -> [PathPattern] {
    guard let bytes = try? readFile(file, limit: YAMLLimits.ofWrittenFiles.size) else {
      problems.append(Problem(Wording(zh: "无法读取。", en: "it can't be read"), path: file.shown))
      return []
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var patterns: [PathPattern] = []
    for (index, line) in content.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.hasPrefix("#") || text.allSatisfy({ $0 == " " || $0 == "\t" }) { continue }
      do throws(PathPattern.Mistake) {
        patterns.append(try PathPattern(text))
      } catch {
        let place = Problem.Place(
          position: Position(line: index + 1, column: 1), line: text, width: text.unicodeScalars.count)
        problems.append(Problem(error.message, path: file.shown, place: place))
      }
    }
    return patterns
  }
}

extension FilePath {
  /// The names of an absolute path, from the root on.
  var names: [String] {
    bytes.split(separator: 0x2F).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names that lead from a folder to this path, both without links; all names when it does not lie in the folder.
  func names(from folder: FilePath) -> [String] {
    let (own, base) = (names, folder.names)
    return own.count > base.count && own.starts(with: base) ? Array(own[base.count...]) : own
  }
}
