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
  /// For each 64 characters, the page of `starts` that covers them; page 0 is empty and shared.
  private var pages: [UInt16]
  /// The state behind each character that begins a phrase, else 0.
  private var starts: [UInt32]
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

  /// Builds the automaton; the time goes with the length of all phrases.
  package init(_ set: PhraseSet) {
    lengths = set.phrases.map { UInt32($0.count) }
    states = [State()]
    labels = [0]
    pages = Array(repeating: 0, count: 0x110000 >> 6)
    starts = Array(repeating: 0, count: 64)
    grow(from: set.phrases.map(scalars(of:)))
    linkSuffixes()
  }

  /// Makes the tree of all phrases, level by level.
  private mutating func grow(from spellings: [[UInt32]]) {
    let order = spellings.indices.sorted { spellings[$0].lexicographicallyPrecedes(spellings[$1]) }
    var groups = [(low: 0, high: order.count)]
    var depth = 0
    var levelStart = 0
    while levelStart < states.count {
      let levelEnd = states.count
      for state in levelStart..<levelEnd {
        var (low, high) = groups[state]
        // The phrase that ends here sorts before those that go on.
        while low < high, spellings[order[low]].count == depth {
          if depth > 0 { states[state].phrase = Int32(truncatingIfNeeded: order[low]) }
          low += 1
        }
        states[state].firstChild = UInt32(truncatingIfNeeded: states.count)
        while low < high {
          let label = spellings[order[low]][depth]
          let groupStart = low
          while low < high, spellings[order[low]][depth] == label { low += 1 }
          states[state].onward |= 1 << UInt64(label & 0x3F)
          states[state].childCount += 1
          states.append(State())
          labels.append(label)
          groups.append((groupStart, low))
        }
      }
      levelStart = levelEnd
      depth += 1
    }
    for child in children(of: states[0]) { setStart(of: labels[child], to: child) }
  }

  private mutating func setStart(of scalar: UInt32, to state: Int) {
    let block = Int(scalar >> 6)
    if pages[block] == 0 {
      pages[block] = UInt16(truncatingIfNeeded: starts.count >> 6)
      starts.append(contentsOf: repeatElement(0, count: 64))
    }
    starts[Int(pages[block]) << 6 | Int(scalar & 0x3F)] = UInt32(truncatingIfNeeded: state)
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
      if let child = child(of: states[state], by: scalar) { return child }
      state = Int(states[state].fallback)
    }
    return Int(starts[Int(pages[Int(scalar >> 6)]) << 6 | Int(scalar & 0x3F)])
  }

  private func child(of state: State, by scalar: UInt32) -> Int? {
    if state.onward >> UInt64(scalar & 0x3F) & 1 == 0 { return nil }
    var range = children(of: state)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if labels[middle] == scalar { return middle }
      range = labels[middle] < scalar ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

extension PhraseAutomaton {
  /// All occurrences of all phrases.
  package func scan(_ text: FoldedText) -> PhraseMatches {
    var found: [Occurrence] = []
    found.reserveCapacity(text.bytes.count / 12 + 16)
    let bytes = text.bytes.span
    var index = 0
    var state = 0
    while index < bytes.count {
      let (scalar, width) = decodedScalar(bytes, at: index)
      index += width
      state = next(from: state, by: scalar)
      var output = Int(states[state].output)
      while output != 0 {
        found.append(Occurrence(phrase: states[output].phrase, end: UInt32(truncatingIfNeeded: index)))
        output = Int(states[output].shorterOutput)
      }
    }
    return PhraseMatches(found, lengths: lengths)
  }
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

private func scalars(of bytes: [UInt8]) -> [UInt32] {
  let span = bytes.span
  var scalars: [UInt32] = []
  scalars.reserveCapacity(bytes.count / 3 + 1)
  var index = 0
  while index < span.count {
    let (scalar, width) = decodedScalar(span, at: index)
    scalars.append(scalar)
    index += width
  }
  return scalars
}
