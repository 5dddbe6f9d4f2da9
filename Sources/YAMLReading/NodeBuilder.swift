import SourceText

/// Puts the nodes of a file together from the events of its parser.
struct NodeBuilder {
  private struct Frame {
    var start: Int
    var isMapping: Bool
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var key: YAMLNode?
  }

  private let source: YAMLSource
  private let problems: ProblemSink
  private var frames: [Frame] = []
  private let limit: Int
  private var count = 0

  /// - Parameter limit: how many words, lists and mappings there may be.
  init(source: YAMLSource, problems: ProblemSink, limit: Int) {
    self.source = source
    self.problems = problems
    self.limit = limit
  }

  mutating func build(_ parser: consuming EventParser) -> YAMLNode? {
    var parser = parser
    var root: YAMLNode?
    var documents = 0
    do throws(SyntaxFailure) {
      while true {
        let event = try parser.next()
        let finished: YAMLNode
        switch event.kind {
        case .streamStart, .documentEnd:
          continue
        case .streamEnd:
          return checked(root)
        case .documentStart:
          documents += 1
          if documents > 1 {
            report(YAMLTrouble.secondDocument, at: event.range)
            return root
          }
          continue
        case .alias:
          guard admits(event) else { return nil }
          report(YAMLTrouble.alias, at: event.range)
          finished = YAMLNode(.refused, range: event.range)
        case .scalar(let text, let isPlain):
          guard admits(event) else { return nil }
          finished = YAMLNode(.scalar(text, isPlain: isPlain), range: trimmed(event.range))
        case .sequenceStart, .mappingStart:
          frames.append(Frame(start: event.range.start, isMapping: event.kind.opensMapping))
          guard admits(event) else { return nil }
          continue
        case .sequenceEnd, .mappingEnd:
          guard let frame = frames.popLast() else { return nil }
          finished = node(of: frame, endingAt: event.range.start)
        }
        if frames.isEmpty { root = finished } else { add(finished) }
      }
    } catch {
      for frame in frames { _ = withoutRepeats(frame.entries) }
      let trouble = SyntaxTrouble(error, in: source)
      report(trouble.message, at: trouble.range)
      return nil
    }
  }

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

  private mutating func add(_ node: YAMLNode) {
    let top = frames.count - 1
    guard frames[top].isMapping else {
      frames[top].items.append(node)
      return
    }
    guard let key = frames[top].key else {
      frames[top].key = node
      return
    }
    frames[top].key = nil
    switch key.content {
    case .scalar("", true):
      report(YAMLTrouble.noKey, at: TextRange(key.range.start, key.range.start + 1))
    case .scalar(let name, _):
      frames[top].entries.append(YAMLEntry(name: name, key: key, value: node))
    case .sequence, .mapping:
      report(YAMLTrouble.keyIsNoWord, at: key.head)
    case .refused:
      break
    }
  }

  private func node(of frame: Frame, endingAt end: Int) -> YAMLNode {
    // The end mark of a block collection lies at the next token; its last child's end is what a person sees.
    let opening = frame.start < source.text.bytes.count ? source.text.bytes[frame.start] : 0
    let flowEnd: Int? = opening == 0x5B || opening == 0x7B ? end + 1 : nil
    if frame.isMapping {
      let blockEnd = frame.entries.last.map { max($0.value.range.end, $0.key.range.end) } ?? frame.start
      let range = TextRange(frame.start, flowEnd ?? blockEnd)
      return YAMLNode(.mapping(withoutRepeats(frame.entries)), range: range)
    }
    let blockEnd = frame.items.last?.range.end ?? frame.start
    return YAMLNode(.sequence(frame.items), range: TextRange(frame.start, flowEnd ?? blockEnd))
  }

  private func withoutRepeats(_ entries: [YAMLEntry]) -> [YAMLEntry] {
    var kept: [YAMLEntry] = []
    var known = FirstEntries(capacity: entries.count)
    for (index, entry) in entries.enumerated() {
      guard let first = known.index(of: entry.name, in: entries, orAdd: index) else {
        if known.hasRepeats { kept.append(entry) }
        continue
      }
      if !known.hasRepeats {
        known.hasRepeats = true
        kept = Array(entries[..<index])
      }
      let line = source.text.lines.line(of: entries[first].key.range.start)
      report(YAMLTrouble.repeated(entry.name, line: line), at: entry.key.range)
    }
    return known.hasRepeats ? kept : entries
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

  private func checked(_ root: YAMLNode?) -> YAMLNode? {
    guard let root else {
      problems.report(YAMLTrouble.empty, in: source, at: nil)
      return nil
    }
    if case .scalar("", true) = root.content {
      problems.report(YAMLTrouble.empty, in: source, at: nil)
      return nil
    }
    return root
  }

  private func report(_ message: @autoclosure () -> Wording, at range: TextRange) {
    problems.report(message(), in: source, at: range)
  }
}

/// Where each key of a mapping stood first; hashing pays only for long mappings.
private struct FirstEntries {
  var hasRepeats = false
  private var table: [String: Int]?

  init(capacity: Int) {
    if capacity > 24 { table = Dictionary(minimumCapacity: capacity) }
  }

  mutating func index(of name: String, in entries: [YAMLEntry], orAdd index: Int) -> Int? {
    guard table != nil else { return entries[..<index].firstIndex { $0.name == name } }
    if let first = table?[name] { return first }
    table?[name] = index
    return nil
  }
}
