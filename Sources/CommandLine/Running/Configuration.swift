import SourceText
import YAMLReading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What `.fazhi-audit.yaml` says; it is looked for in the current folder and in those above it.
struct Configuration {
  /// The folder of the rules; a relative one is relative to the configuration's own folder.
  var rules: FilePath?

  static let fileName = ".fazhi-audit.yaml"

  /// Reads the named file, else the nearest one, else takes nothing as configured.
  static func load(_ given: String?) throws(CommandFailure) -> Configuration {
    if let given { return try read(FilePath(given)) }
    guard var folder = FilePath(".").resolved else { return Configuration() }
    while true {
      let file = folder.appending(fileName)
      if FileFacts(file)?.kind == .file { return try read(file) }
      if folder == folder.folder { return Configuration() }
      folder = folder.folder
    }
  }

  private static func read(_ file: FilePath) throws(CommandFailure) -> Configuration {
    let bytes: [UInt8]
    do {
      bytes = try readFile(file, limit: YAMLLimits.size)
    } catch {
      let why: Wording
      switch error {
      case .system(let trouble): why = trouble.words
      case .isFolder: why = SystemTrouble(code: EISDIR).words
      case .tooLarge: why = Wording(zh: "文件过大", en: "the file is too large")
      }
      throw CommandFailure(
        Wording(
          zh: "无法读取配置文件 \(file.shown)：\(why.zh)", en: "can't read the configuration \(file.shown): \(why.en)"))
    }
    let sink = ProblemSink()
    var configuration = Configuration()
    let root = readYAML(path: file.shown, bytes: bytes, problems: sink)
    let rules = root?.mapping { reader in
      reader.string("rules", doc: Wording(zh: "规则所在的文件夹", en: "the folder that holds the rules"))
    }
    if let rules {
      let path = FilePath(rules.value)
      configuration.rules = path.isAbsolute ? path : file.folder.appending(path.bytes)
    }
    let problems = sink.problems
    if problems.contains(where: { $0.severity == .error }) {
      throw CommandFailure(
        problems, Wording(zh: "配置文件有错误。", en: "the configuration has mistakes."))
    }
    return configuration
  }
}
