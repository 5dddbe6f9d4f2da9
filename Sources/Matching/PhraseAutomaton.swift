package import SourceText

/// An Aho-Corasick automaton that finds all phrases of a set in one pass over a folded text.
///
/// Overlapping and nested occurrences are all found. It steps by characters, not bytes: Chinese text has three bytes a
/// character, and most characters begin no phrase, which one look into a paged table tells.
package struct PhraseAutomaton: Sendable {
  /// States in breadth-first order, so that the children of a state stand side by side, ascending by their character.
  private var states: [State]
  /// The character that leads to each state, in step with `states`.
  private var labels: [UInt32]
  /// For each 64 characters, those that begin a phrase.
  private var starts: [Starts]
  private var openings = Openings()
  /// Bytes of each phrase.
  private let lengths: [UInt32]

  /// What is known at a point of the search: the longest beginning of a phrase that ends there.
  private struct State {
    /// A bit for the last six bits of each character that leads on: most misses are seen without a search.
    var onward: UInt64 = 0
    var firstChild: UInt32 = 0
    var childCount: UInt32 = 0
    /// The state of the longest proper suffix from which some character leads on; 0 is the root.
    var fallback: UInt32 = 0
    /// The state that tells the phrases that end here: this one or that of a suffix; 0 when none does.
    var output: UInt32 = 0
    /// The phrase that is spelled by the way to this state, or -1.
    var phrase: Int32 = -1
    /// The next state with a phrase among the suffixes, or 0.
    var shorterOutput: UInt32 = 0
  }

  /// Which of 64 neighbouring characters begin a phrase.
  ///
  /// The states behind them stand side by side, so that the first one's place and a count of bits lead to each. All of them take
  /// little room and stay in the processor's nearest cache, where the table that most characters ask has to be.
  private struct Starts {
    var bits: UInt64 = 0
    var firstState: UInt32 = 0
  }

  /// Builds the automaton; the time goes with the length of all phrases.
  package init(_ set: PhraseSet) {
    lengths = set.phrases.map { UInt32($0.count) }
    states = [State()]
    labels = [0]
    starts = []
    grow(from: Spellings(set.phrases))
    linkSuffixes()
    setOpenings()
  }

  /// Makes the tree of all phrases, level by level.
  private mutating func grow(from spellings: Spellings) {
    let order = spellings.sorted()
    states.reserveCapacity(spellings.scalars.count + 1)
    labels.reserveCapacity(spellings.scalars.count + 1)
    // The phrases, as a stretch of `order`, that go through each state.
    var groups = [0..<order.count]
    groups.reserveCapacity(spellings.scalars.count + 1)
    var depth = 0
    var levelStart = 0
    while levelStart < states.count {
      let levelEnd = states.count
      for state in levelStart..<levelEnd {
        var low = groups[state].lowerBound
        let high = groups[state].upperBound
        // The phrase that ends here sorts before those that go on.
        while low < high, spellings.scalar(of: order[low], at: depth) == nil {
          states[state].phrase = Int32(truncatingIfNeeded: order[low])
          low += 1
        }
        states[state].firstChild = UInt32(truncatingIfNeeded: states.count)
        while low < high, let label = spellings.scalar(of: order[low], at: depth) {
          let groupStart = low
          while low < high, spellings.scalar(of: order[low], at: depth) == label { low += 1 }
          states[state].onward |= 1 << UInt64(label & 0x3F)
          states[state].childCount += 1
          states.append(State())
          labels.append(label)
          groups.append(groupStart..<low)
        }
      }
      levelStart = levelEnd
      depth += 1
    }
    setStarts()
    // From the root on it is `starts` that tells, and the scan need not know the root from other states.
    states[0].onward = 0
  }

  private mutating func setStarts() {
    let children = children(of: states[0])
    // Ascending, so that the last one tells how far the table must reach; beyond it no character begins a phrase.
    starts = Array(repeating: Starts(), count: children.last.map { Int(labels[$0] >> 6) + 1 } ?? 0)
    for child in children {
      let block = Int(labels[child] >> 6)
      if starts[block].bits == 0 { starts[block].firstState = UInt32(truncatingIfNeeded: child) }
      starts[block].bits |= 1 << UInt64(labels[child] & 0x3F)
    }
  }

  private mutating func setOpenings() {
    for start in children(of: states[0]) {
      if states[start].phrase >= 0 { openings.add(labels[start]) }
      for next in children(of: states[start]) { openings.add(labels[start], labels[next]) }
    }
  }

  /// Gives each state its fallback and outputs, parents first.
  private mutating func linkSuffixes() {
    // The true longest suffix of each state; `fallback` skips those from which nothing leads on.
    var suffixes = Array(repeating: 0, count: states.count)
    for parent in states.indices {
      for child in children(of: states[parent]) {
        if parent != 0 { suffixes[child] = next(from: suffixes[parent], by: labels[child]) }
        let suffix = states[suffixes[child]]
        states[child].fallback =
          suffix.childCount > 0 ? UInt32(truncatingIfNeeded: suffixes[child]) : suffix.fallback
        states[child].shorterOutput = suffix.output
        states[child].output = states[child].phrase >= 0 ? UInt32(truncatingIfNeeded: child) : suffix.output
      }
    }
  }

  private func children(of state: State) -> Range<Int> {
    let first = Int(state.firstChild)
    return first..<(first + Int(state.childCount))
  }

  /// The state after `scalar`, from `state`.
  private func next(from state: Int, by scalar: UInt32) -> Int {
    var state = state
    while state != 0 {
      let known = states[state]
      if known.onward >> UInt64(scalar & 0x3F) & 1 != 0, let child = child(of: known, by: scalar) { return child }
      state = Int(states[state].fallback)
    }
    return Self.start(by: scalar, in: starts.span)
  }

  /// The state behind a character that begins a phrase, else the root.
  @inline(__always)
  private static func start(by scalar: UInt32, in starts: Span<Starts>) -> Int {
    let block = Int(scalar >> 6)
    guard block < starts.count else { return 0 }
    let known = starts[block]
    let bit = UInt64(1) << UInt64(scalar & 0x3F)
    return known.bits & bit == 0 ? 0 : Int(known.firstState) + (known.bits & (bit - 1)).nonzeroBitCount
  }

  @inline(__always)
  private func child(of state: State, by scalar: UInt32) -> Int? {
    var low = Int(state.firstChild)
    let end = low + Int(state.childCount)
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if labels[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < end && labels[low] == scalar ? low : nil
  }
}

extension PhraseAutomaton {
  /// All occurrences of all phrases.
  package func scan(_ text: FoldedText) -> PhraseMatches {
    var found: [Occurrence] = []
    found.reserveCapacity(text.bytes.count / 12 + 16)
    let bytes = text.bytes.span
    let states = states.span
    let starts = starts.span
    let openings = openings
    guard bytes.count > 0 else { return PhraseMatches(found, lengths: lengths) }
    var state = 0
    var index = 0
    // Each character is decoded once: as the one behind, and then as the one looked at.
    var behind = scannedScalar(bytes, at: 0)
    while index < bytes.count {
      let scalar = behind.scalar
      index &+= behind.width
      if index < bytes.count { behind = scannedScalar(bytes, at: index) }
      if state == 0 {
        // Most characters begin some phrase, but few pairs of characters do.
        if !openings.mayHave(scalar, behind.scalar), index < bytes.count { continue }
        state = Self.start(by: scalar, in: starts)
      } else {
        let bit = UInt64(1) << UInt64(scalar & 0x3F)
        var next = 0
        repeat {
          let known = states[state]
          if known.onward & bit != 0, let child = child(of: known, by: scalar) {
            next = child
            break
          }
          state = Int(known.fallback)
        } while state != 0
        if next == 0, openings.mayHave(scalar, behind.scalar) || index == bytes.count {
          next = Self.start(by: scalar, in: starts)
        }
        state = next
        if state == 0 { continue }
      }
      var output = Int(states[state].output)
      while output != 0 {
        found.append(Occurrence(phrase: states[output].phrase, end: UInt32(truncatingIfNeeded: index)))
        output = Int(states[output].shorterOutput)
      }
    }
    return PhraseMatches(found, lengths: lengths)
  }
}

/// The pairs of characters with which phrases begin, as bits under a hash: it may say yes wrongly, never no.
private struct Openings {
  private var pairs = [UInt64](repeating: 0, count: 1 << 9)
  /// Characters that are phrases by themselves, whatever stands behind them.
  private var singles = [UInt64](repeating: 0, count: 1 << 4)

  mutating func add(_ first: UInt32, _ second: UInt32) {
    let hash = Self.hash(first, second)
    pairs[hash >> 6] |= 1 << UInt64(hash & 0x3F)
  }

  mutating func add(_ character: UInt32) {
    singles[Int(character >> 6 & 0x0F)] |= 1 << UInt64(character & 0x3F)
  }

  @inline(__always)
  func mayHave(_ first: UInt32, _ second: UInt32) -> Bool {
    let hash = Self.hash(first, second)
    let pair = pairs[hash >> 6] >> UInt64(hash & 0x3F)
    let single = singles[Int(first >> 6 & 0x0F)] >> UInt64(first & 0x3F)
    return (pair | single) & 1 != 0
  }

  @inline(__always)
  private static func hash(_ first: UInt32, _ second: UInt32) -> Int { Int((first << 6 ^ second) & 0x7FFF) }
}

/// What `decodedScalar` gives, with a short way for characters of three bytes, as nearly all are.
@inline(__always)
private func scannedScalar(_ bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, width: Int) {
  let lead = bytes[index]
  guard lead &- 0xE0 < 16, index &+ 2 < bytes.count else { return otherScalar(bytes, at: index) }
  let (second, third) = (bytes[index &+ 1] & 0x3F, bytes[index &+ 2] & 0x3F)
  return (UInt32(lead & 0x0F) << 12 | UInt32(second) << 6 | UInt32(third), 3)
}

/// Kept apart, so that the loop around the short way stays small enough for the processor's registers.
@inline(never)
private func otherScalar(_ bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, width: Int) {
  decodedScalar(bytes, at: index)
}

/// The scalar at `index` of valid UTF-8 and its width; a character cut short at the end counts as U+FFFD.
@inline(__always)
private func decodedScalar(_ bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, width: Int) {
  let lead = UInt32(bytes[index])
  if lead < 0x80 { return (lead, 1) }
  let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard index + width <= bytes.count else { return (0xFFFD, bytes.count - index) }
  let second = UInt32(bytes[index + 1] & 0x3F)
  if width == 2 { return ((lead & 0x1F) << 6 | second, 2) }
  let third = UInt32(bytes[index + 2] & 0x3F)
  if width == 3 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
  let fourth = UInt32(bytes[index + 3] & 0x3F)
  let scalar = (lead & 0x07) << 18 | second << 12 | third << 6 | fourth
  return (scalar < 0x110000 ? scalar : 0xFFFD, 4)
}

/// The phrases as scalars, one after the other in one array.
private struct Spellings {
  private(set) var scalars: [UInt32] = []
  /// Where each phrase starts in `scalars`; one more at the end.
  private var bounds = [0]

  init(_ phrases: [[UInt8]]) {
    scalars.reserveCapacity(phrases.reduce(0) { $0 + $1.count / 3 + 1 })
    bounds.reserveCapacity(phrases.count + 1)
    for phrase in phrases {
      let span = phrase.span
      var index = 0
      while index < span.count {
        let (scalar, width) = decodedScalar(span, at: index)
        scalars.append(scalar)
        index += width
      }
      bounds.append(scalars.count)
    }
  }

  @inline(__always)
  func scalar(of phrase: Int, at depth: Int) -> UInt32? {
    let index = bounds[phrase] + depth
    return index < bounds[phrase + 1] ? scalars[index] : nil
  }

  /// The phrases in the order of their scalars.
  func sorted() -> [Int] {
    // The first two scalars settle most comparisons.
    let keyed = (0..<(bounds.count - 1)).map { phrase in
      (key: UInt64(scalar(of: phrase, at: 0) ?? 0) << 32 | UInt64(scalar(of: phrase, at: 1) ?? 0), phrase: phrase)
    }
    return keyed.sorted { left, right in
      left.key != right.key ? left.key < right.key : precedes(left.phrase, right.phrase)
    }.map(\.phrase)
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    var depth = 0
    while let scalar = scalar(of: left, at: depth) {
      guard let other = self.scalar(of: right, at: depth) else { return false }
      if scalar != other { return scalar < other }
      depth += 1
    }
    return scalar(of: right, at: depth) != nil
  }
}
