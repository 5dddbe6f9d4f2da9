import Reports
import SourceText
import YAMLReading

/// Makes profiles of their drafts once all rules are known.
struct ProfileBuilder {
  let drafts: [ProfileDraft]
  /// In the order of the pack.
  let rules: [Rule]
  /// The ids of the rules that an overlay has turned off; a profile may still name them.
  let turnedOff: Set<String>
  let categories: [RulePack.Category]
  let problems: ProblemSink

  /// All profiles and their variants by stage, in the order of their names.
  func profiles() -> [Profile] {
    for draft in drafts { check(draft) }
    reportRivals()
    return drafts.flatMap { draft -> [Profile] in
      guard let chain = chain(of: draft) else { return [] }
      let stages = Stage.allCases.filter { stage in chain.contains { $0.stages[stage] != nil } }
      return [profile(of: draft, chain, nil)] + stages.map { profile(of: draft, chain, $0) }
    }.sorted { $0.id < $1.id }
  }

  // MARK: Checks

  private func check(_ draft: ProfileDraft) {
    let ids = rules.map(\.id) + turnedOff.sorted()
    for settings in [draft.settings] + Stage.allCases.compactMap({ draft.stages[$0] }) {
      for (name, _) in settings.rules where !ids.contains(where: RuleSelector(name.value).matches) {
        problems.report(
          unknownWord(name.value, among: RuleSelector.known(for: ids), subject: RuleSelector.subject),
          in: name.source, at: name.range)
      }
      for (name, _) in settings.categories where !categories.contains(where: { $0.id == name.value }) {
        problems.report(
          unknownWord(name.value, among: categories.map(\.id), subject: Wording(zh: "类别", en: "the category")),
          in: name.source, at: name.range)
      }
    }
  }

  /// Two profiles for the same reports, of which neither is the closer one.
  private func reportRivals() {
    for (index, draft) in drafts.enumerated() {
      for other in drafts[..<index] {
        if let mine = draft.isDefault, mine.value, other.isDefault?.value == true {
          problems.report(
            Wording(
              zh: "“\(other.name.value)”已经是默认的口径，只能有一个。",
              en: "`\(other.name.value)` is the default already; there can be one"), in: mine.source, at: mine.range)
        }
        guard draft.issuers.isEmpty, other.issuers.isEmpty,
          let shared = draft.levels.first(where: other.levels.contains)
        else { continue }
        problems.report(
          Wording(
            zh: "“\(other.name.value)”已经用于 \(shared.value.rawValue)，不知道该用哪一个；请用 issuers 区分，或删去一处。",
            en:
              "`\(other.name.value)` is for \(shared.value.rawValue) already, so neither can be chosen; tell them apart by `issuers` or remove one"
          ), in: shared.source, at: shared.range)
      }
    }
  }

  /// The profiles on which one rests, the farthest first and itself last; nil when one is unknown or rests on itself.
  private func chain(of draft: ProfileDraft, below: [String] = []) -> [ProfileDraft]? {
    var chain: [ProfileDraft] = []
    for name in draft.extends {
      guard let other = drafts.first(where: { $0.name.value == name.value }) else {
        if below.isEmpty {
          problems.report(
            unknownWord(
              name.value, among: drafts.map(\.name.value).filter { $0 != draft.name.value },
              subject: Wording(zh: "口径", en: "the profile")), in: name.source, at: name.range)
        }
        return nil
      }
      if name.value == draft.name.value || below.contains(name.value) {
        if below.count < 2 || below.first == name.value {
          problems.report(
            Wording(zh: "“\(name.value)”绕回到自己。", en: "`\(name.value)` comes back to itself"), in: name.source,
            at: name.range)
        }
        return nil
      }
      guard let lower = self.chain(of: other, below: below + [draft.name.value]) else { return nil }
      for item in lower where !chain.contains(where: { $0.name == item.name }) { chain.append(item) }
    }
    return chain + [draft]
  }

  // MARK: Building

  private func profile(of draft: ProfileDraft, _ chain: [ProfileDraft], _ stage: Stage?) -> Profile {
    var profile = Profile(
      id: stage.map { "\(draft.name.value)-\($0.rawValue)" } ?? draft.name.value, title: draft.title, rules: rules,
      categories: categories)
    profile.family = draft.name.value
    profile.stage = stage
    profile.levels = draft.levels.map(\.value)
    profile.issuers = draft.issuers.map(\.value)
    profile.isDefault = draft.isDefault?.value ?? false
    if let stage {
      profile.title = Wording(
        zh: draft.title.zh + (stage == .draft ? "（未公开稿）" : "（已公开）"),
        en: draft.title.en + (stage == .draft ? " (draft)" : " (published)"))
    }
    for item in chain { apply(item.settings, to: &profile, isOwn: item.name == draft.name && stage == nil) }
    guard let stage else { return profile }
    for item in chain {
      if let settings = item.stages[stage] { apply(settings, to: &profile, isOwn: item.name == draft.name) }
    }
    return profile
  }

  /// Applies the settings of one profile, those that name rules more closely after those that name many.
  private func apply(_ settings: ProfileSettings, to profile: inout Profile, isOwn: Bool) {
    for (id, setting) in settings.categories {
      guard let category = categories.firstIndex(where: { $0.id == id.value }) else { continue }
      if let weight = setting.weight { profile.categories[category].weight = weight }
      guard let change = setting.rules else { continue }
      for index in rules.indices where rules[index].category == category { apply(change, to: &profile, index) }
    }
    let ordered = settings.rules.map {
      (selector: RuleSelector($0.selector.value), name: $0.selector, setting: $0.setting)
    }
    .sorted { $0.selector.closeness < $1.selector.closeness }
    // A whole rule is dear to copy, and all profiles together set many.
    func effect(_ index: Int) -> (Severity, Weight, isOn: Bool) {
      (profile.rules[index].severity, profile.rules[index].weight, profile.rules[index].turnedOff == nil)
    }
    for (selector, name, setting) in ordered {
      for index in rules.indices where selector.matches(rules[index].id) {
        let before = effect(index)
        apply(setting, to: &profile, index)
        // An overlay may have given the rule already what the profile below it asks for, and says `on` where that one says `off`.
        if case .on = setting { continue }
        if before == effect(index), isOwn, !selector.isPattern, rules[index].changes.isEmpty {
          problems.report(
            Wording(
              zh: "“\(name.value)”本来就是这样，这里没有改变任何内容；请删去或改成别的值。",
              en: "`\(name.value)` is so already, so this changes nothing; remove it or write something else"),
            in: name.source, at: name.range)
        }
      }
    }
  }

  private func apply(_ setting: ProfileSettings.RuleSetting, to profile: inout Profile, _ index: Int) {
    switch setting {
    case .on: profile.rules[index].turnedOff = nil
    case .off:
      profile.rules[index].turnedOff = Wording(
        zh: "“\(profile.title.zh)”不核查此项", en: "Not asked of “\(profile.title.en)”")
    case .change(let severity, let steps, let weight):
      if let severity { profile.rules[index].severity = severity }
      for _ in 0..<steps { profile.rules[index].severity = profile.rules[index].severity.softened }
      switch weight {
      case .to(let weight): profile.rules[index].weight = weight
      case .times(let factor):
        let product = profile.rules[index].weight.thousandths * factor
        profile.rules[index].weight = Weight(thousandths: min((product + 500) / 1000, 1_000_000))
      case nil: break
      }
    }
  }
}

extension Severity {
  /// One step down; the least stays what it is.
  fileprivate var softened: Severity {
    switch self {
    case .error: .warning
    case .warning, .info: .info
    }
  }
}
