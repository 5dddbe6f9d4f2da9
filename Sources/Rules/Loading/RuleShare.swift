import SourceText
import Threads
import YAMLReading

/// A stretch of a pack's rules that one thread decodes.
///
/// Its draft and its sink are its own, and all that they share with others is only read, but for the phrases, which have a lock.
struct RuleShare: @unchecked Sendable {
  private var values: [YAMLValue]
  /// What was found out besides the rules.
  private(set) var draft: PackDraft
  private(set) var rules: [Rule] = []

  /// Less YAML than this, in bytes, is decoded before another thread has started.
  private static let least = 32_768

  /// Parts rules into shares that are about equally long, one a processor.
  static func shares(of values: [YAMLValue], _ draft: PackDraft) -> [RuleShare] {
    let total = values.reduce(0) { $0 + $1.node.range.count }
    // Further threads cost more to start than they save.
    let count = total < least ? 1 : min(processorCount, 4)
    var shares: [RuleShare] = []
    var (start, length) = (0, 0)
    for (index, value) in values.enumerated() {
      length += value.node.range.count
      if index + 1 == values.count || length * count >= total * (shares.count + 1) {
        shares.append(RuleShare(values[start...index], draft.forked()))
        start = index + 1
      }
    }
    return shares
  }

  private init(_ values: ArraySlice<YAMLValue>, _ draft: PackDraft) {
    self.values = values.map { $0.reporting(to: draft.problems) }
    self.draft = draft
  }

  /// The share with its rules.
  func decoded() -> RuleShare {
    var share = self
    share.rules = values.compactMap { value in value.mapping { RuleDecoder.read(&$0, &share.draft) } }
    return share
  }
}
