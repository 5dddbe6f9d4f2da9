package import SourceText

/// A relation between figures that the report states, and whether its own figures bear it out.
package struct FigureClaim: Hashable, Sendable {
  package var relation: Relation
  package var verdict: Verdict
  /// The rate or the total.
  package var stated: FoldedRange
  /// The figures from which it can be recomputed.
  package var parts: [FoldedRange]
  /// The computation written out: 118 ÷ 119 = 99.16%.
  package var computation: Wording

  package enum Relation: String, CaseIterable, Sendable {
    case rate = "rate_contradicts"
    case sum = "sum_contradicts"
  }

  package enum Verdict: String, CaseIterable, Sendable {
    case agrees
    /// Agrees when the further decimals are cut off instead of rounded.
    case agreesTruncated
    case contradicted
    /// The text does not say enough to tell.
    case noClaim
  }
}

package struct FigureWords: Sendable {
  package init() {}
}

struct FigureClaimReader {
  init(words: FigureWords) {}
  func read(_ figures: [Figure], sentences: [FoldedRange], text: FoldedText) -> [FigureClaim] { [] }
}
