import SourceText
import YAMLReading

/// Finds and reads `.fazhi-audit.yaml`.
extension Configuration {
  static let fileName = ".fazhi-audit.yaml"

  /// Reads the named file, else the nearest one above the documents, else the nearest above the current folder.
  ///
  /// One run has one configuration: documents that belong to several are refused.
  static func load(_ given: String?, for documents: [String] = []) throws(CommandFailure) -> Configuration {
    if let given { return try read(FilePath(given)) }
    var found: [FilePath] = []
    for document in documents where document != "-" {
      guard let path = FilePath(document).resolved else { continue }
      let folder = FileFacts(path)?.kind == .folder ? path : path.folder
      if let file = nearest(above: folder), !found.contains(file) { found.append(file) }
    }
    if found.count > 1 {
      throw CommandFailure(
        Wording(
          zh: "这些文档分属不同的配置：\(found.map(\.shown).joined(separator: "、"))。请分开核查，或用 --config 指定一个。",
          en:
            "these documents belong to several configurations: \(found.map(\.shown).joined(separator: ", ")). Audit them apart, or name one with --config."
        ))
    }
    if let file = found.first ?? FilePath(".").resolved.flatMap({ nearest(above: $0) }) { return try read(file) }
    return Configuration()
  }

  private static func nearest(above start: FilePath) -> FilePath? {
    var folder = start
    while true {
      let file = folder.appending(fileName)
      if FileFacts(file)?.kind == .file { return file }
      if folder == folder.folder { return nil }
      folder = folder.folder
    }
  }

  private static func read(_ file: FilePath) throws(CommandFailure) -> Configuration {
    let source = try UserFile(file, what: Wording(zh: "配置文件", en: "the configuration"))
    let sink = ProblemSink()
    let root = readYAML(path: file.shown, bytes: source.bytes, problems: sink)
    let configuration = root?.mapping { ConfigurationDecoder.read(&$0) }
    if sink.hasError || configuration == nil {
      throw CommandFailure(sink.problems, Wording(zh: "配置文件有错误。", en: "the configuration has mistakes."))
    }
    Program.report(sink.problems)
    var result = configuration ?? Configuration()
    result.source = source
    return result
  }
}
