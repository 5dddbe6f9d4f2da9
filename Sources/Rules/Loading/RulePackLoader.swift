import Matching
import Reports
public import SourceText
import YAMLReading

/// A pack that loaded, or every mistake that kept it from loading.
public enum LoadedPack: Sendable {
  case pack(RulePack, warnings: [Problem])
  case problems([Problem])
}

/// Reads a pack from its files: `pack.yaml` and what it includes.
///
/// All mistakes of all files are reported together; one error is enough for the pack not to load.
public func loadPack(_ files: RuleFiles) -> LoadedPack {
  loadPack([files])
}

/// Reads a pack and the overlays that lie over it, the pack first.
public func loadPack(_ layers: [RuleFiles]) -> LoadedPack {
  var loader = RulePackLoader(layers: layers)
  return loader.load()
}

struct RulePackLoader {
  let layers: [RuleFiles]
  let problems = ProblemSink()
  var draft: PackDraft
  var vocabulary: Vocabulary?
  var figureWords: FigureWords?
  var recognisers: [RoleRecogniser] = []
  var ruleValues: [YAMLValue] = []
  var profiles: [ProfileDraft] = []

  init(layers: [RuleFiles]) {
    self.layers = layers
    draft = PackDraft(problems: problems)
  }

  mutating func load() -> LoadedPack {
    for layer in layers where layer.mainFile == nil {
      return .problems([
        Problem(
          Wording(zh: "规则目录里没有 \(layer.main)。", en: "the rule folder has no \(layer.main)"),
          path: layer.files.first?.path ?? layer.main)
      ])
    }
    var layering = Layering(
      pack: layers.first.map { LayerReader(files: $0, isOverlay: false, problems: problems).read() } ?? [],
      problems: problems)
    // Over half a pack every line of an overlay would look wrong.
    if problems.hasError, layers.count > 1 { return .problems(problems.problems) }
    let hasMain = layering.roots.first?.source.path == layers.first?.mainFile?.path
    for overlay in layers.dropFirst() {
      layering.lay(LayerReader(files: overlay, isOverlay: true, problems: problems).read())
    }
    var header: PackHeader?
    for (index, root) in layering.roots.enumerated() {
      let isMain = index == 0 && hasMain
      root.mapping { reader -> Void? in
        if isMain { header = PackHeader.read(&reader, &draft) }
        collect(&reader)
        return ()
      }
    }
    draft.fields = (vocabulary?.fields ?? []).map { .init(name: $0.field, label: $0.labels.first ?? $0.field) }
    let rules = layered(ruleValues.compactMap { value in value.mapping { RuleDecoder.read(&$0, &draft) } }, layering)
    if header != nil, let main = layers.first?.mainFile { reportMissingParts(of: main.path, hasRules: !rules.isEmpty) }
    reportUse()
    let profiles = ProfileBuilder(
      drafts: profiles, rules: rules, turnedOff: layering.turnedOff, categories: draft.categories, problems: problems
    ).profiles()
    reportMutations(of: rules, samples: header?.samples ?? [])
    let ids = draft.ruleIDs.keys.sorted()
    for one in header?.headline ?? [] {
      _ = draft.position(of: one.rule, among: ids, what: Wording(zh: "规则编号", en: "the rule"))
    }
    let found = problems.problems
    guard let header, !found.contains(where: { $0.severity == .error }) else { return .problems(found) }
    return .pack(pack(header, rules, profiles), warnings: found)
  }

  /// The rules that are left, by id, each with what overlays have done to it.
  private func layered(_ decoded: [Rule], _ layering: Layering) -> [Rule] {
    let rules = decoded.filter { !layering.turnedOff.contains($0.id) }.sorted { $0.id < $1.id }
    if layers.count < 2 { return rules }
    return rules.map { rule in
      var rule = rule
      rule.layer = layers.firstIndex { $0.files.contains { $0.path == rule.path } } ?? 0
      rule.changes = (layering.changes[rule.id] ?? []).map { place in
        Rule.Origin(path: place.source.path, position: place.source.text.position(of: place.range.start))
      }
      // A rule that is off changes its verdict with no mutation, and its author did not know that it would be.
      for index in rule.mutations.indices {
        rule.mutations[index].dependants.removeAll { name in
          let selector = RuleSelector(name.value)
          return !rules.contains { selector.matches($0.id) } && layering.turnedOff.contains(where: selector.matches)
        }
      }
      return rule
    }
  }

  private func pack(_ header: PackHeader, _ rules: [Rule], _ profiles: [Profile]) -> RulePack {
    var phrases = draft.phrases
    let reader = ReportReader(
      vocabulary: vocabulary ?? Vocabulary(), figureWords: figureWords ?? FigureWords(),
      recognisers: recognisers.sorted { $0.role.rawValue < $1.role.rawValue }, phrases: &phrases)
    return RulePack(
      id: header.id, title: header.title, version: header.version, bases: draft.bases, categories: draft.categories,
      grades: header.grades, vetoGrade: header.vetoGrade, rules: rules,
      samples: header.samples, needsMutations: header.needsMutations,
      headline: header.headline.compactMap { one in
        // A rule that an overlay turns off is no news.
        rules.firstIndex { $0.id == one.rule.value }.map { RulePack.Headline(rule: $0, title: one.title) }
      }, topics: draft.topics,
      lists: draft.languageLists, profiles: profiles, vocabulary: vocabulary ?? Vocabulary(), reader: reader,
      phrases: phrases,
      automaton: PhraseAutomaton(phrases))
  }

  /// Reports what a pack cannot do without, once nothing else is wrong.
  private func reportMissingParts(of path: String, hasRules: Bool) {
    guard !problems.hasError else { return }
    let source = YAMLSource(path: path, text: DecodedText(validUTF8: []))
    if !hasRules { problems.report(Wording(zh: "规则包里没有规则。", en: "the pack has no rules"), in: source, at: nil) }
    if recognisers.isEmpty {
      problems.report(
        Wording(
          zh: "规则包没有 sections，无法识别报告的各个部分。", en: "the pack has no `sections`, so no part of a report can be recognised"),
        in: source, at: nil)
    }
    if vocabulary == nil {
      problems.report(
        Wording(
          zh: "规则包没有阅读用词（subject 等），无法读懂报告。",
          en: "the pack has no vocabulary (`subject` and so on), so no report can be read"),
        in: source, at: nil)
    }
  }

  /// Reports roles, topics and figures that rules name and the pack does not define, or the other way round.
  private func reportUse() {
    for use in draft.usedRoles where use.value != .preamble && !recognisers.contains(where: { $0.role == use.value }) {
      // Without any sections that is said once.
      if recognisers.isEmpty { break }
      let role = use.value.rawValue
      problems.report(
        Wording(
          zh: "sections 没有写怎样识别“\(role)”部分，永远找不到它。",
          en: "`sections` does not say how a part `\(role)` is recognised, so none is ever found"),
        in: use.source, at: use.range)
    }
    if figureWords == nil {
      for use in draft.usedFigures {
        problems.report(
          Wording(
            zh: "规则包没有 figure_words，无法复算数据。", en: "the pack has no `figure_words`, so no figure can be recomputed"),
          in: use.source, at: use.range)
      }
    }
    for (index, name) in draft.topicNames.enumerated() where !draft.usedTopics.contains(index) {
      problems.report(
        Wording(zh: "没有规则用到主题“\(name.value)”。", en: "no rule uses the topic `\(name.value)`"),
        in: name.source, at: name.range, severity: .warning)
    }
    draft.wordLists.reportUnused(problems)
    draft.termLists.reportUnused(problems)
    draft.phraseLists.reportUnused(problems)
    draft.timelines.reportUnused(problems)
    draft.nameLists.reportUnused(problems)
  }

  /// Reports names in mutations and samples that are no rules or no samples.
  private func reportMutations(of rules: [Rule], samples: [Sample]) {
    let ids = draft.ruleIDs.keys.sorted()
    func check(_ pattern: Placed<String>) {
      let selector = RuleSelector(pattern.value)
      if selector.isPattern, ids.contains(where: selector.matches) { return }
      _ = draft.position(of: pattern, among: ids, what: Wording(zh: "规则编号", en: "the rule"))
    }
    for sample in samples { for exception in sample.exceptions { check(exception) } }
    for mutation in rules.flatMap(\.mutations) {
      for dependant in mutation.dependants { check(dependant) }
      if let sample = mutation.sample {
        _ = draft.position(of: sample, among: samples.map(\.name.value), what: Wording(zh: "样本", en: "the sample"))
      }
    }
  }

  /// Reads what any file of a pack may hold; rules wait until all topics and lists of words are known.
  mutating func collect(_ reader: inout MappingReader) {
    if reader.key("subject") != nil || reader.isDescribing {
      if vocabulary != nil, let key = reader.key("subject") {
        reader.report(Wording(zh: "阅读用词已在另一个文件中给出。", en: "the vocabulary stands in another file already"), at: key)
      }
      vocabulary = VocabularyDecoder.read(&reader)
    }
    if let words = reader.mapping("figure_words", reading: { FigureWordsDecoder.read(&$0) }) {
      if figureWords != nil, let key = reader.key("figure_words") {
        reader.report(
          Wording(zh: "figure_words 已在另一个文件中给出。", en: "`figure_words` stands in another file already"), at: key)
      }
      figureWords = words
    }
    var fallbacks: [RoleRecogniser] = []
    let sections = reader.namedMappings("sections") { name, inner -> RoleRecogniser? in
      if recognisers.contains(where: { $0.role.rawValue == name.value }) {
        inner.report(Wording(zh: "“\(name.value)”部分重复。", en: "`\(name.value)` is defined twice"), at: name)
      }
      let section = SectionDecoder.read(name, &inner, &draft)
      if let section, section.isFallback, (recognisers + fallbacks).contains(where: \.isFallback) {
        inner.report(Wording(zh: "只能有一个部分写 fallback。", en: "only one part can be the `fallback`"), at: name)
      }
      if let section { fallbacks.append(section) }
      return section
    }
    recognisers += sections
    var names: [Placed<String>] = []
    let topics = reader.namedMappings("topics") { name, inner -> Topic? in
      let topic = TopicDecoder.read(name, &inner, &draft)
      if topic != nil { names.append(name) }
      return topic
    }
    draft.topics += topics
    draft.topicNames += names
    draft.wordLists.add(&reader)
    collectLists(&reader)
    ruleValues += reader.values("rules", doc: Wording(zh: "规则", en: "The rules"), of: RuleGrammar.ruleName)
    profiles += reader.namedMappings("profiles") { name, inner in ProfileDraft.read(name, &inner) }
  }

  /// Reads the lists by which the checks of language judge.
  private mutating func collectLists(_ reader: inout MappingReader) {
    typealias Named<List> = (name: Placed<String>, list: List)
    func named<List>(
      _ key: String, _ read: (inout MappingReader, inout PackDraft) -> List?
    ) -> [Named<List>] {
      reader.namedMappings(key) { name, inner in read(&inner, &draft).map { (name, $0) } }
    }
    for one in named("term_lists", TermList.init) { draft.termLists.add(one.list, one.name, problems) }
    for one in named("phrase_lists", PhraseList.init) { draft.phraseLists.add(one.list, one.name, problems) }
    for one in named("timelines", Timeline.init) { draft.timelines.add(one.list, one.name, problems) }
    for one in named("name_lists", NameList.init) { draft.nameLists.add(one.list, one.name, problems) }
  }
}
