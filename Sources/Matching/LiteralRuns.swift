/// Collects the characters that every match of an expression contains, and keeps the longest run of them.
struct LiteralRuns {
  private var longest: [UInt8] = []
  private var current: [UInt8] = []
  /// Where the last character of `current` starts.
  private var lastStart = 0
  /// Set when the expression has a choice or ignores case: then nothing is certain.
  private var isVoid = false

  mutating func append(_ utf8: some Sequence<UInt8>) {
    lastStart = current.count
    current.append(contentsOf: utf8)
  }

  /// Takes the last bytes of the run back, because others are written for them.
  mutating func removeLast(_ count: Int) {
    current.removeLast(min(count, current.count))
    lastStart = current.count
  }

  /// Ends the run; a quantifier takes its last character out, which may be matched not at all or many times.
  mutating func end(quantified: Bool = false) {
    if quantified { current.removeSubrange(min(lastStart, current.count)...) }
    if current.count > longest.count { longest = current }
    current.removeAll(keepingCapacity: true)
    lastStart = 0
  }

  mutating func void() { isVoid = true }

  /// The longest run, or nil when it is too short to rule anything out.
  mutating func longestRun() -> [UInt8]? {
    end()
    let scalars = longest.count { $0 & 0xC0 != 0x80 }
    return isVoid || scalars < 2 ? nil : longest
  }
}
