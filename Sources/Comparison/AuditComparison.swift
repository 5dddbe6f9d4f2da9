public import Rules

/// What differs between two audits, document by document.
public struct AuditComparison: Sendable {
  public private(set) var pairs: [Pair] = []
  /// Documents of the old audit that the new one has nothing for, and the other way round.
  public private(set) var onlyOld: [AuditRecord] = []
  public private(set) var onlyNew: [AuditRecord] = []

  /// A document before and after, or a body's report of one year and of another.
  public struct Pair: Sendable {
    public var old: AuditRecord
    public var new: AuditRecord
    /// Rules by which the report has become better, worse, or neither though the status is another (waived, no longer asked).
    public var better: [Change] = []
    public var worse: [Change] = []
    public var other: [Change] = []

    /// The difference of the scores in tenths of a point; nil where one has none.
    public var difference: Int? { old.score.flatMap { old in new.score.map { $0 - old } } }

    /// Whether anything is different.
    public var isChanged: Bool {
      difference != 0 || !better.isEmpty || !worse.isEmpty || !other.isEmpty || old.outcome != new.outcome
    }

    /// The difference of each category that both audits have, in tenths of a point, in the order of the new one.
    public var categories: [(id: String, title: String, old: Int?, new: Int?)] {
      new.categories.compactMap { category in
        old.categories.first { $0.id == category.id }.map { (category.id, category.title, $0.score, category.score) }
      }
    }
  }

  /// A rule whose verdict has changed.
  public struct Change: Hashable, Sendable {
    public var rule: String
    public var title: String
    public var old: Status
    public var new: Status
  }

  /// Compares two audits; `names` tells which names of bodies mean the same.
  public init(old: [AuditRecord], new: [AuditRecord], names: BodyNames) {
    var partners = [Int?](repeating: nil, count: old.count)
    var isTaken = [Bool](repeating: false, count: new.count)
    func pair(_ left: Int, _ right: Int) {
      partners[left] = right
      isTaken[right] = true
    }
    let oldNames = old.map { $0.issuer.map(names.canonical) }
    let newNames = new.map { $0.issuer.map(names.canonical) }
    func isOfOthers(_ left: Int, _ right: Int) -> Bool {
      guard let one = oldNames[left], let other = newNames[right] else { return false }
      return !names.mean(one, other)
    }
    if old.count == 1, new.count == 1 {
      pair(0, 0)
    } else {
      // The same file; two years' folders may have files of the same name that are of different bodies.
      Self.match(old.indices.map { old[$0].path }, new.indices.map { new[$0].path }, partners, isTaken) { left, right in
        if !isOfOthers(left, right) { pair(left, right) }
      }
      // The one report of a body on either side.
      Self.match(oldNames, newNames, partners, isTaken, pair)
      for left in old.indices where partners[left] == nil {
        guard let name = oldNames[left] else { continue }
        let rights = new.indices.filter { !isTaken[$0] && newNames[$0].map { names.mean(name, $0) } == true }
        let lefts = old.indices.filter { partners[$0] == nil && oldNames[$0].map { names.mean(name, $0) } == true }
        if rights.count == 1, lefts.count == 1 { pair(left, rights[0]) }
      }
      // The only file of this name.
      Self.match(old.map { Optional($0.fileName) }, new.map { Optional($0.fileName) }, partners, isTaken) {
        left, right in
        if !isOfOthers(left, right) { pair(left, right) }
      }
    }
    for (left, record) in old.enumerated() {
      guard let right = partners[left] else {
        onlyOld.append(record)
        continue
      }
      pairs.append(Self.compared(record, new[right]))
    }
    onlyNew = new.indices.filter { !isTaken[$0] }.map { new[$0] }
  }

  /// Pairs what is left and has a key that nothing else on its side has.
  private static func match<Key: Hashable>(
    _ old: [Key?], _ new: [Key?], _ partners: [Int?], _ isTaken: [Bool], _ pair: (Int, Int) -> Void
  ) {
    func single(_ keys: [Key?], where isFree: (Int) -> Bool) -> [Key: Int] {
      var single: [Key: Int] = [:]
      var several: Set<Key> = []
      for (index, key) in keys.enumerated() where isFree(index) {
        guard let key else { continue }
        if single.updateValue(index, forKey: key) != nil { several.insert(key) }
      }
      for key in several { single[key] = nil }
      return single
    }
    let right = single(new) { !isTaken[$0] }
    for (key, index) in single(old, where: { partners[$0] == nil }).sorted(by: { $0.value < $1.value }) {
      if let partner = right[key] { pair(index, partner) }
    }
  }

  private static func compared(_ old: AuditRecord, _ new: AuditRecord) -> Pair {
    var pair = Pair(old: old, new: new)
    var before: [String: AuditRecord.Result] = [:]
    for result in old.results { before[result.rule] = result }
    for result in new.results {
      guard let earlier = before[result.rule] else { continue }
      if earlier.status == result.status, earlier.credit == result.credit { continue }
      let change = Change(rule: result.rule, title: result.title, old: earlier.status, new: result.status)
      switch (earlier.credit, result.credit) {
      case (let old?, let new?) where new > old: pair.better.append(change)
      case (let old?, let new?) where new < old: pair.worse.append(change)
      default: pair.other.append(change)
      }
    }
    return pair
  }

  /// How many pairs have a higher score, a lower one, and the same one.
  public var counts: (better: Int, worse: Int, same: Int) {
    let differences = pairs.compactMap(\.difference)
    return (differences.count { $0 > 0 }, differences.count { $0 < 0 }, differences.count { $0 == 0 })
  }

  /// The mean difference of the scores in hundredths of a point, rounded half away from zero; nil without a pair that has both scores.
  public var meanDifference: Int? {
    let differences = pairs.compactMap(\.difference)
    if differences.isEmpty { return nil }
    let sum = differences.reduce(0, +) * 10
    let half = differences.count / 2
    return (sum >= 0 ? sum + half : sum - half) / differences.count
  }

  /// Whether any report has become worse by its score or by a rule.
  public var isWorse: Bool { pairs.contains { $0.difference ?? 0 < 0 || !$0.worse.isEmpty } }

  /// The rules by how many reports have become better and worse by them, most changes first.
  public var rules: [(rule: String, title: String, better: Int, worse: Int)] {
    var order: [String] = []
    var counts: [String: (title: String, better: Int, worse: Int)] = [:]
    func count(_ change: Change, better: Int, worse: Int) {
      if counts[change.rule] == nil { order.append(change.rule) }
      let before = counts[change.rule] ?? (change.title, 0, 0)
      counts[change.rule] = (change.title, before.better + better, before.worse + worse)
    }
    for pair in pairs {
      for change in pair.better { count(change, better: 1, worse: 0) }
      for change in pair.worse { count(change, better: 0, worse: 1) }
    }
    return order.compactMap { rule in counts[rule].map { (rule, $0.title, $0.better, $0.worse) } }
      .sorted { ($1.better + $1.worse, $0.rule) < ($0.better + $0.worse, $1.rule) }
  }
}
