import Reports
import SourceText
import YAMLReading

/// One entry of `profiles` as its author wrote it, before it is known which rules there are.
///
/// ```yaml
/// subdistrict:
///   title: {zh: 街道办事处, en: subdistrict offices}
///   extends: township
///   levels: [subdistrict]
///   rules:
///     "*": {soften: 1}
///     outline.digital: off
///   stages:
///     draft: {rules: {signature.date: {severity: error}}}
/// ```
struct ProfileDraft {
  var name: Placed<String>
  var title: Wording
  var extends: [Placed<String>]
  /// The levels of the bodies whose reports it is for.
  var levels: [Placed<Level>]
  /// Words in the names of the bodies whose reports it is for.
  var issuers: [Placed<String>]
  /// Whether it is for reports that no other profile is for.
  var isDefault: Placed<Bool>?
  var settings: ProfileSettings
  /// What is different for a draft or for a published report.
  var stages: [Stage: ProfileSettings]

  static func read(_ name: Placed<String>, _ reader: inout MappingReader) -> ProfileDraft? {
    let title = reader.text("title", .required)
    let extends = reader.strings("extends")
    let levels = reader.choices("levels", of: Level.self)
    let issuers = reader.strings("issuers")
    let isDefault = reader.bool("default")
    let settings = ProfileSettings.read(&reader)
    var stages: [Stage: ProfileSettings] = [:]
    _ = reader.mapping("stages") { inner -> Void? in
      for stage in Stage.allCases {
        stages[stage] = inner.mapping(stage.rawValue, shape: "profile_settings") { ProfileSettings.read(&$0) }
      }
      return ()
    }
    for stage in Stage.allCases where name.value.hasSuffix("-" + stage.rawValue) {
      reader.report(
        Wording(
          zh: "名称不能以“-\(stage.rawValue)”结尾：各阶段的不同写在 stages 里，“\(name.value)”由此产生。",
          en:
            "a profile can't end in `-\(stage.rawValue)`: what differs by stage goes under `stages`, which makes `\(name.value)`"
        ), at: name)
    }
    guard let title else { return nil }
    return ProfileDraft(
      name: name, title: title.value, extends: extends, levels: levels, issuers: issuers, isDefault: isDefault,
      settings: settings, stages: stages)
  }
}

/// What a profile says of rules and categories.
struct ProfileSettings {
  var rules: [(selector: Placed<String>, setting: RuleSetting)] = []
  var categories: [(id: Placed<String>, setting: CategorySetting)] = []

  /// What becomes of rules.
  enum RuleSetting {
    case off
    case on
    case change(severity: Severity?, steps: Int, weight: WeightChange?)
  }

  enum WeightChange {
    case to(Weight)
    /// A factor in thousandths.
    case times(Int)
  }

  /// What becomes of a category: of all its rules, and of its weight in the total.
  struct CategorySetting {
    var rules: RuleSetting?
    var weight: Weight?
  }

  static func read(_ reader: inout MappingReader) -> ProfileSettings {
    var settings = ProfileSettings()
    for (name, value) in reader.named("rules") {
      if let setting = word(value) ?? value.asMapping({ change(&$0, isCategory: false)?.rules }) {
        settings.rules.append((name, setting))
      }
    }
    for (name, value) in reader.named("categories") {
      if let setting = word(value).map({ CategorySetting(rules: $0, weight: nil) })
        ?? value.asMapping({ change(&$0, isCategory: true) })
      {
        settings.categories.append((name, setting))
      }
    }
    return settings
  }

  /// `off` or `on`; reports any other word.
  private static func word(_ value: YAMLValue) -> RuleSetting? {
    if value.isMapping { return nil }
    return switch value.choice(in: ["off", "on"])?.value {
    case "off": .off
    case "on": .on
    default: nil
    }
  }

  private static func change(_ reader: inout MappingReader, isCategory: Bool) -> CategorySetting? {
    let severity = reader.choice("severity", of: Severity.self)
    let soften = reader.int("soften")
    let weight = reader.decimal("weight")
    let factor = reader.decimal("weight_times")
    if let soften, !(1...2).contains(soften.value) {
      reader.report(Wording(zh: "soften 是降低的级数，1 或 2。", en: "`soften` is a number of steps down, 1 or 2"), at: soften)
      return nil
    }
    if let severity, soften != nil {
      reader.report(
        Wording(zh: "severity 和 soften 只能写一个。", en: "`severity` or `soften`, not both"), at: severity)
    }
    if let weight, factor != nil, !isCategory {
      reader.report(
        Wording(zh: "weight 和 weight_times 只能写一个。", en: "`weight` or `weight_times`, not both"), at: weight)
    }
    if severity == nil, soften == nil, weight == nil, factor == nil {
      reader.report(Wording(zh: "没有写要改什么。", en: "this says nothing that is to change"))
      return nil
    }
    let points = weight.flatMap {
      PackHeader.thousandths($0, in: reader, isCategory ? 0...1_000_000_000 : 0...1_000_000)
    }
    let times = factor.flatMap { PackHeader.thousandths($0, in: reader, 0...100_000) }
    let ofRules =
      times.map { WeightChange.times($0) } ?? (isCategory ? nil : points.map { .to(Weight(thousandths: $0)) })
    let hasRules = severity != nil || soften != nil || ofRules != nil
    return CategorySetting(
      rules: hasRules ? .change(severity: severity?.value, steps: soften?.value ?? 0, weight: ofRules) : nil,
      weight: isCategory ? points.map { Weight(thousandths: $0) } : nil)
  }
}

extension YAMLValue {
  /// Reads a mapping; anything else was judged before.
  fileprivate func asMapping<Result>(_ read: (inout MappingReader) -> Result?) -> Result? {
    isMapping ? mapping(read) : nil
  }
}
