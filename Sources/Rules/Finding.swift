public import SourceText

/// What a rule says of a report.
public enum Status: String, CaseIterable, Sendable {
  case met
  case partial
  /// Something that a report must contain is not there.
  case missing
  /// Something is there that must not be, or is there but wrong.
  case violated
  case notApplicable = "not-applicable"
  /// Cannot tell: the input does not show it, or a bound of the search was hit.
  case unverifiable
  /// Not met, and a waiver excuses it.
  case waived

  /// The status in a word.
  public var words: Wording {
    switch self {
    case .met: Wording(zh: "符合", en: "met")
    case .partial: Wording(zh: "部分", en: "partial")
    case .missing: Wording(zh: "缺少", en: "missing")
    case .violated: Wording(zh: "有误", en: "wrong")
    case .notApplicable: Wording(zh: "不适用", en: "n/a")
    case .unverifiable: Wording(zh: "待定", en: "can't tell")
    case .waived: Wording(zh: "豁免", en: "waived")
    }
  }
}

/// What one rule found in one report.
public struct Finding: Sendable {
  /// Position in `RulePack.rules`.
  public var rule: Int
  /// What the rule says.
  public var status: Status
  /// The share of the rule's weight that is earned.
  public var credit: Credit
  /// What was found, or not found, for the reader of the report.
  public var message: Wording
  /// What to write instead, with the report's own years filled in.
  public var remedy: Wording
  /// The places on which it rests, the most telling first.
  public var evidence: [Evidence]
  /// The waiver that was given for it, or nil; it excuses the finding where the status is `waived`, else it has expired.
  public var waiver: Waiver?
  /// Whether a baseline holds it, no less grave than it is now.
  public var isKnown = false

  /// A finding of one rule.
  public init(
    rule: Int, status: Status, credit: Credit, message: Wording, remedy: Wording, evidence: [Evidence],
    waiver: Waiver? = nil
  ) {
    self.rule = rule
    self.status = status
    self.credit = credit
    self.message = message
    self.remedy = remedy
    self.evidence = evidence
    self.waiver = waiver
  }
}

/// A place in the document that a finding rests on.
public struct Evidence: Hashable, Sendable {
  /// In the decoded text; empty for a place between two characters where something should stand.
  public var range: TextRange
  /// What the place is to the finding.
  public var kind: Kind

  /// A finding of one rule.
  public init(range: TextRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }

  /// What a place is to a finding.
  public enum Kind: String, CaseIterable, Sendable {
    /// The words that the finding speaks of.
    case found
    /// The nearest thing to what was looked for in vain.
    case nearest
    /// Where the missing thing should stand.
    case slot
  }
}
