import Documents
import Matching
import Rendering
import Reports
import Rules
import Scoring
import SourceText
import YAMLReading

/// What `.fazhi-audit.yaml` says, each value with the place that says it.
///
/// Paths are relative to the file's own folder. What names rules, categories or profiles is looked at once the rules are loaded.
struct Configuration {
  /// The file as it was read, or nil when there is none.
  var source: UserFile?
  var rules: Placed<String>?
  var overlays: [Placed<String>] = []
  var profile: Placed<String>?
  var stage: Placed<Stage>?
  var level: Placed<Level>?
  /// What is different for documents of some paths; a later entry has the last word.
  var documents: [DocumentSettings] = []
  var gate = GateSettings()
  var waivers: [Placed<String>] = []
  var expect: Placed<String>?
  var baseline: Placed<String>?
  var newOnly: Placed<Bool>?
  var ignore: [(text: Placed<String>, pattern: PathPattern)] = []
  var outputs: [OutputSettings] = []
  var jobs: Placed<Int>?
  /// The limits that are set, in the order of their names' declaration.
  var limits: [(name: LimitName, value: Placed<Int>)] = []
  var language: Placed<Language>?

  /// What is said of the documents of some paths.
  struct DocumentSettings {
    var paths: [(text: Placed<String>, pattern: PathPattern)]
    var profile: Placed<String>?
    var stage: Placed<Stage>?
    var level: Placed<Level>?
  }

  /// What a document must reach.
  struct GateSettings {
    var failOn: Placed<FailOn>?
    var minScore: Placed<Int>?
    var categories: [(id: Placed<String>, failOn: Placed<FailOn>?, minScore: Placed<Int>?)] = []
  }

  /// The words of `--fail-on`.
  enum FailOn: String, CaseIterable {
    case error, warning, info, never

    var severity: Severity? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .info: .info
      case .never: nil
      }
    }
  }

  /// A format, and the file that it is written to; standard output where none is named.
  struct OutputSettings {
    var format: Placed<OutputFormat>
    var file: Placed<String>?
  }

  var file: FilePath? { source?.path }

  /// The folder from which its paths are counted.
  var folder: FilePath { file?.folder ?? FilePath(".") }

  /// A path that the file names, counted from the file's folder.
  func path(_ text: Placed<String>) -> FilePath {
    let path = FilePath(text.value)
    return path.isAbsolute ? path : folder.appending(path.bytes)
  }

  /// The files of waivers; one that is not there is a mistake of the configuration.
  func waiverFiles() throws(CommandFailure) -> [FilePath] {
    let missing = waivers.filter { FileFacts(path($0)) == nil }
    if !missing.isEmpty {
      throw CommandFailure(
        missing.map { name in
          name.problem(
            Wording(zh: "没有豁免文件 \(path(name).shown)。", en: "there is no file of waivers \(path(name).shown)"))
        }, Wording(zh: "配置文件有错误。", en: "the configuration has mistakes."))
    }
    return waivers.map(path)
  }
}

extension Configuration {
  /// The limits of reading documents, those that are not set as they are by default.
  var documentLimits: DocumentLimits {
    var all = DocumentLimits()
    for limit in limits { all[limit.name] = limit.value.value }
    return all
  }
}

/// Reads the keys of a configuration.
enum ConfigurationDecoder {
  static func read(_ reader: inout MappingReader) -> Configuration? {
    var configuration = Configuration()
    configuration.rules = reader.string("rules", doc: Wording(zh: "规则所在的文件夹", en: "The folder that holds the rules"))
    configuration.overlays = reader.strings(
      "overlays", doc: Wording(zh: "叠加在规则之上的规则包，文件夹或文件", en: "Packs that lie over the rules, folders or files"))
    configuration.profile = reader.string(
      "profile", doc: Wording(zh: "核查口径；默认按层级和阶段选定", en: "The profile; by default as level and stage ask"))
    configuration.stage = reader.choice("stage", doc: Wording(zh: "所有文档的阶段", en: "The stage of all documents"))
    configuration.level = reader.choice("level", doc: Wording(zh: "所有文档的层级", en: "The level of all documents"))
    configuration.documents = reader.mappings(
      "documents", doc: Wording(zh: "按路径另作规定", en: "What is different for documents of some paths")
    ) { inner in
      let paths = patterns("paths", .required, in: &inner, doc: Wording(zh: "路径样式", en: "Patterns of paths"))
      let profile = inner.string("profile")
      let stage = inner.choice("stage", of: Stage.self)
      let level = inner.choice("level", of: Level.self)
      if profile == nil, stage == nil, level == nil {
        inner.report(
          Wording(
            zh: "这里没有写 profile、stage 或 level，不起作用。", en: "without `profile`, `stage` or `level` this does nothing"))
      }
      return Configuration.DocumentSettings(paths: paths, profile: profile, stage: stage, level: level)
    }
    _ = reader.mapping("gate", doc: Wording(zh: "未通过的门槛", en: "What fails a document")) { inner -> Void? in
      configuration.gate.failOn = inner.choice("fail_on")
      configuration.gate.minScore = points("min_score", in: &inner)
      configuration.gate.categories = inner.namedMappings("categories") { name, category in
        let failOn = category.choice("fail_on", of: Configuration.FailOn.self)
        let minScore = points("min_score", in: &category)
        return (name, failOn, minScore)
      }
      return ()
    }
    configuration.waivers = reader.strings("waivers", doc: Wording(zh: "豁免文件", en: "Files of waivers"))
    configuration.expect = reader.string(
      "expect", doc: Wording(zh: "应当公开报告的机关名单（CSV）", en: "The list of bodies that have to publish, CSV"))
    configuration.baseline = reader.string("baseline", doc: Wording(zh: "基线文件", en: "The baseline"))
    configuration.newOnly = reader.bool(
      "new_only", doc: Wording(zh: "只判断基线之外的新问题", en: "Judge only what the baseline does not hold"))
    if let newOnly = configuration.newOnly, newOnly.value, !reader.has("baseline") {
      reader.report(
        Wording(zh: "new_only 需要基线，请同时写 baseline。", en: "`new_only` takes a baseline; write `baseline` as well"),
        at: newOnly)
    }
    configuration.ignore = patterns(
      "ignore", .optional, in: &reader,
      doc: Wording(zh: "不核查的路径，.gitignore 的写法", en: "Paths that are not audited, as in .gitignore"))
    configuration.outputs = reader.mappings("outputs", doc: Wording(zh: "输出", en: "What is written")) { inner in
      let format: Placed<OutputFormat>? = inner.choice("format", .required)
      let file = inner.string("file")
      if let file { check(output: file, in: inner) }
      return format.map { Configuration.OutputSettings(format: $0, file: file) }
    }
    _ = reader.mapping("limits", doc: Wording(zh: "读取文档的限度", en: "Limits of reading documents")) { inner -> Void? in
      for name in LimitName.allCases {
        if let value = count(name.rawValue, name.range, in: &inner, doc: name.words) {
          configuration.limits.append((name, value))
        }
      }
      return ()
    }
    configuration.jobs = count(
      "jobs", 1...256, in: &reader, doc: Wording(zh: "同时核查的份数", en: "Documents audited at once"))
    configuration.language = reader.choice("lang", doc: Wording(zh: "界面语言", en: "The language"))
    return configuration
  }

  private static func points(_ key: String, in reader: inout MappingReader) -> Placed<Int>? {
    guard let number = reader.decimal(key) else { return nil }
    if let thousandths = number.value.thousandths, (0...100_000).contains(thousandths) {
      return number.map { _ in thousandths }
    }
    reader.report(
      Wording(
        zh: "应为 0 到 100 的分数，最多三位小数，例如 60 或 62.5。",
        en: "points go from 0 to 100 with at most three places, 60 or 62.5 say"),
      at: number)
    return nil
  }

  private static func count(
    _ key: String, _ range: ClosedRange<Int>, in reader: inout MappingReader, doc: Wording
  ) -> Placed<Int>? {
    guard let number = reader.int(key, doc: doc) else { return nil }
    if range.contains(number.value) { return number }
    reader.report(
      Wording(
        zh: "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数。",
        en: "this is a whole number from \(range.lowerBound) to \(range.upperBound)"), at: number)
    return nil
  }

  private static func patterns(
    _ key: String, _ presence: Presence, in reader: inout MappingReader, doc: Wording
  ) -> [(text: Placed<String>, pattern: PathPattern)] {
    reader.strings(key, presence, doc: doc).compactMap { text in
      do throws(PathPattern.Mistake) {
        return (text, try PathPattern(text.value))
      } catch {
        reader.report(error.message, at: text)
        return nil
      }
    }
  }

  /// A configuration is found beside the documents, which may come from anybody: it writes below its own folder only.
  private static func check(output file: Placed<String>, in reader: MappingReader) {
    let path = FilePath(file.value)
    if path.isAbsolute || file.value.split(separator: "/").contains("..") {
      reader.report(
        Wording(
          zh: "输出文件应当在配置文件所在的文件夹里；要写到别处请用 --format F=文件。",
          en: "an output lies in the configuration's own folder; to write elsewhere use --format F=FILE"), at: file)
    }
  }
}
