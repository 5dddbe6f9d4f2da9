/// The words by which relations between figures are known.
///
/// They are data of the rule pack (`figure-words.yaml`); the code knows structure only.
package struct FigureWords: Sendable {
  /// Words before a total: 共.
  package var totals: [String] = []
  /// Words that open the parts of a total: 其中.
  package var ofWhich: [String] = []
  /// Words behind a total that open its parts, before a comma: 审结的160件中.
  package var among: [String] = []
  /// Words that open the part that makes a list complete: 其他.
  package var others: [String] = []
  /// Words that make a list incomplete: 等.
  package var incomplete: [String] = []
  /// Words at the start of a sentence whose figures are the parts of the total before it: 此次.
  package var continuing: [String] = []
  /// How the name of a rate ends: 率.
  package var rateEndings: [String] = []
  /// How the name of a share ends: 占比.
  package var shareEndings: [String] = []
  /// Words between the name of a rate and its value: 达到.
  package var rateLinks: [String] = []
  /// Words that make a percentage one of growth: 同比.
  package var growth: [String] = []
  /// Names of rates that cannot exceed 100 %: 办结率.
  package var completionRates: [String] = []
  /// Words before what was due, the base of what was done: 应出庭80件.
  package var due: [String] = []
  /// Words by which the whole is more than what was counted: 结转.
  package var carryOver: [String] = []

  package init() {}
}
