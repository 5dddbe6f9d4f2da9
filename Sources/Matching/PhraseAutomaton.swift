public import SourceText

/// An Aho-Corasick automaton that finds all phrases of a set in one pass over a folded text.
///
/// Overlapping and nested occurrences are all found. It steps by characters, not bytes: Chinese text has three bytes a
/// character, and a look into a paged table tells which phrases begin with one.
public struct PhraseAutomaton: Sendable {
  /// States in breadth-first order, so that the children of a state stand side by side, ascending by their character; one more at the
  /// end, where the last one's children end.
  private var states: [State]
  /// The character that leads to each state, in step with `states`.
  private var labels: [UInt32]
  /// For each state the one that tells the phrases that end there, itself or that of a suffix; 0 when none does.
  private var outputs: [UInt32]
  /// What ends at each state, in step with `states`.
  private var endings: [Ending]
  /// For each 64 neighbouring characters where in `starts` theirs stand; 0 for those none of which begins a phrase.
  private var pages: [UInt32]
  /// The state behind each character that begins a phrase, 0 behind others, page after page; the first page is empty.
  private var starts: [UInt32]
  /// Bytes of each phrase.
  private let lengths: [UInt32]

  /// What is known at a point of the search: the longest beginning of a phrase that ends there.
  private struct State {
    /// A bit for the last six bits of each character that leads on: most misses are seen without a search.
    var onward: UInt64 = 0
    /// The first state that a character leads on to; the last one stands before the next state's first.
    var firstChild: UInt32 = 0
    /// The state of the longest proper suffix from which some character leads on; 0 is the root.
    var fallback: UInt32 = 0
  }

  /// A phrase that ends at a state, and the way to those of its suffixes.
  struct Ending {
    /// The phrase that is spelled by the way to this state, or -1.
    var phrase: Int32 = -1
    /// The next state with a phrase among the suffixes, or 0.
    var shorter: UInt32 = 0
  }

  /// A place in a text where phrases end.
  struct Hit {
    /// The state that tells the phrases.
    var output: UInt32
    /// Where they end.
    var end: UInt32
  }

  /// Builds the automaton; the time goes with the length of all phrases.
  public init(_ set: PhraseSet) {
    lengths = set.phrases.map { UInt32($0.count) }
    states = [State()]
    labels = [0]
    outputs = []
    endings = [Ending()]
    pages = []
    starts = Array(repeating: 0, count: 64)
    grow(from: Spellings(set.phrases))
    linkSuffixes()
  }

  /// Makes the tree of all phrases, level by level.
  private mutating func grow(from spellings: Spellings) {
    let order = spellings.sorted()
    states.reserveCapacity(spellings.scalars.count + 2)
    labels.reserveCapacity(spellings.scalars.count + 1)
    endings.reserveCapacity(spellings.scalars.count + 1)
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
          endings[state].phrase = Int32(truncatingIfNeeded: order[low])
          low += 1
        }
        states[state].firstChild = UInt32(truncatingIfNeeded: states.count)
        while low < high, let label = spellings.scalar(of: order[low], at: depth) {
          let groupStart = low
          while low < high, spellings.scalar(of: order[low], at: depth) == label { low += 1 }
          states[state].onward |= 1 << UInt64(label & 0x3F)
          states.append(State())
          labels.append(label)
          endings.append(Ending())
          groups.append(groupStart..<low)
        }
      }
      levelStart = levelEnd
      depth += 1
    }
    var end = State()
    end.firstChild = UInt32(truncatingIfNeeded: states.count)
    states.append(end)
    setStarts()
  }

  private mutating func setStarts() {
    for child in children(of: 0) {
      let page = Int(labels[child] >> 6)
      // Ascending, and beyond the last page no character begins a phrase.
      while pages.count <= page { pages.append(0) }
      if pages[page] == 0 {
        pages[page] = UInt32(truncatingIfNeeded: starts.count)
        starts += Array(repeating: 0, count: 64)
      }
      starts[Int(pages[page]) + Int(labels[child] & 0x3F)] = UInt32(truncatingIfNeeded: child)
    }
  }

  /// Gives each state its fallback and outputs, parents first.
  private mutating func linkSuffixes() {
    // The true longest suffix of each state; `fallback` skips those from which nothing leads on.
    var suffixes = Array(repeating: 0, count: labels.count)
    outputs = Array(repeating: 0, count: labels.count)
    for parent in labels.indices {
      for child in children(of: parent) {
        if parent != 0 { suffixes[child] = next(from: suffixes[parent], by: labels[child]) }
        let suffix = suffixes[child]
        states[child].fallback =
          children(of: suffix).isEmpty ? states[suffix].fallback : UInt32(truncatingIfNeeded: suffix)
        endings[child].shorter = outputs[suffix]
        outputs[child] = endings[child].phrase >= 0 ? UInt32(truncatingIfNeeded: child) : outputs[suffix]
      }
    }
  }

  private func children(of state: Int) -> Range<Int> {
    Int(states[state].firstChild)..<Int(states[state + 1].firstChild)
  }

  /// The state after `scalar`, from `state`.
  private func next(from state: Int, by scalar: UInt32) -> Int {
    let (states, labels) = (states.span, labels.span)
    var state = state
    while state != 0 {
      if let child = Self.child(of: state, by: scalar, in: states, labels) { return child }
      state = Int(states[state].fallback)
    }
    return Self.start(by: scalar, in: pages.span, starts.span)
  }

  /// The state behind a character that begins a phrase, else the root.
  @inline(__always)
  private static func start(by scalar: UInt32, in pages: Span<UInt32>, _ starts: Span<UInt32>) -> Int {
    let page = Int(scalar >> 6)
    return page < pages.count ? Int(starts[Int(pages[page]) &+ Int(scalar & 0x3F)]) : 0
  }

  /// The state to which a character leads on.
  @inline(__always)
  private static func child(of state: Int, by scalar: UInt32, in states: Span<State>, _ labels: Span<UInt32>) -> Int? {
    let known = states[state]
    guard known.onward >> UInt64(scalar & 0x3F) & 1 != 0 else { return nil }
    var low = Int(known.firstChild)
    let end = Int(states[state &+ 1].firstChild)
    var high = end
    // Most states have few children, which are looked at faster one after the other.
    while high &- low > 8 {
      let middle = (low &+ high) &>> 1
      if labels[middle] <= scalar { low = middle } else { high = middle }
    }
    while low < high {
      if labels[low] == scalar { return low }
      low &+= 1
    }
    return nil
  }
}

extension PhraseAutomaton {
  /// All occurrences of all phrases.
  public func scan(_ text: FoldedText) -> PhraseMatches {
    let bytes = text.bytes.span
    // At no character do phrases end twice.
    let hits = [Hit](capacity: bytes.count) { hits in scan(bytes, into: &hits) }
    return PhraseMatches(hits, endings: endings, lengths: lengths)
  }

  private func scan(_ bytes: Span<UInt8>, into hits: inout OutputSpan<Hit>) {
    let (states, labels, outputs) = (states.span, labels.span, outputs.span)
    let (pages, starts) = (pages.span, starts.span)
    var state = 0
    var index = 0
    while index < bytes.count {
      let (scalar, width) = scannedScalar(bytes, at: index)
      index &+= width
      var next: Int?
      while state != 0 {
        next = Self.child(of: state, by: scalar, in: states, labels)
        if next != nil { break }
        state = Int(states[state].fallback)
      }
      state = next ?? Self.start(by: scalar, in: pages, starts)
      let output = outputs[state]
      if output != 0 { hits.append(Hit(output: output, end: UInt32(truncatingIfNeeded: index))) }
    }
  }
}

/// What `decodedScalar` gives, with a short way for characters of three bytes, as nearly all are, and of one.
@inline(__always)
private func scannedScalar(_ bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, width: Int) {
  guard index &+ 4 <= bytes.count else { return otherScalar(bytes, at: index) }
  // Any four bytes are a number; the place is checked.
  let word = UInt32(
    littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt32.self))
  if word & 0xF0 == 0xE0 { return ((word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F, 3) }
  return word & 0x80 == 0 ? (word & 0x7F, 1) : otherScalar(bytes, at: index)
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
