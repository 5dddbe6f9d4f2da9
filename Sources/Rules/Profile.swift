package import SourceText

/// The rules as they are put to one kind of report: a county's published report, a department's draft.
///
/// A profile never changes what a rule asks, only whether it is asked, how grave it is and how much it counts. Every renderer takes
/// severity, weight and category weight from here (`Audit.rules`, `Audit.categories`), not from the pack.
package struct Profile: Sendable {
  /// The name by which it is chosen, `county` or `county-draft` say.
  package var id: String
  /// What it is called.
  package var title: Wording
  /// In step with `RulePack.rules`: the same rules in the same order.
  package var rules: [Rule]
  /// In step with `RulePack.categories`.
  package var categories: [RulePack.Category]

  /// A profile over the rules and categories of a pack, changed where it changes them.
  package init(id: String, title: Wording, rules: [Rule], categories: [RulePack.Category]) {
    self.id = id
    self.title = title
    self.rules = rules
    self.categories = categories
  }
}
