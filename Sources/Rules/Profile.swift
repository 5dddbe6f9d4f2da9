public import Reports
public import SourceText

/// The rules as they are put to one kind of report: a county's published report, a department's draft.
///
/// A profile never changes what a rule asks, only whether it is asked, how grave it is and how much it counts. Every renderer takes
/// severity, weight and category weight from here (`Audit.rules`, `Audit.categories`), not from the pack.
public struct Profile: Sendable {
  /// The name by which it is chosen, `county` or `county-draft` say.
  public var id: String
  /// What it is called.
  public var title: Wording
  /// In step with `RulePack.rules`: the same rules in the same order.
  public var rules: [Rule]
  /// In step with `RulePack.categories`.
  public var categories: [RulePack.Category]
  /// The name without the stage: `county` for `county-draft`.
  public var family: String
  /// The only stage that it is for, or nil.
  public var stage: Stage?
  /// The levels of the bodies whose reports it is for; with no levels and no issuers it is for none unless it is named.
  public var levels: [Level] = []
  /// Words in the names of the bodies whose reports it is for.
  public var issuers: [String] = []
  /// Whether it is for reports that no other profile is for.
  public var isDefault = false

  /// A profile over the rules and categories of a pack, changed where it changes them.
  public init(id: String, title: Wording, rules: [Rule], categories: [RulePack.Category]) {
    self.id = id
    self.title = title
    self.rules = rules
    self.categories = categories
    family = id
  }
}

extension RulePack {
  /// The names that a profile can be chosen by, in their order: `county`, `county-draft` …
  public var profileNames: [String] { profiles.map(\.id) }

  /// The profile for a report: the one that was named, else the closest of those that are for it.
  ///
  /// A profile of the report's stage goes before one for any. Of profiles for the report's issuer that with the longest word in
  /// the issuer's name goes first, then those for its level, then the default.
  public func profile(for report: Report, named name: String? = nil) -> Profile? {
    if let name {
      guard let named = profiles.first(where: { $0.id == name }) else { return nil }
      return named.stage == nil ? variant(of: named.family, for: report.stage) ?? named : named
    }
    // By their places: to copy a profile is to count up and down all that it holds.
    var best: (family: String, closeness: Int)?
    for index in profiles.indices where profiles[index].stage == nil {
      let (family, closeness) = (profiles[index].family, profiles[index].closeness(to: report))
      let isBest = best.map { (closeness, $0.family) > ($0.closeness, family) } ?? true
      if closeness > 0, isBest { best = (family, closeness) }
    }
    guard let best else { return nil }
    return variant(of: best.family, for: report.stage)
  }

  private func variant(of family: String, for stage: Stage) -> Profile? {
    profiles.first { $0.family == family && $0.stage == stage } ?? profiles.first { $0.id == family }
  }
}

extension Profile {
  /// How closely it fits a report; 0 when it does not.
  fileprivate func closeness(to report: Report) -> Int {
    if !levels.isEmpty {
      guard let level = report.level, levels.contains(level) else { return 0 }
    }
    if !issuers.isEmpty {
      guard let name = report.issuer?.name else { return 0 }
      let words = issuers.filter { name.contains($0) }
      return words.isEmpty ? 0 : 2 + (words.map(\.utf8.count).max() ?? 0)
    }
    return levels.isEmpty ? (isDefault ? 1 : 0) : 2
  }
}
