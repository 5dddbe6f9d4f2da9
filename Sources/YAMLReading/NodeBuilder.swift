import SourceText

/// Puts the nodes of a file together from the events of its parser.
struct NodeBuilder {
  private let source: YAMLSource
  private let problems: ProblemSink
  private let limit: Int
  private var nodes: [YAMLTree.Node] = []
  private var made: [UInt8] = []
  private var frames: [Frame] = []
  /// The positions of the keys of all mappings that are not closed, those of the innermost last.
  private var keys: [Int] = []
  /// How many words, lists and mappings began.
  private var count = 0

  /// A list or mapping that is not closed.
  private struct Frame {
    /// Its position.
    var node: Int
    var isMapping: Bool
    /// Where its items or entries end so far.
    var end: Int
    var count = 0
    /// The position of a key that still wants its value.
    var key: Int?
    /// Where its keys start in `keys`.
    var firstKey: Int
  }

  /// - Parameter limit: how many words, lists and mappings there may be.
  init(source: YAMLSource, problems: ProblemSink, limit: Int) {
    self.source = source
    self.problems = problems
    self.limit = limit
    // Rule files have a node in 20 bytes and more.
    nodes.reserveCapacity(min(source.text.bytes.count / 16, limit))
  }

  mutating func build(_ parser: consuming EventParser) -> YAMLTree? {
    var parser = parser
    var documents = 0
    do throws(SyntaxFailure) {
      while true {
        let event = try parser.next(&made)
        switch event.kind {
        case .streamStart, .documentEnd:
          continue
        case .streamEnd:
          if isEmpty { problems.report(YAMLTrouble.empty, in: source, at: nil) }
          return isEmpty ? nil : tree
        case .documentStart:
          documents += 1
          if documents > 1 {
            report(YAMLTrouble.secondDocument, at: event.range)
            return nodes.isEmpty ? nil : tree
          }
        case .alias:
          guard admits(event) else { return nil }
          report(YAMLTrouble.alias, at: event.range)
          add(.refused, event.range)
        case .scalar(let characters, let isPlain):
          guard admits(event) else { return nil }
          add(characters, isPlain: isPlain, event.range)
        case .sequenceStart, .mappingStart:
          open(event)
          guard admits(event) else { return nil }
        case .sequenceEnd, .mappingEnd:
          guard let frame = frames.popLast() else { return nil }
          close(frame, at: event.range.start)
        }
      }
    } catch {
      for (index, frame) in frames.enumerated() {
        let end = index + 1 < frames.count ? frames[index + 1].firstKey : keys.count
        _ = refuseRepeats(among: frame.firstKey..<end)
      }
      let trouble = SyntaxTrouble(error, in: source)
      report(trouble.message, at: trouble.range)
      return nil
    }
  }

  private var tree: YAMLTree { YAMLTree(nodes, made: made, source: source) }

  private var isEmpty: Bool { nodes.isEmpty || isNothing(nodes[0]) }

  private func isNothing(_ node: YAMLTree.Node) -> Bool { node.kind == .plain && node.count == 0 }

  /// Counts a node that begins; false when the file asks for more than it may.
  private mutating func admits(_ event: YAMLEvent) -> Bool {
    count += 1
    if event.hasAnchor { report(YAMLTrouble.anchor, at: event.range) }
    if event.hasTag { report(YAMLTrouble.tag, at: event.range) }
    if frames.count > YAMLLimits.depth {
      report(YAMLTrouble.tooDeep, at: event.range)
      return false
    }
    if count > limit {
      report(YAMLTrouble.tooMany(limit), at: event.range)
      return false
    }
    return true
  }

  // MARK: Nodes

  private mutating func add(_ kind: YAMLTree.Kind, _ range: TextRange) {
    nodes.append(YAMLTree.Node(kind, range, next: nodes.count + 1))
    finish(nodes.count - 1)
  }

  private mutating func add(_ characters: YAMLEvent.Characters, isPlain: Bool, _ range: TextRange) {
    let kind = isPlain ? YAMLTree.Kind.plain : .quoted
    var node: YAMLTree.Node
    switch characters {
    case .inFile(let text):
      node = YAMLTree.Node(kind, range, next: nodes.count + 1)
      node.set(text)
    case .made(let text):
      node = YAMLTree.Node(kind, trimmed(range), next: nodes.count + 1)
      node.set(text)
      node.isMade = true
    }
    nodes.append(node)
    finish(nodes.count - 1)
  }

  private mutating func open(_ event: YAMLEvent) {
    let isMapping = event.kind.opensMapping
    frames.append(Frame(node: nodes.count, isMapping: isMapping, end: event.range.start, firstKey: keys.count))
    nodes.append(YAMLTree.Node(isMapping ? .mapping : .sequence, event.range, next: nodes.count + 1))
  }

  private mutating func close(_ frame: Frame, at end: Int) {
    let start = Int(nodes[frame.node].start)
    // The end mark of a block collection lies at the next token; its last child's end is what a person sees.
    let opening = start < source.text.bytes.count ? source.text.bytes[start] : 0
    let isFlow = opening == 0x5B || opening == 0x7B
    let repeats = refuseRepeats(among: frame.firstKey..<keys.count)
    keys.removeSubrange(frame.firstKey...)
    nodes[frame.node].end = UInt32(truncatingIfNeeded: isFlow ? end + 1 : frame.end)
    nodes[frame.node].next = UInt32(truncatingIfNeeded: nodes.count)
    nodes[frame.node].count = UInt32(truncatingIfNeeded: frame.count - repeats)
    finish(frame.node)
  }

  /// Gives a node that is complete to the list or mapping that it stands in.
  private mutating func finish(_ node: Int) {
    guard let top = frames.indices.last else { return }
    let end = Int(nodes[node].end)
    guard frames[top].isMapping else {
      frames[top].end = end
      frames[top].count += 1
      return
    }
    guard let key = frames[top].key else {
      frames[top].key = node
      return
    }
    frames[top].key = nil
    if isKey(nodes[key], at: key) {
      keys.append(key)
      frames[top].end = max(end, Int(nodes[key].end))
      frames[top].count += 1
    } else {
      nodes[key].isRefusedKey = true
    }
  }

  /// Whether a node can be a key; reports any other.
  private func isKey(_ node: YAMLTree.Node, at index: Int) -> Bool {
    let start = Int(node.start)
    switch node.kind {
    case .plain, .quoted:
      if !isNothing(node) { return true }
      report(YAMLTrouble.noKey, at: TextRange(start, start + 1))
    case .sequence:
      report(YAMLTrouble.keyIsNoWord, at: TextRange(start, start + 1))
    case .mapping:
      // As `YAMLNode.head` says.
      let hasHead = node.count > 0 && !nodes[index + 1].isRefusedKey && nodes[index + 1].start == node.start
      report(YAMLTrouble.keyIsNoWord, at: TextRange(start, hasHead ? Int(nodes[index + 1].end) : start + 1))
    case .refused, .graft:
      break
    }
    return false
  }

  /// A block text's end mark lies after its line ends.
  private func trimmed(_ range: TextRange) -> TextRange {
    var end = range.end
    while end > range.start {
      let last = source.text.bytes[end - 1]
      guard last == 0x0A || last == 0x0D || last == 0x20 else { break }
      end -= 1
    }
    return TextRange(range.start, end)
  }

  // MARK: Repeated keys

  /// Reports and refuses the keys of a mapping that stand there already; gives their number.
  private mutating func refuseRepeats(among range: Range<Int>) -> Int {
    // Hashing pays only for long mappings.
    var known: [String: Int]? = range.count > 24 ? [:] : nil
    var repeats = 0
    for place in range {
      let key = keys[place]
      let earlier: Int?
      if known == nil {
        earlier = keys[range.lowerBound..<place].first { isSame(nodes[$0], nodes[key]) }
      } else {
        let name = name(of: nodes[key])
        earlier = known?[name]
        if earlier == nil { known?[name] = key }
      }
      guard let earlier else { continue }
      let line = source.text.lines.line(of: Int(nodes[earlier].start))
      report(
        YAMLTrouble.repeated(name(of: nodes[key]), line: line),
        at: TextRange(Int(nodes[key].start), Int(nodes[key].end)))
      nodes[key].isRefusedKey = true
      repeats += 1
    }
    return repeats
  }

  private func isSame(_ one: YAMLTree.Node, _ other: YAMLTree.Node) -> Bool {
    one.count == other.count && characters(of: one) == characters(of: other)
  }

  private func characters(of node: YAMLTree.Node) -> ArraySlice<UInt8> {
    (node.isMade ? made : source.text.bytes)[Int(node.text)..<Int(node.text + node.count)]
  }

  private func name(of node: YAMLTree.Node) -> String { String(decoding: characters(of: node), as: UTF8.self) }

  private func report(_ message: @autoclosure () -> Wording, at range: TextRange) {
    problems.report(message(), in: source, at: range)
  }
}

extension YAMLTree.Node {
  fileprivate init(_ kind: YAMLTree.Kind, _ range: TextRange, next: Int) {
    self.init(
      kind: kind, start: UInt32(truncatingIfNeeded: range.start), end: UInt32(truncatingIfNeeded: range.end),
      next: UInt32(truncatingIfNeeded: next))
  }

  /// Says where the characters of a scalar are.
  fileprivate mutating func set(_ characters: TextRange) {
    text = UInt32(truncatingIfNeeded: characters.start)
    count = UInt32(truncatingIfNeeded: characters.count)
  }
}
