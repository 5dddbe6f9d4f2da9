import Matching
import Reports
package import SourceText
import YAMLReading

/// The files of a rule pack as bytes, so that loading needs no file system.
package struct RuleFiles: Sendable {
  package var files: [File]

  package init(_ files: [File]) {
    self.files = files
  }

  /// One YAML file of a pack.
  package struct File: Sendable {
    /// As shown in problems.
    package var path: String
    /// Relative to the pack's folder, with `/`.
    package var name: String
    package var bytes: [UInt8]

    package init(path: String, name: String, bytes: [UInt8]) {
      self.path = path
      self.name = name
      self.bytes = bytes
    }
  }
}

/// A pack that loaded, or every mistake that kept it from loading.
package enum LoadedPack: Sendable {
  case pack(RulePack, warnings: [Problem])
  case problems([Problem])
}

/// Reads a pack from its files: `pack.yaml` and what it includes.
///
/// All mistakes of all files are reported together; one error is enough for the pack not to load.
package func loadPack(_ files: RuleFiles) -> LoadedPack {
  var loader = RulePackLoader(files: files)
  return loader.load()
}

private struct RulePackLoader {
  let files: RuleFiles
  let problems = ProblemSink()
  var draft: PackDraft
  var vocabulary: Vocabulary?
  var figureWords: FigureWords?
  var recognisers: [RoleRecogniser] = []
  var ruleValues: [YAMLValue] = []

  init(files: RuleFiles) {
    self.files = files
    draft = PackDraft(problems: problems)
  }

  mutating func load() -> LoadedPack {
    guard let main = files.files.first(where: { $0.name == "pack.yaml" }) else {
      return .problems([
        Problem(
          Wording(zh: "规则目录里没有 pack.yaml。", en: "the rule folder has no pack.yaml"),
          path: files.files.first?.path ?? "pack.yaml")
      ])
    }
    var header: PackHeader?
    var includes: [Placed<String>] = []
    if let root = readYAML(path: main.path, bytes: main.bytes, problems: problems) {
      header = root.mapping { reader in
        let header = PackHeader.read(&reader, &draft)
        includes = header?.includes ?? []
        collect(&reader)
        return header
      }
    }
    for include in includes { read(include) }
    reportUnincluded(besides: includes)
    let rules = ruleValues.compactMap { value in value.mapping { RuleDecoder.read(&$0, &draft) } }
    if header != nil, rules.isEmpty, problems.isEmpty {
      problems.report(Wording(zh: "规则包里没有规则。", en: "the pack has no rules"), in: YAMLSource(path: main.path, text: DecodedText(validUTF8: [])), at: nil)
    }
    if header != nil, recognisers.isEmpty, problems.isEmpty {
      problems.report(
        Wording(zh: "规则包没有 sections，无法识别报告的各个部分。", en: "the pack has no `sections`, so no part of a report can be recognised"),
        in: YAMLSource(path: main.path, text: DecodedText(validUTF8: [])), at: nil)
    }
    let found = problems.problems
    guard let header, !found.contains(where: { $0.severity == .error }) else { return .problems(found) }
    return .pack(pack(header, rules), warnings: found)
  }

  private func pack(_ header: PackHeader, _ rules: [Rule]) -> RulePack {
    var phrases = draft.phrases
    let reader = ReportReader(
      vocabulary: vocabulary ?? Vocabulary(), figureWords: figureWords ?? FigureWords(), recognisers: recognisers,
      phrases: &phrases)
    return RulePack(
      id: header.id, title: header.title, version: header.version, bases: draft.bases, categories: draft.categories,
      grades: header.grades, vetoGrade: header.vetoGrade, rules: rules.sorted { $0.id < $1.id }, topics: draft.topics,
      reader: reader, phrases: phrases, automaton: PhraseAutomaton(phrases))
  }

  private mutating func read(_ include: Placed<String>) {
    guard let file = files.files.first(where: { $0.name == include.value }) else {
      let known = files.files.map(\.name).filter { $0 != "pack.yaml" }
      problems.report(
        unknownWord(include.value, among: known, subject: Wording(zh: "规则文件", en: "the included file")),
        in: include.source, at: include.range)
      return
    }
    guard let root = readYAML(path: file.path, bytes: file.bytes, problems: problems) else { return }
    _ = root.mapping { reader -> Void? in
      collect(&reader)
      return ()
    }
  }

  /// Reads what any file of a pack may hold; rules wait until all topics are known.
  private mutating func collect(_ reader: inout MappingReader) {
    if reader.keys.contains(where: { $0.value == "subject" }) {
      if vocabulary != nil {
        reader.report(Wording(zh: "阅读用词已在另一个文件中给出。", en: "the vocabulary stands in another file already"))
      }
      vocabulary = VocabularyDecoder.read(&reader)
    }
    let words = reader.mapping("figure_words") { FigureWordsDecoder.read(&$0) }
    figureWords = words ?? figureWords
    let sections = reader.namedMappings("sections") { name, inner -> RoleRecogniser? in
      SectionDecoder.read(name, &inner, &draft)
    }
    for section in sections {
      if recognisers.contains(where: { $0.role == section.role }) {
        reader.report(Wording(zh: "“\(section.role.rawValue)”部分重复。", en: "`\(section.role.rawValue)` is defined twice"))
      }
      recognisers.append(section)
    }
    let topics = reader.namedMappings("topics") { name, inner -> Topic? in TopicDecoder.read(name, &inner, &draft) }
    draft.topics += topics
    ruleValues += reader.values("rules")
  }

  /// A rule file that nothing includes would be silently without effect.
  private func reportUnincluded(besides includes: [Placed<String>]) {
    let names = includes.map(\.value) + ["pack.yaml"]
    for file in files.files where !names.contains(file.name) {
      problems.report(
        Wording(
          zh: "这个文件没有列入 pack.yaml 的 include，其中的规则不会生效；请列入或移走。",
          en: "pack.yaml does not include this file, so its rules have no effect; include it or move it away"),
        in: YAMLSource(path: file.path, text: DecodedText(validUTF8: [])), at: nil)
    }
  }
}
