/// What must be read from a sample besides the verdicts, as far as its making settles it.
package struct SampleFacts: Sendable {
  /// For each name of the contract's `document` object, the values that are right; nil stands for `null`.
  package var values: [Name: [String?]]
  /// The roles that sections must play, no more and no fewer among the four; nil when that is not settled.
  package var roles: Set<SampleRole>?

  /// Nothing is settled.
  package static let none = SampleFacts(values: [:], roles: nil)

  package init(values: [Name: [String?]], roles: Set<SampleRole>?) {
    self.values = values
    self.roles = roles
  }

  /// A fact by its name in the contract.
  package enum Name: String, CaseIterable, Sendable {
    case title, issuer, level, kind, stage
    case reportYear = "report_year"
    case publicationDate = "publication_date"
    case signatureDate = "signature_date"
  }

  /// The same with other values for one fact.
  package func with(_ name: Name, _ allowed: String?...) -> SampleFacts {
    var copy = self
    copy.values[name] = allowed
    return copy
  }

  /// The same without a word on the given facts.
  package func without(_ names: Name...) -> SampleFacts {
    var copy = self
    for name in names { copy.values[name] = nil }
    return copy
  }

  /// The same with other roles.
  package func with(roles: Set<SampleRole>?) -> SampleFacts {
    var copy = self
    copy.roles = roles
    return copy
  }
}
