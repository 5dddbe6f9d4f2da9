import Documents
import Reports
import SourceText
import YAMLReading

/// `unpaired_marks: [（）, 《》, “”]`: a mark of one of these pairs opens and is not closed, or closes what was not opened.
///
///     forbid: {unpaired_marks: ["（）", "《》", "“”"]}
///
/// Title, text and signature are looked at as they were typed, for folded quotes have no direction. Half and full width pair.
/// A pair may reach into the next paragraph; a quotation over several may open each of them.
public struct UnpairedMarksCheck: Sendable {
  /// The pairs, in the order of the rule.
  public var pairs: [Pair]

  /// An opening mark and the one that closes it.
  public struct Pair: Hashable, Sendable {
    /// In half width where there is one: ( stands for （ as well.
    public var open: Unicode.Scalar
    /// In half width where there is one; the same as `open` where the marks of a pair look alike.
    public var close: Unicode.Scalar
  }

  /// A mark as the document has it.
  private struct Mark {
    var pair: Int
    var isOpen: Bool
    var range: TextRange
    var block: Int
  }

  /// What its answers tell, for the sentences of rules.
  static let found = ["found", "expected", "line", "count"]

  func answer(in context: EvaluationContext) -> Answer {
    let report = context.report
    var faults: [Mark] = []
    var pending: [Mark] = []
    var count = 0
    // A bit for the last six bits of each mark: what is no mark is seldom looked up.
    let bits = pairs.reduce(UInt64(0)) { $0 | 1 << UInt64($1.open.value & 63) | 1 << UInt64($1.close.value & 63) }
    var marks: [Mark] = []
    for block in report.text.blocks.indices {
      switch report.parts[block] {
      case .title, .addressee, .body, .signature: break
      case .furniture, .metadata, .appendix: continue
      }
      marks.removeAll(keepingCapacity: true)
      collectMarks(in: block, of: report.document, bits, into: &marks)
      count += marks.count
      pending = unpaired(marks, in: report.document, after: pending, faults: &faults)
    }
    faults += pending
    faults.sort { $0.range.start < $1.range.start }
    guard let first = faults.first else {
      return Answer(
        truth: count == 0 ? .pointless : .absent,
        message: count == 0
          ? Wording(zh: "没有成对的标点", en: "There are no paired marks")
          : context.wording(zh: "成对标点\(count)个，均配对", en: "\(count) paired marks, all of them closed"), evidence: [])
    }
    let pair = pairs[first.pair]
    let line = context.line(ofTyped: first.range)
    let partner = Self.written(first.isOpen ? pair.close : pair.open)
    let quoted = context.excerpt(typed: surroundings(of: first, in: report.document))
    return Answer(
      truth: .holds,
      message: first.isOpen
        ? context.wording(
          zh: "\(line.zh)“\(quoted)”缺少后面的“\(partner)”",
          en: "“\(quoted)” \(line.whereInEnglish) lacks its closing “\(partner)”")
        : context.wording(
          zh: "\(line.zh)“\(quoted)”缺少前面的“\(partner)”",
          en: "“\(quoted)” \(line.whereInEnglish) lacks its opening “\(partner)”"),
      evidence: faults.prefix(Answer.mostPlaces).map {
        .found(typed: surroundings(of: $0, in: report.document), in: report.text.blocks[$0.block])
      },
      found: [
        "found": Wording(quoted), "expected": Wording(partner), "line": Wording("\(line.number)"),
        "count": Wording("\(faults.count)"),
      ])
  }

  /// Pairs the marks of one block, and returns those that the next block may close.
  private func unpaired(
    _ marks: [Mark], in document: DecodedDocument, after pending: [Mark], faults: inout [Mark]
  ) -> [Mark] {
    var open: [Mark] = []
    var pending = pending
    for (place, mark) in marks.enumerated() {
      let pair = pairs[mark.pair]
      let isTwin = pair.open == pair.close
      if let last = open.lastIndex(where: { $0.pair == mark.pair }), isTwin || !mark.isOpen {
        // What was opened in between is closed by nothing.
        faults += open[(last + 1)...]
        open.removeSubrange(last...)
      } else if mark.isOpen {
        if place == 0, mark.range.start == document.blocks[mark.block].range.start {
          pending.removeAll { $0.pair == mark.pair }
        }
        open.append(mark)
      } else if let earlier = pending.lastIndex(where: { $0.pair == mark.pair }) {
        pending.remove(at: earlier)
      } else if !endsNumber(mark, in: document) {
        faults.append(mark)
      }
    }
    faults += pending
    return open
  }

  private func collectMarks(in block: Int, of document: DecodedDocument, _ bits: UInt64, into marks: inout [Mark]) {
    let bytes = document.text.bytes.span
    let range = document.blocks[block].range
    var index = range.start
    while index < range.end {
      let lead = bytes[index]
      if lead &- 0xE4 < 6 {
        index += 3
        continue
      }
      let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      // Most of what is not Chinese are digits, commas and 、 or 。
      if width == 3 || (lead < 0x80 && !(0x2C...0x3B).contains(lead)), index + width <= range.end,
        !(lead == 0xE3 && (bytes[index + 2] == 0x81 || bytes[index + 2] == 0x82))
      {
        let scalar = Self.canonical(bytes, at: index, width: width)
        if bits >> UInt64(scalar & 63) & 1 != 0,
          let pair = pairs.firstIndex(where: { $0.open.value == scalar || $0.close.value == scalar })
        {
          marks.append(
            Mark(
              pair: pair, isOpen: pairs[pair].open.value == scalar, range: TextRange(index, index + width), block: block
            ))
        }
      }
      index += width
    }
  }

  /// A character of one or three bytes, those of full width as the ASCII ones they repeat.
  private static func canonical(_ bytes: Span<UInt8>, at index: Int, width: Int) -> UInt32 {
    if width == 1 { return UInt32(bytes[index]) }
    let scalar =
      UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    return canonical(scalar)
  }

  private static func canonical(_ scalar: UInt32) -> UInt32 {
    (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
  }

  /// A mark as Chinese texts have it, in full width.
  private static func written(_ mark: Unicode.Scalar) -> String {
    let isBracket = mark == "(" || mark == ")" || mark == "[" || mark == "]"
    return String(Character(isBracket ? Unicode.Scalar(mark.value + 0xFEE0) ?? mark : mark))
  }

  /// Whether a closing bracket belongs to a number without an opening one: 1) 一)
  private func endsNumber(_ mark: Mark, in document: DecodedDocument) -> Bool {
    guard pairs[mark.pair].close == ")" else { return false }
    let bytes = document.text.bytes.span
    let start = document.blocks[mark.block].range.start
    var index = mark.range.start
    while index > start, (0x30...0x39).contains(bytes[index - 1]) { index -= 1 }
    if index < mark.range.start { return mark.range.start - index <= 2 && (index == start || bytes[index - 1] < 0xE4) }
    return mark.range.start - start <= 6 && mark.range.start > start
  }

  /// A mark with some of the text that it opens or closes.
  private func surroundings(of mark: Mark, in document: DecodedDocument) -> TextRange {
    let bytes = document.text.bytes
    let block = document.blocks[mark.block].range
    var range = mark.range
    for _ in 0..<12 {
      if mark.isOpen {
        guard range.end < block.end else { break }
        range.end += 1
        while range.end < block.end, bytes[range.end] & 0xC0 == 0x80 { range.end += 1 }
      } else {
        guard range.start > block.start else { break }
        range.start -= 1
        while range.start > block.start, bytes[range.start] & 0xC0 == 0x80 { range.start -= 1 }
      }
    }
    return range
  }
}

extension UnpairedMarksCheck {
  /// Reads `unpaired_marks`, a list of words of two marks each.
  init?(reading reader: inout MappingReader) {
    let words = reader.strings("unpaired_marks", .required)
    let pairs = words.compactMap { word -> Pair? in
      let marks = word.value.unicodeScalars.compactMap { Unicode.Scalar(Self.canonical($0.value)) }
      guard marks.count == 2 else {
        reader.report(
          Wording(
            zh: "“\(word.value)”要由两个标点组成，先开后合，如“《》”。",
            en: "`\(word.value)` must be two marks, the opening and the closing one, as in 《》"),
          at: word)
        return nil
      }
      return Pair(open: marks[0], close: marks[1])
    }
    guard pairs.count == words.count, !words.isEmpty else { return nil }
    self.init(pairs: pairs)
  }
}

extension UnpairedMarksCheck {
  func words(in pack: RulePack) -> Wording {
    let shown = pairs.map { Self.written($0.open) + Self.written($0.close) }
    return Wording(zh: "不成对的\(shown.joined(separator: "、"))", en: "unpaired \(shown.joined(separator: " "))")
  }
}
