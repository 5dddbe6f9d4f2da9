package import SourceText

/// A sentence of a rule with `{variables}` that are filled in from the report and from what was found.
package struct MessageTemplate: Hashable, Sendable {
  /// The Chinese sentence in pieces.
  package let zh: [Segment]
  /// The English sentence in pieces.
  package let en: [Segment]
  /// The sentence itself when nothing in it has to be filled in, which is true of most.
  private let constant: Wording?

  /// A piece of a sentence.
  package enum Segment: Hashable, Sendable {
    case text(String)
    case variable(String)
  }

  /// The sentence that an author wrote in both languages.
  package init(_ wording: Wording) {
    zh = Self.segments(of: wording.zh)
    en = Self.segments(of: wording.en)
    let isConstant = !(zh + en).contains { if case .variable = $0 { true } else { false } }
    constant = isConstant ? wording : nil
  }

  /// The sentence as its author wrote it, variables in braces.
  package var written: Wording { filled { Wording("{\($0)}") } }

  /// The sentence with its variables filled in; one that is not known stays visible as `?`.
  func filled(_ value: (String) -> Wording?) -> Wording {
    if let constant { return constant }
    return Wording(
      zh: zh.map { Self.text(of: $0) { value($0)?.zh } }.joined(),
      en: en.map { Self.text(of: $0) { value($0)?.en } }.joined())
  }

  private static func text(of segment: Segment, value: (String) -> String?) -> String {
    switch segment {
    case .text(let text): text
    case .variable(let name): value(name) ?? "?"
    }
  }

  private static func segments(of text: String) -> [Segment] {
    let mentions = VariableMention.all(in: text)
    guard !mentions.isEmpty else { return text.isEmpty ? [] : [.text(text)] }
    var segments: [Segment] = []
    let bytes = Array(text.utf8)
    func add(_ start: Int, _ end: Int) {
      if start < end { segments.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
    }
    var end = 0
    for mention in mentions {
      add(end, mention.offset)
      segments.append(.variable(mention.name))
      end = mention.offset + mention.count
    }
    add(end, bytes.count)
    return segments
  }
}
