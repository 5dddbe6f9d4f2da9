import SourceText

/// What a condition says of a report, with what it saw.
struct Answer {
  var truth: Truth
  var message: Wording
  var evidence: [Trace]
  /// What was found, for the `{variables}` of a rule's own sentences.
  var found: FoundValues = [:]
  /// The date whose absence made the answer unknown.
  var unknownDate: DateCheck.Name?

  /// How many places of a fault an answer names: all of them, since a baseline tells a new fault from known ones by its place, within
  /// what a reader or a program bears of a hopeless text.
  static let mostPlaces = 200

  enum Truth {
    case holds
    /// Does not hold, because something is not there.
    case absent
    /// Does not hold, because what is there is not as it should be.
    case wrong
    /// Cannot be told from this document, or a bound of the search was hit.
    case unknown
    /// There is nothing to which the condition could apply.
    case pointless
  }

  /// A piece of evidence, still in the folded text.
  struct Trace: Hashable {
    var range: FoldedRange
    var kind: Evidence.Kind
    /// The author's own characters, where folding keeps less of them than the finding is about: width, white space.
    var typed: TextRange?

    static func found(_ range: FoldedRange) -> Trace { Trace(range: range, kind: .found) }
    static func nearest(_ range: FoldedRange) -> Trace { Trace(range: range, kind: .nearest) }
    static func slot(_ offset: Int) -> Trace { Trace(range: FoldedRange(offset, offset), kind: .slot) }
    static func found(typed: TextRange, in range: FoldedRange) -> Trace {
      Trace(range: range, kind: .found, typed: typed)
    }
  }
}

/// A few values by name, compared one after the other: a condition finds three or four, for which a hash table is too dear.
struct FoundValues: ExpressibleByDictionaryLiteral {
  private var values: [(String, Wording)] = []
  /// Values that are made only when a sentence asks for one, for answers whose words are seldom wanted.
  private var onDemand: ((String) -> Wording?)?

  init(dictionaryLiteral elements: (String, Wording)...) {
    values = elements
  }

  subscript(name: String) -> Wording? {
    get { values.first { $0.0 == name }?.1 ?? onDemand?(name) }
    set {
      values.removeAll { $0.0 == name }
      if let newValue { values.append((name, newValue)) }
    }
  }

  /// What a search without a hit tells.
  static var nothing: FoundValues { FoundValues(values: noHit) }
  private static let noHit = [("count", Wording("0"))]

  private init(values: [(String, Wording)]) { self.values = values }

  /// Values by name that are made only when they are asked for.
  init(onDemand: @escaping (String) -> Wording?) {
    self.onDemand = onDemand
  }

  /// Takes over what is not there yet.
  mutating func add(_ other: FoundValues) {
    for (name, value) in other.values where self[name] == nil { values.append((name, value)) }
    guard let more = other.onDemand else { return }
    guard let own = onDemand else {
      onDemand = more
      return
    }
    onDemand = { own($0) ?? more($0) }
  }
}
