import SourceText

@testable import Rules

/// A pack cut down to what a score depends on, written in a line.
struct Model {
  var rules: [Rule] = []
  var categories: [RulePack.Category] = []
  var grades = [
    RulePack.Grade(title: Wording("good"), from: 80_000), RulePack.Grade(title: Wording("fair"), from: 60_000),
    RulePack.Grade(title: Wording("poor"), from: 0),
  ]

  /// - Parameters:
  ///   - categories: the weights of the categories, in thousandths.
  ///   - rules: category, weight in thousandths, severity, veto.
  init(categories: [Int], rules: [(category: Int, weight: Int, severity: Severity, veto: Bool)]) {
    self.categories = categories.enumerated().map {
      RulePack.Category(id: "c\($0.offset)", title: Wording("C\($0.offset)"), weight: Weight(thousandths: $0.element))
    }
    self.rules = rules.enumerated().map { offset, rule in
      Rule(
        id: "r\(offset)", title: Wording("R\(offset)"), category: rule.category, severity: rule.severity,
        weight: Weight(thousandths: rule.weight), isVeto: rule.veto, basis: [], why: Wording(""),
        remedy: MessageTemplate(Wording("")),
        says: Rule.Sayings(), applies: Applicability(), requirement: .require(.allOf([])), partials: [],
        unlessKnown: [:], cannotTellIn: [], examples: [], path: "rules.yaml", position: Position(line: 1, column: 1))
    }
  }
}

extension Finding {
  init(_ rule: Int, _ status: Status, credit: Int = 0) {
    self.init(
      rule: rule, status: status, credit: status == .met ? .full : Credit(thousandths: credit), message: Wording(""),
      remedy: Wording(""), evidence: [])
  }
}

/// A generator of random numbers that gives the same ones in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
