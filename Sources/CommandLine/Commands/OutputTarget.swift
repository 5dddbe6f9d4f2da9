import Rendering
import SourceText
import YAMLReading

/// A format and the place that it is written to.
struct OutputTarget {
  var format: OutputFormat
  var place: Place

  enum Place {
    case standard
    case file(FilePath)
    /// With a file for each document.
    case folder(FilePath)
  }

  /// The file or folder, where it is one.
  var path: FilePath? {
    switch place {
    case .standard: nil
    case .file(let path), .folder(let path): path
    }
  }

  private init(format: OutputFormat, place: Place) {
    self.format = format
    self.place = place
  }

  func open() throws(CommandFailure) -> Output {
    switch place {
    case .standard: .standard()
    case .file(let path): try Output(file: path)
    case .folder(let path): try Output(folder: path)
    }
  }

  /// A format that goes to a path: a folder when the path ends in a slash or is one, and then only a format that has pages.
  private init(_ format: OutputFormat, path text: String, at path: FilePath) throws(CommandFailure) {
    self.format = format
    guard text.hasSuffix("/") || FileFacts(path)?.kind == .folder else {
      place = .file(path)
      return
    }
    if !format.hasPages {
      throw CommandFailure(
        Wording(
          zh: "\(text) 是文件夹，\(format.rawValue) 只能写入一个文件；只有 html 可以写入文件夹。",
          en: "\(text) is a folder, and \(format.rawValue) goes to one file; only html can be written into a folder."))
    }
    place = .folder(path)
  }

  /// Reads `--format F`, `--format F=FILE` and `--output FILE`; without any of them, the outputs of the configuration.
  static func targets(
    formats: [String], output: String?, configuration: Configuration = Configuration()
  ) throws(CommandFailure) -> [OutputTarget] {
    if formats.isEmpty, output == nil, !configuration.outputs.isEmpty { return try targets(of: configuration) }
    var targets: [OutputTarget] = []
    var isStandardTaken = false
    for text in formats.isEmpty ? ["console"] : formats {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let format = try format(named: String(parts[0]))
      if parts.count == 2 {
        if parts[1].isEmpty {
          throw CommandFailure(
            Wording(zh: "--format \(text) 缺少文件名。", en: "--format \(text) lacks the name of a file."))
        }
        targets.append(try OutputTarget(format, path: String(parts[1]), at: FilePath(String(parts[1]))))
        continue
      }
      if isStandardTaken {
        throw CommandFailure(
          Wording(
            zh: "只能有一种格式输出到标准输出，其余请写成 --format F=文件。",
            en: "only one format can go to standard output; write the others as --format F=FILE."))
      }
      isStandardTaken = true
      if let output {
        targets.append(try OutputTarget(format, path: output, at: FilePath(output)))
      } else {
        targets.append(OutputTarget(format: format, place: .standard))
      }
    }
    if output != nil && !isStandardTaken {
      throw CommandFailure(
        Wording(
          zh: "--output 只能与一个不带文件名的 --format 一起使用。",
          en: "--output goes with one --format that names no file."))
    }
    try refuseDoubles(targets)
    return targets
  }

  private static func targets(of configuration: Configuration) throws(CommandFailure) -> [OutputTarget] {
    var targets: [OutputTarget] = []
    var problems: [Problem] = []
    for output in configuration.outputs {
      let format = output.format.value
      if let file = output.file {
        do throws(CommandFailure) {
          let target = try OutputTarget(format, path: file.value, at: configuration.path(file))
          try refuseDoubles(targets + [target])
          targets.append(target)
        } catch {
          problems += error.messages.map { file.problem($0) }
        }
        continue
      }
      if targets.contains(where: { if case .standard = $0.place { true } else { false } }) {
        problems.append(
          output.format.problem(
            Wording(
              zh: "只能有一种格式输出到标准输出，其余请写 file。",
              en: "only one format can go to standard output; give the others a `file`")))
      }
      targets.append(OutputTarget(format: format, place: .standard))
    }
    if !problems.isEmpty {
      throw CommandFailure(problems, Wording(zh: "配置文件有错误。", en: "the configuration has mistakes."))
    }
    return targets
  }

  private static func format(named name: String) throws(CommandFailure) -> OutputFormat {
    if let format = OutputFormat(rawValue: name) { return format }
    throw OptionValue.unknown(name, of: "--format", known: OutputFormat.allCases.map(\.rawValue))
  }

  private static func refuseDoubles(_ targets: [OutputTarget]) throws(CommandFailure) {
    var files: Set<FilePath> = []
    for target in targets {
      switch target.place {
      case .standard: continue
      case .file(let path), .folder(let path):
        if !files.insert(path.resolved ?? path).inserted {
          throw CommandFailure(
            Wording(zh: "两种格式写入同一个文件 \(path.shown)。", en: "two formats go to one file, \(path.shown)."))
        }
      }
    }
  }
}
